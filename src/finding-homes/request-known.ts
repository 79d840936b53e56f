// A request of the record as matching asks about it: places with how often, brothers and sisters, what must be, and a child's own no. Pure.
import { day, type IsoDay } from '#calendar'
import type { PostcodeList } from '#geography'
import { type KeptFrom, likesIn, type Standing } from '#home-requests'
import type { ChildAsked, HomeKind, ImportantPlace, Matters, RequestForHome } from '#matching'

export type PlaceAsked = {
  readonly kind: string
  readonly called: string
  readonly postcode: string | null
  readonly protected: boolean
  readonly per_month: number | null
  readonly miles: number | null
  readonly firm: boolean
}
type Request = {
  readonly line: string
  readonly needed_by: string
  readonly emergency: boolean
  readonly kinds: readonly string[]
  readonly family_considered: boolean
  readonly no_family_home: boolean
  readonly living_with: string
  readonly needs: readonly string[]
  readonly must_have: readonly string[]
  readonly hopes: readonly string[]
  readonly no_pets: readonly string[]
  readonly school_year: number | null
  readonly faith_matters: boolean
  readonly words: { readonly like: string }
}
export type Wishes = {
  readonly request: Request
  readonly places: readonly PlaceAsked[]
  readonly children: readonly [ChildAsked, ...ChildAsked[]]
  /** Brothers and sisters with whom they are to live, who look for no home themselves. */
  readonly elsewhere: readonly string[]
  readonly council: string
  readonly standings: ReadonlyMap<string, Standing>
  /** Homes where somebody lives who must not live with them; and children of which age must not be there. */
  readonly apart: readonly KeptFrom[]
  readonly under: readonly { readonly age: number; readonly firm: boolean }[]
}
const firmness = (firm: boolean) => (firm ? ('never' as const) : ('withRiskPlan' as const))
const isKind = (text: string): text is HomeKind => ['foster', 'childrensHome', 'supportedAccommodation'].includes(text)
const WEEKS_A_MONTH = 4
const perWeek = (perMonth: number | null): number => (perMonth ?? 0) / WEEKS_A_MONTH
const FAITH = 'faith and culture, as they say it matters'

const at = ({ postcode }: PlaceAsked, list: PostcodeList) => (postcode === null ? undefined : list.placeOf(postcode))
function visitsOf(places: readonly PlaceAsked[], list: PostcodeList): readonly ImportantPlace[] {
  return places
    .filter(({ kind }) => !['family home', 'school', 'keep away'].includes(kind))
    .map((one) => ({ to: one.called, at: at(one, list), perWeek: perWeek(one.per_month), protected: one.protected }))
}
function mattersOf({ hopes, must_have, faith_matters }: Request): readonly Matters[] {
  const languages = [...must_have, ...hopes].filter((word) => word.startsWith('speaks '))
  return [
    ...languages.map((word) => ({
      kind: 'language' as const,
      word,
      strength: must_have.includes(word) ? ('essential' as const) : ('prefer' as const),
    })),
    ...(faith_matters ? [{ kind: 'faith' as const, word: FAITH, strength: 'prefer' as const }] : []),
  ]
}

/** `places`: where each postcode is. Nobody's list of homes is in it, so nothing is shared between two people. */
export function requestKnown(wishes: Wishes, list: PostcodeList, today: IsoDay): RequestForHome {
  const { request, places, children, elsewhere, council, standings } = wishes
  const home = places.find(({ kind }) => kind === 'family home')
  const school = places.find(({ kind }) => kind === 'school')
  const keepAway = places.filter(({ kind }) => kind === 'keep away')
  const apart = [...standings].flatMap(([id, { saidNo }]) => (saidNo ? [id] : []))
  const { living_with } = request
  return {
    ...{ id: request.line, council, children, siblingsOfEachOther: true, otherSiblings: elsewhere },
    on: request.needed_by > today ? day(request.needed_by) : today,
    from: request.no_family_home ? 'none' : { at: home && at(home, list), protected: home?.protected ?? false },
    ...{
      emergency: request.emergency,
      kinds: request.kinds.filter(isKind),
      familyConsidered: request.family_considered,
    },
    school: school && { called: school.called, at: at(school, list), year: request.school_year ?? undefined },
    visits: visitsOf(places, list),
    avoid: {
      homes: wishes.apart.map(({ household, firm }) => ({ home: household, firmness: firmness(firm) })),
      people: [],
      under: wishes.under.map(({ age, firm }) => ({ age, firmness: firmness(firm) })),
      places: keepAway.flatMap((one) => {
        const there = at(one, list)
        return there === undefined ? [] : [{ at: there, miles: one.miles ?? 1, firmness: firmness(one.firm) }]
      }),
    },
    ...{ mustHave: request.must_have, petsMustNot: request.no_pets, needs: request.needs },
    livingWith:
      living_with === 'nobodyElse' || living_with === 'onlyOlder' || living_with === 'onlyYounger'
        ? living_with
        : 'anybody',
    ...{ likes: likesIn(request.words.like), matters: mattersOf(request) },
    askedFor: request.hopes.filter((word) => !word.startsWith('speaks ')),
    ...{ saidNo: apart, about: {} },
  }
}
/** Somewhere to keep away from of which nobody knows where it is: no home can be said to be far enough. */
export const unplaced = <One extends PlaceAsked>(places: readonly One[], list: PostcodeList): readonly One[] =>
  places.filter((one) => one.kind === 'keep away' && at(one, list) === undefined)

type Asks = { readonly emergency: boolean; readonly must_have: readonly string[]; readonly hopes: readonly string[] }
/** Of what carers say whom they most want to care for, that which is true of this request. `children`: how many look together. */
export function prefersOf({ emergency, must_have, hopes }: Asks, children: number): readonly string[] {
  return [
    ...(children > 1 ? ['brothers and sisters'] : []),
    ...(emergency ? ['emergencies'] : []),
    ...([...must_have, ...hopes].includes('to stay to 18 and after') ? ['long term'] : []),
  ]
}
