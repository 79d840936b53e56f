// A child's facts as the database gives them: its rows in short, in the order of `kith.facts_known`, and what its words mean.
import { type KnownPanels, panelsOf } from '#adoption'
import type { HomeOfPlacement } from '#approvals'
import type { DayNumber } from '#calendar'
import type { ChildFacts, RuleChoice } from '#duties'
import { type HealthCareRows, practicesOf } from '#health-care'
import { homeFactsOf, type KnownDecisions, type KnownHomes } from '#home-decisions'
import { type KnownLeaver, leavingCareOf } from '#leaving-care'
import { type SafetyRows, safetyOf } from '#missing'
import { courtsOf, type KnownCourts, type PowerHeld } from '#orders'
import { disputesOf, type ReviewingRows } from '#reviewing'
import { PARTICIPATION, type Participation, type ReviewCallKind } from '#reviews'
import type { SchoolingKnown, TermDays } from '#schooling'
import { type KnownUnaccompanied, unaccompaniedOf } from '#unaccompanied'
import type { Visitor } from '#visits'

type Day = DayNumber | null
/** The line, and when it was first typed, in milliseconds; then the columns of its table. */
type Rows<Columns extends readonly unknown[]> =
  | readonly (readonly [line: string, recorded: number, ...Columns])[]
  | null

export interface KnownFacts {
  readonly births: Rows<[born: DayNumber, standing: string]>
  readonly periods: Rows<[began: Day, beganBy: Day, ended: Day, endReason: string | null]>
  readonly bases: Rows<
    [kind: string, made: Day, madeBy: Day, until: Day, ended: Day, suspendedBy: string | null, hearing: Day]
  >
  readonly placements: Rows<
    [
      from: DayNumber,
      startKnown: boolean,
      until: Day,
      kind: string,
      provider: string | null,
      sameCarers: boolean,
      planned: boolean | null,
      registered: boolean,
      /** Where the home lies as it was measured, and whether that is kept from some. */
      lies: readonly [inside: boolean | null, adjoining: boolean | null, kept: boolean] | null,
      whyBefore: string | null,
    ]
  >
  readonly decisions: KnownDecisions
  readonly plans: Rows<[placement: string, prepared: Day, signed: Day]>
  readonly reviews: Rows<[held: DayNumber, participation: string | null, adjourned: boolean, pathway: boolean | null]>
  readonly calls: Rows<[kind: string, called: DayNumber, before: Day, justified: boolean]>
  readonly visits: Rows<
    [
      happened: DayNumber,
      visitorRole: string,
      mode: string,
      seen: boolean | null,
      alone: boolean | null,
      approved: boolean,
      toldHowToReach: boolean | null,
    ]
  >
  readonly requests: Rows<[asked: DayNumber, kind: string]>
  readonly health: Rows<[kind: string, happened: DayNumber, byRole: string, outcome: string, reported: Day]>
  readonly peps: Rows<[stage: string, happened: DayNumber]>
  readonly schools: Rows<[school: string, from: Day, until: Day]>
  readonly missing: Rows<[kind: string, since: DayNumber, until: Day, untilAt: number | null]>
  readonly interviews: Rows<
    [episode: string, offered: Day, happened: DayNumber, happenedAt: number | null, outcome: string]
  >
  readonly carePlans: Rows<[approved: DayNumber]>
  readonly planParts: Rows<[part: string, written: DayNumber]>
  readonly planCopies: Rows<[approval: string, recipient: string, given: Day, withheld: Day]>
  readonly parentless: boolean
  readonly delegated: Rows<[approved: DayNumber]>
  readonly reviewers: Rows<[from: Day, until: Day]>
  readonly taken: Rows<[kind: string, decided: DayNumber, onTable: string | null, onLine: string | null]>
  /** Approvals that were asked for and given, as `taken`. */
  readonly answered: KnownFacts['taken']
  readonly told: Rows<
    [
      recipient: string,
      about: string,
      day: DayNumber,
      placement: string | null,
      how: string | null,
      notTold: string | null,
      worded: boolean,
    ]
  >
  readonly yearAnswers: Rows<[yearEnd: DayNumber, question: string, answer: string]>
  readonly adoptionDecided: Rows<[decided: DayNumber, ceased: Day, referred: Day, early: Day]>
  readonly matches: Rows<[matched: DayNumber]>
  readonly safety: SafetyRows
  readonly leavingCare: KnownLeaver | null
  readonly schooling: SchoolingKnown
  readonly healthCare: HealthCareRows
  readonly reviewing: ReviewingRows
  readonly unaccompanied: KnownUnaccompanied | null
  readonly homes: KnownHomes
  readonly courts: KnownCourts & KnownPanels
  readonly excuses: Rows<[rule: string, occurrence: string, reason: string, decided: DayNumber]>
  /** Half-open. */
  readonly coverage: readonly (readonly [source: string, event: string, since: DayNumber, until: Day])[] | null
}

/** What lies around a child: the words for each source, each school's terms, and how the council reads the law. */
export interface Surroundings {
  readonly sources: ReadonlyMap<string, string>
  readonly terms: ReadonlyMap<string, readonly TermDays[]>
  readonly choices: readonly RuleChoice[]
}

export const REVIEW_CALL_OF_WORD: Readonly<Record<string, ReviewCallKind>> = {
  'placement ending': 'placementEnding',
  'placing with a parent': 'placingWithParent',
  'care plan change': 'careplanChange',
  'other arrangements': 'otherArrangements',
  'accommodation ending': 'accommodationEnding',
  'reviewing officer asks': 'reviewingOfficerAsks',
  'visit finding': 'visitFinding',
  'child asks': 'childAsks',
}

export const VISITOR_OF_WORD: Readonly<Record<string, Visitor>> = {
  representative: 'representative',
  'reviewing officer': 'reviewingOfficer',
  'independent visitor': 'independentVisitor',
  advocate: 'advocate',
  'supervising worker': 'supervisingWorker',
  other: 'other',
}

export const DECISIONS = {
  intendedTo18: 'meant to last until 18',
  longTermFoster: 'long-term foster placement',
  childAgrees: 'child agrees to fewer visits',
  temporaryApproval: 'temporary approval',
  immediate: 'immediate placement with a parent',
  anotherResponsible: 'another body is responsible',
  agreedVisitWeeks: 'visit interval agreed',
} as const

export function isParticipation(text: string): text is Participation {
  return Object.hasOwn(PARTICIPATION, text)
}

const KINDS: Readonly<Record<string, string>> = {
  ssda903: 'SSDA903 return',
  ssd: 'safeguarding data set',
  'annex-a': 'child-level list for inspection',
}

export interface SourceRow {
  readonly kind: string
  /** Year of its first day and of its last; null: about no period. */
  readonly years: readonly [number, number] | null
  readonly everyChild: boolean
}

/** As in a sentence: 'the SSDA903 return 2026/27', "this council's record". */
export function sourceWords({ kind, years, everyChild }: SourceRow): string {
  if (everyChild) return "this council's record"
  const name = `the ${KINDS[kind] ?? kind}`
  if (years === null) return name
  const [from, until] = years
  return from === until ? `${name} ${from}` : `${name} ${from}/${String(until).slice(-2)}`
}

/** What is not rows of one kind. */
export type Nested =
  | 'parentless'
  | 'safety'
  | 'leavingCare'
  | 'healthCare'
  | 'schooling'
  | 'reviewing'
  | 'unaccompanied'
  | 'homes'
  | 'courts'
type RowOf<Part extends Exclude<keyof KnownFacts, Nested>> = NonNullable<KnownFacts[Part]>[number]

const orUndefined = <T>(value: T | null): T | undefined => (value === null ? undefined : value)

/** An order whose day of making is not known stands from the day by which it is known to. */
export function powerOf([line, recorded, kind, made, madeBy, until, ended, , hearing]: RowOf<'bases'>): PowerHeld[] {
  const from = made ?? madeBy
  if (from === null) return []
  const [ends, over, heard] = [until, ended, hearing].map((day) => orUndefined(day ?? null))
  return [{ line, recorded, kind, made: from, madeKnown: made !== null, ends, hearing: heard, ended: over }]
}

/** Where an address is kept from some, its area is told to nobody by a duty. */
function homeOf(row: RowOf<'placements'>): HomeOfPlacement {
  const [placement, , , , , , , , , registered, lies, why] = row
  const whyBefore = orUndefined(why)
  const [inside, adjoining, kept] = lies ?? [null, null, false]
  if (inside === null || kept) return { placement, registered, whyBefore, where: undefined }
  return {
    placement,
    registered,
    whyBefore,
    where: inside ? 'inside' : adjoining === true ? 'adjoining' : 'atADistance',
  }
}

const afterReview = (rows: ReviewingRows['receipts']) =>
  (rows ?? []).map(([line, recorded, review, day]) => ({ line, recorded, review, day }))
const reviewingOf = (known: ReviewingRows) => ({
  disputes: disputesOf(known),
  reviewRecords: (known.records ?? []).map(([line, recorded, review, written, given]) => {
    return { line, recorded, review, written, given: orUndefined(given) }
  }),
  decisionsReceived: afterReview(known.receipts),
  decisionsAnswered: afterReview(known.agreed),
  visitorsConsidered: (known.visitors ?? []).map(([line]) => line),
  permanence: (known.permanence ?? []).map(([line, recorded, option, day, review]) => {
    return { line, recorded, option, day, review: orUndefined(review) }
  }),
})

export function practiceOf(known: KnownFacts) {
  return {
    carePlans: (known.carePlans ?? []).map(([line, recorded, day]) => ({ line, recorded, day })),
    planParts: (known.planParts ?? []).map(([line, recorded, part, day]) => ({ line, recorded, part, day })),
    planCopies: (known.planCopies ?? []).map(([line, recorded, approval, recipient, given, withheld]) => {
      return { line, recorded, approval, recipient, given: orUndefined(given), withheld: orUndefined(withheld) }
    }),
    parentless: known.parentless,
    delegated: (known.delegated ?? []).map(([line, recorded, day]) => ({ line, recorded, day })),
    reviewers: (known.reviewers ?? []).map(([line, recorded, from, until]) => {
      return { line, recorded, from: from ?? Number.NEGATIVE_INFINITY, until: orUndefined(until) }
    }),
    decisions: [...(known.taken ?? []), ...(known.answered ?? [])].map(([line, recorded, kind, day, table, about]) => {
      // Asked before the home was there: of whichever home begins next.
      const ofNoHome = table === 'match_decision' || (table === 'care_period' && kind !== 'leaving care')
      return { line, recorded, kind, day, about: ofNoHome ? undefined : orUndefined(about) }
    }),
    carerApprovals: (known.decisions ?? []).flatMap(([line, recorded, placement, kind, from, until]) =>
      kind === DECISIONS.temporaryApproval ? [{ line, recorded, placement, from, until: orUndefined(until) }] : [],
    ),
    homes: (known.placements ?? []).map(homeOf),
    homeFacts: homeFactsOf(known.homes, known.decisions),
    ...courtsOf(known.courts),
    ...panelsOf(known.courts),
    told: (known.told ?? []).map(([line, recorded, recipient, about, day, placement, how, notTold, worded]) => ({
      ...{ line, recorded, recipient, about, day, placement: orUndefined(placement) },
      ...{ how: orUndefined(how), notTold: orUndefined(notTold), worded },
    })),
    schooled: (known.schools ?? []).map(([, , , from, until]) => ({
      from: from ?? Number.NEGATIVE_INFINITY,
      until: orUndefined(until),
    })),
    yearAnswers: (known.yearAnswers ?? []).map(([line, recorded, yearEnd, question, answer]) => {
      return { line, recorded, yearEnd, question, answer }
    }),
    adoptionDecided: (known.adoptionDecided ?? []).map(([line, recorded, day, ceased, referred, early]) => {
      return {
        ...{ line, recorded, day, ceased: orUndefined(ceased) },
        ...{ referred: orUndefined(referred), early: orUndefined(early) },
      }
    }),
    safety: safetyOf(known.safety),
    leavingCare: leavingCareOf(known.leavingCare),
    toldHowToReach: (known.visits ?? []).flatMap(([line, recorded, day, , , , , , told]) =>
      told === true ? [{ line, recorded, day }] : [],
    ),
    practices: practicesOf(known.healthCare),
    unaccompanied: unaccompaniedOf(known.unaccompanied),
    matches: (known.matches ?? []).map(([line, recorded, day]) => ({ line, recorded, day })),
    ...reviewingOf(known.reviewing),
  } satisfies Partial<ChildFacts>
}
