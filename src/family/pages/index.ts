// Pages of the family: its people, where they live, what ties them, brothers and sisters, family time, and what must be known.
import type { Form } from '#forms'
import { homeForms } from './homes.tsx'
import { mustKnowForms } from './must-know.tsx'
import { personForms } from './people.tsx'
import { siblingForms } from './siblings.tsx'
import { tieForms } from './ties.tsx'
import { timeForms } from './time.tsx'

export { mustKnowForms } from './must-know.tsx'
export const familyForms: readonly Form[] = [
  ...personForms,
  ...homeForms,
  ...tieForms,
  ...siblingForms,
  ...timeForms,
  ...mustKnowForms,
]
