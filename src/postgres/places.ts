// Where the embedded database keeps its things: under KITH_HOME, or elsewhere (with a note) when its account cannot go there.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { canReach, makeClosedFolder, type ServerAccount } from './server-account.ts'

export type Places = {
  /** The cluster itself. */
  readonly data: string
  /** One file for each Kith process that uses the server. */
  readonly users: string
  /** What the server says. */
  readonly said: string
  /** The folder that holds all of these. */
  readonly base: string
}

type Log = (line: string) => void

/** The embedded server's owner of everything, and its one database. */
export const ownerRole = 'kith_owner'
export const databaseName = 'kith'

/** Makes the home where it is missing and returns its real path. */
export function makeHome(home: string): string {
  try {
    mkdirSync(home, { recursive: true })
    return realpathSync(home)
  } catch (error) {
    throw new Error(`Cannot make the folder ${home} (${codeOf(error)}): set KITH_HOME to a folder you can write to.`)
  }
}

/** Where one starter at a time holds its lock. */
export const lockOf = (home: string): string => join(home, 'postgres.lock')

/** Finds, or makes, the places of this home. Call while holding the lock. */
export function placesOf(home: string, account: ServerAccount, log: Log): Places {
  const base = baseOf(home, account, log)
  // Only root and the server's account enter here, so that whoever can reach the socket may be trusted.
  makeClosedFolder(base, account)
  const places = { base, data: join(base, 'data'), users: join(base, 'users'), said: join(base, 'server.log') }
  mkdirSync(places.users, { recursive: true })
  return places
}

function baseOf(home: string, account: ServerAccount, log: Log): string {
  const note = join(home, 'postgres.elsewhere')
  if (existsSync(note)) {
    const base = readFileSync(note, 'utf8').trim()
    if (existsSync(base)) return base
    throw new Error(
      `${note} says that the database lies in ${base}, which is not there: put it back, or remove that note to start anew.`,
    )
  }
  if (canReach(home, account)) return join(home, 'postgres')
  const base = elsewhere(account)
  writeFileSync(note, `${base}\n`)
  log(`${home} is closed to the account that runs PostgreSQL: the database lies in ${base} (noted in ${note}).`)
  return base
}

/** /var/lib outlives a restart of the machine; a temporary folder is the last resort. */
function elsewhere(account: ServerAccount): string {
  for (const shelf of ['/var/lib/kith', tmpdir()]) {
    try {
      mkdirSync(shelf, { recursive: true, mode: 0o755 })
      if (canReach(shelf, account)) return mkdtempSync(join(shelf, 'kith-'))
    } catch {}
  }
  throw new Error(
    'No folder was found that the account running PostgreSQL can reach: set KITH_HOME to one open to others.',
  )
}

/** A folder for the socket. A socket's path may hold about 100 bytes, so a deep home gets one in the temporary folder. */
export function socketFolder(base: string, account: ServerAccount, log: Log): string {
  const near = join(base, 'socket')
  const fits = Buffer.byteLength(join(near, '.s.PGSQL.5432.lock')) < 100 && !/[,'"\\]/.test(near)
  const folder = fits ? near : mkdtempSync(join(tmpdir(), 'kith-'))
  if (!fits) log(`The path of ${base} is too long for a socket: it lies in ${folder}.`)
  makeClosedFolder(folder, account)
  return folder
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
