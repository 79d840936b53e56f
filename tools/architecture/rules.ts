// The rules of the house, each under the sentence that ARCHITECTURE.md gives it.
import type { HouseRule } from './house.ts'
import {
  clockLoadsNoPage,
  frontDoorsName,
  frontDoorsOnly,
  lowerFloorsOnly,
  testSupportIsForTests,
} from './rules-of-doors.ts'
import {
  filesAreSmall,
  filesOpenWithComment,
  namesSaySomething,
  roomsAreSmall,
  sqlInStoresOnly,
  typesAreEarned,
} from './rules-of-form.ts'
import { onlyComposersRead, pureUnlessNamed } from './rules-of-purity.ts'

export const houseRules = {
  'a room imports only rooms on lower floors': lowerFloorsOnly,
  'across rooms only by the front door, inside a room only relative paths': frontDoorsOnly,
  'a front door names what it gives': frontDoorsName,
  'what the clock and an import load holds no page': clockLoadsNoPage,
  'support of tests is loaded by tests only': testSupportIsForTests,
  'every file is pure unless its name says otherwise': pureUnlessNamed,
  'only the composers read clock, environment and network': onlyComposersRead,
  'names say something': namesSaySomething,
  'a file has at most 300 lines': filesAreSmall,
  'a file opens with a comment that says what it holds': filesOpenWithComment,
  'a room has at most 12 files besides pages and tests': roomsAreSmall,
  'no any, and no as outside the doors': typesAreEarned,
  'SQL stands in stores only': sqlInStoresOnly,
} as const satisfies Record<string, HouseRule>

export type HouseRuleName = keyof typeof houseRules
