// What a nightly file changes of one child: added, changed, vanished, and what contradicts the record; the same file again changes nothing. Pure.
import type { Fact } from './facts.ts'
import { type Columns, type Said, specOf, type TakenTable } from './said.ts'

/** A line of the record as it stands, or as it was taken back. */
export type Line = {
  readonly table: TakenTable
  readonly line: string
  readonly id: string
  readonly key: string | undefined
  /** Whether this source said the latest version. */
  readonly ours: boolean
  readonly retracted: boolean
  readonly columns: Columns
}
/** `fields`: in which the row and the record differ: names only. */
export type Changed = { readonly fact: Fact; readonly line: Line; readonly fields: readonly string[] }
export type Compared = {
  readonly added: readonly Fact[]
  readonly changed: readonly Changed[]
  readonly vanished: readonly Line[]
  /** The record says otherwise, and somebody else said it: it stands. */
  readonly contradicts: readonly Changed[]
  /** Placements on days on which the record holds another. */
  readonly overlaps: readonly Fact[]
  /** New, and without the day from which it is so: it cannot be a line of its own. */
  readonly incomplete: readonly Fact[]
  readonly same: number
}
export type Comparing = {
  readonly facts: readonly Fact[]
  readonly lines: readonly Line[]
  readonly whole: ReadonlySet<TakenTable>
  readonly today: string
}

/** An end that has not come is told by no file. */
const ENDS: ReadonlySet<string> = new Set(['until', 'ended', 'ceased'])
function standsAs({ table, columns }: Line, today: string): Said {
  const says = specOf(table).says(columns)
  if (table === 'unaccompanied') return says
  return Object.fromEntries(
    Object.entries(says).map(([field, value]) => [field, ENDS.has(field) && value > today ? '' : value]),
  )
}

function differing(said: Said, line: Line, today: string): readonly string[] {
  const stands = standsAs(line, today)
  return Object.keys(said).filter((field) => !field.startsWith('_') && (stands[field] ?? '') !== said[field])
}

/** By the source's own id, else by ours where a file of ours came back, else by what both mean. */
function lineFor(fact: Fact, lines: readonly Line[], taken: ReadonlySet<Line>): Line | undefined {
  const own = lines.filter((line) => line.table === fact.table && !taken.has(line))
  const { sameThing, says } = specOf(fact.table)
  const means = sameThing(fact.said)
  return (
    own.find((line) => line.key === fact.key) ??
    own.find((line) => fact.id !== undefined && line.line === fact.id) ??
    own.find((line) => !line.retracted && means !== undefined && sameThing(says(line.columns)) === means)
  )
}

const FOR_EVER = '9999-12-31'
type Days = { readonly from: string; readonly until: string }
const daysOf = (said: Said): Days => ({
  from: said.from ?? '',
  until: said.until === undefined || said.until === '' ? FOR_EVER : said.until,
})
const touch = (one: Days, other: Days): boolean => one.from < other.until && other.from < one.until

/** One placement at a time: what stands and stays comes first, then the rows of the file as they come. */
function apart(found: Pick<Compared, 'added' | 'changed'>, lines: readonly Line[], leaving: ReadonlySet<Line>) {
  const moving = new Set(found.changed.map(({ line }) => line))
  const stand = lines
    .filter((line) => line.table === 'placement' && !line.retracted && !leaving.has(line) && !moving.has(line))
    .map((line) => daysOf(specOf('placement').says(line.columns)))
  const free = (table: TakenTable, said: Said): boolean => {
    if (table !== 'placement') return true
    const days = daysOf(said)
    if (stand.some((other) => touch(days, other))) return false
    stand.push(days)
    return true
  }
  const changed = found.changed.filter(({ fact, line }) =>
    free(fact.table, { ...specOf(fact.table).says(line.columns), ...fact.said }),
  )
  const added = found.added.filter(({ table, said }) => free(table, said))
  const refused = [
    ...found.added.filter((fact) => !added.includes(fact)),
    ...found.changed.filter((one) => !changed.includes(one)).map(({ fact }) => fact),
  ]
  return { added, changed, overlaps: refused }
}

export function compare({ facts, lines, whole, today }: Comparing): Compared {
  const taken = new Set<Line>()
  const [added, incomplete, changed, contradicts]: [Fact[], Fact[], Changed[], Changed[]] = [[], [], [], []]
  let same = 0
  for (const fact of facts) {
    const line = lineFor(fact, lines, taken)
    if (line === undefined) {
      const enough = specOf(fact.table).needs.every((field) => fact.said[field] !== undefined)
      if (enough) added.push(fact)
      else incomplete.push(fact)
      continue
    }
    taken.add(line)
    const fields = differing(fact.said, line, today)
    if (fields.length === 0 && !line.retracted) same += 1
    else if (line.ours) changed.push({ fact, line, fields })
    else contradicts.push({ fact, line, fields })
  }
  const vanished = lines.filter((line) => line.ours && !line.retracted && whole.has(line.table) && !taken.has(line))
  return { ...apart({ added, changed }, lines, new Set(vanished)), vanished, contradicts, incomplete, same }
}
