// Pages of stays: the forms of a place that is kept or reserved, and of shared care or short breaks as they are planned.
import type { Form } from '#forms'
import { heldForms } from './hold-place.tsx'
import { patternForms } from './plan-stays.tsx'
import { reserveForm } from './reserve-home.tsx'

export const staysForms: readonly Form[] = [...heldForms, ...patternForms, reserveForm]
