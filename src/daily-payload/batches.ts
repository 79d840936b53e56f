// Sends children in batches with care: waits where it is asked to, halves what is refused until the child is found, and stops where nobody is let in.
import type { ToSend } from './changes.ts'

/** What the other side answered; undefined: nothing came. */
export type Answer = {
  readonly status: number
  readonly receipt: string | undefined
  readonly waitSeconds: number | undefined
}
export type Sender = {
  readonly post: (body: string) => Promise<Answer | undefined>
  readonly wait: (seconds: number) => Promise<void>
  /** Kept at once, so that what was received is never forgotten. */
  readonly received: (batch: readonly ToSend[], receipt: string | undefined) => Promise<void>
}
export type Sending = {
  readonly received: number
  readonly removed: number
  readonly refused: readonly string[]
  /** The answer at which it stopped. */
  readonly stopped: string | undefined
}

/** The most that the interface takes at once. */
const MOST = 100
/** Seconds before each further try; then it is left for the next night. */
const TRIES = [2, 10, 60]
const LONGEST_WAIT = 300

const worthATry = (answer: Answer | undefined): boolean =>
  answer === undefined || answer.status === 429 || answer.status === 408 || answer.status >= 500

/** Tries again after a pause, or after the one that was asked for. */
async function posted(batch: readonly ToSend[], { post, wait }: Sender): Promise<Answer | undefined> {
  const body = JSON.stringify(batch.map((one) => one.body))
  let answer = await post(body)
  for (const pause of TRIES) {
    if (!worthATry(answer)) return answer
    await wait(Math.min(answer?.waitSeconds ?? pause, LONGEST_WAIT))
    answer = await post(body)
  }
  return answer
}

type Batch = { readonly stopped?: string; readonly received: readonly ToSend[]; readonly refused: readonly ToSend[] }

/** A batch with a mistake in it is refused whole: by halves, one child is found and the others are received. */
async function sendBatch(batch: readonly ToSend[], sender: Sender): Promise<Batch> {
  const answer = await posted(batch, sender)
  if (answer !== undefined && answer.status >= 200 && answer.status < 300) {
    await sender.received(batch, answer.receipt)
    return { received: batch, refused: [] }
  }
  if (answer?.status !== 400 && answer?.status !== 413)
    return { stopped: answer === undefined ? 'no answer' : String(answer.status), received: [], refused: [] }
  if (batch.length === 1) return { received: [], refused: batch }
  const half = Math.ceil(batch.length / 2)
  const first = await sendBatch(batch.slice(0, half), sender)
  if (first.stopped !== undefined) return first
  const second = await sendBatch(batch.slice(half), sender)
  return {
    ...second,
    received: [...first.received, ...second.received],
    refused: [...first.refused, ...second.refused],
  }
}

export async function sendAll(send: readonly ToSend[], sender: Sender): Promise<Sending> {
  const received: ToSend[] = []
  const refused: string[] = []
  for (let from = 0; from < send.length; from += MOST) {
    const done = await sendBatch(send.slice(from, from + MOST), sender)
    received.push(...done.received)
    refused.push(...done.refused.map(({ child }) => child))
    if (done.stopped !== undefined) return { ...counted(received), refused, stopped: done.stopped }
  }
  return { ...counted(received), refused, stopped: undefined }
}

const counted = (received: readonly ToSend[]) => ({
  received: received.length,
  removed: received.filter(({ removed }) => removed).length,
})
