// The talk after a child was missing or away, as forms: offered, held or refused; put right, and taken back.
import type { FC } from 'hono/jsx'
import { formatDay } from '#calendar'
import { type Asking, correct, retract, type Version, versionOf } from '#database'
import {
  type At,
  ChoiceField,
  DayField,
  type FieldsProps,
  type Form,
  type FormDefinition,
  LineField,
  makeCorrection,
  makeForm,
  makeRetraction,
  TicksField,
  TimeField,
  WordsField,
} from '#forms'
import { correctCovered, retractCovered } from '#missing'
import { TOLD_WORDS } from '#views'
import { decideTalk, type FoundGiven, type NewTalk, otherTimes } from '../away.ts'
import { partsOf, talked, wordsIn } from '../event-store.ts'
import { common, corrected, dayOrUnknown, refusedOn, shownDay, takenBack, timeTyped } from './event-words.tsx'
import { loadOne, lock, Since } from './missing.tsx'

const TalkFacts: FC<FieldsProps<FoundGiven>> = (of) => (
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
  </>
)
const Covers: FC<FieldsProps<FoundGiven>> = (of) => {
  const others = otherTimes(of.given).slice(0, MOST_OTHERS)
  return others.length === 0 ? null : (
    <TicksField
      of={of}
      name="covers"
      label="Was the same talk about other times as well?"
      hint="Tick them only where it was talked about. It then counts for each."
      items={others.map(({ line, since }) => ({ value: line, text: `The time from ${formatDay(since)}` }))}
    />
  )
}
const MOST_OTHERS = 8
/** In the words of the child, kept only where they agreed. */
const WhyTheyWent: FC<FieldsProps<FoundGiven>> = (of) => (
  <>
    <WordsField
      of={of}
      name="push"
      label={`What made ${of.given.name} leave, in their own words`}
      hint="What they went away from. Whoever reads about times missing reads this: say so first."
      rows={3}
    />
    <WordsField
      of={of}
      name="pull"
      label={`What drew ${of.given.name}, in their own words`}
      hint="What they went to, or whom"
      rows={3}
    />
  </>
)
const Agreed: FC<FieldsProps<FoundGiven>> = (of) => (
  <TicksField
    of={of}
    name="may_be_heard"
    label="Did they agree that their words are kept?"
    items={[{ value: 'yes', text: `${of.given.name} agreed` }]}
  />
)
const TalkFields: FC<FieldsProps<FoundGiven>> = (of) => (
  <>
    <TalkFacts {...of} />
    <Covers {...of} />
    <WhyTheyWent {...of} />
    <WordsField of={of} name="their_words" label={`${of.given.name}, in their own words`} hint={TOLD_WORDS} rows={4} />
    <Agreed {...of} />
  </>
)
const LABELS = {
  ...{ offered: 'When it was offered', outcome: 'Whether they took it', happened: 'When', happened_time: 'What time' },
  ...{ by: 'Who', independent: 'Whether they are independent', why_not: 'Why it was refused', what: 'What we learned' },
  ...{ push: 'What made them leave', pull: 'What drew them', covers: 'Other times it was about' },
}
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
    ...{ done: 'Talk saved.', fields: LABELS },
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

/** Of the report that it came after. */
const given = async (asking: Asking, at: At, { episode }: Version<'kith.return_interview'>) =>
  await loadOne(asking, { ...at, about: episode })
const said = (words: string | undefined) => partsOf(words, 'what', 'by', 'why', 'push', 'pull')

const CorrectionFields: FC<FieldsProps<FoundGiven>> = (of) => (
  <>
    <TalkFacts {...of} />
    <WhyTheyWent {...of} />
    <Agreed {...of} />
    <p>What else {of.given.name} said is put right apart, where it stands.</p>
  </>
)
const correcting = makeCorrection<FoundGiven, NewTalk, 'kith.return_interview'>({
  ...{ ...common, refused: refusedOn('happened'), decide: decideTalk, Fields: CorrectionFields },
  name: 'talk-correct',
  path: '/children/:child/return-talks/:about/correct',
  lock: lock('corrected a return talk'),
  words: {
    ...corrected('a return talk'),
    title: ({ name }) => `Put right the talk after ${name} came back`,
    fields: LABELS,
  },
  table: 'kith.return_interview',
  given,
  asTyped: ({ offered, outcome, happened, happened_at, independent, words }) => {
    const { by = '', why = '', what = '', push = '', pull = '' } = said(words)
    return {
      ...{ offered: shownDay(offered), outcome: [outcome], happened: shownDay(happened) },
      ...{ happened_time: timeTyped(happened_at), by: [by], why_not: [why], what: [what] },
      ...{ push: [push], pull: [pull], may_be_heard: push === '' && pull === '' ? [] : ['yes'] },
      independent: independent === null ? [] : [independent ? 'yes' : 'no'],
    }
  },
  correct: async (asking, { interview, parts }, { version: id, given: of }) => {
    const { happened, ...rest } = interview
    const columns = { ...rest, happened: happened.day, happened_at: happened.at }
    const done = await correct(asking, 'kith.return_interview', { id, columns, words: wordsIn(parts).words ?? null })
    if ('ok' in done) await correctCovered(asking, { child: of.child, talk: done.ok.line }, interview)
    return done
  },
})

const takingBack = makeRetraction({
  ...takenBack('a return talk'),
  name: 'talk-retract',
  path: '/children/:child/return-talks/:about/retract',
  lock: lock('took back a return talk'),
  table: 'kith.return_interview',
  given,
  retract: async (asking, { id, reason }) => {
    const read = await versionOf(asking, 'kith.return_interview', id)
    const done = await retract(asking, 'kith.return_interview', { id, reason })
    if ('ok' in done && read !== undefined)
      await retractCovered(asking, { child: read.child, talk: done.ok.line }, reason)
    return done
  },
  shows: ({ happened, outcome, words }, { name }) => ({
    title: `the talk after ${name} came back`,
    rows: [
      ['When', dayOrUnknown(happened)],
      ['Did they take it?', outcome === 'held' ? 'Yes' : 'No, they refused'],
      ['Who offered or held it', said(words)['by'] || 'Not known'],
      ['What we learned', said(words)['what'] || 'Nothing'],
    ],
    also: `A talk is then owed again. ${name}’s own words stay, unless you take them back too.`,
  }),
})

export const talkForms: readonly Form[] = [makeForm(talk), correcting, takingBack]
