// The one door to the database: every transaction is somebody's, in one council, through the role that fits them.
import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { type Asking, askingIn } from './asking.ts'
import type { Database } from './generated.ts'
import type { CouncilKeys } from './keys.ts'
import { PreparingClient } from './prepared.ts'
import { withoutDetail } from './refusals.ts'
import { inTransaction } from './transaction.ts'

/** Who asks: a person of one council. */
export type Who = { readonly council: number; readonly person: string }
export type ServiceName = 'command line' | 'nightly refresh' | 'import' | 'restore' | 'night pack'
/** Told of every child whose record changed, inside the transaction that changed it. */
export type ChildrenChanged = (asking: Asking, children: readonly string[]) => Promise<void>

export type DoorOptions = {
  readonly connection: pg.PoolConfig
  readonly keys: CouncilKeys
  readonly childrenChanged?: ChildrenChanged
  readonly connections?: number
  /** Who sits at the command line, by the operating system: written into the access log when a service worker first acts for them. */
  readonly operator?: string
}
export type Door = {
  /** Does the work as a person; all of it is in the record afterwards, or none. */
  readonly as: <T>(who: Who, work: (asking: Asking) => Promise<T>) => Promise<T>
  /** Does the work as a named service worker of a council: nightly work, imports, the command line. */
  readonly asService: <T>(council: number, name: ServiceName, work: (asking: Asking) => Promise<T>) => Promise<T>
  /**
   * Calls functions of the schema `door` before it is known who asks: sessions, sign-ins. The program's login reads no
   * table of the record, and holds only the functions that are named for it.
   */
  readonly outside: <T>(work: (database: Kysely<Database>) => Promise<T>) => Promise<T>
  /** The council with this code, if there is one. */
  readonly councilByCode: (code: string) => Promise<Council | undefined>
  readonly councils: () => Promise<readonly Council[]>
  readonly close: () => Promise<void>
}
export type Council = {
  readonly council: number
  readonly code: string
  readonly name: string
  readonly demonstration: boolean
}

/** Nobody of this name may act in this council. */
export class NobodyHere extends Error {
  constructor() {
    super('Nobody of this council answers to that id.')
    this.name = 'NobodyHere'
  }
}

const roles = new Set(['kith_caseload', 'kith_wide', 'kith_service'])

/** Opens the door. The program's login holds nothing itself; each transaction takes a role of its own. */
export function openDoor(options: DoorOptions): Door {
  const pool = new pg.Pool({
    Client: PreparingClient,
    max: options.connections ?? 10,
    ...options.connection,
    pipeline: true,
    options: '-c role=kith_app -c jit=off -c timezone=UTC',
  })
  // A connection that breaks while idle is replaced at the next use; one that breaks while it closes is of no use to anybody.
  pool.on('error', () => {})
  pool.on('connect', (client) => void client.on('error', () => {}))
  const database = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })

  const told = new Set<number>()

  async function as<T>(who: Who, work: (asking: Asking) => Promise<T>): Promise<T> {
    try {
      return await inTransaction(pool, async ({ record, take }) => {
        const entered = await sql<{
          role: string | null
        }>`select door.enter(${who.council}, ${who.person}) as role`.execute(record)
        const role = entered.rows[0]?.role ?? ''
        if (!roles.has(role)) throw new NobodyHere()
        const asking = askingIn(record, who, options.keys)
        // What is asked first goes out behind it. Where the role cannot be taken, nothing else is answered.
        const [, result] = await Promise.all([take(role), work(asking)])
        const children = await asking.changedChildren()
        if (children.length > 0) await options.childrenChanged?.(asking, children)
        return result
      })
    } catch (error) {
      throw withoutDetail(error)
    }
  }

  async function asService<T>(council: number, name: ServiceName, work: (asking: Asking) => Promise<T>): Promise<T> {
    const found = await sql<{
      person: string
    }>`select person from door.service_worker where council = ${council} and name = ${name}`.execute(database)
    const person = found.rows[0]?.person
    if (person === undefined) throw new NobodyHere()
    return await as({ council, person }, async (asking) => {
      if (options.operator !== undefined && !told.has(council)) {
        await asking.note('acts for a person at the command line', null, { operator: options.operator })
        told.add(council)
      }
      return await work(asking)
    })
  }

  return {
    as,
    asService,
    outside: async (work) => await outside(database, work),
    councils: async () => await councilsOf(database),
    councilByCode: async (code) => (await councilsOf(database)).find((council) => council.code === code),
    close: async () => await closed(database, pool),
  }
}

/** Kysely ends the pool only where it was asked something itself. */
async function closed(database: Kysely<Database>, pool: pg.Pool): Promise<void> {
  await database.destroy()
  if (!pool.ended) await pool.end()
}

async function outside<T>(database: Kysely<Database>, work: (database: Kysely<Database>) => Promise<T>): Promise<T> {
  try {
    return await work(database)
  } catch (error) {
    throw withoutDetail(error)
  }
}

async function councilsOf(database: Kysely<Database>): Promise<readonly Council[]> {
  return (
    await sql<Council>`select council, code, name, demonstration from door.council order by council`.execute(database)
  ).rows
}

/**
 * Several pieces of work of one person in one transaction: the line in the log, and the page for which it stands. The door
 * that `work` is given leads into this transaction, as this person only: whoever went through another one from within would
 * wait for a connection while holding one.
 */
export async function together<T>(
  door: Door,
  who: Who,
  work: (asking: Asking, within: Door) => Promise<T>,
): Promise<T> {
  return await door.as(who, async (asking) => {
    let over = false
    const refused = async (): Promise<never> => {
      throw new Error('What is read in one transaction is asked as one person, and before it ends.')
    }
    const as: Door['as'] = async (one, ask) => {
      if (over || one.council !== who.council || one.person !== who.person) return await refused()
      try {
        return await ask(asking)
      } catch (error) {
        throw withoutDetail(error)
      }
    }
    try {
      return await work(asking, { ...door, as, asService: refused, outside: refused })
    } finally {
      over = true
    }
  })
}
