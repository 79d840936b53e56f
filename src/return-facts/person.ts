// What a return says of who a child is: header, unaccompanied children, earlier permanence.
import { isoOf, type Options, type Reader, readerOf } from './cells.ts'
import type { Columns, Fact, FactTable, Planned } from './facts.ts'
import { type ReturnRow, text } from './rows.ts'

const noughtOrOne = (code: string): boolean => code === '0' || code === '1'

type Say = (table: FactTable, key: string, columns: Columns) => Fact
const saying =
  (row: ReturnRow): Say =>
  (table, key, columns) => ({ table, key, year: row.year, columns, row })

function headerFacts(row: ReturnRow, reader: Reader): Fact[] {
  const say = saying(row)
  const born = reader.dayAside('DOB')
  const [sex, ethnicity, pupil] = [text(row, 'SEX'), text(row, 'ETHNIC'), text(row, 'UPN')]
  const mother = reader.code('MOTHER', noughtOrOne)
  const firstChild = reader.dayAside('MC_DOB')
  return [
    ...(born === undefined ? [] : [say('birth_claim', 'born', { born: isoOf(born), basis: 'return' })]),
    ...(sex === null ? [] : [say('identity_code', 'sex', { kind: 'sex for the return', code: sex })]),
    ...(ethnicity === null
      ? []
      : [say('identity_code', 'ethnicity', { kind: 'ethnicity for the return', code: ethnicity })]),
    ...(pupil === null ? [] : [say('child_identifier', 'upn', { issuer: 'upn', value: pupil })]),
    ...(mother === null
      ? []
      : [say('motherhood', 'mother', { is_mother: mother === '1', first_child_born: isoOf(firstChild) })]),
  ]
}

/** Of two headers in one year none is taken: nobody can say which is right. */
function headersOf(rows: readonly ReturnRow[], options: Options): Planned {
  if (rows.length > 1)
    return {
      facts: [],
      refusals: rows.map((row) => ({ row, column: 'CHILD', reason: 'two-headers', taken: 'not' })),
    }
  const [row] = rows
  if (row === undefined) return { facts: [], refusals: [] }
  const reader = readerOf(row, options)
  const facts = headerFacts(row, reader)
  if (text(row, 'DOB') === null) reader.setAside('DOB', 'blank')
  return { facts, refusals: reader.refusals }
}

/** This year's header, and of last year's what this year's does not say. */
export function whoOf(rows: readonly ReturnRow[], options: Options): Planned {
  const [now, before] = [true, false].map((latest) =>
    headersOf(
      rows.filter(({ year }) => (year === options.year) === latest),
      options,
    ),
  )
  if (now === undefined || before === undefined) return { facts: [], refusals: [] }
  const said = new Set(now.facts.map(({ key }) => key))
  return {
    facts: [...now.facts, ...before.facts.filter(({ key }) => !said.has(key))],
    refusals: [...now.refusals, ...before.refusals],
  }
}

export function unaccompaniedOf(row: ReturnRow, reader: Reader): Fact[] {
  return [saying(row)('unaccompanied', 'unaccompanied', { until: isoOf(reader.dayAhead('DUC')) })]
}

/** ZZ stands for a part of the day that is not known: `ZZ/ZZ/2019`. */
const partDay = /^(\d{1,2}|ZZ)\/(\d{1,2}|ZZ)\/(\d{4})$/

export function permanenceOf(row: ReturnRow, reader: Reader): Fact[] {
  const kind = text(row, 'PREV_PERM')
  if (kind === null) {
    reader.refuse('PREV_PERM', 'blank')
    return []
  }
  const written = text(row, 'DATE_PERM')
  const parts = written === null ? null : partDay.exec(written)
  const [ended_day = null, ended_month = null, ended_year = null] =
    parts?.slice(1).map((part) => (part === 'ZZ' ? null : Number(part))) ?? []
  const real = (ended_month ?? 1) >= 1 && (ended_month ?? 1) <= 12 && (ended_day ?? 1) >= 1 && (ended_day ?? 1) <= 31
  const read = parts !== null && real
  if (written !== null && !read) reader.setAside('DATE_PERM', 'not-a-day')
  return [
    saying(row)('previous_permanence', 'permanence', {
      kind,
      authority: text(row, 'LA_PERM'),
      ended_year: read ? ended_year : null,
      ended_month: read ? ended_month : null,
      ended_day: read ? ended_day : null,
    }),
  ]
}
