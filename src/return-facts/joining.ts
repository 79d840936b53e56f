// Joins what a return shows only the later part of to what earlier returns recorded of its beginning, also in a record that is closed.
import type { Line } from './changes.ts'
import { type Columns, FACT_COLUMNS, type Fact, type FactTable, type Planned, type Refusal } from './facts.ts'
import { text } from './rows.ts'

const FOR_EVER = '9999-12-31'
const textIn = (columns: Columns, column: string): string | undefined => {
  const value = columns[column]
  return typeof value === 'string' && value !== '' ? value : undefined
}

type Extent = { readonly from: string; readonly until: string; readonly known: boolean }

/** From when to when a period, status or placement holds, and whether the first of these days is its beginning. */
function extentOf(table: Fact['table'], columns: Columns): Extent | undefined {
  if (table === 'placement') {
    const [from = '', until = ''] = (textIn(columns, 'during') ?? '').slice(1, -1).split(',')
    return { from, until: until === '' ? FOR_EVER : until, known: columns.start_known === true }
  }
  const [began, by] = table === 'care_period' ? (['began', 'began_by'] as const) : (['made', 'made_by'] as const)
  if (table !== 'care_period' && table !== 'legal_basis') return undefined
  const known = textIn(columns, began)
  const from = known ?? textIn(columns, by)
  return from === undefined
    ? undefined
    : { from, until: textIn(columns, 'ended') ?? FOR_EVER, known: known !== undefined }
}

/** The beginning is the record's, all else the return's. */
function withBeginning(fact: Fact, line: Line): Fact {
  const { columns } = line
  const beginning: Columns =
    fact.table === 'placement'
      ? {
          during: `[${extentOf('placement', columns)?.from},${String(fact.columns.during).slice(1, -1).split(',')[1]})`,
          start_known: columns.start_known ?? null,
          start_reason: columns.start_reason ?? null,
          same_carers: columns.same_carers ?? null,
        }
      : fact.table === 'care_period'
        ? {
            began: columns.began ?? null,
            began_by: columns.began_by ?? null,
            need: columns.need ?? fact.columns.need ?? null,
          }
        : { made: columns.made ?? null, made_by: columns.made_by ?? null }
  // Still the older return's line, so that a later return of this year cannot take the whole of it away.
  return { ...fact, key: line.key, year: line.year ?? fact.year, columns: { ...fact.columns, ...beginning } }
}

/** The record's line that had begun before this fact and holds on its first day, of the same kind and an earlier year. */
function earlierPart(fact: Fact, lines: readonly Line[]): Line | undefined {
  const extent = extentOf(fact.table, fact.columns)
  if (extent === undefined || extent.known) return undefined
  return lines.find((line) => {
    if (line.table !== fact.table || line.retracted || line.columns.kind !== fact.columns.kind) return false
    const theirs = extentOf(line.table, line.columns)
    if (theirs === undefined || theirs.from >= extent.from) return false
    return theirs.until > extent.from || (theirs.until === extent.from && fact.table === 'care_period')
  })
}

/** A line of an earlier year that was left open ends where this return shows another placement or status. */
function cutShort(line: Line, facts: readonly Fact[]): Fact | undefined {
  if (line.retracted || line.year === null || (line.table !== 'placement' && line.table !== 'legal_basis'))
    return undefined
  if (line.key.startsWith('deprivation-of-liberty')) return undefined
  const mine = extentOf(line.table, line.columns)
  if (mine === undefined || mine.until !== FOR_EVER) return undefined
  const next = facts
    .filter(({ table, key }) => table === line.table && !key.startsWith('deprivation-of-liberty'))
    .map((fact) => ({ fact, from: extentOf(fact.table, fact.columns)?.from ?? '' }))
    .filter(({ fact, from }) => from > mine.from && fact.year > (line.year ?? 0))
    .sort((a, b) => (a.from < b.from ? -1 : 1))[0]
  if (next === undefined) return undefined
  const ending: Columns = line.table === 'placement' ? { during: `[${mine.from},${next.from})` } : { ended: next.from }
  return {
    table: line.table,
    key: line.key,
    year: line.year,
    columns: { ...line.columns, ...ending },
    row: next.fact.row,
  }
}

/** Why a child moved to the first placement of a return stands on the row before it, which an earlier return held. */
function withReason(fact: Fact, lines: readonly Line[]): Fact {
  const line = lines.find((one) => one.table === fact.table && one.key === fact.key)
  const known = line?.columns.start_reason ?? null
  return known === null || fact.columns.start_reason !== null
    ? fact
    : { ...fact, columns: { ...fact.columns, start_reason: known } }
}

const nameOf = ({ table, key }: { table: string; key: string }): string => `${table} ${key}`

/** The return's facts, each with the beginning that the record knows, and the ends that it gives to older lines. */
export function joinedWith(planned: readonly Fact[], lines: readonly Line[]): readonly Fact[] {
  const known = new Set(lines.filter(({ retracted }) => !retracted).map(nameOf))
  const ownKeys = new Set(planned.map(nameOf))
  // A line that the return itself speaks of is joined with nothing else.
  const others = lines.filter((line) => !ownKeys.has(nameOf(line)))
  const [firstPlacement] = planned.filter(({ table }) => table === 'placement')
  const facts = planned.map((fact) => {
    const line = known.has(nameOf(fact)) ? undefined : earlierPart(fact, others)
    if (line !== undefined) return withBeginning(fact, line)
    return fact === firstPlacement ? withReason(fact, lines) : fact
  })
  const said = new Set(facts.map(nameOf))
  const cut = others.flatMap((line) => {
    const fact = said.has(nameOf(line)) ? undefined : cutShort(line, facts)
    return fact === undefined ? [] : [fact]
  })
  return [...facts, ...cut]
}

const sameIn = (fact: Fact, line: Line): boolean =>
  FACT_COLUMNS[fact.table].every((column: string) => (fact.columns[column] ?? null) === (line.columns[column] ?? null))

/** What happened is read of both records together; who a child is, and the answers of a year, of the one that goes on. */
const OF_BOTH: ReadonlySet<FactTable> = new Set([
  ...(['care_period', 'legal_basis', 'placement', 'review', 'missing_episode'] as const),
  ...(['adoption', 'adoption_decision', 'allocation'] as const),
])
const WHO: ReadonlySet<FactTable> = new Set([
  ...(['identity_code', 'birth_claim', 'motherhood', 'unaccompanied', 'previous_permanence'] as const),
  'child_identifier' as const,
])
/** Nobody is in care twice or lives in two places, whichever record says it. */
function overlaps(fact: Fact, line: Line): boolean {
  if (line.table !== fact.table || (fact.table !== 'care_period' && fact.table !== 'placement')) return false
  const [mine, theirs] = [extentOf(fact.table, fact.columns), extentOf(line.table, line.columns)]
  return mine !== undefined && theirs !== undefined && mine.from < theirs.until && theirs.from < mine.until
}

export type BesideClosed = {
  /** The number of the record that goes on. */
  readonly number: string
  readonly own: readonly Line[]
  readonly closed: readonly Line[]
}
/**
 * What is left to be written into the record that goes on. What stands in the closed one is not written twice, and
 * nothing is changed there; an earlier number does not say otherwise who the child is.
 */
export function besideClosed(planned: Planned, { number, own, closed }: BesideClosed): Planned {
  if (closed.length === 0) return planned
  const held = new Map(own.filter(({ retracted }) => !retracted).map((line) => [nameOf(line), line]))
  const standing = closed.filter(({ retracted, table }) => !retracted && OF_BOTH.has(table))
  const byName = new Map(standing.map((line) => [nameOf(line), line]))
  const fresh = planned.facts.filter((fact) => !held.has(nameOf(fact)) && OF_BOTH.has(fact.table))
  // the ends that it gives to older lines come after the facts themselves, and are for a record that can be written
  const joined = new Map(joinedWith(fresh, standing).flatMap((fact, at) => [[fresh[at], fact] as const]))
  const refusals: Refusal[] = []
  const refuse = (fact: Fact, reason: 'two-numbers' | 'in-the-closed-record') => {
    if (fact.row !== undefined) refusals.push({ row: fact.row, column: 'CHILD', reason, taken: 'in part' })
  }
  const facts = planned.facts.flatMap((fact): Fact[] => {
    const mine = held.get(nameOf(fact))
    if (mine !== undefined) {
      const other = fact.row !== undefined && text(fact.row, 'CHILD') !== number
      if (!other || !WHO.has(fact.table) || sameIn(fact, mine)) return [fact]
      refuse(fact, 'two-numbers')
      return [{ ...fact, columns: mine.columns }]
    }
    const one = joined.get(fact)
    if (one === undefined) return [fact]
    const line = byName.get(nameOf(one))
    if (line === undefined && !standing.some((other) => overlaps(fact, other))) return [fact]
    if (line === undefined || (!sameIn(one, line) && fact.year >= (line.year ?? 0)))
      refuse(fact, 'in-the-closed-record')
    return []
  })
  return { facts: withoutIdleAddresses(facts, held), refusals: [...planned.refusals, ...refusals] }
}

/** An address is written again only where something new is said of it. */
function withoutIdleAddresses(facts: readonly Fact[], held: ReadonlyMap<string, Line>): readonly Fact[] {
  const needed = new Set(facts.flatMap(({ columns: { home, place } }) => [home, place]))
  return facts.filter((fact) => fact.table !== 'address' || held.has(nameOf(fact)) || needed.has(fact.key))
}
