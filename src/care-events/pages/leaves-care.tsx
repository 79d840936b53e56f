// Leaving care, and who was told of anything, as forms.

import type { FC } from 'hono/jsx'
import type { IsoDay } from '#calendar'
import { correct } from '#database'
import type { Typed } from '#drafts'
import {
  DayField,
  type FieldsProps,
  type Form,
  type FormDefinition,
  LineField,
  makeCorrection,
  makeForm,
  makeRetraction,
  PickField,
  type Reading,
  reading,
  TicksField,
  TimeField,
  WordsField,
} from '#forms'
import { capital } from '#look'
import { periodsOf, placementsOf, WHY_CARE_ENDED } from '#placements'
import { decideLeaving, type LeavingGiven, type NewLeaving } from '../away.ts'
import { calledChild, leaveCare, powersOf, tellAll } from '../event-store.ts'
import type { Child, Decision } from '../orders.ts'
import { allToldIn, type NewTold, NOT_TOLD_WHY, RECIPIENTS, TOLD_ABOUT, TOLD_ROWS, type ToldAbout } from '../told.ts'
import { common, corrected, dayOrUnknown, refusedOn, shownDay, takenBack, timeTyped } from './event-words.tsx'
import { powerWords } from './orders.tsx'
import { items, ToldFields } from './shared-fields.tsx'

const LeaveFields: FC<FieldsProps<LeavingGiven>> = (of) => {
  const orders = of.given.powers.filter(({ ended, kind }) => ended === null && kind !== 'section 20 agreement')
  return (
    <>
      <p>The home where they are, and every section 20 agreement, end with it.</p>
      <DayField of={of} name="ended" label="The last day in care" looks="back" />
      <PickField of={of} name="reason" label="Why do they leave care?" items={WHY_CARE_ENDED} />
      <WordsField of={of} name="to" label="Where and with whom do they live from now on?" rows={2} />
      <WordsField of={of} name="agreed" label="Who agreed to it, or which court decided?" rows={2} />
      <WordsField of={of} name="why" label="What stays in place for them" rows={3} />
      {orders.length > 0 && (
        <TicksField
          of={of}
          name="ends"
          label="Which orders end with it?"
          items={orders.map(({ id, kind }) => ({ value: id, text: powerWords(kind) }))}
        />
      )}
      <ToldFields of={of} />
    </>
  )
}
const leaves: FormDefinition<LeavingGiven, NewLeaving> = {
  ...common,
  name: 'leaves-care',
  path: '/children/:child/leaves-care',
  lock: { may: ['write', 'legal'], log: 'recorded that a child leaves care' },
  words: {
    ...{
      thing: 'a child who leaves care',
      title: ({ name }) => `${name} leaves care`,
      button: 'Save that they leave care',
    },
    ...{ done: 'Saved.', fields: { ended: 'The last day', reason: 'Why', to: 'Where to', agreed: 'Who agreed' } },
  },
  load: async (asking, at) => {
    const child = await calledChild(asking, at)
    if (child === undefined) return undefined
    const period = (await periodsOf(asking, child.child)).find(({ until }) => until === null)
    if (period === undefined) return undefined
    const [homes, powers] = [await placementsOf(asking, child.child), await powersOf(asking, child.child)]
    return { ...child, period, homes, powers }
  },
  start: () => ({ ended: ['today'] }),
  decide: decideLeaving,
  save: async (asking, ok, { given }) => ({ kind: 'saved', id: await leaveCare(asking, given, ok) }),
  refused: refusedOn('ended'),
  Fields: LeaveFields,
  rows: { told_who: TOLD_ROWS },
}

type Telling = { readonly about: ToldAbout; readonly told: readonly NewTold[] }
const aboutIn = (r: Reading): ToldAbout => r.choice('about', TOLD_ABOUT, 'Say what they were told about.')
function decideTelling(typed: Typed, _: Child, today: IsoDay): Decision<Telling> {
  const r = reading(typed, today)
  const [about, told] = [aboutIn(r), allToldIn(r)]
  if (told.length === 0 && r.faults.length === 0) r.fault('told_who', 'Say who was told, or who was not.')
  return r.result(() => ({ about, told }))
}
const TOLD_LABELS = {
  ...{
    about: 'About what',
    told_who: 'Who',
    told_day: 'The day',
    told_day_time: 'What time',
    told_why: 'Why not',
    told_said: 'How',
  },
}
const TellFields: FC<FieldsProps<Child>> = (of) => (
  <>
    <PickField of={of} name="about" label="About what?" items={items(TOLD_ABOUT)} />
    <ToldFields of={of} />
  </>
)
const tell: FormDefinition<Child, Telling> = {
  ...common,
  name: 'told',
  path: '/children/:child/told/record',
  lock: { may: ['write', 'where'], log: 'recorded who was told' },
  words: {
    ...{
      thing: 'who was told',
      title: ({ name }) => `Who was told about ${name}`,
      button: 'Save who was told',
      done: 'Saved.',
    },
    fields: TOLD_LABELS,
  },
  load: calledChild,
  start: () => ({ told_day: ['today'] }),
  decide: decideTelling,
  save: async (asking, ok, { given: { child } }) => {
    await tellAll(asking, child, ok)
    return { kind: 'saved', id: child }
  },
  refused: refusedOn('told_day'),
  Fields: TellFields,
  rows: { told_who: TOLD_ROWS },
}

const OneTold: FC<FieldsProps<Child>> = (of) => (
  <>
    <PickField of={of} name="about" label="About what?" items={items(TOLD_ABOUT)} />
    <PickField of={of} name="told_who" label="Who" items={items(RECIPIENTS)} />
    <DayField of={of} name="told_day" label="The day they were told" looks="back" />
    <TimeField of={of} name="told_day_time" label="What time, if you know" />
    <PickField of={of} name="told_why" label="Or why not" items={items(NOT_TOLD_WHY)} none="They were told" />
    <LineField of={of} name="told_said" label="Name, and how they were told" />
  </>
)
const correcting = makeCorrection<Child, Telling, 'kith.told'>({
  ...{ ...common, refused: refusedOn('told_day'), decide: decideTelling, Fields: OneTold },
  name: 'told-correct',
  path: '/children/:child/told/:about/correct',
  lock: { may: ['write', 'where'], log: 'corrected who was told' },
  words: {
    ...corrected('who was told'),
    title: ({ name }) => `Put right who was told about ${name}`,
    fields: TOLD_LABELS,
  },
  table: 'kith.told',
  given: calledChild,
  asTyped: ({ about, recipient, told, told_at, not_told, words }) => ({
    ...{ about: [about], told_who: [recipient], told_day: shownDay(told), told_day_time: timeTyped(told_at) },
    ...{ told_why: [not_told ?? ''], told_said: [words ?? ''] },
  }),
  correct: async (asking, { about, told: [one] }, { version: id }) => {
    // What is about something else is of no time missing.
    const whole = about === 'missing' ? { about } : { about, episode: null }
    if (one === undefined) return await correct(asking, 'kith.told', { id, columns: whole })
    const { said, ...columns } = one
    return await correct(asking, 'kith.told', { id, columns: { ...whole, ...columns }, words: said })
  },
})
const takingBack = makeRetraction({
  ...takenBack('who was told'),
  name: 'told-retract',
  path: '/children/:child/told/:about/retract',
  lock: { may: ['write', 'where'], log: 'took back who was told' },
  table: 'kith.told',
  given: calledChild,
  shows: ({ about, recipient, told, not_told, words }, { name }) => ({
    title: `who was told about ${name}`,
    rows: [
      ['Who', capital(recipient)],
      ['About', capital(about)],
      ['Told', told === null ? capital(not_told ?? 'not known') : dayOrUnknown(told)],
      ['Name, and how', words ?? 'Nothing'],
    ],
  }),
})

export const leavingForms: readonly Form[] = [makeForm(leaves), makeForm(tell), correcting, takingBack]
