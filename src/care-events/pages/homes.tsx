// Homes and nights as forms: a home begins or changes, ends, is put right; its plan; and where a child sleeps tonight.
import type { FC } from 'hono/jsx'
import { formatDay } from '#calendar'
import { type Asking, retract } from '#database'
import {
  type At,
  ChoiceField,
  correctionOf,
  DayField,
  type FieldsProps,
  type Form,
  type FormDefinition,
  LineField,
  makeForm,
  PickField,
  retractionOf,
  TicksField,
  TimeField,
  WordsField,
} from '#forms'
import { NIGHT_KINDS, placementsOf, recordNight, recordPlacementPlan, signPlacementPlan } from '#placements'
import { calledChild, endHome, partsOf, placementPlanOf, sleeps, takeHome, wordsIn } from '../event-store.ts'
import { HOW_IT_CAME } from '../home.ts'
import {
  decideHome,
  decideHomeEnd,
  decideHomeFacts,
  decideNight,
  decidePlan,
  type EndGiven,
  type HomeFacts,
  type HomesGiven,
  homeAsTyped,
  homeNow,
  type NewHomeEnd,
  type NewMove,
  type NewNight,
  type NewPlanOk,
  type PlanGiven,
} from '../homes.ts'
import type { Child } from '../orders.ts'
import { HOMES, textOf, WHY_HOME_ENDED } from '../plain-words-data.ts'
import { TOLD_ROWS } from '../told.ts'
import { common, refusedOn } from './event-words.tsx'
import { AddressFields, HomeFields, items, ToldFields } from './shared-fields.tsx'

const lock = (log: string) => ({ may: ['write', 'where'], log }) as const
const refused = refusedOn('since')
const LABELS = {
  ...{
    since: 'Since',
    until: 'Until',
    home_kind: 'The kind of home',
    whose: 'Whose home',
    how_it_came: 'How it came about',
  },
  ...{
    how_why: 'Why there was no plan',
    why: 'Why the home before ended',
    place_postcode: 'Postcode',
    kept_why: 'Why kept back',
  },
}

async function load(asking: Asking, at: At): Promise<HomesGiven | undefined> {
  const child = await calledChild(asking, at)
  return child === undefined ? undefined : { ...child, homes: await placementsOf(asking, child.child) }
}
async function loadEnd(asking: Asking, at: At): Promise<EndGiven | undefined> {
  const given = await load(asking, at)
  const ends = given?.homes.find(({ id, line }) => id === at.about || line === at.about)
  return given === undefined || ends === undefined ? undefined : { ...given, ends }
}

const Fields: FC<FieldsProps<HomesGiven>> = (of) => {
  const now = homeNow(of.given)
  return (
    <>
      {now !== undefined && (
        <p>
          Now: {textOf(HOMES, now.kind)}, since {formatDay(now.since)}. It ends on the day the next one begins.
        </p>
      )}
      <DayField of={of} name="since" label="Since when are they there?" looks="back" />
      <HomeFields of={of} name={of.given.name} moving={now !== undefined} />
      <ToldFields of={of} />
    </>
  )
}

const begins: FormDefinition<HomesGiven, NewMove> = {
  ...common,
  name: 'home',
  path: '/children/:child/homes/record',
  lock: lock('recorded a home'),
  words: {
    thing: 'a home',
    title: (given) => (homeNow(given) === undefined ? `A home for ${given.name}` : `${given.name} moves home`),
    ...{ button: 'Save home', done: 'Home saved. Visits and the plan are counted from now on.', fields: LABELS },
  },
  load,
  start: () => ({ since: ['today'], who_may_know: ['all'] }),
  decide: decideHome,
  save: async (asking, move, { given: { child }, today }) => {
    return { kind: 'saved', id: await takeHome(asking, child, { ...move, today }) }
  },
  refused,
  Fields,
  rows: { told_who: TOLD_ROWS },
}

const Facts: FC<FieldsProps<HomesGiven>> = (of) => (
  <>
    <DayField of={of} name="since" label="Since when were they there?" looks="back" />
    <DayField of={of} name="until" label="Until when, if they left" looks="back" />
    <PickField of={of} name="home_kind" label="What kind of home?" items={HOMES} />
    <LineField of={of} name="whose" label="Whose home is it?" />
    <ChoiceField
      of={of}
      name="how_it_came"
      label="How did it come about?"
      items={Object.entries(HOW_IT_CAME).map(([value, text]) => ({ value, text }))}
    />
    <WordsField of={of} name="how_why" label="Why was there no plan beforehand?" rows={2} />
    <PickField of={of} name="why" label="Why did the home before end?" items={WHY_HOME_ENDED} none="It was the first" />
    <TicksField
      of={of}
      name="same_carers"
      label="The carers"
      items={[{ value: 'same', text: 'The same people as before' }]}
    />
  </>
)
const facts: FormDefinition<HomesGiven, HomeFacts> = {
  ...begins,
  decide: decideHomeFacts,
  save: async () => await Promise.reject(new Error('The facts of a home are only put right.')),
  Fields: Facts,
}
const corrected = correctionOf(facts, {
  ...{ name: 'home-correct', path: '/children/:child/homes/:about/correct', thing: 'a home' },
  title: ({ name }) => `Put right a home of ${name}`,
  table: 'kith.placement',
  asTyped: (home) => homeAsTyped(home, partsOf(home.words, 'why', 'how', 'whose'), formatDay),
  written: ({ kind, since, until, planned, sameCarers, why, parts }) => ({
    columns: {
      kind,
      during: `[${since},${until ?? ''})`,
      planned,
      same_carers: sameCarers,
      start_reason: why,
      start_known: true,
    },
    words: wordsIn(parts).words ?? null,
  }),
})

const EndFields: FC<FieldsProps<EndGiven>> = (of) => (
  <>
    <p>
      {textOf(HOMES, of.given.ends.kind)}, since {formatDay(of.given.ends.since)}. Where they move to another home,
      record the move instead.
    </p>
    <DayField of={of} name="until" label="The day they left" looks="back" />
    <TimeField of={of} name="until_time" label="What time, if you know" />
    <PickField of={of} name="night" label="Where do they sleep from then on?" items={items(NIGHT_KINDS)} />
  </>
)
const ends: FormDefinition<EndGiven, NewHomeEnd> = {
  ...common,
  name: 'home-ends',
  path: '/children/:child/homes/:about/end',
  lock: lock('recorded the end of a home'),
  words: {
    ...{
      thing: 'the end of a home',
      title: ({ name }) => `A home of ${name} ends`,
      button: 'Save the end',
      done: 'Saved.',
    },
    fields: { until: 'The day', night: 'Where they sleep' },
  },
  load: loadEnd,
  start: () => ({ until: ['today'] }),
  decide: decideHomeEnd,
  save: async (asking, { until, night, at }, { given }) => {
    await endHome(asking, given.ends, until)
    await recordNight(asking, given.child, { kind: night, since: at, place: null })
    return { kind: 'saved', id: given.ends.line }
  },
  refused: refusedOn('until'),
  Fields: EndFields,
}

const PlanFields: FC<FieldsProps<PlanGiven>> = (of) => (
  <>
    <p>
      For the home that began on {formatDay(of.given.ends.since)}. The plan is ready before the start. Where that could
      not be, it follows within five working days, with the reason.
    </p>
    <DayField of={of} name="prepared" label="The day the plan was ready" looks="back" />
    <DayField of={of} name="signed" label="The day it was signed, if it was" looks="back" />
    <LineField of={of} name="who_signed" label="Who signed it" />
    <WordsField
      of={of}
      name="late_why"
      label="If it came after the start: why could it not be ready before?"
      rows={3}
    />
  </>
)
const plan: FormDefinition<PlanGiven, NewPlanOk> = {
  ...common,
  name: 'home-plan',
  path: '/children/:child/homes/:about/plan',
  lock: { may: ['write', 'plan'], log: 'recorded a placement plan' },
  words: {
    ...{ thing: 'a placement plan', title: ({ name }) => `The placement plan for ${name}`, button: 'Save plan' },
    ...{ done: 'Saved.', fields: { prepared: 'Ready', signed: 'Signed', late_why: 'Why after the start' } },
  },
  load: async (asking, at) => {
    const given = await loadEnd(asking, at)
    return given && { ...given, plan: await placementPlanOf(asking, given.child, given.ends.line) }
  },
  start: ({ plan: standing }) =>
    standing === undefined ? { prepared: ['today'] } : { prepared: [standing.prepared], signed: ['today'] },
  decide: decidePlan,
  save: async (asking, { plan: written, said }, { given }) => {
    const words = wordsIn(said)
    if (given.plan === undefined) {
      const where = { child: given.child, placement: given.ends.line }
      return { kind: 'saved', id: (await recordPlacementPlan(asking, where, { ...written, ...words })).id }
    }
    if (written.signed === null)
      return {
        kind: 'refused',
        faults: [{ field: 'signed', says: 'The plan stands already. Write the day it was signed.' }],
      }
    const signed = await signPlacementPlan(asking, given.plan.id, written.signed)
    return 'ok' in signed
      ? { kind: 'saved', id: signed.ok.id }
      : { kind: 'refused', faults: [{ field: '', says: 'Somebody changed this plan meanwhile. Open it again.' }] }
  },
  refused: refusedOn('prepared'),
  Fields: PlanFields,
}

const NightFields: FC<FieldsProps<Child>> = (of) => (
  <>
    <p>A night away does not end the home. It says where to find them.</p>
    <ChoiceField of={of} name="night" label={`Where does ${of.given.name} sleep?`} items={items(NIGHT_KINDS)} />
    <DayField of={of} name="since" label="Since which day?" looks="back" />
    <TimeField of={of} name="since_time" label="Since what time, if you know" />
    <WordsField of={of} name="where" label="Where exactly, with whom, and until when" rows={3} />
    <AddressFields of={of} name={of.given.name} />
  </>
)
const night: FormDefinition<Child, NewNight> = {
  ...common,
  name: 'night',
  path: '/children/:child/nights/record',
  lock: lock('recorded where a child sleeps'),
  words: {
    ...{
      thing: 'where a child sleeps',
      title: ({ name }) => `Where ${name} sleeps tonight`,
      button: 'Save',
      done: 'Saved.',
    },
    fields: { night: 'Where', since: 'Since' },
  },
  load: calledChild,
  start: () => ({ since: ['today'], who_may_know: ['all'] }),
  decide: decideNight,
  save: async (asking, ok, { given: { child } }) => ({ kind: 'saved', id: await sleeps(asking, child, ok) }),
  refused,
  undo: async (asking, id) => {
    const reason = 'Taken back by its author within ten minutes.'
    return 'ok' in (await retract(asking, 'kith.night_place', { id, reason }))
  },
  Fields: NightFields,
}

const retracted = [
  retractionOf({
    ...{ ...common, name: 'home-retract', path: '/children/:child/homes/:about/retract', thing: 'a home' },
    ...{ table: 'kith.placement', lock: lock('took back a home') },
  }),
  retractionOf({
    ...{ ...common, name: 'night-retract', path: '/children/:child/nights/:about/retract', thing: 'where they slept' },
    ...{ table: 'kith.night_place', lock: lock('took back where a child slept') },
  }),
]

export const homeForms: readonly Form[] = [
  ...[makeForm(begins), makeForm(corrected), makeForm(ends), makeForm(plan), makeForm(night)],
  ...retracted.map((one) => makeForm(one)),
]
