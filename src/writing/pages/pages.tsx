// Pages of a long list, 25 entries each: which stand on a page, and the links to the others.
import type { FC } from 'hono/jsx'

export const ENTRIES = 25

/** A number that is none, or beyond the last page, gives the nearest page there is. */
export function pageNumber(asked: number, count: number): { readonly page: number; readonly pages: number } {
  const pages = Math.max(1, Math.ceil(count / ENTRIES))
  return { page: Number.isInteger(asked) ? Math.min(Math.max(1, asked), pages) : 1, pages }
}
export function pageOf<Row>(all: readonly Row[], asked: number) {
  const { page, pages } = pageNumber(asked, all.length)
  return { page, pages, rows: all.slice((page - 1) * ENTRIES, page * ENTRIES) }
}

type Links = {
  readonly page: number
  readonly pages: number
  readonly of: number
  readonly to: (page: number) => string
}
export const PageLinks: FC<Links> = ({ page, pages, of, to }) =>
  pages < 2 ? null : (
    <nav class="pages" aria-label="Pages">
      <p>
        Showing {(page - 1) * ENTRIES + 1} to {Math.min(page * ENTRIES, of)} of {of}
      </p>
      <ul>
        {page > 1 && (
          <li>
            <a href={to(page - 1)} rel="prev">
              Newer
            </a>
          </li>
        )}
        {page < pages && (
          <li>
            <a href={to(page + 1)} rel="next">
              Older
            </a>
          </li>
        )}
      </ul>
    </nav>
  )
