// Striking words through: where they stand in the texts of one row, and what is left of these texts once they are gone.

/** `which`: only that occurrence, counted from 1 over all texts of the row in their order; null: each. */
export type Strike = { readonly words: string; readonly which: number | null }
/** A bar stands in the place of struck words and holds nothing of them, not even how long they were. */
export type Piece = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'struck' }
type Span = { readonly from: number; readonly to: number }

/** Upper and lower case are the same, and any white space is as good as any other: nobody copies a text to the letter. */
function patternOf(words: string): RegExp | undefined {
  const parts = words.split(/\s+/u).filter(Boolean)
  if (parts.length === 0) return undefined
  return new RegExp(
    parts.map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`)).join(String.raw`\s+`),
    'giu',
  )
}

/** Every place of these words, text by text; from each letter on, so that words that overlap themselves are all found. */
function placesOf(texts: readonly string[], words: string): readonly (readonly Span[])[] {
  const pattern = patternOf(words)
  return texts.map((text) => {
    const found: Span[] = []
    if (pattern === undefined) return found
    pattern.lastIndex = 0
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      found.push({ from: match.index, to: match.index + match[0].length })
      pattern.lastIndex = match.index + ((text.codePointAt(match.index) ?? 0) > 0xff_ff ? 2 : 1)
    }
    return found
  })
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

/** Each text in pieces. */
export function struckIn(texts: readonly string[], strikes: readonly Strike[]): readonly (readonly Piece[])[] {
  const spans = texts.map((): Span[] => [])
  for (const { words, which } of strikes) {
    let number = 0
    for (const [at, places] of placesOf(texts, words).entries())
      for (const place of places) {
        number += 1
        if (which === null || which === number) spans[at]?.push(place)
      }
  }
  return texts.map((text, at) => piecesOf(text, joined(spans[at] ?? [])))
}

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

/** As somebody types them: one passage a line, '2: Rosa' for its second place alone. */
export const strikesIn = (typed: string): readonly Strike[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const numbered = /^(\d{1,3}): *(\S.*)$/.exec(line)
      return numbered?.[2] === undefined
        ? { words: line, which: null }
        : { words: numbered[2], which: Number(numbered[1]) }
    })
export const strikesTyped = (strikes: readonly Strike[]): string =>
  strikes.map(({ words, which }) => (which === null ? words : `${which}: ${words}`)).join('\n')
