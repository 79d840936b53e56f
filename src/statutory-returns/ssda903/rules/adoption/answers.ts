// The six questions of table AD1 on an adoption.
import type { YearTables } from '#return-files'

type Ad1 = YearTables['AD1']

const all = (ad1: Ad1, row: number) => [
  ad1.written.DATE_INT(row),
  ad1.written.DATE_MATCH(row),
  ad1.FOSTER_CARE(row),
  ad1.NB_ADOPTR(row),
  ad1.SEX_ADOPTR(row),
  ad1.LS_ADOPTR(row),
]

export const adoptionAnswers = {
  fields: ['DATE_INT', 'DATE_MATCH', 'FOSTER_CARE', 'NB_ADOPTR', 'SEX_ADOPTR', 'LS_ADOPTR'],
  any: (ad1: Ad1, row: number): boolean => all(ad1, row).some((answer) => answer !== null),
  incomplete: (ad1: Ad1, row: number): boolean => all(ad1, row).includes(null),
} as const
