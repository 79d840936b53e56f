// Rule PL-14 as a duty: where adoption is considered, a home with adopters who foster first is considered too.
import { type DayNumber, day, type IsoDay } from '#calendar'
import { carePlanning2010, childrenAct1989, rule } from '#law'
import {
  type Basis,
  basis,
  type Closing,
  coveredThrough,
  type Duty,
  type Recorded,
  raisedBy,
  type Span,
  settle,
} from '#ledger'

const ON = { on: day('2026-06-01') } as const
export const fosterToAdopt = rule<
  {
    readonly on: IsoDay
    readonly approvedAdopter: boolean
    readonly temporarilyApproved: boolean
    readonly adoptionConsidered: boolean
    readonly earlyPermanenceConsidered: boolean
  },
  'met' | 'owed'
>({
  id: 'PL-14',
  name: 'Foster to adopt',
  says: 'Where adoption is considered, a home with approved adopters who foster first is considered too; they are approved for a time as foster carers for the named child.',
  level: 'regulation',
  verification: 'primary',
  cites: [carePlanning2010('22A'), carePlanning2010('25A'), childrenAct1989('22C(9A) to (9C)')],
  inForce: { from: day('2014-07-25') },
  responsible: 'A nominated officer',
  trigger: 'the day on which it was decided that the child should be placed for adoption',
  satisfiedBy: {
    fact: 'early permanence considered',
    table: 'kith.adoption_decision',
    words: 'The day on which a home with adopters who foster first was considered.',
  },
  waitsFor: 'By which regulation carers were approved: that it was considered is counted.',
  decidedOn: ({ on }) => on,
  apply: ({ approvedAdopter, temporarilyApproved, adoptionConsidered, earlyPermanenceConsidered }) => {
    if (adoptionConsidered) return earlyPermanenceConsidered ? 'met' : 'owed'
    return approvedAdopter && temporarilyApproved ? 'met' : 'owed'
  },
  examples: [
    {
      name: 'approved as adopters, and for a time as carers',
      vector: 'PL-14#1',
      given: {
        ...{ ...ON, approvedAdopter: true, temporarilyApproved: true },
        ...{ adoptionConsidered: false, earlyPermanenceConsidered: false },
      },
      expect: 'met',
    },
    {
      name: 'adoption is considered, early permanence was not',
      vector: 'PL-14#2',
      given: {
        ...{ ...ON, approvedAdopter: false, temporarilyApproved: false },
        ...{ adoptionConsidered: true, earlyPermanenceConsidered: false },
      },
      expect: 'owed',
    },
    {
      name: 'both were considered',
      given: {
        ...{ ...ON, approvedAdopter: false, temporarilyApproved: false },
        ...{ adoptionConsidered: true, earlyPermanenceConsidered: true },
      },
      expect: 'met',
    },
  ],
})
const CONSIDERED = basis({
  id: 'PL-14',
  rule: fosterToAdopt,
  name: 'Adopters who foster first considered',
  count: { unit: 'by', n: 0 },
  since: 'the decision for adoption, on',
  cites: childrenAct1989('22C(9B)'),
  kind: 'adoptionPanel',
})
export const EARLY_BASES: readonly Basis[] = [CONSIDERED]

interface Decided extends Recorded {
  readonly day: DayNumber
  /** Adopters who foster first were considered. */
  readonly early: DayNumber | undefined
}
interface Ending {
  readonly closes: DayNumber | undefined
  readonly closing: Closing | undefined
}
/** Of what was decided before the record could say it, nothing is raised. */
export function earlyDuties(
  out: Duty[],
  decided: readonly Decided[],
  known: {
    readonly spans: readonly Span[]
    readonly on: DayNumber
    readonly ending: (from: DayNumber) => Ending | undefined
  },
): void {
  const { spans, on, ending } = known
  for (const one of decided) {
    const ended = one.day > on || coveredThrough(spans, one.day) === undefined ? undefined : ending(one.day)
    if (ended === undefined) continue
    const met = one.early !== undefined && one.early <= on ? one.early : undefined
    const rest = { trigger: one.day, due: one.day, ...ended, spans, missing: undefined }
    out.push(settle(raisedBy(CONSIDERED, one, rest), met === undefined ? undefined : one, met))
  }
}
