// Saves by several people at once: which of them merge by themselves and which clash, decided part by part from three texts.

/** What one person typed into one part, and the version that they read; 0: the part had no text. */
export type PartSave = { readonly part: string; readonly read: number; readonly text: string }

export type PartStanding = {
  readonly part: string
  readonly version: number
  /** Empty: cleared by its last version, or out of sight. */
  readonly text: string
}

export type PartDecision =
  /** The writer left the part as they read it: whatever stands, stands. */
  | { readonly kind: 'left alone' }
  /** Somebody else wrote the very same words first. */
  | { readonly kind: 'said already' }
  /** Nobody else changed it: the next version. */
  | { readonly kind: 'save'; readonly version: number }
  /** Somebody else changed it first: both texts are kept, and a person puts them together. */
  | { readonly kind: 'clash' }

/** Line endings of a form, and spaces that nobody sees, make no difference. */
export const plainText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .trim()

/**
 * `base`: the text that the writer read; undefined: it can no longer be read, and an empty field over it left it alone.
 * A part that only one of two changed merges by itself; a part that both changed clashes, unless both say the same.
 */
export function decidePart(
  save: PartSave,
  base: string | undefined,
  standing: Omit<PartStanding, 'part'> | undefined,
): PartDecision {
  const mine = plainText(save.text)
  const version = standing?.version ?? 0
  if (mine === plainText(base ?? '')) return { kind: 'left alone' }
  if (save.read === version) return { kind: 'save', version: version + 1 }
  return standing !== undefined && mine === plainText(standing.text) ? { kind: 'said already' } : { kind: 'clash' }
}

export type Merge = {
  readonly merges: readonly string[]
  readonly clashes: readonly string[]
  readonly untouched: readonly string[]
}

/** The same for a whole plan, as a page shows it before anything is saved; `base` and `standing` by part. */
export function decidePlan(
  saves: readonly PartSave[],
  base: ReadonlyMap<string, string>,
  standing: ReadonlyMap<string, PartStanding>,
): Merge {
  const decided = saves.map((save) => ({
    part: save.part,
    kind: decidePart(save, save.read === 0 ? '' : base.get(save.part), standing.get(save.part)).kind,
  }))
  const of = (...kinds: readonly PartDecision['kind'][]) =>
    decided.filter(({ kind }) => kinds.includes(kind)).map(({ part }) => part)
  return { merges: of('save'), clashes: of('clash'), untouched: of('left alone', 'said already') }
}
