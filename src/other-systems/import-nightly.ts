// Takes a nightly file of another system into the record: whole children or none, a hundred at a time; again, it changes nothing.
import { addDays, type IsoDay } from '#calendar'
import type { Asking, Door } from '#database'
import { DatabaseBroke, lockChildren, Refused } from '#database'
import { coverChildren, keepRows, keepStrays, makeChildren, takeTurn } from '#imports'
import { measurePlacements } from '#placements'
import { REASONS } from '#return-facts'
import { recordTake } from '#sources'
import { anotherChild, compare, type Masters } from './compare.ts'
import type { ChildSays, Fact, SourceFile } from './facts.ts'
import { goneBefore, mastersOf, noteGone, noteUnread, nowAt } from './nightly-store.ts'
import {
  asKept,
  countsOf,
  type Happened,
  happenedTo,
  keptOf,
  type NightlyReport,
  refusedWhole,
  reportOf,
} from './report.ts'
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
  return { source, together, gone, began: await nowAt(asking), masters: await mastersOf(asking, file.kind) }
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

type Run = Nightly & { readonly source: string; readonly because: string; readonly masters: Masters }
type Named = { readonly code: string; readonly earlier: readonly string[]; readonly child: string | undefined }

const NOTHING: ChildSays = { facts: [], refused: [] }

/** What is told of a child, under whatever id; under an id of a record that was joined to theirs it only adds. */
function saysOf({ children }: SourceFile, { code, earlier }: Named): ChildSays {
  const own = children.get(code) ?? NOTHING
  const more = earlier.map((one) => children.get(one) ?? NOTHING)
  return {
    facts: [...own.facts, ...more.flatMap(({ facts }) => facts.map((fact): Fact => ({ ...fact, earlier: true })))],
    refused: [...own.refused, ...more.flatMap(({ refused }) => refused)],
    unread: [...new Set([own, ...more].flatMap(({ unread }) => unread ?? []))],
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

type Batch = Awaited<ReturnType<typeof identified>>

/** What the file says of each child beside what the record says; whose rows are of somebody else stands apart. */
async function comparedIn(asking: Asking, { file, today, masters }: Run, { children, all, closed, made }: Batch) {
  const lines = await linesTogether(asking, file.kind, { all, closed })
  const secret = await secretPlaces(asking, [...all, ...closed.map(({ child }) => child)])
  const placesOf = (child: string): ReadonlySet<string> =>
    new Set(
      [child, ...closed.flatMap((one) => (one.goesOn === child ? [one.child] : []))].flatMap((one) => [
        ...(secret.get(one) ?? []),
      ]),
    )
  const before = await goneBefore(asking, file.kind, all)
  const told = children.map((one) => ({ ...one, says: saysOf(file, one), lines: lines.get(one.child) ?? [] }))
  const clashes = Map.groupBy(told, ({ says, lines: own }) => anotherChild(says.facts, own) !== undefined)
  const compared = (clashes.get(false) ?? []).map(({ code, child, says, lines: own }) => {
    const kept = { code, child, says, lines: own, secret: placesOf(child), isNew: made.has(child) }
    const found = compare({
      ...{ facts: says.facts, lines: own, today, masters, lastOnly: file.kind === 'annex-a', secret: kept.secret },
      whole: wholeFor(says, file.whole, file.tablesOf),
    })
    return { ...kept, ...found, seen: found.vanished.filter(({ line }) => before.get(line) === 'seen') }
  })
  return { compared, before, clashing: clashes.get(true) ?? [] }
}

async function takeBatch(asking: Asking, run: Run, batch: readonly Named[]): Promise<readonly Happened[]> {
  const { file, source, because, today, masters } = run
  await takeTurn(asking)
  const identity = await identified(asking, run, batch)
  const { compared, before, clashing } = await comparedIn(asking, run, identity)
  await refuseClashing(
    asking,
    source,
    clashing.map(({ says }) => says),
  )
  const named = compared.filter(({ code }) => file.children.has(code))
  const spoken = [...new Set(named.map(({ child }) => child))]
  await coverChildren(asking, source, spoken)
  const unread = named.flatMap(({ child, says }) => (says.unread ?? []).map((event) => ({ child, event })))
  await noteUnread(asking, source, { unread, today })
  await write(asking, compared, source)
  await noteGone(asking, file.kind, { of: compared, before })
  await measurePlacements(asking, identity.all)
  await keepRows(
    asking,
    named.map((one) => ({ child: one.child, kept: keptOf(one, masters) })),
    { sources: new Map([[0, source]]), because, kind: file.kind, known: spoken },
  )
  return [...compared.map(happenedTo), ...clashing.map(({ code }) => refusedWhole(code, REASONS['another-child'].says))]
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
  const { source, together, gone, began, masters } = await door.asService(
    council,
    'import',
    async (asking) => await prepare(asking, given),
  )
  const run: Run = { ...given, source, masters, because: `No longer in the ${NAMES[file.kind]} of ${today}.` }
  // Whoever the file names no longer is looked at too: what it said of them is listed, and stands.
  const lost = file.whole.size === 0 ? [] : gone.map((child) => ({ code: child, earlier: [], child }))
  const all: readonly Named[] = [...together, ...lost]
  const happened: Happened[] = []
  for (let from = 0; from < all.length; from += BATCH) {
    happened.push(...(await takeOrList(door, run, all.slice(from, from + BATCH))))
    given.progress?.(Math.min(from + BATCH, all.length), all.length)
  }
  const report = reportOf(file, happened)
  await door.asService(council, 'import', async (asking) => {
    await recordTake(asking, { kind: file.kind, began, ...countsOf(report) })
  })
  return report
}
