// The list of words taken out of sight, beside the seals: ids only, one line for each, only ever added to.
import { appendFile, mkdir, readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { sql } from 'kysely'
import type { Asking } from '#database'

export type TakenOut = {
  /** The council's code. */
  readonly council: string
  readonly id: string
  readonly record: string
  readonly child: string | null
  readonly reason: string
  readonly asked_by: string
  readonly asked: string
  readonly agreed_by: string
  readonly agreed: string
}
const SUFFIX = '.out-of-sight.jsonl'

function parsed(line: string): TakenOut | undefined {
  try {
    const found: unknown = JSON.parse(line)
    return isTakenOut(found) ? found : undefined
  } catch {
    return undefined // torn by a crash: it is written again, whole
  }
}
const isTakenOut = (found: unknown): found is TakenOut =>
  typeof found === 'object' &&
  found !== null &&
  ['council', 'id', 'record', 'reason', 'asked_by', 'asked', 'agreed_by', 'agreed'].every(
    (name) => typeof Reflect.get(found, name) === 'string',
  )

async function linesOf(path: string): Promise<readonly TakenOut[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  return text.split('\n').flatMap((line) => parsed(line) ?? [])
}

/** Adds to the list of a place what was taken out since; asked for by the sealer, as a service worker of the council. */
export async function listTakenOut({ record }: Asking, code: string, place: string): Promise<void> {
  const { rows } = await sql<Omit<TakenOut, 'council'>>`select * from kith.taken_out_of_sight()`.execute(record)
  if (rows.length === 0) return
  const path = join(place, `${code}${SUFFIX}`)
  const listed = new Set((await linesOf(path)).map(({ id }) => id))
  const missing = rows.filter(({ id }) => !listed.has(id))
  if (missing.length === 0) return
  await mkdir(place, { recursive: true, mode: 0o700 })
  const lines = missing.map((one) => `${JSON.stringify({ council: code, ...one })}\n`).join('')
  await appendFile(path, listed.size > 0 ? lines : `\n${lines}`, { mode: 0o600, flush: true })
}

/** Of every council, from all places; what stands in two is told once. `known`: whether any place has a list. */
export async function readTakenOut(
  places: readonly string[],
): Promise<{ readonly known: boolean; readonly taken: readonly TakenOut[] }> {
  const all = new Map<string, TakenOut>()
  let known = false
  for (const place of places) {
    const names = await readdir(place).catch(() => [])
    for (const name of names.filter((one) => basename(one).endsWith(SUFFIX))) {
      known = true
      for (const one of await linesOf(join(place, name))) all.set(`${one.council} ${one.id}`, one)
    }
  }
  return { known, taken: [...all.values()] }
}
