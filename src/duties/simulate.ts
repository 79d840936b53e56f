// What would fall due if a child came into care on a day: the duties of an invented child of whom nothing else is known.
import { type DayNumber, yearsAfter } from '#calendar'
import { type Coverage, type Duty, EVENT_KINDS, EVER, type EventKind, isStillOwed } from '#ledger'
import { LEGAL_BASES, type LegalStatusCode, type PlaceCode } from '#placements'
import { type ChildFacts, NOTHING_ELSE } from './child-facts.ts'
import { dutiesOf } from './duties-of.ts'
import { READINGS, type Readings } from './known.ts'

export interface Arrival {
  readonly comesIntoCare: DayNumber
  /** undefined: reckoned from the age. */
  readonly born: DayNumber | undefined
  /** Whole years; undefined: neither age nor birth date is known. */
  readonly age: number | undefined
  readonly place: PlaceCode
  readonly status: LegalStatusCode
  /** Connected person with temporary approval. */
  readonly temporaryApproval: boolean
  /** With a parent before the assessment is complete. */
  readonly immediate: boolean
  /** The placement was planned. */
  readonly planned: boolean
}

const ORDINARY_ARRIVAL = {
  born: undefined,
  age: undefined,
  place: 'U6',
  status: 'V2',
  temporaryApproval: false,
  immediate: false,
  planned: false,
} as const

const isEventKind = (text: string): text is EventKind => Object.hasOwn(EVENT_KINDS, text)
const EVERYTHING: readonly Coverage[] = [
  { source: 'this simulation', holds: Object.keys(EVENT_KINDS).filter(isEventKind), from: 0, until: EVER },
]

/** As the record writes the order or agreement of a status. */
const kindOf = (status: LegalStatusCode): string =>
  Object.entries(LEGAL_BASES).find(([, code]) => code === status)?.[0] ?? ''

/** The order or agreement, and the carers' temporary approval. */
function heldBy({ comesIntoCare, status, temporaryApproval }: Arrival): Pick<ChildFacts, 'powers' | 'carerApprovals'> {
  const unsaid = { ends: undefined, hearing: undefined, ended: undefined }
  const power = { line: 'status', recorded: 0, kind: kindOf(status), made: comesIntoCare, madeKnown: true, ...unsaid }
  const approval = { line: 'approval', recorded: 0, placement: 'placement', from: comesIntoCare, until: undefined }
  return { powers: [power], carerApprovals: temporaryApproval ? [approval] : [] }
}

const bornOf = ({ born, age, comesIntoCare }: Arrival): DayNumber | undefined =>
  born ?? (age === undefined ? undefined : yearsAfter(comesIntoCare, -age))

function factsOf(arrival: Arrival): ChildFacts {
  const { comesIntoCare, place, status, temporaryApproval, immediate, planned } = arrival
  const about = (line: string) => ({ line, recorded: 0 })
  return {
    child: 'simulated',
    birth: { ...about('birth'), day: bornOf(arrival) },
    periods: [
      { ...about('period'), began: { kind: 'on', day: comesIntoCare }, ended: undefined, endReason: undefined },
    ],
    statuses: [{ ...about('status'), code: status, from: comesIntoCare, until: undefined }],
    placements: [
      {
        ...about('placement'),
        began: comesIntoCare,
        beganKnown: true,
        ended: undefined,
        place,
        provider: undefined,
        sameCarers: false,
        planned,
        intendedTo18: undefined,
        longTermFoster: undefined,
        childAgrees: undefined,
        temporaryApproval: temporaryApproval ? { from: comesIntoCare, until: undefined } : undefined,
        immediate: immediate ? { from: comesIntoCare, until: undefined } : undefined,
        anotherResponsible: undefined,
        agreedVisitWeeks: [],
      },
    ],
    placementPlans: [],
    reviews: [],
    reviewCalls: [],
    visits: [],
    visitRequests: [],
    healthAssessments: [],
    peps: [],
    terms: undefined,
    missingEpisodes: [],
    returnInterviews: [],
    ...NOTHING_ELSE,
    ...heldBy(arrival),
    excuses: [],
    coverage: EVERYTHING,
    choices: [],
  }
}

/** The facts as they would stand had everything owed been done on its last day. */
function doneOnLastDay(facts: ChildFacts, duties: readonly Duty[]): ChildFacts {
  const reviews = [...facts.reviews]
  const visits = [...facts.visits]
  const healthAssessments = [...facts.healthAssessments]
  for (const { basis, due, done, occurrence } of duties) {
    if (due === undefined || done !== undefined) continue
    const about = { line: `${basis.id} ${occurrence}`, recorded: 0 }
    if (basis.kind === 'review')
      reviews.push({ ...about, held: due, participation: undefined, adjourned: false, pathway: false })
    if (basis.kind === 'visit') {
      const seen = { by: 'representative', mode: 'inPerson', childSeen: true, seenAlone: true } as const
      visits.push({ ...about, ...seen, day: due, virtualAuthorised: false })
    }
    if (basis.kind === 'healthAssessment') {
      const kind = facts.healthAssessments.length === 0 ? 'initial' : 'review'
      healthAssessments.push({ ...about, kind, day: due, by: 'doctor', outcome: 'seen', report: due })
    }
  }
  return { ...facts, reviews, visits, healthAssessments }
}

export interface Simulated {
  /** Owed from that day. */
  readonly first: readonly Duty[]
  /** The next of each kind, had the first been done on their last day. */
  readonly next: readonly Duty[]
}

const byDay = (a: Duty, b: Duty): number => (a.due ?? EVER) - (b.due ?? EVER)

/** A year's question comes again each year: once is enough. */
function firstOfEach(duties: readonly Duty[]): readonly Duty[] {
  const seen = new Set<string>()
  return duties.filter(({ basis }) => !seen.has(basis.id) && seen.add(basis.id) !== undefined)
}

export function simulate(
  given: Partial<Arrival> & Pick<Arrival, 'comesIntoCare'>,
  readings: Readings = READINGS,
): Simulated {
  const arrival: Arrival = { ...ORDINARY_ARRIVAL, ...given }
  const on = arrival.comesIntoCare
  const facts = factsOf(arrival)
  const first = dutiesOf(facts, on, readings).sort(byDay)
  const after = dutiesOf(doneOnLastDay(facts, first), EVER, readings)
  const next = after.filter((duty) => isStillOwed(duty, on) && duty.trigger !== undefined && duty.trigger > on)
  return { first, next: firstOfEach(next.sort(byDay)) }
}
