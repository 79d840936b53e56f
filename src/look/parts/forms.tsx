// Around a form: what has been saved, the bar with its buttons, and the fields that choose what a list shows.
import type { Child, FC } from 'hono/jsx'
import { Button } from '../govuk/button.tsx'

/** Said aloud when it changes. Empty until a script, or the page itself after a save, says something. */
export const SaveStatus: FC<{ readonly children?: Child }> = ({ children }) => (
  <p class="kith-save" role="status">
    {children && (
      <>
        <svg aria-hidden="true" focusable="false">
          <use href="#m-done" />
        </svg>
        {children}
      </>
    )}
  </p>
)

/** Stays in sight while the form is longer than the window; the page leaves room, so that it covers no field. */
export const StickyBar: FC<{ readonly note?: Child; readonly children?: Child }> = ({ note, children }) => (
  <div class="kith-sticky">
    {children}
    {note && <p class="kith-sticky__note">{note}</p>}
  </div>
)

export type FilterFormProps = {
  readonly action: string
  /** 'post' for a name: an address is kept in histories and logs. */
  readonly method?: 'get' | 'post' | undefined
  readonly label: string
  readonly button?: string | undefined
  /** The address that shows everything again. */
  readonly reset?: { readonly to: string; readonly words: string } | undefined
  readonly children?: Child
}

/** Fields in one line, their button at its end. */
export const FilterForm: FC<FilterFormProps> = ({
  action,
  method = 'get',
  label,
  button = 'Show',
  reset,
  children,
}) => (
  <form class="kith-filter" method={method} action={action} aria-label={label}>
    {children}
    <div class="kith-filter__go">
      <Button kind="secondary">{button}</Button>
      {reset && <a href={reset.to}>{reset.words}</a>}
    </div>
  </form>
)
