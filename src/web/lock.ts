// The lock of a route: whether this person may, and the line in the access log, before a handler runs.
import { isWorker, type Joined, mayDo, openRecord, standsAs } from '#access'
import type { Asking } from '#database'
import type { WorkersLock } from './route.ts'

export type Unlocked =
  | { readonly kind: 'open'; readonly joined?: Joined }
  | { readonly kind: 'not allowed' }
  | { readonly kind: 'closed'; readonly ask: string | null }
  | { readonly kind: 'not found' }

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** `child`: the part of the path of that name. */
export async function unlock(asking: Asking, { may, log }: WorkersLock, child: string | undefined): Promise<Unlocked> {
  if (may === 'worker' || 'as' in may) {
    const opens = (await isWorker(asking)) && (may === 'worker' || (await standsAs(asking, may.as)))
    await asking.note(opens ? log : 'was refused a page', null, opens ? undefined : { for: log })
    return { kind: opens ? 'open' : 'not allowed' }
  }
  if (child === undefined || !UUID.test(child)) return { kind: 'not found' }
  const [looked, opens] = await Promise.all([openRecord(asking, child, log), mayDo(asking, child, may)])
  if (looked.kind !== 'open') return looked
  return opens ? looked : { kind: 'not allowed' }
}
