// A home of the record as matching asks about it: how it stands, its terms, free places, who lives there, what it answers. Pure.
import { ageOn, day, type IsoDay } from '#calendar'
import type { Place } from '#geography'
import { LANGUAGE_WORDS, PETS_ASKED, speaks } from '#home-requests'
import type { Answers, HomeKnown, Living, Standing, Terms } from '#matching'

type During = { readonly since: string; readonly until: string | null }
/** As every list of homes reads it. */
type HomeOn = {
  readonly home: {
    readonly line: string
    readonly kind: string
    readonly closed: string | null
    readonly bedrooms: number | null
    readonly step_free: boolean | null
    readonly languages: readonly string[] | null
    readonly pets: readonly string[] | null
    readonly prefers: readonly string[]
  }
  readonly approvals: readonly During[]
  readonly terms:
    | {
        readonly places: number
        readonly age_from: number
        readonly age_to: number
        readonly sexes: string
        readonly named_only: boolean
        readonly temporary: boolean
        readonly kinds: readonly string[]
      }
    | undefined
  readonly holds: readonly (During & { readonly line: string; readonly kind: string; readonly places: number | null })[]
  readonly address: { readonly postcode: string; readonly audience: readonly string[] | null } | undefined
  readonly takers: readonly { readonly taker: string; readonly takes: string }[]
  readonly vacancies: { readonly known: true; readonly free: number; readonly more: number } | { readonly known: false }
}
/** And what hangs on it. */
export type HomeRead = HomeOn & {
  readonly called: string
  readonly enjoy: string
  readonly skills: readonly { readonly kind: string; readonly level: string; readonly renew_by: string | null }[]
  readonly own: readonly { readonly part: string; readonly born: string | null; readonly until: string | null }[]
  /** By the line of what ties them there: children whom the asker may know of. */
  readonly children: ReadonlyMap<string, { readonly child: string; readonly born: string | undefined }>
  readonly exempted: readonly string[]
}

const KIND = {
  'our foster home': 'foster',
  'agency foster home': 'foster',
  "children's home": 'childrensHome',
  'supported accommodation': 'supportedAccommodation',
} as const satisfies Readonly<Record<string, HomeKnown['kind']>>
const kindOf = (kind: string): HomeKnown['kind'] =>
  (Object.entries(KIND).find(([one]) => one === kind) ?? ['', 'foster' as const])[1]

export function standingOn({ home, approvals, terms, holds }: HomeOn, on: IsoDay): Standing {
  if (home.closed !== null && home.closed <= on) return 'ended'
  if (approvals.length === 0) return 'unknown'
  if (terms === undefined) return approvals.some(({ since }) => since > on) ? 'notYet' : 'ended'
  const held = holds.some(
    ({ places, since, until }) => places === null && since <= on && (until === null || until > on),
  )
  if (held) return 'onHold'
  if (kindOf(home.kind) !== 'foster') return 'registered'
  return terms.temporary ? 'temporary' : 'approved'
}

const SEX = { girls: 'female', boys: 'male' } as const
function termsOf({ terms }: HomeOn): Terms | 'unknown' {
  if (terms === undefined) return 'unknown'
  const { places, age_from, age_to, sexes, named_only } = terms
  return {
    ...{ most: places, fromAge: age_from, toAge: age_to },
    sex: sexes === 'girls' || sexes === 'boys' ? SEX[sexes] : undefined,
    // Who is named stands in the words of the decision: nobody is taken for one of them.
    onlyFor: named_only ? [] : undefined,
  }
}

const isOfGroup = ({ children }: HomeRead, group: readonly string[], taker: string): boolean =>
  group.includes(children.get(taker)?.child ?? '')

/** Places with other councils are children whom we do not know. */
function livingIn(read: HomeRead, group: readonly string[], on: IsoDay): readonly Living[] | undefined {
  const { home, terms, takers, holds, children, own } = read
  const told = holds.filter(
    ({ kind, since, until }) => kind === 'other councils' && since <= on && (until === null || until > on),
  )
  if (terms === undefined || (home.kind !== 'our foster home' && told.length === 0)) return undefined
  const ages = (born: string | null | undefined) => (born ? ageOn(day(born), on) : undefined)
  return [
    ...takers
      .filter(({ taker }) => !isOfGroup(read, group, taker))
      .map(({ taker }) => {
        const known = children.get(taker)
        return { id: known?.child ?? taker, age: ages(known?.born), fostered: true }
      }),
    ...told.flatMap(({ places, line }) =>
      Array.from({ length: places ?? 0 }, (_, at) => ({ id: `${line} ${at}`, age: undefined, fostered: true })),
    ),
    ...own
      .filter(({ part, until }) => part === 'child of the carers' && (until === null || until > on))
      .map(({ born }, at) => ({ id: `${home.line} own ${at}`, age: ages(born), fostered: false })),
  ]
}

const PET_WORDS: Readonly<Record<string, string>> = { dog: 'a dog', cat: 'a cat' }
/** A pet under the word of the list, and under the one in which a child hopes for it. */
const petWords = (pet: string): readonly string[] => [pet, ...(PET_WORDS[pet] === undefined ? [] : [PET_WORDS[pet]])]

const literally = (text: string, word: string): boolean =>
  ` ${text.toLowerCase().replaceAll(/[^a-z]+/g, ' ')} `.includes(` ${word} `)

/** `likes`: words to look for in what a home says it enjoys; only the same word is a yes, and nothing is a no. */
export function answersOf(read: HomeRead, likes: readonly string[], on: IsoDay): Answers {
  const { home, skills, terms, takers, enjoy } = read
  const [yes, willing, no]: [string[], string[], string[]] = [[], [], []]
  for (const { kind, level, renew_by } of skills) {
    if (level === 'willing to learn') willing.push(kind)
    else if (renew_by === null || renew_by > on) yes.push(kind)
  }
  if (home.languages !== null)
    for (const word of Object.keys(LANGUAGE_WORDS)) (home.languages.map(speaks).includes(word) ? yes : no).push(word)
  if (home.pets !== null)
    for (const pet of Object.keys(PETS_ASKED)) (home.pets.includes(pet) ? yes : no).push(...petWords(pet))
  if (home.step_free !== null) (home.step_free ? yes : no).push('no steps')
  if (home.bedrooms !== null && read.vacancies.known)
    (home.bedrooms > takers.length ? yes : no).push('a bedroom of their own')
  if (terms !== undefined && home.kind.includes('foster'))
    (terms.kinds.includes('long term') ? yes : no).push('to stay to 18 and after')
  yes.push(...likes.filter((word) => literally(enjoy, word)))
  return { yes, willing: willing.filter((word) => !yes.includes(word)), no }
}

/**
 * Free under the approval: the usual limit is a gate of its own, which names who may go beyond it. The place of a child who lives
 * there already, or for whom it is reserved, is theirs.
 */
function freeOf(read: HomeRead, group: readonly string[]): HomeKnown['free'] {
  const theirs = read.takers.filter(({ taker }) => isOfGroup(read, group, taker)).length
  return read.vacancies.known ? read.vacancies.free + read.vacancies.more + theirs : 'unknown'
}

export type Asked = {
  readonly likes: readonly string[]
  readonly on: IsoDay
  readonly prefers: readonly string[]
  /** The children for whom a home is looked for. */
  readonly group: readonly string[]
}
export function homeKnown(read: HomeRead, at: Place | undefined, { likes, on, prefers, group }: Asked): HomeKnown {
  const { home, address } = read
  return {
    ...{ id: home.line, called: read.called, kind: kindOf(home.kind), at, precision: 'full' },
    protected: address !== undefined && address.audience !== null,
    ...{ standing: standingOn(read, on), approvedByUs: home.kind === 'our foster home', free: freeOf(read, group) },
    ...{ terms: termsOf(read), living: livingIn(read, group, on), exempted: read.exempted, apartFrom: [] },
    ...{ answers: answersOf(read, likes, on), declines: [], keen: prefers.some((one) => home.prefers.includes(one)) },
  }
}
