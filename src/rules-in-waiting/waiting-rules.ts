// Every rule that waits for the record, and those that are not in force.
import { CARE_PLANNING_NOT_YET } from './care-planning.ts'
import { LEARNING_WAITING } from './learning.ts'
import { YOUNG_ADULTS_NOT_YET, YOUNG_ADULTS_WAITING } from './young-adults.ts'

export const WAITING_RULES = [...LEARNING_WAITING, ...YOUNG_ADULTS_WAITING] as const
/** Enacted, and not commenced as far as was found. */
export const NOT_COMMENCED = [...CARE_PLANNING_NOT_YET, ...YOUNG_ADULTS_NOT_YET] as const
