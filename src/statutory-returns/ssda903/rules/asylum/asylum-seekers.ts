// Unaccompanied asylum-seeking children: the status, when it ended, and what last year's return said.
import { birthday } from '../../return-dates.ts'
import { eachRow, fromRow, type Rule } from '../../rule.ts'

export const asylumRules: readonly Rule[] = [
  eachRow('Header', {
    code: '231',
    says: 'The child is an unaccompanied asylum seeker of under 11, which is rare; check the date of birth.',
    fields: ['DOB', 'UASC'],
    from: 2025,
    fails: ({ Header, end }, row) => Header.UASC(row) === '1' && birthday(Header.DOB(row), 11) > end,
  }),
  eachRow('Header', {
    code: '232',
    says: 'The sex of the child is given as unknown.',
    fields: ['SEX'],
    from: 2025,
    fails: ({ Header }, row) => Header.SEX(row) === 'U',
  }),
  fromRow('UASC', {
    code: '303',
    says: 'A date is given on which the child ceased to be an unaccompanied asylum seeker, but the child is not said to be one.',
    fields: ['DUC', 'UASC'],
    needs: ['Header'],
    check: ({ UASC, Header }, row, flag) => {
      if (UASC.written.DUC(row) === null) return
      for (const other of Header.of(UASC.childOf(row))) {
        if (Header.UASC(other) === '1') continue
        flag('UASC', row)
        flag('Header', other)
      }
    },
  }),
]

export const asylumAndLastYearRules: readonly Rule[] = [
  fromRow('Header', {
    code: '205D',
    says: 'The child is an unaccompanied asylum seeker this year, and was not last year.',
    fields: ['UASC', 'CHILD'],
    needs: ['last Header'],
    check: ({ Header, last }, row, flag) => {
      if (Header.UASC(row) !== '1') return
      if (last.Header.of(Header.childOf(row)).some((other) => last.Header.UASC(other) === '0')) flag('Header', row)
    },
  }),
]
