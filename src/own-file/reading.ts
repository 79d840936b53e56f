// A whole record as somebody reads it before it is handed over: each row in its order, why it has to be looked at, and what is left to decide.
import type { IsoDay } from '#calendar'
import { conditionsOf } from '#exports'
import type { LeftOut } from '#file-requests'
import { dayOf, type Held, writtenOn } from './row.ts'
import type { Strike } from './striking.ts'

export const GOES = {
  whole: 'Goes out whole',
  struck: 'Goes out with words struck through',
  'left out': 'Is left out',
} as const
export type Goes = keyof typeof GOES

/** What was decided of one row, without its words. */
export type Decided = {
  readonly id: string
  readonly on_row: string
  readonly goes: Goes
  readonly kind: LeftOut | null
  readonly recorded_by: string
  readonly recorded: string
  /** A why, or words to strike. */
  readonly worded: boolean
}
export type DecidedWords = { readonly why: string; readonly strikes: readonly Strike[] }

export type Line = {
  readonly held: Held
  /** Of this version of it. */
  readonly id: string
  readonly day: IsoDay
  /** Why somebody has to look at it, in plain words; none: no condition. */
  readonly because: readonly string[]
  readonly superseded: boolean
  readonly decided: Decided | undefined
  /** It went out whole before it came under a condition, and nobody has said why it still may: not decided. */
  readonly lapsed: Decided | undefined
}
/** A row that is kept from whoever reads, known by its ids alone. */
export type Kept = { readonly id: string; readonly line: string; readonly decided: boolean }

const idOf = ({ row }: Held): string => String(row.id)

type Thing = (table: string) => string
const SAYS: Readonly<Record<string, string>> = {
  'audience: named people must not know': 'There are people who must not know it',
  'terms: let into copies by a named person': 'It may be in a copy, as a named person decided',
}
const HIDDEN = 'hidden'

const MOST = 7
/** A list of nearly all of them would hide the few lines that only some may know. */
const audienceWords = (who: readonly string[]): string =>
  who.length > MOST
    ? 'Most of those who work with the child may know it, and not all'
    : `Only some may know it: ${who.join(', ').replaceAll('-', ' ')}`

/** As the export names a condition, in plain words. */
export function conditionWords(condition: string, thing: Thing): string {
  const known = SAYS[condition]
  if (known !== undefined) return known
  const only = /^audience: only (.*)$/.exec(condition)?.[1]
  if (only !== undefined) return audienceWords(only.split(', '))
  const terms = /^terms: (.*)$/.exec(condition)?.[1]
  if (terms !== undefined) return `It came under somebody’s terms: ${terms}`
  const on = /^hangs on (?:kith\.)?(\w+)/.exec(condition)?.[1]
  if (on !== undefined)
    return on === HIDDEN
      ? 'It hangs on something that is kept from you'
      : `It hangs on ${thing(on)} that has to be looked at`
  return `${condition.slice(0, 1).toUpperCase()}${condition.slice(1)}`
}

type WholeRecord = {
  readonly rows: readonly Held[]
  /** What is kept from whoever reads, which rows may name. */
  readonly hidden: readonly Pick<Kept, 'id' | 'line'>[]
  readonly decisions: readonly Decided[]
  readonly thing: Thing
}

/** The oldest day first; on one day as they were written. */
export function linesOf({ rows, hidden: kept, decisions, thing }: WholeRecord): readonly Line[] {
  const hidden = kept.map(({ id, line }) => ({ table: HIDDEN, row: { id, line, audience: [HIDDEN] } }))
  const conditions = conditionsOf([...rows.map(({ table, row }) => ({ table: `kith.${table}`, row })), ...hidden])
  const byRow = new Map(decisions.map((one) => [one.on_row, one]))
  const later = new Set(rows.map(({ row }) => row.supersedes))
  const notes = new Map(rows.map((held) => [idOf(held), held]))
  return rows
    .map((held, at): readonly [string, Line] => {
      const under = noteOf(held, notes)
      const because = (conditions[at] ?? []).map((one) => conditionWords(one, thing))
      const line = { held, id: idOf(held), day: dayOf(under ?? held), because, superseded: later.has(held.row.id) }
      return [order(held, under), { ...line, ...decidedOf(byRow.get(idOf(held)), because) }]
    })
    .toSorted(([a], [b]) => a.localeCompare(b, 'en'))
    .map(([, line]) => line)
}
function decidedOf(one: Decided | undefined, because: readonly string[]): Pick<Line, 'decided' | 'lapsed'> {
  const lapsed = one !== undefined && one.goes === 'whole' && !one.worded && because.length > 0
  return lapsed ? { decided: undefined, lapsed: one } : { decided: one, lapsed: undefined }
}
/** A paragraph stands under its note, on the day of the note. */
const noteOf = ({ table, row }: Held, notes: ReadonlyMap<string, Held>): Held | undefined =>
  table.endsWith('note_paragraph') ? notes.get(String(row.note)) : undefined
const written = (held: Held): string => `${dayOf(held)} ${writtenOn(held)} ${String(held.row.recorded)} ${idOf(held)}`
const order = (held: Held, under: Held | undefined): string =>
  under === undefined
    ? written(held)
    : `${written(under)} ${String(held.row.place).padStart(4, '0')} ${String(held.row.recorded)} ${idOf(held)}`

export const SHOWS = { undecided: 'Not decided yet', condition: 'With a condition', all: 'All' } as const
export type Shows = keyof typeof SHOWS
export const isShows = (text: string | undefined): text is Shows => text !== undefined && Object.hasOwn(SHOWS, text)
const SHOWN: Readonly<Record<Shows, (line: Line) => boolean>> = {
  undecided: ({ decided }) => decided === undefined,
  condition: ({ because }) => because.length > 0,
  all: () => true,
}
export const linesShown = (lines: readonly Line[], shows: Shows): readonly Line[] => lines.filter(SHOWN[shows])

export const ON_A_PAGE = 30
/** Nobody has to look at them: they may go out together, by those who have read the page. */
export const freeToGo = (lines: readonly Line[]): readonly Line[] =>
  lines.filter(({ because, decided }) => because.length === 0 && decided === undefined)

/** Documents go out as they came or not at all: nothing can be struck in a file. */
export const isDocument = ({ table }: Pick<Held, 'table'>): boolean => table === 'document' || table === 'document_file'
