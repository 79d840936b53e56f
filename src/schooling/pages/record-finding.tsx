// The forms of finding a school: an application with its answer, and education between schools.
import type { FC } from 'hono/jsx'
import { dayTyped, dayWords, type IsoDay } from '#calendar'
import type { Filled, Version } from '#database'
import { type Typed, type Values, wordOf } from '#drafts'
import {
  ChoiceField,
  DayField,
  type FieldsProps,
  type Form,
  itemsOf,
  LineField,
  makeCorrection,
  makeRecordForms,
  PickField,
  WordsField,
} from '#forms'
import { APPLICATION_OUTCOMES, INTERIM, mayApply, mayTeachMeanwhile, WAYS } from '../finding-school.ts'
import { applications, interims, type School, schoolsListed } from '../store.ts'
import { COMMON, type Given, given, leadsTo, lock } from './of-child.tsx'

const ASKED = 'kith.school_application'
type Application = Version<typeof ASKED>
type WithSchools = Given & { readonly schools: readonly School[] }
type Applied = Filled<typeof ASKED>

async function withSchools(...[asking, at]: Parameters<typeof given>): Promise<WithSchools | undefined> {
  const known = await given(asking, at)
  return known && { ...known, schools: await schoolsListed(asking) }
}

type Begun = { readonly school: string; readonly way: string; readonly asked: string }
function decided(typed: Typed, begun: Begun, { schools, today }: Pick<WithSchools, 'schools'> & { today: IsoDay }) {
  const answered = dayTyped(typed.one('answered'), today, 'back')
  const words = typed.words('what')
  const may = mayApply({ ...begun, outcome: typed.one('outcome'), answered, words }, { today, schools })
  return 'ok' in may ? { ok: { columns: may.ok, words } } : may
}

const Asked: FC<FieldsProps<WithSchools>> = (of) => (
  <>
    <PickField
      of={of}
      name="school"
      label="Which school was asked?"
      hint="Of a school that is not in the list, write its name below: then its school days are not known."
      items={of.given.schools.map(({ id, name }) => ({ value: id, text: name }))}
      none="Another school"
    />
    <DayField of={of} name="asked" label="When?" looks="back" />
    <ChoiceField of={of} name="way" label="How?" items={itemsOf(WAYS)} />
  </>
)
const NO_ANSWER = { value: '', text: 'No answer yet' }
const Answered: FC<FieldsProps<Given>> = (of) => (
  <>
    <ChoiceField
      of={of}
      name="outcome"
      label="What was the answer?"
      items={[...itemsOf(APPLICATION_OUTCOMES), NO_ANSWER]}
    />
    <DayField of={of} name="answered" label="When did it come?" looks="back" />
    <WordsField of={of} name="what" label="The school’s name, where it is another; and what was said" rows={3} />
  </>
)
const words = {
  ...{ thing: 'a school application', button: 'Save application', done: 'Application saved.' },
  title: ({ name }: Given) => `A school is asked for a place for ${name}`,
  fields: {
    school: 'Which school',
    asked: 'When it was asked',
    way: 'How',
    outcome: 'The answer',
    answered: 'When it came',
    what: 'What was said',
  },
}
const asTyped = (one: Application): Values => ({
  ...{ school: [one.school ?? ''], asked: [dayWords(one.asked)], way: [one.way], outcome: [one.outcome ?? ''] },
  ...{ answered: [dayWords(one.answered)], what: [one.words ?? ''] },
})

const applying = makeRecordForms<WithSchools, Applied, typeof ASKED>({
  ...COMMON,
  ...{ name: 'school-application', path: 'learning/applications', table: ASKED, words, asTyped, given: withSchools },
  lock: lock('recorded a school application'),
  Fields: (of) => (
    <>
      <Asked {...of} />
      <Answered {...of} />
    </>
  ),
  decide: (typed, { schools }, today) => {
    const asked = dayTyped(typed.one('asked'), today, 'back')
    return decided(typed, { school: typed.one('school'), way: typed.one('way'), asked }, { schools, today })
  },
  record: async (asking, ok, { child }) => await applications.record(asking, ok, child),
  correct: async (asking, ok, id) => await applications.correct(asking, ok, id),
  shows: (one, { schools }) => ({
    title: `the application of ${dayWords(one.asked)}`,
    rows: [
      ['Which school', schools.find(({ id }) => id === one.school)?.name ?? 'Another school'],
      ['How', wordOf(WAYS, one.way) ?? ''],
      ['What was written', one.words ?? 'Nothing'],
    ],
  }),
  retract: applications.retract,
})

type Standing = WithSchools & { readonly of: Application }
const answer = makeCorrection<Standing, Applied, typeof ASKED>({
  name: 'school-application-answer',
  path: '/children/:child/learning/applications/:about/answer',
  ...{ here: '/children', leadsTo, table: ASKED, asTyped, lock: lock('recorded the answer of a school') },
  Fields: (of) => <Answered {...of} />,
  words: {
    ...words,
    thing: 'the answer of a school',
    title: ({ name, of }) => `The application for ${name} of ${dayWords(of.asked)} is answered`,
  },
  given: async (asking, at, version) => {
    const known = await withSchools(asking, at)
    return known && { ...known, of: version }
  },
  decide: (typed, { of, schools }, today) =>
    decided(typed, { school: of.school ?? '', way: of.way, asked: of.asked }, { schools, today }),
  correct: async (asking, ok, { version }) => await applications.goOn(asking, ok, version),
})

const MEANWHILE = 'kith.interim_education'
const meanwhile = makeRecordForms<Given, Filled<typeof MEANWHILE>, typeof MEANWHILE>({
  ...COMMON,
  ...{ name: 'interim-education', path: 'learning/meanwhile', table: MEANWHILE },
  lock: lock('recorded education between schools'),
  words: {
    ...{ thing: 'education between schools', button: 'Save', done: 'Education between schools saved.' },
    title: ({ name }) => `How ${name} learns between schools`,
    fields: {
      kind: 'What kind',
      since: 'First day',
      until: 'Ended on',
      hours_a_week: 'Hours a week',
      what: 'Who teaches',
    },
  },
  Fields: (of) => (
    <>
      <ChoiceField of={of} name="kind" label="What kind?" items={itemsOf(INTERIM)} />
      <DayField of={of} name="since" label="First day of it" looks="back" />
      <LineField of={of} name="hours_a_week" label="How many hours a week?" width="govuk-input--width-4" />
      <DayField
        of={of}
        name="until"
        label="First day on which it was no longer given"
        hint="Leave it empty while it goes on."
        looks="back"
      />
      <WordsField of={of} name="what" label="Who teaches, and where" rows={3} />
    </>
  ),
  decide: (typed, _, today) => {
    const [since, until] = ['since', 'until'].map((one) => dayTyped(typed.one(one), today, 'back'))
    const hours_a_week = typed.one('hours_a_week')
    const may = mayTeachMeanwhile(
      { kind: typed.one('kind'), since: since ?? '', until: until ?? '', hours_a_week },
      today,
    )
    return 'ok' in may ? { ok: { columns: may.ok, words: typed.words('what') } } : may
  },
  record: async (asking, ok, { child }) => await interims.record(asking, ok, child),
  asTyped: ({ kind, since, until, hours_a_week, words: what }) => ({
    ...{ kind: [kind], since: [dayWords(since)], until: [dayWords(until)], what: [what ?? ''] },
    hours_a_week: [hours_a_week === null ? '' : String(hours_a_week)],
  }),
  correct: async (asking, ok, id) => await interims.correct(asking, ok, id),
  shows: ({ kind, since }) => ({
    title: 'education between schools',
    rows: [
      ['What kind', wordOf(INTERIM, kind) ?? ''],
      ['From', dayWords(since)],
    ],
  }),
  retract: interims.retract,
})

export const findingForms: readonly Form[] = [...applying, answer, ...meanwhile]
