// Searching: the index of each council kept in memory and fresh, and what the asker is shown of what is found in it.
import type { IsoDay } from '#calendar'
import type { Asking, Door, Who } from '#database'
import { isSure, type Match, matchesIn } from './finding.ts'
import { asksNothing, type Question, questionOf } from './question.ts'
import { emptyIndex, hold, letGo, type SearchIndex } from './search-index.ts'
import {
  asIndexer,
  type ClosedRecord,
  changedSince,
  childrenAt,
  closedOf,
  entriesOf,
  goingOn,
  keptOf,
  markNow,
  namesHeld,
  seenOf,
} from './store.ts'

export const MOST = 50
/** So many of the surest are looked through for those whom the asker may see; after that the question is too wide. */
const MOST_LOOKED_AT = 1000
const STEP = 250
const MOST_CLOSED = 10

type Kept = { readonly index: SearchIndex; readonly on: IsoDay; mark: string }

export type Finding = {
  readonly question: Question
  readonly matches: readonly Match[]
  readonly closed: readonly ClosedRecord[]
  /** There are more than are shown. */
  readonly more: boolean
}
/** `most`: so many are shown; 50 unless told. */
type Asked = { readonly typed: string; readonly today: IsoDay; readonly most?: number }
export type Finder = {
  readonly find: (door: Door, who: Who, asked: Asked) => Promise<Finding>
  /** Fills the index of a council before anybody asks. */
  readonly warm: (door: Door, council: number, on: IsoDay) => Promise<void>
}

async function filled(door: Door, council: number, on: IsoDay): Promise<Kept> {
  return await asIndexer(door, council, async (asking) => {
    const mark = await markNow(asking)
    const index = emptyIndex()
    for (const entry of await entriesOf(asking, { on })) hold(index, entry)
    return { index, on, mark }
  })
}

/** Reads what newer transactions wrote; twice is no harm. */
async function freshen(door: Door, council: number, kept: Kept): Promise<void> {
  await asIndexer(door, council, async (asking) => {
    const mark = await markNow(asking)
    const changed = await changedSince(asking, kept.mark)
    if (changed.length > 0) await reload(asking, kept, changed)
    kept.mark = mark
  })
}

async function reload(asking: Asking, { index, on }: Kept, children: readonly string[]): Promise<void> {
  const entries = await entriesOf(asking, { on, children })
  for (const child of children) letGo(index, child)
  for (const entry of entries) hold(index, entry)
}

type Filtered = Pick<Finding, 'matches' | 'closed' | 'more'>

/** Nothing that stands in memory is shown unless the database lets this person read it now. */
async function underSight(asking: Asking, all: readonly Match[], most: number): Promise<Filtered> {
  const matches: Match[] = []
  const notSeen: string[] = []
  const looked = all.slice(0, MOST_LOOKED_AT)
  for (let from = 0; from < looked.length && matches.length <= most; from += STEP) {
    const step = looked.slice(from, from + STEP)
    const seen = await seenOf(
      asking,
      step.map(({ child }) => child),
    )
    for (const match of step) {
      if (seen.has(match.child)) matches.push(match)
      else if (isSure(match) && notSeen.length < MOST_CLOSED) notSeen.push(match.child)
    }
  }
  const closed = notSeen.length === 0 ? [] : await closedOf(asking, notSeen)
  const more = matches.length > most || all.length > MOST_LOOKED_AT
  return { matches: await onceEach(asking, matches.slice(0, most)), closed, more }
}

/** Of two records of one child the one that goes on is found, by what either holds; once. */
async function onceEach(asking: Asking, matches: readonly Match[]): Promise<readonly Match[]> {
  const goes = await goingOn(
    asking,
    matches.map(({ child }) => child),
  )
  if (goes.size === 0) return matches
  const found = new Set<string>()
  return matches.flatMap((match) => {
    const child = goes.get(match.child) ?? match.child
    if (found.has(child)) return []
    found.add(child)
    return [{ ...match, child }]
  })
}

/** Children of whom the index holds a name that the asker cannot read any more: it was taken out of sight. */
async function stale(asking: Asking, { index }: Kept, matches: readonly Match[]): Promise<readonly string[]> {
  const children = matches.map(({ child }) => child)
  const read = children.length === 0 ? new Map<string, never>() : await namesHeld(asking, children)
  return children.filter((child) => {
    const texts = new Set((read.get(child) ?? []).map(({ text }) => text))
    return index.entries.get(child)?.names.some(({ text }) => !texts.has(text)) === true
  })
}

/** Children with something that is kept from others and not from the asker are found by what the asker reads of them. */
async function withKept(
  asking: Asking,
  { question, kept: { on }, at }: Pick<Looking, 'question' | 'kept'> & { readonly at: ReadonlySet<string> },
  matches: readonly Match[],
): Promise<readonly Match[]> {
  const children = await keptOf(asking)
  if (children.length === 0) return matches
  const own = emptyIndex()
  for (const entry of await entriesOf(asking, { on, children, held: 'as the asker reads' })) hold(own, entry)
  const others = matches.filter(({ child }) => !own.entries.has(child))
  return [...others, ...matchesIn(own, question, at)].sort((a, b) => a.rank - b.rank || (a.child < b.child ? -1 : 1))
}

type Looking = { readonly kept: Kept; readonly question: Question; readonly most: number }
async function findIn(asking: Asking, { kept, question, most }: Looking): Promise<Filtered> {
  const at = question.postcode === undefined ? new Set<string>() : await childrenAt(asking, question.postcode)
  const matches = await withKept(asking, { question, kept, at }, matchesIn(kept.index, question, at))
  return await underSight(asking, matches, most)
}

/** One for the whole server: it holds the index of each council that it serves. */
export function makeFinder(): Finder {
  const councils = new Map<number, { on: IsoDay; kept: Promise<Kept> }>()
  const keptOf = async (door: Door, council: number, on: IsoDay): Promise<Kept> => {
    const held = councils.get(council)
    if (held !== undefined && held.on === on) return await held.kept
    const kept = filled(door, council, on)
    councils.set(council, { on, kept })
    kept.catch(() => councils.delete(council))
    return await kept
  }
  const find: Finder['find'] = async (door, who, { typed, today, most = MOST }) => {
    const question = questionOf(typed, today)
    if (asksNothing(question)) return { question, matches: [], closed: [], more: false }
    const kept = await keptOf(door, who.council, today)
    await freshen(door, who.council, kept)
    const ask = async (asking: Asking) => {
      const found = await findIn(asking, { kept, question, most })
      return { found, old: await stale(asking, kept, found.matches) }
    }
    const first = await door.as(who, ask)
    if (first.old.length === 0) return { question, ...first.found }
    await asIndexer(door, who.council, async (asking) => await reload(asking, kept, first.old))
    return { question, ...(await door.as(who, ask)).found }
  }
  const warm: Finder['warm'] = async (door, council, on) => void (await keptOf(door, council, on))
  return { find, warm }
}
