// The head of a page and the columns below it.
import type { Child, FC } from 'hono/jsx'

export type PageHeadProps = {
  readonly title: Child
  /** One line below the title: how many, since when, by whom. */
  readonly lead?: Child
  /** At the right: buttons, a choice, what was saved. */
  readonly actions?: Child
}

export const PageHead: FC<PageHeadProps> = ({ title, lead, actions }) => (
  <div class="kith-page-head">
    <div>
      <h1>{title}</h1>
      {lead && <p class="kith-lead">{lead}</p>}
    </div>
    {actions && <div class="kith-page-head__actions">{actions}</div>}
  </div>
)

/** 'aside': a narrow one at the right; 'steps': parts, form, aside; 'even': halves. One below the other where it is narrow. */
export const Columns: FC<{ readonly kind?: 'aside' | 'even' | 'steps' | undefined; readonly children?: Child }> = ({
  kind = 'aside',
  children,
}) => <div class={`kith-columns kith-columns--${kind}`}>{children}</div>

/** One column: each thing the same distance from the last. */
export const Stack: FC<{ readonly children?: Child }> = ({ children }) => <div class="kith-stack">{children}</div>
