// Sends what changed to the Department each night, where the council has set an address; and when somebody asks on the command line.
import type { IsoDay } from '#calendar'
import type { Asking, Door } from '#database'
import type { Task } from '#jobs'
import { type Answer, type Sending, sendAll } from './batches.ts'
import { changesSince, type ToSend, tooManyToRemove } from './changes.ts'
import { allTold, inTurn, keepReceipts, keepSending, type Outcome, sentBefore } from './store.ts'

/** What stands between Kith and the network, given by whoever composes it. */
export type Department = {
  /** Of the address that the council set; nothing else of it is kept or logged. */
  readonly host: string
  readonly post: (body: string) => Promise<Answer | undefined>
  readonly wait: (seconds: number) => Promise<void>
}

export type ToTell = {
  readonly council: number
  readonly today: IsoDay
  readonly service: 'command line' | 'nightly refresh'
  /** How many are to be removed there, said by somebody who looked: so many go, though they are many. */
  readonly removals?: number | undefined
}
export type Waiting = {
  readonly send: readonly ToSend[]
  readonly same: number
  readonly unnamed: number
  /** So many would be removed there that nothing is sent. */
  readonly tooMany: boolean
}

/** What would be sent now. */
export async function waitingToBeSent(asking: Asking, today: IsoDay): Promise<Waiting> {
  const sent = await sentBefore(asking)
  const telling = await allTold(asking, today, sent)
  const changes = changesSince(telling, sent)
  return { ...changes, unnamed: telling.unnamed.length, tooMany: tooManyToRemove(changes, sent) }
}

function outcomeOf({ refused, stopped }: Sending): Outcome['outcome'] {
  if (stopped !== undefined) return 'stopped'
  return refused.length > 0 ? 'some refused' : 'all received'
}

/** `removals`: how many were to be removed there. */
export type Sent = Outcome & { readonly refusedChildren: readonly string[]; readonly removals: number }

/** undefined: another sending of this council is under way. What was received is kept batch by batch, whatever comes after. */
export async function sendToDepartment(
  door: Door,
  { council, today, service, removals }: ToTell,
  { host, post, wait }: Department,
): Promise<Sent | undefined> {
  const asService = async <T>(work: (asking: Asking) => Promise<T>) => await door.asService(council, service, work)
  return await inTurn(door, council, async () => {
    const waiting = await asService(async (asking) => await waitingToBeSent(asking, today))
    const received = async (batch: readonly ToSend[], receipt: string | undefined) =>
      await asService(async (asking) => await keepReceipts(asking, batch, receipt))
    const refused = waiting.tooMany && removals !== removalsIn(waiting)
    const sending = refused ? NOTHING_SENT : await sendAll(waiting.send, { post, wait, received })
    const outcome: Outcome = {
      ...{ day: today, host, outcome: outcomeOf(sending), stopped_by: sending.stopped ?? null },
      ...{ asked: waiting.send.length, received: sending.received, refused: sending.refused.length },
      ...{ removed: sending.removed, same: waiting.same, unnamed: waiting.unnamed },
    }
    await asService(async (asking) => await keepSending(asking, outcome))
    return { ...outcome, refusedChildren: sending.refused, removals: removalsIn(waiting) }
  })
}

export const TOO_MANY = 'too many to remove'
const NOTHING_SENT: Sending = { received: 0, removed: 0, refused: [], stopped: TOO_MANY }
export const removalsIn = ({ send }: Pick<Waiting, 'send'>): number => send.filter(({ removed }) => removed).length

/** 04:10 in UTC: after the ledger and the check of the return. Of the one council whose address is set. */
export function nightlyPayload(
  door: Door,
  today: () => IsoDay,
  to: { readonly code: string; readonly department: Department } | undefined,
): Task {
  return {
    name: 'daily-payload',
    daily: '04:10',
    work: async ({ council: asked }) => {
      if (to === undefined) return
      const own = await door.councilByCode(to.code)
      if (own === undefined || (asked !== undefined && asked !== own.council)) return
      await sendToDepartment(door, { council: own.council, today: today(), service: 'nightly refresh' }, to.department)
    },
  }
}
