// Rule PL-01: the order in which the law prefers homes, and a reason where one of its preferences is not so.
import { day, type IsoDay } from '#calendar'
import { childrenAct1989, rule } from '#law'
import { type Basis, basis, coveredThrough, type Duty, raisedBy, settle } from '#ledger'
import { placeGroup } from '#placements'
import { by, type HomeCase, ofHome } from './home-case.ts'

const ON = { on: day('2026-06-01') } as const
export const homePreferred = rule<
  {
    readonly on: IsoDay
    readonly limb: 'siblingsTogether' | 'inArea' | 'withParent'
    readonly holds: boolean
    readonly reason: string | undefined
  },
  'met' | 'excused' | 'owed' | 'parentRoute'
>({
  id: 'PL-01',
  name: 'Order of preference of placements',
  says: 'A child lives with a parent unless that is not right or not practicable; else in the most appropriate placement, with connected carers first, near home and school, with brothers and sisters, in our area. Where one of these is not so, the decision says why.',
  level: 'statute',
  verification: 'primary',
  cites: [childrenAct1989('22C(2) to (9)')],
  inForce: { from: day('2011-04-01') },
  responsible: 'The council',
  trigger: 'the day this placement began',
  satisfiedBy: {
    fact: 'how the home was chosen',
    table: 'kith.home_choice',
    words: 'A record of how this home was chosen answers each preference, with a reason for what is not so.',
  },
  decidedOn: ({ on }) => on,
  apply: ({ limb, holds, reason }) => {
    if (limb === 'withParent' && holds) return 'parentRoute'
    if (holds) return 'met'
    return reason === undefined ? 'owed' : 'excused'
  },
  examples: [
    {
      name: 'brothers and sisters apart, and no reason',
      vector: 'PL-01#1',
      given: { ...ON, limb: 'siblingsTogether', holds: false, reason: undefined },
      expect: 'owed',
    },
    {
      name: 'outside our area: no suitable home in it, three providers asked',
      vector: 'PL-01#2',
      given: { ...ON, limb: 'inArea', holds: false, reason: 'no suitable home in the area' },
      expect: 'excused',
    },
    {
      name: 'with a parent: its own visits and approval',
      vector: 'PL-01#3',
      given: { ...ON, limb: 'withParent', holds: true, reason: undefined },
      expect: 'parentRoute',
    },
    {
      name: 'together',
      given: { ...ON, limb: 'siblingsTogether', holds: true, reason: undefined },
      expect: 'met',
    },
  ],
})

export const CHOSEN: Basis = basis({
  id: 'PL-01',
  rule: homePreferred,
  name: 'How this home was chosen',
  count: { unit: 'byEnd', n: 0 },
  since: 'the first day of this placement,',
  cites: childrenAct1989('22C'),
  kind: 'homeDecision',
  remark: 'It is part of the decision on the placement, and asked for of the home now.',
})

/** Of the home now: the choice of one that is over helps nobody. Nothing is raised for a home that began before the record could hold it. */
export function choiceDuty(out: Duty[], known: HomeCase): void {
  const { placement, facts, covered, closes, closing, on } = known
  const { began, beganKnown } = placement
  if (!known.owed || !known.latest || !beganKnown || placeGroup(placement.place) === 'parent') return
  if (coveredThrough(covered.homeDecision, began) === undefined) return
  const choice = ofHome(facts.choices, known)
  const day = by(choice?.day, on)
  const rest = { trigger: began, due: began, closes, closing, spans: covered.homeDecision, missing: undefined }
  out.push(settle(raisedBy(CHOSEN, placement, rest), day === undefined ? undefined : choice, day))
}
