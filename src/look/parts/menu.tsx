// A menu that opens by itself, without scripts.
import type { FC } from 'hono/jsx'
import { classNames } from '../govuk/options.ts'

export type MenuItem = { readonly to: string; readonly words: string; readonly note?: string | undefined }
export type MenuProps = {
  readonly words: string
  readonly items: readonly MenuItem[]
  readonly kind?: 'secondary' | undefined
  /** Of menus of one group only one is open. */
  readonly group?: string | undefined
}

/** Nothing to choose, no menu. */
export const Menu: FC<MenuProps> = ({ words, items, kind, group }) => {
  if (items.length === 0) return null
  return (
    <details class="kith-menu" name={group}>
      <summary class={classNames('govuk-button', kind && `govuk-button--${kind}`)}>{words}</summary>
      <ul>
        {items.map(({ to, words: item, note }) => (
          <li>
            <a href={to}>
              {item}
              {note && <span class="kith-menu__note">{note}</span>}
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}
