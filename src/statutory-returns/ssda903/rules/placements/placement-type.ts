// The type of placement against the legal status, the provider and the way the episode began or ended.
import { strictDay } from '#return-files'
import { eachRow, type Rule } from '../../rule.ts'
import { endsCare, isRespite } from '../episodes/reading.ts'

const fromApril2015 = strictDay('01/04/2015')
const placementOrdersInForce = strictDay('01/12/2005')

type ProviderRule = { code: string; provider: string; places: string; says: string }

/** Providers that cannot offer certain placements. */
const providers: readonly ProviderRule[] = [
  {
    code: '527',
    provider: 'PR1',
    places: 'P1 R2 R5',
    says: "The council's own provision cannot be a parent, a hospital or youth custody.",
  },
  {
    code: '528',
    provider: 'PR2',
    places: 'P1 R2 R5',
    says: "Another council's provision cannot be a parent, a hospital or youth custody.",
  },
  {
    code: '529',
    provider: 'PR3',
    places: 'A3 A4 A5 A6 K1 K2 P1 U1 U2 U3 U4 U5 U6',
    says: "Other public bodies offer no adoption, fostering or children's home, and are no parent.",
  },
  { code: '530', provider: 'PR4', places: 'P1', says: 'A private provider cannot be a parent.' },
  { code: '531', provider: 'PR5', places: 'P1', says: 'A voluntary provider cannot be a parent.' },
]

export const placementTypeRules: readonly Rule[] = [
  ...providers.map(({ code, provider, places, says }) => {
    const impossible = new Set(places.split(' '))
    return eachRow('Episodes', {
      code,
      says,
      fields: ['PLACE', 'PLACE_PROVIDER'],
      among: ({ Episodes }) => Episodes.PLACE_PROVIDER.holding([provider]),
      fails: ({ Episodes }, row) =>
        Episodes.PLACE_PROVIDER.at(row) === provider && impossible.has(Episodes.PLACE.at(row) ?? ''),
    })
  }),
  eachRow('Episodes', {
    code: '178',
    says: 'The provider is no code that the return knows, or is given for a placement that has none.',
    fields: ['PLACE_PROVIDER'],
    fails: ({ Episodes, codes }, row) => {
      const provider = Episodes.PLACE_PROVIDER.at(row)
      const place = Episodes.PLACE.at(row)
      if (provider === null) return false
      return !codes.PLACE_PROVIDER.has(provider) || (place !== 'T4' && codes.withoutProvider.has(place))
    },
  }),
  eachRow('Episodes', {
    code: '213',
    says: 'No provider is wanted for this type of placement.',
    fields: ['PLACE_PROVIDER'],
    among: ({ Episodes, codes }) => Episodes.PLACE.holding(codes.withoutProvider.codes),
    fails: ({ Episodes, codes }, row) => {
      const place = Episodes.PLACE.at(row)
      return Episodes.PLACE_PROVIDER.at(row) !== null && place !== 'Z1' && codes.withoutProvider.has(place)
    },
  }),
  eachRow('Episodes', {
    code: '526',
    says: 'The provider of the placement is missing.',
    fields: ['PLACE', 'PLACE_PROVIDER'],
    fails: ({ Episodes, codes }, row) => {
      const place = Episodes.PLACE.at(row)
      return place !== null && Episodes.PLACE_PROVIDER.at(row) === null && !codes.withoutProvider.has(place)
    },
  }),
  eachRow('Episodes', {
    code: '550',
    says: 'A parent is given as provider, but the child is not placed with parents.',
    fields: ['PLACE', 'PLACE_PROVIDER'],
    among: ({ Episodes }) => Episodes.PLACE_PROVIDER.holding(['PR0']),
    fails: ({ Episodes }, row) => Episodes.PLACE_PROVIDER.at(row) === 'PR0' && Episodes.PLACE.at(row) !== 'P1',
  }),
  eachRow('Episodes', {
    code: '217',
    says: 'A child placed for adoption with their own foster carers does not change carers; the reason has to be S, T or U.',
    fields: ['PLACE', 'DECOM', 'RNE'],
    among: ({ Episodes }) => Episodes.PLACE.holding(['A3', 'A5']),
    fails: ({ Episodes }, row) => {
      const place = Episodes.PLACE.at(row)
      if ((place !== 'A3' && place !== 'A5') || !(Episodes.DECOM.at(row) >= fromApril2015)) return false
      return !['S', 'T', 'U'].includes(Episodes.RNE.at(row) ?? '')
    },
  }),
  eachRow('Episodes', {
    code: '336',
    says: 'A child placed for adoption with their foster carers has to have been fostered, or placed for adoption, just before.',
    fields: ['PLACE'],
    among: ({ Episodes }) => Episodes.PLACE.holding(['A3', 'A5']),
    // Reference says: A3 and A4. We say: A3 and A5, the two placements with current foster carers, as the return's own text has it.
    fails: ({ Episodes, codes }, row) => {
      const [place, before] = [Episodes.PLACE.at(row), Episodes.before(row)]
      if ((place !== 'A3' && place !== 'A5') || before < 0) return false
      const earlier = Episodes.PLACE.at(before)
      return !codes.placedForAdoption.has(earlier) && !codes.foster.has(earlier)
    },
  }),
  eachRow('Episodes', {
    code: '378',
    says: 'A child placed with parents cannot be accommodated under section 20.',
    fields: ['PLACE', 'LS'],
    among: ({ Episodes }) => Episodes.PLACE.holding(['P1']),
    fails: ({ Episodes }, row) => Episodes.PLACE.at(row) === 'P1' && Episodes.LS.at(row) === 'V2',
  }),
  eachRow('Episodes', {
    code: '384',
    says: 'A child on short breaks cannot be in long-term fostering.',
    fields: ['PLACE', 'LS'],
    among: ({ Episodes, codes }) => Episodes.LS.holding(codes.respite.codes),
    fails: ({ Episodes }, row) =>
      isRespite(Episodes, row) && (Episodes.PLACE.at(row) === 'U1' || Episodes.PLACE.at(row) === 'U4'),
  }),
  eachRow('Episodes', {
    code: '390',
    says: 'The child was adopted, but the last placement was not for adoption.',
    fields: ['PLACE', 'REC'],
    among: ({ Episodes, codes }) => Episodes.REC.holding(codes.adopted.codes),
    fails: ({ Episodes, codes }, row) =>
      codes.adopted.has(Episodes.REC.at(row)) && !codes.placedForAdoption.has(Episodes.PLACE.at(row)),
  }),
  eachRow('Episodes', {
    code: '408',
    says: 'The child is placed for adoption under a placement order, but the legal status is another.',
    fields: ['PLACE', 'LS'],
    among: ({ Episodes }) => Episodes.PLACE.holding(['A5', 'A6']),
    fails: ({ Episodes }, row) => {
      const place = Episodes.PLACE.at(row)
      return (place === 'A5' || place === 'A6') && Episodes.LS.at(row) !== 'E1'
    },
  }),
  eachRow('Episodes', {
    code: '446',
    says: 'Placement orders did not exist before December 2005.',
    fields: ['LS', 'DECOM'],
    among: ({ Episodes }) => Episodes.LS.holding(['E1']),
    fails: ({ Episodes }, row) => Episodes.LS.at(row) === 'E1' && Episodes.DECOM.at(row) < placementOrdersInForce,
  }),
  eachRow('Episodes', {
    code: '516',
    says: 'A former foster carer became special guardian, but the child was not fostered in this episode.',
    fields: ['REC', 'PLACE'],
    among: ({ Episodes }) => Episodes.REC.holding(['E45', 'E46']),
    fails: ({ Episodes, codes }, row) => {
      const reason = Episodes.REC.at(row)
      return (reason === 'E45' || reason === 'E46') && !codes.foster.has(Episodes.PLACE.at(row))
    },
  }),
]

export const temporaryPlacementRules: readonly Rule[] = [
  eachRow('Episodes', {
    code: '380',
    says: 'Being looked after cannot start with a temporary placement.',
    fields: ['PLACE', 'RNE'],
    among: ({ Episodes, codes }) => Episodes.PLACE.holding(codes.temporary.codes),
    fails: ({ Episodes, codes }, row) =>
      codes.temporary.has(Episodes.PLACE.at(row)) && Episodes.RNE.at(row) !== 'P' && Episodes.RNE.at(row) !== 'B',
  }),
  eachRow('Episodes', {
    code: '381',
    says: 'Being looked after cannot end with a temporary placement.',
    fields: ['PLACE', 'REC'],
    among: ({ Episodes, codes }) => Episodes.PLACE.holding(codes.temporary.codes),
    fails: ({ Episodes, codes }, row) => codes.temporary.has(Episodes.PLACE.at(row)) && endsCare(Episodes, row),
  }),
  eachRow('Episodes', {
    code: '382',
    says: 'A child on short breaks cannot be in a temporary placement.',
    fields: ['LS', 'PLACE'],
    among: ({ Episodes, codes }) => Episodes.LS.holding(codes.respite.codes),
    fails: ({ Episodes, codes }, row) => isRespite(Episodes, row) && codes.temporary.has(Episodes.PLACE.at(row)),
  }),
]
