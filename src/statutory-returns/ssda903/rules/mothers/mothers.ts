// Whether a young person is a mother, and the date of birth of her first child.
import { birthday, isDay } from '#return-files'

import type { Given } from '../../given.ts'
import { eachRow, fromRow, type Rule } from '../../rule.ts'
import { anyLeaverAnswer } from '../care-leavers/answers.ts'
import { endsCare, isRespite } from '../episodes/reading.ts'

const hasLongerCare = ({ Episodes }: Given, child: number) =>
  Episodes.of(child).some((row) => !isRespite(Episodes, row))

const inYear = ({ Episodes, start, end }: Given, child: number) =>
  Episodes.of(child).some((row) => Episodes.DECOM.at(row) <= end && !(Episodes.DEC.at(row) < start))

export const motherRules: readonly Rule[] = [
  fromRow('Header', {
    code: '165',
    says: 'Whether the young person is a mother is not answered as it should be for them.',
    fields: ['MOTHER', 'SEX', 'ACTIV', 'ACCOM', 'IN_TOUCH', 'DECOM'],
    needs: ['Episodes', 'OC3'],
    // Reference says: SEX is 1 or 2, the codes until 2023/24. We say: M or F.
    check: (given, row, flag) => {
      const { Header, OC3, codes } = given
      const child = Header.childOf(row)
      if (!hasLongerCare(given, child)) return
      const [answer, sex] = [Header.MOTHER.at(row), Header.SEX.at(row)]
      const lookedAfter = inYear(given, child)
      const leaver = OC3.of(child).some((other) => anyLeaverAnswer(OC3, other))
      const wrong =
        (answer !== null && !codes.yesOrNo.has(answer)) ||
        (answer !== null && sex === 'M') ||
        (answer === null && sex === 'F' && lookedAfter) ||
        (answer !== null && sex === 'F' && leaver && !lookedAfter)
      if (!wrong) return
      flag('Header', row)
      for (const other of OC3.of(child)) flag('OC3', other)
    },
  }),
  eachRow('Header', {
    code: '174',
    says: 'A first child’s date of birth is given, but the young person is male.',
    fields: ['SEX', 'MC_DOB'],
    fails: ({ Header }, row) => Header.SEX.at(row) === 'M' && Header.written.MC_DOB.at(row) !== null,
  }),
  eachRow('Header', {
    code: '393',
    says: 'Say whether she is a mother.',
    fields: ['MOTHER'],
    needs: ['Episodes'],
    fails: (given, row) =>
      given.Header.SEX.at(row) === 'F' &&
      given.Header.MOTHER.at(row) === null &&
      hasLongerCare(given, given.Header.childOf(row)),
  }),
  fromRow('Episodes', {
    code: '607',
    says: 'She left care this year; say whether she is a mother.',
    fields: ['DEC', 'REC', 'MOTHER', 'LS', 'SEX'],
    needs: ['Header'],
    check: ({ Episodes, Header, start, end }, row, flag) => {
      const ended = Episodes.DEC.at(row)
      if (!endsCare(Episodes, row) || isRespite(Episodes, row) || !(ended >= start && ended <= end)) return
      for (const other of Header.of(Episodes.childOf(row))) {
        if (Header.SEX.at(other) !== 'F' || Header.MOTHER.at(other) !== null) continue
        flag('Episodes', row)
        flag('Header', other)
      }
    },
  }),
  eachRow('Header', {
    code: '611',
    says: 'She is a mother; give the date of birth of her first child.',
    fields: ['MOTHER', 'MC_DOB'],
    among: ({ Header }) => Header.MOTHER.holding(['1']),
    fails: ({ Header }, row) => Header.MOTHER.at(row) === '1' && Header.written.MC_DOB.at(row) === null,
  }),
  eachRow('Header', {
    code: '612',
    says: 'A first child’s date of birth is given, but she is not said to be a mother.',
    fields: ['SEX', 'MOTHER', 'MC_DOB'],
    fails: ({ Header }, row) => {
      const answer = Header.MOTHER.at(row)
      return Header.SEX.at(row) === 'F' && (answer === null || answer === '0') && Header.written.MC_DOB.at(row) !== null
    },
  }),
  eachRow('Header', {
    code: '620',
    says: 'She is said to be a mother, but was under 11 when the year began.',
    fields: ['DOB', 'MOTHER'],
    among: ({ Header }) => Header.MOTHER.holding(['1']),
    fails: ({ Header, start }, row) => Header.MOTHER.at(row) === '1' && birthday(Header.DOB.at(row), 11) > start,
  }),
  fromRow('Header', {
    code: '625',
    says: 'Her first child was born after the end of the year, or after she left care.',
    fields: ['MC_DOB', 'DEC'],
    needs: ['Episodes'],
    check: ({ Header, Episodes, end }, row, flag) => {
      const born = Header.MC_DOB.at(row)
      let latest: number | undefined
      for (const episode of Episodes.of(Header.childOf(row))) {
        if (
          isDay(Episodes.DEC.at(episode)) &&
          !(latest !== undefined && Episodes.DEC.at(latest) >= Episodes.DEC.at(episode))
        )
          latest = episode
      }
      if (latest === undefined || !(born > end || born > Episodes.DEC.at(latest))) return
      flag('Header', row)
      flag('Episodes', latest)
    },
  }),
  eachRow('Header', {
    code: '628',
    says: 'A care leaver who was not looked after this year is not asked whether she is a mother.',
    fields: ['MOTHER'],
    needs: ['Episodes', 'OC3'],
    fails: ({ Header, Episodes, OC3 }, row) => {
      const child = Header.childOf(row)
      return (
        Header.MOTHER.at(row) !== null &&
        Episodes.of(child).length === 0 &&
        OC3.of(child).some((other) => anyLeaverAnswer(OC3, other))
      )
    },
  }),
]
