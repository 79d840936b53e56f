// The SQL of reviewing: midpoint checks, alerts and disputes of a child or of many, each with what hangs on it.
import { sql } from 'kysely'
import { type DayNumber, day, type IsoDay, numberOf } from '#calendar'
import { type Asking, among, currentOf, readParts, type Version } from '#database'
import { type Disputed, isTier, type Stage, TIER_DAYS, type TierAnswer, type TierDays } from './dispute.ts'
import { type DisputeRows, disputeRows, rowsOf } from './dispute-parts-store.ts'
import { type OwedTelling, owedTelling } from './telling.ts'

const NO_WORDS: ReadonlyMap<string, string> = new Map()
const ofChildren = (children: readonly string[] | null) =>
  children === null ? sql`true` : sql`child ${among(children)}`

export type DisputeStage = Version<'kith.dispute_stage'> & Stage
export type DisputeAnswer = Version<'kith.dispute_answer'> & TierAnswer
export type StandingDispute = Omit<Disputed<DisputeStage>, 'answers'> & {
  readonly id: string
  readonly line: string
  readonly child: string
  readonly about: string
  readonly raised: IsoDay
  readonly childTold: string
  readonly by: string
  /** undefined: taken out of sight. */
  readonly said: Readonly<Record<'issue' | 'asked' | 'view', string>> | undefined
  readonly answers: readonly DisputeAnswer[]
  readonly referrals: readonly Version<'kith.dispute_referral'>[]
  readonly end: Version<'kith.dispute_end'> | undefined
  /** What the child was told of it, or why not yet: the first first. */
  readonly tellings: readonly Version<'kith.dispute_telling'>[]
}

const n = (text: string): DayNumber => numberOf(day(text))
const stageOf = (row: Version<'kith.dispute_stage'>): DisputeStage[] =>
  isTier(row.tier) ? [{ ...row, tier: row.tier, begun: n(row.begun), answerBy: n(row.answer_by) } as DisputeStage] : []
const answerOf = (row: Version<'kith.dispute_answer'>): DisputeAnswer[] => {
  const promised = row.promised === null ? undefined : n(row.promised)
  return isTier(row.tier) ? [{ ...row, tier: row.tier, answered: n(row.answered), promised } as DisputeAnswer] : []
}

export type OpenDispute = Omit<Disputed<DisputeStage>, 'answers'> &
  Pick<StandingDispute, 'line' | 'child' | 'about' | 'answers'>
/** Those that are not over, without a word of them: where each stands. `children` null: of all whom the asker sees. */
export async function disputesOpen(
  asking: Asking,
  children: readonly string[] | null,
): Promise<readonly OpenDispute[]> {
  const { record, who } = asking
  const { rows } = await sql<Pick<OpenDispute, 'line' | 'child' | 'about'>>`
    select d.line, d.child, d.about from kith.dispute_current d
    where d.council = ${who.council}::smallint and ${ofChildren(children)} and not exists (
      select from kith.dispute_end_current e where e.council = d.council and e.child = d.child and e.dispute = d.line)
    order by d.raised, d.line`.execute(record)
  if (rows.length === 0) return []
  const theirs = [...new Set(rows.map(({ child }) => child))]
  const parts = await disputeRows(asking, ['kith.dispute_stage', 'kith.dispute_answer'], theirs)
  const stages = rowsOf(parts, 'kith.dispute_stage', NO_WORDS)
  const answers = rowsOf(parts, 'kith.dispute_answer', NO_WORDS)
  return rows.map((row) => ({
    ...{ ...row, ended: undefined },
    stages: stages.filter(({ dispute }) => dispute === row.line).flatMap(stageOf),
    answers: answers.filter(({ dispute }) => dispute === row.line).flatMap(answerOf),
  }))
}

/** Those that are over, of all whom the asker sees: the last first. */
export async function disputesOver({ record, who }: Asking): Promise<readonly Pick<OpenDispute, 'line' | 'child'>[]> {
  const { rows } = await sql<Pick<OpenDispute, 'line' | 'child'>>`
    select d.line, d.child from kith.dispute_current d
      join kith.dispute_end_current e on e.council = d.council and e.child = d.child and e.dispute = d.line
    where d.council = ${who.council}::smallint order by e.happened desc, d.line`.execute(record)
  return rows
}

export type ToTell = OwedTelling & Pick<OpenDispute, 'line' | 'child' | 'about'>
/** Of which the child has not been told what came of it: without a word of them. The longest over first. */
export async function disputesToTell(asking: Asking, children: readonly string[]): Promise<readonly ToTell[]> {
  if (children.length === 0) return []
  const { rows } = await sql<Pick<OpenDispute, 'line' | 'child' | 'about'> & { ended: string }>`
    select d.line, d.child, d.about, e.happened as ended from kith.dispute_current d
      join kith.dispute_end_current e on e.council = d.council and e.child = d.child and e.dispute = d.line
    where d.council = ${asking.who.council}::smallint and d.child ${among(children)} order by e.happened, d.line`.execute(
    asking.record,
  )
  if (rows.length === 0) return []
  const theirs = [...new Set(rows.map(({ child }) => child))]
  const table = 'kith.dispute_telling' as const
  const tellings = rowsOf(await disputeRows(asking, [table], theirs), table, NO_WORDS)
  return rows.flatMap(({ ended, ...row }) => {
    const owed = owedTelling(
      day(ended),
      tellings.filter(({ dispute }) => dispute === row.line),
    )
    return owed === undefined ? [] : [{ ...row, ...owed }]
  })
}

const PARTS = [
  'kith.dispute_stage',
  'kith.dispute_answer',
  'kith.dispute_referral',
  'kith.dispute_end',
  'kith.dispute_telling',
] as const
/** Whole, with words still closed: for a page that opens them together with others. Most children have none. */
export async function disputesClosed(asking: Asking, children: readonly string[]): Promise<DisputeRows> {
  const disputes = await disputeRows(asking, ['kith.dispute'], children)
  return disputes.length === 0 ? [] : [...disputes, ...(await disputeRows(asking, PARTS, children))]
}

/** First raised first. */
export async function disputesStanding(
  asking: Asking,
  children: readonly string[],
): Promise<readonly StandingDispute[]> {
  const rows = await disputesClosed(asking, children)
  return disputesIn(rows, await asking.readWords(rows))
}

/** First raised first. */
export function disputesIn(rows: DisputeRows, words: ReadonlyMap<string, string>): readonly StandingDispute[] {
  const stages = rowsOf(rows, 'kith.dispute_stage', words)
  const answers = rowsOf(rows, 'kith.dispute_answer', words)
  const referrals = rowsOf(rows, 'kith.dispute_referral', words)
  const ends = rowsOf(rows, 'kith.dispute_end', words)
  const tellings = rowsOf(rows, 'kith.dispute_telling', words)
  return rowsOf(rows, 'kith.dispute', words)
    .map(({ id, line, child, about, raised, child_told: childTold, recorded_by: by, words: said }) => {
      const of = ({ dispute }: { readonly dispute: string }): boolean => dispute === line
      const end = ends.find(of)
      return {
        ...{ id, line, child, about, raised: day(raised), childTold, by, end },
        said: readParts(said, ['issue', 'asked', 'view']),
        ended: end === undefined ? undefined : n(end.happened),
        stages: stages.filter(of).flatMap(stageOf),
        answers: answers.filter(of).flatMap(answerOf),
        referrals: referrals.filter(of).toSorted((a, b) => (a.happened < b.happened ? -1 : 1)),
        tellings: tellings.filter(of).toSorted((a, b) => (a.happened < b.happened ? -1 : 1)),
      }
    })
    .toSorted((a, b) => (a.raised < b.raised ? -1 : 1))
}

/** The council's protocol on a day. */
export async function tierDays({ record, who }: Asking, on: IsoDay): Promise<TierDays> {
  const { rows } = await sql<{ switch: string; choice: string }>`
    select switch, choice from kith.rule_choice where council = ${who.council}::smallint and since <= ${on}::date
      and switch in ('disputeInformal', 'disputeStage') order by since, recorded, id`.execute(record)
  let { informal, formal } = TIER_DAYS
  for (const row of rows)
    if (row.switch === 'disputeInformal') informal = Number(row.choice)
    else formal = Number(row.choice)
  return { informal, formal }
}

export type MidpointCheck = Version<'kith.midpoint_check'> & {
  readonly said: Readonly<Record<'found' | 'worries', string>> | undefined
  readonly progress: readonly Version<'kith.midpoint_progress'>[]
}
/** The latest first. */
export async function midpointsOf(asking: Asking, child: string): Promise<readonly MidpointCheck[]> {
  const checks = await currentOf(asking, 'kith.midpoint_check', child)
  const progress = checks.length === 0 ? [] : await currentOf(asking, 'kith.midpoint_progress', child)
  return checks
    .map((check) => ({
      ...check,
      said: readParts(check.words, ['found', 'worries']),
      progress: progress.filter(({ midpoint }) => midpoint === check.line),
    }))
    .toSorted((a, b) => (a.happened < b.happened ? 1 : -1))
}

export type Alert = Version<'kith.reviewer_alert'> & {
  readonly outcome: Version<'kith.reviewer_alert_outcome'> | undefined
}
/** The latest first. */
export async function alertsOf(asking: Asking, child: string): Promise<readonly Alert[]> {
  const alerts = await currentOf(asking, 'kith.reviewer_alert', child)
  const outcomes = alerts.length === 0 ? [] : await currentOf(asking, 'kith.reviewer_alert_outcome', child)
  return alerts
    .map((alert) => ({ ...alert, outcome: outcomes.find((one) => one.alert === alert.line) }))
    .toSorted((a, b) => (a.raised < b.raised ? 1 : -1))
}

export type HeldReview = Pick<Version<'kith.review'>, 'id' | 'line' | 'held' | 'visitor'> & {
  readonly receipt: Version<'kith.review_receipt'> | undefined
  readonly record: Version<'kith.review_record'> | undefined
  /** One of each manager, the first first. */
  readonly answers: readonly Version<'kith.review_answer'>[]
}
/** Completed ones, the latest first, each with when its decisions arrived and what managers said. */
export async function reviewsHeld(asking: Asking, child: string): Promise<readonly HeldReview[]> {
  const reviews = (await currentOf(asking, 'kith.review', child)).filter(({ adjourned }) => !adjourned)
  const receipts = await currentOf(asking, 'kith.review_receipt', child)
  const answers = await currentOf(asking, 'kith.review_answer', child)
  const records = await currentOf(asking, 'kith.review_record', child)
  return reviews
    .map((review) => ({
      ...review,
      record: records.find((one) => one.review === review.line),
      receipt: receipts.find((one) => one.review === review.line),
      answers: answers.filter((one) => one.review === review.line).toSorted((a, b) => (a.line < b.line ? -1 : 1)),
    }))
    .toSorted((a, b) => (a.held < b.held ? 1 : -1))
}
