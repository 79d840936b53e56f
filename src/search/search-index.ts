// The index of one council in the memory of the server: folded words of names, birth days, numbers; and finding in it.
import type { DayNumber } from '#calendar'
import { foldedCode, foldedWords } from './folding.ts'
import { soundOf } from './sounds.ts'
import { lettersOf } from './typing.ts'

export interface NameHeld {
  /** 'given', 'family', 'known as', or an earlier one of these. */
  readonly kind: string
  readonly text: string
  /** The name of its kind that is used now. */
  readonly now: boolean
}
export interface Entry {
  readonly child: string
  readonly names: readonly NameHeld[]
  readonly born: readonly DayNumber[]
  readonly numbers: readonly string[]
  /** Of whoever works with the child now. */
  readonly workers: readonly string[]
}

/** Where a word stands: in the name of now, in another name, or in the name of a worker. */
export type Place = 'name' | 'other name' | 'worker'
export interface Posting {
  readonly place: Place
  /** As it is written: 'Lily-Mae'. */
  readonly text: string
}
interface Word {
  readonly letters: number
  readonly sound: string
  readonly of: Map<string, Posting>
}

export interface SearchIndex {
  readonly entries: Map<string, Entry>
  readonly words: Map<string, Word>
  readonly byLength: Map<number, Map<string, Word>>
  /** Under their first letter: a beginning is looked for among these alone. */
  readonly byFirst: Map<string, Set<string>>
  readonly bySound: Map<string, Set<string>>
  readonly byBirth: Map<DayNumber, Set<string>>
  readonly byNumber: Map<string, Set<string>>
  readonly byInitials: Map<string, Set<string>>
}

export const emptyIndex = (): SearchIndex => ({
  entries: new Map(),
  words: new Map(),
  byLength: new Map(),
  byFirst: new Map(),
  bySound: new Map(),
  byBirth: new Map(),
  byNumber: new Map(),
  byInitials: new Map(),
})

function add<Key>(to: Map<Key, Set<string>>, key: Key, value: string): void {
  const held = to.get(key)
  if (held === undefined) to.set(key, new Set([value]))
  else held.add(value)
}
function drop<Key>(from: Map<Key, Set<string>>, key: Key, value: string): void {
  const held = from.get(key)
  held?.delete(value)
  if (held?.size === 0) from.delete(key)
}

/** A name of now counts before another name, and that before a worker's. */
function* postingsOf({ names, workers }: Entry): Generator<readonly [string, Posting]> {
  for (const text of workers) for (const word of foldedWords(text)) yield [word, { place: 'worker', text }]
  for (const { text, now } of names)
    if (!now) for (const word of foldedWords(text)) yield [word, { place: 'other name', text }]
  for (const { text, now } of names)
    if (now) for (const word of foldedWords(text)) yield [word, { place: 'name', text }]
}

/** First letters of the names of now, first and family name: 'lc'. */
function initialsOf({ names }: Entry): readonly string[] {
  const firstOf = (kind: string): readonly string[] =>
    names
      .filter((name) => name.now && name.kind === kind)
      .flatMap(({ text }) => foldedWords(text)[0]?.slice(0, 1) ?? [])
  const family = firstOf('family')
  return [...new Set([...firstOf('given'), ...firstOf('known as')])].flatMap((one) => family.map((two) => one + two))
}

function wordOf(index: SearchIndex, word: string): Word {
  const held = index.words.get(word)
  if (held !== undefined) return held
  const made: Word = { letters: lettersOf(word), sound: soundOf(word), of: new Map() }
  index.words.set(word, made)
  const alike = index.byLength.get(word.length)
  if (alike === undefined) index.byLength.set(word.length, new Map([[word, made]]))
  else alike.set(word, made)
  add(index.byFirst, word.slice(0, 1), word)
  if (made.sound !== '') add(index.bySound, made.sound, word)
  return made
}

/** Takes the place of what was held of this child. */
export function hold(index: SearchIndex, entry: Entry): void {
  letGo(index, entry.child)
  index.entries.set(entry.child, entry)
  for (const [word, posting] of postingsOf(entry)) wordOf(index, word).of.set(entry.child, posting)
  for (const day of entry.born) add(index.byBirth, day, entry.child)
  for (const number of entry.numbers) add(index.byNumber, foldedCode(number), entry.child)
  for (const initials of initialsOf(entry)) add(index.byInitials, initials, entry.child)
}

export function letGo(index: SearchIndex, child: string): void {
  const entry = index.entries.get(child)
  if (entry === undefined) return
  index.entries.delete(child)
  for (const [word] of postingsOf(entry)) {
    const held = index.words.get(word)
    held?.of.delete(child)
    if (held === undefined || held.of.size > 0) continue
    index.words.delete(word)
    index.byLength.get(word.length)?.delete(word)
    drop(index.byFirst, word.slice(0, 1), word)
    drop(index.bySound, held.sound, word)
  }
  for (const day of entry.born) drop(index.byBirth, day, child)
  for (const number of entry.numbers) drop(index.byNumber, foldedCode(number), child)
  for (const initials of initialsOf(entry)) drop(index.byInitials, initials, child)
}
