// The PostgreSQL that Kith brings along: started by the first Kith process of a home, shared, stopped by the last.
import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Binaries, embeddedBinaries } from './binaries.ts'
import { type Cluster, makeCluster, serverSettings, startServer, stopServer } from './cluster.ts'
import { type FoundServer, findServer } from './find-server.ts'
import { tryLock, withLock } from './lock.ts'
import { lockOf, makeHome, type Places, placesOf, socketFolder } from './places.ts'
import { birthOf } from './processes.ts'
import { serverAccount } from './server-account.ts'

export type EmbeddedServer = { readonly sockets: string; readonly pid: number; readonly stop: () => Promise<void> }

export type EmbeddedOptions = {
  readonly home: string
  readonly log: (line: string) => void
  /** Another PostgreSQL than the one from npm; for tests. */
  readonly binaries?: Binaries
}

type Running = { readonly pid: number; readonly sockets: string }

/** Starts the server of this home, or joins the one that runs; `stop` leaves it, and the last to leave stops it. */
export async function useEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const home = makeHome(options.home)
  const lock = lockOf(home)
  return await withLock(lock, async () => {
    const account = serverAccount()
    const places = placesOf(home, account, options.log)
    checkOwner(places, account.uid ?? process.getuid?.())
    const binaries = options.binaries ?? embeddedBinaries({ spare: places.base, account, log: options.log })
    const running = await joinOrStart({ ...places, binaries, account, log: options.log }, places)
    const user = join(places.users, `${process.pid}.${birthOf(process.pid)}.${randomBytes(4).toString('hex')}`)
    writeFileSync(user, '')
    return {
      ...running,
      stop: leaver({ lock, places, user, server: { pid: running.pid, birth: birthOf(running.pid) } }),
    }
  })
}

async function joinOrStart(cluster: Cluster, places: Places): Promise<Running> {
  const found = await settled(places.data)
  if (found.state === 'answers') return found
  if (found.state === 'stale') rmSync(found.note, { force: true })
  if (!existsSync(join(places.data, 'PG_VERSION'))) {
    cluster.log(`Making a new database in ${places.data}.`)
    rmSync(places.data, { recursive: true, force: true })
    await makeCluster(cluster)
  }
  const sockets = socketFolder(places.base, cluster.account, cluster.log)
  return { sockets, pid: await startServer(cluster, serverSettings(sockets)) }
}

/** Waits out a server that is starting, recovering or shutting down. */
async function settled(data: string): Promise<FoundServer> {
  const asked = performance.now()
  for (;;) {
    const found = await findServer(data)
    if (found.state !== 'busy') return found
    if (performance.now() - asked > 120_000) {
      throw new Error(
        `A database server (process ${found.pid}) holds ${data} and does not answer: end it with kill ${found.pid}, then start again.`,
      )
    }
    await wait(50)
  }
}

type Leaving = {
  readonly lock: string
  readonly places: Places
  readonly user: string
  readonly server: { readonly pid: number; readonly birth: string | undefined }
}

function leaver(leaving: Leaving): () => Promise<void> {
  const atExit = () => leaveAtExit(leaving)
  process.on('exit', atExit)
  let left: Promise<void> | undefined
  return () => {
    process.off('exit', atExit)
    left ??= leave(leaving)
    return left
  }
}

async function leave({ lock, places, user }: Leaving): Promise<void> {
  await withLock(lock, async () => {
    rmSync(user, { force: true })
    const found = await findServer(places.data)
    if (found.state !== 'answers' || othersUse(places)) return
    await stopServer(found.pid)
    if (!found.sockets.startsWith(places.base)) rmSync(found.sockets, { recursive: true, force: true })
  })
}

/** A process that ends without having stopped cannot wait: it asks the server to stop, unless somebody is just coming. */
function leaveAtExit({ lock, places, user, server }: Leaving): void {
  const release = tryLock(lock)
  rmSync(user, { force: true })
  if (!release) return
  if (server.birth !== undefined && birthOf(server.pid) === server.birth && !othersUse(places))
    process.kill(server.pid, 'SIGINT')
  release()
}

/** Counts the living; the files of processes that were killed are swept. */
function othersUse(places: Places): boolean {
  const files = readdirSync(places.users)
  const living = files.filter((file) => {
    const [pid, birth] = file.split('.')
    return birthOf(Number(pid)) === birth
  })
  for (const file of files) if (!living.includes(file)) rmSync(join(places.users, file), { force: true })
  return living.length > 0
}

function checkOwner(places: Places, uid: number | undefined): void {
  if (!existsSync(places.data) || uid === undefined) return
  const owner = statSync(places.data).uid
  if (owner !== uid)
    throw new Error(`${places.data} belongs to another user (${owner}): start Kith as the user that made it.`)
}
