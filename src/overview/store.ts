// The overview's SQL: the children that somebody may see, as they stand on a day.
import { sql } from 'kysely'
import type { DayNumber, IsoDay } from '#calendar'
import type { KnownAs } from '#child-frame'
import { type Asking, among } from '#database'

export interface ChildRow extends KnownAs {
  readonly id: string
  readonly born: DayNumber | null
  /** The return's code of the kind of home. */
  readonly place: string | null
  readonly placedSince: DayNumber | null
  /** null: nothing of it is recorded, or nothing that the asker may see. */
  readonly inCare: boolean | null
  readonly worker: string | null
}

type Found = Omit<ChildRow, 'given' | 'family' | 'knownAs'>

/** Children of whom the asker may see the header, or those asked for, in the order of their ids. */
export async function childrenOn(
  asking: Asking,
  on: IsoDay,
  asked?: string | readonly string[],
): Promise<readonly ChildRow[]> {
  const of = typeof asked === 'string' ? [asked] : asked
  const { rows } = await sql<Found>`
    select k.id,
      coalesce((select i.value from kith.child_identifier_current i
        where i.council = k.council and i.child = k.id and i.issuer = 'ssda903'
        order by i.recorded desc, i.id desc limit 1), k.id::text) as shown,
      (select kith.day(b.born) from kith.birth_claim_current b
        where b.council = k.council and b.child = k.id and b.standing = 'in force'
        order by b.recorded desc, b.id desc limit 1) as born,
      home.kind as place, home.since as "placedSince",
      case when home.kind is not null then true else (select bool_or(coalesce(c.began, c.began_by) <= ${on}::date and (c.ended is null or c.ended > ${on}::date))
        from kith.care_period_current c where c.council = k.council and c.child = k.id) end as "inCare",
      (select coalesce(w.name, w.code) from kith.allocation_current a
        join kith.worker w on w.council = a.council and w.id = a.worker
        where a.council = k.council and a.child = k.id and a.role = 'allocated-worker' and a.during @> ${on}::date
        order by a.recorded desc, a.id desc limit 1) as worker
    from kith.child k left join lateral (
      select p.kind, case when p.start_known then kith.day(lower(p.during)) end as since from kith.placement_current p
      where p.council = k.council and p.child = k.id and p.during @> ${on}::date limit 1) home on true
    where k.council = ${asking.who.council}::smallint and ${of === undefined ? sql`true` : sql`k.id ${among(of)}`}
    order by k.id`.execute(asking.record)
  const names = await namesOf(
    asking,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({ ...row, ...(names.get(row.id) ?? NAMELESS) }))
}

type Names = Pick<KnownAs, 'given' | 'family' | 'knownAs'>
const NAMELESS: Names = { given: undefined, family: undefined, knownAs: undefined }

async function namesOf(asking: Asking, children: readonly string[]): Promise<ReadonlyMap<string, Names>> {
  const { rows } = await sql<{ id: string; child: string; kind: string; said: Buffer | null }>`
    select n.id, n.child, n.kind, n.said from kith.child_name_current n
    where n.council = ${asking.who.council}::smallint and n.child ${among(children)}
    order by n.recorded, n.id`.execute(asking.record)
  const words = await asking.readWords(rows)
  const names = new Map<string, Names>()
  for (const { id, child, kind } of rows) {
    const part = kind === 'known as' ? 'knownAs' : kind
    names.set(child, { ...(names.get(child) ?? NAMELESS), [part]: words.get(id) })
  }
  return names
}

/** One line of the access log for each child whose name a list has shown. */
export async function noteShown({ noteEach }: Asking, children: readonly string[]): Promise<void> {
  await noteEach('saw in a list', children)
}

export type Basis = { readonly kind: string; readonly made: DayNumber | null }

/** What the child is looked after under on a day. */
export async function legalBasesOn({ who, record }: Asking, child: string, on: IsoDay): Promise<readonly Basis[]> {
  const { rows } = await sql<Basis>`
    select b.kind, kith.day(b.made) as made from kith.legal_basis_current b
    where b.council = ${who.council}::smallint and b.child = ${child}::uuid and coalesce(b.made, b.made_by) <= ${on}::date
      and (b.ended is null or b.ended > ${on}::date) and (b.until is null or b.until > ${on}::date)
      and b.suspended_by is null
    order by b.made, b.kind`.execute(record)
  return rows
}
