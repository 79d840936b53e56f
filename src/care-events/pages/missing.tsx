// Missing, found, and the talk afterwards, as forms: with times, who was told, how they are, and what the child said.
import type { FC } from 'hono/jsx'
import { formatDay, instant, timeInLondon } from '#calendar'
import type { Asking } from '#database'
import {
  type At,
  ChoiceField,
  DayField,
  type FieldsProps,
  type Form,
  type FormDefinition,
  LineField,
  makeForm,
  makeRetraction,
  TicksField,
  TimeField,
  WordsField,
} from '#forms'
import { episodesOf } from '#missing'
import { TOLD_WORDS } from '#views'
import {
  decideReport,
  decideReturn,
  decideTalk,
  type FoundGiven,
  type MissingGiven,
  type NewReport,
  type NewReturn,
  type NewTalk,
  nowOf,
} from '../away.ts'
import { calledChild, cameBack, report, talked } from '../event-store.ts'
import { TOLD_ROWS } from '../told.ts'
import { common, dayOrUnknown, refusedOn, takenBack } from './event-words.tsx'
import { ToldFields } from './shared-fields.tsx'

const lock = (log: string) => ({ may: ['write', 'missing'], log }) as const

async function load(asking: Asking, at: At): Promise<MissingGiven | undefined> {
  const child = await calledChild(asking, at)
  return child === undefined ? undefined : { ...child, me: at.me, episodes: await episodesOf(asking, child.child) }
}
async function loadOne(asking: Asking, at: At): Promise<FoundGiven | undefined> {
  const given = await load(asking, at)
  const episode = given?.episodes.find(({ id, line }) => id === at.about || line === at.about)
  return given === undefined || episode === undefined ? undefined : { ...given, episode }
}

const KINDS: Readonly<Record<string, string>> = {
  missing: 'Missing: nobody knows where they are',
  'away without authorisation': 'Away: we know where they are, and it is not agreed',
}
const ReportFields: FC<FieldsProps<MissingGiven>> = (of) => (
  <>
    <p>If they may be in danger now, ring 999 first.</p>
    <ChoiceField
      of={of}
      name="kind"
      label="What is known?"
      items={Object.entries(KINDS).map(([value, text]) => ({ value, text }))}
    />
    <DayField of={of} name="since" label="Since which day?" looks="back" />
    <TimeField of={of} name="since_time" label="Since what time, if you know" />
    <LineField of={of} name="reported_by" label="Who reported it?" />
    <WordsField
      of={of}
      name="last_seen"
      label="When and where were they last seen, with whom, wearing what?"
      rows={3}
    />
    <WordsField of={of} name="worry" label="What worries us most, and what they may need" rows={3} />
    <WordsField of={of} name="done" label="What was done at once?" rows={3} />
    <LineField of={of} name="police_number" label="Police reference, if there is one" width="govuk-input--width-20" />
    <ToldFields of={of} />
  </>
)
const reported: FormDefinition<MissingGiven, NewReport> = {
  ...common,
  name: 'missing',
  path: '/children/:child/missing/record',
  lock: lock('reported a child missing'),
  words: {
    ...{ thing: 'a child who is missing', title: ({ name }) => `${name} is missing or away`, button: 'Save report' },
    ...{ done: 'Saved. Record it here when they are back.', fields: { since: 'Since', done: 'What was done' } },
  },
  load,
  start: () => ({ kind: ['missing'], since: ['today'] }),
  decide: decideReport,
  save: async (asking, ok, { given: { child }, today }) => {
    return { kind: 'saved', id: await report(asking, child, { ...ok, now: nowOf(today) }) }
  },
  refused: refusedOn('since'),
  Fields: ReportFields,
  rows: { told_who: TOLD_ROWS },
}

const Since: FC<FoundGiven> = ({ episode: { since, sinceAt } }) => (
  <p>
    Gone since {formatDay(since)}
    {sinceAt !== null && `, ${timeInLondon(instant(sinceAt))}`}.
  </p>
)
const FoundFields: FC<FieldsProps<FoundGiven>> = (of) => (
  <>
    <Since {...of.given} />
    <DayField of={of} name="until" label="The day they were back" looks="back" />
    <TimeField of={of} name="until_time" label="What time?" hint="The 72 hours for the talk run from this time" />
    <WordsField of={of} name="found_where" label="Where were they found, or how did they come back?" rows={2} />
    <LineField of={of} name="found_by" label="Who found them, or opened the door?" />
    <WordsField of={of} name="how_they_are" label="How are they?" rows={3} />
    <ChoiceField
      of={of}
      name="back"
      label="Where do they sleep tonight?"
      items={[
        { value: 'home', text: 'Where they live' },
        { value: 'elsewhere', text: 'Elsewhere: record it next' },
      ]}
    />
    <ToldFields of={of} />
  </>
)
const found: FormDefinition<FoundGiven, NewReturn> = {
  ...common,
  name: 'found',
  path: '/children/:child/missing/:about/found',
  lock: lock('recorded that a child is back'),
  words: {
    ...{ thing: 'a child who is back', title: ({ name }) => `${name} is back`, button: 'Save that they are back' },
    ...{
      done: 'Saved. A talk is owed within 72 hours.',
      fields: { until: 'Back', found_where: 'Found', how_they_are: 'How they are' },
    },
  },
  load: loadOne,
  start: () => ({ until: ['today'], back: ['home'] }),
  decide: decideReturn,
  save: async (asking, ok, { given: { child, episode } }) => {
    return { kind: 'saved', id: await cameBack(asking, episode.id, { ...ok, child }) }
  },
  refused: refusedOn('until'),
  Fields: FoundFields,
  rows: { told_who: TOLD_ROWS },
}

const TalkFields: FC<FieldsProps<FoundGiven>> = (of) => (
  <>
    <Since {...of.given} />
    <DayField of={of} name="offered" label="The day the talk was offered" looks="back" />
    <ChoiceField
      of={of}
      name="outcome"
      label="Did they take it?"
      items={[
        { value: 'held', text: `${of.given.name} took it` },
        { value: 'declined', text: `${of.given.name} refused it` },
      ]}
    />
    <DayField of={of} name="happened" label="The day of the talk, or of the refusal" looks="back" />
    <TimeField of={of} name="happened_time" label="What time, if you know" />
    <LineField of={of} name="by" label="Who offered or held it?" />
    <ChoiceField
      of={of}
      name="independent"
      label={`Are they independent of where ${of.given.name} lives?`}
      items={[
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: 'No' },
      ]}
    />
    <WordsField of={of} name="why_not" label="If it was refused: why, and how often was it offered?" rows={2} />
    <WordsField of={of} name="what" label="What we learned, and what we do about it" rows={4} />
    <WordsField of={of} name="their_words" label={`${of.given.name}, in their own words`} hint={TOLD_WORDS} rows={4} />
    <TicksField
      of={of}
      name="may_be_heard"
      label="Did they agree that their words are kept?"
      items={[{ value: 'yes', text: `${of.given.name} agreed` }]}
    />
  </>
)
const talk: FormDefinition<FoundGiven, NewTalk> = {
  ...common,
  name: 'return-talk',
  path: '/children/:child/missing/:about/return-talk',
  lock: lock('recorded a return talk'),
  words: {
    ...{
      thing: 'a talk after coming back',
      title: ({ name }) => `The talk after ${name} came back`,
      button: 'Save talk',
    },
    ...{ done: 'Talk saved.', fields: { happened: 'When', by: 'Who', what: 'What we learned' } },
  },
  load: loadOne,
  start: () => ({ happened: ['today'], outcome: ['held'] }),
  decide: decideTalk,
  save: async (asking, ok, { given: { child, episode } }) => {
    return { kind: 'saved', id: await talked(asking, { child, episode: episode.line }, ok) }
  },
  refused: refusedOn('happened'),
  Fields: TalkFields,
}

const takingBack = [
  makeRetraction({
    ...takenBack('a missing report'),
    name: 'missing-retract',
    path: '/children/:child/missing/:about/retract',
    lock: lock('took back a missing report'),
    table: 'kith.missing_episode',
    given: calledChild,
    shows: ({ kind, since, until }, { name }) => ({
      title: `a report that ${name} was missing`,
      rows: [
        ['What is known', KINDS[kind] ?? kind],
        ['Gone since', dayOrUnknown(since)],
        ['Back', until === null ? 'Not back' : dayOrUnknown(until)],
      ],
    }),
  }),
  makeRetraction({
    ...takenBack('a return talk'),
    name: 'talk-retract',
    path: '/children/:child/return-talks/:about/retract',
    lock: lock('took back a return talk'),
    table: 'kith.return_interview',
    given: calledChild,
    shows: ({ happened, outcome }, { name }) => ({
      title: `the talk after ${name} came back`,
      rows: [
        ['When', dayOrUnknown(happened)],
        ['Did they take it?', outcome === 'held' ? 'Yes' : 'No, they refused'],
      ],
    }),
  }),
]

export const missingForms: readonly Form[] = [makeForm(reported), makeForm(found), makeForm(talk), ...takingBack]
