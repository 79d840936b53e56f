// Who belongs in which table: reviews by age, pupil numbers by age and care, and what is not asked of care leavers.
import { birthday, lastAugustBefore } from '#return-files'
import { eachChild, eachRow, fromRow, type Rule } from '../../rule.ts'
import { anyLeaverAnswer, leaverFields } from '../care-leavers/answers.ts'
import { isRespite } from '../episodes/reading.ts'

const notForLeavers = ['PlacedAdoption', 'Missing', 'Reviews', 'AD1', 'PrevPerm', 'OC2'] as const

export const belongingRules: readonly Rule[] = [
  eachRow('Header', {
    code: '209',
    says: 'The child is of school age, so a pupil number has to be known, or another reason given why it is not.',
    fields: ['UPN', 'DOB'],
    among: ({ Header }) => Header.UPN.holding(['UN1']),
    fails: ({ Header, start }, row) =>
      Header.UPN.at(row) === 'UN1' && birthday(Header.DOB.at(row), 4) <= lastAugustBefore(start),
  }),
  fromRow('Header', {
    code: '210',
    says: 'The child has been looked after for more than a week, so the pupil number should be known by now.',
    fields: ['UPN', 'DECOM'],
    needs: ['Episodes'],
    among: ({ Header }) => Header.UPN.holding(['UN4']),
    check: ({ Header, Episodes, end }, row, flag) => {
      if (Header.UPN.at(row) !== 'UN4') return
      for (const episode of Episodes.of(Header.childOf(row))) {
        if (!(Episodes.DECOM.at(episode) >= end - 7)) continue
        flag('Header', row)
        flag('Episodes', episode)
      }
    },
  }),
  eachRow('Reviews', {
    code: '440',
    says: 'The review is recorded as that of a child under 4, but the child was older.',
    fields: ['DOB', 'REVIEW', 'REVIEW_CODE'],
    among: ({ Reviews }) => Reviews.REVIEW_CODE.holding(['PN0']),
    fails: ({ Reviews }, row) =>
      Reviews.REVIEW_CODE.at(row) === 'PN0' && Reviews.REVIEW.at(row) > birthday(Reviews.DOB.at(row), 4),
  }),
  eachRow('Reviews', {
    code: '441',
    says: 'The review is recorded as that of a child of 4 or over, but the child was younger.',
    fields: ['DOB', 'REVIEW', 'REVIEW_CODE'],
    fails: ({ Reviews, codes }, row) => {
      const code = Reviews.REVIEW_CODE.at(row)
      return codes.REVIEW_CODE.has(code) && code !== 'PN0' && Reviews.REVIEW.at(row) < birthday(Reviews.DOB.at(row), 4)
    },
  }),
  eachRow('Header', {
    code: '442',
    says: 'The unique pupil number, or the reason why it is not known, is missing.',
    fields: ['UPN'],
    needs: ['Episodes'],
    fails: ({ Header, Episodes }, row) =>
      Header.UPN.at(row) === null && Episodes.of(Header.childOf(row)).some((other) => !isRespite(Episodes, other)),
  }),
  eachChild({
    code: '1012',
    says: 'The child had no episode this year, so nothing but care leaver information is wanted.',
    fields: ['CHILD'],
    needs: ['Episodes'],
    check: (given, child, flag) => {
      if (given.Episodes.of(child).length > 0) return
      for (const table of notForLeavers) for (const row of given[table].of(child)) flag(table, row)
    },
  }),
  eachChild({
    code: '1014',
    says: 'Whether a care leaver is or was an unaccompanied asylum seeker is not asked.',
    fields: [...leaverFields, 'DUC'],
    needs: ['Episodes', 'UASC', 'OC3'],
    among: ({ UASC }) => UASC.everyChild(),
    check: ({ Episodes, UASC, OC3, start, end }, child, flag) => {
      const episodes = Episodes.of(child)
      if (episodes.length === 0) return
      if (episodes.some((row) => Episodes.DECOM.at(row) <= end && !(Episodes.DEC.at(row) < start))) return
      const leaver = OC3.of(child).filter((row) => anyLeaverAnswer(OC3, row))
      if (leaver.length === 0) return
      const status = UASC.of(child)
      for (const row of status) flag('UASC', row)
      if (status.length > 0) for (const row of leaver) flag('OC3', row)
    },
  }),
]
