// The SQL of schooling: attendance, exclusions, applications, education between schools, and pupil premium plus.
import { sql } from 'kysely'
import { type Asking, currentOf, type Version, writerOf } from '#database'
import type { AtSchool } from './attendance.ts'

export const attendances = writerOf('kith.attendance')
export const exclusions = writerOf('kith.exclusion')
export const applications = writerOf('kith.school_application')
export const interims = writerOf('kith.interim_education')
export const premiums = writerOf('kith.pupil_premium')

export type SchoolingRows = {
  readonly attendance: readonly Version<'kith.attendance'>[]
  /** Each list the latest first. */
  readonly exclusions: readonly Version<'kith.exclusion'>[]
  readonly applications: readonly Version<'kith.school_application'>[]
  readonly interim: readonly Version<'kith.interim_education'>[]
  readonly premium: readonly Version<'kith.pupil_premium'>[]
}
const latestFirst =
  <Row>(key: (row: Row) => string) =>
  (a: Row, b: Row) =>
    key(a) > key(b) ? -1 : 1

export async function schoolingOf(asking: Asking, child: string): Promise<SchoolingRows> {
  const excluded = await currentOf(asking, 'kith.exclusion', child)
  const applied = await currentOf(asking, 'kith.school_application', child)
  const taught = await currentOf(asking, 'kith.interim_education', child)
  const money = await currentOf(asking, 'kith.pupil_premium', child)
  return {
    attendance: await currentOf(asking, 'kith.attendance', child),
    exclusions: [...excluded].sort(latestFirst(({ began }) => began)),
    applications: [...applied].sort(latestFirst(({ asked }) => asked)),
    interim: [...taught].sort(latestFirst(({ since }) => since)),
    premium: [...money].sort(latestFirst(({ happened }) => happened)),
  }
}

/** In the order of days. */
export async function placesAtSchool({ who, record }: Asking, child: string): Promise<readonly AtSchool[]> {
  const { rows } = await sql<AtSchool>`
    select school, lower(during)::text as from, upper(during)::text as until from kith.school_place_current
    where council = ${who.council}::smallint and child = ${child}::uuid order by lower(during), line`.execute(record)
  return rows
}

export type School = { readonly id: string; readonly name: string }
/** The schools that the council keeps, by name. */
export async function schoolsListed({ who, record }: Asking): Promise<readonly School[]> {
  const { rows } = await sql<School>`
    select id, name from kith.school where council = ${who.council}::smallint order by name, id`.execute(record)
  return rows
}
