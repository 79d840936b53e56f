// The rule of the reviewing officer that waits: IRO-05.
import { day, type IsoDay } from '#calendar'
import { carePlanning2010 } from '#law'
import { ON, type Owed, waits } from './waits.ts'

const officerTold = waits<{ readonly on: IsoDay; readonly told: IsoDay | undefined; readonly before: boolean }, Owed>({
  id: 'IRO-05',
  name: 'Reviewing officer watches between reviews',
  says: 'The reviewing officer is told of each placement plan, move, ending, placement with a parent, extension of temporary approval, move to other arrangements, and of decisions of a review that are not carried out.',
  level: 'regulation',
  verification: 'primary',
  cites: [carePlanning2010('9(1)(b)(ii), 10(2)(d), 13(2)(i), 14(2)(b), 18(2)(d), 25(4)(c), 27(c), 37(b)')],
  responsible: "The child's social worker",
  trigger: 'the event',
  waitsFor:
    'A table of notices with the event that each is about: kith.told says only that the reviewing service was told.',
  apply: ({ on, told, before }) => (told !== undefined && (!before || told <= on) ? 'met' : 'owed'),
  examples: [
    { name: 'a move, not told', vector: 'IRO-05#1', given: { ...ON, told: undefined, before: false }, expect: 'owed' },
    {
      name: 'told before temporary approval was extended',
      vector: 'IRO-05#2',
      given: { on: day('2026-03-04'), told: day('2026-03-01'), before: true },
      expect: 'met',
    },
    {
      name: 'a decision of a review not carried out, not told',
      vector: 'IRO-05#3',
      given: { ...ON, told: undefined, before: false },
      expect: 'owed',
    },
  ],
})

export const REVIEWING_WAITING = [officerTold]
