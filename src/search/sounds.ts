// What a name sounds like, across the spellings of many languages: one key for Sean, Shaun and Shawn, for Jaan and Yan.

/** In this order; each works upon what the ones before it made. Spellings that are read alike become one. */
const READINGS: readonly (readonly [RegExp, string])[] = [
  [/^(kn|gn|pn)/, 'n'],
  [/^wr/, 'r'],
  [/^ps/, 's'],
  [/^x/, 's'],
  [/^(mc|mac)(?=[b-z])/, 'mk'],
  [/^(sean|seaan)$/, 'shaun'],
  [/augh|aigh|eigh|igh/g, 'a'],
  [/ough/g, 'o'],
  [/tsch|tsh|tch|tzsch/g, 'c'],
  [/schtsch|shch/g, 'S'],
  [/sch|sh|sz|ss?i(?=[aou])|sj|stsh/g, 'S'],
  [/cz|ch|tj|dj|dzh|dz|tz|ts/g, 'C'],
  [/ph/g, 'f'],
  [/th|dh/g, 't'],
  [/kh|gh|qh/g, 'h'],
  [/bh/g, 'b'],
  [/rh/g, 'r'],
  [/zh/g, 'S'],
  [/ck|cq|qu?|k/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/x/g, 'ks'],
  [/gn(?=[aeiou])/g, 'n'],
  [/^j(?=[aeiouy])|^y(?=[aeiou])|^g(?=[eiy])/, 'J'],
  [/dg(?=[eiy])|g(?=[ey]$)/g, 'J'],
  [/[wv]/g, 'v'],
  [/z/g, 's'],
  [/C/g, 'c'],
]

const VOWELS = /[aeiouy]+/g

/** '' for what has no sound of its own: a digit, one letter. The first letter counts; vowels after it only as being there. */
export function soundOf(word: string): string {
  if (word.length < 2 || !/^[a-z]+$/.test(word)) return ''
  let read = word
  for (const [written, said] of READINGS) read = read.replace(written, said)
  const first = /^[aeiou]/.test(read) ? 'a' : ''
  // h is heard at the beginning only; j inside a word is heard as a vowel in half of the languages.
  const inside = read.replace(/(?!^)[hj]/g, '').replace(VOWELS, '.')
  const bare = inside
    .replace(/(.)\1+/g, '$1')
    .replace(/^\./, first)
    .replace(/\.$/, '')
  return bare.replace(/[JS]/g, (sound) => (sound === 'J' ? 'j' : 'x')).replace(/m(?=[bp])/g, 'n')
}
