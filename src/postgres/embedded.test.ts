// The launcher: fresh homes, two starters at once, crashes of Node and of the server, closed and deep folders.
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { binariesIn } from './binaries.ts'
import { openDatabase, withClient } from './open.ts'
import { birthOf } from './processes.ts'

const homes: string[] = []
const freshHome = (...parts: string[]): string => {
  const home = mkdtempSync(join(tmpdir(), 'kith-home-'))
  chmodSync(home, 0o755)
  homes.push(home)
  return join(home, ...parts)
}
const others: ChildProcess[] = []
after(() => {
  // A process that a failed test left behind would keep the whole run from ending.
  for (const other of others) other.kill('SIGKILL')
  for (const home of homes) rmSync(home, { recursive: true, force: true })
})

const one = async (opened: { connection: object }, sql: string): Promise<unknown> =>
  await withClient(
    opened.connection,
    async (client) => (await client.query({ text: sql, rowMode: 'array' })).rows[0]?.[0],
  )

const serverOf = (home: string): number =>
  Number(readFileSync(join(home, 'postgres', 'data', 'postmaster.pid'), 'utf8').split('\n')[0])

/** Another Kith process that opens the home, says `open`, and stops when its input ends. */
async function anotherKith(home: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('./test-holder.ts', import.meta.url)), home], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  others.push(child)
  await new Promise<void>((resolve, reject) => {
    child.stdout?.once('data', () => resolve())
    child.once('exit', (code) => reject(new Error(`the other Kith ended with ${code}`)))
  })
  return child
}
const ended = (child: ChildProcess): Promise<void> => new Promise((resolve) => child.once('exit', () => resolve()))

describe('the embedded server', () => {
  test('starts in a fresh home, on a socket alone, sorts names well, keeps fsync, and stops', async () => {
    const home = freshHome('.kith')
    const lines: string[] = []
    const opened = await openDatabase({ home, log: (line) => lines.push(line) })
    assert.equal(opened.version, 18)
    assert.deepEqual(lines, [`Making a new database in ${home}/postgres/data.`])
    assert.equal(await one(opened, 'show listen_addresses'), '')
    assert.equal(await one(opened, 'show fsync'), 'on')
    const sorted = `select string_agg(name, ' ' order by name) from (values ('Zoë'), ('Émile'), ('adam'), ('Eve')) as n (name)`
    assert.equal(await one(opened, sorted), 'adam Émile Eve Zoë')
    const pid = serverOf(home)
    await opened.stop()
    await opened.stop()
    assert.equal(birthOf(pid), undefined)
    const again = await openDatabase({ home, log: (line) => lines.push(line) })
    await again.stop()
    assert.equal(lines.length, 1)
  })

  test('is made once when two processes start at once on a fresh home, and stopped by the last to leave', async () => {
    const home = freshHome()
    const [here, there] = await Promise.all([openDatabase({ home }), anotherKith(home)])
    const pid = serverOf(home)
    await here.stop()
    assert.ok(birthOf(pid), 'the other process still uses the server')
    const gone = ended(there)
    there.stdin?.end()
    await gone
    assert.equal(birthOf(pid), undefined)
  })

  test('lives on when Node is killed, and the next Kith joins it and stops it', async () => {
    const home = freshHome()
    const other = await anotherKith(home)
    const pid = serverOf(home)
    const gone = ended(other)
    other.kill('SIGKILL')
    await gone
    assert.ok(birthOf(pid), 'the server outlives Node')
    const opened = await openDatabase({ home })
    assert.equal(serverOf(home), pid)
    await opened.stop()
    assert.equal(birthOf(pid), undefined)
  })

  test('starts again after the server itself was killed, with what was committed', async () => {
    const home = freshHome()
    const opened = await openDatabase({ home })
    await one(opened, 'create table note as select 7 as held')
    process.kill(serverOf(home), 'SIGKILL')
    const again = await openDatabase({ home })
    assert.equal(await one(again, 'select held from note'), 7)
    await opened.stop()
    assert.equal(await one(again, 'select held from note'), 7)
    await again.stop()
  })

  test('waits for what is left of a server that was killed', async () => {
    const home = freshHome()
    const opened = await openDatabase({ home })
    await withClient(opened.connection, async (client) => {
      const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
      const session = rows[0]?.pid ?? 0
      // A session that stands still goes on holding the memory of its dead server.
      process.kill(session, 'SIGSTOP')
      process.kill(serverOf(home), 'SIGKILL')
      const lines: string[] = []
      const goOn = (line: string): void => {
        lines.push(line)
        process.kill(session, 'SIGCONT')
      }
      const again = await openDatabase({ home, log: goOn }).catch((error: unknown) => {
        goOn(String(error))
        throw error
      })
      assert.match(lines.join('\n'), /was not shut down properly/)
      await again.stop()
    })
    await opened.stop()
  })

  test('starts although a note of a server names a process that is something else', async () => {
    const home = freshHome()
    await (await openDatabase({ home })).stop()
    // Not this process: PostgreSQL itself forgives a note that names its parent.
    const stranger = spawn(process.execPath, ['-e', 'process.stdin.resume()'])
    others.push(stranger)
    writeFileSync(
      join(home, 'postgres', 'data', 'postmaster.pid'),
      `${stranger.pid}\n${home}/postgres/data\n1\n5432\n/nowhere\n\n`,
    )
    await (await openDatabase({ home })).stop()
  })

  test('takes over a lock whose holder died, and stops when a process ends without stopping', async () => {
    const home = freshHome()
    writeFileSync(join(home, 'postgres.lock'), '999999999 1')
    const other = await anotherKith(home)
    const pid = serverOf(home)
    const gone = ended(other)
    other.kill('SIGTERM')
    await gone
    assert.equal(birthOf(pid), undefined)
  })

  test('puts the socket elsewhere when the home lies deep', async () => {
    const home = freshHome('a'.repeat(60), 'b'.repeat(60))
    const lines: string[] = []
    const opened = await openDatabase({ home, log: (line) => lines.push(line) })
    assert.match(lines.join('\n'), /too long for a socket: it lies in/)
    assert.equal(await one(opened, 'select 1'), 1)
    const joined = await openDatabase({ home })
    await opened.stop()
    await joined.stop()
    assert.equal(existsSync(String(joined.connection.host)), false)
  })

  // Only for root does the server run as somebody else, so only root can be asked.
  const onlyRoot = process.getuid?.() === 0 ? test : () => {}
  void onlyRoot('keeps the data elsewhere, and says where, when the home is closed to its account', async () => {
    const home = freshHome('closed', '.kith')
    mkdirSync(home, { recursive: true })
    chmodSync(join(home, '..'), 0o700)
    const lines: string[] = []
    const opened = await openDatabase({ home, log: (line) => lines.push(line) })
    const base = readFileSync(join(home, 'postgres.elsewhere'), 'utf8').trim()
    homes.push(base)
    assert.match(lines.join('\n'), new RegExp(`the database lies in ${base} `))
    assert.equal(await one(opened, 'select 1'), 1)
    await opened.stop()
  })

  test('says in one line what is wrong', async () => {
    const file = freshHome('file')
    writeFileSync(file, '')
    await assert.rejects(openDatabase({ home: join(file, 'home') }), /^Error: Cannot make the folder .* set KITH_HOME/)
    await assert.rejects(
      openDatabase({ home: freshHome(), url: 'postgres://nobody@127.0.0.1:1/x' }),
      /^Error: Cannot connect to the server of DATABASE_URL \(.*ECONNREFUSED/,
    )
    const home = freshHome()
    await (await openDatabase({ home })).stop()
    const binaries = binariesIn('/nonexistent')
    await assert.rejects(openDatabase({ home, binaries }), /^Error: PostgreSQL did not start/)
  })
})
