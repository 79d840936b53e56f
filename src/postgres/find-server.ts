// Looks whether a server runs on a data folder, and whether it is really ours and answers.
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { ownerRole } from './places.ts'
import { mayBePostgres } from './processes.ts'

export type FoundServer =
  | { readonly state: 'none' }
  /** A postmaster.pid names a process that is not PostgreSQL: the number was reused after a crash. */
  | { readonly state: 'stale'; readonly note: string }
  /** Starting, recovering or shutting down. */
  | { readonly state: 'busy'; readonly pid: number }
  | { readonly state: 'answers'; readonly pid: number; readonly sockets: string }

/** What stands on this data folder at this moment. */
export async function findServer(data: string): Promise<FoundServer> {
  const note = join(data, 'postmaster.pid')
  if (!existsSync(note)) return { state: 'none' }
  const lines = readNote(note)
  const pid = Number(lines[0])
  const sockets = lines[4] ?? ''
  // The socket first: behind a container's wall a living server has no process number that we can see.
  const answer = sockets === '' ? 'silent' : await ask(sockets, data)
  if (answer === 'ours') return { state: 'answers', pid, sockets }
  if (answer === 'busy') return { state: 'busy', pid }
  return pid > 0 && mayBePostgres(pid) ? { state: 'busy', pid } : { state: 'stale', note }
}

function readNote(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split('\n')
  } catch {
    return []
  }
}

async function ask(sockets: string, data: string): Promise<'ours' | 'busy' | 'silent'> {
  const client = new pg.Client({
    host: sockets,
    port: 5432,
    user: ownerRole,
    database: 'postgres',
    connectionTimeoutMillis: 5000,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ data_directory: string }>('show data_directory')
    return rows[0] && realpathSync(rows[0].data_directory) === realpathSync(data) ? 'ours' : 'silent'
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    return code === '57P03' || code === '53300' || code === '57P01' ? 'busy' : 'silent'
  } finally {
    await client.end().catch(() => {})
  }
}
