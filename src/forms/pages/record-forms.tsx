// The three forms of one kind of record: it is written, corrected from the version that was read, and taken back with a reason.
import type { Asking, RecordTable, Version, VersionShape, Written } from '#database'
import type { Values } from '#drafts'
import type { At, FormOf } from '../form.ts'
import type { FormDefinition } from '../form-store.ts'
import { type Form, makeForm } from '../routes.ts'
import { TAKEN_BACK } from '../sent-store.ts'
import { makeCorrection, type Superseding } from './correction.tsx'
import { makeRetraction, type Shown } from './retraction.tsx'

export type RecordForms<Given, Ok, T extends RecordTable> = Pick<
  FormOf<Given, Ok>,
  'name' | 'words' | 'start' | 'decide' | 'Fields' | 'rows'
> &
  Pick<FormDefinition<Given, Ok>, 'lock' | 'here' | 'leadsTo' | 'refused'> & {
    /** Below `/children/:child/`: `…/record`, `…/:about/correct` and `…/:about/retract`. */
    readonly path: string
    readonly table: T
    /** Where a correction asks less than the form that writes. */
    readonly FieldsOfCorrection?: FormOf<Given, Ok>['Fields']
    /** `version`: what is put right or taken back. */
    readonly given: (asking: Asking, at: At, version?: Version<T> & VersionShape) => Promise<Given | undefined>
    readonly record: (asking: Asking, ok: Ok, at: At & { readonly child: string }) => Promise<Written>
    readonly asTyped: (version: Version<T> & VersionShape, given: Given) => Values
    readonly correct: (asking: Asking, ok: Ok, id: string) => Promise<Superseding>
    readonly shows: (version: Version<T> & VersionShape, given: Given) => Shown
    readonly retract: (asking: Asking, id: string, reason: string) => Promise<Superseding>
  }

export function makeRecordForms<Given, Ok, T extends RecordTable>(of: RecordForms<Given, Ok, T>): readonly Form[] {
  const { name, words, lock, here, leadsTo, decide, Fields, table, given, rows = {} } = of
  const recording = makeForm<Given, Ok>({
    ...{ name, words, lock, here, leadsTo, decide, Fields, rows, start: of.start, load: given },
    path: `/children/:child/${of.path}/record`,
    save: async (asking, ok, at) => {
      const { id } = await of.record(asking, ok, { ...at, child: at.child ?? '' })
      return { kind: 'saved', id }
    },
    undo: async (asking, id) => 'ok' in (await of.retract(asking, id, TAKEN_BACK)),
    ...(of.refused === undefined ? {} : { refused: of.refused }),
  })
  const correcting = makeCorrection<Given, Ok, T>({
    ...{ name: `${name}-correction`, here, leadsTo, decide, rows, Fields: of.FieldsOfCorrection ?? Fields },
    path: `/children/:child/${of.path}/:about/correct`,
    lock: { ...lock, log: `corrected: ${lock.log}` },
    words: {
      ...words,
      thing: `a correction of ${words.thing}`,
      title: (known) => `Correct: ${words.title(known)}`,
      ...CORRECTED,
    },
    ...{ table, given, asTyped: of.asTyped },
    correct: async (asking, ok, { version }) => await of.correct(asking, ok, version),
  })
  const takingBack = makeRetraction<Given, T>({
    ...{ name: `${name}-retraction`, here, leadsTo, table, given, shows: of.shows },
    path: `/children/:child/${of.path}/:about/retract`,
    lock: { ...lock, log: `took back: ${lock.log}` },
    thing: `taking back ${words.thing}`,
    done: TAKEN_BACK_WORDS,
    retract: async (asking, { id, reason }) => await of.retract(asking, id, reason),
  })
  return [recording, correcting, takingBack]
}

/** Said of every correction and retraction that has no words of its own. */
export const CORRECTED = {
  button: 'Save correction',
  done: 'Corrected. What stood before is in its history.',
} as const
export const TAKEN_BACK_WORDS = 'Taken back. The history holds your reason.'
