// The SQL of looking in: until when a broken glass holds, and the reasons that were given, for those with oversight.
import { sql } from 'kysely'
import type { IsoDay } from '#calendar'
import type { Asking } from '#database'

/** Until when the asker sees this child by breaking the glass alone; undefined: they see them in another way, or not at all. */
export async function openByGlassUntil({ record, who }: Asking, child: string): Promise<string | undefined> {
  const { rows } = await sql<{ until: string }>`
    select max(v.until) as until from kith.visible_child v
    where v.council = ${who.council}::smallint and v.person = ${who.person} and v.child = ${child}
      and v.since <= now() and v.until > now()
    having bool_and(v.relation = 'break-glass')`.execute(record)
  return rows[0]?.until ?? undefined
}

export type GlassUse = {
  readonly person: string
  readonly at: string
  readonly until: string
  readonly why: string | undefined
}
/** Every time the glass was broken for this child, the latest first, with the reason in their own words. */
export async function glassUsesOf(asking: Asking, child: string): Promise<readonly GlassUse[]> {
  const { rows } = await sql<{ id: string; person: string; at: string; until: string; said: Buffer | null }>`
    select id, person, recorded as at, until, said from kith.break_glass_use
    where council = ${asking.who.council}::smallint and child = ${child} order by recorded desc`.execute(asking.record)
  const words = await asking.readWords(rows)
  return rows.map(({ id, person, at, until }) => ({ person, at, until, why: words.get(id) }))
}

export type EmergencyMonth = {
  /** Its first day. */
  readonly month: string
  readonly times: number
  readonly people: number
  readonly children: number
  /** On its last day, or today. */
  readonly inCare: number
}
/** How often a record was opened in an emergency, the latest month first, in numbers alone; empty for whoever may not read it. */
export async function emergenciesByMonth(
  { record }: Asking,
  { since, until }: { readonly since: IsoDay; readonly until: IsoDay },
): Promise<readonly EmergencyMonth[]> {
  const { rows } = await sql<EmergencyMonth>`
    select month::text, times, people, children, in_care as "inCare" from kith.emergencies_by_month(${since}::date, ${until}::date)`.execute(
    record,
  )
  return rows
}
