// One episode and the next of the same child: they have to follow on, and say of each other what happened.
import { isDay } from '#return-files'
import { eachChild, eachRow, type Rule } from '../../rule.ts'
import { byText, endsCare, latestOf } from './reading.ts'

const continues = new Set(['P', 'L', 'T', 'U', 'B'])

export const sequenceRules: readonly Rule[] = [
  eachChild({
    code: '142',
    says: 'A later episode has started, but this one has no real end date or no reason for ending.',
    fields: ['DEC', 'REC'],
    needs: ['Episodes'],
    check: ({ Episodes }, child, flag) => {
      const tie = byText(Episodes.URN, Episodes.PL_POST, Episodes.PLACE)
      const latest = latestOf(Episodes.inOrder(child), Episodes.DECOM, tie)
      for (const row of Episodes.of(child)) {
        if (!latest.includes(row) && (!isDay(Episodes.DEC.at(row)) || Episodes.REC.at(row) === null))
          flag('Episodes', row)
      }
    },
  }),
  eachRow('Episodes', {
    code: '148',
    says: 'An episode needs both an end date and a reason for ending, or neither.',
    fields: ['DEC', 'REC'],
    fails: ({ Episodes }, row) => (Episodes.written.DEC.at(row) === null) !== (Episodes.REC.at(row) === null),
  }),
  eachRow('Episodes', {
    code: '357',
    says: "The child's first episode starts this year, so its reason has to be that they started to be looked after.",
    fields: ['RNE'],
    fails: ({ Episodes, start }, row) =>
      Episodes.before(row) < 0 && Episodes.DECOM.at(row) >= start && Episodes.RNE.at(row) !== 'S',
  }),
  eachRow('Episodes', {
    code: '388',
    says: 'Whether a new episode begins on the day this one ends does not agree with the reason it ended.',
    fields: ['REC'],
    fails: ({ Episodes }, row) => {
      const [next, reason, ended] = [Episodes.after(row), Episodes.REC.at(row), Episodes.DEC.at(row)]
      if (next < 0) return reason === 'X1' && isDay(Episodes.DECOM.at(row))
      if (reason === null || !isDay(ended)) return false
      return (reason === 'X1') !== (Episodes.DECOM.at(next) === ended)
    },
  }),
  eachRow('Episodes', {
    code: '431',
    says: 'The child is said to have started to be looked after, but was still looked after until that day or later.',
    fields: ['RNE', 'DECOM'],
    among: ({ Episodes }) => Episodes.RNE.holding(['S']),
    fails: ({ Episodes }, row) =>
      Episodes.RNE.at(row) === 'S' && Episodes.DECOM.at(row) <= Episodes.DEC.at(Episodes.before(row)),
  }),
  eachRow('Episodes', {
    code: '432',
    says: 'The child left care with the episode before, so this one has to say that they started to be looked after.',
    fields: ['RNE'],
    fails: ({ Episodes, codes }, row) => {
      const before = Episodes.before(row)
      return endsCare(Episodes, before) && codes.REC.has(Episodes.REC.at(before)) && Episodes.RNE.at(row) !== 'S'
    },
  }),
  eachRow('Episodes', {
    code: '433',
    says: 'The episode is said to continue the one before, but does not start on the day that one ended.',
    fields: ['RNE', 'DECOM'],
    among: ({ Episodes }) => Episodes.RNE.holding(continues),
    // As text: the return compares what is written.
    fails: ({ Episodes }, row) => {
      const before = Episodes.before(row)
      if (before < 0 || !continues.has(Episodes.RNE.at(row) ?? '')) return false
      const ended = Episodes.written.DEC.at(before)
      return ended === null || Episodes.written.DECOM.at(row) !== ended
    },
  }),
  eachRow('Episodes', {
    code: '437',
    says: 'The child died or turned out to be 18 or over, yet has a later episode.',
    fields: ['REC'],
    among: ({ Episodes }) => Episodes.REC.holding(['E2', 'E15']),
    fails: ({ Episodes }, row) => {
      const reason = Episodes.REC.at(row)
      return (reason === 'E2' || reason === 'E15') && Episodes.after(row) >= 0
    },
  }),
  eachRow('Episodes', {
    code: '501',
    says: 'The episode starts before the one before it has ended.',
    fields: ['DECOM', 'DEC'],
    fails: ({ Episodes }, row) => Episodes.DECOM.at(row) < Episodes.DEC.at(Episodes.before(row)),
  }),
  eachRow('Episodes', {
    code: '504',
    says: 'The category of need changed between two episodes of one period of care.',
    fields: ['CIN'],
    fails: ({ Episodes }, row) => {
      const before = Episodes.before(row)
      return (
        Episodes.REC.at(before) === 'X1' &&
        Episodes.DEC.at(before) === Episodes.DECOM.at(row) &&
        Episodes.CIN.at(before) !== Episodes.CIN.at(row)
      )
    },
  }),
]
