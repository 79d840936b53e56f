// Every rule of the return, family by family.
import type { Rule } from '../rule.ts'
import { adopterRules } from './adoption/adopters.ts'
import { adoptionAndEpisodeRules } from './adoption/adoption-and-episodes.ts'
import { decisionAndEpisodeRules } from './adoption/decision-and-episodes.ts'
import { decisionAndLastYearRules } from './adoption/decision-and-last-year.ts'
import { decisionRules } from './adoption/decision-to-place.ts'
import { asylumAndLastYearRules, asylumRules } from './asylum/asylum-seekers.ts'
import { leaverAndCareRules } from './care-leavers/leaver-and-care.ts'
import { leaverAnswerRules } from './care-leavers/leaver-answers.ts'
import { particularCodeRules } from './codes/particular-codes.ts'
import { validCodeRules } from './codes/valid-codes.ts'
import { dateOrderRules, doloDateRules } from './dates/date-order.ts'
import { validDateRules } from './dates/valid-dates.ts'
import { doloRules } from './dolo/deprivation-of-liberty.ts'
import { ageRules } from './episodes/age.ts'
import { durationRules } from './episodes/duration.ts'
import { sequenceRules } from './episodes/sequence.ts'
import { whatChangedRules } from './episodes/what-changed.ts'
import { healthAnswerRules } from './health/health-answers.ts'
import { sdqRules } from './health/strengths-and-difficulties.ts'
import { integrityRules } from './integrity/one-child-one-row.ts'
import { firstEpisodeRules } from './last-year/first-episode.ts'
import { headerAndLastYearRules } from './last-year/header-and-last-year.ts'
import { twoYearRules } from './last-year/two-years.ts'
import { missingPeriodRules } from './missing/missing-periods.ts'
import { motherRules } from './mothers/mothers.ts'
import { previousPermanenceRules } from './permanence/previous-permanence.ts'
import { locationRules } from './placements/location.ts'
import { placementChangeRules } from './placements/placement-change.ts'
import { placementTypeRules, temporaryPlacementRules } from './placements/placement-type.ts'
import { socialWorkerRules } from './social-workers/social-worker-episodes.ts'
import { providerNumberRules, urnFrom2026 } from './urn/provider-number.ts'
import { belongingRules } from './whole-return/who-belongs.ts'

export const ssda903Rules: readonly Rule[] = [
  ...adopterRules,
  ...adoptionAndEpisodeRules,
  ...decisionAndEpisodeRules,
  ...decisionAndLastYearRules,
  ...decisionRules,
  ...asylumRules,
  ...asylumAndLastYearRules,
  ...leaverAndCareRules,
  ...leaverAnswerRules,
  ...particularCodeRules,
  ...validCodeRules,
  ...dateOrderRules,
  ...doloDateRules,
  ...validDateRules,
  ...doloRules,
  ...ageRules,
  ...durationRules,
  ...sequenceRules,
  ...whatChangedRules,
  ...healthAnswerRules,
  ...sdqRules,
  ...integrityRules,
  ...firstEpisodeRules,
  ...headerAndLastYearRules,
  ...twoYearRules,
  ...missingPeriodRules,
  ...motherRules,
  ...previousPermanenceRules,
  ...locationRules,
  ...placementChangeRules,
  ...placementTypeRules,
  ...temporaryPlacementRules,
  ...socialWorkerRules,
  ...providerNumberRules,
  ...urnFrom2026,
  ...belongingRules,
]
