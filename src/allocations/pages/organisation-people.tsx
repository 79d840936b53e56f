// Who of an organisation works with a child, as forms: whoever manages the work with them lets somebody, as it was agreed, and ends it.
import type { FC } from 'hono/jsx'
import { addDays, dayWords, type IsoDay, londonDay, parseInstant } from '#calendar'
import { childById } from '#children'
import type { Asking, Refused } from '#database'
import {
  type At,
  DayField,
  type Fault,
  type FieldsProps,
  type Form,
  type FormDefinition,
  makeForm,
  PickField,
  type Reading,
  reading,
} from '#forms'
import { PURPOSES, purposesIn } from '#organisations'
import { endWork, letWork, type MayWork, outsideOf, type Works, whoMayWork } from '../outside-store.ts'
import { managesWork } from '../store.ts'

type Given = {
  readonly child: string
  readonly name: string
  readonly people: readonly MayWork[]
  readonly works: readonly Works[]
}
const at = (child: string | null): string => `/children/${child}/organisations`

/** undefined: they do not manage the work with this child. */
async function load(asking: Asking, { child, today }: At): Promise<Given | undefined> {
  const known = child === null ? undefined : await childById(asking, child)
  if (known === undefined || !(await managesWork(asking, known.child))) return undefined
  const [people, works] = [await whoMayWork(asking, today), await outsideOf(asking, known.child)]
  return { child: known.child, name: known.name ?? 'this child', people, works }
}
const common = {
  lock: { may: ['see', 'header'], log: 'changed who of an organisation works with a child' },
  here: '/children',
  leadsTo: ({ child }: At) => `${at(child)}?fresh=1`,
} as const
const refused = ({ kind }: Refused): Fault => ({
  field: '',
  says:
    kind === 'not allowed'
      ? 'Who manages the work with this child lets them. Your text is kept.'
      : 'What was agreed with their organisation changed meanwhile. Open the form again.',
})

const dayOf = (moment: string): string => {
  const instant = parseInstant(moment)
  return instant === undefined ? '' : dayWords(londonDay(instant))
}
const Now: FC<{ readonly given: Given }> = ({ given: { child, name, works } }) =>
  works.length === 0 ? (
    <p>Nobody of an organisation works with {name} now.</p>
  ) : (
    <ul class="kith-bullets">
      {works.map((one) => (
        <li>
          {one.name}, {one.organisation}, since {dayOf(one.since)}
          {one.until !== null && `, before ${dayOf(one.until)}`}{' '}
          <a href={`${at(child)}/${one.id}/end`}>
            Change or end it<span class="govuk-visually-hidden"> of {one.name}</span>
          </a>
        </li>
      ))}
    </ul>
  )
const Fields: FC<FieldsProps<Given>> = (of) => (
  <>
    <h2 class="govuk-heading-s">Now</h2>
    <Now given={of.given} />
    <PickField
      of={of}
      name="who"
      label="Who is to work with them?"
      hint={
        of.given.people.length === 0
          ? 'Nobody: no organisation has an agreement that gives a part with a child. An administrator enters it.'
          : 'From the organisations with which there is an agreement. An administrator keeps the list.'
      }
      items={of.given.people.map((one) => ({ value: itemOf(one), text: wordsOf(one) }))}
    />
    <DayField
      of={of}
      name="last"
      label="Until when?"
      hint="The last day. Left empty, it goes on as long as the agreement."
      looks="ahead"
    />
  </>
)
const itemOf = ({ person, relation }: MayWork): string => `${person} ${relation}`
const wordsOf = ({ name, organisation, purpose, lastDay }: MayWork): string =>
  `${name}, ${organisation}: ${purposesIn([purpose])
    .map((one) => PURPOSES[one].words.toLowerCase())
    .join('')}, at most until ${dayWords(lastDay)}`

/** The day after the last; null: none was typed. */
function lastIn(r: Reading): IsoDay | null {
  const last = r.dayAheadIfAny('last', 'the last day')
  if (last !== null && last < r.today) r.fault('last', 'That day is over.')
  return last === null ? null : addDays(last, 1)
}

type Letting = Pick<MayWork, 'person' | 'relation'> & { readonly until: IsoDay | null }
const letting: FormDefinition<Given, Letting> = {
  ...{ ...common, name: 'organisation-person', path: '/children/:child/organisations', refused, load, Fields },
  words: {
    ...{ thing: 'who of an organisation works with a child', button: 'Let them work with this child', done: 'Saved.' },
    title: ({ name }) => `Who of an organisation works with ${name}`,
    fields: { who: 'Who', last: 'Until' },
  },
  start: () => ({}),
  decide: (typed, { people, works }, today) => {
    const r = reading(typed, today)
    const one = people.find((each) => itemOf(each) === typed.one('who'))
    if (one === undefined) r.fault('who', 'Choose somebody from the list.')
    else if (works.some(({ person, relation }) => person === one.person && relation === one.relation))
      r.fault('who', 'They work with this child already. End that first, for another day.')
    const until = lastIn(r)
    return r.result(() => ({ person: one?.person ?? '', relation: one?.relation ?? '', until }))
  },
  save: async (asking, chosen, { given: { child } }) => {
    await letWork(asking, { child, ...chosen })
    return { kind: 'saved', id: child }
  },
}

type Ending = Given & { readonly of: Works }
const ending: FormDefinition<Ending, IsoDay | null> = {
  ...{ ...common, name: 'organisation-person-end', path: '/children/:child/organisations/:about/end', refused },
  words: {
    ...{ thing: 'the end of somebody’s work with a child', button: 'Save', done: 'Saved.', fields: { last: 'Until' } },
    title: ({ of, name }) => `Until when ${of.name} works with ${name}`,
  },
  load: async (asking, where) => {
    const given = await load(asking, where)
    const of = given?.works.find(({ id }) => id === where.about)
    return given && of && { ...given, of }
  },
  start: () => ({}),
  decide: (typed, _, today) => {
    const r = reading(typed, today)
    const last = lastIn(r)
    return r.result(() => last)
  },
  save: async (asking, until, { given: { child, of } }) => {
    await endWork(asking, { child, of: of.id, until })
    return { kind: 'saved', id: child }
  },
  Fields: (of) => (
    <>
      <p>
        {of.given.of.name} of {of.given.of.organisation} then sees nothing more of {of.given.name}. What they wrote
        stays.
      </p>
      <DayField
        of={of}
        name="last"
        label="What is the last day?"
        hint="Left empty, it ends now, at once."
        looks="ahead"
      />
    </>
  ),
}

export const organisationPeopleForms: readonly Form[] = [makeForm(letting), makeForm(ending)]
