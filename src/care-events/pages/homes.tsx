// Homes as forms: a home begins or changes, ends, is put right.
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
  itemsOf,
  LineField,
  makeCorrection,
  makeForm,
  makeRetraction,
  PickField,
  TicksField,
  TimeField,
  WordsField,
} from '#forms'
import { homesAhead } from '#home-requests'
import { InsetText } from '#look'
import { NOTICE_ROWS, NoticeFields } from '#notices/pages'
import { NIGHT_KINDS, placementsOf, recordNight } from '#placements'
import { calledChild, endHome, partsOf, takeHome, wordsIn } from '../event-store.ts'
import { HOW_IT_CAME } from '../home.ts'
import {
  decideHome,
  decideHomeEnd,
  decideHomeFacts,
  type EndGiven,
  type HomeFacts,
  type HomesGiven,
  homeAsTyped,
  homeNow,
  type MoveGiven,
  moveAsDecided,
  type NewHomeEnd,
  type NewMove,
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
    decided_home: 'The home that was decided on',
    how_it_came: 'How it came about',
  },
  ...{
    how_why: 'Why there was no plan',
    why: 'Why the home before ended',
    place_postcode: 'Postcode',
    kept_why: 'Why kept back',
  },
}

export async function homesGiven(asking: Asking, at: At): Promise<HomesGiven | undefined> {
  const child = await calledChild(asking, at)
  return child === undefined ? undefined : { ...child, homes: await placementsOf(asking, child.child) }
}
async function loadEnd(asking: Asking, at: At): Promise<EndGiven | undefined> {
  const given = await homesGiven(asking, at)
  const ends = given?.homes.find(({ id, line }) => id === at.about || line === at.about)
  return given === undefined || ends === undefined ? undefined : { ...given, ends }
}

const Decided: FC<FieldsProps<MoveGiven>> = (of) => (
  <>
    {of.given.ahead.flatMap(({ called, waits }) =>
      waits.map((kind) => (
        <InsetText>
          {called}: the approval is not given yet ({kind}). The law asks for it before they move in.
        </InsetText>
      )),
    )}
    <PickField
      of={of}
      name="decided_home"
      label="Is it the home that was decided on?"
      hint="Then nobody looks for a home any more, and the place is no longer reserved but theirs."
      none="No, another home"
      items={of.given.ahead.map(({ line, called, starts }) => {
        return { value: line, text: `${called}, planned from ${formatDay(starts)}` }
      })}
    />
  </>
)

const Fields: FC<FieldsProps<MoveGiven>> = (of) => {
  const now = homeNow(of.given)
  return (
    <>
      {now !== undefined && (
        <p>
          Now: {textOf(HOMES, now.kind)}, since {formatDay(now.since)}. It ends on the day the next one begins.
        </p>
      )}
      {of.given.ahead.length > 0 && <Decided {...of} />}
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
    const given = await homesGiven(asking, at)
    if (given === undefined) return undefined
    const ahead = await homesAhead(asking, given.child, at.today)
    return { ...given, ahead, deciders: await decidersNamed(asking, given.child) }
  },
  start: (given, today) => ({ ...moveAsDecided(given, today, formatDay), who_may_know: ['all'] }),
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
    <ChoiceField of={of} name="how_it_came" label="How did it come about?" items={itemsOf(HOW_IT_CAME)} />
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
  given: homesGiven,
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

export const homeForms: readonly Form[] = [makeForm(begins), correcting, makeForm(ends), takingBack]
