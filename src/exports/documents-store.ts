// The files of documents, as they came: each decrypted piece by piece; one that is out of sight is not there.
import type pg from 'pg'
import { rowBytes } from '#database'
import { FILE_TYPES, isFileType } from '#documents'
import { listOf, type Of } from './lines-store.ts'
import type { Sink } from './sinks-store.ts'

export type StoredFile = {
  readonly id: string
  readonly child: string
  readonly type: string
  readonly pieces: number
  readonly wrapped: Buffer
}
const PAGE = 200

/** By child and id, with the ending of what it is. */
const pathOf = ({ id, child, type }: Pick<StoredFile, 'id' | 'child' | 'type'>): string =>
  `documents/${child}/${id}.${isFileType(type) ? FILE_TYPES[type].endings[0] : 'bin'}`

/** Every file whose key stands, in the order of their ids. */
async function* filesOf(client: pg.ClientBase, { council, children }: Of): AsyncGenerator<StoredFile> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const { rows } = await client.query<StoredFile>(
      `select f.id, f.child, f.type, f.pieces, k.wrapped from kith.document_file f
         join kith.word_key k on k.council = f.council and k.record = f.id
       where f.council = $1 and f.id > $2 ${children === undefined ? '' : `and f.child = any (${listOf(children)})`}
         and exists (select from kith.document_piece p where p.council = f.council and p.file = f.id)
       order by f.id limit ${PAGE}`,
      [council, after],
    )
    yield* rows
    const last = rows.at(-1)
    if (last === undefined || rows.length < PAGE) return
    after = last.id
  }
}

async function* bytesOf(client: pg.ClientBase, { council, key }: Of, file: StoredFile): AsyncGenerator<Buffer> {
  const bytes = rowBytes(key, file.id, file.wrapped)
  for (let number = 0; number < file.pieces; number += 1) {
    const { rows } = await client.query<{ sealed: Buffer }>(
      'select sealed from kith.document_piece where council = $1 and file = $2 and number = $3',
      [council, file.id, number],
    )
    const sealed = rows[0]?.sealed
    if (sealed === undefined) throw new Error(`The file ${file.id} is not whole in the database. Nothing was exported.`)
    yield bytes.open({ number, last: number === file.pieces - 1 }, sealed)
  }
}

/** How many there were. */
export async function writeDocuments(client: pg.ClientBase, of: Of, sink: Sink): Promise<number> {
  let files = 0
  for await (const file of filesOf(client, of)) {
    await sink.write(pathOf(file), bytesOf(client, of, file))
    files += 1
  }
  return files
}
