// Databases for tests: one server per run, made ready once and kept in a cache, and one database per test file.
import { randomBytes } from 'node:crypto'
import type { PoolConfig } from 'pg'
import { ownerRole, withClient } from '#postgres'
import { migrate } from './migrate.ts'
import { startTestServer, type TestServer } from './test-server.ts'

export type TestDatabase = {
  /** As the owner, who is a superuser; the door takes the application's role from here. */
  readonly connection: PoolConfig & { readonly host: string; readonly database: string }
  readonly drop: () => Promise<void>
}

/** As a `DATABASE_URL`. */
export function urlOf({ host, database, user }: TestDatabase['connection']): string {
  const url = new URL(`postgresql://localhost:5432/${database}`)
  url.username = String(user)
  url.searchParams.set('host', host)
  return url.href
}

const template = 'kith_template'
let server: Promise<TestServer> | undefined

/** A database of its own with every migration applied; the first call of a process starts the server. */
export async function testDatabase(name = 'test'): Promise<TestDatabase> {
  const { problem } = await started()
  if (problem) throw problem
  return await makeDatabase(name, `template ${template}`)
}

/** The same without any migration. */
export async function emptyTestDatabase(name = 'empty'): Promise<TestDatabase> {
  return await makeDatabase(name, 'template template0')
}

/** A whole copy of another, to which nobody may be connected. */
export async function copyOf({ connection }: TestDatabase, name: string): Promise<TestDatabase> {
  return await makeDatabase(name, `template ${connection.database}`)
}

async function started(): Promise<TestServer> {
  server ??= startTestServer(makeTemplate)
  return await server
}

async function makeDatabase(name: string, from: string): Promise<TestDatabase> {
  const { sockets } = await started()
  const admin = connectionTo(sockets, 'postgres')
  const database = `${name.replace(/[^a-z0-9]+/gi, '_').toLowerCase()}_${randomBytes(4).toString('hex')}`
  const run = async (sql: string, options = '') =>
    void (await withClient({ ...admin, options }, async (client) => await client.query(sql)))
  await run(`create database ${database} ${from} strategy file_copy`)
  // Settings of a database are not copied with its template.
  await run(`alter database ${database} set jit = off`)
  return {
    connection: connectionTo(sockets, database),
    drop: async () => await dropped(database, async (sql) => await run(sql, IN_TIME)),
  }
}

/**
 * The server waits five seconds for connections that are still closing: ending one would be an error that nobody hears. It
 * also waits, without an end, for every connection of the whole server that waits for the rest of a `copy`: what is not gone
 * in time is said and left, since the server goes with the run.
 */
async function dropped(database: string, run: (sql: string) => Promise<void>): Promise<void> {
  await run(`drop database if exists ${database}`)
    .catch(async () => await run(`drop database if exists ${database} with (force)`))
    .catch((error: unknown) => console.error(`The database ${database} was left where it is.`, error))
}
const IN_TIME = '-c statement_timeout=15s'

async function makeTemplate(sockets: string): Promise<void> {
  await withClient(
    connectionTo(sockets, 'postgres'),
    async (client) => await client.query(`create database ${template}`),
  )
  await migrate(connectionTo(sockets, template))
}

function connectionTo(sockets: string, database: string): TestDatabase['connection'] {
  return { host: sockets, port: 5432, user: ownerRole, database }
}
