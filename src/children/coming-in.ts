// A child comes into the record: what is known of them that day, parsed once; unknown parts stay unknown.
import type { IsoDay } from '#calendar'
import {
  type BirthRefusal,
  mayClaimBirth,
  mayRecordName,
  type NameRefusal,
  type NewBirth,
  type NewName,
  type TypedBirth,
  type TypedName,
} from '#people'

export type TypedChild = {
  readonly names: readonly TypedName[]
  /** undefined: nobody knows when the child was born. */
  readonly birth: TypedBirth | undefined
}
export type NewChild = { readonly names: readonly NewName[]; readonly birth: NewBirth | undefined }
export type ComingInRefusal = NameRefusal | BirthRefusal | 'nothing known'

/** A child without any name or birth date would be found by nobody. */
export function mayComeIn(
  { names, birth }: TypedChild,
  today: IsoDay,
): { readonly ok: NewChild } | { readonly refused: readonly ComingInRefusal[] } {
  const refused: ComingInRefusal[] = []
  const taken: NewName[] = []
  for (const typed of names) {
    const may = mayRecordName(typed, today)
    if ('ok' in may) taken.push(may.ok)
    else refused.push(...may.refused)
  }
  const born = birth === undefined ? undefined : mayClaimBirth(birth, today)
  if (born !== undefined && 'refused' in born) refused.push(...born.refused)
  if (names.length === 0 && birth === undefined) refused.push('nothing known')
  if (refused.length > 0) return { refused }
  return { ok: { names: taken, birth: born !== undefined && 'ok' in born ? born.ok : undefined } }
}
