// Rules PL-18 and PL-08: what is seen to before a child moves into other arrangements, or into a home abroad.
import { type DayNumber, day, type IsoDay } from '#calendar'
import { carePlanning2010, childrenAct1989, rule } from '#law'
import { type Basis, basis, coveredThrough, type Duty, raisedBy, settle } from '#ledger'
import { type PlaceCode, type Placement, placeGroup } from '#placements'
import { by, type HomeCase, type HomeCheck, ofHome } from './home-case.ts'

const ON = { on: day('2026-06-01') } as const
const council = { responsible: 'The council', trigger: 'the day this placement began' } as const

export const beforeOther = rule<
  {
    readonly on: IsoDay
    readonly suitable: boolean
    readonly visited: boolean
    readonly officerTold: boolean
    readonly fromRegulated: boolean
    readonly reviewed: boolean
  },
  'met' | 'owed'
>({
  ...council,
  id: 'PL-18',
  name: 'Before other arrangements',
  says: 'Before a home that is neither a foster nor a children’s home: it is suitable, the child has seen it where that is reasonably practicable, the reviewing officer is told. A move from foster or children’s home into it is reviewed first.',
  level: 'regulation',
  verification: 'primary',
  cites: [carePlanning2010('27(a) to (c)'), childrenAct1989('22D')],
  inForce: { from: day('2011-04-01') },
  satisfiedBy: {
    fact: 'what was seen to first',
    table: 'kith.home_check',
    words:
      'The day of each: it was found suitable, seen by the child (or could not be), the reviewing officer told, the move reviewed.',
  },
  waitsFor:
    'What an “other placement” of the return is: placements of that kind are not judged. That a move was urgent.',
  decidedOn: ({ on }) => on,
  apply: ({ suitable, visited, officerTold, fromRegulated, reviewed }) =>
    suitable && visited && officerTold && (!fromRegulated || reviewed) ? 'met' : 'owed',
  examples: [
    {
      name: 'suitable, seen, told',
      vector: 'PL-18#1',
      given: { ...ON, suitable: true, visited: true, officerTold: true, fromRegulated: false, reviewed: false },
      expect: 'met',
    },
    {
      name: 'from foster care without a review',
      vector: 'PL-18#2',
      given: { ...ON, suitable: true, visited: true, officerTold: true, fromRegulated: true, reviewed: false },
      expect: 'owed',
    },
    {
      name: 'from foster care, reviewed',
      given: { ...ON, suitable: true, visited: true, officerTold: true, fromRegulated: true, reviewed: true },
      expect: 'met',
    },
    {
      name: 'the reviewing officer was not told',
      given: { ...ON, suitable: true, visited: true, officerTold: false, fromRegulated: false, reviewed: false },
      expect: 'owed',
    },
  ],
})

export const abroad = rule<
  { readonly on: IsoDay; readonly country: string; readonly inCare: boolean },
  { readonly kind: 'courtApproves' | 'otherRules' }
>({
  ...council,
  id: 'PL-08',
  name: 'Placement outside England and Wales',
  says: 'A child in care lives outside England and Wales only with the approval of the court and the arrangements that it asks for. Wales is not outside: there the approval of a home out of area applies.',
  level: 'regulation',
  verification: 'knowledge',
  cites: [childrenAct1989('Schedule 2 paragraph 19'), carePlanning2010('12')],
  inForce: { from: day('2011-04-01') },
  satisfiedBy: {
    fact: 'approval of the court',
    table: 'kith.home_check',
    words: 'The day on which the court approved it, on or before the day the child moves in.',
  },
  waitsFor: 'The country of an address: only a home that somebody said to be abroad is looked at.',
  decidedOn: ({ on }) => on,
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

const of = { count: { unit: 'byEnd', n: 0 }, since: 'the first day of this placement,', kind: 'homeDecision' } as const
const remark = 'It is owed before the child moves in.'
const BEFORE_OTHER = basis({
  ...{ ...of, remark, id: 'PL-18', rule: beforeOther, name: 'Before other arrangements' },
  cites: carePlanning2010('27'),
})
const ABROAD = basis({
  ...{ ...of, remark, id: 'PL-08', rule: abroad, name: 'The court approves a home abroad' },
  cites: childrenAct1989('Schedule 2 paragraph 19'),
})
export const CHECK_BASES: readonly Basis[] = [BEFORE_OTHER, ABROAD]

const OTHER: ReadonlySet<PlaceCode> = new Set<PlaceCode>(['H5', 'K3', 'P2', 'P3'])
/** Foster homes and children's homes, as section 22D names them; no care home, family centre or residential school. */
const CHILDRENS_HOMES: ReadonlySet<PlaceCode> = new Set<PlaceCode>(['K1', 'K2'])
const isRegulated = (home: Placement | undefined): boolean =>
  home !== undefined && (placeGroup(home.place) === 'foster' || CHILDRENS_HOMES.has(home.place))

/** The day of the last of what is owed; undefined: something of it is still to be done. */
function lastStep(check: HomeCheck, began: DayNumber, { before, on }: HomeCase): DayNumber | undefined {
  const seen = check.notSeen ? Math.min(began, on) : check.seen
  const steps = [check.suitable, seen, check.officerTold, ...(isRegulated(before) ? [check.reviewed] : [])]
  const done = steps.flatMap((day) => by(day, on) ?? [])
  return done.length === steps.length ? Math.max(...done) : undefined
}

export function checkDuties(out: Duty[], known: HomeCase): void {
  const { placement, facts, covered, closes, closing, on } = known
  const { began, beganKnown, place } = placement
  if (!beganKnown || coveredThrough(covered.homeDecision, began) === undefined) return
  const check = ofHome(facts.checks, known)
  const rest = { trigger: began, due: began, closes, closing, spans: covered.homeDecision, missing: undefined }
  if (OTHER.has(place)) {
    const done = check && lastStep(check, began, known)
    out.push(settle(raisedBy(BEFORE_OTHER, placement, rest), done === undefined ? undefined : check, done))
  }
  if (check?.country !== undefined && known.inCare) {
    const approved = by(check.courtApproved, on)
    out.push(settle(raisedBy(ABROAD, placement, rest), approved === undefined ? undefined : check, approved))
  }
}
