// The three forms of what hangs on something else: written below it, corrected, and taken back with a reason.
import type { FC } from 'hono/jsx'
import {
  type Asking,
  correct,
  type RecordColumns,
  type RecordTable,
  recordFirst,
  retract,
  type Version,
} from '#database'
import type { Values } from '#drafts'
import {
  type At,
  CORRECTED,
  type Form,
  type FormDefinition,
  type FormOf,
  makeCorrection,
  makeForm,
  makeRetraction,
  namesOfWorkers,
  type Reading,
  savedAt,
  TAKEN_BACK_WORDS,
} from '#forms'
import { InsetText } from '#look'

export type Row<T extends RecordTable> = { readonly columns: RecordColumns<T>; readonly words: string | undefined }
export type Of = At & { readonly child: string }

/** Who wrote meanwhile what this form would write once more: 'Dawn Test, Thu 26 Nov 2026 at 14:32'. */
export async function writtenBy(
  asking: Asking,
  version: { readonly recorded_by: string; readonly recorded: string } | undefined,
): Promise<string | undefined> {
  if (version === undefined) return undefined
  const { recorded_by, recorded } = version
  const name = (await namesOfWorkers(asking, [recorded_by])).get(recorded_by) ?? 'somebody'
  return `${name}, ${savedAt(recorded)}`
}
/** Above the form: another is a correction of the one that stands. */
export const Written: FC<{ readonly by: string | undefined }> = ({ by }) =>
  by === undefined ? null : <InsetText>This is in the record already, by {by}. Put that right instead.</InsetText>
/** One stands: the form is still shown with all that was typed, and what stands is put right by its own form. */
export function onceOnly(read: Reading, written: string | undefined): void {
  if (written !== undefined)
    read.fault('', `This is in the record already, by ${written}. What you typed is kept here; nothing was saved.`)
}

export type Hanging<Given, T extends RecordTable, Ok extends Row<T> = Row<T>> = Pick<
  FormOf<Given, Ok>,
  'name' | 'words' | 'start' | 'decide' | 'Fields'
> &
  Pick<FormDefinition<Given, Ok>, 'lock' | 'leadsTo'> & {
    readonly table: T
    /** Below `/children/:child/`: where it is written, `:about` naming the line it hangs on; and below which it is put right. */
    readonly path: string
    readonly below: string
    /** `on`: that line. undefined: it cannot be about this one. */
    readonly load: (asking: Asking, at: Of, on: string) => Promise<Given | undefined>
    readonly hangsOn: (version: Version<T>) => string
    readonly asTyped: (version: Version<T>) => Values
    readonly shows: (version: Version<T>, given: Given) => readonly (readonly [string, string])[]
    /** What is written first and named by the row: columns more of it, of a new row only. */
    readonly beside?: (asking: Asking, ok: Ok, child: string) => Promise<Partial<RecordColumns<T>>>
  }

export function hangingForms<Given, T extends RecordTable, Ok extends Row<T> = Row<T>>(
  of: Hanging<Given, T, Ok>,
): readonly Form[] {
  const { name, words, lock, decide, Fields, leadsTo, table, below, load, hangsOn } = of
  const here = '/'
  const given = async (asking: Asking, at: At, version: Version<T>): Promise<Given | undefined> =>
    at.child === null ? undefined : await load(asking, { ...at, child: at.child }, hangsOn(version))
  const afterwards = ({ child }: At): string => `/children/${child}/reviewing`
  const recording = makeForm<Given, Ok>({
    ...{ name, words, lock, here, decide, Fields, start: of.start, leadsTo },
    path: `/children/:child/${of.path}`,
    load: async (asking, at) =>
      at.child === null || at.about === null ? undefined : await load(asking, { ...at, child: at.child }, at.about),
    save: async (asking, ok, { child }) => {
      const more = await of.beside?.(asking, ok, child ?? '')
      const columns = { ...ok.columns, ...more }
      const { id } = await recordFirst(asking, table, { child: child ?? '', columns, words: ok.words })
      return { kind: 'saved', id }
    },
    undo: async (asking, id) =>
      'ok' in (await retract(asking, table, { id, reason: 'Taken back by its author within ten minutes.' })),
  })
  const correcting = makeCorrection<Given, Ok, T>({
    ...{ name: `${name}-correction`, here, decide, Fields, leadsTo: afterwards },
    path: `/children/:child/${below}/:about/correct`,
    lock: { ...lock, log: `corrected: ${lock.log}` },
    words: {
      ...words,
      thing: `a correction of ${words.thing}`,
      title: (known) => `Correct: ${words.title(known)}`,
      ...CORRECTED,
    },
    ...{ table, given, asTyped: of.asTyped },
    correct: async (asking, { columns, words: text }, { version }) =>
      await correct(asking, table, { id: version, columns, words: text ?? null }),
  })
  const takingBack = makeRetraction<Given, T>({
    ...{ name: `${name}-retraction`, here, leadsTo: afterwards, table, given },
    path: `/children/:child/${below}/:about/retract`,
    lock: { ...lock, log: `took back: ${lock.log}` },
    thing: `taking back ${words.thing}`,
    done: TAKEN_BACK_WORDS,
    shows: (version, known) => ({ title: words.title(known), rows: of.shows(version, known) }),
  })
  return [recording, correcting, takingBack]
}
