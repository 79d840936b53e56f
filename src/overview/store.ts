// The overview's SQL: the children that somebody may see, as they stand on a day.
import { sql } from 'kysely'
import type { DayNumber, IsoDay } from '#calendar'
import type { KnownAs } from '#child-frame'
import type { Asking } from '#database'

export interface ChildRow extends KnownAs {
  readonly id: string
  readonly born: DayNumber | null
  /** The return's code of the kind of home. */
  readonly place: string | null
  readonly placedSince: DayNumber | null
  readonly worker: string | null
}

type Found = Omit<ChildRow, 'given' | 'family' | 'knownAs'>

/** Children of whom the asker may see the header, or the one asked for, in the order of their ids. */
export async function childrenOn(asking: Asking, on: IsoDay, child?: string): Promise<readonly ChildRow[]> {
  const { rows } = await sql<Found>`
    select k.id,
      coalesce((select i.value from kith.child_identifier_current i
        where i.council = k.council and i.child = k.id and i.issuer = 'ssda903'
        order by i.recorded desc, i.id desc limit 1), k.id::text) as shown,
      (select kith.day(b.born) from kith.birth_claim_current b
        where b.council = k.council and b.child = k.id and b.standing = 'in force'
        order by b.recorded desc, b.id desc limit 1) as born,
      home.kind as place, home.since as "placedSince",
      (select coalesce(w.name, w.code) from kith.allocation_current a
        join kith.worker w on w.council = a.council and w.id = a.worker
        where a.council = k.council and a.child = k.id and a.role = 'allocated-worker' and a.during @> ${on}::date
        order by a.recorded desc, a.id desc limit 1) as worker
    from kith.child k left join lateral (
      select p.kind, case when p.start_known then kith.day(lower(p.during)) end as since from kith.placement_current p
      where p.council = k.council and p.child = k.id and p.during @> ${on}::date limit 1) home on true
    where k.council = ${asking.who.council}::smallint and (${child ?? null}::uuid is null or k.id = ${child ?? null}::uuid)
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
    where n.council = ${asking.who.council}::smallint and n.child = any (${children}::uuid[])
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
export async function noteShown({ insert, who }: Asking, children: readonly string[]): Promise<void> {
  const { council, person } = who
  await insert(
    'kith.access_entry',
    children.map((child) => ({ council, person, child, what: 'saw in a list', subject: null })),
  )
}
