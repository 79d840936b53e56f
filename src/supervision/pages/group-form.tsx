// The form of supervision as a group: who was there, and what they looked at; what is thought of a child is written on that child.
import type { IsoDay } from '#calendar'
import { DayField, type Form, type Item, LineField, makeForm, reading, TicksField, WordsField } from '#forms'
import { supervisees, writeStaff } from '../staff-store.ts'
import { refused } from './entry-forms.tsx'
import { HERE, LEADS, minutesIn, SHORT, toSession, undoSession } from './staff-words.tsx'

type Group = { readonly people: readonly Item[] }
type GroupOk = {
  readonly held: IsoDay
  readonly minutes: number
  readonly people: readonly string[]
  readonly about: string
}
export const groupForm: Form = makeForm<Group, GroupOk>({
  ...{ name: 'supervision-group', path: '/supervision/group/record', here: HERE, refused },
  lock: { may: LEADS, log: 'recorded a group supervision' },
  words: {
    ...{ thing: 'a group supervision', button: 'Save', done: 'Saved.' },
    title: () => 'Supervision as a group',
    fields: { held: 'When', minutes: 'Minutes', people: 'Who was there', about: 'What you looked at' },
  },
  load: async (asking, { today }) => ({
    people: (await supervisees(asking, today)).map(({ id, name, team }) => ({ value: id, text: `${name} (${team})` })),
  }),
  start: () => ({ held: ['today'] }),
  decide: (typed, given, today) => {
    const read = reading(typed, today)
    const held = read.day('held', 'the day')
    const minutes = minutesIn(read)
    const people = given.people.flatMap(({ value }) => (typed.all('people').includes(value) ? [value] : []))
    if (people.length < 2) read.fault('people', 'Choose two people at least. With one, it is a supervision with them.')
    const about = read.words('about', 'Say what you looked at: a child, or a question that several children bring.')
    return read.result((): GroupOk => ({ held, minutes, people, about }))
  },
  Fields: (of) => (
    <>
      <DayField of={of} name="held" label="On which day?" looks="back" />
      <LineField of={of} name="minutes" label="Minutes" width={SHORT} />
      <TicksField of={of} name="people" label="Who was there?" items={of.given.people} />
      <WordsField
        of={of}
        name="about"
        label="What did you look at?"
        hint="No child’s name here. What you think and decide for a child is written on that child’s record next."
      />
    </>
  ),
  save: async (asking, { about, people, ...columns }, { me }) => ({
    kind: 'saved',
    id: await writeStaff(asking, 'kith.supervision', {
      columns: { ...columns, people: [...people], kind: 'group', worker: null, supervisor: me, cancelled: null },
      words: { about },
    }),
  }),
  leadsTo: toSession,
  undo: undoSession,
})
