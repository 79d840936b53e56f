// Takes a nightly file of another system into the record: whole children or none, a hundred at a time; again, it changes nothing.
import { addDays, type IsoDay } from '#calendar'
import type { Asking, Door } from '#database'
import { DatabaseBroke, lockChildren, Refused } from '#database'
import { coverChildren, keepRows, keepStrays, makeChildren, takeTurn } from '#imports'
import { measurePlacements } from '#placements'
import { type KeptRow, REASONS, type Reason } from '#return-facts'
import { anotherChild, type Compared, compare, type Line } from './compare.ts'
import type { ChildSays, Fact, Refused as RefusedRow, SourceFile } from './facts.ts'
import { type Happened, happenedTo, type NightlyReport, refusedWhole, reportOf } from './report.ts'
import type { TakenTable } from './said.ts'
import {
  type Closed,
  childrenByCode,
  closedInto,
  type Kind,
  linesOf,
  nameChildren,
  secretPlaces,
  sourceFor,
  spokenOf,
  write,
} from './store.ts'

const BATCH = 100

export type Nightly = {
  readonly council: number
  readonly today: IsoDay
  /** From this day on the file holds everything of what it holds at all. */
  readonly since: IsoDay
  readonly file: SourceFile
  readonly progress?: (done: number, of: number) => void
}

/** Who is who, before anything is written; of several ids of one child, as after a join, the first is the one it is told under. */
async function prepare(asking: Asking, { file, today, since }: Nightly) {
  await takeTurn(asking)
  const codes = [...file.children.keys()].sort()
  const { known, earlier: closed } = await childrenByCode(asking, codes)
  const before = await spokenOf(asking, file.kind)
  const source = await sourceFor(asking, file.kind, { events: file.events, since, until: addDays(today, 1) })
  await keepStrays(asking, file.strays.map(asKept), new Map([[0, source]]))
  const named = new Set(known.values())
  const gone = [...before].filter((child) => !named.has(child)).sort()
  const together = [...Map.groupBy(codes, (code) => known.get(code) ?? code).values()].map((all): Named => {
    const [code = '', ...earlier] = all.toSorted((a, b) => Number(closed.has(a)) - Number(closed.has(b)))
    return { code, earlier, child: undefined }
  })
  return { source, together, gone }
}

function asKept({ place, field, reason }: RefusedRow): KeptRow {
  const { file, sheet, row, words } = place
  return { year: 0, file, sheet, row, field: field ?? null, reason, taken: 'not', said: words }
}

/** Of a table of which a row of this child was refused nobody can say what is gone and what is illegible. */
function wholeFor(
  { refused }: ChildSays,
  whole: ReadonlySet<TakenTable>,
  tablesOf: (sheet: string) => readonly TakenTable[],
) {
  const unsure = new Set(refused.flatMap(({ place }) => tablesOf(place.sheet)))
  return new Set([...whole].filter((table) => !unsure.has(table)))
}

type Run = Nightly & { readonly source: string; readonly because: string }
type Named = { readonly code: string; readonly earlier: readonly string[]; readonly child: string | undefined }

const NOTHING: ChildSays = { facts: [], refused: [] }

/** What is told of a child, under whatever id; under an id of a record that was joined to theirs it only adds. */
function saysOf({ children }: SourceFile, { code, earlier }: Named): ChildSays {
  const own = children.get(code) ?? NOTHING
  const more = earlier.map((one) => children.get(one) ?? NOTHING)
  return {
    facts: [...own.facts, ...more.flatMap(({ facts }) => facts.map((fact): Fact => ({ ...fact, earlier: true })))],
    refused: [...own.refused, ...more.flatMap(({ refused }) => refused)],
  }
}

/** Known by any id of the council's, or made with the id that the other system gives. */
async function identified(asking: Asking, { file, source }: Run, batch: readonly Named[]) {
  const { known } = await childrenByCode(
    asking,
    batch.map(({ code }) => code),
  )
  const fresh = batch.filter(({ code, child }) => child === undefined && !known.has(code))
  const ids = await asking.newIds(fresh.length)
  const made = new Map(fresh.map(({ code }, at): [string, string] => [code, ids[at] ?? '']))
  await makeChildren(asking, ids, source)
  const children = batch.map((one) => ({
    ...one,
    child: one.child ?? known.get(one.code) ?? made.get(one.code) ?? '',
  }))
  const all = children.map(({ child }) => child)
  const closed = await closedInto(asking, all)
  await lockChildren(asking, [...all, ...closed.map(({ child }) => child)])
  const named = [...made].map(([code, child]) => ({ code, child }))
  await nameChildren(asking, named, { source, kind: file.kind })
  return { children, all, closed, made: new Set(made.values()) }
}

/** What the record says of each: their own lines, and those of records that were joined to theirs. */
async function linesTogether(
  asking: Asking,
  kind: Kind,
  { all, closed }: { all: string[]; closed: readonly Closed[] },
) {
  const lines = await linesOf(asking, kind, [...all, ...closed.map(({ child }) => child)])
  const goesOn = new Map(closed.map((one) => [one.child, one.goesOn]))
  return Map.groupBy(
    lines.flatMap((line) => {
      const into = goesOn.get(line.child)
      if (into === undefined) return [line]
      return line.retracted ? [] : [{ ...line, child: into, ours: false, closed: true }]
    }),
    ({ child }) => child,
  )
}

/** Rows of somebody else are kept apart, not in this child's record. */
async function refuseClashing(asking: Asking, source: string, clashing: readonly ChildSays[]): Promise<void> {
  const rows = clashing.flatMap(({ facts, refused }) => [
    ...[...new Set(facts.map(({ place }) => place))].map((place) =>
      asKept({ place, field: undefined, reason: 'another-child' }),
    ),
    ...refused.map(asKept),
  ])
  await keepStrays(asking, rows, new Map([[0, source]]))
}

async function takeBatch(asking: Asking, run: Run, batch: readonly Named[]): Promise<readonly Happened[]> {
  const { file, source, because, today } = run
  await takeTurn(asking)
  const { children, all, closed, made } = await identified(asking, run, batch)
  const lines = await linesTogether(asking, file.kind, { all, closed })
  const secret = await secretPlaces(asking, [...all, ...closed.map(({ child }) => child)])
  const placesOf = (child: string): ReadonlySet<string> =>
    new Set(
      [child, ...closed.flatMap((one) => (one.goesOn === child ? [one.child] : []))].flatMap((one) => [
        ...(secret.get(one) ?? []),
      ]),
    )
  const told = children.map((one) => ({ ...one, says: saysOf(file, one), lines: lines.get(one.child) ?? [] }))
  const clashes = Map.groupBy(told, ({ says, lines: own }) => anotherChild(says.facts, own) !== undefined)
  const clashing = clashes.get(true) ?? []
  const compared = (clashes.get(false) ?? []).map(({ code, child, says, lines: own }) => {
    const found = compare({
      ...{ facts: says.facts, lines: own, today, lastOnly: file.kind === 'annex-a', secret: placesOf(child) },
      whole: wholeFor(says, file.whole, file.tablesOf),
    })
    return { code, child, says, lines: own, ...found, isNew: made.has(child) }
  })
  await refuseClashing(
    asking,
    source,
    clashing.map(({ says }) => says),
  )
  const named = compared.filter(({ code }) => file.children.has(code))
  const spoken = [...new Set(named.map(({ child }) => child))]
  await coverChildren(asking, source, spoken)
  await write(asking, compared, source)
  await measurePlacements(asking, all)
  await keepRows(
    asking,
    named.map((one) => ({ child: one.child, kept: keptOf(one) })),
    { sources: new Map([[0, source]]), because, kind: file.kind, known: spoken },
  )
  return [...compared.map(happenedTo), ...clashing.map(({ code }) => refusedWhole(code, REASONS['another-child'].says))]
}

const OUT_OF_SIGHT = 'Words of this row were taken out of sight in the record.'

/** What was refused, and what stands otherwise in the record; words that were taken out of sight do not come back with their row. */
function keptOf({
  says,
  lines,
  contradicts,
  overlaps,
  hidden,
  doubled,
  incomplete,
}: Compared & { readonly says: ChildSays; readonly lines: readonly Line[] }): readonly KeptRow[] {
  const whole = (facts: readonly Fact[], reason: Reason) =>
    facts.map(({ place }) => asKept({ place, field: undefined, reason }))
  const wordless = lines.some(({ unreadable }) => unreadable === true)
  return [
    ...says.refused.map(asKept),
    ...contradicts.map(({ fact, line, fields }) =>
      asKept({
        ...{ place: fact.place, field: fields[0] },
        reason: line.closed === true ? 'in-the-closed-record' : 'recorded-by-a-person',
      }),
    ),
    ...whole(incomplete, 'blank'),
    ...whole(overlaps, 'overlaps-the-record'),
    ...whole(hidden, 'recorded-by-a-person'),
    ...whole(doubled, 'two-numbers'),
  ].map((row) => (wordless && row.sheet === 'ssd_person' ? { ...row, said: OUT_OF_SIGHT } : row))
}

const NAMES: Readonly<Record<SourceFile['kind'], string>> = {
  ssd: 'Standard Safeguarding Dataset',
  'annex-a': 'lists of Annex A',
}

/** What the database refuses to hold: not that it was away, nor that somebody stopped us. */
const isOfTheRows = (error: unknown): error is Error =>
  error instanceof Refused || (error instanceof DatabaseBroke && /^(22|P0)/.test(error.code))

/** A batch, or child by child where it fails: what one row does wrong stops nobody else. */
async function takeOrList(door: Door, run: Run, batch: readonly Named[]): Promise<readonly Happened[]> {
  try {
    return await door.asService(run.council, 'import', async (asking) => await takeBatch(asking, run, batch))
  } catch (error) {
    if (!isOfTheRows(error)) throw error
    const [only] = batch
    if (only !== undefined && batch.length === 1)
      return [refusedWhole(only.code, `Nothing of this child could be taken. ${error.message}`)]
    const happened: Happened[] = []
    for (const one of batch) happened.push(...(await takeOrList(door, run, [one])))
    return happened
  }
}

/** Run again after a kill, it goes on: what was taken is taken, and nothing of a child is half there. */
export async function importNightly(door: Door, given: Nightly): Promise<NightlyReport> {
  const { council, file, today } = given
  const { source, together, gone } = await door.asService(
    council,
    'import',
    async (asking) => await prepare(asking, given),
  )
  const run: Run = { ...given, source, because: `No longer in the ${NAMES[file.kind]} of ${today}.` }
  // Whoever the file names no longer is looked at too: what it said of them is listed, and stands.
  const lost = file.whole.size === 0 ? [] : gone.map((child) => ({ code: child, earlier: [], child }))
  const all: readonly Named[] = [...together, ...lost]
  const happened: Happened[] = []
  for (let from = 0; from < all.length; from += BATCH) {
    happened.push(...(await takeOrList(door, run, all.slice(from, from + BATCH))))
    given.progress?.(Math.min(from + BATCH, all.length), all.length)
  }
  return reportOf(file, happened)
}
