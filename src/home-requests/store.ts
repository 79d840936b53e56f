// The SQL of requests for homes: what stands of one child's, places, steps and decisions; all that are open; and must-knows that are not heard.
import { sql } from 'kysely'
import { day, type IsoDay } from '#calendar'
import { type Asking, currentOf, readParts, type Version, versionOf } from '#database'
import { decisionsOf } from '#decisions'
import { mustKnowsOf, standingFacts } from '#family'
import { REQUEST_WORDS, type RequestWords } from './request.ts'

const NO_WORDS = Object.fromEntries(REQUEST_WORDS.map((name) => [name, ''])) as RequestWords
export const wordsOfRequest = (words: string | undefined): RequestWords => ({
  ...NO_WORDS,
  ...readParts(words, REQUEST_WORDS),
})

export type Request = Omit<Version<'kith.home_request'>, 'words'> & { readonly words: RequestWords }
export type Place = Omit<Version<'kith.request_place'>, 'words'> & { readonly called: string; readonly why: string }
export type Step = Omit<Version<'kith.home_step'>, 'words'> & {
  readonly called: string
  readonly said: string
  /** What had to be known, as it was told. */
  readonly told: string
}
const DECISION_WORDS = ['called', 'why', 'child', 'not_there', 'not_first', 'how'] as const
export type Match = Omit<Version<'kith.match_decision'>, 'words'> & {
  readonly words: Readonly<Record<(typeof DECISION_WORDS)[number], string>>
}
const REVIEW_WORDS = ['own', 'promised', 'todo'] as const
export type MatchReview = Omit<Version<'kith.match_review'>, 'words'> & {
  readonly words: Readonly<Record<(typeof REVIEW_WORDS)[number], string>>
}

const asRequest = (row: Version<'kith.home_request'>): Request => ({ ...row, words: wordsOfRequest(row.words) })

/** All of one child, the latest first. */
export async function requestsOf(asking: Asking, child: string): Promise<readonly Request[]> {
  const all = await currentOf(asking, 'kith.home_request', child)
  return all.map(asRequest).toSorted((a, b) => (a.line < b.line ? 1 : -1))
}
/** The one that is open; else the last. */
export async function requestOf(asking: Asking, child: string): Promise<Request | undefined> {
  const all = await requestsOf(asking, child)
  return all.find(({ closed }) => closed === null) ?? all[0]
}
/** As it stood when it was shared. */
export async function requestAsShared(asking: Asking, version: string): Promise<Request | undefined> {
  const row = await versionOf(asking, 'kith.home_request', version)
  return row && asRequest(row)
}

const placeWords = (words: string | undefined): { readonly called: string; readonly why: string } =>
  readParts(words, ['called', 'why']) ?? { called: '', why: '' }
export async function placesOfRequest(asking: Asking, request: Request): Promise<readonly Place[]> {
  const rows = await currentOf(asking, 'kith.request_place', request.child)
  return rows.filter((row) => row.request === request.line).map((row) => ({ ...row, ...placeWords(row.words) }))
}

export const stepWords = (words: string | undefined) =>
  readParts(words, ['called', 'said', 'told']) ?? { called: '', said: '', told: '' }
/** In the order in which they were written. */
export async function stepsOf(asking: Asking, request: Request): Promise<readonly Step[]> {
  const rows = await currentOf(asking, 'kith.home_step', request.child)
  return rows
    .filter((row) => row.request === request.line)
    .map((row) => ({ ...row, ...stepWords(row.words) }))
    .toSorted((a, b) => (a.line < b.line ? -1 : 1))
}

const NO_DECISION = Object.fromEntries(DECISION_WORDS.map((name) => [name, ''])) as Match['words']
export const matchWords = (words: string | undefined): Match['words'] => ({
  ...NO_DECISION,
  ...readParts(words, DECISION_WORDS),
})
export async function matchesOf(asking: Asking, child: string): Promise<readonly Match[]> {
  const rows = await currentOf(asking, 'kith.match_decision', child)
  return rows.map((row) => ({ ...row, words: matchWords(row.words) })).toSorted((a, b) => (a.line < b.line ? 1 : -1))
}
const NO_REVIEW = { own: '', promised: '', todo: '' }
export const reviewWords = (words: string | undefined): MatchReview['words'] => ({
  ...NO_REVIEW,
  ...readParts(words, REVIEW_WORDS),
})
export async function matchReviewsOf(asking: Asking, child: string): Promise<readonly MatchReview[]> {
  const rows = await currentOf(asking, 'kith.match_review', child)
  return rows.map((row) => ({ ...row, words: reviewWords(row.words) }))
}

export type MustKnowTold = { readonly line: string; readonly kind: string; readonly words: string }
export type ToKeepSafe = {
  readonly told: readonly MustKnowTold[]
  /** Left out by a named manager, with the reason. */
  readonly leftOut: readonly (MustKnowTold & { readonly why: string; readonly on: string })[]
  /** Must-knows that the asker does not hear: somebody else has to tell them. */
  readonly unheard: number
}
export const LEFT_OUT = 'must-know left out'
/** What whoever cares for this child must know; nothing of it goes but by a decision. */
export async function toKeepSafe(asking: Asking, child: string, today: IsoDay): Promise<ToKeepSafe> {
  const known = standingFacts(await mustKnowsOf(asking, child), today).map(({ fact }) => fact)
  const out = new Map(
    (await decisionsOf(asking, child)).flatMap((one) =>
      one.kind === LEFT_OUT && one.on?.table === 'must_know' ? [[one.on.line, one] as const] : [],
    ),
  )
  const { rows } = await sql<{
    unheard: number
  }>`select kith.must_knows_unheard(${child}::uuid, ${known.map(({ line }) => line)}::uuid[]) as unheard`.execute(
    asking.record,
  )
  const facts = known.map(({ line, kind, words }) => ({ line, kind, words: words ?? '' }))
  return {
    told: facts.filter(({ line }) => !out.has(line)),
    leftOut: facts.flatMap((fact) => {
      const decision = out.get(fact.line)
      return decision === undefined ? [] : [{ ...fact, why: decision.said?.reasons ?? '', on: decision.decided }]
    }),
    unheard: rows[0]?.unheard ?? 0,
  }
}

export type OpenRequest = {
  readonly child: string
  readonly line: string
  readonly needed: IsoDay
  readonly emergency: boolean
  readonly siblings: number
  readonly steps: number
}
export type WaitingReview = {
  readonly child: string
  readonly line: string
  readonly starts: IsoDay
  /** Since when they do not live there any more; null: they do, or have not moved in. */
  readonly ended: IsoDay | null
  readonly done: readonly string[]
  /** The child's allocated worker, who owes the look; null: nobody is, or not for the asker to know. */
  readonly owes: string | null
}
/** Open requests that the asker may see, the first needed first. */
export async function openRequests({ record, who }: Asking): Promise<readonly OpenRequest[]> {
  const { rows } = await sql<Omit<OpenRequest, 'needed'> & { needed: string }>`
    select r.child, r.line, r.needed_by::text as needed, r.emergency, coalesce(cardinality(r.with_siblings), 0) as siblings,
      (select count(*)::int from kith.home_step_current s where s.council = r.council and s.child = r.child and s.request = r.line and s.kind = 'asked') as steps
    from kith.home_request_current r where r.council = ${who.council}::smallint and r.closed is null order by r.needed_by, r.line`.execute(
    record,
  )
  return rows.map(({ needed, ...row }) => ({ ...row, needed: day(needed) }))
}
/** Matches that began since a day, from the day on which they moved in where it is recorded, with the reviews that were held. */
export async function youngMatches(
  { record, who }: Asking,
  since: IsoDay,
  today: IsoDay,
): Promise<readonly WaitingReview[]> {
  const { rows } = await sql<Omit<WaitingReview, 'starts' | 'ended'> & { starts: string; ended: string | null }>`
    select d.child, d.line, coalesce(m.since, d.starts)::text as starts, m.ended::text as ended, array(select v.stage from kith.match_review_current v
      where v.council = d.council and v.child = d.child and v.decision = d.line) as done,
      (select a.worker from kith.allocation_current a where a.council = d.council and a.child = d.child and a.role = 'allocated-worker'
        and a.during @> ${today}::date order by lower(a.during) desc limit 1) as owes
    from kith.match_decision_current d left join lateral (select min(lower(p.during)) as since,
        nullif(max(coalesce(upper(p.during), 'infinity')), 'infinity') as ended from kith.placement_household_current h
      join kith.placement_current p on p.council = h.council and p.child = h.child and p.line = h.placement
      where h.council = d.council and h.child = d.child and h.household = d.household and lower(p.during) >= d.decided) m on true
    where d.council = ${who.council}::smallint and coalesce(m.since, d.starts) >= ${since}::date order by 3`.execute(
    record,
  )
  return rows.map(({ starts, ended, ...row }) => ({
    ...row,
    starts: day(starts),
    ended: ended === null ? null : day(ended),
  }))
}
/** Which of these children have an open request of their own, as the asker may see it. */
export async function alsoWaiting({ record, who }: Asking, children: readonly string[]): Promise<ReadonlySet<string>> {
  if (children.length === 0) return new Set()
  const { rows } = await sql<{ child: string }>`select child from kith.home_request_current
    where council = ${who.council}::smallint and closed is null and child = any (${children}::uuid[])`.execute(record)
  return new Set(rows.map(({ child }) => child))
}
