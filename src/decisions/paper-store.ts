// The SQL of answers on paper: whether the asker may write this one down, and writing it down.
import { sql } from 'kysely'
import type { IsoDay } from '#calendar'
import { type Asking, lockChildren, recordFirst, type Written, writeParts } from '#database'
import { requestsOf, type Which } from './approval-store.ts'
import type { Decided } from './decision.ts'
import { mayWritePaper, type PaperRefusal, type TypedPaper } from './paper.ts'

/** With the paper itself among the documents: who asked, and a manager who did not. */
export async function mayWriteOnPaper(asking: Asking, { child, request }: Which): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select kith.may_write_paper(${child}, ${request}, null, null) as may`.execute(asking.record)
  return rows[0]?.may ?? false
}

/** `nameOf`: how who asked and who writes are called. */
type Writing = {
  readonly typed: TypedPaper
  readonly today: IsoDay
  readonly born: IsoDay | undefined
  readonly documents: readonly string[]
  readonly nameOf: (person: string) => string
}
export async function writePaperAnswer(
  asking: Asking,
  which: Which,
  { typed, today, born, documents, nameOf }: Writing,
): Promise<Decided<Written, PaperRefusal>> {
  await lockChildren(asking, [which.child])
  const request = (await requestsOf(asking, which.child)).find(({ line }) => line === which.request)
  if (request === undefined) return { refused: ['no such request'] }
  const may = mayWritePaper(request, typed, {
    ...{ today, born, documents, askers: [nameOf(request.asked.by)], writer: nameOf(asking.who.person) },
    mayWrite: await mayWriteOnPaper(asking, which),
  })
  if ('refused' in may) return may
  const { answer, given: answered, document, reasons, conditions, by, office, kept } = may.ok
  const columns = { request: request.line, answer, answered, on_paper: true, paper_document: document }
  const words = writeParts({ reasons, conditions, by, office, kept })
  return { ok: await recordFirst(asking, 'kith.approval_answer', { child: which.child, columns, words }) }
}
