// Opens the database: the embedded server of a home, or the one that a URL names.
import pg from 'pg'
import type { Binaries } from './binaries.ts'
import { useEmbedded } from './embedded.ts'
import './parsers.ts'
import { databaseName, ownerRole } from './places.ts'

export type OpenOptions = {
  /** KITH_HOME. */
  readonly home: string
  /** DATABASE_URL: that server is used and none is started. */
  readonly url?: string | undefined
  readonly log?: (line: string) => void
  /** Another PostgreSQL than the one from npm; for tests. */
  readonly binaries?: Binaries
}

export type OpenedDatabase = {
  /** How its owner connects; give it to a pool, or to `migrate`. */
  readonly connection: pg.PoolConfig
  /** PostgreSQL's major version: 18. */
  readonly version: number
  /** Leaves the server; the last Kith process to leave an embedded one stops it. */
  readonly stop: () => Promise<void>
}

const oldestVersion = 15

/** Opens the database; each thing that can go wrong is one line that says what to do. */
export async function openDatabase(options: OpenOptions): Promise<OpenedDatabase> {
  if (options.url) return await openByUrl(options.url)
  const { home, log = () => {}, binaries } = options
  const server = await useEmbedded({ home, log, ...(binaries ? { binaries } : {}) })
  try {
    const connection = { host: server.sockets, port: 5432, user: ownerRole, database: databaseName }
    await makeDatabase({ ...connection, database: 'postgres' })
    return { connection, version: await versionOf(connection), stop: server.stop }
  } catch (error) {
    await server.stop()
    throw error
  }
}

async function openByUrl(url: string): Promise<OpenedDatabase> {
  const connection = { connectionString: url }
  const version = await versionOf(connection).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message || ('code' in error ? String(error.code) : '') : String(error)
    throw new Error(
      `Cannot connect to the server of DATABASE_URL (${reason}): is it running, and are user and password right?`,
    )
  })
  if (version < oldestVersion)
    throw new Error(`DATABASE_URL names PostgreSQL ${version}; Kith needs ${oldestVersion} or newer.`)
  return { connection, version, stop: async () => {} }
}

async function versionOf(connection: pg.PoolConfig): Promise<number> {
  return await withClient(connection, async (client) => {
    const { rows } = await client.query<{ server_version_num: string }>('show server_version_num')
    return Math.floor(Number(rows[0]?.server_version_num) / 10_000)
  })
}

async function makeDatabase(connection: pg.PoolConfig): Promise<void> {
  await withClient(connection, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName])
    if (rowCount === 0) await client.query(`create database ${databaseName}`).catch(unlessThere)
  })
}

/** Two starters may make it at once: the second is told that it is there. */
function unlessThere(error: unknown): void {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code !== '42P04' && code !== '23505') throw error
}

/** Does the work on a connection of its own, and closes it. */
export async function withClient<T>(connection: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(connection)
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
