// What everybody must know before they ring, visit or move this child: three things at most.
import type { Child, FC } from 'hono/jsx'

const KINDS = ['harm', 'private', 'wish'] as const
export type MustKnowItem = { readonly kind: (typeof KINDS)[number]; readonly words: Child }
export type MustKnowProps = {
  readonly items: readonly MustKnowItem[]
  /** Where the rest can be read. */
  readonly all?: string | undefined
}

/** More than three are read by nobody. */
const MOST_MUST_KNOWS = 3

const byKind = (a: MustKnowItem, b: MustKnowItem) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind)

/** What can harm comes first, then what must not be told, then what the child wishes. */
export const MustKnow: FC<MustKnowProps> = ({ items, all }) => {
  if (items.length === 0) return null
  const more = items.length - MOST_MUST_KNOWS
  return (
    <ul class="kith-must-know" aria-label="Must know">
      {items
        .toSorted(byKind)
        .slice(0, MOST_MUST_KNOWS)
        .map(({ kind, words }) => (
          <li class={`kith-must-know--${kind}`}>{words}</li>
        ))}
      {more > 0 && (
        <li class="kith-must-know--more">
          {all ? <a href={all}>and {more} more</a> : `and ${more} more in the record`}
        </li>
      )}
    </ul>
  )
}
