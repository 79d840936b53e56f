// Rules that look at a child's episodes of both years together.
import { birthday, type Day, isDay } from '#return-files'

import type { Given, OneYear } from '../../given.ts'
import { eachChild, fromRow, type Rule } from '../../rule.ts'
import { leaverFields } from '../care-leavers/answers.ts'
import { isOpen, isRespite } from '../episodes/reading.ts'

type Stay = { began: Day; ended: Day; adopted: boolean }

/** The child's episodes other than short breaks, in both years; one that stands in both counts once. */
function staysOf({ Episodes, last, end }: Given, child: number): Stay[] {
  const stays = new Map<string, Stay>()
  for (const episodes of [last.Episodes, Episodes]) {
    for (const row of episodes.of(child)) {
      if (isRespite(episodes, row)) continue
      const [began, ended] = [episodes.DECOM.at(row), isOpen(episodes, row) ? end : episodes.DEC.at(row)]
      const adopted = episodes.REC.at(row) === 'E11' || episodes.REC.at(row) === 'E12'
      stays.set(`${began} ${ended}`, { began, ended, adopted })
    }
  }
  return [...stays.values()].sort((one, other) => one.began - other.began)
}

const daysFrom = (stays: readonly Stay[], from: Day): number => {
  let days = 0
  for (const { began, ended } of stays) {
    const length = ended - Math.max(began, from)
    if (length > 0) days += length
  }
  return days
}

const thirteenWeeks = 91

/** Relevant or former relevant: thirteen weeks of care from 14 on, some of it at 16 or over, and not adopted since. */
function maybeLeaver(given: Given, child: number, born: Day): boolean {
  const stays = staysOf(given, child)
  if (stays.at(-1)?.adopted) return false
  return daysFrom(stays, birthday(born, 14)) >= thirteenWeeks && daysFrom(stays, birthday(born, 16)) > 0
}

export const twoYearRules: readonly Rule[] = [
  eachChild({
    code: '199',
    says: 'The child was adopted from care before this episode.',
    fields: ['CHILD'],
    needs: ['Episodes'],
    // Reference says: where an episode starts on the day of last year's adoption, the order of rows decides. We say: it
    // comes after the adoption, unless it is that adoption once more.
    among: ({ Episodes, last, codes }) =>
      Episodes.childrenOf(Episodes.REC.holding(codes.adopted.codes)).union(
        last.Episodes.childrenOf(last.Episodes.REC.holding(codes.adopted.codes)),
      ),
    check: ({ Episodes, last, codes }, child, flag) => {
      const began = (episodes: OneYear['Episodes']) =>
        episodes
          .of(child)
          .filter((row) => codes.adopted.has(episodes.REC.at(row)) && isDay(episodes.DECOM.at(row)))
          .map((row) => episodes.DECOM.at(row))
      const [now, before] = [Math.min(...began(Episodes)), Math.min(...began(last.Episodes))]
      for (const row of Episodes.of(child)) {
        const again = Episodes.DECOM.at(row) === before && codes.adopted.has(Episodes.REC.at(row))
        if (Episodes.DECOM.at(row) > now || (Episodes.DECOM.at(row) >= before && !again)) flag('Episodes', row)
      }
    },
  }),
  // Reference says: only episodes that have ended count, joined so that the order of rows matters. We say: an open
  // episode has lasted to the end of the year, and no order matters.
  fromRow('OC3', {
    code: '1001',
    says: 'The young person does not look to have been in care long enough at 14 to 17 to be a care leaver.',
    fields: leaverFields,
    needs: ['Episodes', 'Header', 'last Episodes'],
    check: (given, row, flag) => {
      const { OC3, Header, end } = given
      const child = OC3.childOf(row)
      const born = Header.of(child).map((other) => Header.DOB.at(other))
      const relevant = born.some((day) => birthday(day, 20) <= end || maybeLeaver(given, child, day))
      if (!relevant) flag('OC3', row)
    },
  }),
]
