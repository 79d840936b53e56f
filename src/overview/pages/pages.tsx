// Pages of a long list: which rows stand on a page, and the links to the others.
import type { FC } from 'hono/jsx'
import { Paging } from '#look'

const ROWS = 50

/** A number that is none, or beyond the last page, gives the nearest page there is. */
export function pageOf<Row>(all: readonly Row[], asked: number) {
  const pages = Math.max(1, Math.ceil(all.length / ROWS))
  const page = Number.isInteger(asked) ? Math.min(Math.max(1, asked), pages) : 1
  return { page, pages, rows: all.slice((page - 1) * ROWS, page * ROWS) }
}

export type PagesProps = {
  readonly page: number
  readonly pages: number
  readonly of: number
  readonly to: (page: number) => string
  /** false where the address cannot say what is listed: a search. */
  readonly links: boolean
}

export const Pages: FC<PagesProps> = ({ page, pages, of, to, links }) => {
  if (pages < 2) return null
  if (!links) return <p class="kith-quiet">The first {ROWS} are shown. Give more of the name.</p>
  return (
    <Paging
      page={page}
      pages={pages}
      from={(page - 1) * ROWS + 1}
      to={Math.min(page * ROWS, of)}
      of={of}
      address={to}
    />
  )
}
