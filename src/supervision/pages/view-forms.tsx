// The form in which a worker writes their own view of a child before a time together; put right and taken back by them alone.
import type { FC } from 'hono/jsx'
import { worksWithOn } from '#allocations'
import { dayWords } from '#calendar'
import { childById } from '#children'
import { type Asking, correct, readParts, recordFirst, retract, writeParts } from '#database'
import { type FieldsProps, type Form, makeRecordForms, reading, savedAt, WordsField } from '#forms'
import { Card, Facts, InsetText } from '#look'
import { type OwnView, VIEW_WORDS, viewsOf } from '../entries-store.ts'
import { isClosed } from '../frequency.ts'
import { sessionBy } from '../staff-store.ts'
import type { NameOf } from './agreed.tsx'

/** `closed`: where it is shown both have signed. */
type Given = { readonly name: string; readonly closed: boolean }
const CLOSED =
  'The time at which this was read is signed by both, and nothing of it changes any more. Your text is kept.'
const Fields: FC<FieldsProps<Given>> = (of) => {
  const { name } = of.given
  return (
    <>
      <InsetText>
        It stands beside what the two of you write at the next time together, in your name and in these words. Nobody
        else changes it. Whoever reads supervision of {name} reads it.
      </InsetText>
      <WordsField of={of} name="life" label={`What is life like for ${name}, as you see it?`} rows={4} />
      <WordsField of={of} name="worries" label="What worries you?" rows={3} />
      <WordsField of={of} name="ask" label="What do you want to ask, or decide together?" rows={3} />
    </>
  )
}

async function isShut(
  asking: Asking,
  { child, line }: { readonly child: string; readonly line: string },
): Promise<boolean> {
  const at = (await viewsOf(asking, { children: [child] })).find((one) => one.line === line)?.session ?? null
  const session = at === null ? undefined : await sessionBy(asking, at)
  return session !== undefined && isClosed(session)
}

export const viewForms: readonly Form[] = makeRecordForms<
  Given,
  { readonly words: string | undefined },
  'kith.supervision_view'
>({
  ...{ name: 'supervision-view', path: 'supervision-views', table: 'kith.supervision_view', here: '/supervision' },
  lock: { may: ['see', 'oversight'], log: 'wrote their own view of a child before a supervision' },
  words: {
    ...{ thing: 'your view of a child before a supervision', button: 'Save', done: 'Saved, in your name.' },
    title: ({ name }) => `Your view of ${name}, before the time together`,
    fields: { life: 'What life is like', worries: 'What worries you', ask: 'What you want to ask' },
  },
  given: async (asking, { child, me, today }, version) => {
    const known = child === null ? undefined : await childById(asking, child)
    if (child === null || known === undefined || (version !== undefined && version.worker !== me)) return undefined
    const own = version !== undefined || (await worksWithOn(asking, child, today)).some(({ worker }) => worker === me)
    return own
      ? { name: known.name ?? 'this child', closed: version !== undefined && (await isShut(asking, version)) }
      : undefined
  },
  start: () => ({}),
  decide: (typed, { name, closed }, today) => {
    const read = reading(typed, today)
    if (closed) read.fault('', CLOSED)
    const life = read.words('life', `Say what life is like for ${name}.`)
    const words = { life, worries: typed.words('worries'), ask: typed.words('ask') }
    return read.result(() => ({ words: writeParts(words) }))
  },
  Fields,
  record: async (asking, { words }, { child, me, today }) =>
    await recordFirst(asking, 'kith.supervision_view', { child, columns: { worker: me, written: today }, words }),
  asTyped: ({ words }) => {
    const said = readParts(words, VIEW_WORDS)
    return { life: [said?.life ?? ''], worries: [said?.worries ?? ''], ask: [said?.ask ?? ''] }
  },
  correct: async (asking, { words }, id) =>
    await correct(asking, 'kith.supervision_view', { id, columns: {}, words: words ?? null }),
  shows: ({ words, written }, { name, closed }) => ({
    ...(closed ? { refused: { says: CLOSED } } : {}),
    title: `your view of ${name}`,
    rows: [
      ['Written', dayWords(written)],
      ['What you wrote', readParts(words, VIEW_WORDS)?.life ?? ''],
    ],
  }),
  retract: async (asking, id, reason) => await retract(asking, 'kith.supervision_view', { id, reason }),
  leadsTo: ({ child }) => `/children/${child}/supervision`,
})

const HEADS = { life: 'What life is like', worries: 'What worries them', ask: 'What they want to ask' } as const
/** In the worker's name, as they wrote it. */
export const ViewWords: FC<{ readonly view: OwnView; readonly nameOf: NameOf }> = ({
  view: { words, worker, recorded },
  nameOf,
}) => (
  <>
    {words === undefined ? (
      <p class="kith-quiet">Taken out of sight</p>
    ) : (
      <Facts
        kind="wide"
        facts={VIEW_WORDS.flatMap((part) =>
          words[part] === '' ? [] : [{ name: HEADS[part], fact: { words: words[part] } }],
        )}
      />
    )}
    <p class="kith-note">
      {nameOf(worker)}, {savedAt(recorded)}
    </p>
  </>
)
export const ViewsCard: FC<{ readonly views: readonly OwnView[]; readonly nameOf: NameOf }> = ({ views, nameOf }) =>
  views.length === 0 ? null : (
    <Card title={`As ${nameOf(views[0]?.worker ?? '')} sees it`} beside="Written before, and kept as written">
      {views.map((view) => (
        <ViewWords view={view} nameOf={nameOf} />
      ))}
    </Card>
  )
