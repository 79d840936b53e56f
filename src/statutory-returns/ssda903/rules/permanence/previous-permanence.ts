// Table PrevPerm: earlier adoption, special guardianship or other permanence of a child who comes into care.
import { isDay } from '#return-files'
import { eachChild, eachRow, fromRow, type Rule } from '../../rule.ts'
import { isRespite } from '../episodes/reading.ts'

/** A day, with ZZ for a day or month that nobody knows, and ZZZZ for the year. */
const partlyKnown = /^(?:ZZ|\d{1,2})\/(?:ZZ|\d{1,2})\/(?:ZZZZ|\d{4})$/

export const previousPermanenceRules: readonly Rule[] = [
  eachRow('Episodes', {
    code: '630',
    says: 'The child came into care this year; say what permanence there had been before.',
    fields: ['RNE'],
    needs: ['PrevPerm'],
    among: ({ Episodes }) => Episodes.RNE.holding(['S']),
    // Reference says: for short breaks too. We say: not for them, for which permanence is not asked.
    fails: ({ Episodes, PrevPerm, start }, row) => {
      if (Episodes.RNE.at(row) !== 'S' || !(Episodes.DECOM.at(row) >= start) || isRespite(Episodes, row)) return false
      const rows = PrevPerm.of(Episodes.childOf(row))
      return (
        rows.length === 0 ||
        rows.some((other) => {
          const kind = PrevPerm.PREV_PERM.at(other)
          if (kind === null) return true
          return kind !== 'Z1' && (PrevPerm.LA_PERM.at(other) === null || PrevPerm.written.DATE_PERM.at(other) === null)
        })
      )
    },
  }),
  fromRow('PrevPerm', {
    code: '632',
    says: 'The date of the earlier permanence is not a real one, or not before the child came into care.',
    fields: ['DATE_PERM', 'DECOM'],
    needs: ['Episodes'],
    check: ({ Episodes, PrevPerm }, row, flag) => {
      const written = PrevPerm.written.DATE_PERM.at(row)
      if (written === null) return
      const first = Episodes.inOrder(PrevPerm.childOf(row))[0]
      if (first === undefined) return
      const day = PrevPerm.DATE_PERM.at(row)
      const unreal = !isDay(day) && !(written.includes('ZZ') && partlyKnown.test(written))
      if (!unreal && !(day >= Episodes.DECOM.at(first))) return
      flag('PrevPerm', row)
      flag('Episodes', first)
    },
  }),
  eachChild({
    code: '634',
    says: 'Earlier permanence is reported, but the child did not come into care this year.',
    fields: ['LA_PERM', 'PREV_PERM', 'DATE_PERM', 'DECOM'],
    needs: ['Episodes', 'PrevPerm'],
    among: ({ PrevPerm }) => PrevPerm.everyChild(),
    check: ({ Episodes, PrevPerm, start }, child, flag) => {
      const episodes = Episodes.inOrder(child)
      const latest = episodes.findLast((row) => isDay(Episodes.DECOM.at(row)))
      if (latest === undefined || !(Episodes.DECOM.at(latest) < start)) return
      const rows = PrevPerm.of(child).filter(
        (row) =>
          (PrevPerm.PREV_PERM.at(row) ?? PrevPerm.LA_PERM.at(row) ?? PrevPerm.written.DATE_PERM.at(row)) !== null,
      )
      if (rows.length === 0) return
      for (const row of rows) flag('PrevPerm', row)
      for (const row of episodes) flag('Episodes', row)
    },
  }),
  eachRow('PrevPerm', {
    code: '635',
    says: 'There was no earlier permanence, so its authority and date should be blank.',
    fields: ['LA_PERM', 'DATE_PERM', 'PREV_PERM'],
    // Reference says: the kind of permanence is blank. We say: it is Z1, none, as its own message has it.
    fails: ({ PrevPerm }, row) =>
      PrevPerm.PREV_PERM.at(row) === 'Z1' &&
      (PrevPerm.LA_PERM.at(row) !== null || PrevPerm.written.DATE_PERM.at(row) !== null),
  }),
]
