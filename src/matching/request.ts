// A request for a home, as matching needs it: for whom, from where, what must be, what must not, and what is hoped for.
import type { IsoDay } from '#calendar'
import type { Place } from '#geography'
import type { HomeKind, Sex } from './home.ts'

export interface ChildAsked {
  readonly id: string
  /** As the child is called: sentences say it. */
  readonly called: string
  readonly born: IsoDay | undefined
  readonly sex: Sex | undefined
}

/** Never, or only where a service manager signs off a plan for the risk. */
export type Firmness = 'never' | 'withRiskPlan'

/** Somewhere the child goes: school, family, worship. `minutes` are typed or imported, by home. */
export interface ImportantPlace {
  readonly to: string
  readonly at: Place | undefined
  readonly perWeek: number
  /** An address that must not be found, as that of a protected parent. */
  readonly protected?: boolean
  readonly minutes?: ReadonlyMap<string, number>
}

export interface SchoolNow {
  readonly called: string
  readonly at: Place | undefined
  /** 1 to 13; undefined: not known. */
  readonly year: number | undefined
  readonly minutes?: ReadonlyMap<string, number>
}

/** What a child, or the family for them, said matters. What nobody mentioned is not here, and not looked at. */
export interface Matters {
  readonly kind: 'language' | 'faith' | 'culture' | 'ethnicity'
  /** The word that homes answer, as in `language: Polish`. */
  readonly word: string
  readonly strength: 'essential' | 'prefer'
}

/** What matching must not look at; kept so that the swap test can turn each of them. */
export const PROTECTED = [
  'ethnicity',
  'religion',
  'nationality',
  'disability',
  'sexuality',
  'genderIdentity',
  'unaccompanied',
] as const
export type ProtectedField = (typeof PROTECTED)[number]

export interface RequestForHome {
  readonly id: string
  /** The day from which the home is needed: ages and approvals are of that day. */
  readonly on: IsoDay
  /** The authority code of the council that looks after the children. */
  readonly council: string
  /** One child, or brothers and sisters who are to live together. */
  readonly children: readonly [ChildAsked, ...ChildAsked[]]
  /** Whether each of them is a brother or sister of every other. */
  readonly siblingsOfEachOther: boolean
  /** Brothers and sisters who live elsewhere: they count as such where they already live. */
  readonly otherSiblings: readonly string[]
  /** The family home. `none`: there is none to measure from, as for a child who came alone. */
  readonly from: { readonly at: Place | undefined; readonly protected: boolean } | 'none'
  readonly emergency: boolean
  /** The kinds of home that the care plan allows. */
  readonly kinds: readonly HomeKind[]
  /** Whether parents and connected people were considered first (section 22C). */
  readonly familyConsidered: boolean
  /** The school to stay at; undefined where there is none to keep. */
  readonly school: SchoolNow | undefined
  readonly visits: readonly ImportantPlace[]
  readonly avoid: {
    readonly homes: readonly { readonly home: string; readonly firmness: Firmness }[]
    readonly people: readonly { readonly person: string; readonly firmness: Firmness }[]
    readonly places: readonly { readonly at: Place; readonly miles: number; readonly firmness: Firmness }[]
    /** No child younger than this. */
    readonly under: readonly { readonly age: number; readonly firmness: Firmness }[]
  }
  /** Essential: a home has them, or a provider's funded plan with its date brings them. */
  readonly mustHave: readonly string[]
  readonly petsMustNot: readonly string[]
  readonly livingWith: 'anybody' | 'nobodyElse' | 'onlyOlder' | 'onlyYounger'
  /** Assessed needs, by the skill that meets each. */
  readonly needs: readonly string[]
  /** What the child likes, does and is good at. */
  readonly likes: readonly string[]
  readonly matters: readonly Matters[]
  readonly askedFor: readonly string[]
  /** Homes to which a child said no. */
  readonly saidNo: readonly string[]
  readonly about: Readonly<Partial<Record<ProtectedField, string>>>
}

/** `Ava`, `Ava and Ben`, `Ava, Ben and Cal`. */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`
}

export const calledTogether = ({ children }: RequestForHome): string => listed(children.map(({ called }) => called))

/** What has to be answered before any list opens. */
export function beforeTheListOpens(request: RequestForHome): readonly string[] {
  return request.familyConsidered
    ? []
    : ['Say first whether a parent or somebody the child is connected with can care for them (section 22C).']
}
