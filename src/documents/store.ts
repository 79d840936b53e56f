// The SQL of documents: added with their bytes in one transaction, corrected, replaced, retracted, opened by whoever may know.
import { sql } from 'kysely'
import { agreeOutOfSight, askOutOfSight, type OutOfSightReason } from '#access'
import {
  type Asking,
  changeFrom,
  correct,
  currentOf,
  type Door,
  historyOf,
  recordFirst,
  retract,
  type Superseded,
  type Version,
  versionOf,
  type Who,
} from '#database'
import {
  type DocumentRefusal,
  type DocumentWords,
  type FileWords,
  type NewDocument,
  readFileWords,
  readWords,
  writeFileWords,
  writeWords,
} from './document.ts'
import { contentDisposition, safeFileName } from './file-name.ts'
import { type FileType, isFileType } from './file-type.ts'
import { piecesOf, streamOf, writePieces } from './pieces-store.ts'
import type { Arrived } from './upload.ts'

const columnsOf = (made: NewDocument) => ({
  ...{ kind: made.kind, made: made.made, from_whom: made.fromWhom, terms: made.terms },
  kept_for_child: made.keptForChild,
  audience: made.audience === null ? null : [...made.audience],
  must_not_know: made.mustNotKnow === null ? null : [...made.mustNotKnow],
  audience_because: made.audienceBecause,
})
const fileColumns = ({ type, size }: Arrived) => ({ type, size, pieces: piecesOf(size) })

/** Row, words and every byte, or nothing. */
export async function addDocument(
  asking: Asking,
  child: string,
  { made, arrived }: { readonly made: NewDocument; readonly arrived: Arrived },
): Promise<{ readonly document: string; readonly file: string }> {
  const words = writeWords(made.words)
  const { line: document } = await recordFirst(asking, 'kith.document', { child, columns: columnsOf(made), words })
  const columns = { document, ...fileColumns(arrived) }
  const { id: file } = await recordFirst(asking, 'kith.document_file', {
    child,
    columns,
    words: writeFileWords(arrived),
  })
  await writePieces(asking, { file, document, child }, arrived)
  return { document, file }
}

/** A newer file of the same document; the old one stays. `file`: the one that was read. */
export async function replaceFile(
  asking: Asking,
  file: string,
  arrived: Arrived,
): Promise<Superseded<'kith.document_file'>> {
  const columns = fileColumns(arrived)
  const written = await changeFrom(asking, 'kith.document_file', { id: file, columns, words: writeFileWords(arrived) })
  if (!('ok' in written)) return written
  const versions = await historyOf(asking, 'kith.document_file', written.ok.line)
  const made = versions.find(({ id }) => id === written.ok.id)
  if (made === undefined) throw new Error('A file is not to be found where it was just written.')
  await writePieces(asking, { file: made.id, document: made.document, child: made.child }, arrived)
  return written
}

/** `id`: the version that was read. Title, kind and terms anew; who may know carries on, and is decided apart. */
export async function correctDocument(
  asking: Asking,
  id: string,
  made: NewDocument,
): Promise<Superseded<'kith.document'>> {
  const { audience: _, must_not_know: __, audience_because: ___, ...columns } = columnsOf(made)
  return await correct(asking, 'kith.document', { id, columns, words: writeWords(made.words) })
}

export async function retractDocument(
  asking: Asking,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<Superseded<'kith.document'> | { readonly refused: readonly DocumentRefusal[] }> {
  if (reason.trim() === '') return { refused: ['say why'] }
  return await retract(asking, 'kith.document', { id, reason: reason.trim() })
}

export type KeptFile = {
  readonly file: string
  readonly type: FileType
  readonly size: number
  readonly by: string
  readonly at: string
  /** undefined: taken out of sight. */
  readonly words: FileWords | undefined
  readonly pieces: number
}
export type KeptDocument = Omit<Version<'kith.document'>, 'words'> & {
  /** undefined: taken out of sight. */
  readonly words: DocumentWords | undefined
  /** The file that stands. */
  readonly file: KeptFile | undefined
}

function kept({ id, type, size, pieces, recorded_by, recorded, words }: Version<'kith.document_file'>): KeptFile {
  if (!isFileType(type)) throw new Error('A file of a type that this Kith does not know.')
  return {
    file: id,
    type,
    size,
    pieces,
    by: recorded_by,
    at: recorded,
    words: words === undefined ? undefined : readFileWords(words),
  }
}

/** What stands of a child, newest first. */
export async function documentsOf(asking: Asking, child: string): Promise<readonly KeptDocument[]> {
  const files = new Map((await currentOf(asking, 'kith.document_file', child)).map((one) => [one.document, one]))
  const documents = await currentOf(asking, 'kith.document', child)
  return documents.map((one) => documentOf(one, files.get(one.line))).reverse()
}
/** On which something may rest that others read: of those that whoever reads documents may read, line and title. */
export async function papersOf(
  asking: Asking,
  child: string,
): Promise<readonly { readonly line: string; readonly title: string }[]> {
  return (await documentsOf(asking, child)).flatMap(({ line, words, audience, must_not_know: barred }) =>
    words === undefined || audience !== null || barred !== null ? [] : [{ line, title: words.title }],
  )
}
function documentOf(
  { words, ...one }: Version<'kith.document'>,
  file: Version<'kith.document_file'> | undefined,
): KeptDocument {
  return { ...one, words: words === undefined ? undefined : readWords(words), file: file && kept(file) }
}

/** Every file of a document, first to last. */
export async function filesOf(asking: Asking, document: string): Promise<readonly KeptFile[]> {
  const { council } = asking.who
  const first = await asking.record
    .selectFrom('kith.document_file')
    .select('id')
    .where('council', '=', council)
    .where('document', '=', document)
    .where('change', '=', 'first')
    .executeTakeFirst()
  return first === undefined ? [] : (await historyOf(asking, 'kith.document_file', first.id)).map(kept)
}

/** Of a child's documents, those that may go into prints: our own, and what somebody named let in. */
export async function letIntoPrints({ record, who }: Asking, child: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ line: string }>`
    select line from kith.document_let_in
    where council = ${who.council}::smallint and child = ${child}::uuid and goes_into = 'print'`.execute(record)
  return new Set(rows.map(({ line }) => line))
}

/** The decision that lets a document in, whatever into; undefined: it is left out. */
export async function lettingInOf(
  { record, who }: Asking,
  child: string,
  document: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from kith.document_release_current
    where council = ${who.council}::smallint and child = ${child}::uuid and document = ${document}::uuid`.execute(
    record,
  )
  return rows[0]?.id
}

export type Opened =
  | {
      readonly kind: 'open'
      readonly stream: ReadableStream<Uint8Array>
      readonly type: FileType
      readonly size: number
      readonly name: string
      /** For the header of a download. */
      readonly disposition: string
    }
  | { readonly kind: 'out of sight' }
  | { readonly kind: 'not found' }

/** Opens the file that stands, or an older one, and logs the look. Without sight, retracted and unknown answer alike. */
export async function openDocument(
  { door, who }: { readonly door: Door; readonly who: Who },
  document: string,
  file?: string,
): Promise<Opened> {
  const found = await door.as(who, async (asking) => await lookAt(asking, document, file))
  if (found === undefined) return { kind: 'not found' }
  if (found.words === undefined) return { kind: 'out of sight' }
  const name = safeFileName(found.words.name, found.type)
  const stream = streamOf(door, who, { file: found.file, pieces: found.pieces, sha256: found.words.sha256 })
  return { kind: 'open', stream, type: found.type, size: found.size, name, disposition: contentDisposition(name) }
}

async function lookAt(asking: Asking, document: string, file: string | undefined): Promise<KeptFile | undefined> {
  const standing = await asking.record
    .selectFrom('kith.document_current')
    .select('child')
    .where('council', '=', asking.who.council)
    .where('line', '=', document)
    .executeTakeFirst()
  const files = standing === undefined ? [] : await filesOf(asking, document)
  const found = file === undefined ? files.at(-1) : files.find((one) => one.file === file)
  if (standing === undefined || found === undefined) {
    await asking.note('found no document', null, { asked: document })
    return undefined
  }
  await asking.note('opened a document', standing.child, { document, file: found.file })
  return found
}

/** Of this child; undefined: retracted, another child's, or not for the asker. */
export async function documentById(
  asking: Asking,
  { child, document }: { readonly child: string; readonly document: string },
): Promise<KeptDocument | undefined> {
  const { council } = asking.who
  const standing = await asking.record
    .selectFrom('kith.document_current')
    .select('id')
    .where('council', '=', council)
    .where('child', '=', child)
    .where('line', '=', document)
    .executeTakeFirst()
  const version = standing?.id && (await versionOf(asking, 'kith.document', standing.id))
  if (!version) return undefined
  const last = await asking.record
    .selectFrom('kith.document_file_current')
    .select('id')
    .where('council', '=', council)
    .where('child', '=', child)
    .where('document', '=', document)
    .executeTakeFirst()
  return documentOf(version, last?.id ? await versionOf(asking, 'kith.document_file', last.id) : undefined)
}

/** Every version of a document, first to last. */
export async function documentVersions(asking: Asking, document: string): Promise<readonly Version<'kith.document'>[]> {
  return await historyOf(asking, 'kith.document', document)
}

/** Every version and every file of a document whose key is still there. */
export async function readableRows(
  asking: Asking,
  document: string,
): Promise<readonly { child: string; record: string }[]> {
  const { council } = asking.who
  const found = await sql<{ child: string; record: string }>`
    select r.child, r.id as record from (
      select child, id from kith.document where council = ${council} and line = ${document}
      union all select child, id from kith.document_file where council = ${council} and document = ${document}) r
    where exists (select from kith.word_key k where k.council = ${council} and k.record = r.id) order by r.id`.execute(
    asking.record,
  )
  return found.rows
}

/** Asks for a document whole: each version of its words, each file with its bytes. Returns the requests. */
export async function askDocumentOutOfSight(
  asking: Asking,
  document: string,
  reason: OutOfSightReason,
): Promise<readonly string[]> {
  const requests: string[] = []
  for (const { child, record } of await readableRows(asking, document))
    requests.push(await askOutOfSight(asking, child, { record, reason }))
  return requests
}

/** Agrees, as a second person. `left`: rows written since it was asked, which have to be asked for as well. */
export async function agreeDocumentOutOfSight(
  asking: Asking,
  document: string,
  requests: readonly string[],
): Promise<{ readonly left: readonly string[] }> {
  for (const request of requests) await agreeOutOfSight(asking, request)
  return { left: (await readableRows(asking, document)).map(({ record }) => record) }
}
