// Reasons for and against, what to think about and what is not known; never a score.
import type { Child, FC } from 'hono/jsx'

export type Reason = { readonly kind: 'yes' | 'think' | 'unknown' | 'no'; readonly words: Child }

/** The sign is drawn; a screen reader hears these words in its place. */
const SAID: Readonly<Record<Reason['kind'], string>> = {
  yes: 'Yes',
  think: 'Think about',
  unknown: 'Not known',
  no: 'No',
}
const SIGNS: Readonly<Record<Reason['kind'], string>> = { yes: '✓', think: '!', unknown: '?', no: '✕' }

export const ReasonsList: FC<{ readonly reasons: readonly Reason[] }> = ({ reasons }) => (
  <ul class="kith-reasons">
    {reasons.map(({ kind, words }) => (
      <li class={`kith-reasons--${kind}`}>
        <span class="kith-reasons__sign" aria-hidden="true">
          {SIGNS[kind]}
        </span>
        <span class="govuk-visually-hidden">{SAID[kind]}: </span>
        {words}
      </li>
    ))}
  </ul>
)
