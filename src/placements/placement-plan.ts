// Rule CP-04: a placement plan before each placement, or within five working days where that was not practicable.
import { type DayNumber, day, dayOf, type IsoDay, numberOf, workingDaysAfter } from '#calendar'
import { carePlanning2010, type Due, due, dueOn, rule } from '#law'
import { type Basis, basis } from '#ledger'
import { isPlaceCode, type PlaceCode, type PlaceGroup, placeGroup } from './place-codes.ts'

export interface PlacementPlanGiven {
  readonly began: IsoDay | undefined
  /** True: the placement was planned, so nothing made it impracticable to have the plan before. */
  readonly planned: boolean
}

const PLAN_WORKING_DAYS = 5

/** undefined: bank holidays not known. */
export function placementPlanDue(began: DayNumber, planned: boolean): DayNumber | undefined {
  return planned ? began : workingDaysAfter(began, PLAN_WORKING_DAYS)
}

/** Whom the regulations name to agree to a placement plan and to sign it, by the kind of home. */
export const SIGNERS = {
  parent: 'the parent they live with',
  'foster carer': 'the foster carer',
  'registered person': 'the person registered for the home',
  'whoever is responsible there': 'whoever is responsible for them there',
} as const
export type Signer = keyof typeof SIGNERS
const SIGNS: Readonly<Partial<Record<PlaceGroup, Signer>>> = { parent: 'parent', foster: 'foster carer' }
const REGISTERED: readonly PlaceCode[] = ['K1', 'K2']
/** A code that no list holds is another arrangement. */
export function appropriatePerson(kind: string): Signer {
  if (!isPlaceCode(kind)) return 'whoever is responsible there'
  return REGISTERED.includes(kind) ? 'registered person' : (SIGNS[placeGroup(kind)] ?? 'whoever is responsible there')
}

/** `placement`: the line of the home; `edition`: which approved edition of the plan is of it. */
export type NewPlanOfHome = {
  readonly placement: string
  /** null: only the hours are known yet. */
  readonly edition: string | null
  readonly signed: IsoDay | null
  readonly signed_by: Signer | null
  readonly report_hours: number | null
  readonly late_reason: 'not reasonably practicable before the placement' | null
}

const emergency = (from: string, until: string, name: string) => ({
  name,
  given: { began: day(from), planned: false },
  expect: due(until),
})

export const placementPlan = rule<PlacementPlanGiven, Due>({
  id: 'CP-04',
  name: 'Placement plan',
  says: 'The placement plan is ready before the placement; where that is not reasonably practicable, within five working days of its start, with the reason. It is agreed with and signed by the appropriate person: the foster carer, the person registered for a children’s home, the parent the child lives with, or whoever is responsible for the child there.',
  level: 'regulation',
  verification: 'primary',
  cites: [carePlanning2010('9(1)'), carePlanning2010('9(2)'), carePlanning2010('9(3)')],
  inForce: { from: day('2011-04-01') },
  satisfiedBy: {
    fact: 'placementPlan',
    table: 'kith.placement_plan, kith.plan_state',
    words:
      'An approved edition of the placement plan of this home, on the day on which the appropriate person signed it. Of a plan that came from elsewhere: the day on which it was prepared.',
  },
  trigger: 'the day this placement began',
  responsible: 'The council',
  interpretations: [
    {
      name: 'plannedPlacement',
      asks: 'Was it practicable to have the plan before the placement?',
      taken: 'recorded',
      readings: {
        recorded: 'Only where the placement is recorded as planned is the plan owed by the day it begins.',
        always: 'Every plan after the start asks for its reason.',
      },
    },
  ],
  decidedOn: ({ began }) => began,
  apply: ({ began, planned }) => dueOn(began === undefined ? undefined : placementPlanDue(numberOf(began), planned)),
  examples: [
    emergency('2026-04-30', '2026-05-08', 'early May bank holiday'),
    emergency('2022-09-15', '2022-09-23', 'State Funeral bank holiday'),
    emergency('2026-08-29', '2026-09-07', 'Saturday start, summer bank holiday'),
    emergency('2021-06-01', '2021-06-08', 'June 2021'),
    emergency('2023-12-18', '2023-12-27', 'over Christmas 2023'),
    emergency('2024-03-25', '2024-04-03', 'over Easter 2024'),
    emergency('2024-04-26', '2024-05-03', 'spring 2024'),
    emergency('2025-08-01', '2025-08-08', 'summer 2025'),
    emergency('2026-03-30', '2026-04-08', 'over Easter 2026'),
    {
      name: 'planned: by the day it begins',
      given: { began: day('2026-04-30'), planned: true },
      expect: { kind: 'due', day: dayOf(numberOf(day('2026-04-30'))) },
    },
    {
      name: 'start not known',
      given: { began: undefined, planned: false },
      expect: { kind: 'unknown', missing: 'the day this placement began' },
    },
    {
      name: 'before the regulations',
      given: { began: day('2011-03-31'), planned: false },
      expect: { kind: 'notInForce', from: day('2011-04-01'), until: undefined },
    },
  ],
})

const since = 'the start of this placement on'
export const PLAN_BASES = {
  within: basis({
    id: 'CP-04',
    rule: placementPlan,
    name: 'Placement plan',
    count: { unit: 'workingDays', n: PLAN_WORKING_DAYS },
    since,
    cites: carePlanning2010('9(2)'),
    kind: 'placementPlan',
    remark: 'It is owed before the placement; after it, the reason is asked for.',
  }),
  before: basis({
    id: 'CP-04/planned',
    rule: placementPlan,
    name: 'Placement plan',
    count: { unit: 'byEnd', n: 0 },
    since: 'the first day of this placement,',
    cites: carePlanning2010('9(1)'),
    kind: 'placementPlan',
    remark: 'This placement was planned, so its plan was owed before it.',
  }),
} as const satisfies Record<string, Basis>
