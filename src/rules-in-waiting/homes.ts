// Rules of homes that wait: PL-01, PL-07, PL-08, PL-14, PL-15 and PL-18.
import { day, type IsoDay } from '#calendar'
import { carePlanning2010, childrenAct1989 } from '#law'
import { ON, type Owed, waits } from './waits.ts'

const law = { level: 'regulation', verification: 'primary' } as const
const council = { responsible: 'The council' } as const
type Limb = { readonly holds: boolean; readonly reason: string | undefined }
const preference = waits<
  { readonly on: IsoDay; readonly limb: 'siblingsTogether' | 'inArea' | 'withParent' } & Limb,
  Owed | 'parentRoute'
>({
  id: 'PL-01',
  name: 'Order of preference of placements',
  says: 'A child lives with a parent unless that is not right or not practicable; else in the most appropriate placement, with connected carers first, near home and school, with brothers and sisters, in our area. Where one of these is not so, the decision says why.',
  level: 'statute',
  verification: 'primary',
  cites: [childrenAct1989('22C(2) to (9)')],
  ...council,
  trigger: 'the decision on a placement',
  waitsFor: 'A table of decisions on a placement that answers each limb of section 22C, with its reason.',
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
  ],
})

const examYears = waits<
  {
    readonly on: IsoDay
    readonly schoolYear: number
    readonly disrupts: boolean
    readonly approved: boolean
    readonly atOnce?: boolean
  },
  Owed
>({
  ...law,
  id: 'PL-07',
  name: 'Moves in the exam years',
  says: 'In school years 10 and 11 a move that would disrupt education is not put into effect before a nominated officer approves, with the designated teacher and the reviewing officer asked; unless the placement had to be ended at once.',
  cites: [carePlanning2010('10(1) to (3)')],
  responsible: 'A nominated officer',
  trigger: 'the move',
  waitsFor:
    'An approval by a nominated officer of a move in these years: kith.school_place holds why a school ended, and in which school year.',
  apply: ({ schoolYear, disrupts, approved, atOnce }) => {
    if (schoolYear < 10 || schoolYear > 11 || !disrupts || atOnce === true) return 'notOwed'
    return approved ? 'met' : 'owed'
  },
  examples: [
    {
      name: 'year 11, not approved',
      vector: 'PL-07#1',
      given: { ...ON, schoolYear: 11, disrupts: true, approved: false },
      expect: 'owed',
    },
    {
      name: 'year 9: other arrangements are owed, and no approval',
      vector: 'PL-07#2',
      given: { ...ON, schoolYear: 9, disrupts: true, approved: false },
      expect: 'notOwed',
    },
    {
      name: 'year 10, the placement ended at once',
      vector: 'PL-07#3',
      given: { ...ON, schoolYear: 10, disrupts: true, approved: false, atOnce: true },
      expect: 'notOwed',
    },
  ],
})

const abroad = waits<
  { readonly on: IsoDay; readonly country: string; readonly inCare: boolean },
  { readonly kind: 'courtApproves' | 'otherRules' }
>({
  id: 'PL-08',
  name: 'Placement outside England and Wales',
  says: 'A child in care lives outside England and Wales only with the approval of the court and the arrangements that it asks for. Wales is not outside: there the approval of a home out of area applies.',
  level: 'regulation',
  verification: 'knowledge',
  ...council,
  cites: [childrenAct1989('Schedule 2 paragraph 19'), carePlanning2010('12')],
  trigger: 'the placement',
  waitsFor: 'In kith.address the country, and a table of court approvals to live abroad.',
  apply: ({ country, inCare }) => ({
    kind: inCare && country !== 'England' && country !== 'Wales' ? 'courtApproves' : 'otherRules',
  }),
  examples: [
    {
      name: 'Scotland',
      vector: 'PL-08#1',
      given: { ...ON, country: 'Scotland', inCare: true },
      expect: { kind: 'courtApproves' },
    },
    {
      name: 'Wales',
      vector: 'PL-08#2',
      given: { ...ON, country: 'Wales', inCare: true },
      expect: { kind: 'otherRules' },
    },
  ],
})

const fosterToAdopt = waits<
  {
    readonly on: IsoDay
    readonly approvedAdopter: boolean
    readonly temporarilyApproved: boolean
    readonly adoptionConsidered: boolean
    readonly earlyPermanenceConsidered: boolean
  },
  Owed
>({
  ...law,
  id: 'PL-14',
  name: 'Foster to adopt',
  says: 'Where adoption is considered, a home with approved adopters who foster first is considered too; they are approved for a time as foster carers for the named child.',
  cites: [carePlanning2010('22A'), carePlanning2010('25A'), childrenAct1989('22C(9A) to (9C)')],
  inForce: { from: day('2014-07-25') },
  responsible: 'A nominated officer',
  trigger: 'the placement, or considering adoption',
  waitsFor:
    'A table of approvals of carers with the regulation by which each was approved, and in kith.plan whether early permanence was considered.',
  apply: ({ approvedAdopter, temporarilyApproved, adoptionConsidered, earlyPermanenceConsidered }) => {
    if (adoptionConsidered) return earlyPermanenceConsidered ? 'met' : 'owed'
    return approvedAdopter && temporarilyApproved ? 'met' : 'owed'
  },
  examples: [
    {
      name: 'approved as adopters, and for a time as carers',
      vector: 'PL-14#1',
      given: {
        ...ON,
        approvedAdopter: true,
        temporarilyApproved: true,
        adoptionConsidered: false,
        earlyPermanenceConsidered: false,
      },
      expect: 'met',
    },
    {
      name: 'adoption is considered, early permanence was not',
      vector: 'PL-14#2',
      given: {
        ...ON,
        approvedAdopter: false,
        temporarilyApproved: false,
        adoptionConsidered: true,
        earlyPermanenceConsidered: false,
      },
      expect: 'owed',
    },
  ],
})

const CONDITIONS = ['carerAgrees', 'supportAssessed', 'wishes', 'officerConsulted'] as const
const longTermConditions = waits<
  { readonly on: IsoDay; readonly met: readonly (typeof CONDITIONS)[number][] },
  { readonly kind: 'longTerm' | 'notLongTerm' }
>({
  id: 'PL-15',
  name: 'Conditions for a long-term foster placement',
  says: 'A placement is long-term foster only where the carers agree to care until the child leaves care, the plan for permanence is that, the support needed was assessed, the wishes were asked for and the reviewing officer was consulted.',
  level: 'regulation',
  verification: 'secondary',
  ...council,
  cites: [carePlanning2010('22B')],
  inForce: { from: day('2015-04-01') },
  trigger: 'the decision that it is a long-term foster placement',
  waitsFor: 'In kith.placement_decision each condition of a long-term foster placement, with its day.',
  apply: ({ met }) => ({ kind: CONDITIONS.every((one) => met.includes(one)) ? 'longTerm' : 'notLongTerm' }),
  examples: [
    { name: 'all of them', vector: 'PL-15#1', given: { ...ON, met: CONDITIONS }, expect: { kind: 'longTerm' } },
    {
      name: 'the carers do not agree',
      vector: 'PL-15#2',
      given: { ...ON, met: ['supportAssessed', 'wishes', 'officerConsulted'] },
      expect: { kind: 'notLongTerm' },
    },
  ],
})

const beforeOther = waits<
  {
    readonly on: IsoDay
    readonly suitable: boolean
    readonly visited: boolean
    readonly officerTold: boolean
    readonly fromFoster: boolean
    readonly reviewed: boolean
  },
  Owed
>({
  ...law,
  ...council,
  id: 'PL-18',
  name: 'Before other arrangements',
  says: 'Before a home that is neither a foster nor a children’s home: it is suitable, the child has seen it, the reviewing officer is told. A move from foster or children’s home into it is reviewed first.',
  cites: [carePlanning2010('27(a) to (c)'), childrenAct1989('22D')],
  trigger: 'the placement',
  waitsFor:
    'A table of checks of a home before a child moves in: suitability, the child’s visit, the notice to the reviewing officer.',
  apply: ({ suitable, visited, officerTold, fromFoster, reviewed }) =>
    suitable && visited && officerTold && (!fromFoster || reviewed) ? 'met' : 'owed',
  examples: [
    {
      name: 'suitable, seen, told',
      vector: 'PL-18#1',
      given: { ...ON, suitable: true, visited: true, officerTold: true, fromFoster: false, reviewed: false },
      expect: 'met',
    },
    {
      name: 'from foster care without a review',
      vector: 'PL-18#2',
      given: { ...ON, suitable: true, visited: true, officerTold: true, fromFoster: true, reviewed: false },
      expect: 'owed',
    },
  ],
})

export const HOMES_WAITING = [...[preference, examYears, abroad, fosterToAdopt], ...[longTermConditions, beforeOther]]
