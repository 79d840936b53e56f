// The forms of leaving care: the assessment of needs, reviews of the pathway plan and who asked, where they live, and staying put.
import type { FC } from 'hono/jsx'
import { dayWords } from '#calendar'
import {
  ChoiceField,
  DayField,
  type FieldsProps,
  type Form,
  LineField,
  PickField,
  TicksField,
  WordsField,
} from '#forms'
import { saidOf, valuesIn } from '#people'
import { type FactGiven, makeFactForms } from '#people/pages'
import { SET_OFF, setOffIn, setOffTyped } from '#triggers'
import { readBeside, SET_OFF_LABELS, SetOffFields, writeBeside } from '#triggers/pages'
import { LIVES, NEVER_SUITABLE } from '../care-leaver-words-data.ts'
import { STAYING_PUT, WHO_ASKS } from '../leaver-words.ts'

type Fields = FC<FieldsProps<FactGiven>>
const TAB = '/leaving-care'
const IN_PLAN = { scope: 'plan', byAdviser: true, tab: TAB } as const
const YES = [{ value: 'yes', text: 'Yes' }] as const
const YES_NO = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
] as const
const words =
  (name: string, label: string, hint: string): Fields =>
  (of) => <WordsField of={of} name={name} label={label} hint={hint} rows={6} />

const Assessment: Fields = (of) => (
  <>
    <DayField of={of} name="completed" label="When was it completed?" looks="back" />
    <SetOffFields of={of} />
    <TicksField
      of={of}
      name="status"
      label="Being here alone, or trafficked"
      items={[{ ...YES[0], text: 'It was thought of, with what follows from it' }]}
    />
    {words(
      'words',
      'What they need',
      'Health, learning, people, money, skills, home; what they say of it themselves.',
    )(of)}
  </>
)
const assessments = makeFactForms<'kith.needs_assessment'>({
  ...{ name: 'needs-assessment', path: 'needs-assessments', table: 'kith.needs_assessment', ...IN_PLAN },
  ...{ thing: 'an assessment of needs', title: (name) => `What ${name} needs when they leave care` },
  fields: {
    ...{ completed: 'When it was completed', status: 'Being here alone, or trafficked', words: 'What they need' },
    ...SET_OFF_LABELS,
  },
  start: { completed: ['today'] },
  once: ({ completed }) => String(completed),
  says: ({ completed }) => `assessed, completed ${dayWords(completed)}`,
  asTyped: (version) => {
    const { words: said, setOff } = readBeside(version.words)
    return {
      ...{ completed: [dayWords(version.completed)], status: version.status_considered ? ['yes'] : [] },
      ...{ words: [said ?? ''], ...setOffTyped(version, setOff) },
    }
  },
  read: (r) => {
    const completed = r.day('completed', 'the day on which it was completed')
    const status_considered = r.typed.all('status').includes('yes')
    return { completed, status_considered, ...setOffIn(r, completed).columns }
  },
  words: (r) => writeBeside(r.words('words', 'Write what they need, in a few words at least.'), r.typed.words(SET_OFF)),
  Fields: Assessment,
})

const Asked: Fields = (of) => (
  <>
    <PickField of={of} name="asked_by" label="Who asks for a review of the pathway plan?" items={WHO_ASKS} />
    <DayField of={of} name="asked" label="When did they ask?" looks="back" />
    {words('words', 'Why', 'In their own words where we have them. It may stay empty.')(of)}
  </>
)
const asks = makeFactForms<'kith.pathway_review_ask'>({
  ...{ name: 'pathway-review-ask', path: 'pathway-review-asks', table: 'kith.pathway_review_ask', ...IN_PLAN },
  ...{
    thing: 'asking for a review of the pathway plan',
    title: (name) => `A review of ${name}’s pathway plan is asked for`,
  },
  fields: { asked_by: 'Who asks', asked: 'When', words: 'Why' },
  start: { asked: ['today'] },
  says: ({ asked, asked_by }) => `${saidOf(WHO_ASKS, asked_by)} asked on ${dayWords(asked)}`,
  asTyped: (version) => ({
    ...{ asked: [dayWords(version.asked)], asked_by: [version.asked_by], words: [version.words ?? ''] },
  }),
  read: (r) => ({
    asked: r.day('asked', 'the day on which it was asked for'),
    asked_by: r.choice('asked_by', valuesIn(WHO_ASKS), 'Choose who asks.'),
  }),
  words: (r) => r.typed.words('words'),
  Fields: Asked,
})

const MONTHS = ['1', '2', '3', '4', '5', '6'] as const
const Reviewed: Fields = (of) => (
  <>
    <DayField of={of} name="held" label="When was the pathway plan reviewed?" looks="back" />
    <ChoiceField
      of={of}
      name="accommodation"
      label={`Did it look at the home that we provide for ${of.given.name}?`}
      items={[YES_NO[0], { value: 'no', text: 'No, or we do not provide it' }]}
    />
    <LineField
      of={of}
      name="next_months"
      label="In how many months at most is the next one?"
      hint="6 at most; 3 where we provide the home"
      width="govuk-input--width-2"
    />
    {words('words', 'Who took part, what they said, what changes', 'Theirs first.')(of)}
  </>
)
const reviews = makeFactForms<'kith.pathway_review'>({
  ...{ name: 'pathway-review', path: 'pathway-reviews', table: 'kith.pathway_review', ...IN_PLAN },
  ...{ thing: 'a review of the pathway plan', title: (name) => `A review of ${name}’s pathway plan` },
  fields: {
    held: 'When',
    accommodation: 'Whether it looked at the home',
    next_months: 'Months to the next',
    words: 'What came of it',
  },
  start: { held: ['today'], next_months: ['6'] },
  once: ({ held }) => String(held),
  says: ({ held, accommodation, next_months }) =>
    `${dayWords(held)}${accommodation ? ', with the home that we provide' : ''}; the next within ${next_months} ${next_months === 1 ? 'month' : 'months'}`,
  asTyped: (version) => ({
    ...{ held: [dayWords(version.held)], accommodation: [version.accommodation ? 'yes' : 'no'] },
    ...{ next_months: [String(version.next_months)], words: [version.words ?? ''] },
  }),
  read: (r) => {
    const accommodation = r.choice('accommodation', ['yes', 'no'], 'Say whether it looked at the home.') === 'yes'
    const months = Number(r.choice('next_months', MONTHS, 'Write a number of months from 1 to 6.'))
    if (accommodation && months > 3)
      r.fault('next_months', 'Where we provide the home, the law asks for the next within 3 months.')
    return { held: r.day('held', 'the day of the review'), accommodation, next_months: months }
  },
  words: (r) => r.typed.words('words'),
  Fields: Reviewed,
})

const Home: Fields = (of) => (
  <>
    <PickField
      of={of}
      name="lives"
      label={`How does ${of.given.name} live?`}
      items={LIVES.filter(({ value }) => value !== '0')}
    />
    <DayField of={of} name="since" label="Since when?" looks="back" />
    <DayField of={of} name="until" label="Until when, if they have moved on?" looks="back" />
    <ChoiceField of={of} name="provided" label="Do we, the council, provide it?" items={YES_NO} />
    <PickField of={of} name="suits" label="Does it suit them?" items={YES_NO} none="Not looked at yet" />
    {words(
      'words',
      'Why it does or does not suit',
      'Safe, affordable, near whom they need. The address stands under where they live.',
    )(of)}
  </>
)
const homes = makeFactForms<'kith.leaver_home'>({
  ...{ name: 'leaver-home', path: 'leaver-homes', table: 'kith.leaver_home', ...IN_PLAN },
  ...{ thing: 'where a young person lives after care', title: (name) => `Where ${name} lives after care` },
  fields: {
    lives: 'How they live',
    since: 'Since when',
    until: 'Until when',
    provided: 'Whether we provide it',
    suits: 'Whether it suits',
    words: 'Why',
  },
  start: { since: ['today'] },
  once: ({ since }) => String(since),
  says: ({ lives, since, until, provided, suits }) =>
    [
      saidOf(LIVES, lives),
      `since ${dayWords(since)}${until === null ? '' : `, until ${dayWords(until)}`}`,
      provided ? 'we provide it' : 'we do not provide it',
      suits === null ? 'not looked at whether it suits' : suits ? 'it suits them' : 'it does not suit them',
    ].join('; '),
  asTyped: (version) => ({
    ...{ lives: [version.lives], since: [dayWords(version.since)], until: [dayWords(version.until)] },
    ...{ provided: [version.provided ? 'yes' : 'no'], words: [version.words ?? ''] },
    suits: [version.suits === null ? '' : version.suits ? 'yes' : 'no'],
  }),
  read: (r) => {
    const lives = r.typed.one('lives')
    if (lives === '0' || !valuesIn(LIVES).includes(lives)) r.fault('lives', 'Choose how they live.')
    const since = r.day('since', 'the day on which it began')
    const until = r.dayIfAny('until', 'the day on which they moved on')
    if (until !== null && until <= since) r.fault('until', 'They cannot have moved on before they moved in.')
    const suits = r.choiceIfAny('suits', ['yes', 'no'])
    if (suits === 'yes' && NEVER_SUITABLE.includes(lives))
      r.fault('suits', 'The return holds that this does not suit anybody.')
    return {
      ...{ lives, since, until, suits: suits === null ? null : suits === 'yes' },
      provided: r.choice('provided', ['yes', 'no'], 'Say whether we provide it.') === 'yes',
    }
  },
  words: (r) => r.typed.words('words'),
  Fields: Home,
})

const Staying: Fields = (of) => (
  <>
    <PickField
      of={of}
      name="what"
      label={`${of.given.name} stays with those who foster them: what happened?`}
      items={STAYING_PUT}
    />
    <DayField of={of} name="happened" label="When?" looks="back" />
    {words(
      'words',
      'What was said',
      `What ${of.given.name} wants, what the carers want, until when, what support.`,
    )(of)}
  </>
)
const staying = makeFactForms<'kith.staying_put'>({
  ...{ name: 'staying-put', path: 'staying-put', table: 'kith.staying_put', ...IN_PLAN },
  ...{ thing: 'staying put', title: (name) => `Staying put: ${name}` },
  fields: { what: 'What happened', happened: 'When', words: 'What was said' },
  start: { happened: ['today'] },
  says: ({ what, happened }) => `${saidOf(STAYING_PUT, what)}, ${dayWords(happened)}`,
  asTyped: (version) => ({
    ...{ what: [version.what], happened: [dayWords(version.happened)], words: [version.words ?? ''] },
  }),
  read: (r) => ({
    what: r.choice('what', valuesIn(STAYING_PUT), 'Choose what happened.'),
    happened: r.day('happened', 'the day on which it happened'),
  }),
  words: (r) => r.typed.words('words'),
  Fields: Staying,
})

export const leaverForms: readonly Form[] = [...assessments, ...asks, ...reviews, ...homes, ...staying]
