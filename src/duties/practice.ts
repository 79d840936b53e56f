// The duties of care planning, approvals, orders and adoption, from the facts of one child.
import { adoptionPanelDuties, earlyDuties, guardianshipDuties, matchDuties, waitingReviews } from '#adoption'
import { leavingApproval } from '#approvals'
import { attainsAgeNumber, type DayNumber } from '#calendar'
import {
  afterReviewDuties,
  aloneDuties,
  aroundReviewDuties,
  copyDuties,
  entryDuties,
  isFirstKnown,
  planDuties,
  recordDuties,
  reviewerDuties,
} from '#care-planning'
import { yearHealthDuties } from '#health'
import { examDuties } from '#home-decisions'
import { type Duty, EVER } from '#ledger'
import { NO_SAFETY, safetyDuties } from '#missing'
import { orderDuties, panelDuties, proceedingsDuties } from '#orders'
import { RELAXED, wasRelaxed } from '#pandemic'
import { permanenceDuties } from '#permanence'
import { groupedByCarers, LEGAL_STATUSES, type Placement, placeGroup } from '#placements'
import { disputeDuties } from '#reviewing'
import { adjournedDuties } from '#reviews'
import { schoolingDuties } from '#schooling'
import { unaccompaniedDuties } from '#unaccompanied'
import { inOrder } from './in-order.ts'
import {
  dayOfEvent,
  type Ending,
  earlier,
  endedBy,
  ending,
  type Known,
  type Period,
  statusOn,
  type Time,
} from './known.ts'
import { placementsOf, registeredNear } from './stays.ts'

function courtFrom({ statuses }: Known, { began, last }: Time): DayNumber | undefined {
  return statuses.find(
    ({ code, from, until }) => LEGAL_STATUSES[code].inCare && from <= last && (until === undefined || until > began),
  )?.from
}

function carePlanDuties(out: Duty[], known: Known, { time, after }: Period): void {
  const { facts, covered, on, readings, assessments } = known
  const { anchor, began, beganKnown, closes, closing, last, reviews } = time
  const [first] = time.placements
  planDuties(out, {
    ...{ anchor, after, closes, closing, reviews },
    placed: first && {
      ...{ line: first.line, recorded: first.recorded, day: first.began },
      ...{ known: first.beganKnown && beganKnown, planned: first.planned === true },
    },
    courtFrom: courtFrom(known, time),
    approvals: inOrder(facts.carePlans, dayOfEvent, on),
    parts: inOrder(facts.planParts, dayOfEvent, on),
    countsFromFirst: beganKnown && isFirstKnown(covered.review, began, reviews[0]?.held),
    assessment: assessments.findLast(({ day, outcome }) => outcome === 'seen' && day >= began && day <= last),
    spans: covered.carePlan,
    daysAfterReview: readings.planAfterReview,
  })
  copyDuties(out, {
    ...{ closes, closing, on, copies: facts.planCopies, parentless: facts.parentless, spans: covered.carePlan },
    approvals: inOrder(facts.carePlans, dayOfEvent, on).filter(({ day }) => day > after && day <= last),
  })
  entryDuties(out, {
    ...{ anchor, began, beganKnown, after, closes, closing },
    planned: first?.planned === true,
    told: inOrder(facts.told, dayOfEvent, on).filter(({ notTold }) => notTold === undefined),
    spans: covered.told,
  })
}

function reviewerAndReviews(out: Duty[], known: Known, { time }: Period): void {
  const { facts, covered, on, readings } = known
  const { anchor, began, beganKnown, closes, closing, last, reviews } = time
  reviewerDuties(out, {
    ...{ anchor, began, beganKnown, closes, closing, on },
    reviewers: inOrder(facts.reviewers, ({ from }) => from, on),
    spans: covered.reviewingOfficer,
    days: readings.reviewerNamed,
  })
  aroundReviewDuties(out, {
    ...{ began, closes, closing, reviews, talks: known.talks },
    talkSpans: covered.reviewerTalk,
    decisions: inOrder(facts.decisions, dayOfEvent, on),
    decisionSpans: covered.reviewDecision,
  })
  afterReviewDuties(out, {
    ...{ reviews, closes, closing, spans: covered.reviewDecision, visitorSpans: covered.visitorConsidered },
    received: inOrder(facts.decisionsReceived, dayOfEvent, on),
    answered: inOrder(facts.decisionsAnswered, dayOfEvent, on),
    visitors: new Set(facts.visitorsConsidered),
  })
  recordDuties(out, {
    ...{ reviews, closes, closing, on, spans: covered.reviewRecord, days: readings.reviewRecord },
    records: facts.reviewRecords,
  })
  aloneDuties(
    out,
    known.visits.filter(({ day, seenAlone }) => seenAlone !== true && day >= began && day <= last),
    covered.visit,
  )
  const adjourned = known.adjourned.filter(({ held }) => held >= began && held <= last)
  if (adjourned.length > 0)
    adjournedDuties(out, adjourned, { completed: reviews, spans: covered.review, closes, closing })
}

function healthOfYears(out: Duty[], known: Known, { time }: Period): void {
  const { facts, covered, on, born, readings } = known
  const { anchor, began, beganKnown, closes, closing } = time
  if (!beganKnown) return
  yearHealthDuties(out, {
    ...{ anchor, began, closes, closing, born, on },
    answers: facts.yearAnswers,
    spans: covered.healthYear,
    counts: { questionnaire: readings.questionnaireYearly, teeth: readings.dentistYearly },
  })
}

function schoolOf(out: Duty[], known: Known, { time }: Period): void {
  const { facts, covered, on, born } = known
  const { anchor, began, last, closes, closing, reviews } = time
  examDuties(out, {
    ...{ placements: time.placements, approved: facts.decisions, spans: covered.homeDecision, on, closes, closing },
    left: facts.schooling.left.filter(({ lastDay }) => lastDay >= began && lastDay <= last),
  })
  schoolingDuties(out, {
    ...{ anchor, began, last, closes, closing, reviews, born, on, schooling: facts.schooling },
    premiumSpans: covered.pupilPremium,
    reviewSpans: covered.review,
  })
}

function leavesCare(out: Duty[], known: Known, { time }: Period): void {
  const { facts, covered, on, born } = known
  const period = facts.periods.find(({ line }) => line === time.anchor.line)
  const ended = endedBy(period?.ended, on)
  if (period === undefined || ended === undefined || time.shortBreaks) return
  if (known.adult !== undefined && ended >= known.adult) return
  const sixteen = born === undefined ? undefined : attainsAgeNumber(born, 16)
  leavingApproval(out, {
    ...{ period, ended, reason: period.endReason, began: time.began, beganKnown: time.beganKnown },
    agreesForThemselves: sixteen !== undefined && ended >= sixteen && statusOn(known.statuses, ended - 1) === 'V2',
    decisions: facts.decisions,
    spans: covered.approval,
  })
}

const isAdoption = ({ place }: Placement): boolean => placeGroup(place) === 'adoption'

/** A placement order is the authority to place: from it a child waits until first placed. */
function waitsForAdopters(out: Duty[], known: Known, { time }: Period): void {
  const { facts, covered, on } = known
  for (const power of facts.powers) {
    if (power.kind !== 'placement order' || power.made > on || power.made > time.last) continue
    const over = ending(endedBy(power.ended, on), 'orderEnded')
    const placed = time.placements.find((one) => isAdoption(one) && one.began >= power.made)
    const end = earlier(earlier(over, ending(placed?.began, 'placedForAdoption')), time)
    if ((end.closes ?? EVER) <= Math.max(power.made, time.began)) continue
    waitingReviews(
      out,
      {
        order: power,
        from: Math.max(power.made, time.began),
        fromKnown: power.madeKnown && power.made >= time.began,
        ...end,
      },
      { reviews: time.reviews, spans: covered.review },
    )
  }
}

export function practiceOfPeriod(out: Duty[], known: Known, period: Period): void {
  const { shortBreaks } = period.time
  reviewerAndReviews(out, known, period)
  if (shortBreaks) return
  carePlanDuties(out, known, period)
  healthOfYears(out, known, period)
  placementsOf(out, known, period)
  registeredNear(out, known, period)
  schoolOf(out, known, period)
  leavesCare(out, known, period)
  if (known.facts.powers.length > 0) waitsForAdopters(out, known, period)
}

/** Orders and adoption run across the periods of care; each ends with the period in which it lies. */
export function practiceOfChild(out: Duty[], known: Known, times: readonly Time[]): void {
  const { facts, covered, on } = known
  const endingFrom = (from: DayNumber): Ending | undefined => {
    const time = times.find(({ closes }) => closes === undefined || closes > from)
    return time && { closes: time.closes, closing: time.closing }
  }
  const { safety, missingEpisodes } = facts
  if (missingEpisodes.length > 0 || safety !== NO_SAFETY)
    safetyDuties(out, {
      episodes: inOrder(missingEpisodes, ({ from }) => from, on),
      ...{ safety, spans: covered, on, ending: endingFrom },
      countsSteps: known.readings.missingSteps,
      meetsAfter: { hours: known.readings.missingHours, times: known.readings.missingTimes },
      homesOn: (day) =>
        groupedByCarers(known.placements)
          .findLast((group) => group.some(({ began, ended }) => began <= day && (ended ?? EVER) >= day))
          ?.map(({ line }) => line) ?? [],
    })
  if (facts.powers.length > 0) {
    orderDuties(out, { powers: facts.powers, spans: covered.legalStatus, on, ending: endingFrom })
    panelDuties(out, facts.powers, { panels: facts.securePanels, spans: covered.courtStep, on, ending: endingFrom })
  }
  if (facts.proceedings.length > 0)
    proceedingsDuties(out, facts.proceedings, { spans: covered.courtStep, on, ending: endingFrom })
  if (facts.guardianships.length > 0)
    guardianshipDuties(out, facts.guardianships, { spans: covered.courtStep, on, ending: endingFrom })
  if (facts.adoptionPanels.length > 0)
    adoptionPanelDuties(out, facts.adoptionPanels, { spans: covered.adoptionPanel, on, ending: endingFrom })
  if (facts.disputes.length > 0) {
    const days = { informal: known.readings.disputeInformal, formal: known.readings.disputeStage }
    disputeDuties(out, facts.disputes, { on, days, ending: endingFrom })
  }
  if (facts.permanence.length > 0)
    permanenceDuties(out, facts.permanence, {
      ...{ decided: facts.adoptionDecided, reviews: facts.reviews, spans: covered.adoption, on, ending: endingFrom },
    })
  if (facts.adoptionDecided.length > 0) {
    earlyDuties(out, facts.adoptionDecided, { spans: covered.adoptionPanel, on, ending: endingFrom })
    matchDuties(out, facts.adoptionDecided, {
      ...{ matches: facts.matches, spans: covered.adoption, referralSpans: covered.matchingReferral },
      ...{ on, ending: endingFrom },
    })
  }
  unaccompaniedDuties(out, facts.unaccompanied, { spans: covered, on, ending: endingFrom })
}

/** What fell due while the rules were relaxed and was not done by then is neither late nor on time. */
export function asOfItsDay(duty: Duty, on: DayNumber): Duty {
  const { due, standing, basis } = duty
  if (due === undefined || !wasRelaxed(due) || !RELAXED.has(basis.rule.id)) return duty
  if (standing !== 'doneLate' && !(standing === 'open' && on > due)) return duty
  return { ...duty, standing: 'unknown', missing: 'relaxed', shownLate: false }
}
