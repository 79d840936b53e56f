// The SQL of notices: who was told of what in a child's life, each recipient a line of their own.
import { sql } from 'kysely'
import type { IsoDay } from '#calendar'
import { type Asking, correct, currentOf, recordFirst, type Superseded, type Version, type Written } from '#database'
import type { NewNotice, ToldAbout } from './notice.ts'

/** The home or event that it is about. */
export type On = { readonly table: string; readonly line: string }
type About = { readonly about: ToldAbout; readonly on: On | null }

const columnsOf = (
  { decidedBy, recipient, told, told_at, how, not_told, planned, decided }: NewNotice,
  me: string,
) => ({
  ...{ recipient, told, told_at, how, not_told, planned, decided },
  decided_by: decided === null ? null : (decidedBy ?? me),
})

async function recordNotice(asking: Asking, child: string, notice: NewNotice & About): Promise<Written> {
  const { about, on, ...rest } = notice
  const pointer = { on_table: on?.table ?? null, on_line: on?.line ?? null }
  const columns = { ...columnsOf(rest, asking.who.person), about, ...pointer }
  return await recordFirst(asking, 'kith.told', { child, columns, words: notice.said })
}

export async function recordNotices(
  asking: Asking,
  child: string,
  {
    notices,
    about,
    on = null,
  }: { readonly notices: readonly NewNotice[]; readonly about: ToldAbout; readonly on?: On | null },
): Promise<readonly Written[]> {
  const written: Written[] = []
  for (const one of notices) written.push(await recordNotice(asking, child, { ...one, about, on }))
  return written
}

export async function noticesOf(asking: Asking, child: string): Promise<readonly Version<'kith.told'>[]> {
  return await currentOf(asking, 'kith.told', child)
}

/** `id`: the version that was read. Of which home it is stays. */
export async function correctNotice(
  asking: Asking,
  id: string,
  { about, notice }: { readonly about: ToldAbout; readonly notice: NewNotice },
): Promise<Superseded<'kith.told'>> {
  const columns = { about, ...columnsOf(notice, asking.who.person) }
  return await correct(asking, 'kith.told', { id, columns, words: notice.said })
}

/** Whether a school or other place of learning is recorded on that day, as far as the asker may see. */
export async function learnsOn({ who, record }: Asking, child: string, on: IsoDay): Promise<boolean> {
  const { rows } = await sql`
    select 1 from kith.school_place_current where council = ${who.council}::smallint and child = ${child}::uuid and during @> ${on}::date limit 1`.execute(
    record,
  )
  return rows.length > 0
}
