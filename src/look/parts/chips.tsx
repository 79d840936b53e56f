// Filters as links: the address says what is shown.
import type { FC } from 'hono/jsx'

export type Chip = {
  readonly to: string
  readonly words: string
  readonly count?: number | undefined
  readonly current?: boolean | undefined
}

export const Chips: FC<{ readonly label: string; readonly chips: readonly Chip[] }> = ({ label, chips }) => (
  <nav class="kith-chips" aria-label={label}>
    <ul>
      {chips.map(({ to, words, count, current }) => (
        <li>
          <a href={to} aria-current={current === true ? 'true' : undefined}>
            {words} {count !== undefined && <span>({count})</span>}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
