// The three forms of one kind of record: it is written, corrected from the version that was read, and taken back with a reason.
import { type Asking, type RecordTable, type Version, type VersionShape, versionOf, type Written } from '#database'
import type { Values } from '#drafts'
import type { At, FormOf } from '../form.ts'
import type { FormDefinition } from '../form-store.ts'
import { type Form, makeForm } from '../routes.ts'
import { TAKEN_BACK } from '../sent-store.ts'
import { makeCorrection, type Superseding } from './correction.tsx'
import { makeRetraction, type Shown } from './retraction.tsx'

export type RecordForms<Given, Ok, T extends RecordTable> = Pick<
  FormOf<Given, Ok>,
  'name' | 'words' | 'start' | 'decide' | 'Fields'
> &
  Pick<FormDefinition<Given, Ok>, 'lock' | 'here' | 'leadsTo'> & {
    /** Below `/children/:child/`: `…/record`, `…/:about/correct` and `…/:about/retract`. */
    readonly path: string
    readonly table: T
    /** Where a correction asks less than the form that writes. */
    readonly FieldsOfCorrection?: FormOf<Given, Ok>['Fields']
    readonly given: (asking: Asking, at: At) => Promise<Given | undefined>
    readonly record: (asking: Asking, ok: Ok, at: At & { readonly child: string }) => Promise<Written>
    readonly asTyped: (version: Version<T>, given: Given) => Values
    readonly correct: (asking: Asking, ok: Ok, id: string) => Promise<Superseding>
    readonly shows: (version: Version<T>, given: Given) => Shown
    readonly retract: (asking: Asking, id: string, reason: string) => Promise<Superseding>
  }

/** undefined: no such version of this child's record, or none that the asker may see. */
async function versionAt<T extends RecordTable>(
  asking: Asking,
  table: T,
  { child, id }: { readonly child: string | null; readonly id: string },
): Promise<(Version<T> & VersionShape) | undefined> {
  const version = await versionOf(asking, table, id)
  const shape: VersionShape | undefined = version
  return shape === undefined || shape.child !== child || shape.change === 'retraction' ? undefined : version
}

export function makeRecordForms<Given, Ok, T extends RecordTable>(of: RecordForms<Given, Ok, T>): readonly Form[] {
  const { name, words, lock, here, leadsTo, decide, Fields } = of
  const read = async (asking: Asking, at: At, id: string) => {
    const [version, given] = [await versionAt(asking, of.table, { child: at.child, id }), await of.given(asking, at)]
    return version === undefined || given === undefined ? undefined : { version, given }
  }
  const recording = makeForm<Given, Ok>({
    ...{ name, words, lock, here, leadsTo, decide, Fields, start: of.start, load: of.given },
    path: `/children/:child/${of.path}/record`,
    save: async (asking, ok, at) => {
      const { id } = await of.record(asking, ok, { ...at, child: at.child ?? '' })
      return { kind: 'saved', id }
    },
    undo: async (asking, id) => 'ok' in (await of.retract(asking, id, TAKEN_BACK)),
  })
  const correcting = makeCorrection<Given, Ok>({
    ...{ name: `${name}-correction`, here, leadsTo, decide, Fields: of.FieldsOfCorrection ?? Fields },
    path: `/children/:child/${of.path}/:about/correct`,
    lock: { ...lock, log: `corrected: ${lock.log}` },
    words: {
      ...words,
      thing: `a correction of ${words.thing}`,
      title: (given) => `Correct: ${words.title(given)}`,
      button: 'Save correction',
      done: 'Corrected. What stood before is in its history.',
    },
    read: async (asking, at, id) => {
      const found = await read(asking, at, id)
      if (found === undefined) return undefined
      const { line }: VersionShape = found.version
      return { line, given: found.given, values: of.asTyped(found.version, found.given) }
    },
    correct: async (asking, ok, { version }) => await of.correct(asking, ok, version),
  })
  const takingBack = makeRetraction({
    ...{ name: `${name}-retraction`, here, leadsTo },
    path: `/children/:child/${of.path}/:about/retract`,
    lock: { ...lock, log: `took back: ${lock.log}` },
    thing: `taking back ${words.thing}`,
    done: 'Taken back. The history holds your reason.',
    shows: async (asking, at, id) => {
      const found = await read(asking, at, id)
      return found === undefined ? undefined : of.shows(found.version, found.given)
    },
    retract: async (asking, reason, { version }) => await of.retract(asking, version, reason),
  })
  return [recording, correcting, takingBack]
}
