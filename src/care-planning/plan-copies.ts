// Rule CP-03 as a duty: who is given the care plan as it was approved last, or why not.
import { type DayNumber, day, type IsoDay } from '#calendar'
import { carePlanning2010, rule } from '#law'
import { type Basis, basis, type Closing, type Duty, type Recorded, raisedBy, type Span, settle } from '#ledger'
import type { PlanApproved } from './plan-duties.ts'

type Owed = 'met' | 'excused' | 'owed'

export const planCopied = rule<
  {
    readonly on: IsoDay
    readonly owedTo: readonly string[]
    readonly given: readonly string[]
    readonly withheld: readonly string[]
  },
  Owed
>({
  id: 'CP-03',
  name: 'Copies of the care plan',
  says: 'The care plan, and each revision, is given to the child, parents, the reviewing officer and whoever looks after the child or provides their care; or the decision not to is recorded. No number of days is set.',
  level: 'regulation',
  verification: 'knowledge',
  cites: [carePlanning2010('6(3) and (4)')],
  trigger: 'the day on which the plan was made or revised',
  responsible: 'The council',
  inForce: { from: day('2011-04-01') },
  excuses: { withheld: 'The decision not to give a copy is recorded, with its reason' },
  satisfiedBy: {
    fact: 'copies of an approved edition',
    table: 'kith.plan_copy, kith.plan_state',
    words: 'A copy is given to each of them, or the decision not to give it is recorded.',
  },
  decidedOn: ({ on }) => on,
  apply: ({ owedTo, given, withheld }) => {
    if (owedTo.every((one) => given.includes(one))) return 'met'
    return owedTo.every((one) => given.includes(one) || withheld.includes(one)) ? 'excused' : 'owed'
  },
  examples: [
    {
      name: 'not yet to the carers',
      vector: 'CP-03#1',
      given: {
        on: day('2026-02-02'),
        owedTo: ['child', 'parent', 'reviewing officer', 'carer'],
        given: ['child', 'parent', 'reviewing officer'],
        withheld: [],
      },
      expect: 'owed',
    },
    {
      name: 'withheld from a parent: it would put the child at risk of significant harm',
      vector: 'CP-03#2',
      given: { on: day('2026-02-02'), owedTo: ['parent'], given: [], withheld: ['parent'] },
      expect: 'excused',
    },
  ],
})

/** Whom the regulation names; of a home, whoever provides it or looks after the child there. */
const PARENT = ['parent'] as const
const OWED_TO = [['child'], PARENT, ['reviewing officer'], ['carer', 'provider']] as const

export interface CopyOf extends Recorded {
  /** The approval of the edition, as its line. */
  readonly approval: string
  readonly recipient: string
  readonly given: DayNumber | undefined
  readonly withheld: DayNumber | undefined
}

const COPIES = basis({
  id: 'CP-03',
  rule: planCopied,
  name: 'Copies of the care plan',
  count: { unit: 'none', n: 0 },
  since: 'its approval on',
  cites: carePlanning2010('6(3)'),
  kind: 'carePlan',
})
export const COPY_BASES: readonly Basis[] = [COPIES]

export interface CopyCase {
  readonly approvals: readonly PlanApproved[]
  readonly copies: readonly CopyOf[]
  /** The record says that no parent lives. */
  readonly parentless: boolean
  readonly on: DayNumber
  readonly spans: readonly Span[]
  readonly closes: DayNumber | undefined
  readonly closing: Closing | undefined
}

/** Whoever has it has it, whatever was decided before. */
function answerOf(copies: readonly CopyOf[], on: DayNumber): CopyOf | undefined {
  const [first] = copies
    .filter(({ given }) => given !== undefined && given <= on)
    .toSorted((a, b) => (a.given ?? on) - (b.given ?? on))
  return first ?? copies.find(({ withheld }) => withheld !== undefined && withheld <= on)
}

/** Of the edition approved last: what an earlier one was not copied for, this one asks for again. */
export function copyDuties(out: Duty[], known: CopyCase): void {
  const { approvals, copies, parentless, on, spans, closes, closing } = known
  const approval = approvals.at(-1)
  if (approval === undefined) return
  const mine = copies.filter((one) => one.approval === approval.line)
  const owedTo = OWED_TO.filter((who) => !(parentless && who === PARENT))
  const answers = owedTo.map((who) =>
    answerOf(
      mine.filter(({ recipient }) => who.some((one) => one === recipient)),
      on,
    ),
  )
  const raised = raisedBy(COPIES, approval, {
    ...{ trigger: approval.day, due: undefined, closes, closing, spans },
    missing: undefined,
  })
  const all = answers.flatMap((one) => one ?? [])
  const dayOf = (one: CopyOf): DayNumber => one.given ?? one.withheld ?? on
  const last = all.toSorted((a, b) => dayOf(a) - dayOf(b)).at(-1)
  if (all.length < owedTo.length || last === undefined) out.push(settle(raised, undefined, undefined))
  else if (all.every(({ given }) => given !== undefined)) out.push(settle(raised, last, dayOf(last)))
  else {
    const open = settle(raised, undefined, undefined)
    out.push(open.standing === 'open' ? { ...open, standing: 'excused', excuse: 'withheld' } : open)
  }
}
