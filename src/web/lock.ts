// The lock of a route: whether this person may, and the line in the access log, before a handler runs.
import { isWorker, mayDo, openRecord } from '#access'
import type { Asking } from '#database'
import type { Lock } from './route.ts'

export type Unlocked =
  | { readonly kind: 'open' }
  | { readonly kind: 'not allowed' }
  | { readonly kind: 'closed'; readonly ask: string | null }
  | { readonly kind: 'not found' }

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** `child`: the part of the path of that name. */
export async function unlock(asking: Asking, { may, log }: Lock, child: string | undefined): Promise<Unlocked> {
  if (may === 'worker') {
    const worker = await isWorker(asking)
    await asking.note(worker ? log : 'was refused a page', null, worker ? undefined : { for: log })
    return { kind: worker ? 'open' : 'not allowed' }
  }
  if (child === undefined || !UUID.test(child)) return { kind: 'not found' }
  const looked = await openRecord(asking, child, log)
  if (looked.kind !== 'open') return looked
  return { kind: (await mayDo(asking, child, may)) ? 'open' : 'not allowed' }
}
