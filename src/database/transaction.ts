// One transaction on a connection of its own, in which a question is sent without waiting for the answer before it.
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import type pg from 'pg'
import type { Database } from './generated.ts'

/** A question after the end would be asked in the next person's transaction. */
class Over extends Error {
  constructor() {
    super('This transaction has ended: nothing can be asked in it any more.')
    this.name = 'Over'
  }
}

class Connection implements DatabaseConnection {
  #over = false
  readonly #client: pg.PoolClient
  constructor(client: pg.PoolClient) {
    this.#client = client
  }

  close(): void {
    this.#over = true
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    if (this.#over) throw new Over()
    const { rows, rowCount } = await this.#client.query(sql, [...parameters])
    return { rows, numAffectedRows: BigInt(rowCount ?? 0) }
  }

  streamQuery(): never {
    throw new Error('Nothing is streamed within a transaction.')
  }
}

const nothing = async (): Promise<void> => {}
const unasked = async (): Promise<never> => {
  throw new Error('The door begins and ends transactions.')
}
const driverOf = (connection: Connection): Driver => ({
  init: nothing,
  acquireConnection: async () => connection,
  beginTransaction: unasked,
  commitTransaction: unasked,
  rollbackTransaction: unasked,
  releaseConnection: nothing,
  destroy: nothing,
})

/** What was left aborted by a statement whose error nobody passed on cannot be committed. */
async function commit(client: pg.PoolClient): Promise<void> {
  const { command } = await client.query('commit')
  if (command !== 'COMMIT') throw new Error('Nothing was kept: an error in this transaction was passed over.')
}

/**
 * Of a caseload no list is long, so that one plan does for all: the server need not weigh at each statement whether to
 * make another. For a whole council it goes on weighing: how many ids are asked for matters there.
 */
const taking = (role: string): string =>
  `set local role ${role}; set local plan_cache_mode = ${role === 'kith_caseload' ? 'force_generic_plan' : 'auto'}`

export type Begun = {
  /** Its questions may be asked side by side. */
  readonly record: Kysely<Database>
  /** Everything asked from now on is asked as this role; sent at once, before whatever is asked next. */
  readonly take: (role: string) => Promise<unknown>
}
/** `work` in a transaction of its own: all of it stays, or none. */
export async function inTransaction<T>(pool: pg.Pool, work: (begun: Begun) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  const connection = new Connection(client)
  const record = new Kysely<Database>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driverOf(connection),
      createIntrospector: (database) => new PostgresIntrospector(database),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
  try {
    // Not awaited by itself: what is asked first goes out with it, and fails with it.
    const [, result] = await Promise.all([
      client.query('begin'),
      work({ record, take: (role) => client.query(taking(role)) }),
    ])
    connection.close()
    await commit(client)
    client.release()
    return result
  } catch (error) {
    connection.close()
    await client.query('rollback').then(
      () => client.release(),
      () => client.release(true),
    )
    throw error
  }
}
