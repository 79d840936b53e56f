// Orders and agreements as forms decide them: made, ended, suspended; an agreement given by one person, and withdrawn. Pure.
import { addDays, ageOn, formatDay, type IsoDay } from '#calendar'
import type { Typed } from '#drafts'
import { type Fault, type Reading, reading } from '#forms'
import type { NewNotice } from '#notices'
import { noticesIn } from '#notices/pages'
import {
  AGREES,
  type Agrees,
  DAYS_OF_EMERGENCY,
  DAYS_OF_EXTENSION,
  LONGEST_EXTENDED,
  type Longest,
  type NewPower,
  ORDERS,
  powerIn,
} from './power.ts'

export type Decision<Ok> = { readonly ok: Ok } | { readonly faults: readonly Fault[] }
export type Child = { readonly child: string; readonly name: string }
/** An order or agreement as it stands; `ended` null: it goes on. */
export type StandingPower = {
  readonly id: string
  readonly line: string
  readonly kind: string
  readonly since: IsoDay | null
  readonly ended: IsoDay | null
  readonly suspendedBy: string | null
}
export type OrdersGiven = Child & { readonly powers: readonly StandingPower[] }
export type NewOrder = {
  readonly power: NewPower
  /** Versions of what it suspends. */
  readonly suspends: readonly string[]
  readonly told: readonly NewNotice[]
}

/** A placement order suspends a care order while it stands (Adoption and Children Act 2002 s.29). */
export const decideOrder = (typed: Typed, given: OrdersGiven, today: IsoDay): Decision<NewOrder> =>
  orderIn(reading(typed, today), given)
/** As it stands now: a court may have made it longer since. */
export const decideOrderAgain = (typed: Typed, given: OrdersGiven, today: IsoDay): Decision<NewOrder> =>
  orderIn(reading(typed, today), given, LONGEST_EXTENDED)
function orderIn(r: Reading, { powers }: OrdersGiven, most?: Longest): Decision<NewOrder> {
  const { typed } = r
  const since = r.day('since', 'the day on which it was made')
  const power = powerIn(r, ORDERS, most === undefined ? { since } : { since, most })
  const suspends = powers
    .filter(({ id, ended }) => ended === null && typed.all('suspends').includes(id))
    .map(({ id }) => id)
  const told = noticesIn(r, { about: 'order or agreement' })
  return r.result(() => ({ power, suspends, told }))
}

export type GoesOnGiven = Child & {
  readonly goes: StandingPower & {
    readonly until: IsoDay | null
    readonly hearing: IsoDay | null
    /** It was made longer once before. */
    readonly longer: boolean
  }
}
export type NewCourse = { readonly until: IsoDay | null; readonly hearing: IsoDay | null; readonly why: string }
/** It was made longer, or its next hearing was set: what stood before stays true of its time. */
export function decideOrderGoesOn(typed: Typed, { goes }: GoesOnGiven, today: IsoDay): Decision<NewCourse> {
  const r = reading(typed, today)
  const until = r.dayAheadIfAny('until', 'the day on which it ends now')
  const hearing = r.dayAheadIfAny('hearing', 'the day of the next hearing')
  const why = r.words('why', 'Write what was decided, by whom, and why.')
  if (goes.until !== null && (until === null || until < goes.until))
    r.fault('until', `It ends on ${formatDay(goes.until)}. A day that was wrong is put right; an end has its own form.`)
  else if (goes.kind === 'emergency protection order' && until !== goes.until) {
    const first = goes.since === null ? null : addDays(goes.since, DAYS_OF_EMERGENCY)
    const latest = goes.until === null ? null : addDays(goes.until, DAYS_OF_EXTENSION)
    if (goes.longer || (first !== null && goes.until !== null && goes.until > first))
      r.fault('until', 'It was made longer already. A court may do so once.')
    else if (latest !== null && until !== null && until > latest)
      r.fault(
        'until',
        `It is made longer by ${DAYS_OF_EXTENSION} days at most, so ${formatDay(latest)} is its last day.`,
      )
  }
  if (goes.since !== null && until !== null && until < goes.since) r.fault('until', 'It cannot end before it began.')
  if (goes.since !== null && hearing !== null && hearing < goes.since)
    r.fault('hearing', 'The next hearing cannot be before the order.')
  if (until === goes.until && hearing === goes.hearing && r.faults.length === 0)
    r.fault('hearing', 'Nothing is different. Write the new day of the hearing, or the day on which it ends now.')
  return r.result(() => ({ until, hearing, why }))
}

export const WHY_ORDER_ENDED = {
  discharged: 'A court ended it',
  expired: 'Its time was over',
  replaced: 'Another order took its place',
  withdrawn: 'Who agreed withdrew it',
  'left care': 'The child left care',
  other: 'Another reason',
} as const
const WHYS = ['discharged', 'expired', 'replaced', 'withdrawn', 'left care', 'other'] as const
export type EndGiven = OrdersGiven & { readonly ends: StandingPower }
export type NewOrderEnd = {
  readonly ended: IsoDay
  readonly reason: (typeof WHYS)[number]
  /** Versions of what it suspended and what stands again from then on. */
  readonly revives: readonly string[]
}

export function decideOrderEnd(typed: Typed, { ends, powers }: EndGiven, today: IsoDay): Decision<NewOrderEnd> {
  const r = reading(typed, today)
  const ended = r.day('ended', 'the day on which it ended')
  const reason = r.choice('reason', WHYS, 'Say why it ended.')
  if (ends.ended !== null) r.fault('ended', `It ended already, on ${formatDay(ends.ended)}.`)
  if (ends.since !== null && ended < ends.since) r.fault('ended', 'It cannot end before it began.')
  const revives = powers.filter(({ suspendedBy, ended: over }) => suspendedBy === ends.line && over === null)
  return r.result(() => ({ ended, reason, revives: revives.map(({ id }) => id) }))
}

export type NewSuspension = { readonly by: string | null }
/** By which other order that stands; by none: it stands again. */
export function decideSuspension(typed: Typed, { ends, powers }: EndGiven, today: IsoDay): Decision<NewSuspension> {
  const r = reading(typed, today)
  if (typed.one('by') === 'none') return { ok: { by: null } }
  const by = powers.find(({ line, ended }) => line === typed.one('by') && line !== ends.line && ended === null)
  if (by === undefined) r.fault('by', 'Choose the order that suspends it, or that it stands again.')
  return r.result(() => ({ by: by?.line ?? null }))
}

export type AgreementGiven = OrdersGiven & { readonly born: IsoDay | null }
export type NewAgreed = {
  readonly by: Agrees
  readonly name: string
  readonly given: IsoDay
  readonly told: readonly NewNotice[]
}

export function decideAgreement(typed: Typed, { born }: AgreementGiven, today: IsoDay): Decision<NewAgreed> {
  const r = reading(typed, today)
  const by = r.choice('by', AGREES, 'Say who agreed.')
  const name = r.words('name', 'Write their name.')
  const given = r.day('given', 'the day on which they agreed')
  if (by === 'the child, at 16 or 17') {
    const age = born === null ? undefined : ageOn(born, given)
    if (age === undefined) r.fault('by', 'Their birth date is not known, so nobody can say that they are 16.')
    else if (age < 16 || age > 17)
      r.fault('by', `They are ${age} on that day. Only a child of 16 or 17 agrees for themselves.`)
  }
  const told = noticesIn(r, { about: 'order or agreement' })
  return r.result(() => ({ by, name, given, told }))
}

export type WithdrawGiven = Child & {
  readonly agreement: {
    readonly id: string
    readonly by: string
    readonly given: IsoDay
    readonly withdrawn: IsoDay | null
  }
  readonly basis: StandingPower | undefined
}
export type NewWithdrawal = { readonly withdrawn: IsoDay; readonly endsAll: boolean }

export function decideWithdrawal(typed: Typed, { agreement }: WithdrawGiven, today: IsoDay): Decision<NewWithdrawal> {
  const r = reading(typed, today)
  const withdrawn = r.day('withdrawn', 'the day on which they withdrew it')
  if (withdrawn < agreement.given) r.fault('withdrawn', 'They cannot withdraw it before they gave it.')
  if (agreement.withdrawn !== null) r.fault('withdrawn', 'It was withdrawn already.')
  const ends = r.choice('ends', ['no', 'yes'], 'Say whether the agreement as a whole ends with it.')
  return r.result(() => ({ withdrawn, endsAll: ends === 'yes' }))
}

/** What one person agreed, as it is put right: with the section 20 agreement that it is part of, and what the others agreed. */
export type AgreedGiven = AgreementGiven & {
  readonly agreement: { readonly given: IsoDay; readonly withdrawn: IsoDay | null }
  readonly basis: (StandingPower & { readonly endReason: string | null }) | undefined
  readonly others: readonly IsoDay[]
}
export type AgreedFacts = Pick<NewAgreed, 'by' | 'name' | 'given'> & { readonly withdrawn: IsoDay | null }

export function decideAgreed(typed: Typed, given: AgreedGiven, today: IsoDay): Decision<AgreedFacts> {
  const r = reading(typed, today)
  const withdrawn = given.agreement.withdrawn === null ? null : r.dayIfAny('withdrawn', 'the day they withdrew it')
  const made = decideAgreement(typed, given, today)
  if ('faults' in made) return { faults: [...made.faults, ...r.faults] }
  const { by, name, given: on } = made.ok
  if (withdrawn !== null && withdrawn < on) r.fault('withdrawn', 'They cannot withdraw it before they gave it.')
  const whole = wholeAfter(given, { given: on, withdrawn })
  if (whole !== undefined && whole.since !== null && whole.ended !== null && whole.ended < whole.since)
    r.fault('given', `The agreement as a whole ended on ${formatDay(whole.ended)}, before that day.`)
  return r.result(() => ({ by, name, given: on, withdrawn }))
}

const earliest = (days: readonly IsoDay[]): IsoDay | undefined => days.toSorted()[0]
/** The whole agreement begins with the first who agreed, and ends with a withdrawal where it ended by that one. */
export function follows({ agreement, basis, others }: Pick<AgreedGiven, 'agreement' | 'basis' | 'others'>): {
  readonly begin: boolean
  readonly end: boolean
} {
  if (basis === undefined) return { begin: false, end: false }
  const end = basis.endReason === 'withdrawn' && basis.ended !== null && basis.ended === agreement.withdrawn
  return { begin: basis.since === earliest([agreement.given, ...others]), end }
}
/** undefined: the agreement as a whole stays as it is. */
export function wholeAfter(
  given: Pick<AgreedGiven, 'agreement' | 'basis' | 'others'>,
  facts: Pick<AgreedFacts, 'given' | 'withdrawn'>,
): { readonly since: IsoDay | null; readonly ended: IsoDay | null } | undefined {
  const { basis, others } = given
  if (basis === undefined) return undefined
  const { begin, end } = follows(given)
  const since = begin ? (earliest([facts.given, ...others]) ?? null) : basis.since
  const ended = end ? facts.withdrawn : basis.ended
  return since === basis.since && ended === basis.ended ? undefined : { since, ended }
}
