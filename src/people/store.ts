// The SQL of people: names, birth claims, identifiers.
import type { IsoDay } from '#calendar'
import {
  type Asking,
  changeFrom,
  currentOf,
  type RecordColumns,
  recordFirst,
  type Version,
  type Written,
} from '#database'
import { birthInForce } from './birth-claim.ts'
import type { Reckoned } from './birth-moves.ts'
import type { Issuer, NewIdentifier } from './identifier.ts'
import type { NewName } from './name.ts'

export async function recordName(asking: Asking, child: string, { kind, name, since }: NewName): Promise<Written> {
  return await recordFirst(asking, 'kith.child_name', { child, columns: { kind, since }, words: name })
}

export async function namesOf(asking: Asking, child: string): Promise<readonly Version<'kith.child_name'>[]> {
  return await currentOf(asking, 'kith.child_name', child)
}

/** One claim is in force: a new one that is takes the place of the one before, which is kept as disputed. */
export async function recordBirthClaim(
  asking: Asking,
  child: string,
  claim: RecordColumns<'kith.birth_claim'>,
): Promise<Written> {
  const written = await recordFirst(asking, 'kith.birth_claim', { child, columns: claim })
  if ((claim.standing ?? 'in force') !== 'in force') return written
  for (const { id, standing } of await birthClaimsOf(asking, child))
    if (standing === 'in force' && id !== written.id)
      await changeFrom(asking, 'kith.birth_claim', { id, columns: { standing: 'disputed' } })
  return written
}

export async function birthClaimsOf(asking: Asking, child: string): Promise<readonly Version<'kith.birth_claim'>[]> {
  return await currentOf(asking, 'kith.birth_claim', child)
}

export async function birthOf(asking: Asking, child: string): Promise<Version<'kith.birth_claim'> | undefined> {
  return birthInForce(await birthClaimsOf(asking, child))
}

export async function recordIdentifier(asking: Asking, child: string, identifier: NewIdentifier): Promise<Written> {
  return await recordFirst(asking, 'kith.child_identifier', { child, columns: identifier })
}

export async function identifiersOf(
  asking: Asking,
  child: string,
): Promise<readonly Version<'kith.child_identifier'>[]> {
  return await currentOf(asking, 'kith.child_identifier', child)
}

/** Children whom the asker sees and who hold this identifier; more than one is for a person to settle. */
export async function childrenWithIdentifier(
  asking: Asking,
  issuer: Issuer,
  value: string,
): Promise<readonly string[]> {
  const found = await asking.record
    .selectFrom('kith.child_identifier_current')
    .select('child')
    .distinct()
    .where('council', '=', asking.who.council)
    .where('issuer', '=', issuer)
    .where('value', '=', value)
    .orderBy('child')
    .execute()
  return found.map(({ child }) => child)
}

/** As the return codes it; a person's own words for who they are stand elsewhere. */
export async function recordIdentityCode(
  asking: Asking,
  child: string,
  columns: { readonly kind: 'sex for the return' | 'ethnicity for the return'; readonly code: string },
): Promise<Written> {
  return await recordFirst(asking, 'kith.identity_code', { child, columns })
}

/** What another birth date moves, as whoever stands above this room counts it; undefined: nothing of this child is known. */
export type ReckonBirth = (
  asking: Asking,
  of: { readonly child: string; readonly today: IsoDay },
) => Promise<Reckoned | undefined>
