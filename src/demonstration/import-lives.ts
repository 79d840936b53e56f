// Records the lives of an invented council: facts as the import, words as whoever works with the child, and what their officer wrote.
import { day, type IsoDay, numberOf } from '#calendar'
import { type Asking, type Door, lockChildren } from '#database'
import { makeSchool } from '#education'
import type { InventedChild, InventedCouncil } from '#invented-council'
import {
  aroundOf,
  type Cell,
  ENTRY_TABLES,
  type Entry,
  factsOf,
  isRef,
  type Life,
  livesIn,
  plannedStarts,
  RECORDED_SINCE,
  type Ref,
  SCHOOL_NAMES,
  TERMS,
} from '#invented-lives'
import { planningOf, reviewingOf, tellingOf } from '#invented-words'
import { belongingOf, besideStory, type Crew } from './caseloads.ts'
import { schoolNamed, teamManagerOf, workersWith } from './people-store.ts'
import { childrenByCode, heldIn, linesByDay, plansWaiting, sayHowPlanned } from './store.ts'

/** What every child of the council shares. */
type Knowing = {
  readonly council: InventedCouncil
  readonly crew: Crew
  readonly lifeOf: (child: InventedChild) => Life
  /** Ids of children by their code. */
  readonly ids: ReadonlyMap<string, string>
  readonly workers: ReadonlyMap<string, string>
  readonly schools: ReadonlyMap<string, string>
}
type Telling = {
  readonly door: Door
  readonly council: number
  readonly knowing: Knowing
  readonly log: (line: string) => void
}

/** Some lines of writing a transaction: more would hold the log's lock for long, fewer would refresh the ledger too often. */
const BATCH = 50

async function knowingOf(asking: Asking, council: InventedCouncil, crew: Crew): Promise<Knowing> {
  const schools = new Map<string, string>()
  for (const name of SCHOOL_NAMES)
    schools.set(name, (await schoolNamed(asking, name)) ?? (await openSchool(asking, name)))
  return {
    ...{ council, crew, schools, lifeOf: livesIn(council, numberOf(day(RECORDED_SINCE))) },
    ids: await childrenByCode(asking),
    workers: await workersWith(asking, [...crew.workers, ...crew.former, ...crew.officers]),
  }
}

/** With its terms, without which nobody can count school days. */
async function openSchool(asking: Asking, name: string): Promise<string> {
  const school = await makeSchool(asking, { name, urn: null })
  const { council, person: recorded_by } = asking.who
  const ids = await asking.newIds(TERMS.length)
  const terms = TERMS.map(([term, first_day, last_day, half_first, half_last], at) => ({
    ...{
      council,
      id: ids[at] ?? '',
      school,
      name: `${term} ${first_day.slice(0, 4)}`,
      first_day,
      last_day,
      half_first,
      half_last,
    },
    ...{ training: [], recorded_by },
  }))
  await asking.insert('kith.school_term', terms)
  return school
}

const byTurn = <T>(of: readonly T[], at: number): T | undefined => of[Math.abs(at) % of.length]
const codeOf = ({ crew }: Knowing, { worker, former }: { readonly worker: number; readonly former: boolean }): string =>
  byTurn(former ? crew.former : crew.workers, worker)?.code ?? ''
const officerOf = ({ crew, workers }: Knowing, { family }: InventedChild): string =>
  workers.get(byTurn(crew.officers, family)?.code ?? '') ?? ''

type Row = { readonly child: string; readonly of: InventedChild; readonly entry: Entry }
/** What refers to what within the rows that are written, and in what was there before. */
type Found = {
  readonly knowing: Knowing
  readonly lines: Awaited<ReturnType<typeof linesByDay>>
  readonly keys: ReadonlyMap<string, string>
  readonly fresh: () => string
}

function idOf(ref: Ref, { child, of }: Row, { knowing, lines, keys, fresh }: Found): string | null {
  if ('entry' in ref) return keys.get(`${child} ${ref.entry}`) ?? null
  if ('worker' in ref) return knowing.workers.get(codeOf(knowing, ref.worker)) ?? null
  if ('officer' in ref) return officerOf(knowing, of)
  if ('school' in ref) return knowing.schools.get(ref.school) ?? null
  if ('placement' in ref) return lines.placement.get(`${child} ${ref.placement}`) ?? null
  return 'basis' in ref ? (lines.basis.get(`${child} ${ref.basis}`) ?? null) : fresh()
}
const cellOf = (cell: Cell, row: Row, found: Found): unknown => (isRef(cell) ? idOf(cell, row, found) : cell)

/** Table by table in the order in which they first come; a row that carries on another comes after all of them. */
async function write(asking: Asking, rows: readonly Row[], knowing: Knowing): Promise<void> {
  const children = [...new Set(rows.map(({ child }) => child))]
  await lockChildren(asking, children)
  const ids = await asking.newIds(rows.length * 2)
  const spare = ids.slice(rows.length)
  const numbered = rows.map((row, at) => ({ row, id: ids[at] ?? '' }))
  const keys = new Map(
    numbered.flatMap(({ row, id }) =>
      row.entry.key === undefined ? [] : [[`${row.child} ${row.entry.key}`, id] as const],
    ),
  )
  const found = { knowing, keys, lines: await linesByDay(asking, children), fresh: () => spare.pop() ?? '' }
  const words = numbered.flatMap(({ row: { child, entry }, id }) =>
    typeof entry.words === 'string' && entry.words !== '' ? [{ record: id, child, text: entry.words }] : [],
  )
  const said = await asking.keepWords(words)
  const { council, person: recorded_by } = asking.who
  for (const carriesOn of [false, true])
    for (const table of ENTRY_TABLES) {
      const own = numbered.filter(
        ({ row: { entry } }) => entry.table === table && (entry.after !== undefined) === carriesOn,
      )
      await asking.insert(
        table,
        own.map(({ row, id }) => {
          const before = row.entry.after === undefined ? null : (keys.get(`${row.child} ${row.entry.after}`) ?? null)
          const shape = {
            council,
            id,
            line: before ?? id,
            supersedes: before,
            change: before === null ? 'first' : 'change',
            child: row.child,
            said: said.get(id) ?? null,
            recorded_by,
          }
          return {
            ...Object.fromEntries(
              Object.entries(row.entry.columns).map(([name, cell]) => [name, cellOf(cell, row, found)]),
            ),
            ...shape,
          }
        }),
      )
    }
}

const inCare = ({ left }: InventedChild): boolean => left === undefined
/** Whose story is written by hand gets facts of its own there, and here only what belongs to everybody. */
const byHand = ({ told }: InventedChild): boolean => told
const rowsOf = (
  knowing: Knowing,
  children: readonly InventedChild[],
  entries: (of: InventedChild) => readonly Entry[],
): readonly Row[] =>
  children.flatMap((of) => {
    const child = knowing.ids.get(of.code)
    return child === undefined ? [] : entries(of).map((entry) => ({ child, of, entry }))
  })
const idsOf = ({ ids }: Knowing, children: readonly InventedChild[]): string[] =>
  children.flatMap(({ code }) => ids.get(code) ?? [])
/** Those of whom the table holds nothing yet: a loading that was cut short is carried on. */
async function untold(
  asking: Asking,
  knowing: Knowing,
  of: { readonly table: Parameters<typeof heldIn>[1]; readonly children: readonly InventedChild[] },
) {
  const held = await heldIn(asking, of.table, idsOf(knowing, of.children))
  return of.children.filter(({ code }) => !held.has(knowing.ids.get(code) ?? ''))
}

/** While one transaction thinks another writes: they are of different children. */
const AT_ONCE = 3
async function severalAtOnce<T>(of: Iterable<T>, work: (one: T) => Promise<void>): Promise<void> {
  const waiting = of[Symbol.iterator]()
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let next = waiting.next(); next.done !== true; next = waiting.next()) await work(next.value)
    }),
  )
}

/** Everybody's names and facts, some at a time. */
async function recordFacts({ door, council, knowing, log }: Telling): Promise<void> {
  const { everybody } = knowing.council
  const batches = Array.from({ length: Math.ceil(everybody.length / BATCH) }, (_, at) =>
    everybody.slice(at * BATCH, (at + 1) * BATCH),
  )
  const entries = (of: InventedChild): readonly Entry[] => {
    const life = knowing.lifeOf(of)
    const facts = byHand(of) ? besideStory(life) : factsOf(life)
    return [...belongingOf(of), ...facts, ...(inCare(of) ? [] : aroundOf(life))]
  }
  let done = 0
  await severalAtOnce(batches, async (batch) => {
    await door.asService(council, 'import', async (asking) => {
      const fresh = await untold(asking, knowing, { table: 'child_name', children: batch })
      await sayHowPlanned(
        asking,
        fresh.flatMap((of) =>
          byHand(of)
            ? []
            : plannedStarts(knowing.lifeOf(of)).map((start) => ({ ...start, child: knowing.ids.get(of.code) ?? '' })),
        ),
      )
      await write(asking, rowsOf(knowing, fresh, entries), knowing)
    })
    done += batch.length
    if (done % 1000 === 0) log(`Facts of ${done.toLocaleString('en-GB')} children.`)
  })
}

const wordsOf = (life: Life): readonly Entry[] => [...aroundOf(life), ...tellingOf(life), ...planningOf(life)]

/** Each worker writes of their own children; whoever manages the team then approves what was sent, but for the newest. */
async function recordWords({ door, council, knowing, log }: Telling, today: IsoDay): Promise<void> {
  const told = knowing.council.everybody.filter((of) => inCare(of) && !byHand(of))
  const caseloads = Map.groupBy(told, ({ workers }) => workers.at(-1)?.worker ?? 0)
  let done = 0
  await severalAtOnce(caseloads, async ([number, children]) => {
    const person = knowing.workers.get(codeOf(knowing, { worker: number, former: false })) ?? ''
    const manager = await door.as({ council, person }, async (asking) => {
      const fresh = await untold(asking, knowing, { table: 'family_person', children })
      await write(
        asking,
        rowsOf(knowing, fresh, (of) => wordsOf(knowing.lifeOf(of))),
        knowing,
      )
      return await teamManagerOf(asking, person, today)
    })
    const ready = idsOf(
      knowing,
      children.filter(({ code }) => !waits(code)),
    )
    if (manager !== undefined)
      await door.as({ council, person: manager }, async (asking) => await approve(asking, ready))
    done += 1
    if (done % 50 === 0) log(`Words of the children of ${done} workers.`)
  })
}
/** One in fourteen plans is on the manager's desk. */
const waits = (code: string): boolean => Number(code.slice(-3)) % 14 === 3

async function approve(asking: Asking, children: readonly string[]): Promise<void> {
  const waiting = await plansWaiting(asking, children)
  const ids = await asking.newIds(waiting.length)
  const { council, person: recorded_by } = asking.who
  await asking.insert(
    'kith.plan_state',
    waiting.map(({ id, ...plan }, at) => ({
      ...plan,
      council,
      recorded_by,
      id: ids[at] ?? '',
      supersedes: id,
      change: 'change',
      state: 'approved',
    })),
  )
}

async function recordReviewing({ door, council, knowing }: Telling): Promise<void> {
  const told = knowing.council.everybody.filter((of) => inCare(of) && !byHand(of))
  const byOfficer = Map.groupBy(told, (of) => officerOf(knowing, of))
  await severalAtOnce(byOfficer, async ([person, children]) => {
    await door.as({ council, person }, async (asking) => {
      if ((await heldIn(asking, 'midpoint_check', idsOf(knowing, children))).size > 0) return
      await write(
        asking,
        rowsOf(knowing, children, (of) => reviewingOf(knowing.lifeOf(of))),
        knowing,
      )
    })
  })
}

export type Recording = {
  readonly door: Door
  readonly council: number
  readonly invented: InventedCouncil
  readonly crew: Crew
  readonly log: (line: string) => void
}

/** Facts first; what people are to see then depends on who works with whom. Each step may be done again. */
export async function recordFactsOfLives({ door, council, invented, crew, log }: Recording): Promise<void> {
  const knowing = await door.asService(council, 'import', async (asking) => await knowingOf(asking, invented, crew))
  await recordFacts({ door, council, knowing, log })
}
export async function recordWordsOfLives({ door, council, invented, crew, log }: Recording): Promise<void> {
  const knowing = await door.asService(council, 'import', async (asking) => await knowingOf(asking, invented, crew))
  await recordWords({ door, council, knowing, log }, invented.today)
  await recordReviewing({ door, council, knowing, log })
}
