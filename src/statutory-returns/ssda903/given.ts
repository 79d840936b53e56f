// All that a rule may look at: this year's tables and last year's, the providers, the places and the collection year.

import { type PostcodeList, postcodeListFrom } from '#geography'
import {
  type Codes,
  childNumbers,
  codesOf,
  type Day,
  type RawTable,
  type RawTables,
  strictDay,
  type Texts,
  texts,
  type YearTables,
  yearTables,
} from '#return-files'
import { continuouslyLookedAfter } from './continuous-care.ts'
import { type Placing, placingOf } from './placing.ts'

/** One provider on Ofsted's list. */
export type Provider = {
  readonly urn: string
  readonly places: ReadonlySet<string>
  readonly sectors: ReadonlySet<string>
  /** The day on which the registration ended; NaN while it stands. */
  readonly ended: Day
  readonly postcode: string
  /** The upper-tier authority in which the provider's postcode lies. */
  readonly authority: string
}

export type ReturnToCheck = {
  thisYear: RawTables
  lastYear: RawTables
  /** The year in which the collection ends: 2027 for 2026/27. */
  year: number
  /** The first and last day of the collection, as DD/MM/YYYY; 1 April to 31 March where they are left out. */
  start?: string
  end?: string
  authority: string
  /** undefined: there are none, and rules on places are not run. */
  postcodes: PostcodeList | undefined
  upperTier: (code: string) => string | undefined
  providers: readonly Provider[]
  /** CSV where it is left out. */
  format?: 'csv' | 'xml'
}

type Derived = { Episodes: YearTables['Episodes'] & Placing; Header: YearTables['Header'] & { UASC: Texts } }
export type OneYear = Omit<YearTables, keyof Derived> & Derived

export type Given = OneYear & {
  readonly last: OneYear
  /** The names of the children, by number. */
  readonly children: readonly string[]
  readonly year: number
  readonly start: Day
  readonly end: Day
  readonly authority: string
  readonly codes: Codes
  readonly hasProviders: boolean
  readonly hasPostcodes: boolean
  readonly format: 'csv' | 'xml'
  /** By URN. */
  readonly providers: ReadonlyMap<string, Provider>
  /** How many rows of this year's Header have a pupil number. */
  readonly upnUses: ReadonlyMap<string, number>
  /** The children who were looked after continuously for the twelve months of the collection. */
  readonly continuous: ReadonlySet<number>
}

/** A child is an unaccompanied asylum seeker when the table of those children has a row for them. */
function uascColumn(tables: YearTables, header: RawTable | undefined): Texts {
  const written = header?.columns.get('UASC')
  if (written) return texts(written)
  const { Header, UASC } = tables
  if (!UASC.present) return texts([])
  return texts(Array.from({ length: Header.count }, (_, row) => (UASC.of(Header.childOf(row)).length > 0 ? '1' : '0')))
}

function oneYear(raw: RawTables, tables: YearTables, placing: Placing): OneYear {
  const Header = Object.assign(tables.Header, { UASC: uascColumn(tables, raw.Header) })
  return { ...tables, Header, Episodes: Object.assign(tables.Episodes, placing) }
}

function usesOf(cells: Texts, count: number): ReadonlyMap<string, number> {
  const uses = new Map<string, number>()
  for (let row = 0; row < count; row += 1) {
    const cell = cells.at(row)
    if (cell !== null) uses.set(cell, (uses.get(cell) ?? 0) + 1)
  }
  return uses
}

/** Indexes a return; every rule then reads the same columns and none copies them. */
export function givenOf(checked: ReturnToCheck): Given {
  const { year, authority, postcodes = postcodeListFrom([]), upperTier } = checked
  const numbers = childNumbers()
  const atlas = { postcodes, upperTier, own: authority }
  const [now, before] = [checked.thisYear, checked.lastYear].map((raw) =>
    oneYear(raw, yearTables({ raw, numbers }), placingOf(raw.Episodes, atlas)),
  )
  if (!now || !before) throw new Error('A return has two years.')
  const start = strictDay(checked.start ?? `01/04/${year - 1}`)
  const end = strictDay(checked.end ?? `31/03/${year}`)
  const providers = new Map(checked.providers.map((provider) => [provider.urn, provider]))
  const continuous = continuouslyLookedAfter(now.Episodes, start, end)
  return {
    ...now,
    last: before,
    children: numbers.known(),
    year,
    start,
    end,
    authority,
    codes: codesOf(year),
    format: checked.format ?? 'csv',
    upnUses: usesOf(now.Header.UPN, now.Header.count),
    hasProviders: checked.providers.length > 0,
    hasPostcodes: checked.postcodes !== undefined,
    providers,
    continuous,
  }
}
