// The SQL of education: plans, the child's school, and each school's own terms.
import { sql } from 'kysely'
import type { IsoDay } from '#calendar'
import {
  type Asking,
  changeFrom,
  correct,
  currentOf,
  recordFirst,
  retract,
  type Superseded,
  type Version,
  type Written,
} from '#database'
import {
  type EducationRefusal,
  mayRecordTerm,
  type NewPlan,
  type NewSchoolPlace,
  type School,
  type StandingTerm,
  type TypedTerm,
} from './record-education.ts'

export async function recordPlan(
  asking: Asking,
  child: string,
  { words, ...columns }: NewPlan & { readonly words?: string },
): Promise<Written> {
  return await recordFirst(asking, 'kith.education_plan', { child, columns, words })
}
export async function correctPlan(
  asking: Asking,
  id: string,
  { words, ...columns }: NewPlan & { readonly words?: string },
): Promise<Superseded<'kith.education_plan'>> {
  return await correct(asking, 'kith.education_plan', { id, columns, words })
}
export async function retractPlan(
  asking: Asking,
  id: string,
  reason: string,
): Promise<Superseded<'kith.education_plan'>> {
  return await retract(asking, 'kith.education_plan', { id, reason })
}
/** In the order in which they happened. */
export async function plansOf(asking: Asking, child: string): Promise<readonly Version<'kith.education_plan'>[]> {
  const plans = await currentOf(asking, 'kith.education_plan', child)
  return [...plans].sort((a, b) => (a.happened < b.happened ? -1 : 1))
}

export async function goToSchool(
  asking: Asking,
  child: string,
  { school, since, until, ...left }: NewSchoolPlace & { readonly school: string },
): Promise<Written> {
  const columns = { school, during: `[${since},${until ?? ''})`, ...left }
  return await recordFirst(asking, 'kith.school_place', { child, columns })
}
export async function correctSchoolPlace(
  asking: Asking,
  id: string,
  { school, since, until, ...left }: NewSchoolPlace & { readonly school: string },
): Promise<Superseded<'kith.school_place'>> {
  const columns = { school, during: `[${since},${until ?? ''})`, ...left }
  return await correct(asking, 'kith.school_place', { id, columns })
}
export async function retractSchoolPlace(
  asking: Asking,
  id: string,
  reason: string,
): Promise<Superseded<'kith.school_place'>> {
  return await retract(asking, 'kith.school_place', { id, reason })
}
/** The child no longer goes there: until that day it was so. `until`: the first day on which they did not. */
export async function leaveSchool(
  asking: Asking,
  id: string,
  { since, until, ...left }: Omit<NewSchoolPlace, 'until'> & { readonly until: IsoDay },
): Promise<Superseded<'kith.school_place'>> {
  return await changeFrom(asking, 'kith.school_place', { id, columns: { during: `[${since},${until})`, ...left } })
}
export async function schoolPlacesOf(asking: Asking, child: string): Promise<readonly Version<'kith.school_place'>[]> {
  return await currentOf(asking, 'kith.school_place', child)
}

/** A school's calendar is not about a child: an administrator keeps it. */
export async function makeSchool(
  asking: Asking,
  { name, urn }: { readonly name: string; readonly urn: string | null },
): Promise<string> {
  const [id = ''] = await asking.newIds(1)
  const { council, person: recorded_by } = asking.who
  await asking.insert('kith.school', [{ council, id, name, urn, recorded_by }])
  return id
}

/** The schools that the council knows of, by name. */
export async function schoolsKnown(asking: Asking): Promise<readonly School[]> {
  const { rows } = await sql<School>`
    select id, name, urn from kith.school where council = ${asking.who.council} order by name, id`.execute(
    asking.record,
  )
  return rows
}

const TERM = sql`t.id, t.name, t.first_day as first, t.last_day as last, t.training,
      case when t.half_first is not null then array[t.half_first, t.half_last] end as half`
export async function termsOf(asking: Asking, school: string): Promise<readonly StandingTerm[]> {
  const found = await sql<StandingTerm>`
    select ${TERM} from kith.school_term t
    where t.council = ${asking.who.council} and t.school = ${school} and not t.retracted
      and not exists (select from kith.school_term n where n.council = t.council and n.supersedes = t.id)
    order by t.first_day`.execute(asking.record)
  return found.rows
}

/** Of every school, by the school. */
export async function schoolTermsKnown({ who, record }: Asking): Promise<ReadonlyMap<string, readonly StandingTerm[]>> {
  const { rows } = await sql<StandingTerm & { readonly school: string }>`
    select t.school, ${TERM} from kith.school_term t
    where t.council = ${who.council}::smallint and not t.retracted
      and not exists (select from kith.school_term n where n.council = t.council and n.supersedes = t.id)
    order by t.first_day`.execute(record)
  return Map.groupBy(rows, ({ school }) => school)
}

/** One writer per school at a time, so that two terms typed at once are compared. `replaces`: the version that was wrong. */
export async function recordTerm(
  asking: Asking,
  school: string,
  { replaces, ...typed }: TypedTerm & { readonly replaces?: string },
): Promise<{ readonly ok: string } | { readonly refused: readonly (EducationRefusal | 'corrected already')[] }> {
  const { council, person: recorded_by } = asking.who
  await sql`select pg_advisory_xact_lock(hashtextextended(${school}, ${council}))`.execute(asking.record)
  const standing = await termsOf(asking, school)
  if (replaces !== undefined && !standing.some(({ id }) => id === replaces)) return { refused: ['corrected already'] }
  const others = standing.filter(({ id }) => id !== replaces)
  const may = mayRecordTerm(typed, others)
  if ('refused' in may) return may
  const [id = ''] = await asking.newIds(1)
  const { name, first: first_day, last: last_day, half, training } = may.ok
  const closed = { half_first: half?.[0] ?? null, half_last: half?.[1] ?? null, training: [...training] }
  const term = { council, id, school, name, first_day, last_day, ...closed, supersedes: replaces ?? null, recorded_by }
  await asking.insert('kith.school_term', [{ ...term, retracted: false }])
  return { ok: id }
}
