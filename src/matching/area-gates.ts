// Whose area a home is in, and who approves a home outside it: the rule of the clock, asked before the move; and what a council asks beyond it.
import { outOfArea } from '#approvals'
import { named } from '#law'
import { CARE_GATES, SCHOOL_GATE } from './care-gates.ts'
import type { Gate, Passed } from './gate.ts'
import { LAW_GATES } from './law-gates.ts'
import { milesOf, type Pair, type Where, whereOf } from './pair.ts'

/** Regulation 11(4): a connected person approved for a time, or carers whom this council approved. */
const ownCarers = ({ home }: Pair): boolean =>
  home.kind === 'foster' && (home.standing === 'temporary' || home.approvedByUs)

/** Where it may be either, the stricter of the two is asked. */
function approver(pair: Pair, where: Exclude<Where, 'unknown'>): 'nominatedOfficer' | 'director' | 'nobody' {
  if (where === 'inside') return 'nobody'
  const { approverOf, request } = pair.wanted
  const own = ownCarers(pair)
  const known = own ? approverOf.own : approverOf.others
  let by = known.get(where)
  if (by === undefined) {
    const asked = where === 'outside' ? 'atADistance' : where
    const answer = outOfArea.ask({ began: request.on, where: asked, ownCarers: own })
    by = answer.kind === 'needsApproval' ? answer.by : 'nobody'
    known.set(where, by)
  }
  return by
}

function passes(pair: Pair): Passed {
  const where = whereOf(pair)
  // What is not known matters only where somebody would have to approve.
  if (where === 'unknown') return ownCarers(pair) ? true : 'unknown'
  return approver(pair, where) === 'nobody'
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
  stage: 'decision',
  name: 'outside our area',
  ground: { cites: outOfArea.cites[0], level: outOfArea.level, verification: outOfArea.verification },
  check: passes,
  fact: (pair) =>
    `${WHERE[whereOf(pair)]}${ownCarers(pair) ? ' No approval is asked for with these carers (regulation 11(4)).' : ''}`,
  unlock: (pair) => {
    const where = whereOf(pair)
    const by = where === 'unknown' ? 'nobody' : approver(pair, where)
    if (by === 'nobody') return undefined
    return by === 'director'
      ? { decision: 'A home at a distance, after asking the council of that area', by }
      : { decision: 'A home outside our area', by }
  },
  ask: () => 'In which council’s area is this home?',
}

const local: Gate = {
  code: 'localDistance',
  stage: 'decision',
  name: 'further than this council’s own rule allows without a decision',
  ground: { cites: named('This council’s own rule'), level: 'practice', verification: 'primary', local: true },
  applies: ({ policy, request }) => policy.local !== undefined && request.from !== 'none',
  check: (pair) => {
    const [miles, { local: own }] = [milesOf(pair), pair.wanted.policy]
    return miles === undefined ? 'unknown' : own === undefined || miles <= own.overMiles
  },
  fact: ({ wanted: { policy } }, passed) =>
    `This council asks for a decision over ${policy.local?.overMiles ?? 0} miles: ${{ true: 'not over', false: 'over', unknown: 'not known' }[`${passed}`]}.`,
  unlock: ({ wanted: { policy } }) =>
    policy.local && { decision: 'A home over the miles of this council’s own rule', by: policy.local.by },
  ask: () => 'How far is it from home?',
}

/** In the order in which they are told: the cheapest that rule out most come first. */
export const GATES: readonly Gate[] = [...LAW_GATES, ...CARE_GATES, SCHOOL_GATE, area, local]
