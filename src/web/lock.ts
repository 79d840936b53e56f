// The lock of a route: whether this person may, and the line in the access log, before a handler runs.
import { isWorker, type Joined, openRecord, standsAs } from '#access'
import { type Asking, type Door, together, type Who } from '#database'
import type { WorkersLock } from './route.ts'

export type Unlocked =
  | { readonly kind: 'open'; readonly joined?: Joined }
  | { readonly kind: 'not allowed' }
  | { readonly kind: 'closed'; readonly ask: string | null }
  | { readonly kind: 'not found' }

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
export const isId = (text: string): boolean => UUID.test(text)

/** `child`: the part of the path of that name. */
async function unlock(asking: Asking, { may, log }: WorkersLock, child: string | undefined): Promise<Unlocked> {
  if (may === 'worker' || 'as' in may) {
    const opens = (await isWorker(asking)) && (may === 'worker' || (await standsAs(asking, may.as)))
    await asking.note(opens ? log : 'was refused a page', null, opens ? undefined : { for: log })
    return { kind: opens ? 'open' : 'not allowed' }
  }
  if (child === undefined || !isId(child)) return { kind: 'not found' }
  const looked = await openRecord(asking, child, { what: log, to: may })
  if (looked.kind !== 'open') return looked
  return looked.may ? looked : { kind: 'not allowed' }
}

export type Refusal = Exclude<Unlocked, { kind: 'open' }>
export type AtTheLock = {
  readonly door: Door
  readonly who: Who
  readonly lock: WorkersLock
  readonly child: string | undefined
}

export async function unlockedAt({ door, who, lock, child }: AtTheLock): Promise<Unlocked> {
  return await door.as(who, async (asking) => await unlock(asking, lock, child))
}

/** The line in the log and all that is read are one transaction: nothing is shown before both stand. */
export async function readUnlocked<Answer>(
  at: AtTheLock,
  read: (within: Door, joined: Joined | undefined) => Promise<Answer>,
): Promise<Refusal | { readonly kind: 'read'; readonly answer: Answer }> {
  try {
    return await together(at.door, at.who, async (asking, within) => {
      const unlocked = await unlock(asking, at.lock, at.child)
      return unlocked.kind === 'open' ? { kind: 'read', answer: await read(within, unlocked.joined) } : unlocked
    })
  } catch (error) {
    // What broke was shown to nobody. That somebody looked stands in the log all the same, where the log can still be written.
    await unlockedAt(at).catch(() => {})
    throw error
  }
}
