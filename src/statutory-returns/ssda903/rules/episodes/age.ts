// Ages that the law or the return sets for a placement, a legal status or a way of leaving care.
import { birthday, type Day, isDay, noDay } from '#return-files'

import type { Given } from '../../given.ts'
import { eachRow, fromRow, type Rule } from '../../rule.ts'

/** Whether any row of Header for the child of this episode has a birthday of that age that answers. */
function someBirthday({ Header, Episodes }: Given, row: number, test: (born: Day) => boolean): boolean {
  return Header.of(Episodes.childOf(row)).some((other) => test(Header.DOB.at(other)))
}

/** As above; a child who is not in Header has one date of birth, which nobody knows. */
function birthDatesOf({ Header, Episodes }: Given, row: number): readonly Day[] {
  const born = Header.of(Episodes.childOf(row)).map((other) => Header.DOB.at(other))
  return born.length > 0 ? born : [noDay]
}

type PlacementAge = { code: string; place: string; age: number; says: string }

// Reference says: only placements that have ended are looked at. We say: a child too young is so from the first day.
const placementAges: readonly PlacementAge[] = [
  { code: '371', place: 'K3', age: 16, says: 'A child in supported accommodation has to be 16 or over.' },
  { code: '372', place: 'R5', age: 10, says: 'A child in youth custody or prison has to be 10 or over.' },
  { code: '373', place: 'S1', age: 4, says: 'A child placed in a residential school has to be 4 or over.' },
  { code: '374', place: 'P3', age: 14, says: 'A child in residential employment has to be 14 or over.' },
]

type LeavingAge = { code: string; reasons: readonly string[]; says: string; fails: (ended: Day, born: Day) => boolean }

const leavingAges: readonly LeavingAge[] = [
  {
    code: '386',
    reasons: ['E11', 'E12'],
    says: 'Nobody of 18 or over can be adopted.',
    fails: (ended, born) => ended >= birthday(born, 18),
  },
  {
    code: '387',
    reasons: ['E5', 'E6'],
    says: 'A child under 14 cannot have moved into independent living.',
    fails: (ended, born) => !isDay(born) || ended < birthday(born, 14),
  },
  {
    code: '389',
    reasons: ['E7'],
    says: 'A child under 16 cannot have passed into the care of adult services.',
    fails: (ended, born) => !(ended >= birthday(born, 16)),
  },
  {
    code: '460',
    reasons: ['E17'],
    says: 'Staying with carers from 18 cannot be how a child under 18 left care.',
    fails: (ended, born) => ended < birthday(born, 18),
  },
]

export const ageRules: readonly Rule[] = [
  ...placementAges.map(({ code, place, age, says }) =>
    eachRow('Episodes', {
      code,
      says,
      fields: ['DECOM', 'PLACE'],
      needs: ['Header'],
      among: ({ Episodes }) => Episodes.PLACE.holding([place]),
      fails: (given, row) =>
        given.Episodes.PLACE.at(row) === place &&
        someBirthday(given, row, (born) => given.Episodes.DECOM.at(row) < birthday(born, age)),
    }),
  ),
  ...leavingAges.map(({ code, reasons, says, fails }) =>
    eachRow('Episodes', {
      code,
      says,
      fields: ['REC'],
      needs: ['Header'],
      among: ({ Episodes }) => Episodes.REC.holding(reasons),
      fails: (given, row) =>
        reasons.includes(given.Episodes.REC.at(row) ?? '') &&
        birthDatesOf(given, row).some((born) => fails(given.Episodes.DEC.at(row), born)),
    }),
  ),
  eachRow('Episodes', {
    code: '352',
    says: 'The young person was already 18 when they are said to have started to be looked after.',
    fields: ['DECOM', 'RNE'],
    needs: ['Header'],
    among: ({ Episodes }) => Episodes.RNE.holding(['S']),
    fails: (given, row) =>
      given.Episodes.RNE.at(row) === 'S' &&
      someBirthday(given, row, (born) => given.Episodes.DECOM.at(row) >= birthday(born, 18)),
  }),
  fromRow('Episodes', {
    code: '358',
    says: 'A child of 10 or under cannot be remanded or sentenced.',
    fields: ['DECOM', 'DOB', 'LS'],
    needs: ['Header'],
    among: ({ Episodes }) => Episodes.LS.holding(['J1', 'J2', 'J3']),
    check: ({ Episodes, Header }, row, flag) => {
      if (!['J1', 'J2', 'J3'].includes(Episodes.LS.at(row) ?? '')) return
      for (const other of Header.of(Episodes.childOf(row))) {
        if (!(Episodes.DECOM.at(row) <= birthday(Header.DOB.at(other), 10))) continue
        flag('Episodes', row)
        flag('Header', other)
      }
    },
  }),
  eachRow('Episodes', {
    code: '359',
    says: 'A young person still looked after at 18 has to be accommodated under section 20(5) in a children’s home.',
    fields: ['DEC', 'LS', 'PLACE'],
    needs: ['Header'],
    fails: (given, row) => {
      const { Episodes, end } = given
      if (Episodes.written.DEC.at(row) !== null) return false
      if (Episodes.LS.at(row) === 'V2' && Episodes.PLACE.at(row) === 'K2') return false
      return someBirthday(given, row, (born) => birthday(born, 18) < end)
    },
  }),
  fromRow('Episodes', {
    code: '407',
    says: 'A special guardianship order cannot be made for a young person over 18.',
    fields: ['DEC', 'DOB', 'REC'],
    needs: ['Header'],
    among: ({ Episodes, codes }) => Episodes.REC.holding(codes.specialGuardianship.codes),
    check: ({ Episodes, Header, codes }, row, flag) => {
      if (!codes.specialGuardianship.has(Episodes.REC.at(row))) return
      for (const other of Header.of(Episodes.childOf(row))) {
        if (!(Episodes.DEC.at(row) > birthday(Header.DOB.at(other), 18))) continue
        flag('Episodes', row)
        flag('Header', other)
      }
    },
  }),
  fromRow('Episodes', {
    code: '302',
    says: 'The first episode starts before the child was born.',
    fields: ['DECOM', 'DOB'],
    needs: ['Header'],
    check: ({ Episodes, Header }, row, flag) => {
      if (Episodes.before(row) >= 0) return
      for (const other of Header.of(Episodes.childOf(row))) {
        if (!(Header.DOB.at(other) > Episodes.DECOM.at(row))) continue
        flag('Episodes', row)
        flag('Header', other)
      }
    },
  }),
]
