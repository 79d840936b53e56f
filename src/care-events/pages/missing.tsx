// Missing and found, as forms: with times, who was told, and how they are; put right and taken back with the nights that follow.
import type { FC } from 'hono/jsx'
import { mayDo } from '#access'
import { day, formatDay, instant, timeInLondon } from '#calendar'
import type { Asking, Version } from '#database'
import {
  type At,
  ChoiceField,
  DayField,
  type FieldsProps,
  type Form,
  type FormDefinition,
  itemsOf,
  LineField,
  makeCorrection,
  makeForm,
  makeRetraction,
  PickField,
  TimeField,
  WordsField,
} from '#forms'
import { capital } from '#look'
import { episodeIn, episodesOf, interviewsOf, POLICE_GRADINGS } from '#missing'
import { NOTICE_ROWS, NoticeFields } from '#notices/pages'
import {
  decideEpisode,
  decideReport,
  decideReturn,
  type EpisodeFacts,
  type FoundGiven,
  type MissingGiven,
  type NewReport,
  type NewReturn,
  nowOf,
  type ReportGiven,
} from '../away.ts'
import { correctReport, nightsWith, retractReport } from '../correction-store.ts'
import { calledChild, cameBack, partsOf, report } from '../event-store.ts'
import { common, corrected, dayOrUnknown, refusedOn, shownDay, takenBack, timeTyped } from './event-words.tsx'

export const lock = (log: string) => ({ may: ['write', 'missing'], log }) as const

async function load(asking: Asking, at: At): Promise<MissingGiven | undefined> {
  const child = await calledChild(asking, at)
  return child === undefined ? undefined : { ...child, me: at.me, episodes: await episodesOf(asking, child.child) }
}
export async function loadOne(asking: Asking, at: At): Promise<FoundGiven | undefined> {
  const given = await load(asking, at)
  const episode = given?.episodes.find(({ id, line }) => id === at.about || line === at.about)
  return given === undefined || episode === undefined ? undefined : { ...given, episode }
}

const KINDS: Readonly<Record<string, string>> = {
  missing: 'Missing: nobody knows where they are',
  'away without authorisation': 'Away: we know where they are, and it is not agreed',
}
const ReportFacts: FC<FieldsProps<MissingGiven>> = (of) => (
  <>
    <ChoiceField of={of} name="kind" label="What is known?" items={itemsOf(KINDS)} />
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
    <PickField
      of={of}
      name="police_grading"
      label="How did the police grade it?"
      hint="As they said it. It is their word, and not our view of the child."
      items={POLICE_GRADINGS.map((value) => ({ value, text: capital(value) }))}
      none="They have not said"
    />
    <LineField
      of={of}
      name="area"
      label="Which council’s area do they live in, if it is not ours?"
      hint="Tell that council too, and write it under who was told"
    />
  </>
)
const ReportFields: FC<FieldsProps<MissingGiven>> = (of) => (
  <>
    <p>If they may be in danger now, ring 999 first.</p>
    <ReportFacts {...of} />
    <NoticeFields of={of} tellers />
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
  rows: { told_who: NOTICE_ROWS },
}

export const Since: FC<FoundGiven> = ({ episode: { since, sinceAt } }) => (
  <p>
    Gone since {formatDay(since)}
    {sinceAt !== null && `, ${timeInLondon(instant(sinceAt))}`}.
  </p>
)
const FoundFacts: FC<FieldsProps<FoundGiven>> = (of) => (
  <>
    <DayField of={of} name="until" label="The day they were back" looks="back" />
    <TimeField of={of} name="until_time" label="What time?" hint="The 72 hours for the talk run from this time" />
    <WordsField of={of} name="found_where" label="Where were they found, or how did they come back?" rows={2} />
    <LineField of={of} name="found_by" label="Who found them, or opened the door?" />
    <LineField of={of} name="found_with" label="Who were they with, if you know?" />
    <WordsField of={of} name="how_they_are" label="How are they?" rows={3} />
  </>
)
const FoundFields: FC<FieldsProps<FoundGiven>> = (of) => (
  <>
    <Since {...of.given} />
    <FoundFacts {...of} />
    <ChoiceField
      of={of}
      name="back"
      label="Where do they sleep tonight?"
      items={[
        { value: 'home', text: 'Where they live' },
        { value: 'elsewhere', text: 'Elsewhere: record it next' },
      ]}
    />
    <NoticeFields of={of} tellers />
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
  rows: { told_who: NOTICE_ROWS },
}

const loadReport = async (asking: Asking, at: At, version: Version<'kith.missing_episode'>) => {
  const given = await load(asking, at)
  if (given === undefined) return undefined
  const episode = episodeIn(version)
  const { missing, home } = await nightsWith(asking, given.child, episode)
  const talks = (await interviewsOf(asking, given.child)).filter((one) => one.episode === episode.line)
  return {
    ...{ ...given, episode, nights: { missing: missing !== undefined, home: home !== undefined } },
    talks: talks.map(({ happened, happened_at }) => ({
      day: day(happened),
      at: happened_at === null ? null : instant(happened_at),
    })),
    said: version.words !== undefined,
    writesWhere: await mayDo(asking, given.child, ['write', 'where']),
  }
}

const goesAlong = ({ nights, talks, episode }: ReportGiven): string =>
  [
    nights.missing ? 'The night as missing that was written with it follows it.' : '',
    nights.home ? 'So does the night at home after it.' : '',
    episode.until === null ? '' : 'The 72 hours for the talk run from when they were back.',
    talks.length > 0 ? 'A talk after it is recorded, and stays.' : '',
  ]
    .filter(Boolean)
    .join(' ')

const CorrectionFields: FC<FieldsProps<ReportGiven>> = (of) => (
  <>
    <p>{goesAlong(of.given)} Who was told is put right apart.</p>
    <ReportFacts {...of} />
    {of.given.episode.until !== null && (
      <>
        <FoundFacts {...of} />
        <p>Where they never came back, empty the day and the time of the return.</p>
      </>
    )}
  </>
)
const correcting = makeCorrection<ReportGiven, EpisodeFacts, 'kith.missing_episode'>({
  ...{ ...common, refused: refusedOn('since'), decide: decideEpisode, Fields: CorrectionFields },
  name: 'missing-correct',
  path: '/children/:child/missing/:about/correct',
  lock: lock('corrected a missing report'),
  words: {
    ...corrected('a missing report'),
    title: ({ name }) => `Put right a report that ${name} was missing or away`,
    fields: {
      ...{ kind: 'What is known', since: 'Since', since_time: 'Since what time', reported_by: 'Who reported it' },
      ...{ last_seen: 'Last seen', worry: 'What worries us', done: 'What was done', police_number: 'Police reference' },
      ...{ police_grading: 'How the police graded it', area: 'Whose area', found_with: 'Who they were with' },
      ...{ until: 'Back', until_time: 'Back at what time', found_where: 'Found', found_by: 'Who found them' },
      how_they_are: 'How they are',
    },
  },
  table: 'kith.missing_episode',
  given: loadReport,
  asTyped: ({ kind, since, since_at, until, until_at, police_grading, words }) => {
    const said = partsOf(words, 'reported', 'seen', 'done', 'police', 'worry', 'area', 'found', 'by', 'how', 'with')
    const of = (part: string) => [said[part] ?? '']
    return {
      ...{ kind: [kind], since: shownDay(since), since_time: timeTyped(since_at) },
      ...{ until: shownDay(until), until_time: timeTyped(until_at), reported_by: of('reported') },
      ...{ last_seen: of('seen'), worry: of('worry'), done: of('done'), police_number: of('police') },
      ...{ found_where: of('found'), found_by: of('by'), how_they_are: of('how'), found_with: of('with') },
      ...{ police_grading: [police_grading ?? ''], area: of('area') },
    }
  },
  correct: correctReport,
})

const takingBack = makeRetraction({
  ...takenBack('a missing report'),
  name: 'missing-retract',
  path: '/children/:child/missing/:about/retract',
  lock: lock('took back a missing report'),
  table: 'kith.missing_episode',
  given: loadReport,
  shows: ({ kind, since, until, words }, { name, talks, nights, writesWhere }) => ({
    title: `a report that ${name} was missing or away`,
    rows: [
      ['What is known', KINDS[kind] ?? kind],
      ['Gone since', dayOrUnknown(since)],
      ['Back', until === null ? 'Not back' : dayOrUnknown(until)],
      ['Who reported it', partsOf(words, 'reported')['reported'] || 'Not known'],
    ],
    also: [
      nights.missing ? 'The night as missing that was written with it is taken back too.' : '',
      nights.home ? `The night at home after it ${writesWhere ? 'is taken back too' : 'stays'}.` : '',
      'No talk is owed any more. Who was told stays.',
    ]
      .filter(Boolean)
      .join(' '),
    ...(talks.length === 0
      ? {}
      : { refused: { says: 'A talk after this return is recorded. Take the talk back first, where it never was.' } }),
  }),
  retract: async (asking, taking, { given }) => await retractReport(asking, taking, given),
})

export const missingForms: readonly Form[] = [makeForm(reported), makeForm(found), correcting, takingBack]
