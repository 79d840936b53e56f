// Which children new carers could bring nearer: those who live far because nothing nearer was found, never those who are settled or safer there.

/** Fixed codes: distance that protects is told from distance that fails. */
export const DISTANCE_REASONS = {
  noneAvailable: { words: 'no home was available in the area', protects: false },
  refusedNeed: { words: 'a home nearby said no because of what the child needs', protects: false },
  refusedMatching: { words: 'a home nearby said no because of who already lives there', protects: false },
  specialist: { words: 'what the child needs is only found there', protects: false },
  keptSafe: { words: 'the distance keeps the child safe', protects: true },
  withFamily: { words: 'with family or friends, or with brothers and sisters', protects: true },
  childsChoice: { words: 'the child asked to live there', protects: true },
} as const
export type DistanceReason = keyof typeof DISTANCE_REASONS

export interface FarChild {
  readonly id: string
  /** Children with the same group move together or not at all. */
  readonly group: string
  readonly reason: DistanceReason | undefined
  readonly settledStays: boolean
  readonly wantsNearer: boolean | 'unknown'
}

export type SetAside = 'keptSafe' | 'settled' | 'doesNotWant' | 'notAsked' | 'reasonMissing'
export interface Cohort {
  readonly counted: readonly FarChild[]
  readonly setAside: Readonly<Record<SetAside, readonly string[]>>
}

function setAsideBecause({ reason, settledStays, wantsNearer }: FarChild): SetAside | undefined {
  if (settledStays) return 'settled'
  if (reason === undefined) return 'reasonMissing'
  if (DISTANCE_REASONS[reason].protects) return 'keptSafe'
  if (wantsNearer === 'unknown') return 'notAsked'
  return wantsNearer ? undefined : 'doesNotWant'
}

/** Whoever shares a group with somebody who is set aside stays with them. */
export function cohortOf(far: readonly FarChild[]): Cohort {
  const because = new Map(far.map((child) => [child.id, setAsideBecause(child)]))
  const groupsAside = new Map(
    far.flatMap(({ id, group }) => {
      const reason = because.get(id)
      return reason === undefined ? [] : [[group, reason] as const]
    }),
  )
  const reasonOf = ({ id, group }: FarChild) => because.get(id) ?? groupsAside.get(group)
  const of = (reason: SetAside) => far.filter((child) => reasonOf(child) === reason).map(({ id }) => id)
  return {
    counted: far.filter((child) => reasonOf(child) === undefined),
    setAside: {
      ...{ keptSafe: of('keptSafe'), settled: of('settled'), doesNotWant: of('doesNotWant') },
      ...{ notAsked: of('notAsked'), reasonMissing: of('reasonMissing') },
    },
  }
}
