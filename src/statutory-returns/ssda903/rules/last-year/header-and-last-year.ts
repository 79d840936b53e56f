// What the return says of a child this year against what it said last year.
import { eachRow, type Rule } from '../../rule.ts'

export const headerAndLastYearRules: readonly Rule[] = [
  eachRow('Header', {
    code: '202',
    says: 'The sex is not the one given last year.',
    fields: ['SEX'],
    needs: ['last Header'],
    fails: ({ Header, last }, row) =>
      last.Header.of(Header.childOf(row)).some((other) => last.Header.SEX.at(other) !== Header.SEX.at(row)),
  }),
  eachRow('Header', {
    code: '203',
    says: 'The date of birth is not the one given last year.',
    fields: ['DOB'],
    needs: ['last Header'],
    fails: ({ Header, last }, row) =>
      last.Header.of(Header.childOf(row)).some((other) => !Object.is(last.Header.DOB.at(other), Header.DOB.at(row))),
  }),
  eachRow('Header', {
    code: '204',
    says: 'The ethnic origin is not the one given last year.',
    fields: ['ETHNIC'],
    needs: ['last Header'],
    fails: ({ Header, last }, row) =>
      last.Header.of(Header.childOf(row)).some((other) => last.Header.ETHNIC.at(other) !== Header.ETHNIC.at(row)),
  }),
  eachRow('Header', {
    code: '207',
    says: 'Last year she was a mother, and this year she is not said to be one.',
    fields: ['MOTHER'],
    needs: ['Episodes', 'last Header'],
    fails: ({ Header, Episodes, last }, row) => {
      const child = Header.childOf(row)
      return (
        Header.MOTHER.at(row) !== '1' &&
        Episodes.of(child).length > 0 &&
        last.Header.of(child).some((other) => last.Header.MOTHER.at(other) === '1')
      )
    },
  }),
  eachRow('Header', {
    code: '208',
    says: 'The unique pupil number is not the one given last year.',
    fields: ['UPN'],
    needs: ['last Header'],
    fails: ({ Header, last, codes }, row) => {
      const now = Header.UPN.at(row)
      return last.Header.of(Header.childOf(row)).some((other) => {
        const before = last.Header.UPN.at(other)
        if (before === now) return false
        const becameKnown = codes.unknownUpn.has(before) && now !== null && !codes.unknownUpn.has(now)
        const grewUp = before === 'UN1' && codes.unknownUpn.has(now)
        const filled = before === null && now !== 'UN1' && codes.unknownUpn.has(now)
        return !becameKnown && !grewUp && !filled
      })
    },
  }),
  eachRow('Header', {
    code: '624',
    says: 'The date of birth of the first child is not the one given last year.',
    fields: ['MC_DOB'],
    needs: ['last Header'],
    // As text, as the return compares it; blank this year is a difference too.
    fails: ({ Header, last }, row) =>
      last.Header.of(Header.childOf(row)).some((other) => {
        const before = last.Header.written.MC_DOB.at(other)
        return before !== null && before !== Header.written.MC_DOB.at(row)
      }),
  }),
  eachRow('Header', {
    code: '626',
    says: 'Last year she was not a mother; this year she is, but her first child was born before this year began.',
    fields: ['MOTHER', 'MC_DOB'],
    needs: ['last Header'],
    among: ({ Header }) => Header.MOTHER.holding(['1']),
    fails: ({ Header, last, start }, row) =>
      Header.MOTHER.at(row) === '1' &&
      Header.MC_DOB.at(row) < start &&
      last.Header.of(Header.childOf(row)).some((other) => last.Header.MOTHER.at(other) === '0'),
  }),
]
