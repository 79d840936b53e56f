// Eligible, relevant, former relevant, qualifying: which of them a young person is on a day, and why, from birth and periods of care.
import { attainsAgeNumber, type DayNumber, monthsAfter } from '#calendar'
import { type Citation, childrenAct1989, enacted } from '#law'
import { type CareDays, eligibleDay, type LeaverEnd } from './eligible.ts'

/** `since` and `until`: the days between which it is so; undefined: no end by age. */
export type LeaverStatus =
  | { readonly kind: 'unknown'; readonly missing: 'the birth date' }
  | { readonly kind: 'underSixteen'; readonly until: DayNumber }
  | { readonly kind: 'notYetEligible' | 'none' }
  | { readonly kind: 'over' | 'ended'; readonly since: DayNumber }
  | {
      readonly kind: 'eligible' | 'relevant' | 'formerRelevant' | 'qualifying'
      readonly since: DayNumber
      readonly until: DayNumber
    }
export type LeaverKind = Exclude<LeaverStatus['kind'], 'unknown'>

const careLeavers = (provision: string) => enacted('Care Leavers (England) Regulations 2010 (SI 2010/2571)', provision)

/** What each is, in words for the page, with where it is said; read in the body of other rules, not each in its provision. */
export const STATUS_WORDS: Readonly<
  Record<LeaverKind, { readonly name: string; readonly says: string; readonly cites: readonly Citation[] }>
> = {
  underSixteen: {
    name: 'Not yet: under 16',
    says: 'Leaving care begins at 16. What is owed from then on is counted on its own.',
    cites: [enacted('Children Act 1989', 'Schedule 2 paragraph 19B')],
  },
  notYetEligible: {
    name: 'Not yet an eligible child',
    says: 'In care at 16 or 17, and not yet for 13 weeks in all since the 14th birthday. Short breaks do not count.',
    cites: [enacted('Children Act 1989', 'Schedule 2 paragraph 19B')],
  },
  eligible: {
    name: 'Eligible child',
    says: 'In care at 16 or 17, and for 13 weeks in all since the 14th birthday.',
    cites: [enacted('Children Act 1989', 'Schedule 2 paragraph 19B')],
  },
  relevant: {
    name: 'Relevant child',
    says: 'Aged 16 or 17, no longer in care, and an eligible child on the last day of it. Whoever lives with a parent again for six months is not, and that has to be looked at by somebody.',
    cites: [childrenAct1989('23A'), careLeavers('regulation 3')],
  },
  formerRelevant: {
    name: 'Former relevant child',
    says: 'Over 18, and an eligible or relevant child before. Until 21 all of it is owed; until 25 what they ask for, and whatever they learn or train for.',
    cites: [childrenAct1989('23C'), childrenAct1989('23CZB')],
  },
  qualifying: {
    name: 'Qualifying for advice',
    says: 'In care after the 16th birthday, and not for 13 weeks since the 14th; or a relevant child who has lived with a parent again for six months. Advice and help are given where they are needed.',
    cites: [childrenAct1989('24'), careLeavers('regulation 3')],
  },
  over: {
    name: 'Over by age',
    says: 'What is owed after care goes on until 25; until 21 to whoever qualified for advice and help only.',
    cites: [childrenAct1989('23C'), childrenAct1989('23CZB'), childrenAct1989('24')],
  },
  ended: {
    name: 'Nothing of leaving care is owed by us',
    says: 'Care ended with their death, with an adoption, since another council took over, or since they were found to be 18 or over; or after it they died, or their record was given to another council. From that day on nothing of leaving care is counted.',
    cites: [childrenAct1989('23A'), childrenAct1989('24')],
  },
  none: {
    name: 'None of this applies',
    says: 'Nothing in the record says that they were in care after their 16th birthday.',
    cites: [childrenAct1989('24')],
  },
}

/** They died, another council took over, they were adopted, they were found to be an adult. */
const NOTHING_AFTER: ReadonlySet<string | undefined> = new Set(['E2', 'E3', 'E11', 'E12', 'E15'])

/** Since when a young person counts as eligible, and when care ended for good; periods in order, without short breaks. */
export interface LeaverDays {
  readonly eligible: DayNumber | undefined
  /** undefined: in care on that day. */
  readonly left: DayNumber | undefined
  /** Since when nothing of leaving care is owed, for whatever ended it first. */
  readonly over: DayNumber | undefined
  /** Since when not even advice is given: for the way in which care ended last, or for what came since. */
  readonly gone: DayNumber | undefined
  /** Living with a parent broke down before 18: when six months of it were over, and since when they are a relevant child again. */
  readonly again: Again | undefined
}
export type Again = { readonly paused: DayNumber; readonly since: DayNumber }

const MONTHS_WITH_A_PARENT = 6
/** From which day six months with a parent are over. */
export const sixMonthsFrom = (since: DayNumber): DayNumber => monthsAfter(since, MONTHS_WITH_A_PARENT)

type Childhood = { readonly left: DayNumber; readonly adult: DayNumber; readonly on: DayNumber }
type Stretch = { readonly over: DayNumber | undefined; readonly again: Again | undefined }
/** The stretch of six months with a parent that came last before 18, as it stands on that day. */
function withParent(ends: readonly LeaverEnd[], { left, adult, on }: Childhood): Stretch {
  const stretch = ends
    .filter(({ kind, since }) => kind !== 'died' && sixMonthsFrom(since) < adult && sixMonthsFrom(since) <= on)
    .toSorted((a, b) => a.since - b.since)
    .at(-1)
  if (stretch === undefined) return { over: undefined, again: undefined }
  const [six, until] = [Math.max(left, sixMonthsFrom(stretch.since)), stretch.until]
  if (until === undefined || until > on || until >= adult) return { over: six, again: undefined }
  return { over: undefined, again: { paused: six, since: Math.max(left, until) } }
}
const earliest = (...days: readonly (DayNumber | undefined)[]): DayNumber | undefined => {
  const known = days.filter((day) => day !== undefined)
  return known.length === 0 ? undefined : Math.min(...known)
}

/** What was recorded after care: that another council has the record. */
function overSince(last: CareDays | undefined, on: DayNumber): DayNumber | undefined {
  if (last?.over === undefined || last.until === undefined || last.over > on) return undefined
  return Math.max(last.over, last.until)
}

/** Care ends at 18 whatever the record says of its end. */
export function leaverDays(born: DayNumber, inCare: readonly CareDays[], on: DayNumber): LeaverDays {
  const adult = attainsAgeNumber(born, 18)
  const childhood = inCare.flatMap(({ from, until }): readonly CareDays[] => {
    const end = Math.min(until ?? Number.POSITIVE_INFINITY, adult)
    if (from >= end || from > on) return []
    return [{ from, until: end <= on ? end : undefined }]
  })
  const [last, ended] = [childhood.at(-1), inCare.findLast(({ from }) => from <= on)]
  const isOver = ended?.until !== undefined && ended.until <= on && NOTHING_AFTER.has(ended.reason)
  const [ends, left] = [ended?.ends ?? [], last?.until]
  const eligible = eligibleDay(born, childhood, Math.min(on, adult - 1))
  // Only who was an eligible child has something that living with a parent ends (regulation 3).
  const counts = left !== undefined && eligible !== undefined
  const parent = counts ? withParent(ends, { left, adult, on }) : { over: undefined, again: undefined }
  const died = left === undefined ? undefined : ends.find(({ kind, since }) => kind === 'died' && since <= on)
  const death = died && Math.max(left ?? died.since, died.since)
  const gone = earliest(isOver ? ended.until : overSince(ended, on), death)
  return { eligible, left, over: earliest(gone, parent.over), gone, again: parent.again }
}

export function leaverStatus(born: DayNumber | undefined, inCare: readonly CareDays[], on: DayNumber): LeaverStatus {
  if (born === undefined) return { kind: 'unknown', missing: 'the birth date' }
  const at = (age: number) => attainsAgeNumber(born, age)
  const [sixteen, adult, over, twentyOne] = [at(16), at(18), at(25), at(21)]
  if (on < sixteen) return { kind: 'underSixteen', until: sixteen }
  const { eligible, left, over: ended, gone, again } = leaverDays(born, inCare, on)
  if (gone !== undefined && gone > sixteen) return { kind: 'ended', since: gone }
  if (ended !== undefined && ended > sixteen) {
    return on < twentyOne ? { kind: 'qualifying', since: ended, until: twentyOne } : { kind: 'over', since: twentyOne }
  }
  const wasInCare = inCare.some(({ from }) => from <= on)
  if (eligible !== undefined) {
    if (on >= over) return { kind: 'over', since: over }
    if (on >= adult) return { kind: 'formerRelevant', since: adult, until: over }
    if (left === undefined) return { kind: 'eligible', since: eligible, until: adult }
    return { kind: 'relevant', since: again?.since ?? left, until: adult }
  }
  if (!wasInCare) return { kind: 'none' }
  if (left === undefined) return { kind: 'notYetEligible' }
  if (left <= sixteen) return { kind: 'none' }
  return on < twentyOne ? { kind: 'qualifying', since: left, until: twentyOne } : { kind: 'over', since: twentyOne }
}
