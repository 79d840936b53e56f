// Children for whom a home is looked for, and why: the one place where requests for a home join, once they are recorded. Pure.
import type { IsoDay } from '#calendar'
import type { Place } from '#geography'
import type { ChildAsked, HomeKind, RequestForHome } from '#matching'

export const WHY_WAITS = {
  asked: 'A home is asked for',
  'no home': 'In care, and no home is recorded',
  'to end': 'Somebody asked that this home ends',
  emergency: 'Came here in an emergency within four weeks',
  unplanned: 'Came here unplanned within four weeks',
  nearer: 'Will come nearer, as was decided with them',
} as const
export type WhyWaits = keyof typeof WHY_WAITS

/** What an open request asks of a home, as far as the board reads homes. */
export type AskedFor = {
  readonly kinds: readonly string[]
  readonly emergency: boolean
  readonly needs: readonly string[]
  readonly living_with: string
  /** Brothers and sisters with whom they are to live; null: none was named. */
  readonly with_siblings: readonly string[] | null
}
export type Waiting = {
  readonly child: string
  readonly why: WhyWaits
  /** null: no home is recorded. */
  readonly placement: string | null
  readonly kind: string | null
  readonly since: IsoDay
  readonly born: IsoDay | null
  readonly sex: string | null
  /** Of their family; undefined: not known, or not measured. */
  readonly from: Place | undefined
  readonly fromKept: boolean
  /** The area of the family home as it may be said, by sector; undefined: kept, or not known. */
  readonly sector: string | undefined
  /** Children of the record who are their brothers and sisters. */
  readonly siblings: readonly string[]
  readonly ethnicity: string | null
  readonly alone: boolean
  /** null: no request is open. */
  readonly asked: AskedFor | null
  /** Homes where somebody lives who must not live with them. */
  readonly apart: readonly { readonly home: string; readonly firm: boolean }[]
}
export type WaitingGroup = {
  readonly id: string
  readonly children: readonly Waiting[]
  readonly request: RequestForHome
}

const GROWN = 16
const ALL_KINDS: readonly HomeKind[] = ['foster', 'childrensHome', 'supportedAccommodation']
/** As asked for. Without a request what the plan allows is in no record: foster homes, what is like the home of today, from 16 on supported ones. */
function kindsFor({ kind, asked }: Waiting, age: number | undefined): readonly HomeKind[] {
  if (asked !== null) return ALL_KINDS.filter((one) => asked.kinds.includes(one))
  return [
    'foster',
    ...(kind?.startsWith('K') === true ? (['childrensHome'] as const) : []),
    ...(age !== undefined && age >= GROWN ? (['supportedAccommodation'] as const) : []),
  ]
}
const SEXES: Readonly<Record<string, ChildAsked['sex']>> = { '1': 'male', '2': 'female', M: 'male', F: 'female' }

/** Those with whom a request says that they are to live; without one, brothers and sisters. */
const together = ({ asked, siblings }: Waiting): readonly string[] => asked?.with_siblings ?? siblings
/** Named as a brother or sister by the family, or by the request. */
const closeTo = ({ asked, siblings }: Waiting): readonly string[] => [...siblings, ...(asked?.with_siblings ?? [])]

type LivingWith = RequestForHome['livingWith']
const LIVING: readonly LivingWith[] = ['nobodyElse', 'onlyOlder', 'onlyYounger']
/** What the first of them asks who asks anything. */
const livingWith = (children: readonly Waiting[]): LivingWith =>
  children.flatMap(({ asked }) => LIVING.filter((one) => one === asked?.living_with))[0] ?? 'anybody'

type Given = {
  readonly on: IsoDay
  readonly council: string
  readonly called: (child: string) => string
  readonly ageOf: (born: IsoDay) => number
}
function requestOf(children: readonly [Waiting, ...Waiting[]], { on, council, called, ageOf }: Given): RequestForHome {
  const [first] = children
  const asked = (one: Waiting): ChildAsked => ({
    ...{ id: one.child, called: called(one.child), born: one.born ?? undefined },
    sex: SEXES[one.sex ?? ''],
  })
  const ids = children.map(({ child }) => child)
  const kinds = children.map((one) => kindsFor(one, one.born === null ? undefined : ageOf(one.born)))
  return {
    ...{ id: first.child, on, council, children: [asked(first), ...children.slice(1).map(asked)] },
    siblingsOfEachOther: children.every((one) =>
      ids.every((other) => other === one.child || closeTo(one).includes(other)),
    ),
    otherSiblings: children.flatMap((one) => closeTo(one).filter((other) => !ids.includes(other))),
    from: { at: first.from, protected: first.fromKept },
    emergency: children.some(({ asked }) => asked?.emergency === true),
    kinds: (kinds[0] ?? []).filter((kind) => kinds.every((own) => own.includes(kind))),
    ...{ familyConsidered: true, school: undefined, visits: [], mustHave: [], petsMustNot: [] },
    livingWith: livingWith(children),
    avoid: {
      homes: children.flatMap(({ apart }) =>
        apart.map(({ home, firm }) => ({ home, firmness: firm ? ('never' as const) : ('withRiskPlan' as const) })),
      ),
      ...{ people: [], places: [], under: [] },
    },
    needs: [...new Set(children.flatMap(({ asked }) => asked?.needs ?? []))],
    ...{ likes: [], matters: [], askedFor: [], saidNo: [] },
    about: {
      ...(first.ethnicity === null ? {} : { ethnicity: first.ethnicity }),
      unaccompanied: first.alone ? 'yes' : 'no',
    },
  }
}

/** Brothers and sisters who all wait are looked for together; a request for a home takes the place of what is made here. */
export function groupsWaiting(waiting: readonly Waiting[], given: Given): readonly WaitingGroup[] {
  const by = new Map(waiting.map((one) => [one.child, one]))
  const seen = new Set<string>()
  return waiting
    .toSorted((a, b) => (a.child < b.child ? -1 : 1))
    .flatMap((one): WaitingGroup[] => {
      if (seen.has(one.child)) return []
      const others = together(one).flatMap((other) => {
        const sibling = by.get(other)
        return sibling === undefined || seen.has(other) ? [] : [sibling]
      })
      const children: readonly [Waiting, ...Waiting[]] = [one, ...others]
      for (const { child } of children) seen.add(child)
      return [{ id: one.child, children, request: requestOf(children, given) }]
    })
}
