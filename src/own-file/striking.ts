// Striking words through: where they stand in the texts of one row, and what is left of these texts once they are gone.

/** `which`: only that occurrence, counted from 1 over what was written, in its order; null: each. */
export type Strike = { readonly words: string; readonly which: number | null }
/** The texts of one row: its columns, where current names stand, then what was written from `written` on. Only these are counted: a name that changes moves no number. */
export type Texts = { readonly texts: readonly string[]; readonly written: number }
/** A bar stands in the place of struck words and holds nothing of them, not even how long they were. */
export type Piece = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'struck' }
type Span = { readonly from: number; readonly to: number }

/** A text as it is compared, and of each of its letters where it stands in the text as it was written. */
type Folded = { readonly text: string; readonly spans: readonly Span[] }
const APOSTROPHE = /[\u2018\u2019\u201B\u02BC\u02B9\u2032`\u00B4]/u
const HYPHEN = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/u
/** Accents, and signs that nobody sees. */
const UNSEEN = /[\p{M}\p{Cf}]/gu

function plain(letter: string): string {
  if (APOSTROPHE.test(letter)) return "'"
  const small = letter.normalize('NFKD').toLowerCase().normalize('NFKD').replaceAll(UNSEEN, '')
  return HYPHEN.test(small) ? '-' : small
}

/** Case, accents, kinds of apostrophe and of hyphen do not count: nobody copies a text to the letter. */
function folded(text: string): Folded {
  const spans: Span[] = []
  let read = ''
  let from = 0
  for (const letter of text) {
    const to = from + letter.length
    const small = plain(letter)
    const last = spans.at(-1)
    if (small === '' && last !== undefined) spans[spans.length - 1] = { from: last.from, to }
    for (let at = 0; at < small.length; at += 1) spans.push({ from, to })
    read += small
    from = to
  }
  return { text: read, spans }
}

const WORD = String.raw`[\p{L}\p{N}]`
/** Found where a word begins, and to its end: 'Ann' is not in 'planned', and with 'Rolf' goes all of 'Rolfs'. Any white space is as good as any other. */
function patternOf(words: string): RegExp | undefined {
  const parts = folded(words).text.split(/\s+/u).filter(Boolean)
  if (parts.length === 0) return undefined
  const sought = parts.map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`)).join(String.raw`\s+`)
  const begins = new RegExp(`^${WORD}`, 'u').test(parts[0] ?? '') ? `(?<!${WORD})` : ''
  const ends = new RegExp(`${WORD}$`, 'u').test(parts.at(-1) ?? '') ? `${WORD}*` : ''
  return new RegExp(`${begins}${sought}${ends}`, 'gu')
}

/** Every place of these words, text by text; from each letter on, so that words that overlap themselves are all found. */
function placesOf(texts: readonly string[], words: string): readonly (readonly Span[])[] {
  const pattern = patternOf(words)
  return texts.map((text) => (pattern === undefined ? [] : placesIn(folded(text), pattern)))
}
function placesIn({ text, spans }: Folded, pattern: RegExp): readonly Span[] {
  const found: Span[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const [first, last] = [spans[match.index], spans[match.index + match[0].length - 1]]
    if (first !== undefined && last !== undefined) found.push({ from: first.from, to: last.to })
    pattern.lastIndex = match.index + ((text.codePointAt(match.index) ?? 0) > 0xff_ff ? 2 : 1)
  }
  return found
}

/** How often these words stand in the texts of a row. */
export const countOf = (texts: readonly string[], words: string): number =>
  placesOf(texts, words).reduce((sum, places) => sum + places.length, 0)

/** Spans that touch or overlap are one bar. */
function joined(spans: readonly Span[]): readonly Span[] {
  const whole: Span[] = []
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = whole.at(-1)
    if (last === undefined || span.from > last.to) whole.push(span)
    else whole[whole.length - 1] = { from: last.from, to: Math.max(last.to, span.to) }
  }
  return whole
}

/** The places that one strike means, text by text. */
function meant({ texts, written }: Texts, { words, which }: Strike): readonly (readonly Span[])[] {
  const places = placesOf(texts, words)
  if (which === null) return places
  let number = 0
  return places.map((of, at) =>
    at < written
      ? []
      : of.filter(() => {
          number += 1
          return number === which
        }),
  )
}

/** Each text in pieces. */
export function struckIn(of: Texts, strikes: readonly Strike[]): readonly (readonly Piece[])[] {
  const spans = strikes.map((strike) => meant(of, strike))
  return of.texts.map((text, at) => piecesOf(text, joined(spans.flatMap((places) => places[at] ?? []))))
}

/** Whether one of these finds nothing any more: the text is not the one that somebody read when they struck it. */
export const missesIn = (of: Texts, strikes: readonly Strike[]): boolean =>
  strikes.some((strike) => meant(of, strike).every((places) => places.length === 0))

function piecesOf(text: string, spans: readonly Span[]): readonly Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const span of spans) {
    if (span.from > from) pieces.push({ kind: 'text', text: text.slice(from, span.from) })
    pieces.push({ kind: 'struck' })
    from = span.to
  }
  if (from < text.length) pieces.push({ kind: 'text', text: text.slice(from) })
  return pieces
}

/** As somebody types them: one passage a line, '2: Rosa' for its second place alone; '1:30' is a time, and so is no number what stands in the texts as it was typed. */
export const strikesIn = (typed: string, texts: readonly string[]): readonly Strike[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const numbered = /^(\d{1,3}): +(\S.*)$/.exec(line)
      return numbered?.[2] === undefined || countOf(texts, line) > 0
        ? { words: line, which: null }
        : { words: numbered[2], which: Number(numbered[1]) }
    })
export const strikesTyped = (strikes: readonly Strike[]): string =>
  strikes.map(({ words, which }) => (which === null ? words : `${which}: ${words}`)).join('\n')
