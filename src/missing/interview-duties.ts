// The return interviews owed after each missing episode, each with its own 72 hours.
import type { DayNumber } from '#calendar'
import { guidance } from '#law'
import { basis, type Duty, londonDayNumber, type Span, settle } from '#ledger'
import type { MissingEpisode, ReturnInterview } from './missing-episode.ts'
import { INTERVIEW_HOURS, returnInterview } from './return-interview.ts'

const HOUR = 3_600_000

const INTERVIEW_BASIS = basis({
  id: 'MI-01',
  rule: returnInterview,
  name: 'Return interview',
  count: { unit: 'hours', n: INTERVIEW_HOURS },
  since: 'the return on',
  cites: guidance('missing children guidance (2014)', ''),
  kind: 'returnInterview',
})
/** Only the day of return is known: the third day after it is the last on which 72 hours can end. */
const BY_DAY_BASIS = basis({
  id: 'MI-01/by-day',
  rule: returnInterview,
  name: 'Return interview',
  count: { unit: 'hours', n: INTERVIEW_HOURS },
  since: 'the return on',
  cites: guidance('missing children guidance (2014)', ''),
  kind: 'returnInterview',
  remark: 'The hour of the return is not known: the last day on which 72 hours can end is taken.',
})
export const INTERVIEW_BASES = [INTERVIEW_BASIS, BY_DAY_BASIS]

const WHOLE_DAYS = INTERVIEW_HOURS / 24

function withinHours(duty: Duty, dueAt: number | undefined, interview: ReturnInterview | undefined): Duty {
  if (dueAt === undefined) return duty
  // On the due day itself the hour decides, where both hours are known.
  const late = interview?.at !== undefined && interview.at > dueAt && duty.standing === 'doneOnTime'
  return { ...duty, dueAt, standing: late ? 'doneLate' : duty.standing }
}

export interface InterviewsKnown {
  readonly interviews: readonly ReturnInterview[]
  readonly spans: readonly Span[]
  readonly on: DayNumber
}

/** Interviews and episodes in any order; those still missing that day owe none yet. */
export function interviewDuties(
  out: Duty[],
  episodes: readonly MissingEpisode[],
  { interviews, spans, on }: InterviewsKnown,
): void {
  for (const episode of episodes) {
    const { until, returnedAt } = episode
    const returned: DayNumber | undefined = returnedAt === undefined ? until : londonDayNumber(returnedAt)
    if (returned === undefined || returned > on) continue
    const dueAt = returnedAt === undefined ? undefined : returnedAt + INTERVIEW_HOURS * HOUR
    let met: ReturnInterview | undefined
    for (const interview of interviews) {
      if (interview.episode === episode.line && (met === undefined || interview.day < met.day)) met = interview
    }
    const raised = {
      basis: dueAt === undefined ? BY_DAY_BASIS : INTERVIEW_BASIS,
      occurrence: episode.line,
      trigger: returned,
      raisedAt: episode.recorded,
      due: dueAt === undefined ? returned + WHOLE_DAYS : londonDayNumber(dueAt),
      closes: undefined,
      closing: undefined,
      spans,
      missing: undefined,
    }
    out.push(withinHours(settle(raised, met, met?.day), dueAt, met))
  }
}
