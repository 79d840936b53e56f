// Table OC3 against the care the young person had: who is a care leaver at all, and what else may be returned of them.
import { birthday } from '#return-files'
import { eachChild, eachRow, fromRow, type Rule } from '../../rule.ts'
import { adoptionAnswers } from '../adoption/answers.ts'
import { isOpen } from '../episodes/reading.ts'
import { healthAnswers } from '../health/answers.ts'
import { anyLeaverAnswer, leaverFields } from './answers.ts'

export const leaverAndCareRules: readonly Rule[] = [
  eachRow('AD1', {
    code: '134',
    says: 'Adoption information is not wanted for a care leaver.',
    fields: [...leaverFields, ...adoptionAnswers.fields],
    needs: ['OC3'],
    fails: ({ AD1, OC3 }, row) =>
      adoptionAnswers.any(AD1, row) && OC3.of(AD1.childOf(row)).some((other) => anyLeaverAnswer(OC3, other)),
  }),
  eachChild({
    code: '187',
    says: 'The child was looked after for the whole twelve months, so neither adoption nor care leaver information is wanted.',
    fields: [...adoptionAnswers.fields, ...leaverFields],
    needs: ['Episodes', 'AD1', 'OC3'],
    among: ({ AD1, OC3 }) => AD1.everyChild().union(OC3.everyChild()),
    check: ({ AD1, OC3, continuous }, child, flag) => {
      if (!continuous.has(child)) return
      for (const row of AD1.of(child)) if (adoptionAnswers.any(AD1, row)) flag('AD1', row)
      for (const row of OC3.of(child)) if (anyLeaverAnswer(OC3, row)) flag('OC3', row)
    },
  }),
  fromRow('OC3', {
    code: '215',
    says: 'Health and conviction answers are not wanted for a care leaver.',
    fields: [...leaverFields, ...healthAnswers.fields],
    needs: ['OC2'],
    check: ({ OC2, OC3 }, row, flag) => {
      if (!anyLeaverAnswer(OC3, row)) return
      const answered = OC2.of(OC3.childOf(row)).filter((other) => healthAnswers.any(OC2, other))
      if (answered.length > 0) flag('OC3', row)
      for (const other of answered) flag('OC2', other)
    },
  }),
  eachRow('OC3', {
    code: '1000',
    says: 'The child is recorded as having died in care, so care leaver information is not wanted.',
    fields: leaverFields,
    needs: ['Episodes'],
    fails: ({ OC3, Episodes, last }, row) => {
      const child = OC3.childOf(row)
      return (
        Episodes.of(child).some((episode) => Episodes.REC.at(episode) === 'E2') ||
        last.Episodes.of(child).some((episode) => last.Episodes.REC.at(episode) === 'E2')
      )
    },
  }),
  eachRow('OC3', {
    code: '1002',
    says: 'There are no episodes of care for this young person, this year or last, so they look to be no care leaver.',
    fields: leaverFields,
    needs: ['Episodes', 'last Episodes'],
    fails: ({ OC3, Episodes, last }, row) => {
      const child = OC3.childOf(row)
      return Episodes.of(child).length === 0 && last.Episodes.of(child).length === 0
    },
  }),
  eachRow('OC3', {
    code: '1007',
    says: 'The young person was looked after on their 17th or 18th birthday, so care leaver information is not wanted.',
    fields: leaverFields,
    needs: ['Episodes'],
    // Reference says: only episodes that have ended count. We say: a child in an open episode is still looked after.
    fails: ({ OC3, Episodes, end }, row) => {
      if (!anyLeaverAnswer(OC3, row)) return false
      const born = OC3.DOB.at(row)
      const age = [18, 17].find((years) => birthday(born, years) <= end && birthday(born, years + 1) > end)
      if (age === undefined) return false
      const day = birthday(born, age)
      return Episodes.of(OC3.childOf(row)).some(
        (episode) => Episodes.DECOM.at(episode) <= day && (isOpen(Episodes, episode) || Episodes.DEC.at(episode) > day),
      )
    },
  }),
  eachRow('OC3', {
    code: '1010',
    says: 'Care leaver information is given, but the child was still in care at the end of last year and has no episodes this year.',
    fields: leaverFields,
    needs: ['Episodes', 'last Episodes'],
    fails: ({ OC3, Episodes, last }, row) => {
      const child = OC3.childOf(row)
      if (Episodes.of(child).length > 0) return false
      const final = last.Episodes.inOrder(child).at(-1)
      return final !== undefined && last.Episodes.written.DEC.at(final) === null
    },
  }),
  eachRow('OC3', {
    code: '1011',
    says: "Another authority took over the child's care, so care leaver information is not wanted.",
    fields: leaverFields,
    needs: ['Episodes'],
    fails: ({ OC3, Episodes }, row) => {
      const final = Episodes.inOrder(OC3.childOf(row)).at(-1)
      return final !== undefined && Episodes.REC.at(final) === 'E3' && anyLeaverAnswer(OC3, row)
    },
  }),
  eachRow('OC3', {
    code: '1016',
    says: 'The young person left care on or after their 17th or 18th birthday this year, so care leaver information is not wanted.',
    fields: leaverFields,
    from: 2024,
    needs: ['Episodes'],
    // Reference says: a year of age is 365.2425 days. We say: ages change on birthdays.
    fails: ({ OC3, Episodes, end }, row) => {
      if (!anyLeaverAnswer(OC3, row)) return false
      const born = OC3.DOB.at(row)
      const age = [18, 17].find((years) => birthday(born, years) <= end && birthday(born, years + 1) > end)
      if (age === undefined) return false
      return Episodes.of(OC3.childOf(row)).some((episode) => Episodes.DEC.at(episode) >= birthday(born, age))
    },
  }),
]
