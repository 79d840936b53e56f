// Rule PL-20: the statistics' 20-mile measure; not a legal test, and apart from inside or outside the boundary.
import { day, type IsoDay } from '#calendar'
import { enacted, rule, unknown } from '#law'

export interface TwentyMilesGiven {
  readonly on: IsoDay
  /** As the statistics measure: straight line, one decimal. undefined: a postcode is not known. */
  readonly miles: number | undefined
  readonly placedForAdoption: boolean
}

export type TwentyMilesAnswer = { readonly kind: 'over' | 'notOver' | 'confidential' }

const THRESHOLD = 20

export const twentyMiles = rule<TwentyMilesGiven, TwentyMilesAnswer>({
  id: 'PL-20',
  name: 'More than 20 miles from home',
  says: 'A placement counts as far when the straight line from home to placement is more than 20 miles. Inside or outside the boundary is a separate fact.',
  level: 'data-definition',
  verification: 'secondary',
  cites: [enacted('Children looked after statistics and SSDA903 guide (DfE)', 'distance from home to placement')],
  inForce: { from: day('2011-04-01') },
  satisfiedBy: { fact: 'placement', table: 'kith.placement', words: 'Computed from both postcodes.' },
  trigger: 'the placement',
  responsible: 'The data team',
  decidedOn: ({ on }) => on,
  apply: ({ miles, placedForAdoption }) => {
    if (placedForAdoption) return { kind: 'confidential' }
    if (miles === undefined) return unknown('the postcode of home or placement')
    return { kind: miles > THRESHOLD ? 'over' : 'notOver' }
  },
  examples: [
    {
      name: '20.0 miles is not over 20',
      vector: 'PL-20#1',
      given: { on: day('2026-04-01'), miles: 20, placedForAdoption: false },
      expect: { kind: 'notOver' },
    },
    {
      name: '20.1 miles is over 20, inside the boundary or not',
      vector: 'PL-20#2',
      given: { on: day('2026-04-01'), miles: 20.1, placedForAdoption: false },
      expect: { kind: 'over' },
    },
    {
      name: 'placed for adoption: kept confidential',
      vector: 'PL-20#3',
      given: { on: day('2026-04-01'), miles: 40, placedForAdoption: true },
      expect: { kind: 'confidential' },
    },
    {
      name: 'postcode not known',
      given: { on: day('2026-04-01'), miles: undefined, placedForAdoption: false },
      expect: { kind: 'unknown', missing: 'the postcode of home or placement' },
    },
  ],
})
