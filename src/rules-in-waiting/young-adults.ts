// Rules that wait of the local offer and staying close: LC-14 and LC-15.
import { addMonths, day, type IsoDay } from '#calendar'
import { childrenAct1989, enacted, guidance } from '#law'
import { notYet, type Owed, waits } from './waits.ts'

const council = { responsible: 'The council; the personal adviser' } as const
type DueDay = { readonly kind: 'due'; readonly day: IsoDay }
const dueOn = (text: string): DueDay => ({ kind: 'due', day: day(text) })

const localOffer = waits<
  { readonly on: IsoDay; readonly published: IsoDay; readonly financialLiteracy: boolean | undefined },
  DueDay | 'toBeChecked'
>({
  id: 'LC-14',
  name: 'Local offer published',
  says: 'The council publishes what it offers to young people who left care, and brings it up to date at least every two to three years. Whether it has to speak of money matters is not known: the Act of 2026 was not read.',
  level: 'statutory-guidance',
  verification: 'primary',
  cites: [enacted('Children and Social Work Act 2017', 'section 2'), guidance('Local offer guidance (DfE)', '')],
  inForce: { from: day('2018-04-01') },
  responsible: 'The council',
  trigger: 'the day on which it was published',
  waitsFor: 'A table of what the council publishes. It is a duty of the council, not to one young person.',
  apply: ({ published, financialLiteracy }) =>
    financialLiteracy === false ? 'toBeChecked' : { kind: 'due', day: addMonths(published, 36) },
  examples: [
    {
      name: 'three years, from leap day',
      given: { on: day('2026-06-01'), published: day('2024-02-29'), financialLiteracy: undefined },
      expect: dueOn('2027-02-28'),
    },
    {
      name: 'it does not speak of money matters',
      vector: 'LC-14#3',
      given: { on: day('2026-06-01'), published: day('2025-01-10'), financialLiteracy: false },
      expect: 'toBeChecked',
    },
  ],
})

const stayingClose = waits<
  { readonly on: IsoDay; readonly commenced: boolean; readonly age: number; readonly assessed: boolean },
  Owed
>({
  ...council,
  id: 'LC-15',
  name: 'Staying close',
  says: 'For every former relevant young person under 25 the council assesses whether staying close support is needed, and gives it.',
  level: 'statute',
  verification: 'primary',
  cites: [childrenAct1989('23CZAA'), enacted("Children's Wellbeing and Schools Act 2026 (c. 21)", 'section 7')],
  inForce: notYet(
    "Children's Wellbeing and Schools Act 2026 (c. 21), section 7: marked prospective in the copy that was read (June 2026)",
  ),
  trigger: 'leaving care',
  waitsFor: 'Its commencement; and a table of assessments of young people who left care.',
  asIfInForce: ({ commenced }) => commenced,
  apply: ({ age, assessed }) => {
    if (age >= 25) return 'notOwed'
    return assessed ? 'met' : 'owed'
  },
  examples: [
    {
      name: 'not in force: never raised as overdue',
      vector: 'LC-15#1',
      given: { on: day('2026-06-01'), commenced: false, age: 24, assessed: false },
      expect: { kind: 'notInForce', from: day('2026-04-29'), until: undefined },
    },
    {
      name: 'were it in force: aged 24, not assessed',
      vector: 'LC-15#2',
      given: { on: day('2026-12-01'), commenced: true, age: 24, assessed: false },
      expect: 'owed',
    },
    {
      name: 'were it in force: 25',
      vector: 'LC-15#3',
      given: { on: day('2026-12-01'), commenced: true, age: 25, assessed: false },
      expect: 'notOwed',
    },
  ],
})

export const YOUNG_ADULTS_WAITING = [localOffer]
export const YOUNG_ADULTS_NOT_YET = [stayingClose]
