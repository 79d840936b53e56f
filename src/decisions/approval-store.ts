// The SQL of approvals: asking, answering, withdrawing; what waits for me, what I asked, what stands of one child.
import { type Selectable, sql } from 'kysely'
import type { IsoDay } from '#calendar'
import {
  type Asking,
  among,
  correct,
  type Database,
  firstHands,
  historyOf,
  lockChildren,
  readParts,
  recordFirst,
  retract,
  type Superseded,
  type Version,
  type Written,
  writeParts,
} from '#database'
import { audienceColumns } from '#people'
import {
  type Answered,
  type AnswerRefusal,
  type ApprovalRequest,
  type AskRefusal,
  mayAnswer,
  mayAsk,
  mayWithdraw,
  type NewAnswer,
  oldestFirst,
  type TypedAnswer,
  type TypedRequest,
} from './approval.ts'
import type { Decided } from './decision.ts'
import { decisionKinds } from './store.ts'

type Row = Selectable<Database['kith.approval_request']>
type AnswerRow = Selectable<Database['kith.approval_answer']>

function answeredOf(row: AnswerRow, words: string | undefined): Answered {
  const { id, line, answer, answered, recorded_by: by, recorded: at } = row
  const said = readParts(words, ['reasons', 'conditions', 'by', 'office', 'kept'])
  const paper = row.on_paper
    ? { by: said?.by ?? '', office: said?.office ?? '', kept: said?.kept ?? '', document: row.paper_document }
    : undefined
  return { id, line, answer, answered, by, at, said, paper }
}

async function withAnswers(asking: Asking, rows: readonly Row[]): Promise<readonly ApprovalRequest[]> {
  if (rows.length === 0) return []
  const lines = rows.map(({ line }) => line)
  const children = [...new Set(rows.map(({ child }) => child))]
  const answers = await sql<AnswerRow>`
    select * from kith.approval_answer_current where council = ${asking.who.council}
      and child ${among(children)} and request ${among(lines)}`.execute(asking.record)
  const words = await asking.readWords([...rows, ...answers.rows])
  const hands = await firstHands(asking, 'kith.approval_request', rows)
  return rows.map(({ id, line, child, kind, on_table: table, on_line, view, ...row }) => {
    const answer = answers.rows.find(({ request }) => request === line)
    return {
      ...{ id, line, child, kind, view, ofRelation: row.of_relation, ofPerson: row.of_person, byWhen: row.by_when },
      ...{ on: { table, line: on_line }, askedBefore: row.asked_before, why: words.get(id) },
      asked: hands.get(line) ?? { by: row.recorded_by, at: row.recorded },
      answered: answer === undefined ? undefined : answeredOf(answer, words.get(answer.id)),
    }
  })
}

/** Of one child, in the order in which they were asked. */
export async function requestsOf(asking: Asking, child: string): Promise<readonly ApprovalRequest[]> {
  const { rows } = await sql<Row>`
    select * from kith.approval_request_current where council = ${asking.who.council} and child = ${child} order by line`.execute(
    asking.record,
  )
  return await withAnswers(asking, rows)
}

/** Across children: what the asker may answer and nobody has answered; the longest waiting first. `most`: no more than the first so many. */
export async function waitingForMe(asking: Asking, most: number | null = null): Promise<readonly ApprovalRequest[]> {
  const { rows } = await sql<Row>`
    select r.* from kith.approval_request_current r where r.council = ${asking.who.council}
      and r.line = any (array(select kith.waits_for_me(${most}::int)))`.execute(asking.record)
  return oldestFirst(await withAnswers(asking, rows))
}

/** Across children in the asker's sight: what nobody has answered, whoever may; the longest waiting first. */
export async function unanswered(asking: Asking): Promise<readonly ApprovalRequest[]> {
  const { rows } = await sql<Row>`
    select r.* from kith.approval_request_current r where r.council = ${asking.who.council} and not exists (
      select from kith.approval_answer_current a where a.council = r.council and a.child = r.child and a.request = r.line)`.execute(
    asking.record,
  )
  return oldestFirst(await withAnswers(asking, rows))
}

/** Across children: what the asker asked for, answered or not, the longest ago first. */
export async function askedByMe(asking: Asking): Promise<readonly ApprovalRequest[]> {
  const { council, person } = asking.who
  const { rows } = await sql<Row>`
    select r.* from kith.approval_request_current r where r.council = ${council} and r.line in (
      select f.id from kith.approval_request f where f.council = ${council} and f.id = f.line and f.recorded_by = ${person})`.execute(
    asking.record,
  )
  return oldestFirst(await withAnswers(asking, rows))
}

/** Other workers who may take a decision of this kind for this child, by their ids. */
export async function decidersOf(asking: Asking, child: string, kind: string): Promise<readonly string[]> {
  const { rows } = await sql<{ person: string }>`
    select person from kith.deciders_of(${child}, ${kind}) person order by person`.execute(asking.record)
  return rows.map(({ person }) => person)
}

/** Those among them who may know the line that is to be decided of, which may be kept to few. */
export async function decidersWhoMayKnow(
  asking: Asking,
  { child, kind, on }: { readonly child: string; readonly kind: string; readonly on: TypedRequest['on'] },
): Promise<readonly string[]> {
  const { rows } = await sql<{ person: string }>`
    select person from kith.deciders_who_hear(${child}, ${kind}, ${on.table}, ${on.line}) person order by person`.execute(
    asking.record,
  )
  return rows.map(({ person }) => person)
}

/** Decided from what stands while nobody else writes about this child. */
export async function askApproval(
  asking: Asking,
  child: string,
  { typed, today }: { readonly typed: TypedRequest; readonly today: IsoDay },
): Promise<Decided<Written, AskRefusal>> {
  await lockChildren(asking, [child])
  const standing = await requestsOf(asking, child)
  const may = mayAsk(typed, { kinds: await decisionKinds(asking), standing, me: asking.who.person, today })
  if ('refused' in may) return may
  const { kind, ofRelation, ofPerson, on, byWhen, view, askedBefore, why, whoMayKnow } = may.ok
  const columns = {
    ...{ kind, view, of_relation: ofRelation, of_person: ofPerson, by_when: byWhen },
    ...{ on_table: on.table, on_line: on.line, asked_before: askedBefore },
    ...audienceColumns(whoMayKnow),
  }
  return { ok: await recordFirst(asking, 'kith.approval_request', { child, columns, words: why }) }
}

export type Which = { readonly child: string; readonly request: string }
async function standingRequest(asking: Asking, { child, request }: Which): Promise<ApprovalRequest | undefined> {
  await lockChildren(asking, [child])
  return (await requestsOf(asking, child)).find(({ line }) => line === request)
}
const wordsOf = ({ reasons, conditions }: Omit<NewAnswer, 'answer'>) => writeParts({ reasons, conditions })

/** Whether the asker may answer this one, as the database says it. */
export async function mayAnswerIt(asking: Asking, { child, request }: Which): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select kith.may_answer(${child}, ${request}, 'approved') as may`.execute(asking.record)
  return rows[0]?.may ?? false
}

/** One answer stands. Whoever comes second is told who was first, with what, and when. */
export async function answerRequest(
  asking: Asking,
  which: Which,
  { typed, today }: { readonly typed: TypedAnswer; readonly today: IsoDay },
): Promise<Decided<Written, AnswerRefusal>> {
  const request = await standingRequest(asking, which)
  if (request === undefined) return { refused: ['no such request'] }
  const mayApprove = await mayAnswerIt(asking, which)
  const may = mayAnswer(request, typed, { me: asking.who.person, mayApprove })
  if ('refused' in may) return may
  const columns = { request: request.line, answer: may.ok.answer, answered: today }
  const words = wordsOf(may.ok)
  return { ok: await recordFirst(asking, 'kith.approval_answer', { child: which.child, columns, words }) }
}

/** By who asked; it waits for nobody any more. */
export async function withdrawRequest(
  asking: Asking,
  which: Which,
  { reasons, today }: { readonly reasons: string; readonly today: IsoDay },
): Promise<Decided<Written, AnswerRefusal>> {
  const request = await standingRequest(asking, which)
  if (request === undefined) return { refused: ['no such request'] }
  const may = mayWithdraw(request, reasons, asking.who.person)
  if ('refused' in may) return may
  const columns = { request: request.line, answer: 'withdrawn', answered: today }
  const words = wordsOf({ reasons: may.ok, conditions: '' })
  return { ok: await recordFirst(asking, 'kith.approval_answer', { child: which.child, columns, words }) }
}

/** By who answered, and nobody else. */
export async function correctAnswer(
  asking: Asking,
  id: string,
  { answer, ...said }: NewAnswer,
): Promise<Superseded<'kith.approval_answer'>> {
  return await correct(asking, 'kith.approval_answer', { id, columns: { answer }, words: wordsOf(said) })
}
/** By who answered: the request waits again. */
export async function retractAnswer(
  asking: Asking,
  id: string,
  reason: string,
): Promise<Superseded<'kith.approval_answer'>> {
  return await retract(asking, 'kith.approval_answer', { id, reason })
}

export type RequestVersions = {
  readonly request: readonly Version<'kith.approval_request'>[]
  readonly answers: readonly (readonly Version<'kith.approval_answer'>[])[]
}
/** Every version of a request and of its answers, those taken back with their reason. */
export async function requestHistory(asking: Asking, line: string): Promise<RequestVersions> {
  const { rows } = await sql<{ line: string }>`
    select distinct line from kith.approval_answer where council = ${asking.who.council} and request = ${line} order by line`.execute(
    asking.record,
  )
  const answers: (readonly Version<'kith.approval_answer'>[])[] = []
  for (const found of rows) answers.push(await historyOf(asking, 'kith.approval_answer', found.line))
  return { request: await historyOf(asking, 'kith.approval_request', line), answers }
}
