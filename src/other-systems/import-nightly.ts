// Takes a nightly file of another system into the record: whole children or none, a hundred at a time; again, it changes nothing.
import { addDays, type IsoDay } from '#calendar'
import type { Asking, Door } from '#database'
import { lockChildren } from '#database'
import { coverChildren, keepRows, keepStrays, makeChildren, takeTurn } from '#imports'
import { measurePlacements } from '#placements'
import type { KeptRow } from '#return-facts'
import { type Compared, compare } from './compare.ts'
import type { ChildSays, Refused, SourceFile } from './facts.ts'
import { type Happened, happenedTo, type NightlyReport, reportOf } from './report.ts'
import type { TakenTable } from './said.ts'
import { childrenByCode, closedRecords, linesOf, nameChildren, sourceFor, spokenOf, write } from './store.ts'

const BATCH = 100

export type Nightly = {
  readonly council: number
  readonly today: IsoDay
  /** From this day on the file holds everything of what it holds at all. */
  readonly since: IsoDay
  readonly file: SourceFile
  readonly progress?: (done: number, of: number) => void
}

const CLOSED =
  'N of the children in these files have a record that was joined to another, and takes no more writing. Give their rows the id of the record that goes on, or part the two. Nothing was read.'
const TOO_FEW =
  'The file names M of the N children of whom this system spoke before. Fewer than half is taken for a mistake. Nothing was read.'

/** Before anything is written: what would be wrong as a whole is refused as a whole. */
async function prepare(asking: Asking, { file, today, since }: Nightly) {
  await takeTurn(asking)
  const codes = [...file.children.keys()].sort()
  const known = await childrenByCode(asking, codes)
  const closed = await closedRecords(asking, [...known.values()])
  if (closed > 0) throw new Error(CLOSED.replace('N', String(closed)))
  const before = await spokenOf(asking, file.kind)
  const named = new Set(known.values())
  const again = [...before].filter((child) => named.has(child)).length
  if (again * 2 < before.size) throw new Error(TOO_FEW.replace('M', String(again)).replace('N', String(before.size)))
  const source = await sourceFor(asking, file.kind, { events: file.events, since, until: addDays(today, 1) })
  await keepStrays(asking, file.strays.map(asKept), new Map([[0, source]]))
  const gone = [...before].filter((child) => !named.has(child)).sort()
  return { source, codes, gone }
}

function asKept({ place, field, reason }: Refused): KeptRow {
  const { file, sheet, row, words } = place
  return { year: 0, file, sheet, row, field: field ?? null, reason, taken: 'not', said: words }
}

/** A table of which a row of this child was refused takes nothing back: nobody can say what is gone and what is illegible. */
function wholeFor(
  { refused }: ChildSays,
  whole: ReadonlySet<TakenTable>,
  tablesOf: (sheet: string) => readonly TakenTable[],
) {
  const unsure = new Set(refused.flatMap(({ place }) => tablesOf(place.sheet)))
  return new Set([...whole].filter((table) => !unsure.has(table)))
}

type Run = Nightly & { readonly source: string; readonly because: string }
type Named = { readonly code: string; readonly child: string | undefined }

const NOTHING: ChildSays = { facts: [], refused: [] }

/** Who is who: known by any id of the council's, or made with the id that the other system gives. */
async function identified(asking: Asking, { file, source }: Run, batch: readonly Named[]) {
  const codes = batch.map(({ code }) => code)
  const known = await childrenByCode(asking, codes)
  const fresh = batch.filter(({ code, child }) => child === undefined && !known.has(code))
  const ids = await asking.newIds(fresh.length)
  const made = new Map(fresh.map(({ code }, at): [string, string] => [code, ids[at] ?? '']))
  await makeChildren(asking, ids, source)
  const children = batch.map(({ code, child }) => ({ code, child: child ?? known.get(code) ?? made.get(code) ?? '' }))
  const all = children.map(({ child }) => child)
  await lockChildren(asking, all)
  const named = [...made].map(([code, child]) => ({ code, child }))
  await nameChildren(asking, named, { source, kind: file.kind })
  const spoken = children.filter(({ code }) => file.children.has(code))
  await coverChildren(asking, source, [...new Set(spoken.map(({ child }) => child))])
  return { children, all, made: new Set(made.values()) }
}

async function takeBatch(asking: Asking, run: Run, batch: readonly Named[]): Promise<readonly Happened[]> {
  const { file, source, because, today } = run
  await takeTurn(asking)
  const { children, all, made } = await identified(asking, run, batch)
  const lines = Map.groupBy(await linesOf(asking, file.kind, all), ({ child }) => child)
  const compared = children.map(({ code, child }) => {
    const says = file.children.get(code) ?? NOTHING
    const own = compare({
      facts: says.facts,
      lines: lines.get(child) ?? [],
      whole: wholeFor(says, file.whole, file.tablesOf),
      today,
    })
    return { code, child, says, ...own, isNew: made.has(child) }
  })
  await write(asking, compared, { source, because })
  await measurePlacements(asking, all)
  await keepRows(
    asking,
    compared.map((one) => ({ child: one.child, kept: keptOf(one) })),
    {
      ...{ sources: new Map([[0, source]]), because, kind: file.kind, known: all },
    },
  )
  return compared.map(happenedTo)
}

/** What was refused, and what stands otherwise in the record. */
function keptOf({
  says,
  contradicts,
  overlaps,
  incomplete,
}: Compared & { readonly says: ChildSays }): readonly KeptRow[] {
  return [
    ...says.refused.map(asKept),
    ...contradicts.map(({ fact, fields }) =>
      asKept({ place: fact.place, field: fields[0], reason: 'recorded-by-a-person' }),
    ),
    ...incomplete.map(({ place }) => asKept({ place, field: undefined, reason: 'blank' })),
    ...overlaps.map((fact) => asKept({ place: fact.place, field: undefined, reason: 'overlaps-the-record' })),
  ]
}

const NAMES: Readonly<Record<SourceFile['kind'], string>> = {
  ssd: 'Standard Safeguarding Dataset',
  'annex-a': 'lists of Annex A',
}

/** Run again after a kill, it goes on: what was taken is taken, and nothing of a child is half there. */
export async function importNightly(door: Door, given: Nightly): Promise<NightlyReport> {
  const { council, file, today } = given
  const { source, codes, gone } = await door.asService(
    council,
    'import',
    async (asking) => await prepare(asking, given),
  )
  const run: Run = { ...given, source, because: `No longer in the ${NAMES[file.kind]} of ${today}.` }
  // Whoever the file names no longer is looked at too: what it said of them is gone.
  const lost = file.whole.size === 0 ? [] : gone.map((child) => ({ code: child, child }))
  const all: readonly Named[] = [...codes.map((code) => ({ code, child: undefined })), ...lost]
  const happened: Happened[] = []
  for (let from = 0; from < all.length; from += BATCH) {
    const batch = all.slice(from, from + BATCH)
    happened.push(...(await door.asService(council, 'import', async (asking) => await takeBatch(asking, run, batch))))
    given.progress?.(Math.min(from + BATCH, all.length), all.length)
  }
  return reportOf(file, happened)
}
