// The SQL of what follows a decision on a home: which approvals were asked for, whether they moved in and with which plan, and moving in.
import { sql } from 'kysely'
import { mayDo } from '#access'
import { day, type IsoDay } from '#calendar'
import { homesOn } from '#carers'
import { type Asking, changeFrom, Refused, recordFirst, writeParts } from '#database'
import { type ApprovalRequest, requestsOf as approvalsOf } from '#decisions'
import { endHolds } from '#stays'
import { type Match, matchesOf, requestsOf } from './store.ts'

/** A home that they moved into, as the record ties it to the home that was decided on. */
export type Begun = {
  readonly placement: string
  readonly household: string
  readonly since: IsoDay
  /** Half-open; null: they live there. */
  readonly until: IsoDay | null
  /** An approved edition of the placement plan is of this home; and the day on which it was signed. */
  readonly planned: boolean
  readonly signed: string | null
}
export async function begunHomes({ record, who }: Asking, child: string): Promise<readonly Begun[]> {
  const { rows } = await sql<Omit<Begun, 'since' | 'until'> & { since: string; until: string | null }>`
    select h.placement, h.household, lower(p.during)::text as since, upper(p.during)::text as until,
      exists (select from kith.placement_plan_current l where l.council = h.council and l.child = h.child and l.placement = h.placement
        and (l.edition is not null or l.prepared is not null)) as planned,
      (select max(l.signed)::text from kith.placement_plan_current l where l.council = h.council and l.child = h.child and l.placement = h.placement) as signed
    from kith.placement_household_current h join kith.placement_current p on p.council = h.council and p.child = h.child and p.line = h.placement
    where h.council = ${who.council}::smallint and h.child = ${child}::uuid order by lower(p.during) desc`.execute(
    record,
  )
  return rows.map((row) => ({ ...row, since: day(row.since), until: row.until === null ? null : day(row.until) }))
}
type Chosen = Pick<Match, 'household' | 'decided'>
/** The home into which they moved by this decision. */
export const begunBy = ({ household, decided }: Chosen, begun: readonly Begun[]): Begun | undefined =>
  begun.find((one) => one.household === household && one.since >= decided)

/** Approvals that were asked for a decision, in the order in which they were. */
export const askedOf = ({ line }: Pick<Match, 'line'>, asked: readonly ApprovalRequest[]): readonly ApprovalRequest[] =>
  asked.filter(({ on }) => on.table === 'match_decision' && on.line === line)

export type Ahead = {
  readonly match: Match
  readonly asked: readonly ApprovalRequest[]
  /** Which of them nobody has asked for. */
  readonly toAsk: readonly string[]
}
/** Decisions on a home into which they have not moved, the latest first. */
export async function matchesAhead(asking: Asking, child: string): Promise<readonly Ahead[]> {
  const [matches, begun] = [await matchesOf(asking, child), await begunHomes(asking, child)]
  const open = new Set((await requestsOf(asking, child)).flatMap((one) => (one.closed === null ? [one.line] : [])))
  const ahead = matches.filter((match) => open.has(match.request) && begunBy(match, begun) === undefined)
  const all = ahead.length === 0 ? [] : await approvalsOf(asking, child)
  return ahead.map((match) => {
    const asked = askedOf(match, all)
    const kinds = asked.filter(({ answered }) => answered?.answer !== 'refused').map(({ kind }) => kind)
    return { match, asked, toAsk: (match.approvals ?? []).filter((kind) => !kinds.includes(kind)) }
  })
}

export type HomeAhead = {
  readonly line: string
  readonly called: string
  readonly starts: IsoDay
  readonly emergency: boolean
  /** Approvals that it needs and that nobody has given yet. */
  readonly waits: readonly string[]
  /** As whoever works with homes reads it; undefined: kept from the asker, or not recorded. */
  readonly kind: string | undefined
  readonly postcode: string | undefined
}
const given = ({ answered }: ApprovalRequest): boolean => answered?.answer.startsWith('approved') === true
export async function homesAhead(asking: Asking, child: string, today: IsoDay): Promise<readonly HomeAhead[]> {
  const requests = await requestsOf(asking, child)
  const found: HomeAhead[] = []
  for (const { match, asked } of await matchesAhead(asking, child)) {
    const [on] = await homesOn(asking, today, match.household)
    const approved = new Set(asked.filter(given).map(({ kind }) => kind))
    found.push({
      ...{ line: match.line, called: match.words.called, starts: day(match.starts), kind: on?.home.kind },
      emergency: requests.find(({ line }) => line === match.request)?.emergency === true,
      waits: (match.approvals ?? []).filter((kind) => !approved.has(kind)),
      // An address that is kept from anybody is copied nowhere.
      postcode: on?.address?.audience === null ? on.address.postcode : undefined,
    })
  }
  return found
}

/** They moved into the home that was decided on: said of the placement; the place is reserved no longer, and nobody looks any more. */
export async function movedInto(
  asking: Asking,
  child: string,
  { decision, placement, since }: { readonly decision: string; readonly placement: string; readonly since: IsoDay },
): Promise<void> {
  const match = (await matchesOf(asking, child)).find(({ line }) => line === decision)
  if (match === undefined) throw new Refused('corrected already')
  const columns = { placement, household: match.household }
  await recordFirst(asking, 'kith.placement_household', { child, columns, words: 'By the decision on this home.' })
  await endHolds(asking, { child, household: match.household, on: since, outcome: 'the child came' })
  const request = (await requestsOf(asking, child)).find(
    ({ line, closed }) => line === match.request && closed === null,
  )
  if (request === undefined || !(await mayDo(asking, child, ['write', 'matching']))) return
  await changeFrom(asking, 'kith.home_request', {
    ...{
      id: request.id,
      columns: { closed: since, closed_why: 'found' },
      words: writeParts({ ...request.words }) ?? '',
    },
  })
}
