// The bytes of files: written piece by piece in the transaction of their row, read piece by piece by whoever may.
import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { sql } from 'kysely'
import type { Asking, Door, Who } from '#database'
import type { Arrived } from './upload.ts'

/** Bytes of a piece: small enough that neither Node nor PostgreSQL holds much, large enough that 20 MB are 40 rows. */
const PIECE = 512 * 1024

export const piecesOf = (size: number): number => Math.ceil(size / PIECE)

type Of = { readonly file: string; readonly document: string; readonly child: string }

/** The file's row, and with it the key, have to be there. Throws where the bytes are not those that arrived. */
export async function writePieces(asking: Asking, { file, document, child }: Of, arrived: Arrived): Promise<void> {
  const bytes = await asking.bytesOf(file)
  if (bytes === undefined) throw new Error('A file has no key.')
  const { council, person } = asking.who
  const hash = createHash('sha256')
  const from = await open(arrived.path)
  try {
    const pieces = piecesOf(arrived.size)
    for (let number = 0; number < pieces; number += 1) {
      const plain = Buffer.alloc(Math.min(PIECE, arrived.size - number * PIECE))
      const { bytesRead } = await from.read(plain, 0, plain.length)
      if (bytesRead !== plain.length) throw new Error('An upload was cut short while it was written.')
      hash.update(plain)
      const sealed = bytes.seal({ number, last: number === pieces - 1 }, plain)
      await sql`insert into kith.document_piece (council, file, number, child, document, sealed, recorded_by)
        values (${council}, ${file}, ${number}, ${child}, ${document}, ${sealed}, ${person})`.execute(asking.record)
    }
  } finally {
    await from.close()
  }
  if (hash.digest('hex') !== arrived.sha256) throw new Error('An upload changed while it was written.')
}

export type Stored = { readonly file: string; readonly pieces: number; readonly sha256: string }

async function pieceOf(asking: Asking, { file, pieces }: Stored, number: number): Promise<Buffer> {
  const found = await sql<{ sealed: Buffer }>`
    select sealed from kith.document_piece where council = ${asking.who.council} and file = ${file} and number = ${number}`.execute(
    asking.record,
  )
  const sealed = found.rows[0]?.sealed
  const bytes = await asking.bytesOf(file)
  if (sealed === undefined || bytes === undefined) throw new Error('A file can no longer be read.')
  return bytes.open({ number, last: number === pieces - 1 }, sealed)
}

/**
 * The bytes, each piece in a transaction of its own: a slow reader holds nothing open, and one whose sight ends, or whose
 * file is taken out of sight meanwhile, reads no further. Fails where a piece or the whole is not as it was stored.
 */
export function streamOf(door: Door, who: Who, stored: Stored): ReadableStream<Uint8Array> {
  const hash = createHash('sha256')
  let number = 0
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        if (number < stored.pieces) {
          const at = number
          number += 1
          const plain = await door.as(who, async (asking) => await pieceOf(asking, stored, at))
          hash.update(plain)
          controller.enqueue(plain)
          return
        }
        if (hash.digest('hex') !== stored.sha256) throw new Error('A file is not as it was stored.')
        controller.close()
      },
    },
    { highWaterMark: 1 },
  )
}
