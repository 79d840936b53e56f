// What happened, day by day: the day and the child's age at the left, the event at the right.
import type { Child, FC } from 'hono/jsx'
import { formatDay, type IsoDay } from '#calendar'
import { Tag } from '../govuk/tag.tsx'

export type Tone = 'green' | 'blue' | 'purple' | 'yellow' | 'red' | 'grey'
export type TimelineEntry = {
  readonly day: IsoDay
  /** 'aged 14' */
  readonly age?: string | undefined
  readonly title: Child
  readonly chip?: { readonly words: string; readonly tone?: Tone | undefined } | undefined
  readonly words?: Child
  /** Who recorded it, from where, and the ways on. */
  readonly meta?: Child
  /** 'key' for what changed the child's life; 'voice' for what they said. */
  readonly kind?: 'key' | 'voice' | undefined
  /** Word for word; shown in quotation marks. */
  readonly quote?: string | undefined
}

const Entry: FC<{ readonly entry: TimelineEntry }> = ({ entry }) => {
  const { day, age, title, chip, words, meta, kind, quote } = entry
  const written = formatDay(day)
  return (
    <li class={kind && `kith-timeline__${kind}`}>
      <div>
        <time datetime={day}>
          <strong>{written.slice(0, -5)}</strong> {written.slice(-4)}
        </time>
        {age && <span>{age}</span>}
      </div>
      <div>
        <h3>
          {title} {chip && <Tag classes={`govuk-tag--${chip.tone ?? 'grey'}`}>{chip.words}</Tag>}
        </h3>
        {quote && <blockquote class="kith-quote">“{quote}”</blockquote>}
        {words && <p>{words}</p>}
        {meta && <p class="kith-quiet">{meta}</p>}
      </div>
    </li>
  )
}

export const Timeline: FC<{ readonly entries: readonly TimelineEntry[] }> = ({ entries }) => (
  <ol class="kith-timeline">
    {entries.map((entry) => (
      <Entry entry={entry} />
    ))}
  </ol>
)
