// The SQL of events of care: who agreed, who was told, and all that is written at once when a child comes into care.

import type { IsoDay } from '#calendar'
import {
  type Asking,
  changeFrom,
  currentOf,
  recordFirst,
  type Superseded,
  type Version,
  type Written,
  writeParts,
} from '#database'
import { recordAddress } from '#placements'
import type { NewHome, Parts } from './home.ts'
import type { NewTold, ToldAbout } from './told.ts'

/** The words of a record, in parts. */
export const wordsIn = (parts: Parts): { readonly words?: string } => {
  const words = writeParts(parts)
  return words === undefined ? {} : { words }
}

export async function recordTold(
  asking: Asking,
  child: string,
  { said, about, ...told }: NewTold & { readonly about: ToldAbout },
): Promise<Written> {
  return await recordFirst(asking, 'kith.told', { child, columns: { ...told, about }, words: said })
}
export async function toldOf(asking: Asking, child: string): Promise<readonly Version<'kith.told'>[]> {
  return await currentOf(asking, 'kith.told', child)
}

export type NewAgreement = {
  readonly basis: string
  readonly by: string
  readonly given: IsoDay
  readonly name: string
}
export async function recordAgreement(
  asking: Asking,
  child: string,
  { name, ...columns }: NewAgreement,
): Promise<Written> {
  return await recordFirst(asking, 'kith.agreement', { child, columns, words: name })
}
export async function withdrawAgreement(
  asking: Asking,
  id: string,
  withdrawn: IsoDay,
): Promise<Superseded<'kith.agreement'>> {
  return await changeFrom(asking, 'kith.agreement', { id, columns: { withdrawn } })
}
export async function agreementsOf(asking: Asking, child: string): Promise<readonly Version<'kith.agreement'>[]> {
  return await currentOf(asking, 'kith.agreement', child)
}

/** The address of a home, with who may know it; undefined: no postcode was given. */
export async function recordPlace(
  asking: Asking,
  child: string,
  { postcode, since, kept }: Pick<NewHome, 'postcode' | 'since' | 'kept'>,
): Promise<string | undefined> {
  if (postcode === null) return undefined
  const audience = kept === null ? {} : { audience: { ...kept, decided: since } }
  return (await recordAddress(asking, child, { kind: 'placement', postcode, since, ...audience })).line
}

const detailOf = ({ sameCarers, planned, why }: NewHome, ends: { home: string | null; place: string | null }) => ({
  ...ends,
  ...{ provider: null, registration: null, startReason: why, sameCarers, planned },
})
export const placingOf = (home: NewHome, ends: { home: string | null; place: string | null }, today: IsoDay) => ({
  typed: { kind: home.kind, since: home.since, until: '' },
  detail: detailOf(home, ends),
  today,
  ...wordsIn(home.parts),
})
