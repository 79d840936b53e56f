// Codes of the return in what somebody reads of themselves, as the forms that record them say them.
import { HOMES, NEEDS } from '#care-events'
import { DOES, IN_TOUCH } from '#leaving-care'
import { EARLIER_PERMANENCE, ETHNICITIES, type Said, SEXES, WHY_NO_PUPIL_NUMBER } from '#people'
import { PROVIDERS, WHY_CARE_ENDED } from '#placements'
import { PARTICIPATION } from '#reviews'

/** By table and column. */
const SAID: Readonly<Record<string, readonly Said[]>> = {
  'care_leaver_answer.activity': DOES,
  'care_leaver_answer.in_touch': IN_TOUCH,
  'care_period.end_reason': WHY_CARE_ENDED,
  'care_period.need': NEEDS,
  'identity_code.code': [...ETHNICITIES, ...WHY_NO_PUPIL_NUMBER, ...SEXES],
  'placement.kind': HOMES,
  'placement.provider': PROVIDERS,
  'previous_permanence.kind': EARLIER_PERMANENCE,
  'review.participation': Object.entries(PARTICIPATION).map(([value, text]) => ({ value, text })),
}

/** undefined: it is no code, or one that nobody has put into words. */
export const codeWords = (table: string, column: string, code: unknown): string | undefined =>
  SAID[`${table}.${column}`]?.find(({ value }) => value === code)?.text
