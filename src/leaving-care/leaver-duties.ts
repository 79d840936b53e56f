// What is owed to a young person who is, or was, an eligible child: assessment, plan, adviser, reviews, contact, and what follows 21.
import { attainsAgeNumber, type DayNumber, monthsAfter, workingDaysAfter } from '#calendar'
import { type Basis, type Closing, type Duty, type Recorded, raisedBy, type Span, settle } from '#ledger'
import type { CareDays } from './eligible.ts'
import type { AdviserOf, Dated, LeaverContact, LeaverFacts, PathwayReview } from './known-leaver.ts'
import {
  ADVISER,
  ADVISER_AGAIN,
  ASSESSED,
  ASSESSED_AFTER,
  HOME_FIRST,
  HOME_LATER,
  OFFERED,
  OFFERED_AGAIN,
  PLANNED,
  REVIEW_ASKED,
  REVIEWED,
  STAYING,
  TOUCH,
  VISIT_FIRST,
  VISIT_LATER,
} from './leaver-bases.ts'
import { PLANNED_IN } from './plan-in-days.ts'
import { type Again, leaverDays } from './status.ts'

export interface LeaverCase {
  readonly on: DayNumber
  readonly born: DayNumber
  /** The first period of care; what is owed hangs on it. */
  readonly anchor: Recorded
  readonly inCare: readonly CareDays[]
  /** Reviews of the child in care, as days. */
  readonly reviewed: readonly DayNumber[]
  /** Stretches with foster carers, whoever they were, in order. */
  readonly fostered: readonly (Recorded & CareDays)[]
  readonly facts: LeaverFacts
  /** How often we are in touch after care, as the council chose. */
  readonly weeksOfTouch: number
  /** Within how many working days of the assessment the plan is made, as the council chose; undefined: it counts none. */
  readonly daysToPlan: number | undefined
  readonly spans: readonly Span[]
}
interface End {
  readonly closes: DayNumber
  readonly closing: Closing
}
/** What stands on the day asked about, with the ages that end it. */
interface Stands extends LeaverCase {
  readonly eligible: DayNumber
  readonly left: DayNumber | undefined
  readonly again: Again | undefined
  readonly until18: End
  readonly until21: End
  readonly until25: End
}

type Step = {
  readonly basis: Basis
  readonly from: Recorded
  readonly trigger: DayNumber
  readonly due: DayNumber | undefined
  readonly end: End
  readonly met: Dated | undefined
  readonly missing?: 'bankHolidays' | undefined
}
function raise(out: Duty[], { spans }: LeaverCase, { basis, from, trigger, due, end, met, missing }: Step): void {
  if (trigger >= end.closes) return
  const raised = raisedBy(basis, from, { trigger, due, ...end, spans, missing })
  out.push(settle(raised, met, met?.day))
}
const first = <One extends Dated>(list: readonly One[], from: DayNumber, { closes }: End): One | undefined =>
  list.find(({ day }) => day >= from && day <= closes)

function assessmentAndPlan(out: Duty[], known: Stands): void {
  const { facts, anchor, eligible, left, again, until18, until21 } = known
  const leaves = left !== undefined && left < until18.closes
  const end: End = leaves ? { closes: left, closing: 'leftCare' } : until18
  const assessed = first(facts.assessed, Number.NEGATIVE_INFINITY, end)
  const due = monthsAfter(eligible, ASSESSED.count.n)
  raise(out, known, { basis: ASSESSED, from: anchor, trigger: eligible, due, end, met: assessed })
  if (leaves && assessed === undefined) {
    const trigger = again?.since ?? left
    const by = monthsAfter(trigger, ASSESSED_AFTER.count.n)
    const met = first(facts.assessed, left, until18)
    raise(out, known, { basis: ASSESSED_AFTER, from: anchor, trigger, due: by, end: until18, met })
  }
  const [before] = facts.assessed
  if (before === undefined) return
  const planned = first(facts.planned, before.day, until21)
  const plan = { from: before, trigger: before.day, end: until21, met: planned }
  raise(out, known, { ...plan, basis: PLANNED, due: undefined })
  const own = known.daysToPlan === undefined ? undefined : PLANNED_IN.get(known.daysToPlan)
  if (own === undefined || known.daysToPlan === undefined) return
  const inDays = workingDaysAfter(before.day, known.daysToPlan)
  raise(out, known, {
    ...plan,
    ...{ basis: own, due: inDays, missing: inDays === undefined ? 'bankHolidays' : undefined },
  })
}

function personalAdviser(out: Duty[], known: Stands): void {
  const { facts, anchor, eligible, on, until21 } = known
  const named = facts.advisers.filter(({ from }) => from <= on)
  const begins = named.find(({ until }) => until === undefined || until > eligible)
  const met = begins && { ...begins, day: Math.max(begins.from, eligible) }
  raise(out, known, { basis: ADVISER, from: anchor, trigger: eligible, due: undefined, end: until21, met })
  for (const { line, recorded, until } of named) {
    if (until === undefined || until > on || until <= eligible) continue
    const next = named.find((one) => one.line !== line && (one.until === undefined || one.until > until))
    const found = next && { ...next, day: Math.max(next.from, until) }
    const from = { line, recorded }
    raise(out, known, { basis: ADVISER_AGAIN, from, trigger: until, due: undefined, end: until21, met: found })
  }
}

/** From step to step: each event meets what the one before asked for, and asks for the next. */
type Chain<Event extends Dated> = {
  readonly begins: Dated
  readonly firstBasis: Basis
  readonly laterBasis: Basis
  readonly events: readonly Event[]
  readonly due: (before: Event | undefined, day: DayNumber) => DayNumber | undefined
  readonly end: End
}
function chain<Event extends Dated>(out: Duty[], known: LeaverCase, of: Chain<Event>): void {
  const { begins, firstBasis, laterBasis, events, due, end } = of
  let [from, trigger, basis, before]: [Recorded, DayNumber, Basis, Event | undefined] = [
    begins,
    begins.day,
    firstBasis,
    undefined,
  ]
  for (const event of events) {
    if (event.day < trigger || event.day > end.closes) continue
    raise(out, known, { basis, from, trigger, due: due(before, trigger), end, met: event })
    ;[from, trigger, basis, before] = [event, event.day, laterBasis, event]
  }
  raise(out, known, { basis, from, trigger, due: due(before, trigger), end, met: undefined })
}

function reviewsOfPlan(out: Duty[], known: Stands, left: DayNumber): void {
  const { facts, until21 } = known
  const plan = facts.planned.findLast(({ day }) => day <= left) ?? facts.planned[0]
  // In care the plan is reviewed with the child's own reviews: the six months run on from whichever came last.
  if (plan !== undefined) {
    const inCare = known.reviewed.findLast((day) => day >= plan.day && day < left) ?? plan.day
    const before = facts.reviews.findLast(({ day }) => day >= inCare && day < left)
    const begins = before ?? { ...plan, day: inCare }
    const events = facts.reviews.filter(({ day }) => day >= Math.max(left, begins.day) && day > begins.day)
    const due = (review: PathwayReview | undefined, from: DayNumber) =>
      monthsAfter(from, review?.nextMonths ?? before?.nextMonths ?? REVIEWED.count.n)
    chain(out, known, { begins, firstBasis: REVIEWED, laterBasis: REVIEWED, events, due, end: until21 })
  }
  for (const ask of facts.asks) {
    if (ask.day < left) continue
    const met = first(facts.reviews, ask.day, until21)
    raise(out, known, { basis: REVIEW_ASKED, from: ask, trigger: ask.day, due: undefined, end: until21, met })
  }
}

const isVisit = ({ how, outcome }: LeaverContact): boolean => how === 'where they live' && outcome === 'in touch'
const isAdviserOn = (advisers: readonly AdviserOf[], { by, day }: LeaverContact): boolean =>
  advisers.some(({ worker, from, until }) => worker === by && from <= day && (until === undefined || day <= until))

const DAYS_OF_FIRST_REVIEW = 28
function accommodation(out: Duty[], known: Stands, left: DayNumber): void {
  const { facts, on, until21 } = known
  for (const [place, { line, recorded, since: came, until: said, provided }] of facts.homes.entries()) {
    // Whoever has moved on does not live there any more, also where nobody wrote the end of it.
    const until = [said, facts.homes[place + 1]?.since].filter((day) => day !== undefined).sort((a, b) => a - b)[0]
    const since = Math.max(came, left)
    if (!provided || (until !== undefined && until <= since)) continue
    const moved = until !== undefined && until <= on && until < until21.closes
    const end: End = moved ? { closes: until, closing: 'movedOn' } : until21
    const there = <One extends Dated>(list: readonly One[]) => list.filter(({ day }) => day >= since)
    // The first day counts as the first of the 28.
    const begins = { line, recorded, day: since + DAYS_OF_FIRST_REVIEW - 1 }
    const looked = there(facts.reviews.filter((one) => one.accommodation))
    if (begins.day <= on)
      chain(out, known, {
        ...{ begins, firstBasis: HOME_FIRST, laterBasis: HOME_LATER, end },
        events: looked,
        due: (before, from) => (before === undefined ? undefined : monthsAfter(from, Math.min(3, before.nextMonths))),
      })
    chain(out, known, {
      ...{ begins: { line, recorded, day: since }, firstBasis: VISIT_FIRST, laterBasis: VISIT_LATER, end },
      events: there(facts.contacts.filter((one) => isVisit(one) && isAdviserOn(facts.advisers, one))),
      due: (before, from) =>
        before === undefined ? from + 7 * VISIT_FIRST.count.n : monthsAfter(from, VISIT_LATER.count.n),
    })
  }
}

function stayingInTouch(out: Duty[], known: Stands, left: DayNumber): void {
  const { facts, anchor, until21, until25, on } = known
  const both = facts.contacts.filter(({ outcome }) => outcome === 'in touch')
  const begins = both.findLast(({ day }) => day < left) ?? anchor
  const touch = TOUCH.get(known.weeksOfTouch)
  if (touch === undefined) throw new Error(`Nobody may choose every ${known.weeksOfTouch} weeks`)
  chain(out, known, {
    ...{ begins: { ...begins, day: left }, firstBasis: touch, laterBasis: touch, end: until21 },
    events: both.filter(({ day }) => day >= left),
    due: (_, from) => from + 7 * known.weeksOfTouch,
  })
  const twentyOne = until21.closes
  if (on < twentyOne || until21.closing !== 'attained21') return
  chain(out, known, {
    ...{ begins: { ...anchor, day: twentyOne }, firstBasis: OFFERED, laterBasis: OFFERED_AGAIN },
    events: facts.contacts.filter(({ offered, day }) => offered && day >= twentyOne),
    due: (before, from) => (before === undefined ? undefined : monthsAfter(from, OFFERED_AGAIN.count.n)),
    end: until25,
  })
}

/** Of each stretch with foster carers, unless it was talked about before that stretch. */
function stayingPut(out: Duty[], known: Stands): void {
  const { facts, reviewed, fostered, on, eligible, until18 } = known
  const said = facts.stays.find(({ what }) => what === 'talked about' || what === 'agreed' || what === 'declined')
  for (const home of fostered) {
    const gone = home.until !== undefined && home.until <= on && home.until < until18.closes
    const end: End = gone ? { closes: home.until, closing: 'placementEnded' } : until18
    const from = Math.max(home.from, eligible)
    if (from > on || (said !== undefined && said.day < home.from)) continue
    const review = reviewed.find((held) => held >= from && held < end.closes)
    const met = said !== undefined && said.day <= end.closes ? said : undefined
    raise(out, known, { basis: STAYING, from: home, trigger: review ?? from, due: review, end, met })
  }
}

function afterCare(out: Duty[], known: Stands, from: DayNumber): void {
  reviewsOfPlan(out, known, from)
  accommodation(out, known, from)
  stayingInTouch(out, known, from)
}
const keyOf = ({ basis, occurrence }: Duty): string => `${basis.id} ${occurrence}`
/** Until six months with a parent were over, and anew since that broke down: what was done before stays done. */
function afterCareTwice(out: Duty[], known: Stands, { left, again }: { left: DayNumber; again: Again }): void {
  const pause: End = { closes: again.paused, closing: 'nothingAfter' }
  afterCare(out, { ...known, until18: pause, until21: pause, until25: pause }, left)
  const [before, since]: [ReadonlySet<string>, Duty[]] = [new Set(out.map(keyOf)), []]
  afterCare(since, known, again.since)
  for (const one of since) out.push(before.has(keyOf(one)) ? { ...one, occurrence: `${one.occurrence}/again` } : one)
}

/** Only of an eligible child, and of one who was: advice to others is given where it is needed, and is not counted. */
export function leaverDuties(out: Duty[], known: LeaverCase): void {
  const { born, inCare, on, facts } = known
  const { eligible, left, over, again } = leaverDays(born, inCare, on)
  if (eligible === undefined) return
  const ageEnd = (age: number, closing: Closing): End => {
    const closes = attainsAgeNumber(born, age)
    return over !== undefined && over < closes ? { closes: over, closing: 'nothingAfter' } : { closes, closing }
  }
  const until = (list: readonly Dated[]) => list.filter(({ day }) => day <= on)
  const past = { ...facts, assessed: until(facts.assessed), planned: until(facts.planned), asks: until(facts.asks) }
  const all: LeaverFacts = {
    ...past,
    reviews: facts.reviews.filter(({ day }) => day <= on),
    contacts: facts.contacts.filter(({ day }) => day <= on),
    stays: facts.stays.filter(({ day }) => day <= on),
    homes: facts.homes.filter(({ since }) => since <= on),
  }
  const stands = {
    ...known,
    facts: all,
    eligible,
    ...{ left, again },
    until18: ageEnd(18, 'attained18'),
    until21: ageEnd(21, 'attained21'),
    until25: ageEnd(25, 'attained25'),
  }
  assessmentAndPlan(out, stands)
  personalAdviser(out, stands)
  stayingPut(out, stands)
  if (left === undefined) return
  if (again === undefined) afterCare(out, stands, left)
  else afterCareTwice(out, stands, { left, again })
}
