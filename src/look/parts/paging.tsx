// The pages of a long list: which rows stand on a page, and the ways to the others.
import type { FC } from 'hono/jsx'
import { type PageItem, Pagination } from '../govuk/pagination.tsx'

export type PagingProps = {
  readonly page: number
  readonly pages: number
  readonly from: number
  readonly to: number
  readonly of: number
  readonly address: (page: number) => string
}

/** The first, the last and those beside this one; a gap of one page is that page. */
export function pagesNamed(page: number, pages: number): readonly (number | 'gap')[] {
  const near = [1, page - 1, page, page + 1, pages].filter((one) => one >= 1 && one <= pages)
  const named = [...new Set(near)].sort((a, b) => a - b)
  return named.flatMap((one, at): readonly (number | 'gap')[] => {
    const skipped = one - (named[at - 1] ?? 0) - 1
    if (skipped === 0) return [one]
    return skipped === 1 ? [one - 1, one] : ['gap', one]
  })
}

const counted = (count: number): string => count.toLocaleString('en-GB')

export const Paging: FC<PagingProps> = ({ page, pages, from, to, of, address }) => {
  if (pages < 2) return null
  const items = pagesNamed(page, pages).map(
    (one): PageItem =>
      one === 'gap' ? { ellipsis: true } : { number: one, href: address(one), current: one === page },
  )
  return (
    <div class="kith-paging">
      <p>
        Showing {counted(from)} to {counted(to)} of {counted(of)}
      </p>
      <Pagination
        items={items}
        landmarkLabel="Pages"
        previous={page > 1 ? { href: address(page - 1) } : undefined}
        next={page < pages ? { href: address(page + 1) } : undefined}
      />
    </div>
  )
}

const ROWS = 50

/** Of so many rows: a number that is none, or beyond the last page, gives the nearest page there is. `from`: how many come before. */
export function pageAmong(count: number, asked: number, rows = ROWS) {
  const pages = Math.max(1, Math.ceil(count / rows))
  const page = Number.isInteger(asked) ? Math.min(Math.max(1, asked), pages) : 1
  return { page, pages, from: (page - 1) * rows, rows }
}
export function pageOf<Row>(all: readonly Row[], asked: number, onAPage = ROWS) {
  const { page, pages, from } = pageAmong(all.length, asked, onAPage)
  return { page, pages, from, rows: all.slice(from, from + onAPage) }
}

type PagesProps = {
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
