// The SQL of assessments: of exploitation, of a possible victim of modern slavery, of who a child is, and of what they like to do.
import type { limitColumns } from '#audiences'
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
  writeParts,
} from '#database'
import type { NewExploitation, Parts, WholeReferral } from './exploitation.ts'
import type { NewIdentity, NewInterest } from './identity.ts'

export type AssessmentTable =
  | 'kith.exploitation_assessment'
  | 'kith.slavery_referral'
  | 'kith.identity_talk'
  | 'kith.interest'
const wordsOf = (parts: Parts): string | null => writeParts(parts) ?? null
const orNone = (words: string | null) => (words === null ? {} : { words })

export async function retractAssessment(
  asking: Asking,
  table: AssessmentTable,
  of: { readonly id: string; readonly reason: string },
): Promise<Superseded<AssessmentTable>> {
  return await retract(asking, table, of)
}

const exploitationColumns = ({ assessed, kinds, risk, review_by, set_off_by, set_off_on }: NewExploitation) => ({
  ...{ assessed, kinds: [...kinds], risk, review_by, set_off_by, set_off_on },
})
/** What an audience adds to a row; nothing: whoever reads that part of the record. */
type Few = Partial<Awaited<ReturnType<typeof limitColumns>>>
export async function recordExploitation(
  asking: Asking,
  child: string,
  { few, ...given }: NewExploitation & { readonly few: Few },
): Promise<Written> {
  const columns = { ...exploitationColumns(given), ...few }
  return await recordFirst(asking, 'kith.exploitation_assessment', { child, columns, ...orNone(wordsOf(given.parts)) })
}
export async function correctExploitation(
  asking: Asking,
  id: string,
  given: NewExploitation,
): Promise<Superseded<'kith.exploitation_assessment'>> {
  const columns = exploitationColumns(given)
  return await correct(asking, 'kith.exploitation_assessment', { id, columns, words: wordsOf(given.parts) })
}
/** The latest first. */
export async function exploitationOf(
  asking: Asking,
  child: string,
): Promise<readonly Version<'kith.exploitation_assessment'>[]> {
  const all = await currentOf(asking, 'kith.exploitation_assessment', child)
  return all.toSorted((a, b) => b.assessed.localeCompare(a.assessed) || b.line.localeCompare(a.line))
}

export async function recordReferral(asking: Asking, child: string, given: WholeReferral): Promise<Written> {
  const { parts, ...columns } = given
  return await recordFirst(asking, 'kith.slavery_referral', { child, columns, ...orNone(wordsOf(parts)) })
}
export async function correctReferral(
  asking: Asking,
  id: string,
  { parts, ...columns }: WholeReferral,
): Promise<Superseded<'kith.slavery_referral'>> {
  return await correct(asking, 'kith.slavery_referral', { id, columns, words: wordsOf(parts) })
}
/** They were referred, or a decision came: from now on it stands so. */
export async function referralWentOn(
  asking: Asking,
  id: string,
  { parts, ...columns }: WholeReferral,
): Promise<Superseded<'kith.slavery_referral'>> {
  return await changeFrom(asking, 'kith.slavery_referral', { id, columns, words: wordsOf(parts) })
}
export async function referralsOf(asking: Asking, child: string): Promise<readonly Version<'kith.slavery_referral'>[]> {
  const all = await currentOf(asking, 'kith.slavery_referral', child)
  return all.toSorted((a, b) => b.seen.localeCompare(a.seen))
}

export async function recordIdentity(
  asking: Asking,
  child: string,
  { parts, few, ...columns }: NewIdentity & { readonly few: Few },
): Promise<Written> {
  const all = { ...columns, ...few }
  return await recordFirst(asking, 'kith.identity_talk', { child, columns: all, ...orNone(wordsOf(parts)) })
}
export async function correctIdentity(
  asking: Asking,
  id: string,
  { parts, ...columns }: NewIdentity,
): Promise<Superseded<'kith.identity_talk'>> {
  return await correct(asking, 'kith.identity_talk', { id, columns, words: wordsOf(parts) })
}
/** The latest first. */
export async function identityOf(asking: Asking, child: string): Promise<readonly Version<'kith.identity_talk'>[]> {
  const all = await currentOf(asking, 'kith.identity_talk', child)
  return all.toSorted((a, b) => b.happened.localeCompare(a.happened) || b.line.localeCompare(a.line))
}

export async function recordInterest(
  asking: Asking,
  child: string,
  { parts, ...columns }: NewInterest,
): Promise<Written> {
  return await recordFirst(asking, 'kith.interest', { child, columns, ...orNone(wordsOf(parts)) })
}
export async function correctInterest(
  asking: Asking,
  id: string,
  { parts, ...columns }: NewInterest,
): Promise<Superseded<'kith.interest'>> {
  return await correct(asking, 'kith.interest', { id, columns, words: wordsOf(parts) })
}
/** Something is different from now on: they stopped, or what stood in the way is gone. */
export async function changeInterest(
  asking: Asking,
  id: string,
  { parts, ...columns }: NewInterest,
): Promise<Superseded<'kith.interest'>> {
  return await changeFrom(asking, 'kith.interest', { id, columns, words: wordsOf(parts) })
}
export async function interestsOf(asking: Asking, child: string): Promise<readonly Version<'kith.interest'>[]> {
  return (await currentOf(asking, 'kith.interest', child)).toSorted((a, b) => a.line.localeCompare(b.line))
}
