// Invented requests and homes for the tests of matching: plain ones, changed by what a case is about.
import { day } from '#calendar'
import type { HomeKnown, Terms } from './home.ts'
import type { ChildAsked, RequestForHome } from './request.ts'

/** Miles east of the family home, in an authority: E06000052 is Cornwall, whose one neighbour is Devon. */
export const at = (miles: number, authority = 'E08000039') => ({
  easting: 430_000 + Math.round(miles * 1609.3),
  northing: 390_000,
  authority,
})
const OURS = 'E08000039'
/** Barnsley, which adjoins Sheffield. */
export const NEXT_DOOR = 'E08000038'
/** Cornwall, which does not. */
export const FAR_OFF = 'E06000052'

export const child = (id: string, facts: Partial<ChildAsked> = {}): ChildAsked => ({
  id,
  called: id,
  born: day('2014-05-06'),
  sex: 'female',
  ...facts,
})

export const wantedHome = (facts: Partial<RequestForHome> = {}): RequestForHome => ({
  id: 'request-1',
  on: day('2026-11-26'),
  council: OURS,
  children: [child('Juniper')],
  siblingsOfEachOther: true,
  otherSiblings: [],
  from: { at: at(0), protected: false },
  emergency: false,
  kinds: ['foster'],
  familyConsidered: true,
  school: undefined,
  visits: [],
  avoid: { homes: [], people: [], places: [], under: [] },
  mustHave: [],
  petsMustNot: [],
  livingWith: 'anybody',
  needs: [],
  likes: [],
  matters: [],
  askedFor: [],
  saidNo: [],
  about: {},
  ...facts,
})

export const anyTerms: Terms = { most: 3, fromAge: 0, toAge: 17, sex: undefined, onlyFor: undefined }
export const knownHome = (id: string, facts: Partial<HomeKnown> = {}): HomeKnown => ({
  id,
  called: id,
  kind: 'foster',
  at: at(2),
  precision: 'full',
  protected: false,
  standing: 'approved',
  approvedByUs: false,
  free: 3,
  terms: anyTerms,
  living: [],
  exempted: [],
  apartFrom: [],
  answers: { yes: [], willing: [], no: [] },
  declines: [],
  keen: false,
  ...facts,
})
