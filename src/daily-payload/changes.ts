// What has to be sent: children who are new or whose facts changed since they were sent last, and what is gone here, to be removed there. Pure.
import { createHash } from 'node:crypto'
import type { Body, Told } from './payload.ts'

/** What the Department holds of a child, as the record of sending knows it. */
export type Sent = {
  readonly child: string
  readonly sentAs: string
  readonly hash: string
  readonly parts: readonly string[]
}
export type ToSend = Sent & { readonly body: Body; readonly removed: boolean }
export type Changes = { readonly send: readonly ToSend[]; readonly same: number }
/** `unnamed`: children who are to be known there, and have no id now that the Department takes. */
export type Telling = { readonly all: readonly Told[]; readonly unnamed: readonly string[] }

const hashOf = (body: Body): string => createHash('sha256').update(JSON.stringify(body)).digest('hex')
const removal = ({ child, sentAs }: Pick<Sent, 'child' | 'sentAs'>): ToSend => {
  const body = { la_child_id: sentAs, purge: true }
  return { child, sentAs, hash: hashOf(body), parts: [], body, removed: true }
}

/** An episode or a placement that was sent and is no more: told with its id and nothing but that it goes. */
function goneFrom({ body, parts }: Told, before: Sent): Body {
  const now = new Set(parts)
  const nowEpisodes = new Set(parts.map((part) => part.split('/')[0]))
  const gone = before.parts.filter((part) => !now.has(part))
  const episodes = Array.isArray(body.social_care_episodes) ? [...body.social_care_episodes] : []
  for (const [episode = '', own] of Map.groupBy(gone, (part) => part.split('/')[0] ?? '')) {
    if (!nowEpisodes.has(episode)) {
      episodes.push({ social_care_episode_id: episode, purge: true })
      continue
    }
    const placements = own.map((part) => ({ child_looked_after_placement_id: part.split('/')[1] ?? '', purge: true }))
    const at = episodes.findIndex((one) => one.social_care_episode_id === episode)
    const held = episodes[at]
    if (held !== undefined)
      episodes[at] = {
        ...held,
        child_looked_after_placements: [...(held.child_looked_after_placements ?? []), ...placements],
      }
  }
  return { ...body, social_care_episodes: episodes }
}

/** Whoever was sent and is to be known there no more is removed; so is an id that is no longer theirs. Who has none now stays as they are. */
export function changesSince({ all, unnamed }: Telling, sent: readonly Sent[]): Changes {
  const before = new Map(sent.map((one) => [one.child, one]))
  const kept = new Set([...all.map(({ child }) => child), ...unnamed])
  const used = new Set(all.map(({ sentAs }) => sentAs))
  const send: ToSend[] = sent.filter(({ child, sentAs }) => !kept.has(child) && !used.has(sentAs)).map(removal)
  let same = 0
  for (const one of all) {
    const last = before.get(one.child)
    const hash = hashOf(one.body)
    if (last?.hash === hash && last.sentAs === one.sentAs) {
      same += 1
      continue
    }
    if (last !== undefined && last.sentAs !== one.sentAs && !used.has(last.sentAs)) send.push(removal(last))
    const body = last === undefined || last.sentAs !== one.sentAs ? one.body : goneFrom(one, last)
    send.push({ child: one.child, sentAs: one.sentAs, hash, parts: one.parts, body, removed: false })
  }
  return { send, same }
}

const FEW = 10
const PART = 0.1

/** Whether so many would be removed there that a fault is likelier than that they all left: more than ten, and more than a tenth. */
export function tooManyToRemove({ send }: Pick<Changes, 'send'>, sent: readonly Sent[]): boolean {
  const removed = send.filter((one) => one.removed).length
  return removed > FEW && removed > sent.length * PART
}
