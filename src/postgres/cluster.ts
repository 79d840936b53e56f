// Makes a cluster (initdb), runs a server on it, and stops it again.
import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync, truncateSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Binaries } from './binaries.ts'
import { findServer } from './find-server.ts'
import { ownerRole } from './places.ts'
import { birthOf } from './processes.ts'
import { runAs, type ServerAccount, serverEnvironment } from './server-account.ts'

export type Cluster = {
  readonly binaries: Binaries
  readonly account: ServerAccount
  readonly data: string
  /** File that takes what the server says. */
  readonly said: string
  readonly log: (line: string) => void
}

const largestLog = 10_000_000
const startedWithinMs = 600_000
const stoppedWithinMs = 60_000

/** Makes the data folder; one that was interrupted leaves nothing that looks whole. */
export async function makeCluster({ binaries, account, data }: Cluster, extra: readonly string[] = []): Promise<void> {
  const draft = `${data}.new`
  rmSync(draft, { recursive: true, force: true })
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=en-GB']
  const auth = [`--username=${ownerRole}`, '--auth-local=trust', '--auth-host=reject']
  await runAs(account, binaries.initdb, [`--pgdata=${draft}`, ...locale, ...auth, '--no-instructions', ...extra])
  renameSync(draft, data)
}

/** The settings of every server that Kith starts. The log names no person: no statements, no details of errors. */
export function serverSettings(sockets: string): Record<string, string> {
  return {
    listen_addresses: '',
    port: '5432',
    unix_socket_directories: sockets,
    unix_socket_permissions: '0700',
    timezone: 'UTC',
    log_timezone: 'UTC',
    jit: 'off',
    shared_buffers: '256MB',
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_min_messages: 'warning',
    logging_collector: 'off',
  }
}

/** Starts a server in a session of its own (so that Ctrl-C in a terminal does not reach it) and waits until it answers. */
export async function startServer(cluster: Cluster, settings: Record<string, string>): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await startOnce(cluster, settings)
    if (typeof outcome === 'number') return outcome
    // Children of a server that was killed live on for a moment and hold its memory.
    if (attempt >= 60 || !/pre-existing shared memory|lock file .* already exists/.test(outcome)) {
      const advice = /incompatible with server/.test(outcome)
        ? 'start afresh and restore a backup'
        : `see ${cluster.said}`
      throw new Error(`PostgreSQL did not start (${firstComplaint(outcome)}): ${advice}`)
    }
    if (attempt === 1) cluster.log('The database was not shut down properly: waiting for what is left of it to end.')
    await wait(250)
  }
}

/** The new server's process number, or what it said before it ended. */
async function startOnce(cluster: Cluster, settings: Record<string, string>): Promise<number | string> {
  if (existsSync(cluster.said) && statSync(cluster.said).size > largestLog) truncateSync(cluster.said)
  const out = openSync(cluster.said, 'a', 0o600)
  const from = statSync(cluster.said).size
  const args = ['-D', cluster.data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
  const server = spawn(cluster.binaries.postgres, args, {
    ...cluster.account,
    cwd: dirname(cluster.data),
    env: serverEnvironment(),
    detached: true,
    stdio: ['ignore', out, out],
  })
  closeSync(out)
  server.unref()
  let failed: string | undefined
  server.once('error', (error) => (failed = error.message))
  server.once(
    'exit',
    () => (failed ??= readFileSync(cluster.said).subarray(from).toString('utf8') || 'it said nothing'),
  )
  const started = performance.now()
  let told = false
  while (failed === undefined) {
    const found = await findServer(cluster.data)
    if (found.state === 'answers' && found.pid === server.pid) return found.pid
    const waited = performance.now() - started
    if (waited > startedWithinMs) throw new Error(`PostgreSQL has not answered for ten minutes: see ${cluster.said}`)
    if (waited > 5000 && !told) cluster.log('The database is recovering; this can take some minutes.')
    told ||= waited > 5000
    await wait(20)
  }
  return failed
}

/** Asks a server to end its sessions and shut down cleanly; returns when it has. */
export async function stopServer(pid: number): Promise<void> {
  const birth = birthOf(pid)
  if (birth === undefined) return
  process.kill(pid, 'SIGINT')
  const asked = performance.now()
  while (birthOf(pid) === birth) {
    if (performance.now() - asked > stoppedWithinMs)
      throw new Error(`PostgreSQL (process ${pid}) has not stopped for a minute.`)
    await wait(10)
  }
}

function firstComplaint(said: string): string {
  const line =
    said.split('\n').find((one) => /FATAL|PANIC|ERROR|error while loading/.test(one)) ?? said.split('\n')[0] ?? ''
  return line.replace(/^.*?(FATAL|PANIC|ERROR):\s*/, '')
}
