// The SQL of complaints: of one child with their stages, all whom the asker may read, and what somebody has to answer.
import { sql } from 'kysely'
import { day, type IsoDay, parseDay } from '#calendar'
import {
  type Asking,
  changeFrom,
  correct,
  currentOf,
  historyOf,
  type RecordColumns,
  readParts,
  recordFirst,
  retract,
  type Version,
} from '#database'
import { type Owed, owedOf, type StageDays } from './complaint.ts'

const PARTS = ['said', 'wanted', 'who', 'thinks'] as const
const STAGE_PARTS = ['people', 'why', 'found', 'changes', 'told'] as const
type Parts<Names extends readonly string[]> = Readonly<Record<Names[number], string>>
export type ComplaintWords = Parts<typeof PARTS>
export type StageWords = Parts<typeof STAGE_PARTS>
export const complaintWords = (words: string | undefined): ComplaintWords | undefined => readParts(words, PARTS)
export const stageWordsOf = (words: string | undefined): StageWords | undefined => readParts(words, STAGE_PARTS)

export type StageRow = Version<'kith.complaint_stage'>
export type Complaint = Version<'kith.complaint'> & {
  readonly said: ComplaintWords | undefined
  /** The first first; it runs from the day on which the complaint was received, as that is known now. */
  readonly stages: readonly StageRow[]
}
type ComplaintColumns = RecordColumns<'kith.complaint'>
export type StageColumns = RecordColumns<'kith.complaint_stage'>

/** The last received first. */
export async function complaintsOf(asking: Asking, child: string): Promise<readonly Complaint[]> {
  const all = await currentOf(asking, 'kith.complaint', child)
  const stages = all.length === 0 ? [] : await currentOf(asking, 'kith.complaint_stage', child)
  return all
    .map((one) => ({
      ...one,
      said: complaintWords(one.words),
      stages: stages
        .filter(({ complaint }) => complaint === one.line)
        .map((stage) => (stage.stage === 1 ? { ...stage, asked: one.received } : stage))
        .toSorted((a, b) => a.stage - b.stage),
    }))
    .toSorted((a, b) => (a.received === b.received ? (a.line < b.line ? 1 : -1) : a.received < b.received ? 1 : -1))
}
/** By its line, by its version that stands, or by one of its stages. */
export const complaintNamed = async (asking: Asking, child: string, id: string): Promise<Complaint | undefined> =>
  (await complaintsOf(asking, child)).find(
    (one) => [one.line, one.id].includes(id) || one.stages.some((stage) => [stage.line, stage.id].includes(id)),
  )
/** What a stage said from version to version, the first first. */
export const stepsOf = async (asking: Asking, line: string): Promise<readonly StageRow[]> =>
  (await historyOf(asking, 'kith.complaint_stage', line)).toSorted((a, b) => (a.recorded < b.recorded ? -1 : 1))

type Recorded = { readonly columns: ComplaintColumns; readonly words: string; readonly answers: string }
/** With its first stage. */
export async function recordComplaint(asking: Asking, child: string, { columns, words, answers }: Recorded) {
  const made = await recordFirst(asking, 'kith.complaint', { child, columns, words })
  const first = { complaint: made.line, stage: 1, asked: columns.received, answers }
  const { id } = await recordFirst(asking, 'kith.complaint_stage', { child, columns: first, words: undefined })
  return { ...made, first: id }
}
export const correctComplaint = async (
  asking: Asking,
  id: string,
  { columns, words }: Pick<Recorded, 'columns' | 'words'>,
) => await correct(asking, 'kith.complaint', { id, columns, words })
/** Its stages stand in no list from then on. */
export const retractComplaint = async (asking: Asking, id: string, reason: string) =>
  await retract(asking, 'kith.complaint', { id, reason })
export const askFurther = async (
  asking: Asking,
  child: string,
  { columns, words }: { readonly columns: StageColumns; readonly words: string | undefined },
) => await recordFirst(asking, 'kith.complaint_stage', { child, columns, words })
type Next = { readonly id: string; readonly columns: Partial<StageColumns>; readonly words: string | null }
/** `mending`: what it said before was wrong; else it stays true. */
export const goOnWithStage = async (asking: Asking, next: Next, mending: boolean) =>
  mending ? await correct(asking, 'kith.complaint_stage', next) : await changeFrom(asking, 'kith.complaint_stage', next)

export const daysOf = ({
  stage,
  asked,
  longer,
  panel,
  report,
}: Pick<StageRow, 'stage' | 'asked' | 'longer' | 'panel' | 'report'>): StageDays => ({
  ...{ stage, asked: day(asked), longer: longer !== null },
  ...{ panel: parseDay(panel ?? '') ?? null, report: parseDay(report ?? '') ?? null },
})

/** Without a word of it. */
export type Standing = Pick<StageRow, 'stage' | 'asked' | 'longer' | 'panel' | 'report'> & {
  readonly line: string
  readonly child: string
  readonly received: IsoDay
  readonly asker: string
  readonly about: readonly string[]
  readonly answers: string
  readonly answered: IsoDay | null
  readonly outcome: string | null
  readonly told: IsoDay | null
  /** Its record takes no more writing. */
  readonly closed: boolean
}
export type OpenComplaint = Standing & { readonly owed: Owed }
/** Of this child's record, those who may be named to answer. */
export async function answerersOf(asking: Asking, child: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ person: string }>`
    select person from kith.complaint_answerers(${child}::uuid) person`.execute(asking.record)
  return new Set(rows.map(({ person }) => person))
}
/** Each at its last stage, open ones not of a record that takes no more writing: open ones by the day that is owed first, then those that are over, the last answered first. */
export async function complaintsStanding({ record, who }: Asking): Promise<{
  readonly open: readonly OpenComplaint[]
  readonly over: readonly Standing[]
}> {
  const { rows } = await sql<Standing>`
    select c.line, c.child, c.received, c.asker, c.about, s.stage,
      case s.stage when 1 then c.received else s.asked end as asked, s.longer, s.panel, s.report, s.answers, s.answered, s.outcome, s.told,
      c.child = any (array(select kith.closed_children())) as closed
    from kith.complaint_current c join kith.complaint_stage_current s on s.council = c.council and s.child = c.child and s.complaint = c.line
    where c.council = ${who.council}::smallint and not exists (
      select from kith.complaint_stage_current n where n.council = s.council and n.child = s.child and n.complaint = s.complaint and n.stage > s.stage)
    order by s.answered desc nulls last, c.line`.execute(record)
  const open = rows
    .filter(({ outcome, closed }) => outcome === null && !closed)
    .map((one) => ({ ...one, owed: owedOf(daysOf(one)) }))
  return {
    open: open.toSorted((a, b) => ((a.owed.by ?? '0') < (b.owed.by ?? '0') ? -1 : 1)),
    over: rows.filter(({ outcome }) => outcome !== null),
  }
}
/** This person's to answer, or answered by them and the child has still to be told. */
export async function complaintsToAnswer(asking: Asking): Promise<readonly Standing[]> {
  const { council, person } = asking.who
  const { rows } = await sql<{ mine: boolean }>`
    select exists (select from kith.complaint_stage_current where council = ${council}::smallint and answers = ${person}::uuid
      and (outcome is null or told is null and outcome <> 'withdrawn')) as mine`.execute(asking.record)
  if (rows[0]?.mine !== true) return []
  const { open, over } = await complaintsStanding(asking)
  const untold = over.filter(({ told, outcome, closed }) => told === null && outcome !== 'withdrawn' && !closed)
  return [...open, ...untold].filter(({ answers }) => answers === person)
}

/** What children said in complaints of their own, still closed: their words are opened with others of the story. */
export type SaidInComplaint = {
  readonly id: string
  readonly said: Buffer | null
  readonly line: string
  readonly received: IsoDay
  readonly how: string
  readonly recorded_by: string
}
export async function childsComplaints({ record, who }: Asking, child: string): Promise<readonly SaidInComplaint[]> {
  const { rows } = await sql<SaidInComplaint>`
    select id, said, line, received, how, recorded_by from kith.complaint_current
    where council = ${who.council}::smallint and child = ${child}::uuid and asker = 'child' order by line`.execute(
    record,
  )
  return rows
}
