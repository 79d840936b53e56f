// What the list of children shows: read from the address, written into addresses, and named on the page.
import { FIELDS, type Field, isField } from './fields.ts'

const STATUS = { care: 'In care', left: 'Not in care now' } as const
const DUE = { '7': 'Due in 7 days', '14': 'Due in 14 days', '30': 'Due in 30 days' } as const
export const PLACES = {
  foster: { words: 'Foster home', codes: '^U' },
  parents: { words: 'With parents', codes: '^P1$' },
  home: { words: "Children's home or school", codes: '^(K[12]|R[13]|S)' },
  own: { words: 'Supported or own home', codes: '^(H5|K3|P[23])' },
  adoption: { words: 'With adopters', codes: '^A' },
} as const
export const AGES = {
  '0-4': { words: 'Under 5', from: 0, below: 5 },
  '5-9': { words: '5 to 9', from: 5, below: 10 },
  '10-15': { words: '10 to 15', from: 10, below: 16 },
  '16-17': { words: '16 and 17', from: 16, below: 18 },
  '18': { words: '18 and over', from: 18, below: 200 },
} as const
export const LEGAL = {
  'interim-care-order': 'interim care order',
  'care-order': 'care order',
  'placement-order': 'placement order',
  'section-20': 'section 20 agreement',
} as const
const DISTANCE = {
  inside: 'Inside our area',
  adjoining: 'In an area beside ours',
  beyond: 'Further away',
  unknown: 'Distance not known',
} as const
export const SORTS = { due: 'What is next', name: 'Name', age: 'Youngest first', home: 'Newest home first' } as const

const isKey = <Table extends object>(table: Table, key: string | undefined): key is Extract<keyof Table, string> =>
  key !== undefined && Object.hasOwn(table, key)

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export interface Filter {
  readonly team: string | undefined
  /** A worker's id, or 'none': children without one. */
  readonly worker: string | undefined
  readonly status: keyof typeof STATUS | undefined
  readonly late: Field | 'any' | undefined
  readonly due: keyof typeof DUE | undefined
  readonly place: keyof typeof PLACES | undefined
  readonly age: keyof typeof AGES | undefined
  readonly legal: keyof typeof LEGAL | undefined
  readonly distance: keyof typeof DISTANCE | undefined
  readonly sort: keyof typeof SORTS
  readonly page: number
}

/** What an address does not say, or says wrongly, does not filter. */
export function filterIn(query: (name: string) => string | undefined): Filter {
  const [worker, team, late] = [query('worker'), query('team'), query('late')]
  const [status, due, place, age] = [query('status'), query('due'), query('place'), query('age')]
  const [legal, distance, sort] = [query('legal'), query('distance'), query('sort')]
  const number = Number(query('page') ?? 1)
  return {
    team: team !== undefined && UUID.test(team) ? team : undefined,
    worker: worker !== undefined && (worker === 'none' || UUID.test(worker)) ? worker : undefined,
    status: isKey(STATUS, status) ? status : undefined,
    late: late === 'any' || isField(late) ? late : undefined,
    due: isKey(DUE, due) ? due : undefined,
    place: isKey(PLACES, place) ? place : undefined,
    age: isKey(AGES, age) ? age : undefined,
    legal: isKey(LEGAL, legal) ? legal : undefined,
    distance: isKey(DISTANCE, distance) ? distance : undefined,
    sort: isKey(SORTS, sort) ? sort : 'due',
    page: Number.isInteger(number) && number > 0 ? number : 1,
  }
}

const FIELDS_OF_ADDRESS = ['team', 'worker', 'status', 'late', 'due', 'place', 'age', 'legal', 'distance'] as const

export function addressOf(filter: Partial<Filter>): string {
  const fields = FIELDS_OF_ADDRESS.flatMap((name) => (filter[name] === undefined ? [] : [`${name}=${filter[name]}`]))
  if (filter.sort !== undefined && filter.sort !== 'due') fields.push(`sort=${filter.sort}`)
  if (filter.page !== undefined && filter.page > 1) fields.push(`page=${filter.page}`)
  return fields.length === 0 ? '/children' : `/children?${fields.join('&')}`
}

export interface Choices {
  readonly teams: readonly { readonly id: string; readonly name: string }[]
  readonly workers: readonly { readonly id: string; readonly name: string }[]
}

/** 'Something late; in care; works with Priya Kandola' */
export function filterWords(filter: Filter, { teams, workers }: Choices): readonly string[] {
  const named = (all: Choices['teams'], id: string): string => all.find((one) => one.id === id)?.name ?? 'somebody else'
  const { team, worker, status, late, due, place, age, legal, distance } = filter
  return [
    ...(late === undefined ? [] : [late === 'any' ? 'something late' : `late: ${FIELDS[late].toLowerCase()}`]),
    ...(due === undefined ? [] : [DUE[due].toLowerCase()]),
    ...(status === undefined ? [] : [STATUS[status].toLowerCase()]),
    ...(team === undefined ? [] : [`team: ${named(teams, team)}`]),
    ...(worker === undefined
      ? []
      : [worker === 'none' ? 'no allocated worker' : `works with ${named(workers, worker)}`]),
    ...(place === undefined ? [] : [PLACES[place].words.toLowerCase()]),
    ...(age === undefined ? [] : [`age: ${AGES[age].words.toLowerCase()}`]),
    ...(legal === undefined ? [] : [LEGAL[legal]]),
    ...(distance === undefined ? [] : [DISTANCE[distance].toLowerCase()]),
  ]
}

const items = (table: Readonly<Record<string, string | { readonly words: string }>>) =>
  Object.entries(table).map(([value, words]) => ({ value, text: typeof words === 'string' ? words : words.words }))

/** The fields of the form, in their order, each with what may be chosen. */
export function fieldsOf({ teams, workers }: Choices) {
  const named = (all: Choices['teams']) => all.map(({ id, name }) => ({ value: id, text: name }))
  return [
    { name: 'late', label: 'Late', items: [{ value: 'any', text: 'Something late' }, ...items(FIELDS)] },
    { name: 'due', label: 'Due', items: items(DUE) },
    { name: 'status', label: 'In care', items: items(STATUS) },
    { name: 'team', label: 'Team', items: named(teams) },
    { name: 'worker', label: 'Worker', items: [{ value: 'none', text: 'No allocated worker' }, ...named(workers)] },
    { name: 'place', label: 'Kind of home', items: items(PLACES) },
    { name: 'age', label: 'Age', items: items(AGES) },
    { name: 'legal', label: 'Legal status', items: items(LEGAL) },
    { name: 'distance', label: 'Distance', items: items(DISTANCE) },
  ] as const
}
