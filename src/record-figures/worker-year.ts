// One worker's memberships and children as the plain facts of one twelve months.
import type { WorkerYear, Year } from '#indicators'
import type { RecordedWorker } from './recorded-child.ts'

const endless = Number.POSITIVE_INFINITY
const covers = (since: number | null, until: number | null, day: number) =>
  (since ?? 0) <= day && (until ?? endless) > day

/** Of every membership; undefined where nobody has said of one. */
function postsOf(memberships: RecordedWorker['memberships']): number | undefined {
  let sum = 0
  for (const [, , share] of memberships) {
    if (share === null) return undefined
    sum += share
  }
  return memberships.length === 0 ? undefined : sum
}

export function workerYear({ id, memberships, children }: RecordedWorker, { first, last }: Year): WorkerYear {
  const now = memberships.filter(([since, until]) => covers(since, until, last))
  const ended = memberships.filter(([, until]) => until !== null && until > first && until <= last)
  const lastDay = Math.max(...ended.map(([, until]) => until ?? 0))
  const left = now.length === 0 && ended.length > 0
  return {
    id,
    posts: postsOf(left ? ended.filter(([, until]) => until === lastDay) : now),
    inPost: now.length > 0,
    left,
    children: new Set(children.filter(([since, until]) => covers(since, until, last)).map(([, , child]) => child)).size,
  }
}
