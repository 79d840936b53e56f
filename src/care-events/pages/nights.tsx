// Where a child sleeps tonight, or slept for a time, as forms: recorded, put right, and taken back.

import type { FC } from 'hono/jsx'
import { mayDo } from '#access'
import { formatDay, instant, londonMidnight, millisecondsOf } from '#calendar'
import { type Asking, correct, retract, type Version } from '#database'
import {
  type At,
  ChoiceField,
  DayField,
  type FieldsProps,
  type Form,
  type FormDefinition,
  makeCorrection,
  makeForm,
  makeRetraction,
  NotNow,
  savedAt,
  TimeField,
  WordsField,
} from '#forms'
import { capital } from '#look'
import { episodesOf } from '#missing'
import { NIGHT_KINDS } from '#placements'
import { calledChild, partsOf, sleeps, wordsIn } from '../event-store.ts'
import {
  decideNight,
  decideNightFacts,
  FOLLOWS,
  type NewNight,
  type NightFacts,
  type NightGiven,
  NOT_FOR_YOU,
} from '../homes.ts'
import type { Child } from '../orders.ts'
import { common, corrected, momentTyped, refusedOn, takenBack } from './event-words.tsx'
import { AddressFields, items } from './shared-fields.tsx'

const lock = (log: string) => ({ may: ['write', 'where'], log }) as const

const Facts: FC<FieldsProps<Child>> = (of) => (
  <>
    <ChoiceField of={of} name="night" label={`Where does ${of.given.name} sleep?`} items={items(NIGHT_KINDS)} />
    <DayField of={of} name="since" label="Since which day?" looks="back" />
    <TimeField of={of} name="since_time" label="Since what time, if you know" />
    <WordsField of={of} name="where" label="Where exactly, with whom, and until when" rows={3} />
  </>
)
const Fields: FC<FieldsProps<Child>> = (of) => (
  <>
    <p>A night away does not end the home. It says where to find them.</p>
    <Facts {...of} />
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
  refused: refusedOn('since'),
  undo: async (asking, id) => {
    const reason = 'Taken back by its author within ten minutes.'
    return 'ok' in (await retract(asking, 'kith.night_place', { id, reason }))
  },
  Fields,
}

type NightVersion = Version<'kith.night_place'>
/** A night as missing follows from the report that begins in the same moment. */
async function nightGiven(asking: Asking, at: At, night: NightVersion): Promise<NightGiven | undefined> {
  const child = await calledChild(asking, at)
  if (child === undefined) return undefined
  const given = { ...child, address: night.place !== null }
  if (night.kind !== 'missing') return { ...given, follows: undefined }
  if (!(await mayDo(asking, child.child, ['see', 'missing']))) return { ...given, follows: 'not for you' }
  const episodes = await episodesOf(asking, child.child)
  const follows = episodes.find(
    ({ kind, since, sinceAt }) =>
      kind === 'missing' && millisecondsOf(sinceAt ?? londonMidnight(since)) === millisecondsOf(instant(night.since)),
  )
  return { ...given, follows }
}

const notHere = ({ child, follows }: NightGiven): Parameters<typeof NotNow>[0] | undefined => {
  if (follows === undefined) return undefined
  if (follows === 'not for you') return { says: NOT_FOR_YOU }
  const to = `/children/${child}/missing/${follows.id}/correct`
  return { says: FOLLOWS, to: { at: to, words: `The report of ${formatDay(follows.since)}` } }
}

const CorrectionFields: FC<FieldsProps<NightGiven>> = (of) => {
  const not = notHere(of.given)
  if (not !== undefined) return <NotNow {...not} />
  return (
    <>
      <Facts {...of} />
      <DayField of={of} name="until" label="Until which day, if it is over?" looks="back" />
      <TimeField of={of} name="until_time" label="Until what time, if you know" />
      {of.given.address && <p>The address that was written with it stays. It is put right apart, under Record.</p>}
    </>
  )
}
const written = (words: string | undefined): string => partsOf(words, 'where')['where'] ?? ''

const correcting = makeCorrection<NightGiven, NightFacts, 'kith.night_place'>({
  ...{ ...common, refused: refusedOn('since'), decide: decideNightFacts, Fields: CorrectionFields },
  name: 'night-correct',
  path: '/children/:child/nights/:about/correct',
  lock: lock('corrected where a child slept'),
  words: {
    ...corrected('where a child slept'),
    title: ({ name }) => `Put right where ${name} slept`,
    fields: { night: 'Where', since: 'Since', until: 'Until', where: 'Where exactly' },
  },
  table: 'kith.night_place',
  given: nightGiven,
  asTyped: ({ kind, since, until, words }) => ({
    ...{ night: [kind], ...momentTyped('since', since), ...momentTyped('until', until), where: [written(words)] },
  }),
  correct: async (asking, { kind, since, until, parts }, { version: id }) =>
    await correct(asking, 'kith.night_place', {
      id,
      columns: { kind, since, until },
      words: wordsIn(parts).words ?? null,
    }),
})

const takingBack = makeRetraction({
  ...takenBack('where they slept'),
  name: 'night-retract',
  path: '/children/:child/nights/:about/retract',
  lock: lock('took back where a child slept'),
  table: 'kith.night_place',
  given: nightGiven,
  shows: ({ kind, since, until, words }, given) => {
    const refused = notHere(given)
    return {
      title: `where ${given.name} slept`,
      rows: [
        ['Where', capital(kind)],
        ['Since', savedAt(since)],
        ...(until === null ? [] : [['Until', savedAt(until)] as const]),
        ['What was written', written(words) || 'Nothing'],
      ],
      also: 'What was written before it then says where they slept.',
      ...(refused === undefined ? {} : { refused }),
    }
  },
})

export const nightForms: readonly Form[] = [makeForm(night), correcting, takingBack]
