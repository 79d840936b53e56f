// The forms of what was seen to before a child moved into a home, and of the assessment of a parent to whom a child went at once.
import type { FC } from 'hono/jsx'
import { dayWords, type IsoDay } from '#calendar'
import { DayField, type FieldsProps, type Form, PickField, TicksField, WordsField } from '#forms'
import { saidOf, valuesIn } from '#people'
import { chosenAmong, type FactGiven, makeFactForms } from '#people/pages'
import { SET_OFF, setOffIn, setOffTyped } from '#triggers'
import { readBeside, SET_OFF_LABELS, SetOffFields, writeBeside } from '#triggers/pages'
import { COUNTRIES, PARENT_OUTCOMES } from '../decision-words.ts'
import { amongHomes, NO_HOME } from './among-homes.tsx'

type Fields = FC<FieldsProps<FactGiven>>
const common = { tab: '/home-decisions', among: amongHomes, noneToChoose: NO_HOME } as const

const Checks: Fields = (of) => (
  <>
    <p>Answer what this home asks for. What is done later is put right here.</p>
    <PickField of={of} name="placement" label="Which home?" items={of.given.among} />
    <h2 class="govuk-heading-m">Where it is neither a foster nor a children’s home</h2>
    <DayField of={of} name="suitable" label="When was it found to be suitable?" looks="back" />
    <DayField of={of} name="seen" label={`When did ${of.given.name} see it first?`} looks="back" />
    <TicksField
      of={of}
      name="not_seen"
      label="If they did not see it first"
      items={[{ value: 'not', text: 'It was not reasonably practicable that they saw it first' }]}
    />
    <DayField of={of} name="officer_told" label="When was the reviewing officer told?" looks="back" />
    <DayField
      of={of}
      name="reviewed"
      label="Which day was the review that looked at this move?"
      hint="A move from a foster or children’s home is reviewed first."
      looks="back"
    />
    <h2 class="govuk-heading-m">Where it was an emergency, out of our area</h2>
    <TicksField of={of} name="emergency" label="Emergency" items={[{ value: 'yes', text: 'It was an emergency' }]} />
    <DayField of={of} name="relatives" label="When were relatives asked?" looks="back" />
    <TicksField
      of={of}
      name="no_relatives"
      label="If relatives were not asked"
      items={[{ value: 'none', text: 'It was not right to ask relatives' }]}
    />
    <DayField of={of} name="area_told" label="When was the council of that area told and asked?" looks="back" />
    <h2 class="govuk-heading-m">Where it is outside England and Wales</h2>
    <PickField of={of} name="country" label="Where?" items={COUNTRIES} none="In England or Wales" />
    <DayField of={of} name="court_approved" label="When did the court approve it?" looks="back" />
    <WordsField of={of} name="words" label="What was found, and why something was not done" rows={4} />
  </>
)
const checks = makeFactForms<'kith.home_check'>({
  ...{ ...common, name: 'home-check', path: 'home-checks', table: 'kith.home_check', scope: 'plan' },
  ...{ thing: 'what was seen to before a home', title: (name) => `What was seen to before ${name} moved in` },
  fields: {
    ...{ placement: 'Which home', suitable: 'Suitable', seen: 'Seen by them first', not_seen: 'Could not be seen' },
    ...{
      officer_told: 'Reviewing officer told',
      reviewed: 'Reviewed',
      emergency: 'Emergency',
      words: 'What was found',
    },
    ...{ relatives: 'Relatives asked', no_relatives: 'Not right to ask relatives', area_told: 'That council told' },
    ...{ country: 'Outside England and Wales', court_approved: 'Court approved' },
  },
  once: ({ placement }) => placement,
  says: ({ suitable, officer_told, emergency }) =>
    `suitable ${dayWords(suitable) || 'not said'}, reviewing officer told ${dayWords(officer_told) || 'not said'}${emergency ? ', an emergency' : ''}`,
  asTyped: (version) => ({
    ...{ placement: [version.placement], suitable: [dayWords(version.suitable)], seen: [dayWords(version.seen)] },
    ...{ not_seen: version.not_seen ? ['not'] : [], officer_told: [dayWords(version.officer_told)] },
    ...{ reviewed: [dayWords(version.reviewed)], emergency: version.emergency ? ['yes'] : [] },
    ...{ relatives: [dayWords(version.relatives)], no_relatives: version.no_relatives ? ['none'] : [] },
    ...{ area_told: [dayWords(version.area_told)], country: [version.country ?? ''] },
    ...{ court_approved: [dayWords(version.court_approved)], words: [version.words ?? ''] },
  }),
  read: (r, given) => {
    const placement = chosenAmong(r, given, 'placement')
    const day = (field: string): IsoDay | null => r.dayIfAny(field, 'that day')
    const [seen, relatives] = [day('seen'), day('relatives')]
    const [not_seen, no_relatives] = [r.typed.ticked('not_seen'), r.typed.ticked('no_relatives')]
    const [emergency, area_told] = [r.typed.ticked('emergency'), day('area_told')]
    const [country, court_approved] = [r.choiceIfAny('country', valuesIn(COUNTRIES)), day('court_approved')]
    if (seen !== null && not_seen) r.fault('not_seen', 'They saw it, so it could be seen. Leave one of the two.')
    if (relatives !== null && no_relatives) r.fault('no_relatives', 'Relatives were asked. Leave one of the two.')
    if (!emergency && (relatives !== null || no_relatives || area_told !== null))
      r.fault('emergency', 'Relatives and that council are asked for after an emergency. Say that it was one.')
    if (country === null && court_approved !== null) r.fault('country', 'Say in which country the home is.')
    return {
      ...{ placement, seen, not_seen, relatives, no_relatives, emergency, area_told, country, court_approved },
      ...{ suitable: day('suitable'), officer_told: day('officer_told'), reviewed: day('reviewed') },
    }
  },
  words: (r) => r.typed.words('words'),
  Fields: Checks,
})

const Parent: Fields = (of) => (
  <>
    <PickField of={of} name="placement" label="Which home with a parent?" items={of.given.among} />
    <DayField
      of={of}
      name="completed"
      label="When was the assessment of the parent completed?"
      hint="Within ten working days of moving there, where it was at once."
      looks="back"
    />
    <SetOffFields of={of} />
    <DayField
      of={of}
      name="decided"
      label="When was it decided whether they stay, if it was?"
      hint="Within ten working days of the assessment."
      looks="back"
    />
    <PickField of={of} name="outcome" label="What was decided?" items={PARENT_OUTCOMES} none="Nothing yet" />
    <WordsField of={of} name="words" label="What the assessment found" rows={6} />
  </>
)
const parents = makeFactForms<'kith.parent_assessment'>({
  ...{
    ...common,
    name: 'parent-assessment',
    path: 'parent-assessments',
    table: 'kith.parent_assessment',
    scope: 'legal',
  },
  ...{ thing: 'an assessment of a parent', title: (name) => `An assessment of the parent with whom ${name} lives` },
  fields: {
    ...{ placement: 'Which home', completed: 'When it was completed', decided: 'When it was decided' },
    ...{ outcome: 'What was decided', words: 'What it found', ...SET_OFF_LABELS },
  },
  once: ({ placement, completed }) => `${placement} ${completed}`,
  says: ({ completed, decided, outcome }) =>
    `completed ${dayWords(completed)}; ${decided === null ? 'not decided yet' : `decided ${dayWords(decided)}: ${saidOf(PARENT_OUTCOMES, outcome).toLowerCase()}`}`,
  asTyped: ({ placement, completed, decided, outcome, words: said, ...row }) => {
    const { words, setOff } = readBeside(said)
    return {
      ...{ placement: [placement], completed: [dayWords(completed)], decided: [dayWords(decided)] },
      ...{ outcome: [outcome ?? ''], words: [words ?? ''], ...setOffTyped(row, setOff) },
    }
  },
  read: (r, given) => {
    const placement = chosenAmong(r, given, 'placement')
    const completed = r.day('completed', 'the day on which it was completed')
    const decided = r.dayIfAny('decided', 'the day on which it was decided')
    const outcome = r.choiceIfAny('outcome', valuesIn(PARENT_OUTCOMES))
    if (decided !== null && decided < completed) r.fault('decided', 'It cannot be decided before it was completed.')
    if (decided !== null && outcome === null) r.fault('outcome', 'Say what was decided.')
    if (decided === null && outcome !== null) r.fault('decided', 'Write the day on which it was decided.')
    return { placement, completed, decided, outcome, ...setOffIn(r, completed).columns }
  },
  words: (r) => writeBeside(r.words('words', 'Say what the assessment found.'), r.typed.words(SET_OFF)),
  Fields: Parent,
})

export const homeCheckForms: readonly Form[] = [...checks, ...parents]
