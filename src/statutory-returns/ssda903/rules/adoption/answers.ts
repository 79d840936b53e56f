// The six questions of table AD1 on an adoption.
import type { YearTables } from '#return-files'

type Ad1 = YearTables['AD1']

const all = (ad1: Ad1, row: number) => [
  ad1.written.DATE_INT.at(row),
  ad1.written.DATE_MATCH.at(row),
  ad1.FOSTER_CARE.at(row),
  ad1.NB_ADOPTR.at(row),
  ad1.SEX_ADOPTR.at(row),
  ad1.LS_ADOPTR.at(row),
]

export const adoptionAnswers = {
  fields: ['DATE_INT', 'DATE_MATCH', 'FOSTER_CARE', 'NB_ADOPTR', 'SEX_ADOPTR', 'LS_ADOPTR'],
  any: (ad1: Ad1, row: number): boolean => all(ad1, row).some((answer) => answer !== null),
  incomplete: (ad1: Ad1, row: number): boolean => all(ad1, row).includes(null),
} as const
