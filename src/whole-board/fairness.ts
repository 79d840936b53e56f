// Checks of bias over the record: the swap test on everybody who waits, which homes stand first, and how groups of children live. Pure.
import {
  type Concentration,
  concentration,
  differences,
  FEW,
  type GroupTold,
  listerOf,
  type PlacedChild,
  swapTest,
} from '#fair-matching'
import { homesFor, type LaidOut, listOf } from './laid-out.ts'

export type SwapTold = {
  readonly lists: number
  readonly turned: number
  /** What was turned when a list changed, with how many lists did. */
  readonly moved: readonly { readonly field: string; readonly lists: number }[]
}
export function swapsOf(laid: LaidOut): SwapTold {
  const { groups, policy } = laid
  const list = listerOf(policy)
  const all = groups.map(({ id, request }) => swapTest(request, homesFor(laid, id), list))
  const moved = all.flatMap((one) => [...new Set(one.filter(({ same }) => !same).map(({ field }) => field))])
  return {
    ...{ lists: groups.length, turned: all.reduce((sum, one) => sum + one.length, 0) },
    moved: [...Map.groupBy(moved, (field) => field)].map(([field, of]) => ({ field, lists: of.length })),
  }
}

/** Of fewer than five nothing is told: who they are could be read from it. */
export type FewTold = number | typeof FEW
export const fewTold = (count: number): FewTold => (count > 0 && count < LEAST ? FEW : count)
const LEAST = 5
type Answered = { readonly home: string; readonly asked: number; readonly no: number }
/** Homes that were asked often enough to say something of them, those that said no most often first. */
export function refusalsOf(homes: readonly Answered[]): {
  readonly told: readonly (Answered & { readonly share: number })[]
  /** Asked by too few, and in no line. */
  readonly few: number
} {
  const told = homes.filter(({ asked }) => asked >= LEAST).map((one) => ({ ...one, share: one.no / one.asked }))
  return { told: told.toSorted((a, b) => b.share - a.share || b.asked - a.asked), few: homes.length - told.length }
}

const ALERT_OVER = 0.4
export function firstsOf(laid: LaidOut): Concentration {
  const firsts = laid.groups.flatMap(({ id }) => listOf(laid, id)?.shown[0]?.pair.home.id ?? [])
  return concentration(firsts, { homes: laid.homes.length, alertOver: ALERT_OVER })
}

export type LivesSo = PlacedChild & {
  readonly age: number | null
  readonly sex: string | null
  readonly ethnicity: string | null
  readonly alone: boolean
}
export const BY = {
  age: 'Age',
  sex: 'Sex, as in the return',
  ethnicity: 'Ethnic origin',
  alone: 'Here alone',
} as const
export type By = keyof typeof BY

const ageBand = ({ age }: LivesSo): string => {
  if (age === null) return 'not known'
  if (age < 5) return 'under 5'
  if (age < 11) return '5 to 10'
  return age < 16 ? '11 to 15' : '16 and 17'
}
const SEX: Readonly<Record<string, string>> = { '1': 'male', '2': 'female', M: 'male', F: 'female' }
/** By the first letter of the return's code: its groups, few enough to say something. */
const ORIGINS: Readonly<Record<string, string>> = {
  ...{ W: 'White', M: 'Mixed or several', A: 'Asian or Asian British', B: 'Black or Black British' },
  ...{ C: 'Chinese', O: 'another', R: 'not said', N: 'not known' },
}
const GROUP_OF: Readonly<Record<By, (child: LivesSo) => string>> = {
  age: ageBand,
  sex: ({ sex }) => SEX[sex ?? ''] ?? 'not known',
  ethnicity: ({ ethnicity }) => ORIGINS[(ethnicity ?? 'N').charAt(0)] ?? 'not known',
  alone: ({ alone }) => (alone ? 'came here alone' : 'the others'),
}
export const differencesBy = (children: readonly LivesSo[], by: By): readonly GroupTold[] =>
  differences(children, GROUP_OF[by])
