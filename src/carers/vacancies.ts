// Free places of a home, worked out from its approval, who lives there, what is reserved or held, and exemptions; never typed. Pure.
import { formatDay, type IsoDay } from '#calendar'
import { FOSTERING } from './home-codes-data.ts'

/** Not more than three children in one foster home, unless all are brothers and sisters or an exemption names them. */
const USUAL_LIMIT = 3

/** Half-open days. */
export type Terms = {
  readonly places: number
  /** For the children who are named in the decision, and nobody else. */
  readonly namedOnly: boolean
  readonly since: IsoDay
  readonly until: IsoDay | null
}
/** Who has a place: a child who lives there, who is away and has it kept, or for whom it is reserved. */
export type Taker = {
  readonly takes: 'lives' | 'kept' | 'reserved'
  /** When somebody asks again whether it is still needed. */
  readonly until: IsoDay | null
  /** Named in an exemption from the usual limit that is in force. */
  readonly exempt: boolean
}
export type Hold = {
  /** Told by the provider, of other councils’ children. */
  readonly others: boolean
  /** null: every place. */
  readonly places: number | null
  readonly since: IsoDay
  readonly until: IsoDay | null
}
export type HomeFacts = {
  readonly kind: string
  readonly closed: IsoDay | null
  readonly terms: readonly Terms[]
  readonly takers: readonly Taker[]
  /** All who live there are brothers and sisters of each other, as the record ties them; false: not so, or not recorded. */
  readonly siblings: boolean
  readonly holds: readonly Hold[]
}
export type Over = 'its approval' | 'the usual limit'
export type Vacancies =
  | { readonly known: false; readonly missing: string; readonly over: readonly Over[]; readonly says: string }
  | {
      readonly known: true
      /** For any child within the terms. */
      readonly free: number
      /** More, for a child who is named in an exemption, or a brother or sister of all who live there. */
      readonly more: number
      readonly over: readonly Over[]
      /** 'Approved for 3: 2 live here, 1 is reserved until Fri 4 Dec 2026.' */
      readonly says: string
    }

type Spanned = { readonly since: IsoDay; readonly until: IsoDay | null }
export const holds = ({ since, until }: Spanned, on: IsoDay): boolean => since <= on && (until === null || on < until)

/** Of the terms that hold on that day, those that began last. */
const termsOn = <T extends Spanned>(terms: readonly T[], on: IsoDay): T | undefined =>
  terms.filter((one) => holds(one, on)).toSorted((a, b) => (a.since < b.since ? 1 : -1))[0]

const verb = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`

function takenWords({ takers, holds: held }: HomeFacts): readonly string[] {
  const of = (takes: Taker['takes']) => takers.filter((one) => one.takes === takes)
  const ends = (list: readonly { readonly until: IsoDay | null }[], until: string) =>
    list.length === 1 && list[0]?.until ? ` ${until} ${formatDay(list[0].until)}` : ''
  const [lives, kept, reserved] = [of('lives'), of('kept'), of('reserved')]
  return [
    lives.length === 0 ? 'nobody of ours lives here' : verb(lives.length, 'lives here', 'live here'),
    ...(kept.length === 0 ? [] : [`${verb(kept.length, 'is kept', 'are kept')} for a child who is away`]),
    ...(reserved.length === 0
      ? []
      : [`${verb(reserved.length, 'is reserved', 'are reserved')}${ends(reserved, 'until')}`]),
    ...held.map(({ others, places, since, until }) => {
      const ends_ = until === null ? '' : ` until ${formatDay(until)}`
      if (others)
        return `${places ? verb(places, 'is', 'are') : 'none is'} with other councils, as told on ${formatDay(since)}`
      return places === null ? `no place can be offered${ends_}` : `${verb(places, 'is', 'are')} held${ends_}`
    }),
  ]
}

function overOf({ kind, takers, siblings }: HomeFacts, places: number | undefined): readonly Over[] {
  const living = takers.filter(({ takes }) => takes === 'lives')
  const unnamed = living.filter(({ exempt }) => !exempt).length
  const overLimit = FOSTERING.includes(kind) && living.length > USUAL_LIMIT && !siblings && unnamed > USUAL_LIMIT
  return [
    ...(places !== undefined && living.length > places ? (['its approval'] as const) : []),
    ...(overLimit ? (['the usual limit'] as const) : []),
  ]
}

const unknown = (missing: string, of: HomeFacts, places?: number): Vacancies => {
  const beginning = places === undefined ? '' : `For ${places}: `
  const says = `${beginning}${takenWords(of).join(', ')}. How many are free is not known: ${missing}.`
  return { known: false, missing, over: overOf(of, places), says: says.slice(0, 1).toUpperCase() + says.slice(1) }
}
const none = (why: string, of: HomeFacts): Vacancies => ({
  ...{ known: true, free: 0, more: 0, over: overOf(of, undefined) },
  says: `${why} ${takenWords(of)
    .join(', ')
    .replace(/^./, (first) => first.toUpperCase())}.`,
})

/** What can be offered on that day. */
export function vacanciesOn(given: HomeFacts, on: IsoDay): Vacancies {
  const of = { ...given, holds: given.holds.filter((one) => holds(one, on)) }
  if (of.closed !== null && of.closed <= on) return none(`No home any more since ${formatDay(of.closed)}.`, of)
  if (of.terms.length === 0) return unknown('the terms of its approval are not recorded', of)
  const terms = termsOn(of.terms, on)
  if (terms === undefined) return none(outsideWords(of.terms, on), of)
  const { places } = terms
  if (of.kind !== 'our foster home' && !of.holds.some(({ others }) => others))
    return unknown('what other councils have taken there has not been asked', of, places)
  return countedOn(of, terms)
}
function outsideWords(terms: readonly Terms[], on: IsoDay): string {
  const last = terms
    .flatMap(({ until }) => (until !== null && until <= on ? [until] : []))
    .toSorted()
    .at(-1)
  return last === undefined ? 'Its approval has not begun.' : `Its approval ended on ${formatDay(last)}.`
}

function countedOn(of: HomeFacts, { places, namedOnly }: Terms): Vacancies {
  const { kind, takers, holds: held } = of
  const all = held.some((one) => one.places === null)
  const kept = held.reduce((sum, one) => sum + (one.places ?? 0), 0)
  const left = all ? 0 : Math.max(0, places - takers.length - kept)
  const unnamed = takers.filter(({ exempt }) => !exempt).length
  const others = held.reduce((sum, one) => sum + (one.others ? (one.places ?? 0) : 0), 0)
  const underLimit = FOSTERING.includes(kind) ? Math.max(0, USUAL_LIMIT - unnamed - others) : left
  const free = namedOnly ? 0 : Math.min(left, underLimit)
  const more = namedOnly ? 0 : left - free
  const over = overOf(of, places)
  const approved = FOSTERING.includes(kind) ? 'Approved' : 'Registered'
  const says = [
    `${approved} for ${places}: ${takenWords(of).join(', ')}.`,
    ...(namedOnly && left > 0 ? ['Only for the children who are named in the approval.'] : []),
    ...(more > 0
      ? [`${verb(more, 'more is', 'more are')} beyond the usual limit of ${USUAL_LIMIT}: ${whoFor(of)}.`]
      : []),
  ]
  return { known: true, free, more, over, says: says.join(' ') }
}
const whoFor = ({ siblings, takers }: HomeFacts): string =>
  siblings && takers.length > 0
    ? 'for a brother or sister of all who live here, or a child named in an exemption'
    : 'only for a child who is named in an exemption'
