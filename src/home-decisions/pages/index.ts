// Pages of decisions about homes: how one was chosen, what was seen to first, the assessment of a parent, what stands from a day, and why one is far.
import type { Form } from '#forms'
import { farForms } from './far-from-home.tsx'
import { homeCheckForms } from './home-checks.tsx'
import { homeChoiceForms } from './home-choice.tsx'
import { placementDecisionForms } from './placement-decision.tsx'

export const homeDecisionForms: readonly Form[] = [
  ...homeChoiceForms,
  ...homeCheckForms,
  ...placementDecisionForms,
  ...farForms,
]
