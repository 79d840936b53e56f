// The server of a test run: a copy of a cached, migrated cluster in a temporary folder, gone when the process ends.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chownSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import {
  binariesIn,
  type Cluster,
  embeddedBinaries,
  findServer,
  makeClosedFolder,
  makeCluster,
  type ServerAccount,
  serverAccount,
  serverEnvironment,
  serverSettings,
  startServer,
  stopServer,
} from '#postgres'
import { migrationFiles } from './migration-files.ts'

const cache = fileURLToPath(new URL('../../node_modules/.cache/kith-test', import.meta.url))
const quick = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '64MB',
  max_connections: '200',
}
const keptForMs = 86_400_000

export type TestServer = {
  readonly sockets: string
  /** Why the template could not be made, such as a migration that fails. */
  readonly problem: Error | undefined
}

/** Starts the server of this run; `prepare` fills a cluster that is not yet cached. */
export async function startTestServer(prepare: (sockets: string) => Promise<void>): Promise<TestServer> {
  const account = serverAccount()
  const folder = mkdtempSync(join(tmpdir(), 'kith-test-'))
  makeClosedFolder(folder, account)
  try {
    const cluster = testCluster(folder, account)
    const ready = join(cache, fingerprint(cluster))
    const known = existsSync(ready)
    if (known) copyCluster(ready, cluster)
    const problem = known ? undefined : await fillCache(cluster, ready, prepare)
    await serve(cluster, folder)
    return { sockets: folder, problem }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

function testCluster(folder: string, account: ServerAccount): Cluster {
  const log = () => {}
  const wanted = process.env.KITH_TEST_POSTGRES
  const binaries = wanted
    ? binariesIn(`/usr/lib/postgresql/${wanted}/bin`)
    : embeddedBinaries({ spare: tmpdir(), account, log })
  if (!existsSync(binaries.postgres)) throw new Error(`KITH_TEST_POSTGRES=${wanted}: there is no ${binaries.postgres}.`)
  return { binaries, account, data: join(folder, 'data'), said: join(folder, 'server.log'), log }
}

/** Another server, user, way of making clusters, or migration gives another cluster. */
function fingerprint({ binaries }: Cluster): string {
  const hash = createHash('sha256')
    .update(binaries.postgres)
    .update(`${statSync(binaries.postgres).size}/${process.getuid?.()}`)
  for (const file of ['../postgres/cluster.ts', 'migrate.ts', 'test-server.ts'])
    hash.update(readFileSync(new URL(file, import.meta.url)))
  for (const { name, sha256 } of migrationFiles()) hash.update(name).update(sha256)
  return hash.digest('hex').slice(0, 16)
}

/** Two runs may fill it at once: whoever renames second throws its own away. */
async function fillCache(
  cluster: Cluster,
  ready: string,
  prepare: (sockets: string) => Promise<void>,
): Promise<Error | undefined> {
  const folder = dirname(cluster.data)
  await makeCluster(cluster, ['--no-sync', '--wal-segsize=1'])
  const pid = await startServer(cluster, { ...serverSettings(folder), ...quick })
  const problem = await prepare(folder).then(
    () => undefined,
    (error: unknown) =>
      error instanceof Error ? error : new Error('The template could not be made.', { cause: error }),
  )
  await stopServer(pid)
  if (problem) return problem
  const draft = `${ready}.${process.pid}`
  try {
    mkdirSync(cache, { recursive: true })
    cpSync(cluster.data, draft, { recursive: true, mode: constants.COPYFILE_FICLONE })
    renameSync(draft, ready)
    sweep(ready)
  } catch {
    // The other was first, or nobody may write here: this run has its cluster all the same.
    rmSync(draft, { recursive: true, force: true })
  }
  return undefined
}

function copyCluster(ready: string, { data, account }: Cluster): void {
  const now = new Date()
  utimesSync(ready, now, now)
  cpSync(ready, data, { recursive: true, mode: constants.COPYFILE_FICLONE })
  makeClosedFolder(data, account)
  if (account.uid !== undefined && account.gid !== undefined) {
    for (const path of ['', ...readdirSync(data, { recursive: true, encoding: 'utf8' })])
      chownSync(join(data, path), account.uid, account.gid)
  }
}

/** Clusters of older migrations that no run has used for a day. */
function sweep(ready: string): void {
  for (const name of readdirSync(cache)) {
    const path = join(cache, name)
    if (path !== ready && Date.now() - statSync(path).mtimeMs > keptForMs)
      rmSync(path, { recursive: true, force: true })
  }
}

// The shell ends the server and removes the folder as soon as its input ends, however this process came to its end.
const watchdog = `
  folder=$1; shift
  "$@" </dev/null >"$folder/run.log" 2>&1 &
  server=$!
  cat >/dev/null
  kill -QUIT $server; wait $server
  rm -rf "$folder"`

async function serve(cluster: Cluster, folder: string): Promise<void> {
  const settings = Object.entries({ ...serverSettings(folder), ...quick }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
  const server = [cluster.binaries.postgres, '-D', cluster.data, ...settings]
  const shell = spawn('/bin/sh', ['-c', watchdog, 'kith-test-server', folder, ...server], {
    ...cluster.account,
    cwd: folder,
    env: serverEnvironment(),
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  shell.unref()
  // A pipe is a socket, which can let the process end; its type does not say so.
  const input: unknown = shell.stdin
  if (input && typeof input === 'object' && 'unref' in input && typeof input.unref === 'function') input.unref()
  const log = join(folder, 'run.log')
  const started = Date.now()
  while ((await findServer(cluster.data)).state !== 'answers') {
    const said = existsSync(log) ? readFileSync(log, 'utf8') : ''
    if (Date.now() - started > 30_000 || /FATAL: {2}(?!the database system is)/.test(said))
      throw new Error(`The test server did not start: ${said.trim()}`)
    await wait(10)
  }
}
