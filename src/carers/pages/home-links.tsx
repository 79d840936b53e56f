// What can be done with one row of a home, as links; whoever listens hears which row each is about. On paper there are none.
import type { FC } from 'hono/jsx'

type Link = { readonly to: string; readonly does: string }

export const RowLinks: FC<{ readonly links: readonly Link[]; readonly of: string | undefined }> = ({ links, of }) => (
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
/** `at`: the part of the home; `id`: the version that stands. */
export const putRight = (at: string, id: string): readonly Link[] => [
  { to: `/homes/${at}/${id}/correct`, does: 'Put right or go on' },
  { to: `/homes/rows/${id}/retract`, does: 'Take back' },
]

/** At the right of a card's heading, to whoever may write. */
export const Beside: FC<{ readonly links: readonly Link[] }> = ({ links }) => (
  <span class="kith-no-print">
    {links.map(({ to, does }, at) => (
      <>
        {at > 0 && ' · '}
        <a href={to}>{does}</a>
      </>
    ))}
  </span>
)
