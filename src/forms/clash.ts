// Two people changed one thing: which fields join by themselves, which a person decides, and what they decided.
import { diffWordsWithSpace } from 'diff'
import { merge, type Values } from '#drafts'
import type { Outcome } from './form.ts'

/** One field that both changed, differently. */
export type ClashingField = {
  readonly field: string
  readonly base: string
  readonly theirs: string
  readonly yours: string
}
export type Joined = { readonly values: Values; readonly clashing: readonly ClashingField[]; readonly joined: number }

/** Only what was typed: whoever posts a form may call a field `constructor`. */
const listOf = (values: Values, field: string): readonly string[] =>
  Object.hasOwn(values, field) ? (values[field] ?? []) : []
const textOf = (values: Values, field: string): string => listOf(values, field).join('\n').replaceAll('\r\n', '\n')

/** `values` holds your own text where both changed a field, so that nothing of it goes while it is being decided. */
export function join(base: Values, theirs: Values, yours: Values): Joined {
  const fields = [...new Set([...Object.keys(theirs), ...Object.keys(yours)])].filter((field) => !field.startsWith('_'))
  const clashing: ClashingField[] = []
  const values: Record<string, readonly string[]> = { ...yours }
  let joined = 0
  for (const field of fields) {
    const part = { base: textOf(base, field), theirs: textOf(theirs, field), yours: textOf(yours, field) }
    const merged = merge(part)
    if (merged.kind === 'clash') clashing.push({ field, ...part })
    else if (merged.from === 'theirs') values[field] = listOf(theirs, field)
    else if (merged.from === 'yours') joined += 1
  }
  return { values, clashing, joined }
}

/** What was chosen for one field, as the page of two texts posts it. */
const CHOICES = ['theirs', 'yours', 'both'] as const
export type ClashChoice = (typeof CHOICES)[number]

/** The values once every choice is taken in. A field without a choice keeps your own text. */
export function chosen(form: Values, values: Values): Values {
  const picks = Object.entries(form).flatMap(([name, [choice = '']]) => {
    if (!name.startsWith('_choose_')) return []
    const field = name.slice('_choose_'.length)
    const text =
      choice === 'both' ? form[`_both_${field}`]?.[0] : choice === 'theirs' ? form[`_theirs_${field}`]?.[0] : undefined
    return text === undefined ? [] : [[field, [text]] as const]
  })
  return { ...values, ...Object.fromEntries(picks) }
}

export type Difference = { readonly kind: 'same' | 'removed' | 'added'; readonly text: string }

/** What was taken out of a text and put into it, word by word. */
export const differences = (from: string, to: string): readonly Difference[] =>
  diffWordsWithSpace(from, to).map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }))

/** A version of a line that stands in no child's record; child's rows have `makeCorrection`. */
type Row = { readonly id: string; readonly recorded_by: string; readonly recorded: string }

/** As the form begins from a version that stands. */
export const begunFrom = ({ id }: Row, values: Values): Values => ({ ...values, _read: [id] })

type Upon<Standing extends Row> = {
  readonly of: Standing | undefined
  /** The version from which the form began; '' where none was sent. */
  readonly read: string
  readonly asTyped: (row: Standing) => Values
  readonly versionRead: (id: string) => Promise<Standing | undefined>
}
/** undefined: nobody changed it meanwhile. */
export async function clashUpon<Standing extends Row>(of: Upon<Standing>): Promise<Outcome | undefined> {
  const { of: stands, read, asTyped, versionRead } = of
  if (stands === undefined || read === '' || read === stands.id) return undefined
  const { id, recorded_by: by, recorded: at } = stands
  const before = await versionRead(read)
  const base = before === undefined ? {} : asTyped(before)
  return { kind: 'clash', standing: { id, by, at, values: asTyped(stands) }, base }
}
