// A version of the settings of matching: what it says, what matching, meetings and the range of recruiting read of it, and how two differ. Pure.
import type { Doubts } from '#demand-forecast'
import { type MatchingPolicy, STANDARD_POLICY } from '#matching'
import { FURTHEST, MOST_STEPS, type Numbers, numbersOf, OWN_OVER, SETTINGS, STEPS_SHIP } from './settings-data.ts'

export const OWN_BY = { nominatedOfficer: 'A nominated officer', director: 'The director' } as const
export type OwnBy = keyof typeof OWN_BY
export type Values = Numbers & {
  readonly steps: readonly number[]
  /** The council's own rule of miles; null: it asks what the law asks. */
  readonly own: { readonly over: number; readonly by: OwnBy } | null
}
export type Settings = {
  /** Its name, as lists and decisions keep it. */
  readonly version: string
  readonly policy: MatchingPolicy
  /** Working days. */
  readonly meetWithin: number
  readonly doubts: Doubts
}

export const AS_IT_SHIPS: Values = { ...numbersOf(({ ships }) => ships), steps: STEPS_SHIP, own: null }
export const versionOf = (number: number): string => (number === 0 ? STANDARD_POLICY.version : `council-${number}`)

/** `number`: of the council's version; 0: as it ships. */
export function settingsOf(values: Values, number: number): Settings {
  const { own, steps, enough, most } = values
  const version = versionOf(number)
  const policy: MatchingPolicy = {
    ...STANDARD_POLICY,
    ...{ version, steps, enough, most },
    weights: {
      ...{ home: values.weigh_home, school: values.weigh_school, visits: values.weigh_visits },
      ...{ needs: values.weigh_needs, likes: values.weigh_likes, matters: values.weigh_matters },
      askedFor: values.weigh_asked,
    },
    ...(own === null ? {} : { local: { overMiles: own.over, by: own.by } }),
  }
  const doubts: Doubts = {
    ...{ approvedInTime: values.approved_share / 100, staysTheYear: values.stays_share / 100 },
    takenUp: values.taken_share / 100,
  }
  return { version, policy, meetWithin: values.meet_within, doubts }
}

export const stepsText = (steps: readonly number[]): string => steps.join(', ')
/** undefined: not one to four whole miles, each further than the one before. */
export function stepsIn(text: string): readonly number[] | undefined {
  const parts = text.split(/[\s,;]+/).filter((one) => one !== '')
  const steps = parts.map((one) => (/^\d{1,3}$/.test(one) ? Number(one) : Number.NaN))
  const good = steps.every((step, at) => step >= 1 && step <= FURTHEST && step > (steps[at - 1] ?? 0))
  return good && steps.length > 0 && steps.length <= MOST_STEPS ? steps : undefined
}
export const isOwnBy = (text: string): text is OwnBy => Object.hasOwn(OWN_BY, text)
export const inBounds = (value: number, { from, to }: { readonly from: number; readonly to: number }): boolean =>
  Number.isInteger(value) && value >= from && value <= to
export const overInBounds = (value: number): boolean => inBounds(value, OWN_OVER)

export const ownWords = ({ own }: Pick<Values, 'own'>): string =>
  own === null ? 'None' : `${OWN_BY[own.by]} decides over ${own.over} miles`
export type Change = { readonly words: string; readonly before: string; readonly now: string }
/** Field by field, in the order of the page. */
export function changesOf(before: Values, now: Values): readonly Change[] {
  const numbers = SETTINGS.map(({ name, words }) => ({ words, before: String(before[name]), now: String(now[name]) }))
  const all = [
    ...numbers,
    { words: 'Steps in miles', before: stepsText(before.steps), now: stepsText(now.steps) },
    { words: 'The council’s own rule of miles', before: ownWords(before), now: ownWords(now) },
  ]
  return all.filter((one) => one.before !== one.now)
}
