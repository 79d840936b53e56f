// What is decided of joining two records: where a join stands, who may take the next step, and what of the two contradicts.
import { formatDay, type IsoDay } from '#calendar'

/** Where a join stands, and what it means for the two records. */
export const STEP_WORDS = {
  proposed: 'Proposed: a second person has to look',
  confirmed: 'Joined',
  refused: 'Not joined',
  'parting proposed': 'Joined; that it is parted again is proposed',
  parted: 'Parted again',
  'parting refused': 'Joined; that it is parted again was refused',
} as const
export type Step = keyof typeof STEP_WORDS
export const isStep = (step: string): step is Step => Object.hasOwn(STEP_WORDS, step)

/** What a second person decides of what waits; undefined: nothing waits. */
export function answersTo(step: Step): { readonly yes: Step; readonly no: Step } | undefined {
  if (step === 'proposed') return { yes: 'confirmed', no: 'refused' }
  if (step === 'parting proposed') return { yes: 'parted', no: 'parting refused' }
  return undefined
}
/** Nothing can be done with it any more: a new one is proposed. */
export const isOver = (step: Step): boolean => step === 'refused' || step === 'parted'
export const mayBeParted = (step: Step): boolean => step === 'confirmed' || step === 'parting refused'

export type Period = { readonly since: IsoDay; readonly until: IsoDay | null }
/** One of the two records, as it stands beside the other. */
export type Side = {
  readonly child: string
  readonly name: string
  readonly names: readonly string[]
  readonly born: IsoDay | null
  readonly numbers: readonly string[]
  readonly periods: readonly Period[]
  readonly workers: readonly string[]
  readonly team: string | null
}

export const periodWords = ({ since, until }: Period): string =>
  `${formatDay(since)} to ${until === null ? 'now' : formatDay(until)}`

const overlap = (one: Period, other: Period): boolean =>
  (other.until === null || one.since < other.until) && (one.until === null || other.since < one.until)

export type Contradictions = {
  /** Nobody is in care twice: with these nothing can be joined. */
  readonly overlaps: readonly (readonly [Period, Period])[]
  readonly births: 'same' | 'differ' | 'not known'
}
export function contradictionsOf(one: Side, other: Side): Contradictions {
  const overlaps = one.periods.flatMap((a) => other.periods.filter((b) => overlap(a, b)).map((b) => [a, b] as const))
  if (one.born === null || other.born === null) return { overlaps, births: 'not known' }
  return { overlaps, births: one.born === other.born ? 'same' : 'differ' }
}

/** Which and what to do, in words. */
export const overlapWords = ([one, other]: readonly [Period, Period]): string =>
  `In care in both at once: ${periodWords(one)}, and ${periodWords(other)}. Put the wrong days right in their record first, or leave the records apart.`
