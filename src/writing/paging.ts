// Pages of a long list, 25 entries each: which there are, and which entries stand on one.
const ENTRIES = 25

/** A number that is none, or beyond the last page, gives the nearest page there is. */
export function pageNumber(asked: number, count: number): { readonly page: number; readonly pages: number } {
  const pages = Math.max(1, Math.ceil(count / ENTRIES))
  return { page: Number.isInteger(asked) ? Math.min(Math.max(1, asked), pages) : 1, pages }
}

/** From the first to the last entry of a page, counted from 1. */
export const placeOf = ({ page, pages }: ReturnType<typeof pageNumber>, count: number) => ({
  ...{ page, pages, from: (page - 1) * ENTRIES + 1, to: Math.min(page * ENTRIES, count) },
})
