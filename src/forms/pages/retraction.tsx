// Taking back what should never have stood: a page that shows it and asks why; the row and the reason stay in the history.
import type { FC } from 'hono/jsx'
import { type Asking, type RecordTable, retract, type Version, type VersionShape } from '#database'
import { InsetText, SummaryList, WarningText } from '#look'
import type { FieldsProps } from '../form.ts'
import type { FormDefinition } from '../form-store.ts'
import { type Form, makeForm } from '../routes.ts'
import { type OfVersions, refusalFault, type Superseding, type Upon, versionRead } from './correction.tsx'
import { WordsField } from './fields.tsx'

/** What is to be taken back, in words: enough to be sure that it is this one. */
export type Shown = {
  readonly title: string
  readonly rows: readonly (readonly [string, string])[]
  /** What goes with it, and what stays; sentences. */
  readonly also?: string
  /** What hangs on it and stays, each where it stands. */
  readonly stays?: readonly { readonly at: string; readonly words: string }[]
  /** Why it cannot be taken back as it stands, and where to do what has to be done first. */
  readonly refused?: { readonly says: string; readonly to?: { readonly at: string; readonly words: string } }
}

export type Retraction<Given, T extends RecordTable> = Pick<
  FormDefinition<Shown, string>,
  'name' | 'path' | 'lock' | 'here' | 'leadsTo' | 'refused'
> &
  OfVersions<Given, T> & {
    /** 'taking back a visit': in the list of unfinished writing. */
    readonly thing: string
    readonly done: string
    readonly shows: (version: Version<T> & VersionShape, given: Given) => Shown
    /** Where more is to be done than to retract the row. */
    readonly retract?: (
      asking: Asking,
      { id, reason }: { readonly id: string; readonly reason: string },
      upon: Upon<Given>,
    ) => Promise<Superseding>
  }
type Read<Given> = { readonly shown: Shown; readonly given: Given; readonly version: string }

/** In place of the fields, where there is nothing to ask. */
export const NotNow: FC<NonNullable<Shown['refused']>> = ({ says, to }) => (
  <InsetText>
    {says}{' '}
    {to !== undefined && (
      <a class="govuk-link" href={to.at}>
        {to.words}
      </a>
    )}
  </InsetText>
)
const Fields: FC<FieldsProps<{ readonly shown: Shown }>> = (of) => {
  const { rows, also = '', stays = [], refused } = of.given.shown
  const summary = <SummaryList rows={rows.map(([key, value]) => ({ key, value }))} />
  if (refused !== undefined)
    return (
      <>
        {summary}
        <NotNow {...refused} />
      </>
    )
  return (
    <>
      {summary}
      <WarningText>
        Take it back only where it should never have stood, such as on the wrong record. Where something in it is wrong,
        correct it.
      </WarningText>
      <p>It stays in the history, with your name and your reason. {also}</p>
      {stays.length > 0 && (
        <>
          <p>This stays, since somebody has gone on from it or you do not write it:</p>
          <ul class="govuk-list govuk-list--bullet">
            {stays.map(({ at, words }) => (
              <li>
                <a class="govuk-link" href={at}>
                  {words}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <WordsField of={of} name="reason" label="Why should this not stand?" rows={3} />
    </>
  )
}

export function makeRetraction<Given, T extends RecordTable>(of: Retraction<Given, T>): Form {
  const takeBack: NonNullable<(typeof of)['retract']> =
    of.retract ?? (async (asking, which) => await retract(asking, of.table, which))
  return makeForm<Read<Given>, string>({
    ...{ name: of.name, path: of.path, lock: of.lock, here: of.here, leadsTo: of.leadsTo },
    Fields: (props) => <Fields {...props} />,
    ...(of.refused === undefined ? {} : { refused: of.refused }),
    words: {
      ...{ thing: of.thing, done: of.done, button: 'Take it back', fields: { reason: 'Why' } },
      title: ({ shown: { title } }) => `Take back: ${title}`,
    },
    load: async (asking, at) => {
      const found = await versionRead(asking, of, { at, id: at.about })
      if (found === undefined) return undefined
      const { id }: VersionShape = found.version
      return { shown: of.shows(found.version, found.given), given: found.given, version: id }
    },
    start: () => ({}),
    decide: (typed, { shown: { refused } }) => {
      if (refused !== undefined) return { faults: [{ field: '', says: refused.says }] }
      const reason = typed.words('reason')
      return reason === '' ? { faults: [{ field: 'reason', says: 'Say why this should not stand.' }] } : { ok: reason }
    },
    save: async (asking, reason, { given: { given, version }, child, about, today, me }) => {
      const done = await takeBack(asking, { id: version, reason }, { child, about, today, me, version, given })
      if ('ok' in done) return { kind: 'saved', id: done.ok.id }
      return { kind: 'refused', faults: [await refusalFault(asking, done)] }
    },
  })
}
