// Pages of who a child is: names and pronouns, birth date, sex and ethnic origin, numbers, and what the return asks of some children only.
import type { Form } from '#forms'
import type { ReckonBirth } from '../store.ts'
import { askedByTheReturn } from './asked-by-the-return.tsx'
import { birthForms } from './birth.tsx'
import { identityForms } from './identity.tsx'
import { calledForms } from './names.tsx'

export { chosenAmong, type FactForms, type FactGiven, makeFactForms } from './fact-forms.tsx'
/** `reckon`: what a birth date moves, from whoever can count it. */
export const peopleForms = (reckon?: ReckonBirth): readonly Form[] => [
  ...calledForms,
  ...identityForms,
  ...birthForms(reckon),
  ...askedByTheReturn,
]
