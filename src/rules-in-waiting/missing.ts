// A rule about missing children that waits: MI-05.
import { day, type IsoDay } from '#calendar'
import { carePlanning2010 } from '#law'
import { ON, waits } from './waits.ts'

const absence = waits<
  { readonly on: IsoDay; readonly persistentlyAbsent: boolean },
  { readonly kind: 'reviewOwed' | 'none' }
>({
  id: 'MI-05',
  name: 'Review on persistent absence',
  says: 'The case is reviewed early where the child is or has been persistently absent.',
  level: 'regulation',
  verification: 'knowledge',
  cites: [carePlanning2010('33(3)(f)')],
  inForce: { from: day('2014-01-27') },
  responsible: 'The council; the reviewing officer',
  trigger: 'the persistent absence',
  waitsFor: 'A table of attendance; and “persistent absence” among the kinds of kith.review_call.',
  apply: ({ persistentlyAbsent }) => ({ kind: persistentlyAbsent ? 'reviewOwed' : 'none' }),
  examples: [
    {
      name: 'persistently absent',
      vector: 'MI-05#1',
      given: { ...ON, persistentlyAbsent: true },
      expect: { kind: 'reviewOwed' },
    },
    { name: 'not so', vector: 'MI-05#2', given: { ...ON, persistentlyAbsent: false }, expect: { kind: 'none' } },
  ],
})

export const MISSING_WAITING = [absence]
