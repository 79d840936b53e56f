// All duties towards one child over its whole history, up to the day asked about: every one that was owed, and the next.
import { type DayNumber, workingDaysAfter } from '#calendar'
import { DETENTION_PLAN, delegatedDuty } from '#care-planning'
import { pepDuties } from '#education'
import { healthDuties } from '#health'
import { type Duty, EVER, settle } from '#ledger'
import { interviewDuties } from '#missing'
import { RELAXED_UNTIL } from '#pandemic'
import { type CarePeriod, groupedByCarers, PLAN_BASES, type Placement, placeGroup, placementPlanDue } from '#placements'
import { ADOPTION, earlyReviewDuties, ORDINARY, reviewDuties, SHORT_BREAKS } from '#reviews'
import { askedVisitDuties, visitDuties } from '#visits'
import type { ChildFacts, Excuse } from './child-facts.ts'
import { readingsOn } from './choices.ts'
import { inOrder, oneADay } from './in-order.ts'
import {
  dayHeld,
  dayOfEvent,
  earlier,
  endedBy,
  ending,
  type Known,
  knownOf,
  type Readings,
  statusOn,
  type Time,
} from './known.ts'
import { leavingCare } from './leaving-care.ts'
import { asOfItsDay, practiceOfChild, practiceOfPeriod } from './practice.ts'
import { stayOf } from './stays.ts'

/** after: the day on which the period before it ended; what happened that day belongs to that one. */
function timeOf(known: Known, period: CarePeriod, after: DayNumber): Time {
  const { on, adult, statuses } = known
  const began = period.began.day
  const end = earlier(ending(endedBy(period.ended, on), 'periodEnded'), ending(adult, 'attained18'))
  const last = Math.min(end.closes ?? on, on)
  const until = end.closes ?? EVER
  const code = statusOn(statuses, began)
  return {
    anchor: period,
    began,
    beganKnown: period.began.kind === 'on',
    closes: end.closes,
    closing: end.closing,
    last,
    shortBreaks: code === 'V3' || code === 'V4',
    placements: known.placements.filter(
      (placed) => placed.began === began || (placed.began > began && placed.began < until),
    ),
    reviews: oneADay(known.reviews, dayHeld, { first: Math.max(began, after + 1), last }),
  }
}

const isAdoption = ({ place }: Placement): boolean => placeGroup(place) === 'adoption'

/** Ordinary reviews, until the child is placed for adoption; after that those of adoption, until that ends. */
function reviewLegs(out: Duty[], known: Known, time: Time): void {
  const { covered, on } = known
  const { anchor, began, beganKnown, reviews } = time
  const spans = covered.review
  let leg = { anchor, began, beganKnown, resumed: false, series: time.shortBreaks ? SHORT_BREAKS : ORDINARY }
  let from = began
  const close = (until: DayNumber, end: Pick<Time, 'closes' | 'closing'>): void => {
    const within = reviews.filter(({ held }) => held >= from && held <= until)
    const before = leg.resumed ? reviews.findLast(({ held }) => held < from) : undefined
    reviewDuties(out, { ...leg, closes: end.closes, closing: end.closing }, { reviews: within, spans, before })
    from = until + 1
  }
  for (const placement of time.placements) {
    const adopting = leg.series === ADOPTION
    if (isAdoption(placement) === adopting) continue
    close(placement.began, { closes: placement.began, closing: adopting ? 'placementEnded' : 'placedForAdoption' })
    const series = adopting ? ORDINARY : ADOPTION
    leg = { anchor: placement, began: placement.began, beganKnown: placement.beganKnown, resumed: adopting, series }
  }
  close(Math.min(time.last, on), time)
}

/** Youth detention accommodation: a young offender institution, or a secure children's home. */
const isDetention = ({ place }: Placement): boolean => place === 'R5' || place === 'K1'

function planDuty(out: Duty[], known: Known, { placement, time }: { placement: Placement; time: Time }): void {
  const { facts, on, covered, statuses } = known
  const { began, beganKnown, line, recorded } = placement
  const detained = isDetention(placement) && statusOn(statuses, began) === 'J1'
  const planned = placement.planned === true && !detained
  const end = earlier(ending(endedBy(placement.ended, on), 'placementEnded'), time)
  const { n } = DETENTION_PLAN.count
  const due = beganKnown ? (detained ? workingDaysAfter(began, n) : placementPlanDue(began, planned)) : undefined
  let met: (typeof facts.placementPlans)[number] | undefined
  for (const plan of facts.placementPlans) {
    if (plan.placement !== line || plan.prepared > on) continue
    if (met === undefined || plan.prepared < met.prepared) met = plan
  }
  if (!beganKnown) met = undefined
  const missing = beganKnown ? (due === undefined ? 'bankHolidays' : undefined) : 'placementBegan'
  const raised = {
    basis: detained ? DETENTION_PLAN : planned ? PLAN_BASES.before : PLAN_BASES.within,
    occurrence: line,
    trigger: beganKnown ? began : undefined,
    raisedAt: recorded,
    due,
    closes: end.closes,
    closing: end.closing,
    spans: covered.placementPlan,
    missing,
  } as const
  out.push(settle(raised, met, met?.prepared))
  const approved = inOrder(facts.delegated, dayOfEvent, on)
  if (!detained) delegatedDuty(out, raised, { approved, spans: covered.whoDecides })
}

function placementDuties(out: Duty[], known: Known, time: Time): void {
  for (const group of groupedByCarers(time.placements)) {
    const [placement] = group
    visitDuties(out, stayOf(known, time, group))
    const group1 = placeGroup(placement.place)
    if (!time.shortBreaks && group1 !== 'adoption' && group1 !== 'temporary') planDuty(out, known, { placement, time })
  }
}

function healthAndEducation(out: Duty[], known: Known, { time, after }: { time: Time; after: DayNumber }): void {
  if (time.shortBreaks) return
  const { covered, born, readings, assessments, peps, facts, on } = known
  const { anchor, began, beganKnown, closes, closing, last } = time
  const firstReview = beganKnown ? time.reviews[0]?.held : undefined
  const shared = { anchor, began, beganKnown, closes, closing, born, firstReview }
  healthDuties(out, {
    ...shared,
    assessments: assessments.filter(({ day }) => day <= last),
    spans: covered.healthAssessment,
    reading: readings.underFive,
  })
  const placed = time.placements[0]
  pepDuties(out, {
    ...shared,
    placed:
      placed === undefined
        ? undefined
        : { line: placed.line, recorded: placed.recorded, day: placed.began, planned: placed.planned === true },
    peps: peps.filter(({ day }) => day > after && day <= last),
    terms: facts.terms,
    spans: covered.pep,
    on,
    fromAge: readings.pepFromAge,
  })
}

function askedDuties(out: Duty[], known: Known, time: Time): void {
  const { facts, covered, visits, on } = known
  const { began, last, closes, closing, reviews } = time
  if (facts.reviewCalls.length > 0) {
    const calls = facts.reviewCalls.filter(({ called }) => called >= began && called <= last && called <= on)
    earlyReviewDuties(out, calls, { reviews, spans: covered.review, closes, closing })
  }
  if (facts.visitRequests.length > 0) {
    const requests = facts.visitRequests.filter(({ day }) => day >= began && day <= last && day <= on)
    const counted = visits.filter(({ day }) => day <= last)
    askedVisitDuties(out, requests, { visits: counted, spans: covered.visit, closes, closing })
  }
}

/** A reason that the rule knows, recorded by the day it was due: what stood overdue is not excused afterwards. */
function excused(duty: Duty, excuses: readonly Excuse[], on: DayNumber): Duty {
  if (duty.standing !== 'open' && duty.standing !== 'unknown') return duty
  const { rule } = duty.basis
  const found = excuses.find(
    (excuse) =>
      excuse.rule === rule.id &&
      excuse.occurrence === duty.occurrence &&
      excuse.day <= on &&
      (duty.due === undefined || excuse.day <= duty.due) &&
      Object.hasOwn(rule.excuses ?? {}, excuse.reason),
  )
  return found === undefined ? duty : { ...duty, standing: 'excused', excuse: found.reason, missing: undefined }
}

/** Whole history up to that day. What happened or ended after it is left out, so the past can be asked about. */
export function dutiesOf(facts: ChildFacts, on: DayNumber, readings: Readings = readingsOn(facts.choices, on)): Duty[] {
  const known = knownOf(facts, on, readings)
  const out: Duty[] = []
  const times: Time[] = []
  let after = Number.NEGATIVE_INFINITY
  for (const period of known.periods) {
    const time = timeOf(known, period, after)
    if (known.adult !== undefined && known.adult <= time.began) continue
    reviewLegs(out, known, time)
    placementDuties(out, known, time)
    healthAndEducation(out, known, { time, after })
    askedDuties(out, known, time)
    practiceOfPeriod(out, known, { time, after })
    times.push(time)
    after = time.closes ?? EVER
  }
  if (facts.missingEpisodes.length > 0) {
    const episodes = inOrder(facts.missingEpisodes, ({ from }) => from, on)
    const interviews = facts.returnInterviews.filter(({ day }) => day <= on)
    interviewDuties(out, episodes, { interviews, spans: known.covered.returnInterview, on })
  }
  practiceOfChild(out, known, times)
  leavingCare(out, known)
  const early = known.periods[0] !== undefined && known.periods[0].began.day < RELAXED_UNTIL
  const judged = early ? out.map((duty) => asOfItsDay(duty, on)) : out
  return facts.excuses.length === 0 ? judged : judged.map((duty) => excused(duty, facts.excuses, on))
}
