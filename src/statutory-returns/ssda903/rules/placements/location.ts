// Where the placement lies: postcodes, authority and distance, which short breaks and asylum seekers are not asked for.
import { isDay } from '#return-files'

import type { Given } from '../../given.ts'
import { eachChild, eachRow, type Rule } from '../../rule.ts'
import { everUnaccompanied, isEverUnaccompanied } from '../asylum/ever-unaccompanied.ts'
import { isRespite } from '../episodes/reading.ts'

const isElsewhere = ({ Episodes, authority }: Given, row: number) => Episodes.PL_LA.at(row) !== authority

// For 164, 392a, 392b and 406. Reference says: where a child stands twice in UASC, the status of every child after them
// moves to the next row of Header. We say: each child has their own status.
export const locationRules: readonly Rule[] = [
  eachRow('Episodes', {
    code: '164',
    says: 'The distance from home is impossible; one of the postcodes must be wrong.',
    fields: ['PL_DISTANCE'],
    needsPostcodes: true,
    fails: (given, row) => {
      const miles = given.Episodes.PL_DISTANCE.at(row)
      return (miles < 0 || miles > 999.9) && !isEverUnaccompanied(given, given.Episodes.childOf(row))
    },
  }),
  eachRow('Episodes', {
    code: '169',
    says: 'The authority of the placement is not known, since its postcode is missing or not in the directory.',
    fields: ['PL_LA'],
    needsPostcodes: true,
    fails: ({ Episodes }, row) => Episodes.PL_LA.at(row) === null && !isRespite(Episodes, row),
  }),
  eachRow('Episodes', {
    code: '179',
    says: 'Whether the placement lies inside the council’s area is not known, since its postcode is missing or not in the directory.',
    fields: ['PL_LOCATION'],
    needsPostcodes: true,
    needsAuthority: true,
    fails: ({ Episodes }, row) => Episodes.PL_LOCATION.at(row) === null && !isRespite(Episodes, row),
  }),
  eachRow('Episodes', {
    code: '214',
    says: 'For short breaks neither the postcode nor the URN of the placement is wanted.',
    fields: ['PL_POST', 'URN'],
    among: ({ Episodes, codes }) => Episodes.LS.holding(codes.respite.codes),
    fails: ({ Episodes }, row) =>
      isRespite(Episodes, row) && (Episodes.PL_POST.at(row) !== null || Episodes.URN.at(row) !== null),
  }),
  eachRow('Episodes', {
    code: '392a',
    says: 'The distance from home is not known, since a postcode is missing or not in the directory.',
    fields: ['PL_DISTANCE'],
    needsPostcodes: true,
    fails: (given, row) =>
      !isDay(given.Episodes.PL_DISTANCE.at(row)) &&
      !isRespite(given.Episodes, row) &&
      !isEverUnaccompanied(given, given.Episodes.childOf(row)),
  }),
  eachRow('Episodes', {
    code: '392b',
    says: 'The postcode of the home or of the placement is missing.',
    fields: ['HOME_POST', 'PL_POST'],
    fails: (given, row) =>
      (given.Episodes.HOME_POST.at(row) === null || given.Episodes.PL_POST.at(row) === null) &&
      !isRespite(given.Episodes, row) &&
      !isEverUnaccompanied(given, given.Episodes.childOf(row)),
  }),
  eachRow('Episodes', {
    code: '392c',
    says: 'A postcode is not in the directory.',
    fields: ['HOME_POST', 'PL_POST'],
    needsPostcodes: true,
    fails: ({ Episodes }, row) => {
      const [home, placement] = [Episodes.HOME_POST.at(row), Episodes.PL_POST.at(row)]
      return (home !== null && !Episodes.located.has(home)) || (placement !== null && !Episodes.located.has(placement))
    },
  }),
  eachRow('Episodes', {
    code: '392d',
    says: 'Home and placement have the same postcode, but the child is not placed with parents.',
    fields: ['HOME_POST', 'PL_POST', 'PLACE'],
    fails: ({ Episodes }, row) =>
      Episodes.HOME_POST.at(row) !== null &&
      Episodes.HOME_POST.at(row) === Episodes.PL_POST.at(row) &&
      Episodes.PLACE.at(row) !== 'P1',
  }),
  eachRow('Episodes', {
    code: '398',
    says: 'For short breaks no postcodes are wanted.',
    fields: ['LS', 'HOME_POST', 'PL_POST'],
    among: ({ Episodes, codes }) => Episodes.LS.holding(codes.respite.codes),
    fails: ({ Episodes }, row) =>
      isRespite(Episodes, row) && (Episodes.HOME_POST.at(row) !== null || Episodes.PL_POST.at(row) !== null),
  }),
  eachRow('Episodes', {
    code: '406',
    says: 'The child is or was an unaccompanied asylum seeker, so no distance from home is wanted.',
    fields: ['PL_DISTANCE'],
    needsPostcodes: true,
    among: (given) => [...everUnaccompanied(given)].flatMap((child) => given.Episodes.of(child)),
    fails: (given, row) =>
      isDay(given.Episodes.PL_DISTANCE.at(row)) && isEverUnaccompanied(given, given.Episodes.childOf(row)),
  }),
  eachRow('Episodes', {
    code: '411',
    says: 'The placement is said to lie inside the council’s area, but its authority is another.',
    fields: ['PL_LOCATION'],
    needsPostcodes: true,
    needsAuthority: true,
    fails: (given, row) => given.Episodes.PL_LOCATION.at(row) === 'IN' && isElsewhere(given, row),
  }),
  eachRow('Episodes', {
    code: '420',
    says: 'For short breaks the authority of the placement should not be known, so no placement postcode is wanted.',
    fields: ['PL_LA'],
    needsPostcodes: true,
    among: ({ Episodes, codes }) => Episodes.LS.holding(codes.respite.codes),
    fails: ({ Episodes }, row) => isRespite(Episodes, row) && Episodes.PL_LA.at(row) !== null,
  }),
  eachChild({
    code: '426',
    says: 'A child cannot have both kinds of short breaks in one year.',
    fields: ['LS'],
    needs: ['Episodes'],
    among: ({ Episodes, codes }) => Episodes.childrenOf(Episodes.LS.holding(codes.respite.codes)),
    check: ({ Episodes }, child, flag) => {
      const breaks = Episodes.of(child).filter((row) => isRespite(Episodes, row))
      if (new Set(breaks.map((row) => Episodes.LS.at(row))).size < 2) return
      for (const row of breaks) flag('Episodes', row)
    },
  }),
  eachRow('Episodes', {
    code: '454',
    says: 'The placement is more than 350 miles from home.',
    fields: ['PL_DISTANCE'],
    needsPostcodes: true,
    from: 2026,
    fails: ({ Episodes }, row) => Episodes.PL_DISTANCE.at(row) > 350 && Episodes.PL_DISTANCE.at(row) !== 999.9,
  }),
  eachRow('Episodes', {
    code: '1015',
    says: 'The placement is the council’s own provision, but does not lie in its area.',
    fields: ['PL_LA'],
    needsPostcodes: true,
    needsAuthority: true,
    among: ({ Episodes }) => Episodes.PLACE_PROVIDER.holding(['PR1']),
    fails: (given, row) => {
      const { Episodes, codes, year } = given
      const place = Episodes.PLACE.at(row)
      if (Episodes.PLACE_PROVIDER.at(row) !== 'PR1' || isRespite(Episodes, row)) return false
      if (place === null || Episodes.LS.at(row) === null) return false
      if (codes.foster.has(place) || codes.placedForAdoption.has(place) || (year >= 2026 && place === 'K3'))
        return false
      return isElsewhere(given, row)
    },
  }),
  eachChild({
    code: '399',
    says: 'For a child on short breaks only, no reviews and no answer on being a mother are wanted.',
    fields: ['MOTHER', 'LS', 'REVIEW', 'REVIEW_CODE'],
    needs: ['Episodes', 'Header', 'Reviews'],
    among: ({ Episodes, codes }) => Episodes.childrenOf(Episodes.LS.holding(codes.respite.codes)),
    check: ({ Episodes, Header, Reviews }, child, flag) => {
      const episodes = Episodes.of(child)
      if (episodes.length === 0 || !episodes.every((row) => isRespite(Episodes, row))) return
      const rows = Header.of(child)
      const mother = rows.some((row) => Header.MOTHER.at(row) !== null)
      const reviews = Reviews.of(child).filter(
        (row) => mother || Reviews.written.REVIEW.at(row) !== null || Reviews.REVIEW_CODE.at(row) !== null,
      )
      if (!mother && reviews.length === 0) return
      for (const row of episodes) flag('Episodes', row)
      for (const row of rows) flag('Header', row)
      for (const row of reviews) flag('Reviews', row)
    },
  }),
]
