// The SQL of placement plans and homes: why a plan was not made before the move, what an edition lacks, and which were agreed for whom.
import { sql } from 'kysely'
import { type Asking, among } from '#database'
import { type PlanPart, WHY_LATE } from '#plan-kinds'
import { lackingIn } from './plan.ts'
import { type Edition, editionsOf, type PartText } from './reading-store.ts'

/** A plan for a home that is to begin is approved in the weeks before: an older one was for another home. */
const WEEKS_BEFORE = 4

/**
 * The beginning of the home of today, where the record speaks of placement plans by then and has none that was made or
 * approved by its first day; undefined: there is no such home.
 */
async function homeBeforeItsPlan(asking: Asking, child: string): Promise<string | undefined> {
  const { rows } = await sql<{ began: string }>`
    select lower(h.during)::text as began from kith.placement_current h
    where h.council = ${asking.who.council} and h.child = ${child} and upper(h.during) is null and h.start_known
      and exists (select from kith.source_coverage v
        where v.council = h.council and v.event = 'placement-plan' and v.since <= lower(h.during) and (v.until is null or v.until > lower(h.during))
          and v.source in (select s.source from kith.source_child s where s.council = h.council and s.child = h.child
            union all select e.id from kith.source e where e.council = h.council and e.every_child))
      and not exists (select from kith.placement_plan_current m
        where m.council = h.council and m.child = h.child and m.placement = h.line and coalesce(m.prepared, m.signed) <= lower(h.during))
      and not exists (select from kith.plan_state s join kith.plan p on p.council = s.council and p.id = s.plan and p.kind = 'placement plan'
        where s.council = h.council and s.child = h.child and s.state = 'approved'
          and coalesce(s.agreed, (s.recorded at time zone 'Europe/London')::date) between lower(h.during) - ${7 * WEEKS_BEFORE}::int and lower(h.during))
    order by lower(h.during) desc limit 1`.execute(asking.record)
  return rows[0]?.began
}

/** What this edition has to hold and does not, as it stands. */
export async function lackingNow(
  asking: Asking,
  edition: Edition,
  texts: readonly PartText[],
): Promise<readonly PlanPart[]> {
  const late = edition.kind === 'placement plan' ? await homeBeforeItsPlan(asking, edition.child) : undefined
  return lackingIn(edition, texts, late)
}

/** The approved editions of the child's placement plan, newest first, and whether each says why it was not made before the move. */
export async function approvedForHomes(
  asking: Asking,
  child: string,
): Promise<readonly (Edition & { readonly saysWhyLate: boolean })[]> {
  const approved = (await editionsOf(asking, child)).filter(
    (one) => one.kind === 'placement plan' && one.approved !== undefined,
  )
  const versions = approved.flatMap((one) => one.approved?.versions ?? [])
  const { rows } = await sql<{ id: string }>`
    select id from kith.plan_part where council = ${asking.who.council} and id ${among(versions)}
      and part = ${WHY_LATE} and said is not null`.execute(asking.record)
  const says = new Set(rows.map(({ id }) => id))
  return approved.map((one) => ({ ...one, saysWhyLate: one.approved?.versions.some((id) => says.has(id)) === true }))
}

export type AgreedFor = {
  readonly id: string
  readonly edition: string
  readonly signed: string | null
  readonly signedBy: string | null
  /** Since when the home is theirs; null: it is not for this reader. */
  readonly home: string | null
}
/** For which homes editions were taken, and who signed; and the home of today, where there is one. */
export async function agreedFor(
  { who, record }: Asking,
  child: string,
): Promise<{ readonly agreed: readonly AgreedFor[]; readonly homeNow: string | undefined }> {
  const { rows } = await sql<AgreedFor>`
    select a.id, a.edition, a.signed::text, a.signed_by as "signedBy", lower(h.during)::text as home
    from kith.placement_plan_current a left join kith.placement_current h on h.council = a.council and h.child = a.child and h.line = a.placement
    where a.council = ${who.council} and a.child = ${child} and a.edition is not null order by a.recorded desc, a.id`.execute(
    record,
  )
  const { rows: now } = await sql<{ line: string }>`
    select line from kith.placement_current where council = ${who.council} and child = ${child} and upper(during) is null
    order by lower(during) desc limit 1`.execute(record)
  return { agreed: rows, homeNow: now[0]?.line }
}
