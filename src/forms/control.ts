// The fields that a form carries for itself, apart from what the person typed; and rows added to it or taken out.
import type { Values } from '#drafts'

/** What was pressed. */
export type Pressed =
  | { readonly kind: 'send' }
  | { readonly kind: 'keep' }
  | { readonly kind: 'add'; readonly row: string }
  | { readonly kind: 'remove'; readonly row: string; readonly at: number }

export type Control = {
  readonly draft: string
  readonly revision: number
  readonly pressed: Pressed
  /** The version that the form was opened on; empty where it begins something new. */
  readonly read: string
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
export const isId = (text: string): boolean => UUID.test(text)

function pressedIn(text: string): Pressed {
  const [kind, row = '', at = ''] = text.split(':')
  if (kind === 'keep') return { kind }
  if (kind === 'add') return { kind, row }
  if (kind === 'remove' && /^\d{1,3}$/.test(at)) return { kind, row, at: Number(at) }
  return { kind: 'send' }
}

/** undefined: no form of ours was posted. */
export function controlIn(form: Values): Control | undefined {
  const draft = first(form, '_draft')
  const revision = Number(first(form, '_revision') || 0)
  if (!isId(draft) || !Number.isInteger(revision) || revision < 0) return undefined
  return controlWith(form, draft, revision)
}
const first = (form: Values, name: string): string => form[name]?.[0] ?? ''

/** As it was posted, but of this draft. */
export function controlWith(form: Values, draft: string, revision = 0): Control {
  return { draft, revision, pressed: pressedIn(first(form, '_do')), read: readIn(form) }
}
const readIn = (form: Values): string => (isId(first(form, '_read')) ? first(form, '_read') : '')

/** Whether anything at all was typed. */
export const anythingTyped = (form: Values): boolean =>
  Object.entries(withoutControl(form)).some(
    ([name, list]) => name !== '_read' && list.some((value) => value.trim() !== ''),
  )

/** The token of a session stands in every form, and in no draft. */
const SESSIONS_OWN = 'form-token'

/** What the person typed, and the version that it was typed upon, which a draft keeps too. */
export const withoutControl = (form: Values): Values =>
  Object.fromEntries(
    Object.entries(form).filter(([name]) => name !== SESSIONS_OWN && (!name.startsWith('_') || name === '_read')),
  )

/** A form with one more empty row, or one row less; whatever else was typed stays as it is. */
export function withRows(values: Values, pressed: Pressed, rows: Readonly<Record<string, readonly string[]>>): Values {
  if (pressed.kind !== 'add' && pressed.kind !== 'remove') return values
  const fields = Object.hasOwn(rows, pressed.row) ? (rows[pressed.row] ?? []) : []
  const length = Math.max(1, ...fields.map((field) => values[field]?.length ?? 0))
  const changed = fields.map((field) => {
    const list = Array.from({ length }, (_, at) => values[field]?.[at] ?? '')
    return [field, pressed.kind === 'add' ? [...list, ''] : list.filter((_, at) => at !== pressed.at)] as const
  })
  return { ...values, ...Object.fromEntries(changed) }
}
