// The text of a list that was sent as a file, from where it waits.
import { readFile } from 'node:fs/promises'
import type { UploadedFile } from '#web'

const NO_TEXT = { says: 'Choose a CSV file, saved as UTF-8 text.' } as const
const REFUSED = {
  'too big': { says: 'The file is too big. Send a CSV file of at most 8 MB, with nothing but the list.' },
  'not written': { says: 'The file could not be taken in. Nothing was changed: send it again.' },
} as const

export async function listText(
  file: UploadedFile | undefined,
): Promise<{ readonly text: string } | { readonly says: string }> {
  if (file === undefined) return NO_TEXT
  if ('refused' in file) return REFUSED[file.refused]
  if (file.size === 0) return NO_TEXT
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file.path)) }
  } catch {
    return NO_TEXT
  }
}
