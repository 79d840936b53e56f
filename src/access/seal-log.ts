// Sealing the access log: finished entries are closed into blocks, and each block's seal is written outside the database.

import { sql } from 'kysely'
import type { Asking, Council, Door } from '#database'
import { addSeals, lastSealed, type Seal, sealsFile } from './seals-file.ts'
import { listTakenOut } from './taken-out.ts'

export type Sealing = {
  readonly door: Door
  /** Folders for the seals: `KITH_HOME/seals`, and where set a second one off the machine. */
  readonly places: readonly string[]
}
export type SealedCouncil = { readonly code: string; readonly entries: number }

/** Whoever compares seals with blocks and whoever adds them take turns. */
const turn = (asking: Asking) =>
  sql`select pg_advisory_xact_lock(7002, ${asking.who.council})`.execute(asking.record).then(() => {})

/** Does the work while no seal of this council is being written. */
export async function inTurn<T>(door: Door, council: number, work: (asking: Asking) => Promise<T>): Promise<T> {
  return await door.asService(council, 'command line', async (asking) => {
    await turn(asking)
    return await work(asking)
  })
}

/** One pass over all councils; says how many entries were closed in each. */
export async function sealLog(sealing: Sealing): Promise<readonly SealedCouncil[]> {
  const sealed: SealedCouncil[] = []
  for (const council of await sealing.door.councils()) {
    const entries = await inTurn(sealing.door, council.council, async () => await sealCouncil(sealing, council))
    sealed.push({ code: council.code, entries })
  }
  return sealed
}

/** The block is committed before its seal is written: a crash between the two leaves a seal to write, never a false one. */
async function sealCouncil({ door, places }: Sealing, council: Council): Promise<number> {
  const entries = await door.asService(council.council, 'command line', async ({ record }) => {
    const { rows } = await sql<{ entries: number }>`select kith.seal(${council.council}) as entries`.execute(record)
    return rows[0]?.entries ?? 0
  })
  for (const place of places) {
    await writeSeals(door, council, sealsFile(place, council.code))
    // Taking words out of sight is an entry of the log, so that a list can only lack what is not sealed yet.
    if (entries > 0)
      await door.asService(
        council.council,
        'command line',
        async (asking) => await listTakenOut(asking, council.code, place),
      )
  }
  return entries
}

async function writeSeals(door: Door, council: Council, path: string): Promise<void> {
  const { number, torn } = await lastSealed(path)
  const missing = await door.asService(
    council.council,
    'command line',
    async (asking) => await blocksAfter(asking, council.code, number),
  )
  await addSeals(path, missing, torn)
}

/** The blocks above a number, as their seals must read. */
export async function blocksAfter(asking: Asking, code: string, number: number): Promise<readonly Seal[]> {
  const blocks = await asking.record
    .selectFrom('kith.access_block')
    .select(['number', 'era', 'entries', 'hash', 'sealed'])
    .where('council', '=', asking.who.council)
    .where('number', '>', number)
    .orderBy('number')
    .execute()
  return blocks.map((block) => ({ council: code, ...block, hash: block.hash.toString('hex') }))
}

/** Seals again and again, `everyMs` after each pass; returns what stops it, once the pass under way is over. */
export function keepSealing(
  sealing: Sealing,
  everyMs: number,
  onTrouble: (error: unknown) => void = () => {},
): () => Promise<void> {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  const pass = async (): Promise<void> => {
    await sealLog(sealing).catch(onTrouble)
    if (!stopped) timer = setTimeout(again, everyMs)
  }
  const again = (): void => {
    underWay = pass()
  }
  let underWay = pass()
  return async () => {
    stopped = true
    clearTimeout(timer)
    await underWay
  }
}
