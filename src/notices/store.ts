// The SQL of notices: who was told of what in a child's life, each recipient a line of their own.
import { sql } from 'kysely'
import { type Asking, correct, currentOf, recordFirst, type Superseded, type Version, type Written } from '#database'
import type { NewNotice, ToldAbout } from './notice.ts'

/** The home or event that it is about. */
export type On = { readonly table: string; readonly line: string }
type About = { readonly about: ToldAbout; readonly on: On | null }

const columnsOf = (
  { decidedBy, recipient, told, told_at, how, teller, not_told, planned, decided }: NewNotice,
  me: string,
) => ({
  ...{ recipient, told, told_at, how, teller, not_told, planned, decided },
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

export type HomeToTell = { readonly line: string; readonly learns: boolean; readonly came_in: string | null }
/** Of each home, whether a school is recorded on its first day, and when the time in care began: as the clock counts it, whoever asks. */
export async function homesToTellOf({ record }: Asking, child: string): Promise<readonly HomeToTell[]> {
  const { rows } = await sql<HomeToTell>`
    select line, learns, came_in from kith.homes_to_tell(${child}::uuid)`.execute(record)
  return rows
}
