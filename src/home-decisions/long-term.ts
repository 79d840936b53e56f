// Rules PL-15 and IRO-05: the conditions of a long-term foster home, and the reviewing officer told before a decision takes effect.
import { type DayNumber, day, type IsoDay } from '#calendar'
import { carePlanning2010, rule } from '#law'
import { type Basis, basis, coveredThrough, type Duty, raisedBy, settle } from '#ledger'
import { by, type HomeCase, type HomeDecision } from './home-case.ts'

const ON = { on: day('2026-06-01') } as const
/** As the record writes them. */
export const CONDITIONS = [
  'the carers agree',
  'support assessed',
  'wishes asked for',
  'reviewing officer asked',
] as const
type Condition = (typeof CONDITIONS)[number]
/** Of a decision of which nobody was asked for them, as before the record could hold them, nothing is doubted. */
export const areConditionsMet = (held: readonly string[] | undefined): boolean =>
  held === undefined || CONDITIONS.every((one) => held.includes(one))

export const longTermConditions = rule<
  { readonly on: IsoDay; readonly met: readonly Condition[] },
  { readonly kind: 'longTerm' | 'notLongTerm' }
>({
  id: 'PL-15',
  name: 'Conditions for a long-term foster placement',
  says: 'A placement is long-term foster only where the carers agree to care until the child leaves care, the plan for permanence is that, the support needed was assessed, the wishes were asked for and the reviewing officer was consulted. Until then the visits are those of another home.',
  level: 'regulation',
  verification: 'secondary',
  responsible: 'The council',
  cites: [carePlanning2010('22B')],
  inForce: { from: day('2015-04-01') },
  trigger: 'the day from which it is a long-term foster placement',
  satisfiedBy: {
    fact: 'conditions of the decision',
    table: 'kith.placement_decision',
    words: 'Each condition is recorded with the decision that it is a long-term foster placement.',
  },
  waitsFor: 'The plan for permanence beside it: the form asks for the other four.',
  decidedOn: ({ on }) => on,
  apply: ({ met }) => ({ kind: areConditionsMet(met) ? 'longTerm' : 'notLongTerm' }),
  examples: [
    { name: 'all of them', vector: 'PL-15#1', given: { ...ON, met: CONDITIONS }, expect: { kind: 'longTerm' } },
    {
      name: 'the carers do not agree',
      vector: 'PL-15#2',
      given: { ...ON, met: ['support assessed', 'wishes asked for', 'reviewing officer asked'] },
      expect: { kind: 'notLongTerm' },
    },
  ],
})

export const officerTold = rule<
  { readonly on: IsoDay; readonly told: IsoDay | undefined; readonly before: boolean },
  'met' | 'owed'
>({
  id: 'IRO-05',
  name: 'Reviewing officer watches between reviews',
  says: 'The reviewing officer is told of each placement plan, move, ending, placement with a parent, extension of temporary approval, move to other arrangements, and of decisions of a review that are not carried out.',
  level: 'regulation',
  verification: 'primary',
  cites: [carePlanning2010('9(1)(b)(ii), 10(2)(d), 13(2)(i), 14(2)(b), 18(2)(d), 25(4)(c), 27(c), 37(b)')],
  inForce: { from: day('2011-04-01') },
  responsible: "The child's social worker",
  trigger: 'the event',
  satisfiedBy: {
    fact: 'the day on which the reviewing officer was told',
    table: 'kith.placement_decision, kith.told, kith.home_check',
    words:
      'The day on which they were told, with the decision; of moves and endings with the notices (PL-04, PL-06), of other arrangements with what was seen to first (PL-18).',
  },
  waitsFor: 'Who was told of a placement plan, and of a review’s decision that is not carried out.',
  decidedOn: ({ on }) => on,
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
    {
      name: 'told the day after it was extended',
      given: { on: day('2026-03-04'), told: day('2026-03-05'), before: true },
      expect: 'owed',
    },
  ],
})

const LONG_TERM = basis({
  id: 'PL-15',
  rule: longTermConditions,
  name: 'Conditions of a long-term foster home',
  count: { unit: 'byEnd', n: 0 },
  since: 'the first day of that decision,',
  cites: carePlanning2010('22B'),
  kind: 'homeDecision',
  remark: 'Until they hold the visits are those of another home.',
})
const TOLD = basis({
  id: 'IRO-05',
  rule: officerTold,
  name: 'Reviewing officer told of a decision about a home',
  count: { unit: 'byEnd', n: 0 },
  since: 'the first day of that decision,',
  cites: carePlanning2010('18(2)(d) and 25(4)(c)'),
  kind: 'homeDecision',
  remark: 'Before temporary approval is extended, and of a placement with a parent.',
})
export const DECIDED_BASES: readonly Basis[] = [LONG_TERM, TOLD]

/** A second stretch of temporary approval, and a placement with a parent at once. */
function isToBeTold({ kind, placement, since }: HomeDecision, all: readonly HomeDecision[]): boolean {
  if (kind === 'immediate placement with a parent') return true
  return (
    kind === 'temporary approval' &&
    all.some((other) => other.kind === kind && other.placement === placement && other.since < since)
  )
}

/** The day on which it stands no longer: as it says, or as the next of its kind about that home takes its place. */
function overBy({ kind, placement, since, until }: HomeDecision, all: readonly HomeDecision[], on: DayNumber) {
  const next = all.flatMap((other) =>
    other.kind === kind && other.placement === placement && other.since > since ? [other.since] : [],
  )
  const over = Math.min(until ?? Number.POSITIVE_INFINITY, ...next)
  return over <= on ? over : undefined
}

export function decisionDuties(out: Duty[], { lines, facts, covered, closes, closing, on }: HomeCase): void {
  for (const decision of facts.decisions) {
    const { placement: home, kind, since, conditions, officerTold: told } = decision
    if (!lines.includes(home) || since > on) continue
    const rest = { trigger: since, due: since, closes, closing, missing: undefined }
    if (kind === 'long-term foster placement' && conditions !== undefined) {
      const met = areConditionsMet(conditions)
      const over = overBy(decision, facts.decisions, on)
      const sooner = over !== undefined && (closes === undefined || over < closes)
      const closed = sooner ? ({ closes: over, closing: 'decisionOver' } as const) : {}
      const raised = raisedBy(LONG_TERM, decision, { ...rest, ...closed, spans: covered.homeDecision })
      out.push(settle(raised, met ? decision : undefined, met ? since : undefined))
    }
    if (!isToBeTold(decision, facts.decisions) || coveredThrough(covered.homeDecision, since) === undefined) continue
    const day = by(told, on)
    const raised = raisedBy(TOLD, decision, { ...rest, spans: covered.homeDecision })
    out.push(settle(raised, day === undefined ? undefined : decision, day))
  }
}
