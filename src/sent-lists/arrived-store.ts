// The text of a list from where its file waits, with what tells it from any other; or why it cannot be read.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Takes } from '#forms'
import { decode } from '#return-files'
import type { Arriving } from '#uploads'

export type ArrivedList = { readonly text: string; readonly fingerprint: string }
const MOST_BYTES = 2 * 1024 * 1024
export const NO_TEXT = 'Choose a CSV file. A workbook is saved as CSV first.'
const TOO_BIG = 'The file is too big. Send at most 2 MB, with nothing but the list.'

export function listIn(bytes: Uint8Array): ArrivedList | { readonly says: string } {
  if (bytes.length > MOST_BYTES) return { says: TOO_BIG }
  const decoded = decode(bytes)
  if ('refused' in decoded || decoded.text.trim() === '') return { says: NO_TEXT }
  return { text: decoded.text, fingerprint: createHash('sha256').update(bytes).digest('hex') }
}

type SentFile = { readonly path: string } | { readonly refused: 'too big' | 'not written' }
async function listFrom(sent: SentFile): Promise<ArrivedList | { readonly says: string }> {
  if ('path' in sent) return listIn(await readFile(sent.path))
  if (sent.refused === 'too big') return { says: TOO_BIG }
  return { says: 'The file could not be taken in. Nothing was changed: send it again.' }
}

/** What a form takes that is sent with such a file: read while it waits, and not kept. */
export const takesList = ({ folder }: Pick<Arriving, 'folder'>): Takes<ArrivedList> => ({
  field: 'file',
  arriving: { folder, most: MOST_BYTES },
  limit: MOST_BYTES * 4 + 256 * 1024,
  missing: NO_TEXT,
  mark: ({ fingerprint }) => fingerprint,
  receive: async (sent, work) => {
    const arrived = await listFrom(sent)
    return 'says' in arrived ? arrived : await work(arrived)
  },
})
