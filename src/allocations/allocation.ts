// Who works with a child: allocation, its end, and cover while somebody is away.
import { anyDay, happenedDay, type IsoDay, optionalDay } from '#calendar'

export const ALLOCATION_PARTS = {
  'allocated-worker': 'allocated worker',
  'co-worker': 'works alongside',
  cover: 'covers',
  'reviewing-officer': 'reviewing officer',
  'personal-adviser': 'personal adviser',
} as const
/** One at a time has such a part. */
export const isHeldAlone = (part: string): boolean =>
  part === 'allocated-worker' || part === 'reviewing-officer' || part === 'personal-adviser'
export type AllocationPart = keyof typeof ALLOCATION_PARTS
export const isAllocationPart = (text: string): text is AllocationPart => Object.hasOwn(ALLOCATION_PARTS, text)

/** Half-open: no longer on the second day. `since` null: from before anybody wrote it down. */
export type Allocation = {
  readonly worker: string
  readonly part: string
  readonly since: IsoDay | null
  readonly until: IsoDay | null
}
export type NewAllocation = Allocation & { readonly part: AllocationPart; readonly since: IsoDay }
export type TypedAllocation = {
  readonly worker: string
  readonly part: string
  readonly since: string
  readonly until: string
}
export type AllocationRefusal =
  | 'part unknown'
  | 'since no day'
  | 'until no day'
  | 'ends before it starts'
  | 'cover needs an end'
  | 'works with the child already'
  | 'another is allocated'
  | 'ended already'
  | 'end after today'

const overlap = (a: Allocation, b: Allocation): boolean =>
  (a.since === null || b.until === null || a.since < b.until) &&
  (b.since === null || a.until === null || b.since < a.until)

/** One worker is allocated at a time, one reviewing officer and one personal adviser; others may work alongside or cover. Days may lie ahead. */
export function mayAllocate(
  typed: TypedAllocation,
  standing: readonly Allocation[],
): { readonly ok: NewAllocation } | { readonly refused: readonly AllocationRefusal[] } {
  const { worker, part } = typed
  const since = anyDay(typed.since)
  const until = optionalDay(typed.until, anyDay)
  const refused: AllocationRefusal[] = []
  if (!isAllocationPart(part)) refused.push('part unknown')
  if ('fault' in since) refused.push('since no day')
  if ('fault' in until) refused.push('until no day')
  if (!isAllocationPart(part) || 'fault' in since || 'fault' in until) return { refused }
  if (until.day !== null && until.day <= since.day) return { refused: ['ends before it starts'] }
  if (part === 'cover' && until.day === null) return { refused: ['cover needs an end'] }
  const made = { worker, part, since: since.day, until: until.day }
  const refusal = besideOthers(made, standing)
  return refusal === undefined ? { ok: made } : { refused: [refusal] }
}

function besideOthers(made: Allocation, standing: readonly Allocation[]): AllocationRefusal | undefined {
  const beside = standing.filter((other) => other.part === made.part && overlap(other, made))
  if (beside.some((other) => other.worker === made.worker)) return 'works with the child already'
  return isHeldAlone(made.part) && beside.length > 0 ? 'another is allocated' : undefined
}

/** Other days of the same person in the same part; a beginning before anybody wrote it down may stay unknown. */
export function mayCorrectDays(made: Allocation, standing: readonly Allocation[]): AllocationRefusal | undefined {
  const { part, since, until } = made
  if (until !== null && since !== null && until <= since) return 'ends before it starts'
  if (part === 'cover' && until === null) return 'cover needs an end'
  return besideOthers(made, standing)
}

export function mayEndAllocation(
  allocation: Allocation,
  typedUntil: string,
  today: IsoDay,
): { readonly ok: IsoDay } | { readonly refused: readonly AllocationRefusal[] } {
  const until = happenedDay(typedUntil, today)
  if ('fault' in until) return { refused: [until.fault === 'no day' ? 'until no day' : 'end after today'] }
  if (allocation.until !== null && allocation.until <= today) return { refused: ['ended already'] }
  const early = allocation.since !== null && until.day <= allocation.since
  return early ? { refused: ['ends before it starts'] } : { ok: until.day }
}
