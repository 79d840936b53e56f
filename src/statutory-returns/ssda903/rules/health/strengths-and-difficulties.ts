// Table OC2: the Strengths and Difficulties Questionnaire (SDQ), whose score or excuse depends on the child's age.
import { birthday, type YearTables } from '#return-files'
import { eachRow, fromRow, type Rule } from '../../rule.ts'
import { coreAnswers } from './answers.ts'

const neither = (oc2: YearTables['OC2'], row: number) =>
  oc2.SDQ_SCORE.at(row) === null && oc2.SDQ_REASON.at(row) === null

export const sdqRules: readonly Rule[] = [
  eachRow('OC2', {
    code: '157',
    says: 'The child was of an age for the SDQ all year, so "no form: under 4 or over 16" cannot be why there is no score.',
    fields: ['SDQ_REASON', 'DOB'],
    needs: ['Episodes'],
    fails: ({ OC2, start, end, continuous }, row) =>
      OC2.SDQ_SCORE.at(row) === null &&
      OC2.SDQ_REASON.at(row) === 'SDQ1' &&
      birthday(OC2.DOB.at(row), 4) <= start &&
      birthday(OC2.DOB.at(row), 16) >= end &&
      continuous.has(OC2.childOf(row)),
  }),
  eachRow('OC2', {
    code: '185',
    says: 'The child was not looked after for the whole twelve months, so the SDQ score should be blank.',
    fields: ['SDQ_SCORE'],
    needs: ['Episodes'],
    fails: ({ OC2, continuous }, row) => OC2.SDQ_SCORE.at(row) !== null && !continuous.has(OC2.childOf(row)),
  }),
  eachRow('OC2', {
    code: '186',
    says: 'The child was 4 to 16 all year and looked after throughout; give the SDQ score, or why there is none.',
    fields: ['SDQ_SCORE'],
    needs: ['Episodes'],
    fails: ({ OC2, start, end, continuous }, row) =>
      neither(OC2, row) &&
      birthday(OC2.DOB.at(row), 4) <= start &&
      birthday(OC2.DOB.at(row), 17) > end &&
      continuous.has(OC2.childOf(row)),
  }),
  eachRow('OC2', {
    code: '188',
    says: 'The child is under 4 at the end of the year, so neither an SDQ score nor a reason for having none is wanted.',
    fields: ['SDQ_SCORE', 'SDQ_REASON'],
    fails: ({ OC2, end }, row) => birthday(OC2.DOB.at(row), 4) > end && !neither(OC2, row),
  }),
  eachRow('OC2', {
    code: '189',
    says: 'The young person was 17 or over when the year began, so neither an SDQ score nor a reason for having none is wanted.',
    fields: ['DOB', 'SDQ_SCORE', 'SDQ_REASON'],
    fails: ({ OC2, start }, row) => birthday(OC2.DOB.at(row), 17) < start && !neither(OC2, row),
  }),
  fromRow('Episodes', {
    code: '191',
    says: 'The child was looked after for the whole twelve months, so the four core health answers are needed.',
    fields: [...coreAnswers.fields, 'CHILD'],
    needs: ['OC2'],
    check: ({ Episodes, OC2, continuous }, row, flag) => {
      const child = Episodes.childOf(row)
      if (!continuous.has(child)) return
      const answers = OC2.of(child)
      for (const answer of answers) if (coreAnswers.incomplete(OC2, answer)) flag('OC2', answer)
      if (answers.length === 0 && Episodes.inOrder(child)[0] === row) flag('Episodes', row)
    },
  }),
  eachRow('OC2', {
    code: '197B',
    says: 'The child turned 4 or 17 this year and was looked after throughout; give the SDQ score, or why there is none.',
    fields: ['SDQ_REASON', 'DOB'],
    needs: ['Episodes'],
    fails: ({ OC2, start, end, continuous }, row) => {
      if (!neither(OC2, row) || !continuous.has(OC2.childOf(row))) return false
      return [4, 17].some((age) => birthday(OC2.DOB.at(row), age) >= start && birthday(OC2.DOB.at(row), age) <= end)
    },
  }),
  eachRow('OC2', {
    code: '197a',
    says: 'There is an SDQ score, so a reason for having none should be blank.',
    fields: ['SDQ_SCORE', 'SDQ_REASON'],
    fails: ({ OC2 }, row) => OC2.SDQ_SCORE.at(row) !== null && OC2.SDQ_REASON.at(row) !== null,
  }),
  eachRow('OC2', {
    code: '198',
    says: 'The child was not looked after for the whole twelve months, so a reason for having no SDQ score should be blank.',
    fields: ['SDQ_REASON'],
    needs: ['Episodes'],
    fails: ({ OC2, continuous }, row) => OC2.SDQ_REASON.at(row) !== null && !continuous.has(OC2.childOf(row)),
  }),
]
