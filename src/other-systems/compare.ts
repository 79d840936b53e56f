// What a nightly file changes of one child: added, changed, vanished, and what contradicts the record; the same file again changes nothing. Pure.
import type { Fact } from './facts.ts'
import { type Columns, isBackwards, type Said, specOf, type TakenTable } from './said.ts'

/** A line of the record as it stands, or as it was taken back. */
export type Line = {
  readonly table: TakenTable
  readonly line: string
  readonly id: string
  readonly key: string | undefined
  /** Whether this source said the latest version. */
  readonly ours: boolean
  readonly retracted: boolean
  /** It had words, and they were taken out of sight. */
  readonly unreadable?: boolean
  /** Of a record that was joined to this one, and takes no more writing. */
  readonly closed?: boolean
  /** Where it is stands: a person said so, or not everybody may know it. */
  readonly placeStands?: boolean
  readonly columns: Columns
}
/** `fields`: in which the row and the record differ: names only. */
export type Changed = { readonly fact: Fact; readonly line: Line; readonly fields: readonly string[] }
export type Compared = {
  readonly added: readonly Fact[]
  readonly changed: readonly Changed[]
  /** In the file no longer: said, never taken back. */
  readonly vanished: readonly Line[]
  /** The record says otherwise, and somebody else said it: it stands. */
  readonly contradicts: readonly Changed[]
  /** Placements on days on which the record holds another. */
  readonly overlaps: readonly Fact[]
  /** At an address of this child that not everybody may know: a line of its own would open it. */
  readonly hidden: readonly Fact[]
  /** Told already, under the id of the record that goes on, and otherwise. */
  readonly doubled: readonly Fact[]
  /** New, and without the day from which it is so: it cannot be a line of its own. */
  readonly incomplete: readonly Fact[]
  /** New, of a part of the record of which Kith is master: it is not taken. */
  readonly ofKith: readonly Fact[]
  readonly same: number
}
export type Comparing = {
  readonly facts: readonly Fact[]
  readonly lines: readonly Line[]
  readonly whole: ReadonlySet<TakenTable>
  readonly today: string
  /** Whether the file says only what was last: what began later ends what this source said before. */
  readonly lastOnly: boolean
  /** Postcodes of addresses of this child that not everybody may know. */
  readonly secret: ReadonlySet<string>
  /** Of these tables the council has said who is master; of the others whoever said a fact last decides. */
  readonly masters?: Masters
}
/** `theirs`: the system whose file this is. */
export type Masters = { readonly kith: ReadonlySet<string>; readonly theirs: ReadonlySet<string> }
const NOBODYS: Masters = { kith: new Set(), theirs: new Set() }

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

/** What the line would say then. */
const become = ({ fact, line }: Pick<Changed, 'fact' | 'line'>): Said => ({
  ...specOf(fact.table).says(line.columns),
  ...fact.said,
})

/** By the source's own id, else by ours where a file of ours came back, else by what both mean. */
function lineFor(fact: Fact, lines: readonly Line[], taken: ReadonlySet<Line>): Line | undefined {
  const own = lines.filter((line) => line.table === fact.table && !taken.has(line))
  const { sameThing, says } = specOf(fact.table)
  const means = sameThing(fact.said)
  return (
    own.find((line) => line.key === fact.key) ??
    own.find((line) => fact.id !== undefined && line.line === fact.id) ??
    own.find(
      (line) =>
        (!line.retracted || line.unreadable === true) && means !== undefined && sameThing(says(line.columns)) === means,
    )
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
function apart(found: Pick<Compared, 'added' | 'changed'>, lines: readonly Line[]) {
  const moving = new Set(found.changed.map(({ line }) => line))
  const stand = lines
    .filter((line) => line.table === 'placement' && !line.retracted && !moving.has(line))
    .map((line) => daysOf(specOf('placement').says(line.columns)))
  const free = (table: TakenTable, said: Said): boolean => {
    if (table !== 'placement') return true
    const days = daysOf(said)
    if (stand.some((other) => touch(days, other))) return false
    stand.push(days)
    return true
  }
  const changed = found.changed.filter((one) => free(one.fact.table, become(one)))
  const added = found.added.filter(({ table, said }) => free(table, said))
  const refused = [
    ...found.added.filter((fact) => !added.includes(fact)),
    ...found.changed.filter((one) => !changed.includes(one)).map(({ fact }) => fact),
  ]
  return { added, changed, overlaps: refused }
}

const ONE_AT_A_TIME: Readonly<Record<string, readonly [from: string, until: string]>> = {
  placement: ['from', 'until'],
  legal_basis: ['made', 'ended'],
}
/** A list of what is last says of a move only where the child is now: what this source said before ends there. */
function endedBy(added: readonly Fact[], lines: readonly Line[], taken: ReadonlySet<Line>): readonly Changed[] {
  return added.flatMap((fact) => {
    const [first, last] = ONE_AT_A_TIME[fact.table] ?? []
    if (first === undefined || last === undefined) return []
    const { says } = specOf(fact.table)
    const began = fact.said[first] ?? ''
    const open = lines.filter(
      (line) => line.table === fact.table && line.ours && line.closed !== true && !line.retracted && !taken.has(line),
    )
    return open.flatMap((line): readonly Changed[] => {
      const stands = says(line.columns)
      if (stands[last] !== '' || (stands[first] ?? '') >= began) return []
      const ending = { ...fact, key: line.key ?? fact.key, id: undefined, said: { ...stands, [last]: began } }
      return [{ fact: ending, line, fields: [last] }]
    })
  })
}

/** What ends where a refused row begins does not end. */
const withoutEndings = (found: ReturnType<typeof apart>, endings: readonly Changed[]) => ({
  ...found,
  changed: found.changed.filter(
    (one) =>
      !endings.includes(one) ||
      found.added.some((fact) => fact.place === one.fact.place && fact.table === one.fact.table),
  ),
})

/** Told already by a row of this file, under whatever id. */
function twinOf(fact: Fact, added: readonly Fact[]): Fact | undefined {
  const { sameThing } = specOf(fact.table)
  const means = sameThing(fact.said)
  return added.find((one) => one.table === fact.table && means !== undefined && sameThing(one.said) === means)
}
const saysTheSame = (one: Fact, other: Fact): boolean =>
  Object.entries(one.said).every(([field, value]) => field.startsWith('_') || other.said[field] === value)

/** May this source put it so: its own line, or any where it is master, that nobody took back, with an end after its beginning, at a place that is its own to say. */
function mayChange({ fact, line, fields }: Changed, { kith, theirs }: Masters): boolean {
  if (
    kith.has(line.table) ||
    !(line.ours || theirs.has(line.table)) ||
    line.retracted ||
    line.closed === true ||
    fact.earlier === true
  )
    return false
  if (isBackwards(fact.table, become({ fact, line }))) return false
  return !(fields.includes('place') && line.placeStands === true)
}

export function compare({ facts, lines, whole, today, lastOnly, secret, masters = NOBODYS }: Comparing): Compared {
  const [own, closed] = [lines.filter((line) => line.closed !== true), lines.filter((line) => line.closed === true)]
  const taken = new Set<Line>()
  const [changed, contradicts]: [Changed[], Changed[]] = [[], []]
  const [added, incomplete, hidden, doubled]: [Fact[], Fact[], Fact[], Fact[]] = [[], [], [], []]
  const ofKith: Fact[] = []
  let same = 0
  const addOne = (fact: Fact): void => {
    const twin = fact.earlier === true ? twinOf(fact, added) : undefined
    if (twin !== undefined && saysTheSame(fact, twin)) same += 1
    else if (twin !== undefined) doubled.push(fact)
    else if (masters.kith.has(fact.table)) ofKith.push(fact)
    else if (!specOf(fact.table).needs.every((field) => fact.said[field] !== undefined)) incomplete.push(fact)
    else if (fact.said.place !== undefined && secret.has(fact.said.place)) hidden.push(fact)
    else added.push(fact)
  }
  for (const fact of facts) {
    const used = fact.earlier === true ? new Set<Line>() : taken
    const line = lineFor(fact, own, used) ?? lineFor(fact, closed, used)
    if (line === undefined) {
      addOne(fact)
      continue
    }
    taken.add(line)
    const one = { fact, line, fields: differing(fact.said, line, today) }
    if (line.unreadable === true || (one.fields.length === 0 && !line.retracted)) same += 1
    else if (!mayChange(one, masters)) contradicts.push(one)
    else if (one.fields.includes('place') && secret.has(fact.said.place ?? '')) hidden.push(fact)
    else changed.push(one)
  }
  const endings = lastOnly ? endedBy(added, own, taken) : []
  const vanished = own.filter((line) => line.ours && !line.retracted && whole.has(line.table) && !taken.has(line))
  const free = withoutEndings(apart({ added, changed: [...changed, ...endings] }, lines), endings)
  return { ...free, vanished, contradicts, incomplete, hidden, doubled, ofKith, same }
}

const SEXES = /^[MF]$/
/** The field in which the file speaks of somebody else than the record does: another day of birth, or another sex. */
export function anotherChild(facts: readonly Fact[], lines: readonly Line[]): Fact | undefined {
  const standing = lines.filter(({ retracted }) => !retracted)
  return facts.find(({ table, said }) => {
    const says = standing.filter((line) => line.table === table).map(({ columns }) => specOf(table).says(columns))
    if (table === 'birth_claim') return says.some(({ born }) => born !== '' && born !== said.born)
    if (table !== 'identity_code' || said.kind !== 'sex for the return') return false
    return says.some(
      ({ kind, code }) =>
        kind === said.kind && SEXES.test(code ?? '') && SEXES.test(said.code ?? '') && code !== said.code,
    )
  })
}
