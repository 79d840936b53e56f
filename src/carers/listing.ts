// How homes are listed: which are asked for, in which order, for whom they are, and in which area, if that may be known. Pure.
import { APPROVED_FOR, KINDS, SEXES } from './home-codes-data.ts'
import type { Vacancies } from './vacancies.ts'

export const FREE = { yes: 'Free now', no: 'None free', unknown: 'Not known' } as const
export type Filter = { readonly kind: string; readonly free: string; readonly area: string }
const AREA = /^[A-Z]{1,2}\d[A-Z\d]?$/

/** Nothing but what the lists hold. */
export function filterIn(query: (name: string) => string | undefined): Filter {
  const [kind = '', free = '', area = ''] = [query('kind'), query('free'), query('area')]
  return {
    kind: Object.hasOwn(KINDS, kind) ? kind : '',
    free: Object.hasOwn(FREE, free) ? free : '',
    area: AREA.test(area) ? area : '',
  }
}

type Listed = {
  readonly home: { readonly kind: string; readonly line: string; readonly closed: string | null }
  readonly address: { readonly postcode: string; readonly audience: readonly string[] | null } | undefined
  readonly vacancies: Vacancies
}
/** The district of the postcode; none where the address is kept to few, so that no list shows where such a home is. */
export function areaOf({ address }: Pick<Listed, 'address'>): string | undefined {
  if (address === undefined || address.audience !== null) return undefined
  return address.postcode.split(' ')[0]
}
const freeOf = ({ vacancies }: Listed): keyof typeof FREE =>
  vacancies.known ? (vacancies.free > 0 ? 'yes' : 'no') : 'unknown'
const ORDER = { yes: 0, unknown: 1, no: 2 } as const
const places = ({ vacancies }: Listed): number => (vacancies.known ? vacancies.free : 0)

type Asked = { readonly filter: Filter; readonly today: string }
/** Those with free places first, then those of which it is not known; homes whose last day is over last. */
export function filtered<One extends Listed>(all: readonly One[], { filter, today }: Asked): readonly One[] {
  const { kind, free, area } = filter
  const isClosed = ({ home: { closed } }: One) => closed !== null && closed <= today
  const rank = (one: One): number => (isClosed(one) ? 10 : 0) + ORDER[freeOf(one)]
  return all
    .filter((one) => kind === '' || one.home.kind === kind)
    .filter((one) => free === '' || freeOf(one) === free)
    .filter((one) => area === '' || areaOf(one) === area)
    .toSorted((a, b) => rank(a) - rank(b) || places(b) - places(a) || (a.home.line < b.home.line ? -1 : 1))
}

/** Without case, accents and what stands inside a word. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}+|['’.]/gu, '')
const wordsIn = (text: string): readonly string[] =>
  plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((one) => one !== '')
type Called = { readonly name: string; readonly provider: string; readonly number: string | null }
/** Every word that was typed begins a word of the name, of the provider or of the number. Nothing typed: every home. */
export function isCalled({ name, provider, number }: Called, typed: string): boolean {
  const own = wordsIn(`${name} ${provider} ${number ?? ''}`)
  return wordsIn(typed).every((word) => own.some((one) => one.startsWith(word)))
}

type Terms = {
  readonly age_from: number
  readonly age_to: number
  readonly sexes: string
  readonly kinds: readonly string[]
  readonly temporary: boolean
  readonly named_only: boolean
}
const wordIn = (words: Readonly<Record<string, string>>, code: string): string => words[code] ?? code
/** 'Girls and boys from 5 to 11: long term, short breaks (respite)' */
export function termsWords({ age_from, age_to, sexes, kinds, temporary, named_only }: Terms): string {
  const ages = age_from === 0 ? `up to ${age_to}` : `from ${age_from} to ${age_to}`
  const of = kinds.map((one) => wordIn(APPROVED_FOR, one).toLowerCase()).join(', ')
  const more = [temporary ? 'approved for a time' : '', named_only ? 'for named children only' : ''].filter(Boolean)
  return `${wordIn(SEXES, sexes)} ${ages}: ${[of, ...more].join('; ')}`
}
