// Measures search: 20,000 children with three names each, 200 misspelt names from a fixed seed, and the worklist of one worker.
import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import pg from 'pg'
import { day } from '../../src/calendar/index.ts'
import { type Door, openDoor } from '../../src/database/index.ts'
import { testDatabase } from '../../src/database/test-database.ts'
import { sealWords } from '../../src/database/words.ts'
import { dutiesForGrid } from '../../src/home/store.ts'
import { makeFinder } from '../../src/search/index.ts'
import type { Figure, Measured } from './measure.ts'

const CHILDREN = 20_000
const MISSPELT = 200
const DUTIES_EACH = 60
const today = day('2027-03-31')
const key = Buffer.alloc(32)
const idOf = (kind: number, n: number): string =>
  `00000000-0000-7000-8000-${String(kind).padStart(2, '0')}${String(n).padStart(10, '0')}`
const director = idOf(90, 1)
const worker = idOf(90, 2)

/** Mulberry32: the same numbers on every machine. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
const chance = seeded(20_270_331)
const below = (most: number): number => Math.floor(chance() * most)
const SYLLABLES =
  'ba be bo da den do el fa fi ga han hol jo ka ki kow la le li lo ma mar mi mo na ne ni no ol pa pe ra ri ro sa san se so ta ter ti to va ve wal wi ya za zi'.split(
    ' ',
  )
const ENDS = ['n', 's', 'son', 'ski', 'er', 'i', 'a', 'ova', 'ton', 'well', 'man', 'ah', '']
const nameOf = (parts: number): string => {
  const made = Array.from({ length: parts }, () => SYLLABLES[below(SYLLABLES.length)] ?? '').join('')
  const whole = made + (ENDS[below(ENDS.length)] ?? '')
  return whole.slice(0, 1).toUpperCase() + whole.slice(1)
}

type Named = { readonly given: string; readonly family: string; readonly known: string }
const namedChildren = (): readonly Named[] =>
  Array.from({ length: CHILDREN }, () => ({
    given: nameOf(2),
    family: nameOf(2 + below(2)),
    known: nameOf(1 + below(2)),
  }))

/** One slip: a letter left out, doubled, exchanged, or two turned round; never the first. */
function misspelt(word: string): string {
  const at = 1 + below(Math.max(1, word.length - 2))
  const letter = 'abcdefghijklmnopqrstuvwxyz'[below(26)] ?? 'e'
  const [before, here, next, after] = [word.slice(0, at), word[at] ?? '', word[at + 1] ?? '', word.slice(at + 2)]
  return (
    [
      before + next + after,
      before + here + here + next + after,
      before + letter + next + after,
      before + next + here + after,
    ][below(4)] ?? word
  )
}

const COUNCIL = `
  select door.make_council('BENCH', 'Council of the measurement', true);
  insert into kith.person (council, id, recorded_by) select 1, p::uuid, p::uuid from unnest(array['${director}', '${worker}']) p;
  insert into kith.worker (council, id, name, recorded_by) values (1, '${director}', 'Dawn', '${director}'), (1, '${worker}', 'Priya', '${director}');
  insert into kith.sees_council (council, person, relation, sees, writes, approves, takes_out) values (1, '${director}', 'director', 131071, 0, 0, 0);`

/** Triggers are left out while filling: what is measured is reading. */
async function fill(owner: pg.Client, children: readonly Named[]): Promise<void> {
  await owner.query(COUNCIL)
  await owner.query('set session_replication_role = replica')
  const ids = children.map((_, n) => idOf(1, n))
  for (const table of ['person', 'child'])
    await owner.query(
      `insert into kith.${table} (council, id, recorded_by) select 1, u, $2 from unnest($1::uuid[]) u`,
      [ids, director],
    )
  for (const [at, kind] of (['given', 'family', 'known'] as const).entries()) {
    const sealed = children.map((child, n) => sealWords(key, idOf(2 + at, n), child[kind]))
    const records = children.map((_, n) => idOf(2 + at, n))
    await owner.query(
      `insert into kith.child_name (council, id, line, child, kind, said, recorded_by) select 1, r, r, c, $4, s, $5 from unnest($1::uuid[], $2::uuid[], $3::bytea[]) u (r, c, s)`,
      [records, ids, sealed.map(({ said }) => said), kind === 'known' ? 'known as' : kind, director],
    )
    await owner.query(
      'insert into kith.word_key (council, record, child, wrapped) select 1, r, c, w from unnest($1::uuid[], $2::uuid[], $3::bytea[]) u (r, c, w)',
      [records, ids, sealed.map(({ wrapped }) => wrapped)],
    )
  }
  await owner.query(
    `insert into kith.duty (council, child, basis, occurrence, rule, scope, standing, due, done, covered_until, shown_late)
     select 1, c, case when g < 45 then 'CP-17' else 'CP-07' end, 'o' || g, 'CP-17', 'visits', case when g < 45 then 'doneOnTime' else 'open' end,
       date '2027-03-31' + (g - 48) * 30, case when g < 45 then date '2027-03-31' + (g - 48) * 30 end, '9999-12-31', false
     from unnest($1::uuid[]) c, generate_series(1, ${DUTIES_EACH}) g`,
    [ids],
  )
  await owner.query(
    `insert into kith.visible_child (council, person, child, relation, sees, writes, approves, takes_out)
     select 1, $2, c, 'allocated-worker', 131071, 0, 0, 0 from unnest($1::uuid[]) c`,
    [ids.filter((_, n) => n % 1000 === 0), worker],
  )
  await owner.query('set session_replication_role = origin')
  await owner.query('analyze')
}

/** Nanoseconds that a process has been on a CPU: finer than the ticks of /proc/PID/stat. */
const onCpu = (pid: number): number => Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e9

async function spending(pid: number, work: () => Promise<unknown>): Promise<Measured> {
  const [cpu, server, wall] = [process.cpuUsage(), onCpu(pid), performance.now()]
  await work()
  const { user, system } = process.cpuUsage(cpu)
  return {
    node: (user + system) / 1e6,
    postgres: onCpu(pid) - server,
    wall: (performance.now() - wall) / 1000,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  }
}

const total = ({ node, postgres }: Measured): number => node + postgres

async function searches(door: Door, pid: number, children: readonly Named[]): Promise<readonly Figure[]> {
  const finder = makeFinder()
  const filling = await spending(pid, async () => await finder.warm(door, 1, today))
  // A server that has answered a few: the first searches of a process also compile it.
  for (let n = 0; n < 20; n += 1)
    await finder.find(door, { council: 1, person: director }, { typed: `${nameOf(2)} ${nameOf(3)}`, today })
  const each: Measured[] = []
  let found = 0
  const who = { council: 1, person: director }
  for (let n = 0; n < MISSPELT; n += 1) {
    const at = below(CHILDREN)
    const child = children[at]
    const typed = `${child?.given.toLowerCase()} ${misspelt(child?.family.toLowerCase() ?? '')}`
    each.push(
      await spending(pid, async () => {
        const { matches } = await finder.find(door, who, { typed, today })
        if (matches.some((match) => match.child === idOf(1, at))) found += 1
      }),
    )
  }
  const inOrder = each.toSorted((a, b) => total(a) - total(b))
  const figure = (name: string, target: number | undefined, best: Measured | undefined): Figure[] =>
    best === undefined ? [] : [{ name, target, counts: 'cpu', best }]
  return [
    ...figure('search: filling the index of 20,000 children', undefined, filling),
    ...figure(`search: median of ${MISSPELT} misspelt names (${found} found)`, 0.03, inOrder[MISSPELT / 2]),
    ...figure('search: the tenth worst', 0.03, inOrder.at(-10)),
    ...figure(`search: worst of ${MISSPELT}`, 0.03, inOrder.at(-1)),
  ]
}

/** What the home of a social worker reads of the ledger: 20 children out of 20,000. Only PostgreSQL is counted. */
async function worklist(door: Door, pid: number): Promise<readonly Figure[]> {
  const ids = Array.from({ length: CHILDREN / 1000 }, (_, n) => idOf(1, n * 1000))
  const each = await door.as({ council: 1, person: worker }, async (asking) => {
    const runs: Measured[] = []
    for (let n = 0; n < 15; n += 1) runs.push(await spending(pid, async () => await dutiesForGrid(asking, ids, today)))
    return runs.toSorted((a, b) => a.postgres - b.postgres)
  })
  const middle = each[7]
  if (middle === undefined) return []
  const best = { ...middle, node: 0 }
  return [{ name: 'search: a worklist of 20 out of 20,000 (PostgreSQL)', target: 0.005, counts: 'cpu', best }]
}

export async function benchSearch(): Promise<readonly Figure[]> {
  const at = await testDatabase('search')
  const owner = new pg.Client(at.connection)
  await owner.connect()
  const door = openDoor({ connection: at.connection, keys: { keyOf: async () => key }, connections: 1 })
  try {
    const children = namedChildren()
    await fill(owner, children)
    const pid = await door.as({ council: 1, person: director }, async ({ record }) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(record)
      return rows[0]?.pid ?? 0
    })
    return [...(await searches(door, pid, children)), ...(await worklist(door, pid))]
  } finally {
    await door.close()
    await owner.end()
    await at.drop()
  }
}
