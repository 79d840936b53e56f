// Pages of leaving care: the forms of all that is done for a young person, and what is known each year for the return.
import type { Form } from '#forms'
import { endedForms } from './after-care-ended.tsx'
import { careLeaverForms as answers } from './care-leaver-answers.tsx'
import { contactForms } from './leaver-contact.tsx'
import { leaverForms } from './leaver-forms.tsx'

export const careLeaverForms: readonly Form[] = [...answers, ...contactForms, ...leaverForms, ...endedForms]
