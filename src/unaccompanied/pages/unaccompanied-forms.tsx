// The forms of a child who came here alone: how they came, an age that is doubted, an application for a status, the search for family.
import type { FC } from 'hono/jsx'
import { dayWords } from '#calendar'
import { ChoiceField, DayField, type FieldsProps, type Form, PickField, WordsField } from '#forms'
import { saidOf, valuesIn } from '#people'
import { type FactGiven, makeFactForms } from '#people/pages'
import { SET_OFF, setOffIn, setOffTyped } from '#triggers'
import { readBeside, SET_OFF_LABELS, SetOffFields, writeBeside } from '#triggers/pages'
import { AGE_OUTCOMES, HOW_THEY_CAME, STATUS_KINDS, STATUS_OUTCOMES, TRACING } from '../unaccompanied-words.ts'

type Fields = FC<FieldsProps<FactGiven>>
const common = { scope: 'legal', tab: '/here-alone' } as const
const YES_NO = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
] as const

const Arrival: Fields = (of) => (
  <>
    <DayField of={of} name="arrived" label={`When did ${of.given.name} come to this country?`} looks="back" />
    <DayField of={of} name="came_to_us" label="When did they come to us?" looks="back" />
    <PickField of={of} name="how" label="How did they come to us?" items={HOW_THEY_CAME} />
    <DayField of={of} name="referred" label="By the transfer scheme: when were they referred to it?" looks="back" />
    <ChoiceField of={of} name="interpreter" label="Do they need an interpreter?" items={YES_NO} />
    <WordsField
      of={of}
      name="words"
      label="Which language, and what they tell of the journey"
      hint="Only what they chose to tell. Dialect, and whom they do not want as interpreter."
      rows={6}
    />
  </>
)
const arrivals = makeFactForms<'kith.arrival_alone'>({
  ...{ ...common, name: 'arrival-alone', path: 'arrivals-alone', table: 'kith.arrival_alone' },
  ...{ thing: 'how a child came here alone', title: (name) => `How ${name} came here` },
  fields: {
    ...{ arrived: 'When they came to this country', came_to_us: 'When they came to us', how: 'How' },
    ...{ referred: 'When they were referred', interpreter: 'Interpreter', words: 'Language and journey' },
  },
  once: ({ came_to_us }) => String(came_to_us),
  says: ({ arrived, came_to_us, how }) =>
    `in this country since ${dayWords(arrived)}, with us since ${dayWords(came_to_us)}: ${saidOf(HOW_THEY_CAME, how).toLowerCase()}`,
  asTyped: (version) => ({
    ...{ arrived: [dayWords(version.arrived)], came_to_us: [dayWords(version.came_to_us)], how: [version.how] },
    ...{ referred: [dayWords(version.referred)], interpreter: [version.interpreter ? 'yes' : 'no'] },
    words: [version.words ?? ''],
  }),
  read: (r) => {
    const arrived = r.day('arrived', 'the day on which they came to this country')
    const came_to_us = r.day('came_to_us', 'the day on which they came to us')
    const referred = r.dayIfAny('referred', 'the day on which they were referred')
    if (came_to_us < arrived) r.fault('came_to_us', 'They cannot have come to us before they came to this country.')
    if (referred !== null && referred > came_to_us) r.fault('referred', 'They were referred before they came to us.')
    return {
      ...{ arrived, came_to_us, referred },
      how: r.choice('how', valuesIn(HOW_THEY_CAME), 'Choose how they came to us.'),
      interpreter: r.choice('interpreter', ['yes', 'no'], 'Say whether they need an interpreter.') === 'yes',
    }
  },
  words: (r) => r.typed.words('words'),
  Fields: Arrival,
})

const Age: Fields = (of) => (
  <>
    <p>Until it is decided, everything is counted by the age that {of.given.name} says.</p>
    <DayField of={of} name="doubted" label="When was their age doubted?" looks="back" />
    <SetOffFields of={of} />
    <DayField of={of} name="decided" label="When was it decided, if it was?" looks="back" />
    <PickField of={of} name="outcome" label="What was decided?" items={AGE_OUTCOMES} none="Nothing yet" />
    <WordsField
      of={of}
      name="words"
      label="The reason for the doubt, who assessed, and what they were told"
      hint="A significant reason to doubt is needed. Two workers; an adult beside the child; the reasons in writing."
      rows={6}
    />
  </>
)
const ages = makeFactForms<'kith.age_assessment'>({
  ...{ ...common, name: 'age-assessment', path: 'age-assessments', table: 'kith.age_assessment' },
  ...{ thing: 'an assessment of age', title: (name) => `The age of ${name} is doubted` },
  fields: {
    ...{ doubted: 'When it was doubted', decided: 'When it was decided', outcome: 'What was decided', words: 'Why' },
    ...SET_OFF_LABELS,
  },
  once: ({ doubted }) => String(doubted),
  says: ({ doubted, decided, outcome }) =>
    `doubted ${dayWords(doubted)}; ${decided === null ? 'not decided yet' : `decided ${dayWords(decided)}: ${saidOf(AGE_OUTCOMES, outcome).toLowerCase()}`}`,
  asTyped: (version) => {
    const { doubted, decided, outcome } = version
    const { words, setOff } = readBeside(version.words)
    return {
      ...{ doubted: [dayWords(doubted)], decided: [dayWords(decided)], outcome: [outcome ?? ''] },
      ...{ words: [words ?? ''], ...setOffTyped(version, setOff) },
    }
  },
  read: (r) => {
    const doubted = r.day('doubted', 'the day on which their age was doubted')
    const decided = r.dayIfAny('decided', 'the day on which it was decided')
    const outcome = r.choiceIfAny('outcome', valuesIn(AGE_OUTCOMES))
    if (decided !== null && decided < doubted) r.fault('decided', 'It cannot be decided before it was doubted.')
    if (decided !== null && outcome === null) r.fault('outcome', 'Say what was decided.')
    if (decided === null && outcome !== null) r.fault('decided', 'Write the day on which it was decided.')
    return { doubted, decided, outcome, ...setOffIn(r, doubted).columns }
  },
  words: (r) => writeBeside(r.words('words', 'Say what the reason for the doubt is.'), r.typed.words(SET_OFF)),
  Fields: Age,
})

const Application: Fields = (of) => (
  <>
    <PickField of={of} name="kind" label="What was applied for?" items={STATUS_KINDS} />
    <DayField of={of} name="made" label="When?" looks="back" />
    <DayField
      of={of}
      name="decided"
      label="When was it decided, if it was?"
      hint="Of a refusal: the day on which it was sent. An appeal has 14 days from then."
      looks="back"
    />
    <PickField of={of} name="outcome" label="How was it decided?" items={STATUS_OUTCOMES} none="Not yet" />
    <DayField
      of={of}
      name="leave_until"
      label="Until when may they stay, where it was granted for a time?"
      looks="ahead"
    />
    <WordsField of={of} name="words" label="The solicitor, and what happens next" rows={4} />
  </>
)
const applications = makeFactForms<'kith.status_application'>({
  ...{ ...common, name: 'status-application', path: 'status-applications', table: 'kith.status_application' },
  ...{ thing: 'an application for a status', title: (name) => `An application for the status of ${name}` },
  fields: {
    ...{ kind: 'What was applied for', made: 'When', decided: 'When it was decided', outcome: 'How' },
    ...{ leave_until: 'Until when they may stay', words: 'What happens next' },
  },
  says: ({ kind, made, outcome, leave_until }) =>
    `${saidOf(STATUS_KINDS, kind).toLowerCase()}, applied for ${dayWords(made)}; ${outcome === null ? 'not decided' : saidOf(STATUS_OUTCOMES, outcome).toLowerCase()}${leave_until === null ? '' : ` until ${dayWords(leave_until)}`}`,
  asTyped: (version) => ({
    ...{ kind: [version.kind], made: [dayWords(version.made)], decided: [dayWords(version.decided)] },
    ...{ outcome: [version.outcome ?? ''], leave_until: [dayWords(version.leave_until)], words: [version.words ?? ''] },
  }),
  read: (r) => {
    const kind = r.choice('kind', valuesIn(STATUS_KINDS), 'Choose what was applied for.')
    const made = r.day('made', 'the day of the application')
    const decided = r.dayIfAny('decided', 'the day on which it was decided')
    const outcome = r.choiceIfAny('outcome', valuesIn(STATUS_OUTCOMES))
    const leave_until = r.dayAheadIfAny('leave_until', 'the last day of their leave')
    if (decided !== null && decided < made) r.fault('decided', 'It cannot be decided before it was applied for.')
    if (decided !== null && outcome === null) r.fault('outcome', 'Say how it was decided.')
    if (decided === null && outcome !== null) r.fault('decided', 'Write the day on which it was decided.')
    if (leave_until !== null && outcome !== 'granted')
      r.fault('leave_until', 'There is leave only where it was granted.')
    return { kind, made, decided, outcome, leave_until }
  },
  words: (r) => r.typed.words('words'),
  Fields: Application,
})

const Tracing: Fields = (of) => (
  <>
    <PickField
      of={of}
      name="what"
      label={`Looking for the family of ${of.given.name}: what happened?`}
      items={TRACING}
    />
    <DayField of={of} name="happened" label="When?" looks="back" />
    <WordsField of={of} name="words" label="What they want, and what is safe" rows={4} />
  </>
)
const tracing = makeFactForms<'kith.family_tracing'>({
  ...{ ...common, name: 'family-tracing', path: 'family-tracing', table: 'kith.family_tracing' },
  ...{ thing: 'looking for family', title: (name) => `Looking for the family of ${name}` },
  fields: { what: 'What happened', happened: 'When', words: 'What they want' },
  start: { happened: ['today'] },
  says: ({ what, happened }) => `${saidOf(TRACING, what).toLowerCase()}, ${dayWords(happened)}`,
  asTyped: (version) => ({
    ...{ what: [version.what], happened: [dayWords(version.happened)], words: [version.words ?? ''] },
  }),
  read: (r) => ({
    what: r.choice('what', valuesIn(TRACING), 'Choose what happened.'),
    happened: r.day('happened', 'the day on which it happened'),
  }),
  words: (r) => r.typed.words('words'),
  Fields: Tracing,
})

export const unaccompaniedForms: readonly Form[] = [...arrivals, ...ages, ...applications, ...tracing]
