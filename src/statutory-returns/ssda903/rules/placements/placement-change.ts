// Why a placement changed, and the return from a temporary placement to the one before it.
import { birthday, type Day, isDay, looseDay } from '#return-files'
import type { Given } from '../../given.ts'
import { eachChild, eachRow, fromRow, type Rule } from '../../rule.ts'

const moves = new Set(['P', 'B', 'T', 'U'])

/** The child's episodes by start, reading dates as loosely as two of the rules do. */
function looselyInOrder({ Episodes: episodes }: Given, child: number): number[] {
  const starts = new Map<number, Day>()
  for (const row of episodes.inOrder(child)) starts.set(row, looseDay(episodes.written.DECOM.at(row)))
  const key = (row: number) => {
    const day = starts.get(row) ?? Number.NaN
    return isDay(day) ? day : Number.MAX_SAFE_INTEGER
  }
  return [...starts.keys()].sort((one, other) => key(one) - key(other))
}

export const placementChangeRules: readonly Rule[] = [
  eachRow('Episodes', {
    code: '225',
    says: 'The placement changed; say why.',
    fields: ['REASON_PLACE_CHANGE'],
    among: ({ Episodes }) => Episodes.REC.holding(['X1']),
    fails: ({ Episodes, codes }, row) => {
      const next = Episodes.after(row)
      return (
        next >= 0 &&
        Episodes.REC.at(row) === 'X1' &&
        Episodes.REASON_PLACE_CHANGE.at(row) === null &&
        moves.has(Episodes.RNE.at(next) ?? '') &&
        !codes.temporary.has(Episodes.PLACE.at(row)) &&
        !codes.temporary.has(Episodes.PLACE.at(next))
      )
    },
  }),
  eachRow('Episodes', {
    code: '226',
    says: 'No reason for the change is wanted on the way into or out of a temporary placement.',
    fields: ['REASON_PLACE_CHANGE', 'PLACE'],
    among: ({ Episodes, codes }) => Episodes.PLACE.holding(codes.temporary.codes),
    fails: ({ Episodes, codes }, row) =>
      codes.temporary.has(Episodes.PLACE.at(row)) &&
      (Episodes.REASON_PLACE_CHANGE.at(row) !== null || Episodes.REASON_PLACE_CHANGE.at(Episodes.before(row)) !== null),
  }),
  eachRow('Episodes', {
    code: '233',
    says: 'The episode has not ended, so there is no change of placement to give a reason for.',
    fields: ['REASON_PLACE_CHANGE', 'DEC'],
    from: 2026,
    fails: ({ Episodes }, row) =>
      Episodes.REASON_PLACE_CHANGE.at(row) !== null && Episodes.written.DEC.at(row) === null,
  }),
  eachChild({
    code: '234',
    says: 'A child under 10 cannot have changed placement by going into custody.',
    fields: ['REASON_PLACE_CHANGE', 'DOB'],
    from: 2026,
    needs: ['Episodes', 'Header'],
    // Reference says: the reason on the episode itself. We say: the reason on the one before, which is why it ended.
    check: (given, child, flag) => {
      const { Episodes, Header } = given
      if (!Episodes.of(child).some((row) => Episodes.REASON_PLACE_CHANGE.at(row) === 'CUSTOD')) return
      const rows = looselyInOrder(given, child)
      for (const [at, row] of rows.entries()) {
        if (Episodes.REASON_PLACE_CHANGE.at(rows[at - 1] ?? -1) !== 'CUSTOD') continue
        const began = looseDay(Episodes.written.DECOM.at(row))
        for (const other of Header.of(child)) {
          if (!(began < birthday(looseDay(Header.written.DOB.at(other)), 10))) continue
          flag('Episodes', row)
          flag('Header', other)
        }
      }
    },
  }),
  eachChild({
    code: '377',
    says: "More than two temporary placements for a carer's holiday began within twelve months.",
    fields: ['PLACE'],
    needs: ['Episodes'],
    among: ({ Episodes }) => Episodes.childrenOf(Episodes.PLACE.holding(['T3'])),
    // Reference says: more than two in the whole file. We say: more than two within any twelve months.
    check: ({ Episodes }, child, flag) => {
      const holidays = Episodes.inOrder(child).filter((row) => Episodes.PLACE.at(row) === 'T3')
      for (const [at, row] of holidays.entries()) {
        const third = holidays[at + 2]
        if (third === undefined || !(Episodes.DECOM.at(third) < birthday(Episodes.DECOM.at(row), 1))) continue
        for (const one of holidays.slice(at, at + 3)) flag('Episodes', one)
      }
    },
  }),
  eachChild({
    code: '383',
    says: 'After a temporary placement the child has to go back to the placement they came from.',
    fields: ['PLACE', 'RNE', 'PL_POST'],
    needs: ['Episodes'],
    among: ({ Episodes, codes }) => Episodes.childrenOf(Episodes.PLACE.holding(codes.temporary.codes)),
    check: (given, child, flag) => {
      const { Episodes, codes, year } = given
      if (!Episodes.of(child).some((row) => codes.temporary.has(Episodes.PLACE.at(row)))) return
      const rows = looselyInOrder(given, child)
      for (const [at, row] of rows.entries()) {
        const [usual, temporary] = [rows[at - 2], rows[at - 1]]
        if (usual === undefined || temporary === undefined) continue
        if (!codes.temporary.has(Episodes.PLACE.at(temporary))) continue
        const postcode = Episodes.PL_POST.at(row)
        // Two blank postcodes are not known to be one place.
        const elsewhere = year >= 2026 && (postcode === null || postcode !== Episodes.PL_POST.at(usual))
        if (Episodes.RNE.at(row) !== 'P' || Episodes.PLACE.at(row) !== Episodes.PLACE.at(usual) || elsewhere)
          flag('Episodes', row)
      }
    },
  }),
  fromRow('Episodes', {
    code: '366',
    says: 'A child cannot change placement within one short break.',
    fields: ['RNE'],
    among: ({ Episodes }) => Episodes.LS.holding(['V3']),
    check: ({ Episodes }, row, flag) => {
      if (Episodes.LS.at(row) === 'V3' && Episodes.RNE.at(row) !== 'S') flag('Episodes', row)
    },
  }),
]
