// Table AD1: the adopters' number, sex and legal status, which have to describe the same people.
import { isDay } from '#return-files'
import { eachRow, type Rule } from '../../rule.ts'
import { adoptionAnswers } from './answers.ts'

type Pairing = { code: string; status: string; sexes: readonly string[]; says: string }

/** Each legal status allows only some answers on the sex of the adopters; a blank is allowed by none. */
const pairings: readonly Pairing[] = [
  {
    code: '514',
    status: 'L0',
    sexes: ['M1', 'F1'],
    says: 'A single adopter is recorded, but the sex given is that of a couple.',
  },
  {
    code: '517',
    status: 'L3',
    sexes: ['MF'],
    says: 'An unmarried couple of different sexes is recorded, but the sexes given are not a man and a woman.',
  },
  {
    code: '518',
    status: 'L4',
    sexes: ['MM', 'FF'],
    says: 'An unmarried couple of one sex is recorded, but the sexes given are not two men or two women.',
  },
  {
    code: '519',
    status: 'L2',
    sexes: ['MM', 'FF', 'MF'],
    says: 'A civil partnership is recorded, but the sex given is not that of a couple.',
  },
  {
    code: '520',
    status: 'L11',
    sexes: ['MF'],
    says: 'A married couple of different sexes is recorded, but the sexes given are not a man and a woman.',
  },
  {
    code: '524',
    status: 'L12',
    sexes: ['MM', 'FF'],
    says: 'A married couple of one sex is recorded, but the sexes given are not two men or two women.',
  },
]

export const adopterRules: readonly Rule[] = [
  ...pairings.map(({ code, status, sexes, says }) =>
    eachRow('AD1', {
      code,
      says,
      fields: ['LS_ADOPTR', 'SEX_ADOPTR'],
      fails: ({ AD1 }, row) => AD1.LS_ADOPTR.at(row) === status && !sexes.includes(AD1.SEX_ADOPTR.at(row) ?? ''),
    }),
  ),
  eachRow('AD1', {
    code: '511',
    says: 'Two adopters are recorded, but the sex given is that of one person.',
    fields: ['NB_ADOPTR', 'SEX_ADOPTR'],
    fails: ({ AD1 }, row) => {
      const sex = AD1.SEX_ADOPTR.at(row)
      return AD1.NB_ADOPTR.at(row) === '2' && (sex === 'M1' || sex === 'F1')
    },
  }),
  eachRow('AD1', {
    code: '151',
    says: 'The six answers on an adoption have to be given together, or all left blank.',
    fields: adoptionAnswers.fields,
    fails: ({ AD1 }, row) => adoptionAnswers.any(AD1, row) && adoptionAnswers.incomplete(AD1, row),
  }),
  eachRow('AD1', {
    code: '333',
    says: 'The decision that adoption is best must be made by the day the child is matched with adopters.',
    fields: ['DATE_INT', 'DATE_MATCH'],
    fails: ({ AD1 }, row) => isDay(AD1.DATE_MATCH.at(row)) && !(AD1.DATE_INT.at(row) <= AD1.DATE_MATCH.at(row)),
  }),
]
