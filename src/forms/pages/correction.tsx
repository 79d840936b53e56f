// Correcting what stands: any form, begun from a version of the record, joined with what others corrected meanwhile.
import type { FC } from 'hono/jsx'
import type { Asking, SupersedeRefusal, Written } from '#database'
import type { Values } from '#drafts'
import { savedAt } from '../address.ts'
import { isId } from '../control.ts'
import type { At, Fault, FieldsProps, FormOf, Outcome } from '../form.ts'
import type { FormDefinition } from '../form-store.ts'
import { namesOfWorkers } from '../hands-store.ts'
import { type Form, makeForm } from '../routes.ts'

/** What the store says to a correction or a retraction. */
export type Superseding =
  | { readonly ok: Written }
  | (SupersedeRefusal & {
      readonly standing: { readonly id: string; readonly recorded_by: string; readonly recorded: string } | undefined
    })

/** One version, as its form begins from it. */
export type ReadVersion<Given> = { readonly line: string; readonly given: Given; readonly values: Values }

export type Correction<Given, Ok> = Pick<FormOf<Given, Ok>, 'name' | 'words' | 'decide' | 'Fields' | 'rows'> &
  Pick<FormDefinition<Given, Ok>, 'path' | 'lock' | 'here' | 'leadsTo' | 'refused'> & {
    /** `version`: any of the line, standing or not; undefined: there is none that the asker may see. */
    readonly read: (asking: Asking, at: At, version: string) => Promise<ReadVersion<Given> | undefined>
    readonly correct: (
      asking: Asking,
      ok: Ok,
      upon: At & { readonly version: string; readonly given: Given },
    ) => Promise<Superseding>
  }

type Begun<Given> = ReadVersion<Given> & { readonly version: string }

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

async function savedUpon<Given, Ok>(
  asking: Asking,
  of: Correction<Given, Ok>,
  { ok, at, given, read }: { ok: Ok; at: At; given: Begun<Given>; read: string },
): Promise<Outcome> {
  const version = isId(read) ? read : given.version
  const base = await of.read(asking, at, version)
  if (base === undefined || base.line !== given.line)
    return { kind: 'refused', faults: [await refusalFault(asking, { refused: 'not in the record' })] }
  const done = await of.correct(asking, ok, { ...at, version, given: base.given })
  if ('ok' in done) return { kind: 'saved', id: done.ok.id }
  const { standing } = done
  const theirs = standing === undefined ? undefined : await of.read(asking, at, standing.id)
  if (done.refused !== 'corrected already' || standing === undefined || theirs === undefined)
    return { kind: 'refused', faults: [await refusalFault(asking, done)] }
  const by = (await namesOfWorkers(asking, [standing.recorded_by])).get(standing.recorded_by) ?? 'Somebody'
  const stands = { id: standing.id, by, at: standing.recorded, values: theirs.values }
  return { kind: 'clash', standing: stands, base: base.values }
}

/** A form that corrects: `:about` in its path is the version that was read. */
export function makeCorrection<Given, Ok>(of: Correction<Given, Ok>): Form {
  const { words, decide, Fields, leadsTo } = of
  const Inner: FC<FieldsProps<Begun<Given>>> = (props) => <Fields {...props} given={props.given.given} />
  const definition: FormDefinition<Begun<Given>, Ok> = {
    ...{ name: of.name, path: of.path, lock: of.lock, here: of.here, leadsTo, rows: of.rows ?? {}, Fields: Inner },
    ...(of.refused === undefined ? {} : { refused: of.refused }),
    words: { ...words, title: ({ given }) => words.title(given) },
    load: async (asking, at) => {
      const read = at.about === null ? undefined : await of.read(asking, at, at.about)
      return read === undefined ? undefined : { ...read, version: at.about ?? '' }
    },
    start: ({ values, version }) => ({ ...values, _read: [version] }),
    decide: (typed, { given }, today) => decide(typed, given, today),
    save: async (asking, ok, { given, read, child, about, today, me }) =>
      await savedUpon(asking, of, { ok, at: { child, about, today, me }, given, read }),
  }
  return makeForm(definition)
}
