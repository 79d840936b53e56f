// Two texts of one part side by side, with the words that each of them changed.
import type { Child, FC } from 'hono/jsx'

export type DiffPart = { readonly text: string; readonly kind: 'same' | 'removed' | 'added' }
export type DiffSide = {
  /** 'Saved now, by Ana Costa' */
  readonly heading: string
  readonly parts: readonly DiffPart[]
  /** Below the text: the choice to keep it. */
  readonly below?: Child
}

const Part: FC<{ readonly part: DiffPart }> = ({ part: { text, kind } }) => {
  if (kind === 'same') return <>{text}</>
  const said = <span class="govuk-visually-hidden">{kind === 'removed' ? '(taken out: ' : '(new: '}</span>
  const end = <span class="govuk-visually-hidden">)</span>
  return kind === 'removed' ? (
    <del>
      {said}
      {text}
      {end}
    </del>
  ) : (
    <ins>
      {said}
      {text}
      {end}
    </ins>
  )
}

const Marked: FC<{ readonly parts: readonly DiffPart[] }> = ({ parts }) => (
  <p class="kith-diff__text">
    {parts.length === 0 ? (
      <span class="kith-not-known">Nothing written</span>
    ) : (
      parts.map((part) => <Part part={part} />)
    )}
  </p>
)

/** One text alone, with what was taken out of it and put into it. */
export const DiffText: FC<{ readonly parts: readonly DiffPart[] }> = ({ parts }) => (
  <div class="kith-diff">
    <Marked parts={parts} />
  </div>
)

const Side: FC<{ readonly side: DiffSide }> = ({ side: { heading, parts, below } }) => (
  <div>
    <h3>{heading}</h3>
    <Marked parts={parts} />
    {below}
  </div>
)

export const ConflictDiff: FC<{ readonly theirs: DiffSide; readonly yours: DiffSide }> = ({ theirs, yours }) => (
  <div class="kith-diff">
    <Side side={theirs} />
    <Side side={yours} />
  </div>
)
