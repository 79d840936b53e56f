// Sends what changed to the Department each night, where the council has set an address; and when somebody asks on the command line.
import type { IsoDay } from '#calendar'
import type { Asking, Door } from '#database'
import type { Task } from '#jobs'
import { type Answer, type Sending, sendAll } from './batches.ts'
import { changesSince, type ToSend } from './changes.ts'
import { allTold, keepReceipts, keepSending, type Outcome, sentBefore, takeTurn } from './store.ts'

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
}
export type Waiting = { readonly send: readonly ToSend[]; readonly same: number; readonly unnamed: number }

/** What would be sent now. */
export async function waitingToBeSent(asking: Asking, today: IsoDay): Promise<Waiting> {
  const sent = await sentBefore(asking)
  const { all, unnamed } = await allTold(asking, today, sent)
  return { ...changesSince(all, sent), unnamed }
}

function outcomeOf({ refused, stopped }: Sending): Outcome['outcome'] {
  if (stopped !== undefined) return 'stopped'
  return refused.length > 0 ? 'some refused' : 'all received'
}

export type Sent = Outcome & { readonly refusedChildren: readonly string[] }

/** undefined: another sending of this council is under way. What was received is kept batch by batch, whatever comes after. */
export async function sendToDepartment(
  door: Door,
  { council, today, service }: ToTell,
  { host, post, wait }: Department,
): Promise<Sent | undefined> {
  return await door.asService(council, service, async (turn) => {
    if (!(await takeTurn(turn))) return undefined
    const { send, same, unnamed } = await door.asService(
      council,
      service,
      async (asking) => await waitingToBeSent(asking, today),
    )
    const received = async (batch: readonly ToSend[], receipt: string | undefined) =>
      await door.asService(council, service, async (asking) => await keepReceipts(asking, batch, receipt))
    const sending = await sendAll(send, { post, wait, received })
    const outcome: Outcome = {
      ...{ day: today, host, outcome: outcomeOf(sending), stopped_by: sending.stopped ?? null },
      ...{ asked: send.length, received: sending.received, refused: sending.refused.length, removed: sending.removed },
      ...{ same, unnamed },
    }
    await door.asService(council, service, async (asking) => await keepSending(asking, outcome))
    return { ...outcome, refusedChildren: sending.refused }
  })
}

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
