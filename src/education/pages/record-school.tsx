// The forms of the child's school: it begins, it ends; corrected, and taken back.
import type { FC } from 'hono/jsx'
import { dayTyped, dayWords, type IsoDay } from '#calendar'
import type { Asking, Version } from '#database'
import type { Typed } from '#drafts'
import {
  type At,
  DayField,
  type FieldsProps,
  type Form,
  itemsOf,
  makeCorrection,
  makeRecordForms,
  PickField,
} from '#forms'
import { InsetText } from '#look'
import {
  type EducationRefusal,
  educationRefusalWords,
  LEFT_BECAUSE,
  mayGoToSchool,
  type NewSchoolPlace,
  SCHOOL_YEARS,
  type School,
} from '../record-education.ts'
import { correctSchoolPlace, goToSchool, leaveSchool, retractSchoolPlace, schoolsKnown } from '../store.ts'
import { type Given, givenOf, leadsTo } from './record-plan.tsx'

type WithSchools = Given & { readonly schools: readonly School[] }
type Ok = NewSchoolPlace & { readonly school: string }
type Place = Version<'kith.school_place'>

const daysOf = ({ during }: Pick<Place, 'during'>): readonly [string, string] => {
  const [since = '', until = ''] = during.slice(1, -1).split(',')
  return [since, until]
}
const whyTyped = ({ left_because, left_in_year }: Place) => ({
  because: [left_because ?? ''],
  year: [left_in_year === null ? '' : String(left_in_year)],
})
const FIELD_OF: Readonly<Partial<Record<EducationRefusal, string>>> = {
  'first no day': 'since',
  'last no day': 'until',
  'happened after today': 'until',
  'ends before it starts': 'until',
  'left for no reason known': 'because',
  'left and still there': 'until',
  'year unknown': 'year',
}
const faultsOf = (refused: readonly EducationRefusal[], today: IsoDay) =>
  refused.map((one) => ({ field: FIELD_OF[one] ?? '', says: educationRefusalWords(one, today) }))

const leavingTyped = (typed: Typed, today: IsoDay) => ({
  until: dayTyped(typed.one('until'), today, 'back'),
  because: typed.one('because'),
  year: typed.one('year'),
})
function decide(typed: Typed, { schools }: WithSchools, today: IsoDay) {
  const since = dayTyped(typed.one('since'), today, 'back')
  const may = mayGoToSchool({ since, ...leavingTyped(typed, today) }, today)
  const school = schools.find(({ id }) => id === typed.one('school'))
  const faults = 'refused' in may ? faultsOf(may.refused, today) : []
  const all = school === undefined ? [{ field: 'school', says: 'Choose the school from the list.' }, ...faults] : faults
  return 'refused' in may || school === undefined ? { faults: all } : { ok: { ...may.ok, school: school.id } }
}

const Fields: FC<FieldsProps<WithSchools>> = (of) => (
  <>
    {of.given.schools.length === 0 && (
      <InsetText>No school is known yet. Somebody who keeps schools and terms has to add it first.</InsetText>
    )}
    <PickField
      of={of}
      name="school"
      label="Which school?"
      items={of.given.schools.map(({ id, name }) => ({ value: id, text: name }))}
    />
    <DayField of={of} name="since" label="First day there" looks="back" />
    <DayField
      of={of}
      name="until"
      label={`First day on which ${of.given.name} no longer goes there`}
      hint="Leave it empty while they go there."
      looks="back"
    />
    <Why {...of} />
  </>
)
const YEARS = Array.from({ length: SCHOOL_YEARS + 1 }, (_, year) => ({
  value: String(year),
  text: year === 0 ? 'Reception' : `Year ${year}`,
}))
const Why: FC<FieldsProps<unknown>> = (of) => (
  <>
    <PickField
      of={of}
      name="because"
      label="Why did it end?"
      hint="After a move of home a new school is owed, and is counted."
      items={itemsOf(LEFT_BECAUSE)}
      none="It has not, or it is not known"
    />
    <PickField of={of} name="year" label="In which school year were they then?" items={YEARS} none="Not known" />
  </>
)

const given = async (asking: Asking, at: At): Promise<WithSchools | undefined> => {
  const known = await givenOf(asking, at)
  return known === undefined ? undefined : { ...known, schools: await schoolsKnown(asking) }
}

const whole = makeRecordForms<WithSchools, Ok, 'kith.school_place'>({
  ...{
    name: 'school',
    path: 'learning/school',
    table: 'kith.school_place',
    here: '/children',
    leadsTo,
    given,
    decide,
    Fields,
  },
  lock: { may: ['write', 'learning'], log: 'recorded a school' },
  words: {
    ...{ thing: 'a school', button: 'Save school', done: 'School saved.' },
    title: ({ name }) => `Where ${name} goes to school`,
    fields: {
      school: 'Which school',
      since: 'First day there',
      until: 'No longer there from',
      because: 'Why it ended',
      year: 'In which school year',
    },
  },
  start: () => ({}),
  record: async (asking, ok, { child }) => await goToSchool(asking, child, ok),
  asTyped: (place) => {
    const [since, until] = daysOf(place)
    return { school: [place.school], since: [dayWords(since)], until: [dayWords(until)], ...whyTyped(place) }
  },
  correct: async (asking, ok, id) => await correctSchoolPlace(asking, id, ok),
  shows: (place, { name, schools }) => {
    const [since, until] = daysOf(place)
    const school = schools.find(({ id }) => id === place.school)?.name ?? 'Not known'
    const left = until === '' ? [] : ([['No longer there from', dayWords(until)]] as const)
    return { title: `${name}’s school`, rows: [['School', school], ['First day there', dayWords(since)], ...left] }
  },
  retract: retractSchoolPlace,
})

type Leaving = Given & { readonly since: string }
const Leaves: FC<FieldsProps<Leaving>> = (of) => (
  <>
    <DayField
      of={of}
      name="until"
      label={`First day on which ${of.given.name} no longer goes there`}
      hint={`${of.given.name} began there on ${dayWords(of.given.since)}.`}
      looks="back"
    />
    <Why {...of} />
  </>
)
type Left = Omit<NewSchoolPlace, 'until'> & { readonly until: IsoDay }
/** What was true until then stays true of then. */
const leaving = makeCorrection<Leaving, Left, 'kith.school_place'>({
  name: 'school-left',
  path: '/children/:child/learning/school/:about/leave',
  lock: { may: ['write', 'learning'], log: 'recorded that a school ended' },
  ...{ here: '/children', leadsTo, Fields: Leaves },
  words: {
    ...{ thing: 'leaving a school', button: 'Save', done: 'The end of this school is recorded.' },
    title: ({ name }) => `${name} leaves this school`,
    fields: { until: 'No longer there from', because: 'Why it ended', year: 'In which school year' },
  },
  table: 'kith.school_place',
  given: async (asking, at, place) => {
    const known = await givenOf(asking, at)
    return known && { ...known, since: daysOf(place)[0] }
  },
  asTyped: (place) => ({ until: [dayWords(daysOf(place)[1])], ...whyTyped(place) }),
  decide: (typed, { since }, today) => {
    const may = mayGoToSchool({ since, ...leavingTyped(typed, today) }, today)
    if ('refused' in may) return { faults: faultsOf(may.refused, today) }
    const { until, ...rest } = may.ok
    return until === null ? { faults: faultsOf(['last no day'], today) } : { ok: { ...rest, until } }
  },
  correct: async (asking, left, { version }) => await leaveSchool(asking, version, left),
})

export const schoolForms: readonly Form[] = [...whole, leaving]
