// What a row of the file would do to the terms that stand: add one, change one, nothing; or why it cannot be taken.
import type { IsoDay } from '#calendar'
import { educationRefusalWords, mayRecordTerm, type NewTerm, type School, type StandingTerm } from '#education'
import type { Column, TermFault, TermRow } from './term-row.ts'

export type Met = { readonly row: TermRow; readonly school: School } & (
  | { readonly kind: 'new' | 'known'; readonly term: NewTerm }
  | { readonly kind: 'changed'; readonly term: NewTerm; readonly stands: StandingTerm }
)
export type Compared = { readonly met: readonly Met[]; readonly faults: readonly TermFault[] }
export type Standing = {
  readonly schools: readonly School[]
  readonly terms: ReadonlyMap<string, readonly StandingTerm[]>
  readonly today: IsoDay
}

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase()

function schoolOf({ school, urn, row }: TermRow, schools: readonly School[]): School | TermFault {
  const named = schools.filter(({ name }) => same(name, school))
  const numbered = schools.find((one) => one.urn === urn)
  if (urn !== '' && numbered === undefined && named.length === 0)
    return { row, field: 'urn', says: 'No school with this number is in the list. Add it under Schools first.' }
  if (urn !== '' && numbered === undefined && named[0]?.urn !== null)
    return { row, field: 'urn', says: 'The school of this name has another number. Put one of them right.' }
  if (numbered !== undefined && urn !== '') {
    const fits = school === '' || same(numbered.name, school)
    return fits
      ? numbered
      : { row, field: 'school', says: 'The school of this number has another name. Put one of them right.' }
  }
  const [only, second] = named
  if (second !== undefined)
    return { row, field: 'school', says: 'Two schools of the list have this name. Write the number (URN) too.' }
  return only ?? { row, field: 'school', says: 'No school of this name is in the list. Add it under Schools first.' }
}

const isSame = (a: NewTerm, b: NewTerm): boolean =>
  a.first === b.first &&
  a.last === b.last &&
  a.half?.[0] === b.half?.[0] &&
  a.half?.[1] === b.half?.[1] &&
  a.training.toSorted().join() === b.training.toSorted().join()

const COLUMN_OF: Readonly<Record<string, Column>> = {
  ...{ 'name empty': 'term', 'first no day': 'first_day', 'last no day': 'last_day' },
  ...{ 'ends before it starts': 'last_day', 'overlaps a term': 'first_day', 'half-term no days': 'half_term_from' },
  ...{ 'half-term not in the term': 'half_term_from', 'training no day': 'training_days' },
  'training not in the term': 'training_days',
}

type Placed = { readonly row: TermRow; readonly school: School; readonly stands: StandingTerm | undefined }

/** The same school and the same name of a term: it is that one, and its days may have moved. */
function placed(rows: readonly TermRow[], { schools, terms }: Standing, faults: TermFault[]): readonly Placed[] {
  const first = new Map<string, number>()
  return rows.flatMap((row): Placed[] => {
    const school = schoolOf(row, schools)
    if ('says' in school) {
      faults.push(school)
      return []
    }
    const key = `${school.id} ${row.name.toLowerCase()}`
    const before = first.get(key)
    if (before !== undefined) {
      faults.push({ row: row.row, field: 'term', says: `Row ${before} is of the same term of this school. Keep one.` })
      return []
    }
    first.set(key, row.row)
    return [{ row, school, stands: terms.get(school.id)?.find(({ name }) => same(name, row.name)) }]
  })
}

/** What the file leaves unsaid of half-term and training days stays as it stands. */
const typedOf = ({ row: { name, first, last, half, training }, stands }: Placed) => {
  const [from, until] = half ?? stands?.half ?? []
  return {
    ...{ name: stands?.name ?? name, first, last, training: training ?? stands?.training ?? [] },
    ...{ halfFirst: from ?? '', halfLast: until ?? '' },
  }
}

/** Each row against what will stand once the whole file is taken: rows that move together do not hinder each other. */
export function compareTerms(rows: readonly TermRow[], standing: Standing): Compared {
  const faults: TermFault[] = []
  const all = placed(rows, standing, faults)
  const replaced = new Set(all.flatMap(({ stands }) => stands?.id ?? []))
  const met = all.flatMap((one): Met[] => {
    const others = [
      ...(standing.terms.get(one.school.id) ?? []).filter(({ id }) => !replaced.has(id)),
      ...all.filter((other) => other !== one && other.school.id === one.school.id).map((other) => other.row),
    ]
    const may = mayRecordTerm(typedOf(one), others)
    const { row, school, stands } = one
    if ('refused' in may) {
      for (const why of may.refused)
        faults.push({ row: row.row, field: COLUMN_OF[why] ?? null, says: educationRefusalWords(why, standing.today) })
      return []
    }
    if (stands === undefined) return [{ kind: 'new', row, school, term: may.ok }]
    if (isSame(stands, may.ok)) return [{ kind: 'known', row, school, term: may.ok }]
    return [{ kind: 'changed', row, school, term: may.ok, stands }]
  })
  return { met, faults }
}
