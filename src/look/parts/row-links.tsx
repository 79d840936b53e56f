// What can be done with one row or card, as links; whoever listens hears which row each is about. On paper there are none.
import type { FC } from 'hono/jsx'

export type RowLink = { readonly to: string; readonly does: string }
type Props = { readonly links: readonly RowLink[]; readonly of: string | undefined }

export const RowLinks: FC<Props> = ({ links, of }) =>
  links.length === 0 ? null : (
    <span class="kith-note kith-row-links kith-no-print">
      {links.map(({ to, does }) => (
        <>
          <a href={to}>
            {does}
            {of !== undefined && <span class="govuk-visually-hidden">: {of}</span>}
          </a>{' '}
        </>
      ))}
    </span>
  )

/** At the right of a card's heading, to whoever may write. */
export const Beside: FC<{ readonly links: readonly RowLink[] }> = ({ links }) => (
  <span class="kith-no-print">
    {links.map(({ to, does }, at) => (
      <>
        {at > 0 && ' · '}
        <a href={to}>{does}</a>
      </>
    ))}
  </span>
)
