// The duties that may lie ahead of children, out of the ledger, with the rule that each is of.
import type { IsoDay } from '#calendar'
import type { Asking } from '#database'
import { basisOf } from '#duties'
import { type Duty, dutyOfRow, storedDuties } from '#ledger'

/** What may lie ahead of these children on a day, as the ledger holds it; what the asker may not know the reasons of has none. */
export async function dutiesAhead(
  asking: Asking,
  children: readonly string[],
  on: IsoDay,
): Promise<ReadonlyMap<string, readonly Duty[]>> {
  const duties = new Map<string, Duty[]>()
  for (const row of await storedDuties(asking, children, on)) {
    const basis = basisOf(row.basis)
    if (basis === undefined) continue
    const before = duties.get(row.child)
    if (before === undefined) duties.set(row.child, [dutyOfRow(row, basis)])
    else before.push(dutyOfRow(row, basis))
  }
  return duties
}
