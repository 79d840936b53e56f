// From a field that is to be put right to the form that holds it: of the very line behind the flag where it is known, else a new one; the child's record where there is none.
import type { IsoDay } from '#calendar'
import { returnYearEnding, returnYears } from '#people'
import { type FieldToMend, type MendAt, mending } from '#return-findings'
import type { StandingFlag } from './standing-flag.ts'

/** Every form that the table of mending names, once. */
export const mendingPages: readonly string[] = [
  ...new Set(
    Object.values(mending).flatMap((fields) =>
      Object.values(fields).flatMap(({ page, elsewhere = {} }) => [
        page,
        ...Object.values(elsewhere).map((one) => one.page),
      ]),
    ),
  ),
].toSorted()

/** A part of the record, as the access matrix names it. */
type Scope = 'header' | 'where' | 'family' | 'plan' | 'legal' | 'reviews' | 'health' | 'missing' | 'adoption'

/** Below `/children/:child/`. `correct`: of a version; `begin`: where the record has none, or where several stand to choose from. */
export type MendForm = {
  readonly scope: Scope
  readonly correct?: string
  readonly begin: string
  /** A child has many: where nobody knows which is meant, the page on which they stand. */
  readonly many?: true
  /** Who puts it right, where nobody does who writes the record. */
  readonly asks?: string
}
const forms = (scope: Scope, path: string): MendForm => ({
  ...{ scope, correct: `${path}/:about/correct`, begin: `${path}/record` },
})
const many = (scope: Scope, path: string, begin = `${path}/record`): MendForm => ({
  ...{ scope, correct: `${path}/:about/correct`, begin, many: true },
})

export const MEND_FORMS: Readonly<Record<string, MendForm>> = {
  'record-adoption': forms('adoption', 'adoption'),
  'record-adoption-decision': forms('adoption', 'adoption-decisions'),
  'record-allocation': many('header', 'worker', 'worker'),
  'record-asylum-status': forms('legal', 'asylum-status'),
  'record-birth': forms('header', 'birth'),
  'record-care-end': many('legal', 'care-ends', 'leaves-care'),
  'record-care-leaver-answers': forms('plan', 'care-leaver-answers'),
  'record-care-period': many('legal', 'care', 'record'),
  'record-ethnicity': forms('header', 'identity/ethnicity'),
  'record-home-details': many('where', 'home-details', 'homes/record'),
  'record-identifier': forms('header', 'identifiers'),
  'record-legal-status': many('legal', 'statuses', 'orders/record'),
  'record-missing': many('missing', 'missing'),
  'record-motherhood': forms('family', 'motherhood'),
  'record-placement': many('where', 'homes'),
  'record-previous-permanence': forms('legal', 'previous-permanence'),
  'record-review': many('reviews', 'reviews'),
  'record-sex': forms('header', 'identity/sex'),
  // Of a worker, not of a child.
  'worker-number': { scope: 'header', begin: '', asks: 'an administrator' },
  // All answers of a year stand on one form.
  'record-year-answers': { scope: 'health', begin: 'year-answers/:year' },
}

export const THEIR_WORKER = 'their worker'
/** Who writes a part that the child's own worker does not. */
const ASK: Readonly<Partial<Record<Scope, string>>> = {
  reviews: 'their reviewing officer',
  adoption: 'the adoption team',
}

export type IsThere = (path: string) => boolean
export type Mending = {
  readonly year: number
  readonly today: IsoDay
  readonly isThere: IsThere
  /** 'child scope' */
  readonly writes: ReadonlySet<string>
  /** From a line to the version that stands of it. */
  readonly versions: ReadonlyMap<string, string>
}
/** `direct`: to the form itself. `ask`: who may write it, where the reader may not. */
export type MendLink = {
  readonly to: string
  readonly words: string
  readonly direct: boolean
  readonly ask: string | undefined
}

type Of = Pick<StandingFlag, 'child' | 'behind' | 'part'>
/** `about` undefined: no line is known. `here`: the field is one of the flagged row itself. */
type Aimed = MendAt & { readonly about: string | undefined; readonly called: string; readonly here: boolean }

/** The form of each line that decided what the field says; without one, the form of the field's own table. */
function aimed({ behind, part }: Of, { versions }: Mending, field: FieldToMend): readonly Aimed[] {
  const { called, page, column, record, elsewhere = {} } = field
  const here = field.table === part
  const lines = behind
    .filter((one) => one.column === column)
    .flatMap(({ record: table, line }) => {
      const about = versions.get(line)
      const at = table === record ? { page, field: field.field } : elsewhere[table]
      return about === undefined || at === undefined ? [] : [{ ...at, about, called, here }]
    })
  return lines.length > 0 ? lines : [{ page, field: field.field, about: undefined, called, here }]
}

function yearPath({ year, today }: Mending): string | undefined {
  return returnYears.find((which) => Number(returnYearEnding(which, today).slice(0, 4)) === year)
}

/** undefined: there is no such form in this house. */
function addressOf({ page, about, here }: Aimed, mending: Mending): string | undefined {
  const { correct, begin, many: several } = MEND_FORMS[page] ?? { begin: '' }
  if (about === undefined && several && !here) return undefined
  const path = about === undefined || correct === undefined ? begin : correct
  const known = path.replace(':year', yearPath(mending) ?? ':year')
  return mending.isThere(`/children/:child/${known}`) ? known.replace(':about', about ?? '') : undefined
}

/** One link for each form; fields of one form stand together, and the first of them is where it opens. */
export function mendLinks(flag: Of, fields: readonly FieldToMend[], mending: Mending): readonly MendLink[] {
  const links = new Map<string, MendLink>()
  for (const one of fields.flatMap((field) => aimed(flag, mending, field))) {
    const { scope, asks }: Pick<MendForm, 'scope' | 'asks'> = MEND_FORMS[one.page] ?? { scope: 'header' }
    const may = asks === undefined && mending.writes.has(`${flag.child} ${scope}`)
    const address = may ? addressOf(one, mending) : undefined
    const path = address ?? (may ? 'record' : '')
    const key = `${path} ${may} ${asks ?? ''}`
    const before = links.get(key)
    const words =
      before === undefined
        ? one.called
        : before.words.includes(one.called)
          ? before.words
          : `${before.words}; ${one.called}`
    const to =
      before?.to ??
      `/children/${flag.child}${path === '' ? '' : `/${path}`}${address === undefined ? '' : `#${one.field}`}`
    links.set(key, {
      to,
      words,
      direct: address !== undefined,
      ask: may ? undefined : (asks ?? ASK[scope] ?? THEIR_WORKER),
    })
  }
  return [...links.values()]
}
