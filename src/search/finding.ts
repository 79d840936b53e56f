// Finding in the index: every word of the question in any order, the best match of each child, and why it matched.
import { NICKNAMES } from './nicknames-data.ts'
import type { AskedDay, Question } from './question.ts'
import type { Posting, SearchIndex } from './search-index.ts'
import { soundOf } from './sounds.ts'
import { lettersOf, slipsBetween, slipsForgiven, tooFarApart } from './typing.ts'

/** From the surest to the least sure. */
const WAYS = ['exact', 'prefix', 'other name', 'typing', 'sound'] as const
export type Way = (typeof WAYS)[number]

/** Why a child was found, for one part of the question. */
export type Reason =
  | { readonly by: 'name'; readonly way: Way; readonly posting: Posting; readonly short: boolean }
  | { readonly by: 'born'; readonly day: number; readonly turned: boolean }
  | { readonly by: 'number'; readonly whole: boolean }
  | { readonly by: 'initials' }
  | { readonly by: 'postcode' }

export interface Match {
  readonly child: string
  /** Lower is surer: the sum over the parts of the question. */
  readonly rank: number
  readonly reasons: readonly Reason[]
}

type Found = Map<string, { rank: number; reason: Reason }>

function better(found: Found, child: string, one: { rank: number; reason: Reason }): void {
  const held = found.get(child)
  if (held === undefined || one.rank < held.rank) found.set(child, one)
}

const PLACE_RANK = { name: 0, 'other name': 2, worker: 2.5 } as const
interface Hit {
  readonly word: string
  readonly way: Way
  /** A short form, or the same name in another language. */
  readonly short?: boolean
  readonly further?: number
}

/** Puts every child who bears this word among the found. */
function take(index: SearchIndex, found: Found, { word, way, short = false, further = 0 }: Hit): void {
  for (const [child, posting] of index.words.get(word)?.of ?? []) {
    const rank = Math.max(WAYS.indexOf(way), PLACE_RANK[posting.place]) + further
    better(found, child, { rank, reason: { by: 'name', way, posting, short } })
  }
}

function takeTyping(index: SearchIndex, found: Found, asked: string): void {
  const most = slipsForgiven(asked.length)
  if (most === 0) return
  const own = { letters: lettersOf(asked), length: asked.length }
  for (let length = asked.length - most; length <= asked.length + most; length += 1)
    for (const [word, held] of index.byLength.get(length) ?? []) {
      if (tooFarApart(own, { letters: held.letters, length }, most)) continue
      const slips = slipsBetween(asked, word, most)
      if (slips > 0 && slips <= most) take(index, found, { word, way: 'typing', further: (slips - 1) / 4 })
    }
}

/** One letter is an initial; from two on the beginning of a word is enough. */
function takePrefix(index: SearchIndex, found: Found, asked: string): void {
  for (const word of index.byFirst.get(asked.slice(0, 1)) ?? [])
    if (word.length > asked.length && word.startsWith(asked)) take(index, found, { word, way: 'prefix' })
}

function byWord(index: SearchIndex, asked: string): Found {
  const found: Found = new Map()
  take(index, found, { word: asked, way: 'exact' })
  takePrefix(index, found, asked)
  for (const other of NICKNAMES.get(asked) ?? []) take(index, found, { word: other, way: 'other name', short: true })
  takeTyping(index, found, asked)
  for (const word of index.bySound.get(soundOf(asked)) ?? [])
    if (word !== asked) take(index, found, { word, way: 'sound' })
  return found
}

function byBirth(index: SearchIndex, days: readonly AskedDay[]): Found {
  const found: Found = new Map()
  for (const { day, turned } of days)
    for (const child of index.byBirth.get(day) ?? [])
      better(found, child, { rank: turned ? 3 : 0, reason: { by: 'born', day, turned } })
  return found
}

function byNumber(index: SearchIndex, codes: readonly string[]): Found {
  const found: Found = new Map()
  for (const code of codes) {
    for (const child of index.byNumber.get(code) ?? [])
      better(found, child, { rank: 0, reason: { by: 'number', whole: true } })
    for (const [number, children] of index.byNumber)
      if (number !== code && number.startsWith(code))
        for (const child of children) better(found, child, { rank: 1, reason: { by: 'number', whole: false } })
  }
  return found
}

function byInitials(index: SearchIndex, words: readonly string[]): Found {
  const found: Found = new Map()
  const letters = words.join('')
  if (letters.length !== 2 || words.length > 2) return found
  for (const child of index.byInitials.get(letters) ?? []) found.set(child, { rank: 1, reason: { by: 'initials' } })
  return found
}

/** Who is in every one of these; with all of their reasons. */
function inAll(parts: readonly Found[]): Map<string, Match> {
  const [first, ...more] = [...parts].sort((a, b) => a.size - b.size)
  const together = new Map<string, Match>()
  for (const [child, { rank, reason }] of first ?? []) {
    const others = more.map((part) => part.get(child))
    if (others.some((one) => one === undefined)) continue
    const all = [{ rank, reason }, ...others.flatMap((one) => (one === undefined ? [] : [one]))]
    const sum = all.reduce((total, one) => total + one.rank, 0)
    together.set(child, { child, rank: sum, reasons: all.map((one) => one.reason) })
  }
  return together
}

/** `atPostcode`: children whom the asker knows to live at what looks like a postcode. The surest first. */
export function matchesIn(index: SearchIndex, asked: Question, atPostcode: ReadonlySet<string>): readonly Match[] {
  const parts: Found[] = asked.words.map((word) => byWord(index, word))
  if (asked.born.length > 0) parts.push(byBirth(index, asked.born))
  if (asked.codes.length > 0 || asked.postcode !== undefined) {
    const numbers = byNumber(index, asked.codes)
    for (const child of atPostcode) better(numbers, child, { rank: 0.5, reason: { by: 'postcode' } })
    parts.push(numbers)
  }
  const found = inAll(parts)
  if (asked.born.length === 0 && asked.codes.length === 0)
    for (const [child, { rank, reason }] of byInitials(index, asked.words)) {
      const held = found.get(child)
      if (held === undefined || held.rank > rank) found.set(child, { child, rank, reasons: [reason] })
    }
  return [...found.values()].sort((a, b) => a.rank - b.rank || (a.child < b.child ? -1 : 1))
}

/**
 * Sure enough to tell somebody that there is a record which they may not see: the whole name in at least two words, or a
 * whole number. A beginning, a slip or a sound would let anybody guess at names.
 */
export function isSure({ reasons }: Match): boolean {
  if (reasons.some((reason) => reason.by === 'number' && reason.whole)) return reasons.length === 1
  const exact = (reason: Reason): boolean =>
    reason.by === 'name' && reason.way === 'exact' && reason.posting.place !== 'worker'
  return reasons.length >= 2 && reasons.every(exact)
}
