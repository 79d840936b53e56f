// Taking back what should never have stood: a page that shows it and asks why; the row and the reason stay in the history.
import type { FC } from 'hono/jsx'
import type { Asking } from '#database'
import { SummaryList, WarningText } from '#look'
import type { At, FieldsProps } from '../form.ts'
import type { FormDefinition } from '../form-store.ts'
import { type Form, makeForm } from '../routes.ts'
import { refusalFault, type Superseding } from './correction.tsx'
import { WordsField } from './fields.tsx'

/** What is to be taken back, in words: enough to be sure that it is this one. */
export type Shown = {
  readonly title: string
  readonly rows: readonly (readonly [string, string])[]
  /** What goes with it; a sentence. */
  readonly also?: string
}

export type Retraction = Pick<FormDefinition<Shown, string>, 'name' | 'path' | 'lock' | 'here' | 'leadsTo'> & {
  /** 'taking back a visit': in the list of unfinished writing. */
  readonly thing: string
  readonly done: string
  readonly shows: (asking: Asking, at: At, version: string) => Promise<Shown | undefined>
  readonly retract: (asking: Asking, reason: string, upon: At & { readonly version: string }) => Promise<Superseding>
}

const Fields: FC<FieldsProps<Shown>> = (of) => (
  <>
    <SummaryList rows={of.given.rows.map(([key, value]) => ({ key, value }))} />
    <WarningText>
      Take it back only where it should never have stood, such as on the wrong record. Where something in it is wrong,
      correct it.
    </WarningText>
    <p>It stays in the history, with your name and your reason. {of.given.also ?? ''}</p>
    <WordsField of={of} name="reason" label="Why should this not stand?" rows={3} />
  </>
)

/** `:about` in its path is the version that was read. */
export function makeRetraction(of: Retraction): Form {
  return makeForm<Shown, string>({
    ...{ name: of.name, path: of.path, lock: of.lock, here: of.here, leadsTo: of.leadsTo, Fields },
    words: {
      ...{ thing: of.thing, done: of.done, button: 'Take it back', fields: { reason: 'Why' } },
      title: ({ title }) => `Take back: ${title}`,
    },
    load: async (asking, at) => (at.about === null ? undefined : await of.shows(asking, at, at.about)),
    start: () => ({}),
    decide: (typed) => {
      const reason = typed.words('reason')
      return reason === '' ? { faults: [{ field: 'reason', says: 'Say why this should not stand.' }] } : { ok: reason }
    },
    save: async (asking, reason, { child, about, today, me }) => {
      const upon = { child, about, today, me, version: about ?? '' }
      const done = await of.retract(asking, reason, upon)
      if ('ok' in done) return { kind: 'saved', id: done.ok.id }
      return { kind: 'refused', faults: [await refusalFault(asking, done)] }
    },
  })
}
