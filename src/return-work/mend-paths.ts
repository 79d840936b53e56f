// From the page on which a field is put right to its address: where that page is not built, the child's own page and words say it.
import { type FieldToMend, mending } from '#return-findings'

/** Every page that the table of mending names, once. */
export const mendingPages: readonly string[] = [
  ...new Set(Object.values(mending).flatMap((fields) => Object.values(fields).map(({ page }) => page))),
].toSorted()

/** By the page's name. An address that no route answers yet is not linked: `isThere` says which are. */
export const MEND_PATHS: Readonly<Record<string, string>> = {
  'record-adoption': '/children/:child/adoption/record',
  'record-adoption-decision': '/children/:child/adoption-decisions/record',
  'record-allocation': '/children/:child/allocations/record',
  'record-asylum-status': '/children/:child/asylum-status/record',
  'record-birth': '/children/:child/birth/record',
  'record-care-leaver-answers': '/children/:child/care-leaver-answers/record',
  'record-care-period': '/children/:child/care-periods/record',
  'record-identifier': '/children/:child/identifiers/record',
  'record-identity': '/children/:child/identity/record',
  'record-address': '/children/:child/addresses/record',
  'record-legal-status': '/children/:child/legal-statuses/record',
  'record-missing': '/children/:child/missing/record',
  'record-motherhood': '/children/:child/motherhood/record',
  'record-placement': '/children/:child/placements/record',
  'record-previous-permanence': '/children/:child/previous-permanence/record',
  'record-review': '/children/:child/reviews/record',
  'record-year-answers': '/children/:child/year-answers/record',
}

export type IsThere = (path: string) => boolean
export type MendLink = { readonly to: string; readonly words: string; readonly direct: boolean }

/** One link for each page; fields of one page stand together. Where the page is not there, the child's. */
export function mendLinks(fields: readonly FieldToMend[], child: string, isThere: IsThere): readonly MendLink[] {
  const byPage = Map.groupBy(fields, ({ page }) => page)
  return [...byPage].map(([page, own]) => {
    const path = MEND_PATHS[page]
    const direct = path !== undefined && isThere(path)
    const to = (direct ? path : '/children/:child').replace(':child', child)
    return { to, direct, words: own.map(({ called }) => called).join('; ') }
  })
}
