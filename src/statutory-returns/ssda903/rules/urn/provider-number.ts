// Ofsted's number of the provider (URN): when it is wanted, and whether it fits the placement and Ofsted's own list.
import type { Given, Provider } from '../../given.ts'
import { eachRow, type Rule, type RuleWords } from '../../rule.ts'
import { isOpen, isRespite } from '../episodes/reading.ts'

/** Stands for a regional adoption agency, or another that Ofsted does not list. */
const unlisted = 'XXXXXXX'

/** The number, where it is given and ought to be on the list. */
function listedUrn({ Episodes }: Given, row: number): string | undefined {
  const urn = Episodes.URN.at(row)
  return urn === null || urn === unlisted ? undefined : urn
}

type Test = (provider: Provider | undefined, given: Given, row: number) => boolean

/** A rule on episodes that give a number, with the provider of that number where the list has one. */
function withProvider(words: Pick<RuleWords, 'code' | 'says' | 'fields' | 'needsAuthority'>, test: Test): Rule {
  return eachRow('Episodes', {
    ...words,
    needsProviders: true,
    fails: (given, row) => {
      const urn = listedUrn(given, row)
      return urn !== undefined && test(given.providers.get(urn), given, row)
    },
  })
}

const adoptionOrFostering = ({ codes, Episodes }: Given, row: number) =>
  codes.placedForAdoption.has(Episodes.PLACE.at(row)) || codes.foster.has(Episodes.PLACE.at(row))

export const providerNumberRules: readonly Rule[] = [
  eachRow('Episodes', {
    code: '218',
    says: 'The URN of the placement is missing.',
    fields: ['URN'],
    needsPostcodes: true,
    // Reference says: for short breaks too. We say: not for them, since rule 214 forbids a URN there.
    fails: ({ Episodes, codes, start }, row) =>
      Episodes.URN.at(row) === null &&
      (isOpen(Episodes, row) || Episodes.DEC.at(row) >= start) &&
      !isRespite(Episodes, row) &&
      !codes.withoutUrn.has(Episodes.PLACE.at(row)) &&
      !codes.outsideEngland.has(Episodes.PL_LA.at(row)),
  }),
  withProvider(
    {
      code: '219',
      says: 'The provider of this URN does not offer this type of placement, or is not on the list.',
      fields: ['URN', 'PLACE'],
    },
    (provider, { Episodes }, row) => !provider?.places.has(Episodes.PLACE.at(row) ?? ''),
  ),
  withProvider(
    {
      code: '221',
      says: 'The postcode of the placement is not that of the home with this URN.',
      fields: ['PL_POST', 'URN'],
    },
    (provider, { Episodes, codes }, row) => {
      const postcode = Episodes.PL_POST.at(row)
      if (postcode === null || isRespite(Episodes, row) || !codes.inOneBuilding.has(Episodes.PLACE.at(row)))
        return false
      return postcode.replaceAll(' ', '') !== provider?.postcode
    },
  ),
  eachRow('Episodes', {
    code: '222',
    says: 'No URN is wanted for this type of placement.',
    fields: ['URN'],
    among: ({ Episodes, codes }) => Episodes.PLACE.holding(codes.withoutUrn.codes),
    fails: (given, row) =>
      listedUrn(given, row) !== undefined && given.codes.withoutUrn.has(given.Episodes.PLACE.at(row)),
  }),
  withProvider(
    {
      code: '224',
      says: 'The provider with this URN is of another sector than the one given.',
      fields: ['PLACE_PROVIDER', 'URN'],
    },
    (provider, { Episodes }, row) => !provider?.sectors.has(Episodes.PLACE_PROVIDER.at(row) ?? ''),
  ),
  withProvider(
    { code: '227', says: "The provider's registration had ended when the episode started.", fields: ['URN', 'DECOM'] },
    (provider, { Episodes }, row) => provider !== undefined && Episodes.DECOM.at(row) >= provider.ended,
  ),
  withProvider(
    { code: '228', says: "The provider's registration ended before the episode did.", fields: ['URN', 'DEC'] },
    (provider, { Episodes, end }, row) =>
      provider !== undefined && (isOpen(Episodes, row) ? end : Episodes.DEC.at(row)) > provider.ended,
  ),
  withProvider(
    {
      code: '229',
      says: "Own provision has to lie in the council's area, and another council's outside it; the provider's address says otherwise.",
      fields: ['URN', 'PLACE_PROVIDER'],
      needsAuthority: true,
    },
    (provider, { Episodes, authority, codes, year }, row) => {
      const place = Episodes.PLACE.at(row)
      if (year >= 2026 && (place === 'K3' || codes.withoutUrn.has(place))) return false
      const sector = Episodes.PLACE_PROVIDER.at(row)
      return sector === 'PR1'
        ? provider?.authority !== authority
        : sector === 'PR2' && provider?.authority === authority
    },
  ),
  withProvider(
    { code: '1008', says: 'The URN is not on the list of providers.', fields: ['URN'] },
    (provider) => provider === undefined,
  ),
]

export const urnFrom2026: readonly Rule[] = [
  eachRow('Episodes', {
    code: '241',
    says: 'The supported accommodation lies in an authority where its provider has no premises.',
    fields: ['URN'],
    needsPostcodes: true,
    from: 2026,
    needsProviders: true,
    among: ({ Episodes }) => Episodes.PLACE.holding(['K3']),
    // Reference says: the placement has to lie in the council's own area. We say: in the provider's, as the wording is.
    fails: (given, row) => {
      const { Episodes } = given
      const urn = listedUrn(given, row)
      const area = Episodes.PL_LA.at(row)
      if (urn === undefined || area === null || Episodes.PLACE.at(row) !== 'K3') return false
      const provider = given.providers.get(urn)
      return provider !== undefined && provider.authority !== '' && provider.authority !== area
    },
  }),
  eachRow('Episodes', {
    code: '242',
    says: 'XXXXXXX instead of a URN is only for regional adoption agencies, so for adoption and fostering.',
    fields: ['URN'],
    from: 2026,
    among: ({ Episodes }) => Episodes.URN.holding([unlisted]),
    fails: (given, row) => given.Episodes.URN.at(row) === unlisted && !adoptionOrFostering(given, row),
  }),
  eachRow('Episodes', {
    code: '243',
    says: 'The placement lies outside England, where Ofsted registers nobody, so no URN is wanted.',
    fields: ['URN'],
    needsPostcodes: true,
    from: 2026,
    among: ({ Episodes, codes }) => Episodes.PL_LA.holding(codes.outsideEngland.codes),
    fails: ({ Episodes, codes }, row) =>
      Episodes.URN.at(row) !== null && codes.outsideEngland.has(Episodes.PL_LA.at(row)),
  }),
]
