// Takes an SSDA903 return, and last year's beside it, into the record: all or nothing of each child, a batch at a time.
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { addDays, type IsoDay, numberOf } from '#calendar'
import type { Asking, Door } from '#database'
import { measurePlacements } from '#placements'
import {
  besideClosed,
  bothYears,
  byCells,
  changesOf,
  type GatheredRows,
  gatherRows,
  keptRow,
  planChild,
  type Refusal,
  type ReturnYear,
  readInFull,
  type TablesRead,
  text,
  underOneNumber,
  verbatim,
} from '#return-facts'
import { type Finding, type NamedBytes, readReturn } from '#statutory-returns'
import { collectionYearOf, collectionYearWith } from './collection-year.ts'
import { keepRows, keepStrays } from './kept-store.ts'
import { childrenByCode, closedInto, goingOnUnder } from './numbers-store.ts'
import { type BatchDone, counted, type ImportReport, type Rejoined, summed, withoutWords } from './report.ts'
import {
  childrenOfYear,
  coverChildren,
  gatherStatistics,
  linesOf,
  lockChildren,
  makeChildren,
  sourceOf,
  takeTurn,
  workersByCode,
  writeChanges,
  yearEnd,
  yearStart,
} from './store.ts'

/** What a table of the return holds every one of. None holds visits, plans, decisions, dated health assessments or return interviews. */
const COVERED_BY = {
  Episodes: ['care-period', 'legal-status', 'placement'],
  Reviews: ['review'],
  Missing: ['missing'],
  OC2: ['health-year'],
} as const
const BATCH = 100
/** Children after which the planner is told anew how full the tables are: each time there are several times as many. */
const TELL_AFTER: ReadonlySet<number> = new Set([200, 1000, 5000, 25_000])

export type ImportRequest = {
  readonly folder: string
  readonly lastYear?: string | undefined
  readonly council: number
  readonly today: IsoDay
  /** The year in which the collection ends; told from the rows where it is left out. */
  readonly year?: number | undefined
  readonly progress?: ((done: number, of: number) => void) | undefined
}
type OneYear = ReturnYear & {
  readonly files: readonly NamedBytes[]
  readonly findings: readonly Finding[]
  readonly gathered: GatheredRows
  /** Rows that stand beside others of the same child under a second number, by the number that goes on. */
  readonly doubled: ReadonlyMap<string, readonly Refusal['row'][]>
}
type Run = {
  readonly request: ImportRequest
  readonly year: number
  readonly years: readonly OneYear[]
  readonly wordsOf: (refusal: Refusal) => string
  readonly tablesRead: TablesRead
  readonly sources: ReadonlyMap<number, string>
  readonly workers: ReadonlyMap<string, string>
  readonly codeOfWorker: ReadonlyMap<string, string>
}

async function filesIn(folder: string): Promise<readonly NamedBytes[]> {
  const found = await readdir(folder, { withFileTypes: true }).catch(() => {
    throw new Error(`There is no folder ${folder}.`)
  })
  const wanted = found.flatMap((one) => (/\.csv$/i.test(one.name) && !one.isDirectory() ? [one.name] : [])).sort()
  if (wanted.length === 0) throw new Error(`There is no CSV file in ${folder}.`)
  return await Promise.all(wanted.map(async (name) => ({ name, bytes: await readFile(join(folder, name)) })))
}

function readYear(files: readonly NamedBytes[], year: number): OneYear {
  const { tables, findings } = readReturn(files, year)
  return { year, files, tables, findings, gathered: gatherRows({ year, tables }), doubled: new Map() }
}

/** A table that was not read covers nothing: what it would have held is not known. */
function coveredBy({ tables }: ReturnYear): readonly string[] {
  const read = new Set(Object.keys(tables))
  return Object.entries(COVERED_BY).flatMap(([table, events]) => (read.has(table) ? events : []))
}

/** Equal for the same rows, whatever their order and the names and line endings of the files. */
function fingerprintOf({ tables, year }: ReturnYear): string {
  const hash = createHash('sha256').update(String(year))
  for (const table of Object.values(tables).sort((a, b) => (a.table < b.table ? -1 : 1))) {
    hash.update(`\u001d${table.table}`)
    const columns = [...table.columns.values()]
    // Sorting places, not texts: a whole return as text would be held a second time.
    const rows = Array.from({ length: table.rows }, (_, at) => ({ year, table, at })).sort(byCells)
    for (const { at } of rows) hash.update(`\u001e${columns.map((cells) => cells[at] ?? '').join('\u001f')}`)
  }
  return hash.digest('hex')
}

async function readBoth({ folder, lastYear, today, year }: ImportRequest): Promise<readonly OneYear[]> {
  const [files, before] = await Promise.all([filesIn(folder), lastYear === undefined ? undefined : filesIn(lastYear)])
  const guess = year ?? collectionYearWith(today)
  const guessed = readYear(files, guess)
  const of = year ?? collectionYearOf(guessed.tables, today)
  const years = [
    of === guess ? guessed : readYear(files, of),
    ...(before === undefined ? [] : [readYear(before, of - 1)]),
  ]
  if (Object.keys(guessed.tables).length === 0)
    throw new Error(`None of the files in ${folder} is a table of the return.`)
  return years
}

/** Of two records that were joined one takes no more writing: its rows are those of the one that goes on. */
function rejoined(years: readonly OneYear[], goesOn: ReadonlyMap<string, string>) {
  const rowsOf = (code: string) =>
    years
      .flatMap(({ gathered }) => Object.values(gathered.children.get(code) ?? {}))
      .reduce((n, { length }) => n + length, 0)
  return {
    years: years.map((one): OneYear => {
      const { gathered, refused } = underOneNumber(one.gathered, goesOn)
      return { ...one, gathered, doubled: refused }
    }),
    told: [...goesOn]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([child, to]): Rejoined => ({ child, goesOn: to, rows: rowsOf(child) })),
  }
}

/** What batches share: sources, workers, rows that name no child; and the children, those of an earlier return among them. */
async function prepare(asking: Asking, request: ImportRequest, read: readonly OneYear[]) {
  await takeTurn(asking)
  const named = read.flatMap(({ gathered }) => [...gathered.children.keys()])
  const { years, told } = rejoined(read, await goingOnUnder(asking, [...new Set(named)]))
  const sources = new Map<number, string>()
  const codes = new Set<string>()
  const workers = new Set<string>()
  const tomorrow = addDays(request.today, 1)
  for (const one of years) {
    const { year, gathered, tables } = one
    const [until = tomorrow] = [tomorrow, yearEnd(year)].sort()
    const given = { year, fingerprint: fingerprintOf(one), events: coveredBy(one), since: yearStart(year), until }
    sources.set(year, await sourceOf(asking, given))
    for (const child of gathered.children.keys()) codes.add(child)
    for (const child of await childrenOfYear(asking, year)) codes.add(child)
    for (const cell of tables.SWEpisodes?.columns.get('SW_ID') ?? []) if (cell?.trim()) workers.add(cell.trim())
  }
  const strays = years.flatMap(({ gathered, files }) => {
    const words = verbatim(files)
    return gathered.strays.map((row) => {
      const refusal: Refusal = { row, column: 'CHILD', reason: 'no-child', taken: 'not' }
      return keptRow(refusal, words(refusal))
    })
  })
  await keepStrays(asking, strays, sources)
  const made = await workersByCode(asking, [...workers].sort())
  return { years, told, sources, strays, codes: [...codes].sort(), workers: made }
}

type Planned = {
  readonly code: string
  readonly facts: ReturnType<typeof planChild>['facts']
  readonly refusals: readonly Refusal[]
}

/** One worker may stand under a code and under their own number: the record compares one of the two. */
function ofOneWorker(fact: Planned['facts'][number], { workers, codeOfWorker }: Run): Planned['facts'][number] {
  const { worker } = fact.columns
  if (fact.table !== 'allocation' || typeof worker !== 'string') return fact
  return { ...fact, columns: { ...fact.columns, worker: codeOfWorker.get(workers.get(worker) ?? '') ?? worker } }
}

function planned(run: Run, code: string): Planned {
  const { years, year, request } = run
  const [now, before] = [year, year - 1].map((of) => years.find((one) => one.year === of)?.gathered.children.get(code))
  const plan = planChild({ child: code, rows: bothYears(now, before) }, { year, today: numberOf(request.today) })
  const doubled = years.flatMap((one) =>
    (one.doubled.get(code) ?? []).map(
      (row): Refusal => ({ row, column: 'CHILD', reason: 'two-numbers', taken: 'not' }),
    ),
  )
  const facts = plan.facts.map((fact) => ofOneWorker(fact, run))
  return { code, facts, refusals: [...plan.refusals, ...doubled] }
}

/** A return without one child or one episode is a mistake, not news: such a file takes nothing back. */
function sayingSomething(tables: ReturnYear['tables']): readonly string[] {
  return Object.values(tables).flatMap(({ table, rows }) =>
    rows === 0 && (table === 'Header' || table === 'Episodes') ? [] : [table],
  )
}

const MEANWHILE = 'Two records of a child in these files were joined while they were read. Run it again.'

async function takeBatch(asking: Asking, run: Run, codes: readonly string[]): Promise<BatchDone> {
  await takeTurn(asking)
  if ((await goingOnUnder(asking, codes)).size > 0) throw new Error(MEANWHILE)
  const known = await childrenByCode(asking, codes)
  const fresh = codes.filter((code) => !known.has(code))
  const ids = new Map(known)
  const made = await asking.newIds(fresh.length)
  for (const [index, code] of fresh.entries()) ids.set(code, made[index] ?? '')
  const { sources, workers, year } = run
  const readNow = sources.get(year) ?? ''
  await makeChildren(asking, made, readNow)
  const closed = await closedInto(asking, [...known.values()])
  await lockChildren(asking, [...ids.values(), ...closed.map(({ child }) => child)])
  for (const { year: of, gathered } of run.years)
    await coverChildren(
      asking,
      sources.get(of) ?? '',
      codes.filter((code) => gathered.children.has(code)).map((code) => ids.get(code) ?? ''),
    )
  const all = [...known.values(), ...closed.map(({ child }) => child)]
  const lines = await linesOf(asking, all, run.codeOfWorker)
  const children = codes.map((code) => {
    const child = ids.get(code) ?? ''
    const own = lines.get(child) ?? []
    const earlier = closed.flatMap((one) => (one.goesOn === child ? (lines.get(one.child) ?? []) : []))
    const plan = besideClosed(planned(run, code), { number: code, own, closed: earlier })
    const changes = changesOf(plan.facts, own, readInFull(run.tablesRead, plan.refusals))
    const refusals = [...plan.refusals, ...changes.refusals]
    const kept = refusals.map((refusal) => keptRow(refusal, run.wordsOf(refusal)))
    return { code, child, lines: own, changes, kept, numbers: refusals.map(({ row }) => text(row, 'CHILD') ?? code) }
  })
  const because = `No longer in the SSDA903 return of ${year - 1}/${String(year).slice(2)}.`
  await writeChanges(asking, children, { sources, workers, readNow, retractedBecause: because })
  await measurePlacements(asking, [...ids.values()])
  await keepRows(asking, children, { sources, because, known: [...known.values()] })
  return {
    counts: counted(children, new Set(fresh)),
    kept: children.flatMap(({ code, kept, numbers }) =>
      kept.map((row, at) => ({
        ...withoutWords(row, numbers[at] ?? code),
        ...(numbers[at] === code ? {} : { goesOn: code }),
      })),
    ),
  }
}

/** Reads the return and writes what it changes. Run again after a kill, it goes on where it stopped; run twice, it changes nothing. */
export async function importSsda903(door: Door, request: ImportRequest): Promise<ImportReport> {
  // Batches leave much short-lived garbage. A young space that does not grow saves a third of the memory.
  setFlagsFromString('--semi-space-growth-factor=1')
  const read = await readBoth(request)
  const year = read[0]?.year ?? 0
  const { years, told, sources, workers, codes, strays } = await door.asService(
    request.council,
    'import',
    async (asking) => await prepare(asking, request, read),
  )
  const words = new Map(years.map((one) => [one.year, verbatim(one.files)]))
  const run: Run = {
    request,
    year,
    years,
    tablesRead: new Map(years.map(({ year: of, tables }) => [of, new Set(sayingSomething(tables))])),
    sources,
    workers,
    codeOfWorker: new Map([...workers].map(([code, id]) => [id, code])),
    wordsOf: (refusal) => words.get(refusal.row.year)?.(refusal) ?? '',
  }
  const done: BatchDone[] = []
  for (let from = 0; from < codes.length; from += BATCH) {
    const batch = codes.slice(from, from + BATCH)
    done.push(await door.asService(request.council, 'import', async (asking) => await takeBatch(asking, run, batch)))
    if (TELL_AFTER.has(from + BATCH)) await door.asService(request.council, 'import', gatherStatistics)
    request.progress?.(Math.min(from + BATCH, codes.length), codes.length)
  }
  return summed({ year, years, done, strays, rejoined: told })
}
