// Pages of decisions about homes: how one was chosen, what was seen to first, the assessment of a parent, and what stands from a day.
import type { Form } from '#forms'
import { homeCheckForms } from './home-checks.tsx'
import { homeChoiceForms } from './home-choice.tsx'
import { placementDecisionForms } from './placement-decision.tsx'

export const homeDecisionForms: readonly Form[] = [...homeChoiceForms, ...homeCheckForms, ...placementDecisionForms]
