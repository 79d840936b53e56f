// Rules CP-30, PL-02 and PL-09: what a nominated officer or the director approves before it happens.
import { day, type IsoDay, numberOf, workingDaysAfter } from '#calendar'
import { carePlanning2010, rule } from '#law'

const DECISION = {
  fact: 'decision or approval',
  table: 'kith.decision, kith.approval_answer',
} as const
export type Approver = 'nominatedOfficer' | 'director'
export interface NeedsApproval {
  readonly kind: 'needsApproval'
  readonly by: Approver
}
const NONE = { kind: 'none' } as const

const WORKING_DAYS_IN_CARE = 20

export interface CeasingGiven {
  readonly began: IsoDay
  readonly ends: IsoDay
  /** 16 or 17, and accommodated under section 20. */
  readonly agreesForThemselves: boolean
}

/** undefined: bank holidays not known. */
export function ceasingApprover(
  began: number,
  ends: number,
  agreesForThemselves: boolean,
): Approver | 'none' | undefined {
  if (agreesForThemselves) return 'director'
  const twentieth = workingDaysAfter(began, WORKING_DAYS_IN_CARE)
  if (twentieth === undefined) return undefined
  return ends >= twentieth ? 'nominatedOfficer' : 'none'
}

export const ceasing = rule<CeasingGiven, NeedsApproval | typeof NONE>({
  id: 'CP-30',
  name: 'Ceasing to look after',
  says: 'Before we decide that a child who has been in care for 20 working days or more leaves it, a nominated officer approves; for a child of 16 or 17 accommodated under section 20, the director of children’s services.',
  level: 'regulation',
  verification: 'primary',
  cites: [carePlanning2010('39(2) to (5)')],
  inForce: { from: day('2015-04-01') },
  satisfiedBy: { ...DECISION, words: 'The approval, dated on or before the last day in care.' },
  trigger: 'the day this period of care began',
  responsible: 'A nominated officer; the director of children’s services',
  waitsFor: 'The assessments of regulation 39(2) as records of their own: only the approval is looked for.',
  decidedOn: ({ ends }) => ends,
  apply: ({ began, ends, agreesForThemselves }) => {
    const by = ceasingApprover(numberOf(began), numberOf(ends), agreesForThemselves)
    if (by === undefined) return { kind: 'unknown', missing: 'the bank holidays of those years' }
    return by === 'none' ? NONE : { kind: 'needsApproval', by }
  },
  examples: [
    {
      name: 'eighteen working days: none',
      vector: 'CP-30#1',
      given: { began: day('2026-03-27'), ends: day('2026-04-24'), agreesForThemselves: false },
      expect: NONE,
    },
    {
      name: 'the twentieth working day: a nominated officer',
      vector: 'CP-30#2',
      given: { began: day('2026-03-27'), ends: day('2026-04-28'), agreesForThemselves: false },
      expect: { kind: 'needsApproval', by: 'nominatedOfficer' },
    },
    {
      name: 'aged 16 under section 20, sixty working days: the director',
      vector: 'CP-30#3',
      given: { began: day('2026-03-27'), ends: day('2026-06-24'), agreesForThemselves: true },
      expect: { kind: 'needsApproval', by: 'director' },
    },
  ],
})

export type Where = 'inside' | 'adjoining' | 'atADistance'
export interface OutOfAreaGiven {
  readonly began: IsoDay
  readonly where: Where
  /** A connected person who fosters, or carers whom this council approved. */
  readonly ownCarers: boolean
  readonly miles?: number
  readonly approved?: { readonly by: Approver; readonly on: IsoDay }
}
export type OutOfAreaAnswer = NeedsApproval | typeof NONE | { readonly kind: 'satisfied' | 'approvedLate' }

export function outOfAreaApprover(where: Where, ownCarers: boolean): Approver | 'none' {
  if (where === 'inside' || ownCarers) return 'none'
  return where === 'adjoining' ? 'nominatedOfficer' : 'director'
}

const placed = (where: Where, facts: Partial<OutOfAreaGiven> = {}): OutOfAreaGiven => ({
  began: day('2026-06-03'),
  where,
  ownCarers: false,
  ...facts,
})

export const outOfArea = rule<OutOfAreaGiven, OutOfAreaAnswer>({
  id: 'PL-02',
  name: 'Approval of a placement out of area',
  says: 'A home outside our area is not put into effect before a nominated officer approves it; one that lies in no adjoining area either, before the director of children’s services does. Not asked for where the child goes to a connected person or to carers whom we approved. Miles do not matter. A home whose address is protected is left out: the duty would tell where it is.',
  level: 'regulation',
  verification: 'primary',
  cites: [carePlanning2010('11(1) to (5)')],
  inForce: { from: day('2014-01-27') },
  satisfiedBy: {
    ...DECISION,
    words: 'The approval of the right officer, dated on or before the day the child moves in.',
  },
  trigger: 'the day this placement began',
  responsible: 'A nominated officer; the director of children’s services',
  waitsFor: 'The consultations of regulation 11(2), each with its day: only the approval is looked for.',
  decidedOn: ({ began }) => began,
  apply: ({ began, where, ownCarers, approved }) => {
    const by = outOfAreaApprover(where, ownCarers)
    if (by === 'none') return NONE
    const enough = approved !== undefined && (by === 'nominatedOfficer' || approved.by === 'director')
    if (!enough || approved === undefined) return { kind: 'needsApproval', by }
    return { kind: approved.on <= began ? 'satisfied' : 'approvedLate' }
  },
  examples: [
    {
      name: 'adjoining, approved by a nominated officer before it began',
      vector: 'PL-02#1',
      given: placed('adjoining', { approved: { by: 'nominatedOfficer', on: day('2026-06-01') } }),
      expect: { kind: 'satisfied' },
    },
    {
      name: 'at a distance a nominated officer is not enough',
      vector: 'PL-02#2',
      given: placed('atADistance', { approved: { by: 'nominatedOfficer', on: day('2026-06-01') } }),
      expect: { kind: 'needsApproval', by: 'director' },
    },
    {
      name: 'with a connected person who fosters: not asked for',
      vector: 'PL-02#3',
      given: placed('atADistance', { ownCarers: true }),
      expect: NONE,
    },
    {
      name: 'inside our area, 28 miles away: not asked for',
      vector: 'PL-02#4',
      given: placed('inside', { miles: 28 }),
      expect: NONE,
    },
  ],
})

export interface WithParentGiven {
  readonly began: IsoDay
  readonly approved: IsoDay | undefined
  readonly assessed: boolean
  readonly reviewed: boolean
  readonly planned: boolean
  /** Regulation 19. */
  readonly immediate: boolean
}

export const withParent = rule<WithParentGiven, { readonly kind: 'satisfied' | 'immediate' | 'missing' }>({
  id: 'PL-09',
  name: 'Before placing with a parent',
  says: 'Before a child in care by order lives with a parent, their suitability is assessed, the case is reviewed, a placement plan is made, and a nominated officer approves; unless the child has to be placed at once (regulation 19).',
  level: 'regulation',
  verification: 'primary',
  cites: [carePlanning2010('15 to 18'), carePlanning2010('Schedule 3')],
  inForce: { from: day('2011-04-01') },
  satisfiedBy: { ...DECISION, words: 'The approval, dated on or before the day the child moves in.' },
  trigger: 'the day this placement began',
  responsible: 'A nominated officer',
  waitsFor: 'The assessment of Schedule 3 as a record of its own: only the approval is looked for.',
  decidedOn: ({ began }) => began,
  apply: ({ began, approved, assessed, reviewed, planned, immediate }) => {
    if (approved !== undefined && approved <= began && assessed && reviewed && planned) return { kind: 'satisfied' }
    return { kind: immediate ? 'immediate' : 'missing' }
  },
  examples: [
    {
      name: 'assessed, reviewed, planned, approved before it began',
      vector: 'PL-09#1',
      given: {
        ...{ began: day('2026-06-03'), approved: day('2026-06-01') },
        ...{ assessed: true, reviewed: true, planned: true, immediate: false },
      },
      expect: { kind: 'satisfied' },
    },
    {
      name: 'nobody approved',
      vector: 'PL-09#2',
      given: {
        ...{ began: day('2026-06-03'), approved: undefined },
        ...{ assessed: true, reviewed: true, planned: true, immediate: false },
      },
      expect: { kind: 'missing' },
    },
    {
      name: 'placed at once under regulation 19',
      given: {
        ...{ began: day('2026-06-03'), approved: undefined },
        ...{ assessed: false, reviewed: false, planned: false, immediate: true },
      },
      expect: { kind: 'immediate' },
    },
  ],
})
