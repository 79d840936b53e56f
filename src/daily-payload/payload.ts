// What the Department is told of one child each day, in the form of its interface; nothing stands in it that the record does not hold. Pure.
import type { IsoDay } from '#calendar'
import { type Held, heldIn, textOf } from '#return-making'
import {
  type Around,
  bornOf,
  codeOf,
  councilsIdOf,
  type Episode,
  episodesKnown,
  inCareOn,
  type KnownChild,
  latestBy,
  leavingOf,
  moreIn,
  nameOf,
  type Period,
  periodsOf,
  postcodeAt,
  pupilNumberOf,
  saidIn,
  worksIn,
} from '#safeguarding-dataset'

type Json = string | number | boolean | readonly Json[] | { readonly [name: string]: Json }
export type Body = { readonly [name: string]: Json }
/** A child as the Department is told of them; `parts`: the ids inside, episode/placement. */
export type Told = {
  readonly child: string
  readonly sentAs: string
  readonly body: Body
  readonly parts: readonly string[]
}

/** What says nothing is left out: an empty text would say that there is none. */
function said(fields: Readonly<Record<string, Json | undefined>>): Body {
  const body: Record<string, Json> = {}
  for (const [name, value] of Object.entries(fields)) if (value !== undefined && value !== '') body[name] = value
  return body
}

const CHILD_ID = /^[A-Za-z0-9]{1,20}$/
const UPN = /^[A-Z]\d{11}[A-Z0-9]$/
const WORKER_ID = /^[A-Za-z0-9_-]{1,12}$/

/** The id under which the Department knows the child; undefined: the council has given none that it takes. */
export function departmentsIdOf(known: KnownChild): string | undefined {
  const id = councilsIdOf(known)
  return id !== undefined && CHILD_ID.test(id) ? id : undefined
}

function detailsOf(known: KnownChild, on: IsoDay): Body {
  const upn = pupilNumberOf(known)
  const alone = heldIn(known.held, 'unaccompanied').at(-1)
  const until = textOf(alone, 'until')
  const over = until !== undefined && until <= on
  return said({
    unique_pupil_number: upn !== undefined && UPN.test(upn) ? upn : undefined,
    unique_pupil_number_unknown_reason: upn !== undefined && /^UN\d$/.test(upn) ? upn : undefined,
    first_name: nameOf(known, 'given', on),
    surname: nameOf(known, 'family', on),
    date_of_birth: bornOf(known),
    sex: codeOf(known, 'sex'),
    ethnicity: codeOf(known, 'ethnicity'),
    postcode: homeOf(known),
    uasc_flag: alone === undefined ? undefined : !over,
    uasc_end_date: over ? until : undefined,
  })
}

/** Home, as the last placement was measured from it. */
function homeOf(known: KnownChild): string | undefined {
  const last = heldIn(known.held, 'placement')
    .toSorted((a, b) => ((textOf(a, 'during') ?? '') < (textOf(b, 'during') ?? '') ? -1 : 1))
    .at(-1)
  return last === undefined ? undefined : postcodeAt(known, last, 'home')
}

type Whose = { readonly known: KnownChild; readonly around: Around; readonly on: IsoDay }

/** Those whose number the record holds: the Department knows workers by it. */
function workersIn({ known, around, on }: Whose, { from, until }: Period): readonly Body[] {
  return worksIn(known, 'allocated-worker', on).flatMap((one) => {
    const number = around.workers.get(one.worker)?.number
    if (number === undefined || !WORKER_ID.test(number)) return []
    if ((one.until !== undefined && one.until <= from) || (until !== undefined && one.from >= until)) return []
    const ended = one.until !== undefined && one.until <= on ? one.until : undefined
    return [said({ worker_id: number, start_date: one.from, end_date: ended })]
  })
}

const placementOf = (known: KnownChild, { id, placement, says }: Episode): Body =>
  said({
    child_looked_after_placement_id: id,
    start_date: says('DECOM'),
    start_reason: says('RNE'),
    placement_type: says('PLACE'),
    postcode: placement === undefined ? undefined : postcodeAt(known, placement, 'place'),
    end_date: says('DEC'),
    end_reason: says('REC'),
    change_reason: says('REASON_PLACE_CHANGE'),
  })

function adoptionIn(known: KnownChild, { from, until }: Period, on: IsoDay): Body | undefined {
  const inside = (one: Held) => {
    const decided = textOf(one, 'decided') ?? ''
    return decided >= from && decided <= (until ?? on)
  }
  const decision = latestBy(heldIn(known.held, 'adoption_decision').filter(inside), 'decided', on)
  if (decision === undefined) return undefined
  const adoption = heldIn(known.held, 'adoption').at(-1)
  return said({
    initial_decision_date: textOf(decision, 'decided'),
    matched_date: textOf(adoption, 'matched'),
    placed_date: textOf(adoption, 'placed'),
  })
}

const OWED: ReadonlySet<string> = new Set(['relevant', 'formerRelevant', 'qualifying'])

/** Stands in the last period: leaving care follows from it. */
function leavingIn(known: KnownChild, on: IsoDay): Body | undefined {
  if (!OWED.has(leavingOf(known, on).kind) || inCareOn(known, on)) return undefined
  const answer = latestBy(heldIn(known.held, 'care_leaver_answer'), 'year_ending', on)
  const home = latestBy(moreIn(known, 'leaver_home'), 'since', on)
  const touched = latestBy(
    moreIn(known, 'leaver_contact').filter(({ columns }) => columns.outcome === 'in touch'),
    'happened',
    on,
  )
  const body = said({
    contact_date: touched && saidIn(touched, 'happened'),
    activity: textOf(answer, 'activity'),
    accommodation: (home && saidIn(home, 'lives')) ?? textOf(answer, 'accommodation')?.[0],
  })
  return Object.keys(body).length === 0 ? undefined : body
}

/** Each period of care is told as an episode of its own: the record holds no referral and does not say when other help ended. */
export function toldOf(known: KnownChild, around: Around, on: IsoDay): Told | undefined {
  const id = departmentsIdOf(known)
  if (id === undefined) return undefined
  const episodes = Map.groupBy(episodesKnown(known, on), ({ period }) => period.held.line)
  const periods = periodsOf(known, on)
  const parts: string[] = []
  const social = periods.map((period, at): Body => {
    const line = period.held.line
    const own = episodes.get(line) ?? []
    parts.push(...own.map((one) => `${line}/${one.id}`))
    const workers = workersIn({ known, around, on }, period)
    return said({
      social_care_episode_id: line,
      care_worker_details: workers.length === 0 ? undefined : workers,
      child_looked_after_placements: own.map((one) => placementOf(known, one)),
      adoption: adoptionIn(known, period, on),
      care_leavers: at === periods.length - 1 ? leavingIn(known, on) : undefined,
    })
  })
  const body = said({ la_child_id: id, child_details: detailsOf(known, on), social_care_episodes: social })
  return { child: known.child, sentAs: id, body, parts }
}
