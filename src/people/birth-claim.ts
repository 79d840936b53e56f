// Birth dates are claims: what each rests on, and which one is in force.
import { happenedDay, type IsoDay } from '#calendar'

const BASES = ['return', 'certificate', 'told', 'age assessment', 'claimed'] as const
const STANDINGS = ['in force', 'disputed', 'claimed', 'found wrong'] as const
export type BirthBasis = (typeof BASES)[number]
export type BirthStanding = (typeof STANDINGS)[number]
const isBasis = (text: string): text is BirthBasis => BASES.some((basis) => basis === text)
const isStanding = (text: string): text is BirthStanding => STANDINGS.some((standing) => standing === text)

export type TypedBirth = { readonly born: string; readonly basis: string; readonly standing: string }
export type NewBirth = { readonly born: IsoDay; readonly basis: BirthBasis; readonly standing: BirthStanding }
export type BirthRefusal = 'born no day' | 'born after today' | 'basis unknown' | 'standing unknown'

export function mayClaimBirth(
  typed: TypedBirth,
  today: IsoDay,
): { readonly ok: NewBirth } | { readonly refused: readonly BirthRefusal[] } {
  const born = happenedDay(typed.born, today)
  const { basis, standing } = typed
  const refused: BirthRefusal[] = []
  if ('fault' in born) refused.push(born.fault === 'no day' ? 'born no day' : 'born after today')
  if (!isBasis(basis)) refused.push('basis unknown')
  if (!isStanding(standing)) refused.push('standing unknown')
  if ('fault' in born || !isBasis(basis) || !isStanding(standing)) return { refused }
  return { ok: { born: born.day, basis, standing } }
}

export type KnownBirth = {
  readonly id: string
  readonly born: string
  readonly standing: string
  readonly recorded: string
}

/** Of several in force, the one typed last, as the clock takes it; undefined: the birth date is not known. */
export function birthInForce<Claim extends KnownBirth>(claims: readonly Claim[]): Claim | undefined {
  const inForce = claims.filter(({ standing }) => standing === 'in force')
  return inForce.sort((a, b) => (`${a.recorded} ${a.id}` < `${b.recorded} ${b.id}` ? -1 : 1)).at(-1)
}
