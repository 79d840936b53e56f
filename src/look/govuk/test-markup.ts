// For tests: HTML taken apart, so that two ways of writing the same page compare as equal.

/** What a browser would make of it: opening tags with their attributes, closing tags, and words. */
export type Token =
  | { readonly open: string; readonly attributes: Readonly<Record<string, string>> }
  | { readonly close: string }
  | { readonly words: string }

const VOID = new Set(['area', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'wbr'])
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', ctdot: '⋯', nbsp: ' ' }

function decoded(text: string): string {
  return text.replace(/&(#x?)?([a-z0-9]+);/gi, (whole: string, sign: string | undefined, name: string) => {
    if (sign === undefined) return NAMED[name] ?? whole
    return String.fromCodePoint(Number.parseInt(name, sign === '#' ? 10 : 16))
  })
}

const spaced = (text: string): string => decoded(text).replace(/\s+/g, ' ').trim()

function attributesIn(text: string): Readonly<Record<string, string>> {
  const found = [...text.matchAll(/([^\s=/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/g)]
  return Object.fromEntries(found.map(([, name = '', double, single]) => [name, spaced(double ?? single ?? '')]))
}

export function tokensOf(markup: string): readonly Token[] {
  const parts = markup.matchAll(/<!--[\s\S]*?-->|<(\/?)([a-z][a-z0-9]*)((?:[^>"']|"[^"]*"|'[^']*')*)>|([^<]+|<)/gi)
  return [...parts].flatMap(([, slash, tag, attributes, words]): Token[] => {
    if (words !== undefined) return spaced(words) === '' ? [] : [{ words: spaced(words) }]
    if (tag === undefined) return []
    if (slash === '/') return [{ close: tag }]
    const open: Token = { open: tag, attributes: attributesIn(attributes ?? '') }
    return attributes?.trimEnd().endsWith('/') && !VOID.has(tag) ? [open, { close: tag }] : [open]
  })
}
