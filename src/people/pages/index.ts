// Pages of who a child is: names and pronouns, birth date, sex and ethnic origin, numbers, and what the return asks of some children only.
import type { Form } from '#forms'
import { askedByTheReturn } from './asked-by-the-return.tsx'
import { birthForms } from './birth.tsx'
import { identityForms } from './identity.tsx'
import { calledForms } from './names.tsx'

export { type FactForms, type FactGiven, makeFactForms } from './fact-forms.tsx'
export const peopleForms: readonly Form[] = [...calledForms, ...identityForms, ...birthForms, ...askedByTheReturn]
