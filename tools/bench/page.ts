// Measures a child's page as it is served: among 20,000 children, over HTTP, by a server in a process of its own.
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { createServer } from 'node:net'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { addDays } from '#calendar'
import { DEMONSTRATION_DAY, demonstration, THE_RETURN } from '#demonstration'
import { makeFigures } from '#record-figures'
import { councilKeysIn, openDoor } from '../../src/database/index.ts'
import { openHouse, surroundings } from '../../src/main.ts'
import { growCouncil } from './grow.ts'
import { each, endedSeconds, type Figure, type Measured, processSeconds, serverSeconds } from './measure.ts'

const root = join(import.meta.dirname, '../..')
/** 300 of the demonstration and 66 copies of each: 20,100. */
const COPIES = 66
/** Cass, of whom everything that a record can hold is told. */
const RICH = 'SYN000267'
const PAGES_OF_ONE = 200
const RUNS = 3

type Page = { readonly status: number; readonly bytes: number; readonly milliseconds: number }
type Asked = { readonly port: number; readonly cookie: string; readonly agent: Agent }

async function get({ port, cookie, agent }: Asked, path: string): Promise<Page> {
  const began = performance.now()
  const { promise, resolve, reject } = Promise.withResolvers<Page>()
  request({ port, host: '127.0.0.1', path, agent, headers: { cookie } }, (response) => {
    let bytes = 0
    response.on('data', (piece: Buffer) => {
      bytes += piece.length
    })
    response.on('error', reject)
    response.on('end', () =>
      resolve({ status: response.statusCode ?? 0, bytes, milliseconds: performance.now() - began }),
    )
  })
    .on('error', reject)
    .end()
  return await promise
}

async function freePort(): Promise<number> {
  const server = createServer()
  const { promise, resolve } = Promise.withResolvers<number>()
  server.listen(0, '127.0.0.1', () => {
    const at = server.address()
    server.close(() => resolve(typeof at === 'object' && at !== null ? at.port : 0))
  })
  return await promise
}

type Running = { readonly server: ChildProcess; readonly port: number; readonly pids: Pids }
type Pids = { readonly node: number; readonly postmaster: number }

export async function start(home: string): Promise<Running> {
  const port = await freePort()
  const options = [...process.execArgv, join(root, 'src/cli.ts'), 'serve', '--port', String(port)]
  const server = spawn(process.execPath, options, {
    cwd: root,
    env: { ...process.env, KITH_HOME: home, DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  server.once('exit', (code) => reject(new Error(`The server ended with ${code}.`)))
  server.stdout?.on('data', (text: Buffer) => {
    if (text.toString().includes('Kith is at')) resolve()
  })
  await promise
  const postmaster = Number(readFileSync(join(home, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0])
  return { server, port, pids: { node: server.pid ?? 0, postmaster } }
}

export async function stop({ server }: Running): Promise<void> {
  if (server.exitCode !== null) return
  const { promise, resolve } = Promise.withResolvers<void>()
  server.once('exit', () => resolve())
  server.kill('SIGTERM')
  await promise
}

/** Signed in as whoever works with that child. */
export async function signedIn(port: number, person: string): Promise<string> {
  const body = new URLSearchParams({ 'form-token': '', to: '/', person })
  const origin = `http://127.0.0.1:${port}`
  const answer = await fetch(`${origin}/sign-in`, { method: 'POST', body, redirect: 'manual', headers: { origin } })
  const cookie = answer.headers.getSetCookie().map((one) => one.split(';')[0])
  if (answer.status !== 303 || cookie.length === 0) throw new Error(`No sign-in: ${answer.status}.`)
  return cookie.join('; ')
}

async function spentBy({ node, postmaster }: Pids, work: () => Promise<unknown>): Promise<Measured> {
  const before = { node: processSeconds(node), postgres: serverSeconds(postmaster), wall: performance.now() }
  await work()
  return {
    node: processSeconds(node) - before.node,
    postgres: serverSeconds(postmaster) - before.postgres,
    wall: (performance.now() - before.wall) / 1000,
    peakMegabytes: Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${node}/status`, 'utf8'))?.[1] ?? 0) / 1024,
  }
}

const ok = (pages: readonly Page[]): readonly Page[] => {
  const wrong = pages.find(({ status }) => status !== 200)
  if (wrong !== undefined) throw new Error(`A page answered ${wrong.status}.`)
  return pages
}

type Of = { readonly running: Running; readonly asked: Asked; readonly child: string }

/** One after the other, as one person reads; the first are left out, since a server that has just begun still compiles. */
export async function runsOf({ running, asked }: Of, path: string): Promise<readonly Measured[]> {
  const ask = async (times: number) => {
    for (let n = 0; n < times; n += 1) ok([await get(asked, path)])
  }
  await ask(PAGES_OF_ONE)
  const runs: Measured[] = []
  for (let run = 0; run < RUNS; run += 1)
    runs.push(each(await spentBy(running.pids, async () => await ask(PAGES_OF_ONE)), PAGES_OF_ONE))
  return runs
}

async function onePage(of: Of, path: string, name: string): Promise<readonly Figure[]> {
  const runs = await runsOf(of, path)
  const least = (of: (one: Measured) => number) => runs.toSorted((a, b) => of(a) - of(b))[0] ?? runs[0]
  const [node, postgres] = [least((one) => one.node), least((one) => one.postgres)]
  return [
    ...(node ? [{ name: `${name}, Node`, target: 0.01, counts: 'cpu' as const, best: { ...node, postgres: 0 } }] : []),
    ...(postgres
      ? [{ name: `${name}, PostgreSQL`, target: 0.008, counts: 'cpu' as const, best: { ...postgres, node: 0 } }]
      : []),
  ]
}

/** Node and PostgreSQL together. */
const INSIGHT = 0.03
/** The day after the demonstration's own, so that the night counts the copies too. */
async function insightPage(of: Of, home: string): Promise<readonly Figure[]> {
  const connection = { host: join(home, 'postgres/socket'), port: 5432, user: 'kith_owner', database: 'kith' }
  const door = openDoor({ connection, keys: councilKeysIn(home) })
  const day = addDays(DEMONSTRATION_DAY, 1)
  try {
    await makeFigures(door, 1, { day, on: day })
  } finally {
    await door.close()
  }
  const sum = ({ node, postgres }: Measured) => node + postgres
  const [best] = (await runsOf(of, '/insight')).toSorted((a, b) => sum(a) - sum(b))
  const [page] = ok([await get(of.asked, '/insight')])
  const name = `page: insight, as the director (${page?.bytes} bytes)`
  return best ? [{ name, target: INSIGHT, counts: 'cpu', best }] : []
}

const TABS = ['', '/story', '/family', '/where', '/plan', '/learning', '/health', '/visits', '/documents', '/duties']
const MOST_KILOBYTES = 30

/** Of every child of the demonstration, each tab as whoever sees everything, the story with everything in it. */
async function largestPage({ asked, running }: Of, children: readonly string[]): Promise<readonly Figure[]> {
  const sizes: { readonly tab: string; readonly bytes: number }[] = []
  const best = await spentBy(running.pids, async () => {
    for (const child of children)
      for (const tab of [...TABS, '/story?show=all&span=life']) {
        const [page] = ok([await get(asked, `/children/${child}${tab}`)])
        sizes.push({ tab, bytes: page?.bytes ?? 0 })
      }
  })
  const [most] = sizes.toSorted((a, b) => b.bytes - a.bytes)
  const over = sizes.filter(({ bytes }) => bytes > MOST_KILOBYTES * 1000).length
  const name = `page: the largest of ${sizes.length} pages of ${children.length} children (${most?.tab}); ${over} over ${MOST_KILOBYTES} kB`
  return [{ name, target: MOST_KILOBYTES, counts: 'kilobytes', best, kilobytes: (most?.bytes ?? 0) / 1000 }]
}

const PER_SECOND = 20
const SECONDS = 60
const percentile = (pages: readonly Page[], of: number): number =>
  pages.map(({ milliseconds }) => milliseconds).toSorted((a, b) => a - b)[Math.ceil(pages.length * of) - 1] ?? 0

/** They come whether or not the one before has been answered: who waits counts from when they came. */
async function arrivals({ running, asked }: Of, paths: readonly string[]): Promise<readonly Figure[]> {
  const pages: Promise<Page>[] = []
  const best = await spentBy(running.pids, async () => {
    const began = performance.now()
    for (let n = 0; n < PER_SECOND * SECONDS; n += 1) {
      const wait = began + (n * 1000) / PER_SECOND - performance.now()
      if (wait > 0) await new Promise((done) => setTimeout(done, wait))
      pages.push(get(asked, paths[n % paths.length] ?? '/'))
    }
    await Promise.all(pages)
  })
  const answered = ok(await Promise.all(pages))
  const [middle, most] = [percentile(answered, 0.5), percentile(answered, 0.99)]
  const name = `arrivals of ${PER_SECOND} pages a second for ${SECONDS} s: p99 (median ${middle.toFixed(0)} ms)`
  return [{ name, target: 0.15, counts: 'wall', best: { ...best, wall: most / 1000 } }]
}

const CONNECTIONS = 50
const FULL_SECONDS = 20
const PAGES_A_SECOND = 60

async function withoutPause({ running, asked }: Of, paths: readonly string[]): Promise<readonly Figure[]> {
  const pages: Page[] = []
  const best = await spentBy(running.pids, async () => {
    const until = performance.now() + FULL_SECONDS * 1000
    await Promise.all(
      Array.from({ length: CONNECTIONS }, async (_, at) => {
        for (let n = at; performance.now() < until; n += 1) pages.push(await get(asked, paths[n % paths.length] ?? '/'))
      }),
    )
  })
  const a = ok(pages).length / best.wall
  const name = `${CONNECTIONS} connections without pause: ${a.toFixed(0)} pages a second (${PAGES_A_SECOND} asked), p99 ${percentile(pages, 0.99).toFixed(0)} ms, none refused; seconds for ${PAGES_A_SECOND} pages`
  return [{ name, target: 1, counts: 'wall', best: { ...best, wall: PAGES_A_SECOND / a } }]
}

/** As somebody at the command line waits for it, from starting the program to its end; the pages are served no more. */
async function ledgerRebuilt(
  running: Running,
  { home, council, children }: { readonly home: string; readonly council: string; readonly children: number },
): Promise<readonly Figure[]> {
  await stop(running)
  const command = [...process.execArgv, join(root, 'src/cli.ts'), 'ledger', 'rebuild', '--council', council]
  const [cpu, began] = [endedSeconds(), performance.now()]
  const { promise, resolve } = Promise.withResolvers<number | null>()
  spawn(process.execPath, command, { cwd: root, env: { ...process.env, KITH_HOME: home, DATABASE_URL: '' } }).once(
    'exit',
    resolve,
  )
  if ((await promise) !== 0) throw new Error('The ledger was not rebuilt.')
  const wall = (performance.now() - began) / 1000
  const best = { node: endedSeconds() - cpu, postgres: 0, wall, peakMegabytes: 0 }
  const name = `ledger of ${children} children rebuilt by the command, on ${availableParallelism()} cores`
  return [{ name, target: 60, counts: 'wall', best }]
}

type Seen = { readonly child: string }
/** The rich child with their worker and that worker's other children, whoever leads, and every child that is no copy. */
async function whoIsThere(owner: pg.Client) {
  const [one] = (
    await owner.query<{ child: string; worker: string }>(
      `select i.child, a.worker from kith.child_identifier_current i join kith.allocation_current a on a.council = i.council and a.child = i.child
       where i.value = $1 and a.role = 'allocated-worker' and a.during @> date '2027-03-31'`,
      [RICH],
    )
  ).rows
  const [first] = (
    await owner.query<{ person: string }>(`select person from kith.sees_council where relation = 'director'`)
  ).rows
  if (one === undefined || first === undefined) throw new Error('The demonstration is not as it was.')
  const theirs = await owner.query<Seen>(
    'select distinct child from kith.visible_child where person = $1 order by child',
    [one.worker],
  )
  const invented = await owner.query<Seen>(
    `select child from kith.child_identifier_current where issuer = 'ssda903' order by child`,
  )
  return { ...one, leader: first.person, theirs: theirs.rows, invented: invented.rows.map(({ child }) => child) }
}

/** The council of the return, which these figures have always been of. */
export async function loadReturn(home: string): Promise<string> {
  const house = await openHouse(
    surroundings({ KITH_HOME: home }, home),
    () => DEMONSTRATION_DAY,
    () => {},
  )
  try {
    const loaded = await demonstration(house, () => {}, THE_RETURN)
    if (loaded === undefined) throw new Error('The demonstration was not loaded.')
    return loaded.council.code
  } finally {
    await house.close()
  }
}

type Grown = { readonly home: string; readonly council: string; readonly of: Of; readonly all: Of } & Pick<
  Awaited<ReturnType<typeof whoIsThere>>,
  'theirs' | 'invented'
>

/** 20,100 children, served: as the rich child's worker, and as whoever leads. */
async function inGrownCouncil(work: (grown: Grown) => Promise<readonly Figure[]>): Promise<readonly Figure[]> {
  const home = mkdtempSync(join(tmpdir(), 'kith-bench-page-'))
  // The account of the database has to reach it.
  chmodSync(home, 0o755)
  const council = await loadReturn(home)
  const running = await start(home)
  const owner = new pg.Client({ host: join(home, 'postgres/socket'), user: 'kith_owner', database: 'kith' })
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  try {
    await owner.connect()
    await growCouncil(owner, { times: COPIES, key: await councilKeysIn(home).keyOf(1) })
    const { child, worker, leader, theirs, invented } = await whoIsThere(owner)
    await owner.end()
    const asked = { port: running.port, cookie: await signedIn(running.port, worker), agent }
    const of = { running, asked, child }
    const all = { ...of, asked: { ...asked, cookie: await signedIn(running.port, leader) } }
    return await work({ home, council, of, all, theirs, invented })
  } finally {
    agent.destroy()
    await stop(running)
    rmSync(home, { recursive: true, force: true })
  }
}

export const benchInsight = async (): Promise<readonly Figure[]> =>
  await inGrownCouncil(async ({ home, all }) => await insightPage(all, home))

export const benchPage = async (): Promise<readonly Figure[]> =>
  await inGrownCouncil(async ({ home, council, of, all, theirs, invented }) => {
    const { asked, child } = of
    const [page] = ok([await get(asked, `/children/${child}`)])
    const paths = theirs.flatMap((one) =>
      ['', '/story', '/plan', '/visits'].map((tab) => `/children/${one.child}${tab}`),
    )
    return [
      ...(await onePage(of, `/children/${child}`, `page: a rich child's overview (${page?.bytes} bytes)`)),
      ...(await onePage(of, `/children/${child}/story`, "page: the same child's story")),
      ...(await onePage(of, '/', 'page: the home of their worker')),
      ...(await largestPage(all, invented)),
      ...(await arrivals(of, paths)),
      ...(await withoutPause(of, paths)),
      ...(await ledgerRebuilt(of.running, { home, council, children: invented.length * (COPIES + 1) })),
    ]
  })
