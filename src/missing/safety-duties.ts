// What is owed besides the interview: the report to the police, the meeting, exploitation looked at again, the national referral.
import { type DayNumber, workingDaysAfter } from '#calendar'
import { enacted, guidance, named } from '#law'
import {
  type Basis,
  basis,
  type Closing,
  coveredThrough,
  type Duty,
  londonDayNumber,
  type MissingFact,
  raisedBy,
  type Span,
  settle,
} from '#ledger'
import type { ExploitationSeen, MissingEpisode, PoliceTold, SafetyFacts, SlaverySeen } from './missing-episode.ts'
import { exploitationLookedAt, meetingHeld, reportedMissing, slaveryReferred } from './rules.ts'
import { STEP_BASES, stepDuties } from './steps.ts'

const HOUR = 3_600_000
const NO_DAYS = { unit: 'none', n: 0 } as const
const REPORTED = basis({
  id: 'MI-03',
  rule: reportedMissing,
  name: 'Police told of a missing child',
  count: NO_DAYS,
  since: 'going missing on',
  cites: guidance('missing children guidance (2014)', ''),
  kind: 'policeTold',
  remark: 'The hours are those of the placement plan.',
})
const MEETING = basis({
  id: 'MI-04',
  rule: meetingHeld,
  name: 'Meeting about a missing child',
  count: NO_DAYS,
  since: 'the threshold met on',
  cites: named('Local protocols on children who run away or go missing'),
  kind: 'strategyMeeting',
  remark:
    'Many hours, or several times in 90 days, or a risk of exploitation. How many is local: the rulebook says what is chosen.',
})
const REFERRAL = basis({
  id: 'MI-08/referral',
  rule: slaveryReferred,
  name: 'Referral of a possible victim of modern slavery',
  count: NO_DAYS,
  since: 'what was seen on',
  cites: enacted('Modern Slavery Act 2015', 'section 52'),
  kind: 'slaveryReferral',
})
const DECISION = basis({
  id: 'MI-08/decision',
  rule: slaveryReferred,
  name: 'Decision on reasonable grounds',
  count: { unit: 'workingDays', n: 5 },
  since: 'the referral of',
  cites: enacted('Modern Slavery Act 2015', 'section 52'),
  kind: 'slaveryReferral',
  remark: 'The decision is not ours: where it is late, ask for it.',
})
const LOOKED_AT = basis({
  id: 'MI-10',
  rule: exploitationLookedAt,
  name: 'Exploitation looked at again',
  count: { unit: 'by', n: 0 },
  since: 'the day agreed,',
  cites: named('Local protocols on child exploitation'),
  kind: 'exploitation',
})
export const SAFETY_BASES: readonly Basis[] = [...[REPORTED, MEETING, REFERRAL, DECISION, LOOKED_AT], ...STEP_BASES]

type Ending = { readonly closes: DayNumber | undefined; readonly closing: Closing | undefined }
export interface SafetyKnown {
  /** In order, none later than the day asked about. */
  readonly episodes: readonly MissingEpisode[]
  readonly safety: SafetyFacts
  /** The lines of the placement of a day, and of those with the same carers, in order. */
  readonly homesOn: (day: DayNumber) => readonly string[]
  readonly spans: Readonly<
    Record<'policeTold' | 'strategyMeeting' | 'slaveryReferral' | 'exploitation' | 'missingStep', readonly Span[]>
  >
  readonly on: DayNumber
  readonly meetsAfter: MeetsAfter
  /** Steps at 24, 48 and 72 hours are counted. */
  readonly countsSteps: boolean
  /** undefined: that day lies in no time in care. */
  readonly ending: (from: DayNumber) => Ending | undefined
}

const backAt = ({ until, returnedAt }: MissingEpisode): number | undefined =>
  returnedAt ?? (until === undefined ? undefined : until * 24 * HOUR)

/** Before that moment for certain, not before it, or nobody knows since only the day of the return is known. */
function wasBackBefore({ until, returnedAt }: MissingEpisode, dueAt: number): boolean | 'unknown' {
  if (returnedAt !== undefined) return returnedAt < dueAt
  if (until === undefined) return false
  const due = londonDayNumber(dueAt)
  return until === due ? 'unknown' : until < due
}

interface Hours {
  readonly gone: number | undefined
  readonly hours: number | undefined
  readonly dueAt: number | undefined
  readonly back: ReturnType<typeof wasBackBefore>
  readonly met: PoliceTold | undefined
}
/** Which hour has to be known before anybody can say that they were told in time, or late. */
function hourMissing({ gone, hours, dueAt, back, met }: Hours): MissingFact | undefined {
  if (gone === undefined) return 'goneTime'
  if (hours === undefined || dueAt === undefined) return 'reportHours'
  const due = londonDayNumber(dueAt)
  if (met !== undefined && met.at === undefined && met.day === due) return 'toldTime'
  const inTime = met !== undefined && (met.at === undefined ? met.day < due : met.at <= dueAt)
  return back === 'unknown' && !inTime ? 'returnTime' : undefined
}

/** Nothing is raised for a time that no source of such tellings covers: what came with a return has no hours. */
function reports(out: Duty[], episode: MissingEpisode, known: SafetyKnown): void {
  const { safety, spans, on, homesOn } = known
  if (episode.kind !== 'missing' || coveredThrough(spans.policeTold, episode.from) === undefined) return
  const gone = safety.gone.get(episode.line)
  const hours = homesOn(episode.from)
    .map((home) => safety.reporting.get(home))
    .find((one) => one !== undefined)
  const dueAt = gone === undefined || hours === undefined ? undefined : gone + hours * HOUR
  const back = dueAt === undefined ? false : wasBackBefore(episode, dueAt)
  if (back === true) return
  const met = safety.policeTold
    .filter(({ episode: of, day }) => of === episode.line && day <= on)
    .sort((a, b) => a.day - b.day || (a.at ?? 0) - (b.at ?? 0))[0]
  const raised = raisedBy(REPORTED, episode, {
    trigger: episode.from,
    due: dueAt === undefined ? undefined : londonDayNumber(dueAt),
    ...{ closes: undefined, closing: undefined, spans: spans.policeTold },
    missing: hourMissing({ gone, hours, dueAt, back, met }),
  })
  const duty = settle(raised, met, met?.day)
  const late = dueAt !== undefined && met?.at !== undefined && met.at > dueAt && duty.standing === 'doneOnTime'
  out.push({ ...duty, dueAt, standing: late ? 'doneLate' : duty.standing })
}

/** What a council may choose: longer than so many hours, so many times in 90 days. */
export const HOURS_TO_MEET = [12, 24, 48, 72] as const
export const TIMES_TO_MEET = [2, 3, 4, 5] as const
export interface MeetsAfter {
  readonly hours: number
  readonly times: number
}
const DAYS_OF_TIMES = 90

/** The day on which those who work with the child have to meet, because of this time; undefined: not for this one. */
function meetingOwedFrom(
  episode: MissingEpisode,
  { episodes, safety, on, meetsAfter }: Pick<SafetyKnown, 'episodes' | 'safety' | 'on' | 'meetsAfter'>,
): DayNumber | undefined {
  const { from, until } = episode
  const times = episodes.filter((one) => one.from <= from && one.from > from - DAYS_OF_TIMES && isCounted(one))
  const assessed = safety.exploitation.filter(({ day }) => day <= from).toSorted((a, b) => a.day - b.day)
  if (times.length >= meetsAfter.times || assessed.at(-1)?.risk === 'yes') return from
  const gone = safety.gone.get(episode.line)
  const back = backAt(episode)
  // Without hours two days apart are more than 24 hours for certain; the next day may be less.
  const days = Math.ceil(meetsAfter.hours / 24)
  const sure = (until ?? on) >= from + days + 1
  const longer = gone !== undefined && back !== undefined ? back - gone > meetsAfter.hours * HOUR : sure
  if (!longer) return undefined
  return gone === undefined ? from + days : londonDayNumber(gone + meetsAfter.hours * HOUR)
}
const isCounted = ({ kind }: MissingEpisode): boolean => kind === 'missing'

function meets(out: Duty[], episode: MissingEpisode, known: SafetyKnown): void {
  const { safety, spans, on, ending } = known
  if (!isCounted(episode) || coveredThrough(spans.strategyMeeting, episode.from) === undefined) return
  const from = meetingOwedFrom(episode, known)
  const ended = from === undefined ? undefined : ending(episode.from)
  if (from === undefined || from > on || ended === undefined) return
  const met = safety.meetings
    .filter(({ about, day }) => day <= on && (day >= from || (about === episode.line && day >= episode.from)))
    .sort((a, b) => a.day - b.day)[0]
  const rest = { trigger: from, due: undefined, ...ended, spans: spans.strategyMeeting, missing: undefined }
  out.push(settle(raisedBy(MEETING, episode, rest), met, met?.day))
}

function referred(out: Duty[], one: SlaverySeen, { spans, on, ending }: SafetyKnown): void {
  const ended = one.seen > on ? undefined : ending(one.seen)
  if (ended === undefined) return
  const rest = { ...ended, spans: spans.slaveryReferral }
  const sent = one.referred !== undefined && one.referred <= on ? one.referred : undefined
  const owed = raisedBy(REFERRAL, one, { ...rest, trigger: one.seen, due: undefined, missing: undefined })
  out.push(settle(owed, sent === undefined ? undefined : one, sent))
  if (sent === undefined) return
  const due = workingDaysAfter(sent, DECISION.count.n)
  const came = one.reasonable !== undefined && one.reasonable <= on ? one.reasonable : undefined
  const missing = due === undefined ? 'bankHolidays' : undefined
  const decided = raisedBy(DECISION, one, { ...rest, trigger: sent, due, missing })
  out.push(settle(decided, came === undefined ? undefined : one, came))
}

function lookedAt(out: Duty[], all: readonly ExploitationSeen[], { spans, on, ending }: SafetyKnown): void {
  const inOrder = all.filter(({ day }) => day <= on).toSorted((a, b) => a.day - b.day)
  for (const [at, one] of inOrder.entries()) {
    const ended = one.reviewBy === undefined ? undefined : ending(one.day)
    if (ended === undefined) continue
    const met = inOrder.slice(at + 1).find(({ day }) => day > one.day)
    const rest = { trigger: one.day, due: one.reviewBy, ...ended, spans: spans.exploitation, missing: undefined }
    out.push(settle(raisedBy(LOOKED_AT, one, rest), met, met?.day))
  }
}

export function safetyDuties(out: Duty[], known: SafetyKnown): void {
  for (const episode of known.episodes) {
    reports(out, episode, known)
    meets(out, episode, known)
    if (known.countsSteps) stepDuties(out, episode, { ...known, spans: known.spans.missingStep })
  }
  for (const one of known.safety.slavery) referred(out, one, known)
  lookedAt(out, known.safety.exploitation, known)
}
