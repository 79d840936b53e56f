// Where a child sleeps tonight, or slept for a time, as forms: recorded, and taken back.
import type { FC } from 'hono/jsx'
import { retract } from '#database'
import {
  ChoiceField,
  DayField,
  type FieldsProps,
  type Form,
  type FormDefinition,
  makeForm,
  makeRetraction,
  savedAt,
  TimeField,
  WordsField,
} from '#forms'
import { NIGHT_KINDS } from '#placements'
import { calledChild, partsOf, sleeps } from '../event-store.ts'
import { decideNight, type NewNight } from '../homes.ts'
import type { Child } from '../orders.ts'
import { common, refusedOn, takenBack } from './event-words.tsx'
import { AddressFields, items, sentence } from './shared-fields.tsx'

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

const takingBack = makeRetraction({
  ...takenBack('where they slept'),
  name: 'night-retract',
  path: '/children/:child/nights/:about/retract',
  lock: lock('took back where a child slept'),
  table: 'kith.night_place',
  given: calledChild,
  shows: ({ kind, since, words }, { name }) => ({
    title: `where ${name} slept`,
    rows: [
      ['Where', sentence(kind)],
      ['Since', savedAt(since)],
      ['What was written', partsOf(words, 'where')['where'] || 'Nothing'],
    ],
  }),
})

export const nightForms: readonly Form[] = [makeForm(night), takingBack]
