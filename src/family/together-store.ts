// The SQL of brothers and sisters, of family time, and of what whoever acts must know.
import type { IsoDay } from '#calendar'
import {
  type Asking,
  changeFrom,
  correct,
  currentOf,
  lockChildren,
  type RecordTable,
  recordFirst,
  retract,
  type Superseded,
  type Version,
  type Written,
} from '#database'
import type { NewTime, NewTimeDay } from './family-time.ts'
import { type EndReason, type MustKnowRefusal, mayEndMustKnow, type NewMustKnow } from './must-know.ts'
import type { Decided } from './person.ts'
import type { NewGroup, NewSiblingDecision } from './siblings.ts'

/** The group and everybody in it, in one transaction. */
export async function countGroup(
  asking: Asking,
  child: string,
  { members, counted, words }: NewGroup,
): Promise<Written> {
  const group = await recordFirst(asking, 'kith.sibling_group', { child, columns: { counted }, words })
  for (const person of members)
    await recordFirst(asking, 'kith.sibling_member', { child, columns: { sibling_group: group.line, person } })
  return group
}
/** `group`: the line. */
export async function decideSiblings(
  asking: Asking,
  { child, group }: { readonly child: string; readonly group: string },
  { words, ...columns }: NewSiblingDecision,
): Promise<Written> {
  return await recordFirst(asking, 'kith.sibling_decision', {
    child,
    columns: { ...columns, sibling_group: group },
    words,
  })
}
export async function correctSiblingDecision(
  asking: Asking,
  id: string,
  { words, ...columns }: NewSiblingDecision,
): Promise<Superseded<'kith.sibling_decision'>> {
  return await correct(asking, 'kith.sibling_decision', { id, columns, words })
}

export type SiblingGroup = {
  readonly group: Version<'kith.sibling_group'>
  /** Lines of people. */
  readonly members: readonly string[]
  /** The latest decided first. */
  readonly decisions: readonly Version<'kith.sibling_decision'>[]
}
/** Groups whose every member the asker may know, the last counted first. */
export async function siblingGroupsOf(asking: Asking, child: string): Promise<readonly SiblingGroup[]> {
  const groups = await currentOf(asking, 'kith.sibling_group', child)
  const members = await currentOf(asking, 'kith.sibling_member', child)
  const decisions = await currentOf(asking, 'kith.sibling_decision', child)
  const latest = [...decisions].sort((a, b) => (`${a.decided} ${a.line}` < `${b.decided} ${b.line}` ? 1 : -1))
  const of = groups.map((group) => ({
    group,
    members: members.filter(({ sibling_group: one }) => one === group.line).map(({ person }) => person),
    decisions: latest.filter(({ sibling_group: one }) => one === group.line),
  }))
  return of.sort((a, b) => (`${a.group.counted} ${a.group.line}` < `${b.group.counted} ${b.group.line}` ? 1 : -1))
}

export async function agreeTime(asking: Asking, child: string, { words, ...columns }: NewTime): Promise<Written> {
  return await recordFirst(asking, 'kith.family_time', { child, columns, words })
}
/** What was agreed is agreed anew: what stood before stays as it was. */
export async function changeTime(
  asking: Asking,
  id: string,
  { words, ...columns }: NewTime,
): Promise<Superseded<'kith.family_time'>> {
  return await changeFrom(asking, 'kith.family_time', { id, columns, words })
}
export async function endTime(asking: Asking, id: string, until: IsoDay): Promise<Superseded<'kith.family_time'>> {
  return await changeFrom(asking, 'kith.family_time', { id, columns: { until } })
}
export async function recordTimeDay(
  asking: Asking,
  child: string,
  { words, ...columns }: NewTimeDay,
): Promise<Written> {
  return await recordFirst(asking, 'kith.family_time_day', { child, columns, words })
}
/** How a planned time went. */
export async function tellTimeDay(
  asking: Asking,
  id: string,
  { words, ...columns }: NewTimeDay,
): Promise<Superseded<'kith.family_time_day'>> {
  return await changeFrom(asking, 'kith.family_time_day', { id, columns, words })
}

export type FamilyTime = {
  readonly agreed: readonly Version<'kith.family_time'>[]
  /** The latest first. */
  readonly days: readonly Version<'kith.family_time_day'>[]
}
export async function familyTimeOf(asking: Asking, child: string): Promise<FamilyTime> {
  const days = await currentOf(asking, 'kith.family_time_day', child)
  const agreed = await currentOf(asking, 'kith.family_time', child)
  return { agreed, days: [...days].sort((a, b) => (`${a.happens} ${a.line}` < `${b.happens} ${b.line}` ? 1 : -1)) }
}

export async function recordMustKnow(
  asking: Asking,
  child: string,
  { words, audience, must_not_know: barred, ...fact }: NewMustKnow,
): Promise<Written> {
  const columns = { ...fact, audience: audience.slice(), must_not_know: barred?.slice() ?? null }
  return await recordFirst(asking, 'kith.must_know', { child, columns, words })
}
/** Said better, or for others: what stood before was right in its time. */
export async function changeMustKnow(
  asking: Asking,
  id: string,
  { words, audience, must_not_know: barred, ...fact }: NewMustKnow,
): Promise<Superseded<'kith.must_know'>> {
  const columns = { ...fact, audience: audience.slice(), must_not_know: barred?.slice() ?? null }
  return await changeFrom(asking, 'kith.must_know', { id, columns, words })
}
/** It was written wrong, or for the wrong people. */
export async function correctMustKnow(
  asking: Asking,
  id: string,
  { words, audience, must_not_know: barred, ...fact }: NewMustKnow,
): Promise<Superseded<'kith.must_know'>> {
  const columns = { ...fact, audience: audience.slice(), must_not_know: barred?.slice() ?? null }
  return await correct(asking, 'kith.must_know', { id, columns, words })
}
/** From the version that was read; whoever changed it meanwhile is named. */
export async function endMustKnowFrom(
  asking: Asking,
  id: string,
  { today, reason }: { readonly today: IsoDay; readonly reason: EndReason },
): Promise<Superseded<'kith.must_know'>> {
  return await changeFrom(asking, 'kith.must_know', { id, columns: { ended: today, end_reason: reason } })
}
/** Looked at, and still true. */
export async function reviewMustKnow(
  asking: Asking,
  id: string,
  reviewBy: IsoDay,
): Promise<Superseded<'kith.must_know'>> {
  return await changeFrom(asking, 'kith.must_know', { id, columns: { review_by: reviewBy } })
}
/** Decided from what stands while nobody else writes about this child; `line`: of the fact. */
export async function endMustKnow(
  asking: Asking,
  { child, line }: { readonly child: string; readonly line: string },
  { today, reason }: { readonly today: IsoDay; readonly reason: string },
): Promise<Decided<Written, MustKnowRefusal>> {
  await lockChildren(asking, [child])
  const standing = (await mustKnowsOf(asking, child)).find((fact) => fact.line === line)
  if (standing === undefined) return { refused: ['ended already'] }
  const may = mayEndMustKnow(standing, reason)
  if ('refused' in may) return may
  const columns = { ended: today, end_reason: may.ok }
  const ended = await changeFrom(asking, 'kith.must_know', { id: standing.id, columns })
  return 'ok' in ended ? ended : { refused: ['ended already'] }
}
/** Only what the asker needs to act; in the order in which it was recorded. */
export async function mustKnowsOf(asking: Asking, child: string): Promise<readonly Version<'kith.must_know'>[]> {
  return await currentOf(asking, 'kith.must_know', child)
}

/** Taken back with the reason in words; the row stays. */
export async function retractTogether<
  T extends
    | 'kith.sibling_group'
    | 'kith.sibling_decision'
    | 'kith.family_time'
    | 'kith.family_time_day'
    | 'kith.must_know',
>(asking: Asking, table: T & RecordTable, row: { readonly id: string; readonly reason: string }) {
  return await retract(asking, table, row)
}
