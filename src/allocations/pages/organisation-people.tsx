// Who of an organisation works with a child, as forms: whoever manages the work with them lets somebody, as it was agreed, and ends it.
import type { FC } from 'hono/jsx'
import { addDays, dayWords, type IsoDay } from '#calendar'
import { childById } from '#children'
import type { Asking, Refused } from '#database'
import {
  type At,
  DayField,
  type Fault,
  type FieldsProps,
  type Form,
  type FormDefinition,
  isId,
  makeForm,
  PickField,
  type Reading,
  reading,
} from '#forms'
import { lastDayOf } from '#organisations'
import { forWhat, whySeesNothing } from '../outside.ts'
import { endWork, letWork, type MayWork, outsideOf, type Works, whoMayWork, workOf } from '../outside-store.ts'
import { managesWork } from '../store.ts'
import { dayOf, LetIn, letInAt } from './let-in.tsx'

type Given = {
  readonly child: string
  readonly name: string
  readonly people: readonly MayWork[]
  readonly works: readonly Works[]
}

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
  leadsTo: ({ child }: At) => letInAt(child),
} as const
const refused = ({ kind }: Refused): Fault => ({
  field: '',
  says:
    kind === 'not allowed'
      ? 'Who manages the work with this child lets them. Your text is kept.'
      : 'What was agreed with their organisation changed meanwhile. Open the form again.',
})

const Fields: FC<FieldsProps<Given>> = (of) => (
  <>
    <LetIn {...of.given} today={of.today} manages />
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
const wordsOf = ({ name, organisation, relation, lastDay }: MayWork): string =>
  `${name}, ${organisation}: ${forWhat(relation)}, at most until ${dayWords(lastDay)}`

/** The day after the last; null: none was typed. `agreed`: the last day of the agreement, where it is known of whom. */
function lastIn(r: Reading, agreed: IsoDay | undefined): IsoDay | null {
  const last = r.dayAheadIfAny('last', 'the last day')
  if (last !== null && last < r.today) r.fault('last', 'That day is over.')
  else if (last !== null && agreed !== undefined && last > agreed)
    r.fault(
      'last',
      `The agreement with their organisation goes until ${dayWords(agreed)}. Choose that day, or one before.`,
    )
  return last === null ? null : addDays(last, 1)
}

const ALREADY = 'They are let in to this child already, for the same. Change or end that.'
type Letting = Pick<MayWork, 'person' | 'relation'> & { readonly until: IsoDay | null }
const letting: FormDefinition<Given, Letting> = {
  ...{ ...common, name: 'organisation-person', path: '/children/:child/organisations/add', refused, load, Fields },
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
      r.fault('who', ALREADY)
    const until = lastIn(r, one?.lastDay)
    return r.result(() => ({ person: one?.person ?? '', relation: one?.relation ?? '', until }))
  },
  save: async (asking, chosen, { given: { child } }) => {
    const done = await letWork(asking, { child, ...chosen })
    return done === 'already'
      ? { kind: 'refused', faults: [{ field: 'who', says: ALREADY }] }
      : { kind: 'saved', id: child }
  },
}

type Ending = Given & { readonly of: Works }
/** What the end of one changes: who is let in for two purposes goes on to see in the other. */
function thenSees({ of, works, name }: Ending, today: IsoDay): string {
  const why = whySeesNothing(of.agreed, today)
  const who = `${of.name} of ${of.organisation}`
  if (of.over) return `${who} works with ${name} in this no more: it is over since ${overSince(of)}.`
  if (why !== undefined) return `${who} sees nothing of ${name} in this already: ${why}.`
  const others = works
    .filter((one) => one.person === of.person && one.id !== of.id && whySeesNothing(one.agreed, today) === undefined)
    .map(({ relation }) => forWhat(relation))
  if (others.length === 0) return `${who} then sees nothing more of ${name}.`
  return `${who} then sees nothing more of ${name} for this: ${forWhat(of.relation)}. They go on to see what is for: ${others.join('; ')}.`
}
const overSince = ({ until }: Works): string => (until === null ? 'a day that is not known' : dayOf(until))
const OVER = 'Their work with this child is over already. Nothing has to be done.'
const ending: FormDefinition<Ending, IsoDay | null> = {
  ...{ ...common, name: 'organisation-person-end', path: '/children/:child/organisations/:about/end', refused },
  words: {
    ...{ thing: 'the end of somebody’s work with a child', button: 'Save', done: 'Saved.', fields: { last: 'Until' } },
    title: ({ of, name }) => `Until when ${of.name} works with ${name}: ${forWhat(of.relation)}`,
  },
  load: async (asking, where) => {
    const given = await load(asking, where)
    if (given === undefined || where.about === null || !isId(where.about)) return undefined
    const of = await workOf(asking, given.child, where.about)
    return of && { ...given, of }
  },
  start: () => ({}),
  decide: (typed, { of }, today) => {
    const r = reading(typed, today)
    if (of.over) r.fault('', OVER)
    const last = lastIn(r, lastDayOf(of.agreed))
    return r.result(() => last)
  },
  save: async (asking, until, { given: { child, of } }) => {
    await endWork(asking, { child, of: of.id, until })
    return { kind: 'saved', id: child }
  },
  Fields: (of) => (
    <>
      <p>{thenSees(of.given, of.today)} What they wrote stays.</p>
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
