// The three questions of table OC3 on a care leaver: in touch, activity, accommodation.
import type { YearTables } from '#return-files'

export const leaverFields = ['IN_TOUCH', 'ACTIV', 'ACCOM'] as const

export const leaverAnswers = (oc3: YearTables['OC3'], row: number) => [
  oc3.IN_TOUCH.at(row),
  oc3.ACTIV.at(row),
  oc3.ACCOM.at(row),
]

export const anyLeaverAnswer = (oc3: YearTables['OC3'], row: number): boolean =>
  oc3.IN_TOUCH.at(row) !== null || oc3.ACTIV.at(row) !== null || oc3.ACCOM.at(row) !== null
