// Cards: what belongs together under one heading, and lists of lines, of actions and of steps inside them.
import type { Child, FC } from 'hono/jsx'
import { Heading } from '../govuk/heading.tsx'
import { classNames } from '../govuk/options.ts'

export type CardProps = {
  readonly title: Child
  readonly id?: string | undefined
  readonly count?: number | undefined
  /** At the right of the heading: a link or a few words. */
  readonly beside?: Child
  /** 'good' for what children said or did; 'quiet' for what is read and not acted on. */
  readonly tone?: 'good' | 'quiet' | undefined
  /** Lists and tables reach the edges of the card. */
  readonly flush?: boolean | undefined
  readonly level?: 2 | 3 | undefined
  readonly children?: Child
}

const Count: FC<{ readonly of: number }> = ({ of }) => <span class="kith-count">{of}</span>

export const Card: FC<CardProps> = ({ title, id, count, beside, tone, flush, level = 2, children }) => (
  <section class={classNames('kith-card', tone && `kith-card--${tone}`)}>
    <div class="kith-card__head">
      <Heading level={level} id={id} class="kith-card__title">
        {title} {count !== undefined && <Count of={count} />}
      </Heading>
      {beside && <div class="kith-card__beside">{beside}</div>}
    </div>
    {flush === true ? children : <div class="kith-card__body">{children}</div>}
  </section>
)

/** A card that opens when asked: what most readers do not need. */
export const FoldedCard: FC<Omit<CardProps, 'tone' | 'level'>> = ({ title, id, count, beside, flush, children }) => (
  <details class="kith-card kith-card--folded">
    <summary class="kith-card__head">
      <h2 class="kith-card__title" id={id}>
        {title} {count !== undefined && <Count of={count} />}
      </h2>
      {beside && <span class="kith-card__beside">{beside}</span>}
    </summary>
    {flush === true ? children : <div class="kith-card__body">{children}</div>}
  </details>
)

/** Lines of a card, a rule between them. */
export const CardList: FC<{ readonly items: readonly Child[] }> = ({ items }) => (
  <ul class="kith-lines">
    {items.map((item) => (
      <li>{item}</li>
    ))}
  </ul>
)

export type ActionRow = {
  /** Mostly a DueMark. */
  readonly mark?: Child
  readonly title: Child
  readonly why?: Child
  readonly who?: Child
  /** One button, with the verb on it. */
  readonly action?: Child
}

/** What to do next: when, what and why, for whom, and the one button that does it. */
export const ActionRows: FC<{ readonly rows: readonly ActionRow[] }> = ({ rows }) => (
  <ul class="kith-actions">
    {rows.map(({ mark, title, why, who, action }) => (
      <li>
        <div class="kith-actions__when">{mark}</div>
        <div class="kith-actions__what">
          <h3>{title}</h3>
          {why && <div class="kith-quiet">{why}</div>}
        </div>
        {who && <div class="kith-actions__who">{who}</div>}
        {action && <div class="kith-actions__do">{action}</div>}
      </li>
    ))}
  </ul>
)

export type Step = {
  readonly to: string
  readonly words: string
  readonly state?: string | undefined
  readonly done?: boolean | undefined
  readonly current?: boolean | undefined
  readonly inner?: boolean | undefined
}

/** The parts of a long form, in any order. */
export const Steps: FC<{ readonly label: string; readonly steps: readonly Step[] }> = ({ label, steps }) => (
  <nav class="kith-card kith-steps" aria-label={label}>
    <ol>
      {steps.map(({ to, words, state, done, current, inner }) => (
        <li class={classNames(inner === true && 'kith-steps__inner') || undefined}>
          <a href={to} aria-current={current === true ? 'step' : undefined}>
            <span>{words}</span>
            {state && <span class={classNames('kith-steps__state', done === true && 'kith-done')}>{state}</span>}
          </a>
        </li>
      ))}
    </ol>
  </nav>
)

/** Nothing to show, and what that means or what to do about it. */
export const EmptyState: FC<{
  readonly title?: string | undefined
  readonly action?: Child
  readonly children?: Child
}> = ({ title, action, children }) => (
  <div class="kith-empty">
    {title && <p class="kith-empty__title">{title}</p>}
    {children && <p>{children}</p>}
    {action && <p>{action}</p>}
  </div>
)

/** What the reader has to know before the rest: something happened, or something is not as it seems. */
export const Notice: FC<{
  readonly title?: string | undefined
  readonly tone?: 'warn' | 'calm' | undefined
  readonly role?: 'alert' | 'status' | undefined
  readonly children?: Child
}> = ({ title, tone = 'calm', role, children }) => (
  <div class={`kith-notice kith-notice--${tone}`} role={role}>
    {title && <h2>{title}</h2>}
    {children}
  </div>
)
