// Words that have several parts (what was asked, what was decided, why) in the one encrypted column; and who first wrote a line.
import { sql } from 'kysely'
import type { Asking } from './asking.ts'
import type { RecordTable } from './recording.ts'

/** As one text; parts that are empty are left out. undefined: there is nothing to keep. */
export function writeParts(parts: Readonly<Record<string, string>>): string | undefined {
  const written = Object.entries(parts).filter(([, text]) => text.trim() !== '')
  return written.length === 0 ? undefined : JSON.stringify(Object.fromEntries(written))
}

/** undefined: no words, or taken out of sight. Text that was not written in parts is the first of them. */
export function readParts<Name extends string>(
  words: string | undefined,
  names: readonly [Name, ...Name[]],
): Readonly<Record<Name, string>> | undefined {
  if (words === undefined) return undefined
  const read = parsed(words) ?? { [names[0]]: words }
  return Object.fromEntries(names.map((name) => [name, read[name] ?? ''])) as Record<Name, string>
}

function parsed(words: string): Readonly<Record<string, string>> | undefined {
  if (!words.startsWith('{')) return undefined
  try {
    const read: unknown = JSON.parse(words)
    return typeof read === 'object' && read !== null ? (read as Record<string, string>) : undefined
  } catch {
    return undefined
  }
}

export type Hand = { readonly by: string; readonly at: string }

/** Who wrote the first version of each line, and when; a line whose first version the asker may not read is left out. */
export async function firstHands(
  asking: Asking,
  table: RecordTable,
  lines: readonly string[],
): Promise<ReadonlyMap<string, Hand>> {
  const found = await sql<Hand & { id: string }>`
    select id, recorded_by as by, recorded as at from ${sql.table(table)}
    where council = ${asking.who.council} and id = any (${lines}::uuid[])`.execute(asking.record)
  return new Map(found.rows.map(({ id, by, at }) => [id, { by, at }]))
}
