// What the database refuses, as values with a kind: the words beside a field are chosen where the form is.
// PostgreSQL's own detail holds personal data: only code and constraint are carried on.

export type RefusalKind =
  | 'overlap'
  | 'corrected already'
  | 'not allowed'
  | 'not in the record'
  | 'against a rule of the table'

/** The record said no. `constraint` names which rule of the database. */
export class Refused extends Error {
  readonly kind: RefusalKind
  readonly constraint: string | undefined
  constructor(kind: RefusalKind, constraint?: string) {
    super(constraint === undefined ? `The record refused: ${kind}.` : `The record refused: ${kind} (${constraint}).`)
    this.name = 'Refused'
    this.kind = kind
    this.constraint = constraint
  }
}

/** Something broke in the database: the code and the constraint, never the values. */
export class DatabaseBroke extends Error {
  readonly code: string
  constructor(code: string, constraint?: string) {
    super(`The database answered with error ${code}${constraint === undefined ? '' : ` (${constraint})`}.`)
    this.name = 'DatabaseBroke'
    this.code = code
  }
}

function isDatabaseError(error: unknown): error is Error & { code: string; constraint?: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code)
}

/** A refusal or a breakage without personal data, from whatever a query or a commit threw. */
export function withoutDetail(error: unknown): unknown {
  if (!isDatabaseError(error)) return error
  const { code, constraint } = error
  if (code === '23P01') return new Refused('overlap', constraint)
  if (code === '23505' && constraint?.endsWith('_corrected_once')) return new Refused('corrected already', constraint)
  if (code === '42501') return new Refused('not allowed')
  if (code === '23503' || code === 'P0002') return new Refused('not in the record', constraint)
  if (code === '23514' || code === '23502' || code === '23505')
    return new Refused('against a rule of the table', constraint)
  return new DatabaseBroke(code, constraint)
}

/** The latest version of a line, as far as it decides whether a version that somebody read may still be superseded; `id` is its own. */
export type Latest = {
  readonly id: string
  readonly change: string
  readonly recorded_by: string
  readonly recorded: string
}
export type MaySupersede =
  | { readonly ok: true }
  | { readonly refused: 'not in the record' }
  /** Somebody was first; by whom and when, where the asker may know it. */
  | { readonly refused: 'corrected already'; readonly by: string | undefined; readonly at: string | undefined }
  | { readonly refused: 'retracted'; readonly by: string; readonly at: string }
export type SupersedeRefusal = Exclude<MaySupersede, { readonly ok: true }>

/** `found`: whether the asker sees the version that they name. */
export function maySupersede(read: string, found: boolean, latest: Latest | undefined): MaySupersede {
  if (!found) return { refused: 'not in the record' }
  if (latest === undefined) return { refused: 'corrected already', by: undefined, at: undefined }
  const { recorded_by: by, recorded: at } = latest
  if (latest.change === 'retraction') return { refused: 'retracted', by, at }
  return latest.id === read ? { ok: true } : { refused: 'corrected already', by, at }
}
