// The SQL of letting a document in, and of leaving it out again.
import { sql } from 'kysely'
import { type Asking, correct, recordFirst, type Superseded, type Version, type Written } from '#database'
import type { NewLettingIn } from './letting-in.ts'

export type Release = Version<'kith.document_release'>

export async function letIn(
  asking: Asking,
  { child, document }: { readonly child: string; readonly document: string },
  { why, goes_into: uses, ...made }: NewLettingIn,
): Promise<Written> {
  const columns = { ...made, document, goes_into: [...uses], decided_by: asking.who.person }
  return await recordFirst(asking, 'kith.document_release', { child, columns, words: why })
}
export async function correctLettingIn(
  asking: Asking,
  id: string,
  { why, goes_into: uses, ...made }: NewLettingIn,
): Promise<Superseded<'kith.document_release'>> {
  return await correct(asking, 'kith.document_release', {
    id,
    columns: { ...made, goes_into: [...uses] },
    words: why,
  })
}
export type UnderTerms = { readonly terms: string; readonly line: string }
/** Of this child, and not our own; undefined: there is none that the asker may see. */
export async function underTerms(
  { record, who }: Asking,
  child: string,
  line: string,
): Promise<UnderTerms | undefined> {
  const { rows } = await sql<UnderTerms>`
    select line, terms from kith.document_current
    where council = ${who.council}::smallint and child = ${child}::uuid and line = ${line}::uuid and terms <> 'own'`.execute(
    record,
  )
  return rows[0]
}
