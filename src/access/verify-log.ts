// Verifying the access log: every block is recomputed by the database and compared with the seals kept outside it.

import { sql } from 'kysely'
import type { Asking, Council } from '#database'
import { blocksAfter, inTurn, type Sealing } from './seal-log.ts'
import { readSeals, type Seal, type SealLine, sealsFile } from './seals-file.ts'

export type Fault = { readonly block: number | null; readonly says: string }
export type CouncilVerdict = {
  readonly code: string
  readonly blocks: number
  readonly entries: number
  readonly faults: readonly Fault[]
  /** Entries that no block holds yet, and the age in seconds of the oldest. */
  readonly unsealed: number
  readonly oldestUnsealed: number | null
}
type Head = { readonly unsealed: number; readonly oldest: number | null; readonly now: string }

/** A sealer that was killed leaves a block without its seal until the next pass. */
const graceMs = 60_000

/** Verifies every council, or the one with this code; no verdict where there is none of that code. */
export async function verifyLog(sealing: Sealing, code?: string): Promise<readonly CouncilVerdict[]> {
  const councils = (await sealing.door.councils()).filter((council) => code === undefined || council.code === code)
  const verdicts: CouncilVerdict[] = []
  for (const council of councils)
    verdicts.push(
      await inTurn(
        sealing.door,
        council.council,
        async (asking) => await verifyCouncil(asking, council, sealing.places),
      ),
    )
  return verdicts
}

async function verifyCouncil(asking: Asking, council: Council, places: readonly string[]): Promise<CouncilVerdict> {
  const inside = await sql<Fault>`
    select number as block, fault as says from kith.verify(${council.council}) order by number`.execute(asking.record)
  const blocks = await blocksAfter(asking, council.code, 0)
  const head = await headOf(asking, council.council)
  const faults: Fault[] = [...inside.rows]
  for (const place of places) {
    const path = sealsFile(place, council.code)
    faults.push(...compare({ blocks, lines: await readSeals(path), head, code: council.code, path }))
  }
  return {
    code: council.code,
    blocks: blocks.length,
    entries: blocks.reduce((sum, block) => sum + block.entries, 0),
    faults,
    unsealed: head.unsealed,
    oldestUnsealed: head.oldest,
  }
}

async function headOf(asking: Asking, council: number): Promise<Head> {
  const { rows } = await sql<Head>`
    select unsealed, extract(epoch from clock_timestamp() - oldest_unsealed)::int as oldest, clock_timestamp() as now
    from kith.chain_head(${council}::smallint)`.execute(asking.record)
  return rows[0] ?? { unsealed: 0, oldest: null, now: '' }
}

type Compared = {
  readonly blocks: readonly Seal[]
  readonly lines: readonly SealLine[] | undefined
  readonly head: Head
  readonly code: string
  readonly path: string
}

function compare(given: Compared): Fault[] {
  const { blocks, lines = [], code, path } = given
  const byNumber = new Map(blocks.map((block) => [block.number, block]))
  const faults: Fault[] = []
  const sealed = new Set<number>()
  let before = 0
  for (const { line, seal } of lines) {
    if (seal === undefined || seal.council !== code) {
      faults.push({ block: null, says: `line ${line} of ${path} is not a seal of this council` })
      continue
    }
    if (seal.number <= before) faults.push({ block: seal.number, says: `line ${line} of ${path} is out of order` })
    before = Math.max(before, seal.number)
    sealed.add(seal.number)
    faults.push(...compareOne(seal, byNumber.get(seal.number), given))
  }
  return [...faults, ...withoutSeal(given, sealed)]
}

function compareOne(seal: Seal, block: Seal | undefined, { blocks, head }: Compared): Fault[] {
  if (block === undefined) {
    const isLast = seal.number > (blocks.at(-1)?.number ?? 0)
    if (isLast && head.unsealed < seal.entries)
      return [{ block: seal.number, says: `block ${seal.number} and its ${seal.entries} entries were removed` }]
    return [{ block: seal.number, says: `block ${seal.number} was removed from the chain` }]
  }
  if (block.hash !== seal.hash || block.entries !== seal.entries || block.era !== seal.era)
    return [{ block: seal.number, says: 'the block is not the one that was sealed: its seal outside differs' }]
  return []
}

function withoutSeal({ blocks, lines, head, path }: Compared, sealed: ReadonlySet<number>): Fault[] {
  const newest = Math.max(0, ...sealed)
  const late = (block: Seal) => block.number < newest || Date.parse(head.now) - Date.parse(block.sealed) > graceMs
  const missing = blocks.filter((block) => !sealed.has(block.number) && late(block))
  if (lines === undefined && missing.length > 0)
    return [{ block: null, says: `the seals are gone: there is no ${path}` }]
  return missing.map((block) => ({ block: block.number, says: `its line is missing from ${path}` }))
}
