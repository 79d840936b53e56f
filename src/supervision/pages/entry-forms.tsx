// The forms of one child at a time together: thought about fully, put right, one line because nothing has changed, and taken back.
import type { FC } from 'hono/jsx'
import { dayWords, formatDay } from '#calendar'
import { type Refused, readParts, type Version } from '#database'
import {
  type At,
  ChoiceField,
  CORRECTED,
  type Fault,
  type FieldsProps,
  type Form,
  isId,
  itemsOf,
  makeCorrection,
  makeForm,
  makeRetraction,
  type Outcome,
  reading,
  TAKEN_BACK_WORDS,
  WordsField,
} from '#forms'
import { Card, InsetText, WarningText } from '#look'
import { ENTRY_WORDS, progressOf } from '../entries-store.ts'
import { correctEntry, decisionAt, type At as EntryAt, takeBackEntry, writeEntry, writeLine } from '../entry-store.ts'
import { happenedSince, lastSeen } from '../known.ts'
import { type NoLine, whyNoLine } from '../one-line.ts'
import { type Answer, answersIn, decideCorrection, decideEntry, type EntryOk } from './entry-decided.tsx'
import { ACTION_ROWS, Earlier, EntryFields, keyOf, TextFields } from './entry-fields.tsx'
import { alikeWhileWriting, closedWords, type EntryGiven, entryGiven } from './entry-given.tsx'
import { KnownCard } from './known-card.tsx'
import { ViewsCard } from './view-forms.tsx'

const lock = (log: string) => ({ may: ['write', 'oversight'] as const, log })
const HERE = '/supervision'
export const refused = ({ constraint }: Refused): Fault | undefined =>
  constraint === 'signed_is_closed'
    ? { field: '', says: 'Both have signed meanwhile, and nothing of this time changes any more. Your text is kept.' }
    : undefined
const saved = (done: { readonly id: string } | { readonly refused: string }): Outcome =>
  'refused' in done ? { kind: 'refused', faults: [{ field: '', says: done.refused }] } : { kind: 'saved', id: done.id }
const entryAt = ({ child, session }: EntryGiven, { today, me }: Pick<At, 'today' | 'me'>): EntryAt => ({
  child,
  session,
  today,
  me,
})
const backToSession = ({ about }: At): string => `/supervision/sessions/${about}`
const load = async (asking: Parameters<typeof entryGiven>[0], at: At): Promise<EntryGiven | undefined> =>
  at.about === null || !isId(at.about) ? undefined : await entryGiven(asking, at, at.about)

const FIELD_NAMES = {
  ...{
    life: 'What life is like',
    theirs: 'What they said or showed',
    permanence: 'Permanence',
    nearer: 'What would bring it nearer',
  },
  ...{ well: 'Going well', worries: 'Worries', thinking: 'Our thinking', decision: 'Decision', reasons: 'Reasons' },
  ...{
    next: 'What is to be done',
    intended: 'What it is meant to change',
    owner: 'Who',
    who: 'Who else',
    by_when: 'By when',
  },
}
const TAKEN_BACK = 'Taken back by its author within ten minutes.'
const recording = makeForm<EntryGiven, EntryOk>({
  ...{ name: 'supervision-entry', path: '/children/:child/supervision/:about/record', here: HERE, refused, load },
  lock: lock('recorded supervision of a child'),
  words: {
    ...{
      thing: 'supervision of a child',
      button: 'Save, and back to the list',
      done: 'Saved. It stands on the record, not yet agreed.',
    },
    title: ({ name, session }) => `${name}: supervision of ${dayWords(session.held)}`,
    fields: FIELD_NAMES,
  },
  rows: ACTION_ROWS,
  start: ({ session }) => ({ owner: [session.worker ?? session.supervisor] }),
  decide: decideEntry,
  Fields: EntryFields,
  whileWriting: alikeWhileWriting,
  save: async (asking, ok, { given, today, me }) => saved(await writeEntry(asking, ok, entryAt(given, { today, me }))),
  leadsTo: backToSession,
  undo: async (asking, id, { child }) => 'ok' in (await takeBackEntry(asking, { id, reason: TAKEN_BACK }, child ?? '')),
})

type EntryVersion = Version<'kith.supervision_entry'>
type Corrected = EntryGiven & {
  readonly progress: Awaited<ReturnType<typeof progressOf>>
  readonly decided: { decision: string; reasons: string }
}
const givenOf = async (
  asking: Parameters<typeof entryGiven>[0],
  at: At,
  version: EntryVersion,
): Promise<Corrected | undefined> => {
  const given = await entryGiven(asking, at, version.session)
  if (given === undefined) return undefined
  const decided = await decisionAt(asking, version.child, version.line)
  return {
    ...{ ...given, progress: await progressOf(asking, version.child, version.line) },
    decided: { decision: decided?.said?.decision ?? '', reasons: decided?.said?.reasons ?? '' },
  }
}
const leadsToSession = ({ child }: At): string => `/children/${child}/supervision`
const correcting = makeCorrection<Corrected, EntryOk, 'kith.supervision_entry'>({
  ...{
    name: 'supervision-entry-correction',
    path: '/children/:child/supervision-entries/:about/correct',
    here: HERE,
    refused,
  },
  lock: lock('corrected supervision of a child'),
  words: {
    ...{ thing: 'a correction of supervision', fields: FIELD_NAMES, ...CORRECTED },
    title: ({ name, session }) => `Correct: ${name}, supervision of ${dayWords(session.held)}`,
  },
  table: 'kith.supervision_entry',
  given: async (asking, at, version) => (version.kind === 'full' ? await givenOf(asking, at, version) : undefined),
  asTyped: ({ permanence, words }, { progress, decided }) => {
    const said = readParts(words, ENTRY_WORDS)
    const texts = ENTRY_WORDS.filter((name) => name !== 'why').map((name) => [name, [said?.[name] ?? '']] as const)
    const plan = progress.flatMap(({ part, progress: come, shows }) => [
      [`progress_${keyOf(part)}`, [come]] as const,
      [`shows_${keyOf(part)}`, [shows]] as const,
    ])
    const { decision, reasons } = decided
    return {
      ...Object.fromEntries([...texts, ...plan]),
      permanence: [permanence ?? ''],
      decision: [decision],
      reasons: [reasons],
    }
  },
  decide: decideCorrection,
  Fields: (of) => <TextFields {...of} />,
  correct: async (asking, ok, { version, given, today, me }) =>
    await correctEntry(asking, ok, { ...entryAt(given, { today, me }), id: version }),
  leadsTo: leadsToSession,
})

const takingBack = makeRetraction<EntryGiven, 'kith.supervision_entry'>({
  ...{
    name: 'supervision-entry-retraction',
    path: '/children/:child/supervision-entries/:about/retract',
    here: HERE,
    refused,
  },
  lock: lock('took back supervision of a child'),
  ...{
    thing: 'taking back supervision of a child',
    done: TAKEN_BACK_WORDS,
    table: 'kith.supervision_entry',
    leadsTo: leadsToSession,
  },
  given: async (asking, at, version) => await entryGiven(asking, at, version.session),
  shows: ({ kind, held, words }, given) => {
    const said = readParts(words, ENTRY_WORDS)
    const closed = closedWords(given)
    return {
      title: `${given.name}, supervision of ${dayWords(held)}`,
      rows: [
        ['What was written', kind === 'full' ? (said?.life ?? '') : `Nothing has changed, because ${said?.why ?? ''}`],
      ],
      also: 'The decision goes with it, and so do its actions, unless somebody has gone on from them.',
      ...(closed === undefined ? {} : { refused: { says: closed } }),
    }
  },
  retract: async (asking, which, { child }) => await takeBackEntry(asking, which, child ?? ''),
})

/** Asked of the manager, since no record of allegations stands in Kith. */
const ALLEGATION = { no: 'No', yes: 'Yes' } as const
const HAPPENED_WORDS = {
  move: 'there was a move',
  missing: 'they went missing',
  allegation: 'there was an allegation or concern',
  order: 'there is a new order',
  'late visit': 'a visit is or was late',
} as const
const noLineWords = (why: NoLine, name: string): string => {
  if (why.kind === 'never discussed') return `${name} has not been thought about in supervision yet.`
  if (why.kind === 'twice running') return 'The last time was one line already, and two cannot follow each other.'
  if (why.kind === 'full discussion due') return `A full discussion is due by ${formatDay(why.by)}.`
  return `Since then ${HAPPENED_WORDS[why.what]} (${formatDay(why.on)}).`
}
const whyNot = ({ session, load: { spoken, lastWasLine }, full, known }: EntryGiven): readonly NoLine[] =>
  whyNoLine({ ...{ held: session.held, spoken, lastWasLine, full }, happened: happenedSince(known, session.held) })

const LineFields: FC<FieldsProps<EntryGiven>> = (of) => {
  const { name, known, child, session } = of.given
  const refusals = whyNot(of.given)
  const seen = lastSeen(known)
  return (
    <>
      {refusals.length > 0 && (
        <InsetText>
          <p>One line is not enough this time:</p>
          <ul class="govuk-list govuk-list--bullet">
            {refusals.map((why) => (
              <li>{noLineWords(why, name)}</li>
            ))}
          </ul>
          <p>
            <a class="govuk-link" href={`/children/${child}/supervision/${session.line}/record`}>
              Think about {name} fully
            </a>
          </p>
        </InsetText>
      )}
      <ViewsCard views={of.given.views} nameOf={of.given.nameOf} />
      <KnownCard known={known} name={name} />
      <Card title={seen?.on ? `Last seen ${formatDay(seen.on)}` : 'Not known when last seen'}>
        <WordsField of={of} name="why" label="Nothing has changed, because …" rows={2} />
        <ChoiceField
          of={of}
          inline
          name="allegation"
          label="Has anybody made an allegation, or raised a concern, since?"
          items={itemsOf(ALLEGATION)}
        />
        <WarningText>
          This does not count as supervision of {name}. The day of the full discussion stays as it is.
        </WarningText>
      </Card>
      <Earlier {...of} />
    </>
  )
}
type LineOk = { readonly why: string; readonly answers: readonly Answer[] }
const oneLine = makeForm<EntryGiven, LineOk>({
  ...{
    name: 'supervision-line',
    path: '/children/:child/supervision/:about/nothing-changed',
    here: HERE,
    refused,
    load,
  },
  lock: lock('wrote one line of supervision of a child'),
  words: {
    ...{
      thing: 'one line of supervision',
      button: 'Save the line',
      done: 'Saved. It does not count as supervision of this child.',
    },
    title: ({ name }) => `${name}: nothing has changed`,
    fields: { why: 'Because', allegation: 'Allegation since' },
  },
  start: () => ({}),
  decide: (typed, given, today) => {
    const read = reading(typed, today)
    const closed = closedWords(given)
    if (closed !== undefined) read.fault('', closed)
    if (given.standing !== undefined)
      read.fault('', 'This child was spoken of at this time already. Your text is kept.')
    for (const why of whyNot(given)) read.fault('', noLineWords(why, given.name))
    const why = read.words('why', 'Say why nothing has changed.')
    const allegation = read.choice('allegation', ['no', 'yes'], 'Say whether there was an allegation or a concern.')
    if (allegation === 'yes') read.fault('allegation', 'Then something has changed: think about them fully.')
    const answers = answersIn(read, given)
    return read.result((): LineOk => ({ why, answers }))
  },
  Fields: LineFields,
  save: async (asking, ok, { given, today, me }) => saved(await writeLine(asking, ok, entryAt(given, { today, me }))),
  leadsTo: backToSession,
  undo: async (asking, id, { child }) => 'ok' in (await takeBackEntry(asking, { id, reason: TAKEN_BACK }, child ?? '')),
})

export const entryForms: readonly Form[] = [recording, correcting, takingBack, oneLine]
