// Correcting what stands: any form, begun from a version of the record, joined with what others corrected meanwhile.
import type { FC } from 'hono/jsx'
import {
  type Asking,
  type RecordTable,
  type SupersedeRefusal,
  type Version,
  type VersionShape,
  versionOf,
  type Written,
} from '#database'
import type { Values } from '#drafts'
import { isId } from '../control.ts'
import type { At, Fault, FieldsProps, FormOf, Outcome } from '../form.ts'
import type { FormDefinition } from '../form-store.ts'
import { namesOfWorkers } from '../hands-store.ts'
import { type Form, makeForm } from '../routes.ts'
import { savedAt } from '../said.ts'

/** What the store says to a correction or a retraction. */
export type Superseding =
  | { readonly ok: Written }
  | (SupersedeRefusal & {
      readonly standing: { readonly id: string; readonly recorded_by: string; readonly recorded: string } | undefined
    })

type ReadVersion<T extends RecordTable> = Version<T> & VersionShape
/** The rows that a form is about. `:about` in its path is the version that was read. */
export type OfVersions<Given, T extends RecordTable> = {
  readonly table: T
  /** What the form knows beside the version; undefined: it cannot be about this one. */
  readonly given: (asking: Asking, at: At, version: ReadVersion<T>) => Promise<Given | undefined>
}
/** Upon which version of what something is written. */
export type Upon<Given> = At & { readonly version: string; readonly given: Given }

export type Correction<Given, Ok, T extends RecordTable> = Pick<
  FormOf<Given, Ok>,
  'name' | 'words' | 'decide' | 'Fields' | 'rows'
> &
  Pick<FormDefinition<Given, Ok>, 'path' | 'lock' | 'here' | 'leadsTo' | 'elsewhere' | 'refused'> &
  OfVersions<Given, T> & {
    /** As the form begins from it. */
    readonly asTyped: (version: ReadVersion<T>, given: Given, today: At['today']) => Values
    readonly correct: (asking: Asking, ok: Ok, upon: Upon<Given>) => Promise<Superseding>
  }

/**
 * The version of this child's record that an address or a field names, standing or not: a later one than that of the address is
 * what a correction goes on from. undefined: there is none, or none that the asker may see.
 */
export async function versionRead<Given, T extends RecordTable>(
  asking: Asking,
  { table, given }: OfVersions<Given, T>,
  { at, id }: { readonly at: At; readonly id: string | null },
): Promise<{ readonly version: ReadVersion<T>; readonly given: Given } | undefined> {
  const version = id === null ? undefined : await versionOf(asking, table, id)
  if (version === undefined) return undefined
  const { child, change }: VersionShape = version
  if (child !== at.child || change === 'retraction') return undefined
  const known = await given(asking, at, version)
  return known === undefined ? undefined : { version, given: known }
}

type Begun<Given> = {
  readonly line: string
  readonly version: string
  readonly given: Given
  readonly values: Values
}

async function begun<Given, Ok, T extends RecordTable>(
  asking: Asking,
  of: Correction<Given, Ok, T>,
  named: { readonly at: At; readonly id: string | null },
): Promise<Begun<Given> | undefined> {
  const found = await versionRead(asking, of, named)
  if (found === undefined) return undefined
  const { line, id }: VersionShape = found.version
  return { line, version: id, given: found.given, values: of.asTyped(found.version, found.given, named.at.today) }
}

/** Why nothing was superseded, where there is nothing to put together. */
export async function refusalFault(asking: Asking, refused: SupersedeRefusal): Promise<Fault> {
  if (refused.refused === 'not in the record')
    return { field: '', says: 'This is not in the record any more, or not for you to change. Your text is kept.' }
  const { by, at } = refused
  const who = by === undefined ? 'Somebody' : ((await namesOfWorkers(asking, [by])).get(by) ?? 'Somebody')
  const when = at === undefined ? '' : `, ${savedAt(at)}`
  const what = refused.refused === 'retracted' ? 'took this back' : 'changed this'
  return { field: '', says: `${who} ${what}${when}. Read it again; your text is kept.` }
}

type Sent<Given, Ok> = {
  readonly ok: Ok
  readonly at: At
  readonly given: Begun<Given>
  readonly read: string
}
async function savedUpon<Given, Ok, T extends RecordTable>(
  asking: Asking,
  of: Correction<Given, Ok, T>,
  { ok, at, given, read }: Sent<Given, Ok>,
): Promise<Outcome> {
  const version = isId(read) ? read : given.version
  const base = await begun(asking, of, { at, id: version })
  // Never one of another line, whose lock was not asked.
  if (base === undefined || base.line !== given.line)
    return { kind: 'refused', faults: [await refusalFault(asking, { refused: 'not in the record' })] }
  const done = await of.correct(asking, ok, { ...at, version, given: base.given })
  if ('ok' in done) return { kind: 'saved', id: done.ok.id }
  const { standing } = done
  const theirs = standing === undefined ? undefined : await begun(asking, of, { at, id: standing.id })
  if (done.refused !== 'corrected already' || standing === undefined || theirs === undefined)
    return { kind: 'refused', faults: [await refusalFault(asking, done)] }
  const by = (await namesOfWorkers(asking, [standing.recorded_by])).get(standing.recorded_by) ?? 'Somebody'
  const stands = { id: standing.id, by, at: standing.recorded, values: theirs.values }
  return { kind: 'clash', standing: stands, base: base.values }
}

/** A form that corrects what was read; two who correct it at once are joined, or asked. */
export function makeCorrection<Given, Ok, T extends RecordTable>(of: Correction<Given, Ok, T>): Form {
  const { words, decide, Fields, leadsTo, elsewhere } = of
  const Inner: FC<FieldsProps<Begun<Given>>> = (props) => <Fields {...props} given={props.given.given} />
  const definition: FormDefinition<Begun<Given>, Ok> = {
    ...{
      name: of.name,
      path: of.path,
      lock: of.lock,
      here: of.here,
      leadsTo,
      elsewhere,
      rows: of.rows ?? {},
      Fields: Inner,
    },
    ...(of.refused === undefined ? {} : { refused: of.refused }),
    words: { ...words, title: ({ given }) => words.title(given) },
    load: async (asking, at) => await begun(asking, of, { at, id: at.about }),
    start: ({ values, version }) => ({ ...values, _read: [version] }),
    decide: (typed, { given }, today) => decide(typed, given, today),
    save: async (asking, ok, { given, read, child, about, today, me }) =>
      await savedUpon(asking, of, { ok, at: { child, about, today, me }, given, read }),
  }
  return makeForm(definition)
}
