// The two forms that every record can have: a correction of a version, and taking it back with the reason.
import {
  type Asking,
  correct,
  currentOf,
  historyOf,
  type RecordColumns,
  type RecordTable,
  retract,
  type Superseded,
  type Version,
  versionOf,
} from '#database'
import type { Typed, Values } from '#drafts'
import type { At, FieldsProps, Outcome } from '../form.ts'
import { colleague, type FormDefinition } from '../form-store.ts'
import { WordsField } from './fields.tsx'

/** The version that was read, of a line that still stands; undefined: there is none, or none that the asker sees. */
async function versionRead<T extends RecordTable>(asking: Asking, table: T, at: At): Promise<Version<T> | undefined> {
  const standing = await currentOf(asking, table, at.child ?? '')
  const same = (version: Version<T>): boolean => version.id === at.about
  const found = standing.find(same)
  if (found !== undefined) return found
  for (const { line } of standing) {
    const earlier = (await historyOf(asking, table, line)).find(same)
    if (earlier !== undefined) return earlier
  }
  return undefined
}

export type Correcting<T extends RecordTable, Given, Ok> = {
  readonly name: string
  readonly path: string
  readonly thing: string
  readonly title: (given: Given) => string
  readonly table: T
  readonly asTyped: (version: Version<T>) => Values
  readonly written: (ok: Ok) => {
    readonly columns: Partial<RecordColumns<T>>
    readonly words: string | null | undefined
  }
}
type Read<T extends RecordTable, Given> = { readonly base: Given; readonly version: Version<T> }

const TAKEN_BACK: Outcome = {
  kind: 'refused',
  faults: [{ field: '', says: 'Somebody took this back meanwhile. Your text is kept.' }],
}

/** The form of the first version, begun from the version that is wrong; two who correct it at once are joined, or asked. */
export function correctionOf<T extends RecordTable, Given, Ok>(
  first: FormDefinition<Given, Ok>,
  of: Correcting<T, Given, Ok>,
): FormDefinition<Read<T, Given>, Ok> {
  const { Fields } = first
  const save = async (asking: Asking, ok: Ok, { given, read }: { given: Read<T, Given>; read: string }) => {
    const { columns, words } = of.written(ok)
    // After a clash it is a later version than that of the address; never one of another line, whose lock was not asked.
    const base = read === '' ? given.version : await versionOf(asking, of.table, read)
    if (base === undefined || base.line !== given.version.line) return TAKEN_BACK
    const made = await correct(asking, of.table, { id: base.id, columns, words })
    return await outcomeOf(asking, made, { of, read: base })
  }
  return {
    ...{ name: of.name, path: of.path, lock: { ...first.lock, log: `corrected ${of.thing}` }, here: first.here },
    words: {
      ...{ thing: `a correction of ${of.thing}`, title: ({ base }) => of.title(base) },
      ...{ button: 'Save correction', done: 'Corrected.', fields: first.words.fields },
    },
    load: async (asking, at) => {
      const [base, version] = [await first.load(asking, at), await versionRead(asking, of.table, at)]
      return base === undefined || version === undefined ? undefined : { base, version }
    },
    start: ({ version }) => ({ ...of.asTyped(version), _read: [version.id] }),
    decide: (typed, { base }, today) => first.decide(typed, base, today),
    save,
    leadsTo: first.leadsTo,
    ...(first.refused === undefined ? {} : { refused: first.refused }),
    Fields: (props: FieldsProps<Read<T, Given>>) => <Fields {...props} given={props.given.base} />,
    ...(first.rows === undefined ? {} : { rows: first.rows }),
  }
}

type Corrected<T extends RecordTable, Given, Ok> = {
  readonly of: Correcting<T, Given, Ok>
  readonly read: Version<T>
}
async function outcomeOf<T extends RecordTable, Given, Ok>(
  asking: Asking,
  made: Superseded<T>,
  { of, read }: Corrected<T, Given, Ok>,
): Promise<Outcome> {
  if ('ok' in made) return { kind: 'saved', id: made.ok.id }
  if (made.refused !== 'corrected already' || made.standing === undefined) return TAKEN_BACK
  const { id, recorded_by, recorded } = made.standing
  const standing = { id, by: await colleague(asking, recorded_by), at: recorded, values: of.asTyped(made.standing) }
  return { kind: 'clash', standing, base: of.asTyped(read) }
}

export type Retracting<T extends RecordTable> = {
  readonly name: string
  readonly path: string
  readonly thing: string
  readonly table: T
  readonly lock: FormDefinition<unknown, unknown>['lock']
  readonly here: string
  readonly leadsTo: FormDefinition<unknown, unknown>['leadsTo']
}

/** What should never have stood: the row stays, with the reason. */
export function retractionOf<T extends RecordTable>(
  of: Retracting<T>,
): FormDefinition<{ readonly id: string }, { readonly reason: string }> {
  return {
    ...{ name: of.name, path: of.path, lock: of.lock, here: of.here, leadsTo: of.leadsTo },
    words: {
      ...{ thing: `taking back ${of.thing}`, title: () => `Take back ${of.thing}`, button: 'Take it back' },
      ...{ done: 'Taken back. It stays in the history with your reason.', fields: { reason: 'Why' } },
    },
    load: async (asking, at) => {
      const version = await versionRead(asking, of.table, at)
      return version === undefined ? undefined : { id: version.id }
    },
    start: ({ id }) => ({ _read: [id] }),
    decide: (typed: Typed) => {
      const reason = typed.words('reason')
      return reason === ''
        ? { faults: [{ field: 'reason', says: 'Say why this should never have stood.' }] }
        : { ok: { reason } }
    },
    save: async (asking, { reason }, { given }) => {
      const made = await retract(asking, of.table, { id: given.id, reason })
      if ('ok' in made) return { kind: 'saved', id: made.ok.id }
      const says = 'Somebody changed this after you opened it. Open it again; your reason is kept.'
      return { kind: 'refused', faults: [{ field: '', says }] }
    },
    Fields: (props) => (
      <>
        <p>Take back only what was never so. If it was so and then ended, record the end.</p>
        <WordsField of={props} name="reason" label="Why should this never have stood?" rows={3} />
      </>
    ),
  }
}
