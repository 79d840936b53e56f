// What the record holds of one child for lists that leave the council: what the return knows, and visits, health, plans and people besides.
import { addMonths, type IsoDay, numberOf, parseDay } from '#calendar'
import { type CareDays, type LeaverStatus, leaverStatus } from '#leaving-care'
import { type Held, type HeldChild, heldIn, spanOfPeriod, statusesOf, textOf } from '#return-making'

type Plain = string | number | boolean | null
/** The columns that are read of tables that the return does not ask about. */
export const MORE_COLUMNS = {
  visit: ['happened', 'visitor', 'visitor_role', 'mode', 'seen', 'alone'],
  health_assessment: ['kind', 'happened', 'outcome'],
  return_interview: ['episode', 'offered', 'happened', 'outcome'],
  permanence_plan: ['option', 'decided'],
  leaver_contact: ['happened', 'outcome'],
  leaver_home: ['since', 'until', 'lives', 'suits'],
  leaving_care_end: ['kind', 'since', 'until'],
  record_transfer: ['given_on'],
  pathway_review: ['held'],
  allocation: ['worker', 'role', 'during', 'end_reason'],
  team_of_child: ['team', 'during'],
  child_name: ['kind', 'since'],
} as const satisfies Record<string, readonly string[]>
export type MoreTable = keyof typeof MORE_COLUMNS

export type More = {
  readonly table: MoreTable
  readonly line: string
  readonly columns: Readonly<Record<string, Plain>>
  /** Of a name. */
  readonly words?: string | undefined
}
/** How far a placement is from home, by the line of the placement; `confidential`: not everybody may know where it is. */
export type Measured = {
  readonly miles: number | undefined
  readonly inside: boolean | undefined
  readonly confidential: boolean
}
export type KnownChild = HeldChild & {
  readonly more: readonly More[]
  readonly distances: ReadonlyMap<string, Measured>
  /** Lines of the addresses that not everybody may know. */
  readonly hidden: ReadonlySet<string>
}
export type KnownWorker = { readonly name: string; readonly number: string | undefined }
/** What is the same for every child of the council. */
export type Around = {
  readonly workers: ReadonlyMap<string, KnownWorker>
  readonly teams: ReadonlyMap<string, { readonly name: string; readonly under: string | undefined }>
}

type Columned = { readonly columns: Readonly<Record<string, Plain>> }
export const saidIn = ({ columns }: Columned, column: string): string | undefined => {
  const value = columns[column]
  return value === null || value === undefined || value === '' ? undefined : String(value)
}
export const moreIn = ({ more }: KnownChild, table: MoreTable): readonly More[] =>
  more.filter((one) => one.table === table)

export type Days = { readonly from: string; readonly until: string | undefined }
export function daysIn(one: Columned): Days {
  const [from = '', until = ''] = (saidIn(one, 'during') ?? '').slice(1, -1).split(',')
  return { from, until: until === '' ? undefined : until }
}
export const covers = ({ from, until }: Days, day: string): boolean =>
  from <= day && (until === undefined || day < until)
export const overlaps = ({ from, until }: Days, since: string, last: string): boolean =>
  from <= last && (until === undefined || until > since)

/** The one whose day is the latest, of those that had come. */
export function latestBy<One extends Columned>(all: readonly One[], column: string, on: IsoDay): One | undefined {
  return all
    .filter((one) => (saidIn(one, column) ?? '9999') <= on)
    .toSorted((a, b) => ((saidIn(a, column) ?? '') < (saidIn(b, column) ?? '') ? -1 : 1))
    .at(-1)
}

const latest = (held: readonly Held[]): Held | undefined =>
  held.toSorted((a, b) => (a.recorded < b.recorded ? -1 : a.recorded > b.recorded ? 1 : a.id < b.id ? -1 : 1)).at(-1)

const identifiedBy = ({ held }: KnownChild, issuer: string): string | undefined =>
  textOf(latest(heldIn(held, 'child_identifier').filter(({ columns }) => columns.issuer === issuer)), 'value')

/** Nothing that a spreadsheet would run, nothing that a file cannot hold. */
const AN_ID = /^[A-Z0-9](?:[A-Z0-9/._ -]*[A-Z0-9/._-])?$/i

/** As the return calls the child, else as another system does; undefined: the council has given no id. */
export function councilsIdOf(known: KnownChild): string | undefined {
  const given = identifiedBy(known, 'ssda903') ?? identifiedBy(known, 'ssd')
  return given !== undefined && AN_ID.test(given) ? given : undefined
}
/** Without one, the record's own. */
export const idOf = (known: KnownChild): string => councilsIdOf(known) ?? known.child

export const pupilNumberOf = (known: KnownChild): string | undefined => identifiedBy(known, 'upn')
export const bornOf = ({ held }: HeldChild): string | undefined => textOf(latest(heldIn(held, 'birth_claim')), 'born')
export const codeOf = ({ held }: HeldChild, kind: 'sex' | 'ethnicity'): string | undefined =>
  textOf(
    latest(heldIn(held, 'identity_code').filter(({ columns }) => columns.kind === `${kind} for the return`)),
    'code',
  )

/** Given and family name; one that not everybody may know is not among what is read. */
export function nameOf(known: KnownChild, kind: 'given' | 'family', on: IsoDay): string | undefined {
  const names = moreIn(known, 'child_name').filter((one) => saidIn(one, 'kind') === kind && one.words !== undefined)
  const from = (one: More): string => saidIn(one, 'since') ?? ''
  return names
    .filter((one) => from(one) <= on)
    .toSorted((a, b) => (from(a) < from(b) ? -1 : 1))
    .at(-1)?.words
}

export type Period = Days & { readonly held: Held; readonly reason: string | undefined }
/** In order of their first day. An end that has not come is none. */
export function periodsOf({ held }: HeldChild, on: IsoDay): readonly Period[] {
  return heldIn(held, 'care_period')
    .map((period) => {
      const { from, until } = spanOfPeriod(period)
      const over = until !== undefined && until <= on
      return {
        held: period,
        from,
        until: over ? until : undefined,
        reason: over ? textOf(period, 'end_reason') : undefined,
      }
    })
    .filter(({ from }) => from <= on)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
}
export const inCareOn = (known: HeldChild, on: IsoDay): boolean =>
  periodsOf(known, on).some((period) => covers(period, on))

const numbered = (iso: string | undefined) => {
  const found = iso === undefined ? undefined : parseDay(iso)
  return found === undefined ? undefined : numberOf(found)
}

/** What leaving care owes, on that day; series of short breaks make nobody a care leaver. */
export function leavingOf(known: KnownChild, on: IsoDay): LeaverStatus {
  const breaks = statusesOf(known.held).filter(({ code }) => code === 'V3' || code === 'V4')
  const over = numbered(saidIn(moreIn(known, 'record_transfer')[0] ?? { columns: {} }, 'given_on'))
  const ends = moreIn(known, 'leaving_care_end').flatMap((one) => {
    const since = numbered(saidIn(one, 'since'))
    return since === undefined
      ? []
      : [{ kind: saidIn(one, 'kind') ?? '', since, until: numbered(saidIn(one, 'until')) }]
  })
  const inCare = periodsOf(known, on).flatMap(({ from, until, reason }): CareDays[] => {
    const began = numbered(from)
    if (began === undefined || breaks.some((span) => covers(span, from))) return []
    return [{ from: began, until: numbered(until), reason, over, ends }]
  })
  return leaverStatus(numbered(bornOf(known)), inCare, numberOf(on))
}

/** In care or after it. */
export function deathOf(known: KnownChild, on: IsoDay): string | undefined {
  const inCare = periodsOf(known, on).find(({ reason }) => reason === 'E2')?.until
  const after = moreIn(known, 'leaving_care_end').find(
    (one) => saidIn(one, 'kind') === 'died' && (saidIn(one, 'since') ?? '9999') <= on,
  )
  return inCare ?? (after && saidIn(after, 'since'))
}

export type Working = Days & { readonly worker: string }
/** Everybody who has worked with the child in this part until the day, in order. */
export const worksIn = (known: KnownChild, role: string, on: IsoDay): readonly Working[] =>
  moreIn(known, 'allocation')
    .filter((one) => saidIn(one, 'role') === role)
    .map((one) => ({ ...daysIn(one), worker: saidIn(one, 'worker') ?? '' }))
    .filter(({ from }) => from <= on)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))

/** Who works with the child in this part on the day, else who did last. */
export function workingOn(known: KnownChild, role: string, on: IsoDay): Working | undefined {
  const begun = worksIn(known, role, on)
  return begun.findLast((one) => covers(one, on)) ?? begun.at(-1)
}
export function teamOn(known: KnownChild, on: IsoDay): string | undefined {
  const begun = moreIn(known, 'team_of_child')
    .filter((one) => daysIn(one).from <= on)
    .toSorted((a, b) => (daysIn(a).from < daysIn(b).from ? -1 : 1))
  return saidIn(begun.findLast((one) => covers(daysIn(one), on)) ?? begun.at(-1) ?? { columns: {} }, 'team')
}

/** Alone in this country within the months before the day. */
export function unaccompaniedWithin({ held }: HeldChild, on: IsoDay, months: number): boolean {
  const since = addMonths(on, -months)
  return heldIn(held, 'unaccompanied').some((one) => (textOf(one, 'until') ?? on) >= since)
}

/** Whether not everybody may know where a placement is. The addresses say so too: distances are measured later, or never. */
export const isConfidential = ({ distances, hidden }: KnownChild, placement: Held): boolean =>
  distances.get(placement.line)?.confidential === true ||
  (['home', 'place'] as const).some((end) => hidden.has(textOf(placement, end) ?? ''))

/** The postcode of one end of a placement, unless not everybody may know it. */
export function postcodeAt(known: KnownChild, placement: Held, end: 'home' | 'place'): string | undefined {
  if (isConfidential(known, placement)) return undefined
  const line = textOf(placement, end)
  return textOf(
    heldIn(known.held, 'address').find((address) => address.line === line),
    'postcode',
  )
}
