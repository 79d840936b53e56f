// Table OC3: what the answers on one care leaver have to do with each other, and with the young person's age.
import { birthday, isDay } from '#return-files'
import { eachRow, type Rule } from '../../rule.ts'
import { anyLeaverAnswer, leaverAnswers, leaverFields } from './answers.ts'

export const leaverAnswerRules: readonly Rule[] = [
  eachRow('OC3', {
    code: '153',
    says: 'In touch, activity and accommodation have to be answered together, or all left blank.',
    fields: leaverFields,
    fails: ({ OC3 }, row) => anyLeaverAnswer(OC3, row) && leaverAnswers(OC3, row).includes(null),
  }),
  eachRow('OC3', {
    code: '344',
    says: 'The young person died or returned home, so activity and accommodation should be 0.',
    fields: leaverFields,
    fails: ({ OC3 }, row) => {
      const touch = OC3.IN_TOUCH.at(row)
      return (touch === 'DIED' || touch === 'RHOM') && (OC3.ACTIV.at(row) !== '0' || OC3.ACCOM.at(row) !== '0')
    },
  }),
  eachRow('OC3', {
    code: '345',
    says: 'The council is in touch with the young person, so activity and accommodation cannot be 0.',
    fields: leaverFields,
    fails: ({ OC3 }, row) => OC3.IN_TOUCH.at(row) === 'YES' && (OC3.ACTIV.at(row) === '0' || OC3.ACCOM.at(row) === '0'),
  }),
  eachRow('OC3', {
    code: '347',
    says: 'A young person under 18 cannot live in a foyer.',
    fields: ['ACCOM'],
    from: 2024,
    // Reference says: the accommodation is 'T'. We say: T1 or T2, which are the codes; 'T' is no code at all.
    fails: ({ OC3, start }, row) => {
      const accommodation = OC3.ACCOM.at(row)
      const foyer = accommodation === 'T1' || accommodation === 'T2' || accommodation === 'T'
      return foyer && birthday(OC3.DOB.at(row), 18) > start
    },
  }),
  eachRow('OC3', {
    code: '348',
    says: 'Last year the young person was reported to have died, and this year not.',
    fields: ['IN_TOUCH'],
    from: 2026,
    needs: ['last OC3'],
    fails: ({ OC3, last }, row) =>
      OC3.IN_TOUCH.at(row) !== 'DIED' &&
      last.OC3.of(OC3.childOf(row)).some((other) => last.OC3.IN_TOUCH.at(other) === 'DIED'),
  }),
  eachRow('OC3', {
    code: '391',
    says: 'The young person had not turned 17 by the end of the year, so care leaver information is not wanted.',
    fields: ['DOB', ...leaverFields],
    fails: ({ OC3, end }, row) => anyLeaverAnswer(OC3, row) && birthday(OC3.DOB.at(row), 17) > end,
  }),
  eachRow('OC3', {
    code: '3001',
    says: 'A young person who turned 17 this year cannot be living with a former foster carer.',
    fields: ['ACCOM'],
    needs: ['Header'],
    fails: ({ OC3, Header, start, end }, row) => {
      const accommodation = OC3.ACCOM.at(row)
      if (accommodation !== 'Z1' && accommodation !== 'Z2') return false
      return Header.of(OC3.childOf(row)).some((other) => {
        const seventeen = birthday(Header.DOB.at(other), 17)
        return isDay(seventeen) && seventeen >= start && seventeen <= end
      })
    },
  }),
]
