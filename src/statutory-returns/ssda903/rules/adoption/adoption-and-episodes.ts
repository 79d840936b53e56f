// Table AD1 against the child's episodes: that the adoption happened, in this order, with these carers.
import type { EpisodeRows } from '#return-files'
import { eachRow, fromRow, type Rule } from '../../rule.ts'
import { adoptionAnswers } from './answers.ts'

const isAdoption = (episodes: EpisodeRows, row: number) =>
  episodes.REC.at(row) === 'E11' || episodes.REC.at(row) === 'E12'

export const adoptionAndEpisodeRules: readonly Rule[] = [
  fromRow('Episodes', {
    code: '331',
    says: 'The child was matched with adopters only after the placement from which they were adopted had begun.',
    fields: ['DATE_MATCH', 'DECOM', 'REC'],
    needs: ['AD1'],
    among: ({ Episodes, codes }) => Episodes.REC.holding(codes.adopted.codes),
    check: ({ Episodes, AD1 }, row, flag) => {
      if (!isAdoption(Episodes, row)) return
      for (const adoption of AD1.of(Episodes.childOf(row))) {
        if (AD1.DATE_MATCH.at(adoption) > Episodes.DECOM.at(row)) {
          flag('AD1', adoption)
          flag('Episodes', row)
        }
      }
    },
  }),
  fromRow('AD1', {
    code: '334',
    says: 'The decision that adoption is best was made before the child last came into care.',
    fields: ['DATE_INT', 'DECOM', 'RNE'],
    needs: ['Episodes'],
    check: ({ Episodes, AD1 }, row, flag) => {
      const started = Episodes.inOrder(AD1.childOf(row)).filter((episode) => Episodes.RNE.at(episode) === 'S')
      const latest = started.findLast((episode) => !Number.isNaN(Episodes.DECOM.at(episode)))
      if (latest !== undefined && AD1.DATE_INT.at(row) < Episodes.DECOM.at(latest)) {
        flag('AD1', row)
        flag('Episodes', latest)
      }
    },
  }),
  fromRow('Episodes', {
    code: '335',
    says: 'Whether the adopters were the foster carers does not agree with the last placement.',
    fields: ['PLACE', 'FOSTER_CARE'],
    needs: ['AD1'],
    among: ({ Episodes }) => Episodes.REC.holding(['E1', 'E11', 'E12']),
    check: ({ Episodes, AD1 }, row, flag) => {
      if (!['E1', 'E11', 'E12'].includes(Episodes.REC.at(row) ?? '')) return
      const place = Episodes.PLACE.at(row) ?? ''
      for (const adoption of AD1.of(Episodes.childOf(row))) {
        const byCarer = AD1.FOSTER_CARE.at(adoption)
        const contradicts =
          (byCarer === '0' && ['A2', 'A3', 'A5'].includes(place)) ||
          (byCarer === '1' && ['A1', 'A4', 'A6'].includes(place))
        if (!contradicts) continue
        flag('AD1', adoption)
        flag('Episodes', row)
      }
    },
  }),
  fromRow('Episodes', {
    code: '521',
    says: 'The child was placed for adoption before it was decided that adoption is best.',
    fields: ['PLACE', 'DECOM', 'DATE_INT'],
    needs: ['AD1'],
    among: ({ Episodes, codes }) => Episodes.PLACE.holding(codes.placedForAdoption.codes),
    check: ({ Episodes, AD1, codes }, row, flag) => {
      if (!codes.placedForAdoption.has(Episodes.PLACE.at(row))) return
      for (const adoption of AD1.of(Episodes.childOf(row))) {
        if (AD1.DATE_INT.at(adoption) > Episodes.DECOM.at(row)) {
          flag('AD1', adoption)
          flag('Episodes', row)
        }
      }
    },
  }),
  fromRow('Episodes', {
    code: '582',
    says: 'The child was adopted on the very day they were matched with adopters.',
    fields: ['DEC', 'DATE_MATCH'],
    needs: ['AD1'],
    among: ({ Episodes, codes }) => Episodes.REC.holding(codes.adopted.codes),
    check: ({ Episodes, AD1 }, row, flag) => {
      if (!isAdoption(Episodes, row)) return
      const ended = Episodes.written.DEC.at(row)
      const matched = AD1.of(Episodes.childOf(row)).map((adoption) => AD1.written.DATE_MATCH.at(adoption))
      if (ended !== null && matched.includes(ended)) flag('Episodes', row)
    },
  }),
  fromRow('Episodes', {
    code: '601',
    says: 'The child was adopted this year, so all six answers on the adoption are needed.',
    fields: ['REC', ...adoptionAnswers.fields],
    needs: ['AD1'],
    among: ({ Episodes, codes }) => Episodes.REC.holding(codes.adopted.codes),
    check: ({ Episodes, AD1, start, end }, row, flag) => {
      const ended = Episodes.DEC.at(row)
      if (!isAdoption(Episodes, row) || !(ended >= start && ended <= end)) return
      for (const adoption of AD1.of(Episodes.childOf(row))) {
        if (!adoptionAnswers.incomplete(AD1, adoption)) continue
        flag('AD1', adoption)
        flag('Episodes', row)
      }
    },
  }),
  eachRow('AD1', {
    code: '602',
    says: 'Adoption information is given, but no episode ended this year with an adoption.',
    fields: ['CHILD'],
    needs: ['Episodes'],
    fails: ({ Episodes, AD1, start, end }, row) =>
      adoptionAnswers.any(AD1, row) &&
      !Episodes.of(AD1.childOf(row)).some(
        (episode) =>
          isAdoption(Episodes, episode) && Episodes.DEC.at(episode) >= start && Episodes.DEC.at(episode) <= end,
      ),
  }),
]
