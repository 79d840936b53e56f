// The whole ledger of a council rebuilt from the record, and compared with it row by row.
import { sql } from 'kysely'
import type { DayNumber } from '#calendar'
import type { Asking, Door } from '#database'
import { dutiesOf } from '#duties'
import { type DutyRow, daysMadeFor, dutyRow, storedDuties } from '#ledger'
import { inBatches, lockedFacts, refreshLedger } from './store.ts'

/** Children done so far, of how many. */
export type Progress = (done: number, of: number) => void

async function childrenOf({ who, record }: Asking): Promise<readonly string[]> {
  const { rows } = await sql<{
    id: string
  }>`select id from kith.child where council = ${who.council}::smallint order by id`.execute(record)
  return rows.map(({ id }) => id)
}

export interface Upkeep {
  readonly council: number
  /** The day to make the ledger for. */
  readonly on: DayNumber
  readonly progress?: Progress
}
type Work<T> = (asking: Asking, children: readonly string[]) => Promise<T>

/** While one batch is worked out here, the other is read or written by the database. */
const HANDS = 2

async function inTurn<T>(door: Door, { council, progress }: Upkeep, work: Work<T>) {
  const children = await door.asService(council, 'nightly refresh', childrenOf)
  const results: T[] = []
  let done = 0
  const batches = inBatches(children).values()
  const hand = async (): Promise<void> => {
    // One transaction a batch: whoever writes about one of these children waits for a batch, never for a council.
    for (const batch of batches) {
      results.push(await door.asService(council, 'nightly refresh', async (asking) => await work(asking, batch)))
      done += batch.length
      progress?.(done, children.length)
    }
  }
  await Promise.all(Array.from({ length: HANDS }, hand))
  return { children: children.length, results }
}

/** Every child from scratch; returns how many. */
export async function rebuildLedger(door: Door, upkeep: Upkeep): Promise<number> {
  const { children } = await inTurn(door, upkeep, async (asking, batch) => {
    await refreshLedger(asking, batch, upkeep.on)
  })
  return children
}

export interface LedgerDifference {
  readonly child: string
  readonly basis: string
  readonly occurrence: string
  /** null: the ledger does not hold it. */
  readonly stored: DutyRow | null
  /** null: the record does not give it. */
  readonly computed: DutyRow | null
}
export interface LedgerComparison {
  readonly children: number
  readonly rows: number
  readonly differences: readonly LedgerDifference[]
}

const keyOf = ({ child, basis, occurrence }: DutyRow): string => `${child} ${basis} ${occurrence}`

/** Columns in one order, so that equal rows are equal text. */
function textOf(row: DutyRow): string {
  const { child, basis, occurrence, rule, scope, standing, due, done, closes, covered_until, shown_late, missing } = row
  const { trigger_day, due_at, done_by, closing, excuse } = row
  const seen = [child, basis, occurrence, rule, scope, standing, due, done, closes, covered_until, shown_late, missing]
  return JSON.stringify([...seen, trigger_day, due_at, done_by, closing, excuse])
}

function differencesOf(stored: readonly DutyRow[], computed: readonly DutyRow[]): LedgerDifference[] {
  const held = new Map(stored.map((row) => [keyOf(row), row]))
  const wanted = new Map(computed.map((row) => [keyOf(row), row]))
  const keys = [...new Set([...held.keys(), ...wanted.keys()])]
  return keys.flatMap((key): LedgerDifference[] => {
    const had = held.get(key) ?? null
    const given = wanted.get(key) ?? null
    const either = had ?? given
    if (either === null || (had !== null && given !== null && textOf(had) === textOf(given))) return []
    const { child, basis, occurrence } = either
    return [{ child, basis, occurrence, stored: had, computed: given }]
  })
}

async function compareBatch(asking: Asking, children: readonly string[], on: DayNumber) {
  const facts = await lockedFacts(asking, children) // locks them first: no writer comes between
  const stored = await storedDuties(asking, children)
  const madeFor = await daysMadeFor(asking, children)
  const computed = facts.flatMap((known) => {
    const day = madeFor.get(known.child) ?? on
    return dutiesOf(known, day).map((duty) => dutyRow(known.child, duty))
  })
  return { rows: stored.length, differences: differencesOf(stored, computed) }
}

/** The ledger against a recomputation from the record for the day that each child's rows were made for; it changes nothing. */
export async function compareLedger(door: Door, upkeep: Upkeep): Promise<LedgerComparison> {
  const { children, results } = await inTurn(
    door,
    upkeep,
    async (asking, batch) => await compareBatch(asking, batch, upkeep.on),
  )
  return {
    children,
    rows: results.reduce((sum, { rows }) => sum + rows, 0),
    differences: results.flatMap(({ differences }) => differences),
  }
}
