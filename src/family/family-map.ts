// The family map of a child, as the picture takes it, from the rows that the asker may read.
import type { IsoDay } from '#calendar'
import type { Bond, BondKind, GenogramGiven, GenogramPerson, Household, Parentage, Union } from '#pictures'
import { type Life, nameAndNote, shownAge, shownDeath } from './person.ts'
import { isRelation, isSex, RELATIONS } from './relations.ts'
import { type Ends, isTieKind, TIES } from './tie.ts'

type MapPerson = Life & {
  readonly line: string
  readonly relation: string
  readonly gap: boolean
  readonly recorded_sex: string
  readonly words: string | undefined
}
type MapHome = {
  readonly line: string
  readonly person: string
  readonly household: string | null
  readonly with_child: boolean
  readonly since: string | null
  readonly until: string | null
  readonly words: string | undefined
}
type MapTie = Ends & { readonly kind: string; readonly state: string }
export type MapFacts = {
  readonly people: readonly MapPerson[]
  readonly homes: readonly MapHome[]
  readonly ties: readonly MapTie[]
}
export type MapChild = {
  readonly id: string
  readonly name: string
  readonly sex: GenogramPerson['sex']
  readonly age: string | undefined
}

function personOf(person: MapPerson, today: IsoDay): GenogramPerson {
  const { name, note } = nameAndNote(person.words)
  const relation = isRelation(person.relation) ? RELATIONS[person.relation] : RELATIONS.other
  return {
    id: person.line,
    name,
    // of somebody who is not known, the note says where in the family they belong
    relation: person.gap && note !== '' ? note : relation.words,
    sex: isSex(person.recorded_sex) ? person.recorded_sex : 'not known',
    age: shownAge(person, today),
    died: shownDeath(person),
    self: false,
    row: relation.row,
  }
}

const BONDS: Readonly<Record<string, BondKind>> = {
  close: 'close',
  distant: 'distant',
  hard: 'hard',
  frightening: 'frightening',
}
const PARENT_RELATIONS: readonly string[] = ['mother', 'father', 'parent']

/** Mum and Dad are the child's parents, said or not; where a tie says how, the tie is drawn. */
function parentsOf({ people, ties }: MapFacts, child: string): readonly Parentage[] {
  const told = ties.flatMap(({ one, other, kind, state }): Parentage[] => {
    if (!isTieKind(kind) || TIES[kind].group !== 'parent' || state === 'parted') return []
    const how = kind === 'parent-of' ? 'birth' : kind === 'adoptive-parent-of' ? 'adoptive' : 'carer'
    return [{ parent: one ?? child, child: other ?? child, kind: how }]
  })
  const tied = new Set(told.filter((tie) => tie.child === child).map(({ parent }) => parent))
  const untold = people.filter(({ line, relation }) => PARENT_RELATIONS.includes(relation) && !tied.has(line))
  return [...told, ...untold.map(({ line }) => ({ parent: line, child, kind: 'birth' as const }))]
}

/** Two who were never a couple are joined by their child alone. */
function unionsOf({ ties }: MapFacts, child: string): readonly Union[] {
  return ties.flatMap(({ one, other, kind, state }) => {
    if (!isTieKind(kind) || TIES[kind].group !== 'union' || kind === 'never-a-couple') return []
    const formal = kind === 'married' || kind === 'civil-partners'
    const known = state === 'parted' || state === 'goes on' ? state : 'not known'
    return [{ one: one ?? child, other: other ?? child, state: known, formal }]
  })
}

function bondsOf({ ties }: MapFacts, child: string): readonly Bond[] {
  return ties.flatMap(({ one, other, kind, state }) => {
    const bond = BONDS[kind]
    return bond === undefined || state === 'parted' ? [] : [{ one: one ?? child, other: other ?? child, kind: bond }]
  })
}

/** Who lives together now. Where the child lives is said by name; of others, what was written of their home. */
function householdsOf({ homes }: MapFacts, child: MapChild, today: IsoDay): readonly Household[] {
  const now = homes.filter(
    ({ since, until }) => (since === null || since <= today) && (until === null || today < until),
  )
  const groups = Map.groupBy(now, ({ household, line }) => household ?? line)
  return [...groups.values()].flatMap((group) => {
    const withChild = group.some((home) => home.with_child)
    const people = [...new Set([...group.map(({ person }) => person), ...(withChild ? [child.id] : [])])]
    if (people.length < 2) return []
    const said = group.map(({ words }) => words).find((words) => words !== undefined && words !== '')
    return [{ name: withChild ? `${child.name} lives here` : (said ?? 'Live together'), people }]
  })
}

/** Those who are near without being family: on the map of everybody who matters, and here only where a tie draws them in. */
const BEYOND_FAMILY: readonly string[] = [
  ...['teacher', 'club-leader', 'faith-leader', 'neighbour', 'health-worker', 'advocate', 'independent-visitor'],
]
const belongsOn = ({ relation, line }: MapPerson, { ties }: MapFacts): boolean =>
  !BEYOND_FAMILY.includes(relation) || ties.some(({ one, other }) => one === line || other === line)

export function familyMap(
  facts: MapFacts,
  { child, title, today }: { readonly child: MapChild; readonly title: string; readonly today: IsoDay },
): GenogramGiven {
  const self: GenogramPerson = { ...child, relation: '', died: undefined, self: true, row: 0 }
  return {
    id: 'family-map',
    title,
    people: [...facts.people.filter((one) => belongsOn(one, facts)).map((person) => personOf(person, today)), self],
    unions: unionsOf(facts, child.id),
    parents: parentsOf(facts, child.id),
    households: householdsOf(facts, child, today),
    bonds: bondsOf(facts, child.id),
  }
}
