// Uploads through a real server: what it holds of a large file, whom it reads nothing from, and what a broken one leaves.
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { listen } from '#web'
import { type Served, servedCouncil } from './council-served.ts'
import { hiddenIn } from './filling.ts'
import { type SignedIn, signIn, wholeApp } from './whole-app.ts'

const MEGABYTE = 1024 * 1024
let served: Served
let server: ChildProcess
let address = ''
let arriving = ''
let child = ''
let priya: SignedIn
let stranger: SignedIn

before(async () => {
  served = await servedCouncil('uploads')
  child = (await served.query<{ id: string }>('select id from kith.child order by id limit 1'))[0]?.id ?? ''
  priya = await signIn(served, (await served.worker('allocated-worker', child)).person)
  stranger = await signIn(served, (await served.worker('administrator')).person)
  arriving = join(served.home, 'arriving')
  const { home, council } = served
  const given = JSON.stringify({ connection: served.at.connection, home, council, port: 0, people: [] })
  const options = process.execArgv.filter((word) => !word.startsWith('--test'))
  server = spawn(process.execPath, [...options, join(import.meta.dirname, 'serving.ts'), given], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  assert.ok(server.stdout !== null)
  const [line] = await once(server.stdout, 'data')
  address = String(line).trim()
})
after(async () => {
  server?.kill()
  await served?.close()
})

const path = () => `/children/${child}/documents/add`
const left = (): readonly string[] => {
  try {
    return readdirSync(arriving)
  } catch {
    return []
  }
}
async function until(so: () => boolean, what: string): Promise<void> {
  for (let turn = 0; turn < 400; turn += 1) {
    if (so()) return
    await wait(25)
  }
  assert.fail(what)
}

type Filled = Readonly<Record<string, string>>
const TYPED: Filled = {
  ...{ title: 'A long report', kind: 'report', fromWhom: 'school', terms: 'own', caption: 'Kept & shown', _do: 'send' },
}
async function opened({ secret }: SignedIn): Promise<Filled> {
  const answer = await fetch(`${address}${path()}?fresh=1`, { headers: { cookie: `kith-session=${secret}` } })
  return hiddenIn(await answer.text())
}
const BOUNDARY = 'a-boundary-of-this-test'
const heading = (name: string, more = '') =>
  `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\n`
const headOf = (fields: Filled) =>
  Object.entries(fields)
    .map(([name, value]) => `${heading(name)}${value}\r\n`)
    .join('') + heading('file', '; filename="long.pdf"')
const END = `\r\n--${BOUNDARY}--\r\n`

function begin({ secret }: SignedIn, length: number): ClientRequest {
  const headers = {
    ...{ cookie: `kith-session=${secret}`, origin: address, 'content-length': String(length) },
    'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
  }
  return request(`${address}${path()}`, { method: 'POST', headers, agent: false })
}
const PIECE = Buffer.alloc(64 * 1024, 'report ')
async function answerTo(sending: ClientRequest): Promise<{ status: number; html: string }> {
  const [answer] = (await once(sending, 'response')) as [IncomingMessage]
  let html = ''
  for await (const piece of answer) html += String(piece)
  return { status: answer.statusCode ?? 0, html }
}
/** A PDF of this size, sent no faster than it is read, with a pause of so many milliseconds after each megabyte. */
async function upload(who: SignedIn, size: number, pause = 0): Promise<{ status: number; html: string }> {
  const head = `${headOf({ ...(await opened(who)), ...TYPED })}%PDF-1.7\n`
  const sending = begin(who, head.length + size + END.length)
  const answer = answerTo(sending)
  sending.write(head)
  for (let sent = 0; sent < size; sent += PIECE.length) {
    if (!sending.write(PIECE.subarray(0, Math.min(PIECE.length, size - sent)))) await once(sending, 'drain')
    if (pause > 0 && sent % MEGABYTE === 0) await wait(pause)
  }
  sending.end(END)
  return await answer
}

const memory = (line: 'VmRSS' | 'VmHWM'): number => {
  const status = readFileSync(`/proc/${server.pid}/status`, 'utf8')
  return Number(new RegExp(`${line}:\\s+(\\d+)`).exec(status)?.[1]) / 1024
}
/** The most megabytes that the process had in memory during the work, beyond what it had before. */
async function grownBy(work: () => Promise<unknown>): Promise<number> {
  const start = memory('VmRSS')
  writeFileSync(`/proc/${server.pid}/clear_refs`, '5') // the peak is counted anew
  await work()
  return memory('VmHWM') - start
}

const SIZE = 20 * MEGABYTE - 100

test('of one of 20 MB the server holds a part at a time', async () => {
  // In this process, so that what waits to be cleared away can be cleared, and only what is held is counted.
  const here = await listen(wholeApp(served).app, { port: 0, host: '127.0.0.1' })
  const [elsewhere] = [address]
  address = here.address
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  assert.equal((await upload(priya, MEGABYTE)).status, 303)
  const held = () => {
    collect()
    return process.memoryUsage().arrayBuffers / MEGABYTE
  }
  // What the sender, in this process too, has waiting counts with it; so does what other connections read at that moment. Of
  // five the least is asked: a server that held the file would hold its 20 MB each time, and the sender's beside them.
  const each: number[] = []
  while (each.length < 5 && !each.some((most) => most < 10)) {
    const start = held()
    let most = 0
    let sending = true
    const watch = async () => {
      while (sending) {
        const began = performance.now()
        most = Math.max(most, held() - start)
        // Clearing away takes long where the tests before left much: four times as long is left to the upload.
        await wait(4 * (performance.now() - began))
      }
    }
    const watched = watch()
    assert.equal((await upload(priya, SIZE, 50)).status, 303)
    sending = false
    await watched
    each.push(most)
  }
  await here.close()
  address = elsewhere
  assert.ok(Math.min(...each) < 17, `${each.map((most) => most.toFixed(1)).join(', ')} MB held`)
})

test('ten of 20 MB at once do not grow the server by what they hold', async () => {
  const grown = await grownBy(async () => {
    const all = await Promise.all(Array.from({ length: 10 }, async () => await upload(priya, SIZE)))
    assert.deepEqual(new Set(all.map(({ status }) => status)), new Set([303]))
  })
  // What was read and waits to be cleared away counts here; ten files held would be 200.
  assert.ok(grown < 150, `${grown.toFixed(0)} MB more`)
  assert.deepEqual(left(), [])
})

test('of whoever may not write here nothing is read: the answer comes while the file is still to come', async () => {
  const head = headOf(TYPED)
  const sending = begin(stranger, head.length + 10 * MEGABYTE)
  sending.on('error', () => undefined)
  sending.write(head)
  const { status } = await answerTo(sending)
  sending.destroy()
  assert.ok([403, 404].includes(status), String(status))
  assert.deepEqual(left(), [])
})

test('a file that is too large is said in words, with everything typed still there', async () => {
  const { status, html } = await upload(priya, 30 * MEGABYTE)
  assert.equal(status, 422)
  assert.match(html, /larger than 20 MB/)
  assert.match(html, /A long report/)
  assert.match(html, /Kept &amp; shown/)
  assert.deepEqual(left(), [])
})

test('one that breaks off leaves nothing, and the server goes on', async () => {
  const head = `${headOf({ ...(await opened(priya)), ...TYPED })}%PDF-1.7\n`
  const sending = begin(priya, head.length + 10 * MEGABYTE)
  sending.on('error', () => undefined)
  sending.write(head)
  sending.write(PIECE)
  await until(() => left().length > 0, 'it began to be written')
  sending.destroy()
  await until(() => left().length === 0, 'it was taken away')
  assert.equal((await upload(priya, 1000)).status, 303)
})
