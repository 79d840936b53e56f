// Homes as forms: a home begins or changes, ends, is put right; and its plan.
import type { FC } from 'hono/jsx'
import { formatDay, parseDay } from '#calendar'
import { type Asking, correct } from '#database'
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
  PickField,
  TicksField,
  TimeField,
  WordsField,
} from '#forms'
import { NOTICE_ROWS, NoticeFields } from '#notices/pages'
import { NIGHT_KINDS, placementsOf, recordNight, recordPlacementPlan, signPlacementPlan } from '#placements'
import { calledChild, endHome, partsOf, placementPlanOf, takeHome, wordsIn } from '../event-store.ts'
import { HOW_IT_CAME } from '../home.ts'
import {
  decideHome,
  decideHomeEnd,
  decideHomeFacts,
  decidePlan,
  type EndGiven,
  type HomeFacts,
  type HomesGiven,
  homeAsTyped,
  homeNow,
  type MoveGiven,
  type NewHomeEnd,
  type NewMove,
  type NewPlanOk,
  type PlanGiven,
} from '../homes.ts'
import { decidersNamed } from '../notice-store.ts'
import { HOMES, textOf, WHY_HOME_ENDED } from '../plain-words-data.ts'
import { common, corrected, NEVER_SO, refusedOn, takenBack } from './event-words.tsx'
import { HomeFields, items } from './shared-fields.tsx'

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

const Fields: FC<FieldsProps<MoveGiven>> = (of) => {
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
      <NoticeFields of={of} deciders={of.given.deciders} />
    </>
  )
}

const begins: FormDefinition<MoveGiven, NewMove> = {
  ...common,
  name: 'home',
  path: '/children/:child/homes/record',
  lock: lock('recorded a home'),
  words: {
    thing: 'a home',
    title: (given) => (homeNow(given) === undefined ? `A home for ${given.name}` : `${given.name} moves home`),
    ...{ button: 'Save home', done: 'Home saved. Visits and the plan are counted from now on.', fields: LABELS },
  },
  load: async (asking, at) => {
    const given = await load(asking, at)
    return given && { ...given, deciders: await decidersNamed(asking, given.child) }
  },
  start: () => ({ since: ['today'], who_may_know: ['all'] }),
  decide: decideHome,
  save: async (asking, move, { given: { child }, today }) => {
    return { kind: 'saved', id: await takeHome(asking, child, { ...move, today }) }
  },
  refused,
  Fields,
  rows: { told_who: NOTICE_ROWS },
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
const correcting = makeCorrection<HomesGiven, HomeFacts, 'kith.placement'>({
  ...{ ...common, refused, decide: decideHomeFacts, Fields: Facts },
  name: 'home-correct',
  path: '/children/:child/homes/:about/correct',
  lock: lock('corrected a home'),
  words: { ...corrected('a home'), title: ({ name }) => `Put right a home of ${name}`, fields: LABELS },
  table: 'kith.placement',
  given: load,
  asTyped: (home) => homeAsTyped(home, partsOf(home.words, 'why', 'how', 'whose'), formatDay),
  correct: async (asking, { kind, since, until, planned, sameCarers, why, parts }, { version: id }) =>
    await correct(asking, 'kith.placement', {
      id,
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
    <LineField
      of={of}
      name="report_hours"
      label={`Missing: after how many hours is ${of.given.name} reported?`}
      hint="0 means at once. What is without delay for this child, as the plan says it."
      width="govuk-input--width-3"
    />
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
    ...{
      done: 'Saved.',
      fields: {
        prepared: 'Ready',
        signed: 'Signed',
        report_hours: 'Hours until reported',
        late_why: 'Why after the start',
      },
    },
  },
  load: async (asking, at) => {
    const given = await loadEnd(asking, at)
    return given && { ...given, plan: await placementPlanOf(asking, given.child, given.ends.line) }
  },
  start: ({ plan: standing }) =>
    standing === undefined
      ? { prepared: ['today'] }
      : {
          ...{ prepared: [standing.prepared], signed: [standing.signed ?? 'today'] },
          report_hours: [standing.report_hours === null ? '' : String(standing.report_hours)],
        },
  decide: decidePlan,
  save: async (asking, { plan: written, reportHours, said }, { given }) => {
    const words = wordsIn(said)
    if (given.plan === undefined) {
      const where = { child: given.child, placement: given.ends.line }
      return {
        kind: 'saved',
        id: (await recordPlacementPlan(asking, where, { ...written, report_hours: reportHours, ...words })).id,
      }
    }
    if (written.signed === null)
      return {
        kind: 'refused',
        faults: [{ field: 'signed', says: 'The plan stands already. Write the day it was signed.' }],
      }
    const signed = await signPlacementPlan(asking, given.plan.id, { signed: written.signed, report_hours: reportHours })
    return 'ok' in signed
      ? { kind: 'saved', id: signed.ok.id }
      : { kind: 'refused', faults: [{ field: '', says: 'Somebody changed this plan meanwhile. Open it again.' }] }
  },
  refused: refusedOn('prepared'),
  Fields: PlanFields,
}

const daysWords = (during: string): string => {
  const [since, until] = during
    .slice(1, -1)
    .split(',')
    .map((text) => parseDay(text))
  return `${since === undefined ? 'Not known' : formatDay(since)} to ${until === undefined ? 'now' : formatDay(until)}`
}
const takingBack = makeRetraction({
  ...takenBack('a home'),
  name: 'home-retract',
  path: '/children/:child/homes/:about/retract',
  lock: lock('took back a home'),
  table: 'kith.placement',
  given: calledChild,
  shows: ({ kind, during }, { name }) => ({
    title: `a home of ${name}`,
    rows: [
      ['The kind of home', textOf(HOMES, kind)],
      ['When', daysWords(during)],
    ],
    also: NEVER_SO,
  }),
})

export const homeForms: readonly Form[] = [makeForm(begins), correcting, makeForm(ends), makeForm(plan), takingBack]
