// Folding what people write into what is compared: no case, no accents, no punctuation, words apart.

/** Letters that do not come apart into a plain letter and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ħ: 'h',
  ŋ: 'ng',
  ə: 'e',
}

/** 'Ó Néill-Đorđević' is 'o neill-dordevic': marks off, small letters. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[łøđðþßæœıħŋə]/g, (letter) => LETTERS[letter] ?? letter)

/** What stands inside a word and is left out of it: "O'Neil" is oneil. */
const INSIDE = /['’ʼ‘`´ʻ.]/g

/** The words of a name or a question. A hyphen parts a word, and the whole is a word, too: 'lily', 'mae', 'lilymae'. */
export function foldedWords(text: string): readonly string[] {
  const words: string[] = []
  for (const piece of plain(text)
    .replace(INSIDE, '')
    .split(/[^\p{L}\p{N}\-‐‑–]+/u)) {
    const parts = piece.split(/[-‐‑–]+/).filter((part) => part !== '')
    words.push(...parts)
    if (parts.length > 1) words.push(parts.join(''))
  }
  return words
}

/** The words of a question: each must be found, so a hyphen parts without the whole. */
export const askedWords = (text: string): readonly string[] =>
  plain(text)
    .replace(INSIDE, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, 8)

/** Letters and digits alone, capital: identifiers and postcodes. */
export const foldedCode = (text: string): string =>
  plain(text)
    .replace(/[^a-z0-9]/g, '')
    .toUpperCase()
