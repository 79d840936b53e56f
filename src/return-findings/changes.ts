// What changed between two checks of one return: what is new, what was put right, and what still stands.
import { type CheckedReturn, columnsOf } from '#statutory-returns'
import type { Flagged } from './flagged.ts'

/**
 * What a flag is about, so that it is known again when rows have moved: its rule, its table, its child, and the days by
 * which the row is told from the child's others. The place in the file is no part of it.
 */
export type FlagKey = string

/** Cells that tell one row of a child from another; none where a child has one row. */
const tellApart: Readonly<Record<string, readonly string[]>> = {
  Episodes: ['DECOM'],
  Reviews: ['REVIEW'],
  PlacedAdoption: ['DATE_PLACED'],
  Missing: ['MIS_START'],
  SWEpisodes: ['SW_DECOM', 'SW_ID'],
  DoLo: ['DOLO_START'],
}

/** One key for each flag, in their order; where two would be alike, they are numbered. */
export function keysOf({ tables }: CheckedReturn, found: readonly Flagged[]): readonly FlagKey[] {
  const used = new Map<string, number>()
  return found.map(({ rule, table, row, child }) => {
    const columns = (tellApart[table] ?? []).filter((column) => columnsOf(table).includes(column))
    const cells = columns.map((column) => tables[table]?.columns.get(column)?.[row] ?? '')
    const key = [rule.code, table, child, ...cells].join('|')
    const again = (used.get(key) ?? 0) + 1
    used.set(key, again)
    return again === 1 ? key : `${key}|${again}`
  })
}

export type Changes = {
  readonly fresh: readonly Flagged[]
  readonly still: readonly Flagged[]
  /** Of these nothing stands in the return any more. */
  readonly mended: readonly FlagKey[]
}

export type Run = { readonly keys: readonly FlagKey[]; readonly found: readonly Flagged[] }

export function changesSince(before: readonly FlagKey[], { keys, found }: Run): Changes {
  const [earlier, now] = [new Set(before), new Set(keys)]
  const stood = (at: number) => earlier.has(keys[at] ?? '')
  return {
    fresh: found.filter((_, at) => !stood(at)),
    still: found.filter((_, at) => stood(at)),
    mended: before.filter((key) => !now.has(key)),
  }
}

/** What is kept of a run for the next one. */
export const runAsJson = (keys: readonly FlagKey[]): string => JSON.stringify({ kith: 'ssda903 check', keys })

/** The keys of a kept run; undefined where the text is none. */
export function readRun(text: string): readonly FlagKey[] | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  if (typeof value !== 'object' || value === null || !('keys' in value) || !Array.isArray(value.keys)) return undefined
  return value.keys.filter((key): key is string => typeof key === 'string')
}
