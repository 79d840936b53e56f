// Whose area a home is in, and who approves a home outside it: the rule of the clock, asked before the move; and what a council asks beyond it.
import { outOfArea } from '#approvals'
import { named } from '#law'
import { CARE_GATES, SCHOOL_GATE } from './care-gates.ts'
import type { Gate, Passed, Role } from './gate.ts'
import { LAW_GATES } from './law-gates.ts'
import { type Pair, type Where, whereOf } from './pair.ts'

/** Regulation 11(4): a connected person approved for a time, or carers whom this council approved. */
const ownCarers = ({ home }: Pair): boolean =>
  home.kind === 'foster' && (home.standing === 'temporary' || home.approvedByUs)

function approver(pair: Pair, where: 'inside' | 'adjoining' | 'atADistance'): Role | undefined {
  const answer = outOfArea.ask({ began: pair.wanted.request.on, where, ownCarers: ownCarers(pair) })
  return answer.kind === 'needsApproval' ? answer.by : undefined
}

function passes(pair: Pair): Passed {
  const where = whereOf(pair)
  // What is not known matters only where somebody would have to approve.
  if (where === 'unknown') return ownCarers(pair) ? true : 'unknown'
  return approver(pair, where === 'outside' ? 'atADistance' : where) === undefined
}

const WHERE: Readonly<Record<Where, string>> = {
  inside: 'In our area.',
  adjoining: 'Outside our area, in one that adjoins it.',
  atADistance: 'Outside our area, and in none that adjoins it: at a distance in law.',
  outside: 'Outside our area; whether it adjoins is not known.',
  unknown: 'Whose area it is in is not known.',
}

const area: Gate = {
  code: 'area',
  name: 'outside our area',
  ground: { cites: outOfArea.cites[0], level: outOfArea.level, verification: outOfArea.verification },
  check: passes,
  fact: (pair) =>
    `${WHERE[whereOf(pair)]}${ownCarers(pair) ? ' No approval is asked for with these carers (regulation 11(4)).' : ''}`,
  unlock: (pair) => {
    const where = whereOf(pair)
    // Where it may be either, the stricter of the two is asked.
    const by = where === 'unknown' ? undefined : approver(pair, where === 'outside' ? 'atADistance' : where)
    if (by === undefined) return undefined
    return by === 'director'
      ? { decision: 'A home at a distance, after asking the council of that area', by }
      : { decision: 'A home outside our area', by }
  },
  ask: () => 'In which council’s area is this home?',
}

const local: Gate = {
  code: 'localDistance',
  name: 'further than this council’s own rule allows without a decision',
  ground: { cites: named('This council’s own rule'), level: 'practice', verification: 'primary', local: true },
  applies: ({ policy, request }) => policy.local !== undefined && request.from !== 'none',
  check: ({ wanted: { policy }, miles }) =>
    miles === undefined ? 'unknown' : policy.local === undefined || miles <= policy.local.overMiles,
  fact: ({ wanted: { policy } }, passed) =>
    `This council asks for a decision over ${policy.local?.overMiles ?? 0} miles: ${{ true: 'not over', false: 'over', unknown: 'not known' }[`${passed}`]}.`,
  unlock: ({ wanted: { policy } }) =>
    policy.local && { decision: 'A home over the miles of this council’s own rule', by: policy.local.by },
  ask: () => 'How far is it from home?',
}

/** In the order in which they are told: the cheapest that rule out most come first. */
export const GATES: readonly Gate[] = [...LAW_GATES, ...CARE_GATES, SCHOOL_GATE, area, local]
