// From the rows that the database gives of a child to the facts that the clock reads.
import type { DayNumber } from '#calendar'
import type { ChildFacts, Excuse } from '#duties'
import type { Pep, Term } from '#education'
import type { HealthAssessment } from '#health'
import { areConditionsMet } from '#home-decisions'
import type { Coverage } from '#ledger'
import type { MissingEpisode, ReturnInterview } from '#missing'
import {
  type Birth,
  type CarePeriod,
  type Dated,
  isLegalBasisKind,
  isPlaceCode,
  LEGAL_BASES,
  type LegalStatus,
  type Order,
  type Placement,
  type PlacementPlan,
  statusSeries,
} from '#placements'
import type { Review, ReviewCall } from '#reviews'
import { calendarAround, schoolingKnown } from '#schooling'
import type { Visit, VisitRequest } from '#visits'
import { EVENT_OF_WORD } from './event-words-data.ts'
import {
  DECISIONS,
  isParticipation,
  type KnownFacts,
  type Nested,
  powerOf,
  practiceOf,
  REVIEW_CALL_OF_WORD,
  type Surroundings,
  VISITOR_OF_WORD,
} from './known-facts.ts'

type Of<Part extends keyof KnownFacts> = KnownFacts[Part]
type Row<Part extends Exclude<keyof KnownFacts, Nested>> = NonNullable<KnownFacts[Part]>[number]

const orUndefined = <T>(value: T | null): T | undefined => (value === null ? undefined : value)
const mapped = <In, Out>(rows: readonly In[] | null, read: (row: In) => Out): Out[] =>
  rows === null ? [] : rows.map(read)

/** Of several in force, the one typed last. */
function birthOf(rows: Of<'births'>): Birth | undefined {
  const inForce = (rows ?? []).filter(([, , , standing]) => standing === 'in force')
  const last = inForce.sort((a, b) => a[1] - b[1]).at(-1)
  return last && { line: last[0], recorded: last[1], day: last[2] }
}

function periodOf([line, recorded, began, beganBy, ended, endReason]: Row<'periods'>): CarePeriod[] {
  const day = began ?? beganBy
  if (day === null) return []
  const kind = began === null ? 'by' : 'on'
  return [{ line, recorded, began: { kind, day }, ended: orUndefined(ended), endReason: orUndefined(endReason) }]
}

/** An order whose day of making is not known stands from the day by which it is known to. */
function orderOf([line, recorded, kind, made, madeBy, until, ended]: Row<'bases'>): Order[] {
  const code = isLegalBasisKind(kind) ? LEGAL_BASES[kind] : null
  const from = made ?? madeBy
  if (code === null || from === null) return []
  return [{ line, recorded, code, made: from, expires: orUndefined(until), ended: orUndefined(ended) }]
}

const statusesOf = (rows: Of<'bases'>): LegalStatus[] => (rows === null ? [] : statusSeries(rows.flatMap(orderOf)))

/** Stretches that touch are one; of others, the clock knows the last. */
function datedOf(decisions: readonly Row<'decisions'>[], kind: string): Dated | undefined {
  let last: { from: DayNumber; until: DayNumber | undefined } | undefined
  // A long-term foster home whose conditions do not hold is none (regulation 22B).
  const stretches = decisions
    .filter((row) => row[3] === kind && areConditionsMet(row[7] ?? undefined))
    .sort((a, b) => a[4] - b[4])
  for (const [, , , , since, until] of stretches) {
    if (last !== undefined && (last.until === undefined || since <= last.until))
      last.until = last.until === undefined || until === null ? undefined : Math.max(last.until, until)
    else last = { from: since, until: orUndefined(until) }
  }
  return last
}

const NO_DECISIONS = {
  intendedTo18: undefined,
  longTermFoster: undefined,
  childAgrees: undefined,
  temporaryApproval: undefined,
  immediate: undefined,
  anotherResponsible: undefined,
  agreedVisitWeeks: [],
} as const

function decided(decisions: readonly Row<'decisions'>[]) {
  if (decisions.length === 0) return NO_DECISIONS
  const agreed = decisions.filter((row) => row[3] === DECISIONS.agreedVisitWeeks).sort((a, b) => a[4] - b[4])
  return {
    intendedTo18: datedOf(decisions, DECISIONS.intendedTo18),
    longTermFoster: datedOf(decisions, DECISIONS.longTermFoster),
    childAgrees: datedOf(decisions, DECISIONS.childAgrees),
    temporaryApproval: datedOf(decisions, DECISIONS.temporaryApproval),
    immediate: datedOf(decisions, DECISIONS.immediate),
    anotherResponsible: datedOf(decisions, DECISIONS.anotherResponsible),
    agreedVisitWeeks: agreed.flatMap(([, , , , from, until, weeks]) =>
      weeks === null ? [] : [{ from, until: orUndefined(until), weeks }],
    ),
  }
}

/** A code that no list holds is another placement: the ordinary rules apply to it. */
function placementOf(row: Row<'placements'>, decisions: Of<'decisions'>): Placement {
  const [line, recorded, began, beganKnown, ended, kind, provider, sameCarers, planned] = row
  const about = decided((decisions ?? []).filter((decision) => decision[2] === line))
  return {
    line,
    recorded,
    began,
    beganKnown,
    ended: orUndefined(ended),
    place: isPlaceCode(kind) ? kind : 'Z1',
    provider: orUndefined(provider),
    sameCarers,
    planned: orUndefined(planned),
    intendedTo18: about.intendedTo18,
    longTermFoster: about.longTermFoster,
    childAgrees: about.childAgrees,
    temporaryApproval: about.temporaryApproval,
    immediate: about.immediate,
    anotherResponsible: about.anotherResponsible,
    agreedVisitWeeks: about.agreedVisitWeeks,
  }
}

/** An edition that nobody has signed is no plan of that home yet. */
const planOf = ([line, recorded, placement, prepared, signed]: Row<'plans'>): PlacementPlan[] =>
  prepared === null ? [] : [{ line, recorded, placement, prepared, agreed: orUndefined(signed) }]

const reviewOf = ([line, recorded, held, code, adjourned, pathway]: Row<'reviews'>): Review => ({
  line,
  recorded,
  held,
  participation: code !== null && isParticipation(code) ? code : undefined,
  adjourned,
  pathway: pathway === true,
})

function callOf([line, recorded, word, called, before, justified]: Row<'calls'>): ReviewCall[] {
  const kind = REVIEW_CALL_OF_WORD[word]
  return kind === undefined ? [] : [{ line, recorded, kind, called, before: orUndefined(before), justified }]
}

/** What records a visit to the child says that the child was seen, unless it says otherwise. */
const visitOf = ([line, recorded, day, role, mode, seen, alone, approved]: Row<'visits'>): Visit => ({
  line,
  recorded,
  day,
  by: VISITOR_OF_WORD[role] ?? 'other',
  mode: mode === 'in person' ? 'inPerson' : 'virtual',
  childSeen: seen !== false,
  seenAlone: orUndefined(alone),
  virtualAuthorised: approved,
})

const requestOf = ([line, recorded, day, kind]: Row<'requests'>): VisitRequest => ({
  line,
  recorded,
  day,
  kind: kind === 'notice' ? 'notice' : 'asked',
})

const healthOf = ([line, recorded, kind, day, by, outcome, reported]: Row<'health'>): HealthAssessment => ({
  line,
  recorded,
  kind: kind === 'initial' ? 'initial' : 'review',
  day,
  by: by === 'doctor' || by === 'nurse' || by === 'midwife' ? by : 'other',
  outcome: outcome === 'refused' ? 'refused' : 'seen',
  report: orUndefined(reported),
})

/** An answer is an assessment that was offered and has not taken place. A yes that was taken back is a no. */
const answerOf = ([line, recorded, about, day, answer]: NonNullable<
  KnownFacts['healthCare']['consents']
>[number]): HealthAssessment => ({
  ...{ line, recorded, day, by: 'other', outcome: answer === 'yes' ? 'agreed' : 'refused', report: undefined },
  kind: about === 'initial health assessment' ? 'initial' : 'review',
})

const pepOf = ([line, recorded, stage, day]: Row<'peps'>): Pep => ({
  line,
  recorded,
  stage: stage === 'effective' ? 'effective' : 'initiated',
  day,
})

const missingOf = ([line, recorded, kind, from, until, returnedAt]: Row<'missing'>): MissingEpisode => ({
  line,
  recorded,
  kind: kind === 'missing' ? 'missing' : 'away',
  from,
  until: orUndefined(until),
  returnedAt: orUndefined(returnedAt),
})

const interviewOf = (row: Row<'interviews'>): ReturnInterview => {
  const [line, recorded, episode, offered, day, at, outcome] = row
  return {
    line,
    recorded,
    episode,
    offered: orUndefined(offered),
    day,
    at: orUndefined(at),
    outcome: outcome === 'declined' ? 'declined' : 'held',
  }
}

const excuseOf = ([line, recorded, rule, occurrence, reason, day]: Row<'excuses'>): Excuse => ({
  line,
  recorded,
  rule,
  occurrence,
  reason,
  day,
})

/**
 * The terms of each school during the child's time there; of a school without published terms, nothing is known. Whoever changes
 * school within a term has that term once: as the school counts it where they were last.
 */
function termsOf(rows: Of<'schools'>, terms: Surroundings['terms']): readonly Term[] | undefined {
  const found: Term[] = []
  for (const [, , school, from, until] of (rows ?? []).toSorted((a, b) => (b[3] ?? 0) - (a[3] ?? 0)))
    for (const term of terms.get(school) ?? []) {
      const there = (from === null || term.last >= from) && (until === null || term.first < until)
      if (there && !found.some(({ first, last }) => first <= term.last && term.first <= last)) found.push(term)
    }
  return found.length === 0 ? undefined : found.sort((a, b) => a.first - b.first)
}

/** One Coverage for each source and time, with all kinds of events that it holds then. */
function coverageOf(rows: Of<'coverage'>, sources: Surroundings['sources']): readonly Coverage[] {
  const stretches = Map.groupBy(rows ?? [], ([source, , since, until]) => `${source} ${since} ${until}`)
  return [...stretches.values()].flatMap((together): Coverage[] => {
    const holds = together.map(([, event]) => EVENT_OF_WORD[event]).filter((kind) => kind !== undefined)
    const [source, , from, until] = together[0] ?? ['', '', 0, null]
    if (holds.length === 0) return []
    return [
      {
        source: sources.get(source) ?? 'a source',
        holds,
        from,
        until: until === null ? undefined : until - 1,
      },
    ]
  })
}

export type FactsReader = (child: string, known: KnownFacts) => ChildFacts

/** Gives equal coverage as one and the same list, so that what it covers is worked out once for all children. */
export function factsReader(around: Surroundings): FactsReader {
  const coverages = new Map<string, readonly Coverage[]>()
  const sameCoverage = (rows: Of<'coverage'>): readonly Coverage[] => {
    const key = rows === null ? '' : rows.join(';')
    const known = coverages.get(key) ?? coverageOf(rows, around.sources)
    coverages.set(key, known)
    return known
  }
  return (child, known) => ({
    child,
    birth: birthOf(known.births),
    periods: (known.periods ?? []).flatMap(periodOf),
    statuses: statusesOf(known.bases),
    placements: mapped(known.placements, (row) => placementOf(row, known.decisions)),
    placementPlans: (known.plans ?? []).flatMap(planOf),
    reviews: mapped(known.reviews, reviewOf),
    reviewCalls: (known.calls ?? []).flatMap(callOf),
    visits: mapped(known.visits, visitOf),
    visitRequests: mapped(known.requests, requestOf),
    healthAssessments: [...mapped(known.health, healthOf), ...mapped(known.healthCare.consents, answerOf)],
    peps: mapped(known.peps, pepOf),
    terms: termsOf(known.schools, around.terms),
    schooling: schoolingKnown(known.schooling, {
      places: known.schools ?? [],
      calendarOf: (school, on) => calendarAround(around.terms.get(school) ?? [], on),
    }),
    missingEpisodes: mapped(known.missing, missingOf),
    returnInterviews: mapped(known.interviews, interviewOf),
    powers: (known.bases ?? []).flatMap(powerOf),
    ...practiceOf(known),
    excuses: mapped(known.excuses, excuseOf),
    coverage: sameCoverage(known.coverage),
    choices: around.choices,
  })
}
