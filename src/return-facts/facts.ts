// What an import makes of rows: plain facts for the tables of the record, and the rows that could not be taken.
import type { TableName } from '#statutory-returns'
import type { Reason } from './reasons-data.ts'
import type { ReturnRow } from './rows.ts'

export type Plain = string | number | boolean | null

/** The tables that a return fills, with the columns that it speaks of. Addresses come before what refers to them. */
export const FACT_COLUMNS = {
  child_identifier: ['issuer', 'value'],
  identity_code: ['kind', 'code'],
  birth_claim: ['born', 'basis'],
  motherhood: ['is_mother', 'first_child_born'],
  unaccompanied: ['until'],
  previous_permanence: ['kind', 'authority', 'ended_year', 'ended_month', 'ended_day'],
  address: ['kind', 'postcode'],
  care_period: ['began', 'began_by', 'ended', 'end_reason', 'need'],
  legal_basis: ['kind', 'made', 'made_by', 'ended'],
  placement: [
    'during',
    'start_known',
    'kind',
    'provider',
    'registration',
    'home',
    'place',
    'start_reason',
    'same_carers',
  ],
  review: ['held', 'participation'],
  missing_episode: ['kind', 'since', 'until'],
  year_answer: ['year_ending', 'question', 'answer'],
  conviction_year: ['year_ending', 'convicted'],
  care_leaver_answer: ['year_ending', 'in_touch', 'activity', 'accommodation'],
  adoption: ['placed', 'matched', 'by_carer', 'adopters', 'adopters_sex', 'adopters_status'],
  adoption_decision: ['decided', 'ceased', 'cease_reason'],
  allocation: ['worker', 'during', 'end_reason'],
} as const satisfies Record<string, readonly string[]>

export type FactTable = keyof typeof FACT_COLUMNS
const isFactTable = (name: string): name is FactTable => name in FACT_COLUMNS
export const factTables: readonly FactTable[] = Object.keys(FACT_COLUMNS).filter(isFactTable)

/** Which table of the return says a fact: a return without that table says nothing of it, neither that it is nor that it is not. */
const SAID_BY = {
  child_identifier: 'Header',
  identity_code: 'Header',
  birth_claim: 'Header',
  motherhood: 'Header',
  unaccompanied: 'UASC',
  previous_permanence: 'PrevPerm',
  address: 'Episodes',
  care_period: 'Episodes',
  legal_basis: 'Episodes',
  placement: 'Episodes',
  review: 'Reviews',
  missing_episode: 'Missing',
  year_answer: 'OC2',
  conviction_year: 'OC2',
  care_leaver_answer: 'OC3',
  adoption: 'AD1',
  adoption_decision: 'PlacedAdoption',
  allocation: 'SWEpisodes',
} as const satisfies Record<FactTable, TableName>

/** The tables that were read, by the year of the return. */
export type TablesRead = ReadonlyMap<number, ReadonlySet<string>>

export function saidBy({ table, key }: { readonly table: FactTable; readonly key: string }): TableName {
  return table === 'legal_basis' && key.startsWith('deprivation-of-liberty|') ? 'DoLo' : SAID_BY[table]
}

/** `home` and `place` hold the key of an address, `worker` a code, until the record gives them ids. */
export type Columns = Readonly<Record<string, Plain>>

export type Fact = {
  readonly table: FactTable
  /** Which row of the source: it survives corrections of everything but the day on which something began. */
  readonly key: string
  /** The latest year whose return says this. */
  readonly year: number
  readonly columns: Columns
  /** The row to blame where the record refuses it. */
  readonly row: ReturnRow | undefined
}

export type Refusal = {
  readonly row: ReturnRow
  readonly column: string | undefined
  readonly reason: Reason
  /** In part: the rest of the row was taken. */
  readonly taken: 'not' | 'in part'
}

export type Planned = { readonly facts: readonly Fact[]; readonly refusals: readonly Refusal[] }

export const together = (parts: readonly Planned[]): Planned => ({
  facts: parts.flatMap(({ facts }) => facts),
  refusals: parts.flatMap(({ refusals }) => refusals),
})

/**
 * Of one child: the tables that were read and of which every row could be taken. Where a row was refused nobody can say
 * which line of the record is gone and which is only illegible now, so such a table takes nothing of this child back.
 */
export function readInFull(read: TablesRead, refusals: readonly Refusal[]): TablesRead {
  if (refusals.length === 0) return read
  const refused = new Set(refusals.map(({ row }) => `${row.year} ${row.table.table}`))
  return new Map(
    [...read].map(([year, tables]) => [year, new Set([...tables].filter((name) => !refused.has(`${year} ${name}`)))]),
  )
}
