// Leaving care, as a form.

import type { FC } from 'hono/jsx'
import {
  DayField,
  type FieldsProps,
  type Form,
  type FormDefinition,
  makeForm,
  PickField,
  TicksField,
  WordsField,
} from '#forms'
import { NOTICE_ROWS, NoticeFields } from '#notices/pages'
import { periodsOf, placementsOf, WHY_CARE_ENDED } from '#placements'
import { decideLeaving, type LeavingGiven, type NewLeaving } from '../away.ts'
import { calledChild, leaveCare, powersOf } from '../event-store.ts'
import { common, refusedOn } from './event-words.tsx'
import { powerWords } from './orders.tsx'

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
      <NoticeFields of={of} />
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
  rows: { told_who: NOTICE_ROWS },
}

export const leavingForms: readonly Form[] = [makeForm(leaves)]
