// A sample by strata that is the same from the same seed on every machine: each stratum gets its share, and nobody chooses a child. Pure.
import { chanceFrom } from '#chance'

/** `stratum`: what they have in common with others of their kind, in words. Only who may be drawn is a candidate. */
export type Candidate = { readonly child: string; readonly stratum: string }
export type Stratum = { readonly stratum: string; readonly of: number; readonly drawn: number }
export type Drawn = Candidate & {
  /** From 1, in the order in which they were drawn. */
  readonly place: number
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** How many of each: one of each where there are enough to draw, the rest by size (largest remainder), never more than there are. */
export function strataOf(candidates: readonly Candidate[], wanted: number): readonly Stratum[] {
  const groups = [...Map.groupBy(candidates, ({ stratum }) => stratum)]
    .map(([stratum, all]) => ({ stratum, of: all.length, drawn: 0 }))
    .toSorted((a, b) => byText(a.stratum, b.stratum))
  const many = Math.min(Math.max(0, Math.floor(wanted)), candidates.length)
  let left = many
  if (many >= groups.length)
    for (const group of groups) {
      group.drawn = 1
      left -= 1
    }
  const open = groups.reduce((sum, { of, drawn }) => sum + of - drawn, 0)
  const exact = groups.map((group) => ({ group, share: open === 0 ? 0 : ((group.of - group.drawn) / open) * left }))
  let rest = left
  for (const { group, share } of exact) {
    group.drawn += Math.floor(share)
    rest -= Math.floor(share)
  }
  const next = exact.toSorted((a, b) => (b.share % 1) - (a.share % 1) || byText(a.group.stratum, b.group.stratum))
  for (const { group } of next) {
    if (rest === 0) break
    if (group.drawn >= group.of) continue
    group.drawn += 1
    rest -= 1
  }
  return groups
}

/** The same seed and the same candidates, in whatever order, give the same children in the same order. */
export function drawSample(candidates: readonly Candidate[], wanted: number, seed: string): readonly Drawn[] {
  const groups = Map.groupBy(candidates, ({ stratum }) => stratum)
  const drawn = strataOf(candidates, wanted).flatMap(({ stratum, drawn: many }) => {
    const sorted = (groups.get(stratum) ?? []).toSorted((a, b) => byText(a.child, b.child))
    return chanceFrom(`${seed}\n${stratum}`).shuffled(sorted).slice(0, many)
  })
  return chanceFrom(seed)
    .shuffled(drawn)
    .map((one, at) => ({ ...one, place: at + 1 }))
}

/** What tells these candidates from any others, in eight letters: who repeats a draw later sees whether it is drawn from the same. */
export function fingerprintOf(candidates: readonly Candidate[]): string {
  let hash = 0x811c9dc5
  const text = candidates.map(({ child, stratum }) => `${child} ${stratum}`).toSorted(byText)
  for (const letter of text.join('\n')) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return hash.toString(16).padStart(8, '0')
}
