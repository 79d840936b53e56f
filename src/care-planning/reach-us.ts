// Rule CP-27 as a duty: a child knows how to reach their worker between visits, and whoever answers at night.
import { type DayNumber, day, type IsoDay } from '#calendar'
import { carePlanning2010, childrenAct1989, rule } from '#law'
import { type Basis, basis, type Closing, type Duty, type Recorded, raisedBy, type Span, settle } from '#ledger'

const ON = { on: day('2026-06-01') } as const

export const reachUs = rule<{ readonly on: IsoDay; readonly given: boolean }, 'met' | 'owed'>({
  id: 'CP-27',
  name: 'Advice and support between visits',
  says: 'Between visits the child can get advice and support, and knows how to reach their worker. It is told anew in each home. No number of days is set.',
  level: 'regulation',
  verification: 'knowledge',
  cites: [childrenAct1989('23ZA(2)(b)'), carePlanning2010('31')],
  inForce: { from: day('2011-04-01') },
  satisfiedBy: {
    fact: 'told how to reach us',
    table: 'kith.visit',
    words: 'It is recorded with a visit that the child was told how to reach their worker, and whom at night.',
  },
  trigger: 'the start of the placement',
  responsible: 'The council',
  decidedOn: ({ on }) => on,
  apply: ({ given }) => (given ? 'met' : 'owed'),
  examples: [
    { name: 'told', vector: 'CP-27#1', given: { ...ON, given: true }, expect: 'met' },
    { name: 'ten days in a placement and not told', vector: 'CP-27#2', given: { ...ON, given: false }, expect: 'owed' },
  ],
})

const REACH = basis({
  id: 'CP-27',
  rule: reachUs,
  name: 'Told how to reach us',
  count: { unit: 'none', n: 0 },
  since: 'the start of this placement on',
  cites: carePlanning2010('31'),
  kind: 'reachUs',
})
export const REACH_BASES: readonly Basis[] = [REACH]

export interface ToldHowToReach extends Recorded {
  readonly day: DayNumber
}
type Home = Recorded & {
  readonly began: DayNumber
  readonly closes: DayNumber | undefined
  readonly closing: Closing | undefined
}
/** Of the home where the child lives now, or lived last: what was not said in a home before, this one asks for. */
export function reachUsDuty(
  out: Duty[],
  home: Home,
  { told, spans }: { readonly told: readonly ToldHowToReach[]; readonly spans: readonly Span[] },
): void {
  const { began, closes, closing } = home
  const met = told.find(({ day: on }) => on >= began && (closes === undefined || on <= closes))
  const raised = raisedBy(REACH, home, { trigger: began, due: undefined, closes, closing, spans, missing: undefined })
  out.push(settle(raised, met, met?.day))
}
