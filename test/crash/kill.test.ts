// Kill −9 of Node and of the database in turn, during an import and during writes: every acknowledged row is there, the
// log verifies, the ledger equals the record. The same checks are seen to fail when the transaction is taken out.
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { sealLog, verifyLog } from '#access'
import { day, numberOf } from '#calendar'
import { compareLedger } from '#clock'
import { makeCouncil } from '#database'
import { importSsda903 } from '#imports'
import { type House, openHouse } from '../../src/main.ts'
import type { Manner } from './writer.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const demonstration = join(root, 'src/demonstration/return')
const today = () => day('2027-04-01')
const rounds = { writes: 14, imports: 6 }
let home: string

type Victim = 'node' | 'database'
type Killed = { readonly acknowledged: readonly string[] }

before(async () => {
  home = await mkdtemp(join(tmpdir(), 'kith-crash-'))
  await chmod(home, 0o755) // the server's account must be able to go in
  await inHouse(async ({ door, opened }) => {
    const council = await makeCouncil(opened.connection, { code: 'ONE', name: 'Testshire' })
    await importSsda903(door, { council, folder: join(demonstration, 'this_year'), today: today() })
  })
})
after(async () => await rm(home, { recursive: true, force: true }))

async function inHouse<T>(work: (house: House) => Promise<T>): Promise<T> {
  const house = await openHouse({ home, url: undefined, seals: undefined, operator: 'test' }, today, () => {})
  try {
    return await work(house)
  } finally {
    await house.close()
  }
}

function start(file: string, args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [...process.execArgv.filter((word) => !word.startsWith('--test')), file, ...args], {
    cwd: root,
    env: { ...process.env, KITH_HOME: home },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
}

/** Runs until it has said enough, then kills it or the database, and waits until it is gone. */
async function killedAfter(
  running: ChildProcess,
  victim: Victim,
  enough: (lines: readonly string[]) => boolean,
): Promise<readonly string[]> {
  let text = ''
  const ended = new Promise<void>((resolve) => running.once('close', () => resolve()))
  await new Promise<void>((resolve) => {
    running.once('close', () => resolve())
    running.stdout?.on('data', (piece: Buffer) => {
      text += piece.toString()
      if (enough(text.split('\n'))) resolve()
    })
  })
  try {
    if (victim === 'database') process.kill(postmaster(), 'SIGKILL')
    // A writer whose database is gone may still hear an answer that was on its way; then it goes too.
    await wait(victim === 'database' ? 60 : 0)
  } finally {
    running.kill('SIGKILL')
  }
  await ended
  return text.split('\n').slice(0, -1)
}

function postmaster(): number {
  const text = readFileSync(join(home, 'postgres', 'data', 'postmaster.pid'), 'utf8')
  return Number(text.split('\n')[0])
}

/** Kills it, or its database, some milliseconds after the database is up; gives its exit code once it is gone. */
async function killedOnceUp(running: ChildProcess, victim: Victim, after: number): Promise<number | null> {
  const ended = new Promise<number | null>((resolve) => running.once('close', resolve))
  let upSince: number | undefined
  const looking = setInterval(() => {
    const server = postmasterIfUp()
    if (server === undefined) return
    upSince ??= performance.now()
    if (performance.now() - upSince < after) return
    clearInterval(looking)
    if (victim === 'database') process.kill(server, 'SIGKILL')
    else running.kill('SIGKILL')
  }, 10)
  const code = await ended
  clearInterval(looking)
  return code
}

/** Its file names the process; the last line of it says when it takes work. */
function postmasterIfUp(): number | undefined {
  const file = join(home, 'postgres', 'data', 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines[7]?.trim() === 'ready' ? Number(lines[0]) : undefined
}

async function killedWriting(manner: Manner, victim: Victim, lines: number): Promise<Killed> {
  const running = start(join(root, 'test/crash/writer.ts'), [home, manner])
  const said = await killedAfter(running, victim, (all) => all.length > lines)
  return { acknowledged: said.filter((line) => line.length === 36) }
}

type Found = { readonly missing: number; readonly faults: readonly string[]; readonly differences: number }

async function whatStands({ door, sealPlaces }: House, acknowledged: readonly string[]): Promise<Found> {
  const councils = await door.councils()
  const there = await door.asService(councils[0]?.council ?? 0, 'import', async ({ record }) =>
    acknowledged.length === 0
      ? []
      : await record.selectFrom('kith.review').select('id').where('id', 'in', acknowledged).execute(),
  )
  // As every server does when it starts. A sealer that was killed leaves a block without its line until then, which is no fault for a minute only.
  await sealLog({ door, places: sealPlaces })
  const verdicts = await verifyLog({ door, places: sealPlaces })
  let differences = 0
  for (const { council } of councils)
    differences += (await compareLedger(door, { council, on: numberOf(today()) })).differences.length
  return {
    missing: acknowledged.length - there.length,
    faults: verdicts.flatMap(({ faults }) => faults.map(({ says }) => says)),
    differences,
  }
}
const sound: Found = { missing: 0, faults: [], differences: 0 }

for (let round = 0; round < rounds.writes; round += 1) {
  const victim: Victim = round % 2 === 0 ? 'node' : 'database'
  test(`round ${round + 1}: the ${victim} is killed while four writers write`, async () => {
    const { acknowledged } = await killedWriting('sound', victim, 20 + round * 9)
    assert.ok(acknowledged.length > 10, `only ${acknowledged.length} rows were acknowledged`)
    assert.deepEqual(await inHouse(async (house) => await whatStands(house, acknowledged)), sound)
  })
}

/** How many rows each child of a council has, by the child's code of the return. */
async function rowsByChild({ door }: House, council: number): Promise<ReadonlyMap<string, number>> {
  const rows = await door.asService(
    council,
    'import',
    async ({ record }) =>
      await record
        .selectFrom('kith.child_identifier as i')
        .where('i.issuer', '=', 'ssda903')
        .select(({ selectFrom, fn }) => [
          'i.value',
          selectFrom('kith.placement')
            .whereRef('kith.placement.child', '=', 'i.child')
            .select(fn.countAll<string>().as('n'))
            .as('placements'),
          selectFrom('kith.review')
            .whereRef('kith.review.child', '=', 'i.child')
            .select(fn.countAll<string>().as('n'))
            .as('reviews'),
          selectFrom('kith.allocation')
            .whereRef('kith.allocation.child', '=', 'i.child')
            .select(fn.countAll<string>().as('n'))
            .as('allocations'),
        ])
        .execute(),
  )
  return new Map(
    rows.map(({ value, placements, reviews, allocations }) => [
      value,
      Number(placements) * 1e6 + Number(reviews) * 1e3 + Number(allocations),
    ]),
  )
}

for (let round = 0; round < rounds.imports; round += 1) {
  const victim: Victim = round % 2 === 0 ? 'node' : 'database'
  test(`round ${rounds.writes + round + 1}: the ${victim} is killed during an import`, async () => {
    const code = `IMPORT${round}`
    const council = await inHouse(async ({ opened }) => await makeCouncil(opened.connection, { code, name: code }))
    const folder = join(demonstration, 'this_year')
    const running = start(join(root, 'src/cli.ts'), [
      'import',
      'ssda903',
      folder,
      '--last-year',
      join(demonstration, 'last_year'),
      '--council',
      code,
      '--today',
      today(),
    ])
    assert.notEqual(await killedOnceUp(running, victim, 150 + round * 150), 0, 'the import was over before the kill')
    await inHouse(async (house) => {
      const half = await rowsByChild(house, council)
      assert.deepEqual(await whatStands(house, []), sound)
      await importSsda903(house.door, {
        council,
        folder: folder,
        lastYear: join(demonstration, 'last_year'),
        today: today(),
      })
      const whole = await rowsByChild(house, council)
      assert.equal(whole.size, 300)
      for (const [child, rows] of half) assert.equal(rows, whole.get(child), 'a child was taken in part')
      assert.deepEqual(await whatStands(house, []), sound)
    })
  })
}

test('the checks bite: a row that is said to be kept before it is goes missing', async () => {
  const { acknowledged } = await killedWriting('early', 'node', 30)
  const found = await inHouse(async (house) => await whatStands(house, acknowledged))
  assert.ok(found.missing > 0, 'nothing was missing')
})

test('the checks bite: without the one transaction the ledger falls behind the record', async () => {
  const { acknowledged } = await killedWriting('torn', 'node', 4)
  assert.ok(acknowledged.length > 0, 'nothing was written')
  const found = await inHouse(async (house) => await whatStands(house, acknowledged))
  assert.ok(found.differences > 0, 'the ledger did not differ')
})
