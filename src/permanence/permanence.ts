// Where and with whom a child grows up: the ways that there are, what one waits for, and the rule on a decision for adoption.
import { type DayNumber, day, monthsAfter } from '#calendar'
import { countedRule, guidance } from '#law'
import { type Basis, basis, type Closing, type Duty, type Recorded, raisedBy, type Span, settle } from '#ledger'
import { isLegalBasisKind, LEGAL_BASES } from '#placements'

export const OPTIONS = {
  'return home': 'Home again, with a parent',
  'family and friends': 'With family or friends',
  'special guardianship': 'With a special guardian',
  'child arrangements order': 'With somebody by a child arrangements order',
  adoption: 'Adopted',
  'long-term foster care': 'With these foster carers until grown up',
  'residential care': 'In a children’s home',
  'supported independence': 'In a place of their own, with support',
  'not decided': 'Not decided yet',
} as const
export type PermanenceOption = keyof typeof OPTIONS
export const isOption = (text: string): text is PermanenceOption => Object.hasOwn(OPTIONS, text)
/** What may be followed at the same time. */
export const ALTERNATIVES = Object.keys(OPTIONS)
  .filter(isOption)
  .filter((option) => option !== 'not decided')

/** In the order in which leaders look at them: what lies with us comes first. */
export const WAITS = {
  'our decision': 'Our decision',
  'papers of ours': 'Papers of ours',
  'an assessment of family': 'An assessment of family',
  'a home or a match': 'A home, or a match',
  'the court': 'The court',
  'another service': 'Another service',
  'the carer': 'The carer',
  'the child’s own time': 'The child’s own time',
  'not known': 'Not known',
  nothing: 'Nothing: it goes ahead',
} as const
export type WaitsFor = keyof typeof WAITS
export const isWaitsFor = (text: string): text is WaitsFor => Object.hasOwn(WAITS, text)
/** In a line of the tracker where no plan is written at all. */
export const NO_PLAN = 'No plan for permanence is written'

/** By the orders and agreements that stand: of such a child no plan for permanence is asked. Any order of care goes before them. */
export function onShortBreaks(kinds: readonly string[]): boolean {
  const codes = kinds.flatMap((kind) => (isLegalBasisKind(kind) ? (LEGAL_BASES[kind] ?? []) : []))
  return codes.some((code) => code === 'V3' || code === 'V4') && codes.every((code) => code.startsWith('V'))
}

export const adoptionDecidedAfter = countedRule({
  id: 'AD-05',
  name: 'Decision for adoption within two months of the review',
  says: 'Where a review names adoption as the plan for permanence, it is decided within two months whether the child should be placed for adoption. Where it is not, the reasons are recorded.',
  level: 'statutory-guidance',
  verification: 'primary',
  cites: [guidance('Statutory Guidance on Adoption (2013)', 'paragraphs 2.2 and 2.3')],
  inForce: { from: day('2013-07-01') },
  satisfiedBy: {
    fact: 'the decision that the child should be placed for adoption',
    table: 'kith.permanence_plan, kith.adoption_decision',
    words: 'The day on which it was decided, after the review that named adoption.',
  },
  trigger: 'the day of the review that names adoption',
  responsible: 'The council',
  interval: { n: 2, unit: 'months' },
  vectors: [
    ['2026-12-31', '2027-02-28', 'there is no 31 February'],
    ['2026-06-30', '2026-08-30', 'from the end of June'],
  ],
})
const DECIDED = basis({
  id: 'AD-05',
  rule: adoptionDecidedAfter,
  name: 'Decision that the child should be adopted',
  count: adoptionDecidedAfter.interval,
  since: 'the review of',
  cites: guidance('Statutory Guidance on Adoption (2013)', 'paragraph 2.2'),
  kind: 'adoption',
})
export const PERMANENCE_BASES: readonly Basis[] = [DECIDED]

/** A plan, on the day on which it was decided; `review`: the line of the review that named it. */
export interface PermanencePlanned extends Recorded {
  readonly option: string
  readonly day: DayNumber
  readonly review: string | undefined
}
interface Decision extends Recorded {
  readonly day: DayNumber
}
interface Ending {
  readonly closes: DayNumber | undefined
  readonly closing: Closing | undefined
}
type Known = {
  readonly decided: readonly Decision[]
  /** Those that stand: one that was taken back names nothing. */
  readonly reviews: readonly { readonly line: string; readonly held: DayNumber }[]
  readonly spans: readonly Span[]
  readonly on: DayNumber
  readonly ending: (from: DayNumber) => Ending | undefined
}

type Named = { readonly plan: PermanencePlanned; readonly held: DayNumber; readonly ending: Ending }
/** Where a review names adoption: once, until another way is the plan or this time in care is over. */
function namedAdoption(plans: readonly PermanencePlanned[], { reviews, on, ending }: Known): readonly Named[] {
  const named: Named[] = []
  let standing: Ending | undefined
  for (const plan of plans) {
    const time = ending(plan.day)
    if (plan.option !== 'adoption' || time?.closes !== standing?.closes) standing = undefined
    const held = reviews.find(({ line }) => line === plan.review)?.held
    if (plan.option !== 'adoption' || held === undefined || held > on || time === undefined || standing !== undefined)
      continue
    standing = time
    named.push({ plan, held, ending: time })
  }
  return named
}

export function permanenceDuties(out: Duty[], planned: readonly PermanencePlanned[], known: Known): void {
  const { decided, spans, on } = known
  const plans = planned.filter(({ day: since }) => since <= on).toSorted((a, b) => a.day - b.day)
  for (const { plan, held, ending } of namedAdoption(plans, known)) {
    const other = plans.slice(plans.indexOf(plan)).find(({ option }) => option !== 'adoption')?.day
    const ceased = other !== undefined && (ending.closes === undefined || other < ending.closes)
    const over = ceased ? ({ closes: other, closing: 'ceased' } as const) : ending
    let met: Decision | undefined
    for (const one of decided)
      if (one.day >= held && one.day <= on && (met === undefined || one.day < met.day)) met = one
    const due = monthsAfter(held, DECIDED.count.n)
    const rest = { trigger: held, due, ...over, spans, missing: undefined } as const
    out.push(settle(raisedBy(DECIDED, plan, rest), met, met?.day))
  }
}
