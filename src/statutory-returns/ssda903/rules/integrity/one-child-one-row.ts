// The tables of one return have to agree: every child is in Header, once, with one date of birth and one sex.
import { type Day, isDay, type TableName } from '#return-files'
import type { Given } from '../../given.ts'
import { eachRow, type Rule } from '../../rule.ts'

const unknownChildren: readonly [code: string, over: TableName][] = [
  ['INT01', 'AD1'],
  ['INT02', 'PlacedAdoption'],
  ['INT03', 'Episodes'],
  ['INT04', 'Missing'],
  ['INT05', 'OC2'],
  ['INT06', 'OC3'],
  ['INT07', 'PrevPerm'],
  ['INT08', 'Reviews'],
  ['INT09', 'UASC'],
]

const birthDates: readonly [code: string, over: TableName, born: (given: Given, row: number) => Day][] = [
  ['INT11', 'AD1', ({ AD1 }, row) => AD1.DOB.at(row)],
  ['INT12', 'PlacedAdoption', ({ PlacedAdoption }, row) => PlacedAdoption.DOB.at(row)],
  ['INT13', 'Missing', ({ Missing }, row) => Missing.DOB.at(row)],
  ['INT14', 'OC2', ({ OC2 }, row) => OC2.DOB.at(row)],
  ['INT15', 'OC3', ({ OC3 }, row) => OC3.DOB.at(row)],
  ['INT16', 'PrevPerm', ({ PrevPerm }, row) => PrevPerm.DOB.at(row)],
  ['INT17', 'Reviews', ({ Reviews }, row) => Reviews.DOB.at(row)],
  ['INT18', 'UASC', ({ UASC }, row) => UASC.DOB.at(row)],
]

const onlyOnce: readonly [code: string, over: TableName][] = [
  ['INT31', 'AD1'],
  ['INT32', 'Header'],
  ['INT33', 'OC2'],
  ['INT34', 'OC3'],
  ['INT35', 'PrevPerm'],
  ['INT36', 'UASC'],
]

export const integrityRules: readonly Rule[] = [
  ...unknownChildren.map(([code, over]) =>
    eachRow(over, {
      code,
      says: `A child in ${over} has no row in Header.`,
      fields: ['CHILD'],
      needs: ['Header'],
      fails: (given, row) => given.Header.of(given[over].childOf(row)).length === 0,
    }),
  ),
  ...birthDates.map(([code, over, born]) =>
    eachRow(over, {
      code,
      says: `The date of birth in ${over} is not the one in Header.`,
      fields: ['DOB'],
      needs: ['Header'],
      fails: (given, row) => {
        const here = born(given, row)
        if (!isDay(here)) return false
        return given.Header.of(given[over].childOf(row)).some((other) => {
          const there = given.Header.DOB.at(other)
          return isDay(there) && there !== here
        })
      },
    }),
  ),
  eachRow('UASC', {
    code: 'INT21',
    says: 'The sex in UASC is not the one in Header.',
    fields: ['SEX'],
    needs: ['Header'],
    fails: ({ UASC, Header }, row) =>
      Header.of(UASC.childOf(row)).some((other) => Header.SEX.at(other) !== UASC.SEX.at(row)),
  }),
  ...onlyOnce.map(([code, over]) =>
    eachRow(over, {
      code,
      says: `A child stands in ${over} more than once.`,
      fields: ['CHILD'],
      fails: (given, row) => given[over].of(given[over].childOf(row)).length > 1,
    }),
  ),
  eachRow('Header', {
    code: 'EPI',
    says: 'The child has neither an episode nor care leaver information, so little else can be checked.',
    fields: ['CHILD'],
    needs: ['Episodes'],
    fails: ({ Header, Episodes, OC3 }, row) => {
      const child = Header.childOf(row)
      return Episodes.of(child).length === 0 && OC3.of(child).length === 0
    },
  }),
  eachRow('Header', {
    code: '444',
    says: 'Two children have the same unique pupil number.',
    fields: ['UPN'],
    from: 2026,
    fails: ({ Header, codes, upnUses }, row) => {
      const upn = Header.UPN.at(row)
      return upn !== null && !codes.unknownUpn.has(upn) && (upnUses.get(upn) ?? 0) > 1
    },
  }),
]
