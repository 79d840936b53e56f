// What a return says besides episodes and header: reviews, missing episodes, answers about a year, adoption, workers, orders.
import { type DayNumber, dayOf } from '#calendar'
import { isoOf, type Options, type Reader, readerOf } from './cells.ts'
import type { Columns, Fact, FactTable, Planned } from './facts.ts'
import { permanenceOf, unaccompaniedOf } from './person.ts'
import { byCells, type ReturnRow, type RowsOfChild, sameCells, text } from './rows.ts'

type ReadFacts = (row: ReturnRow, reader: Reader) => readonly Fact[]

const one = (row: ReturnRow, table: FactTable, key: string): ((columns: Columns) => readonly Fact[]) => {
  return (columns) => [{ table, key, year: row.year, columns, row }]
}
const yearEnding = ({ year }: ReturnRow): string => `${year}-03-31`
const noughtOrOne = (code: string): boolean => code === '0' || code === '1'

/** The two days of a stretch; undefined where they cannot both stand. */
function span(reader: Reader, [first, last]: readonly [string, string]) {
  const from = reader.neededDay(first)
  const until = reader.day(last)
  if (from !== undefined && until !== undefined && until < from) reader.refuse(last, 'ends-before-it-begins')
  return from === undefined || reader.refused() ? undefined : { from, until }
}

function range(from: DayNumber, until: DayNumber | undefined): string {
  return `[${dayOf(from)},${isoOf(until) ?? ''})`
}

const review: ReadFacts = (row, reader) => {
  const held = reader.neededDay('REVIEW')
  const participation = reader.code('REVIEW_CODE', (code) => /^PN[0-7]$/.test(code))
  return held === undefined ? [] : one(row, 'review', `review|${dayOf(held)}`)({ held: dayOf(held), participation })
}

const KIND_OF_ABSENCE = new Map([
  ['M', 'missing'],
  ['A', 'away without authorisation'],
])

const missing: ReadFacts = (row, reader) => {
  const kind = KIND_OF_ABSENCE.get(text(row, 'MISSING') ?? '')
  if (kind === undefined) reader.refuse('MISSING', text(row, 'MISSING') === null ? 'blank' : 'not-a-code')
  const days = span(reader, ['MIS_START', 'MIS_END'])
  if (days === undefined || kind === undefined) return []
  const since = dayOf(days.from)
  return one(row, 'missing_episode', `missing|${since}`)({ kind, since, until: isoOf(days.until) })
}

/** The questions of OC2 about the year, by column. */
const YEAR_QUESTIONS = {
  SDQ_SCORE: 'strengths-and-difficulties-score',
  SDQ_REASON: 'strengths-and-difficulties-none-because',
  HEALTH_CHECK: 'health-surveillance-up-to-date',
  IMMUNISATIONS: 'immunisations-up-to-date',
  TEETH_CHECK: 'teeth-checked',
  HEALTH_ASSESSMENT: 'health-assessed',
  SUBSTANCE_MISUSE: 'substance-misuse-found',
  INTERVENTION_RECEIVED: 'intervention-received',
  INTERVENTION_OFFERED: 'intervention-offered',
} as const

/** An answer about a year is no event on a day: it satisfies no duty that is owed by a day. */
const yearAnswers: ReadFacts = (row, reader) => {
  const answers = Object.entries(YEAR_QUESTIONS).flatMap(([column, question]) => {
    const answer = text(row, column)
    if (answer === null) return []
    if (column === 'SDQ_SCORE' && !/^\d+$/.test(answer)) {
      reader.setAside(column, 'not-a-number')
      return []
    }
    const columns = { year_ending: yearEnding(row), question, answer }
    return one(row, 'year_answer', `year|${row.year}|${question}`)(columns)
  })
  const convicted = reader.code('CONVICTED', noughtOrOne)
  if (convicted === null) return answers
  const columns = { year_ending: yearEnding(row), convicted: convicted === '1' }
  return [...answers, ...one(row, 'conviction_year', `convicted|${row.year}`)(columns)]
}

const careLeaver: ReadFacts = (row) =>
  one(
    row,
    'care_leaver_answer',
    `care-leaver|${row.year}`,
  )({
    year_ending: yearEnding(row),
    in_touch: text(row, 'IN_TOUCH'),
    activity: text(row, 'ACTIV'),
    accommodation: text(row, 'ACCOM'),
  })

const adoption: ReadFacts = (row, reader) => {
  const byCarer = reader.code('FOSTER_CARE', noughtOrOne)
  const adopters = reader.code('NB_ADOPTR', (code) => code === '1' || code === '2')
  return one(
    row,
    'adoption',
    'adoption',
  )({
    placed: isoOf(reader.dayAside('DATE_INT')),
    matched: isoOf(reader.dayAside('DATE_MATCH')),
    by_carer: byCarer === null ? null : byCarer === '1',
    adopters: adopters === null ? null : Number(adopters),
    adopters_sex: text(row, 'SEX_ADOPTR'),
    adopters_status: text(row, 'LS_ADOPTR'),
  })
}

const adoptionDecision: ReadFacts = (row, reader) => {
  const days = span(reader, ['DATE_PLACED', 'DATE_PLACED_CEASED'])
  if (days === undefined) return []
  const decided = dayOf(days.from)
  const columns = { decided, ceased: isoOf(days.until), cease_reason: text(row, 'REASON_PLACED_CEASED') }
  return one(row, 'adoption_decision', `adoption-decision|${decided}`)(columns)
}

const allocation: ReadFacts = (row, reader) => {
  const worker = text(row, 'SW_ID')
  if (worker === null) reader.refuse('SW_ID', 'blank')
  const days = span(reader, ['SW_DECOM', 'SW_DEC'])
  if (days?.from === days?.until && days !== undefined) reader.refuse('SW_DEC', 'no-days')
  if (days === undefined || worker === null || reader.refused()) return []
  const key = `worker|${dayOf(days.from)}|${worker}`
  const columns = { worker, during: range(days.from, days.until), end_reason: text(row, 'SW_REASON') }
  return one(row, 'allocation', key)(columns)
}

const deprivationOfLiberty: ReadFacts = (row, reader) => {
  const days = span(reader, ['DOLO_START', 'DOLO_END'])
  if (days === undefined) return []
  const made = dayOf(days.from)
  const columns = { kind: 'deprivation of liberty order', made, made_by: null, ended: isoOf(days.until) }
  return one(row, 'legal_basis', `deprivation-of-liberty|${made}`)(columns)
}

/** One table's rows: this year's first; of two about the same the first stands, and last year's gives way without a word. */
function readTable(rows: readonly ReturnRow[], read: ReadFacts, options: Options): Planned {
  const taken = new Map<string, Fact>()
  const refusals: Planned['refusals'][number][] = []
  for (const row of rows.toSorted((a, b) => b.year - a.year || byCells(a, b))) {
    const reader = readerOf(row, options)
    const facts = read(row, reader)
    const other = facts.map(({ key }) => taken.get(key)?.row).find((found) => found !== undefined)
    if (other === undefined || other.year !== row.year) {
      refusals.push(...reader.refusals)
      if (!reader.refused()) for (const fact of facts) if (!taken.has(fact.key)) taken.set(fact.key, fact)
    } else {
      const reason = sameCells(other, row) ? 'said-twice' : 'second-row'
      refusals.push({ row, column: undefined, reason, taken: 'not' })
    }
  }
  return { facts: [...taken.values()], refusals }
}

export function eventsOf(rows: RowsOfChild, options: Options): Planned[] {
  return [
    readTable(rows.Reviews ?? [], review, options),
    readTable(rows.UASC ?? [], unaccompaniedOf, options),
    readTable(rows.OC2 ?? [], yearAnswers, options),
    readTable(rows.OC3 ?? [], careLeaver, options),
    readTable(rows.AD1 ?? [], adoption, options),
    readTable(rows.PlacedAdoption ?? [], adoptionDecision, options),
    readTable(rows.PrevPerm ?? [], permanenceOf, options),
    readTable(rows.Missing ?? [], missing, options),
    readTable(rows.SWEpisodes ?? [], allocation, options),
    readTable(rows.DoLo ?? [], deprivationOfLiberty, options),
  ]
}
