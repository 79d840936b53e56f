// Dates that are no real dates: one rule for each date field.
import { isDay } from '../../return-dates.ts'
import { eachRow, type Rule } from '../../rule.ts'

export const dateRules: readonly Rule[] = [
  eachRow('Header', {
    code: '102',
    says: 'The date of birth is missing, or is not a real date.',
    fields: ['DOB'],
    fails: ({ Header }, row) => !isDay(Header.DOB(row)),
  }),
]
