// Codes and numbers whose form needs a rule of its own: pupil numbers, scores, review participation, health answers.
import { eachRow, type Rule } from '../../rule.ts'
import { healthAnswers } from '../health/answers.ts'
import { permanenceAuthorities } from './permanence-authorities-data.ts'

const pupilNumber = /^(?:[A-HJ-NP-RT-Z]\d{12}|[A-HJ-NP-RT-Z]\d{11}[A-Z])$/
// A spreadsheet may have made 20 into 20.0.
const wholeNumber = /^\d+(?:\.0+)?$/

export const particularCodeRules: readonly Rule[] = [
  eachRow('Header', {
    code: '105',
    says: 'Whether the child is an unaccompanied asylum seeker is not answered with 0 or 1.',
    fields: ['UASC'],
    // Only the XML form asks; for CSV the answer is worked out from the table of those children.
    fails: ({ format, codes, Header }, row) => format === 'xml' && !codes.yesOrNo.has(Header.UASC.at(row)),
  }),
  eachRow('Reviews', {
    code: '167',
    says: 'A review needs both a date and a valid code for how the child took part, or neither.',
    fields: ['REVIEW_CODE'],
    fails: ({ codes, Reviews }, row) => {
      const [date, code] = [Reviews.written.REVIEW.at(row), Reviews.REVIEW_CODE.at(row)]
      return date === null ? code !== null : !codes.REVIEW_CODE.has(code)
    },
  }),
  eachRow('Header', {
    code: '168',
    says: 'The unique pupil number is not of the right form, nor one of the codes for an unknown number.',
    fields: ['UPN'],
    fails: ({ codes, Header }, row) => {
      const upn = Header.UPN.at(row)
      return upn !== null && !codes.unknownUpn.has(upn) && !pupilNumber.test(upn)
    },
  }),
  eachRow('OC2', {
    code: '180',
    says: 'The SDQ score is not a whole number from 0 to 40.',
    fields: ['SDQ_SCORE'],
    fails: ({ OC2 }, row) => {
      const score = OC2.SDQ_SCORE.at(row)
      return score !== null && !(wholeNumber.test(score) && Number(score) <= 40)
    },
  }),
  eachRow('OC2', {
    code: '181',
    says: 'A health or conviction question is answered with something other than 0 or 1.',
    fields: healthAnswers.fields,
    among: ({ codes, OC2 }) => healthAnswers.columns(OC2).flatMap((column) => column.holdingOther(codes.yesOrNo.codes)),
    fails: ({ codes, OC2 }, row) =>
      healthAnswers.all(OC2, row).some((answer) => answer !== null && !codes.yesOrNo.has(answer)),
  }),
  eachRow('PrevPerm', {
    code: '633',
    says: 'The authority that arranged the previous permanence is not a known authority code.',
    fields: ['LA_PERM'],
    // Reference says: only authorities that were there in 2018. We say: the six made in 2019, 2021 and 2023 too.
    fails: ({ PrevPerm }, row) => {
      const authority = PrevPerm.LA_PERM.at(row)
      return authority !== null && !permanenceAuthorities.has(authority)
    },
  }),
]
