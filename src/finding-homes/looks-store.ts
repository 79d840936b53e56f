// Looks at new homes after 72 hours, 28 and 90 days that nobody has recorded yet: of which child, by when, and who owes each. By home-requests’ SQL.
import { addDays, type IsoDay } from '#calendar'
import { childrenCalled } from '#children'
import type { Asking } from '#database'
import { owedWhile, reviewsOf, STAGES, youngMatches } from '#home-requests'
import { workersCalled } from '#workforce'

export type Look = {
  readonly child: string
  readonly name: string
  readonly stage: string
  readonly due: IsoDay
  readonly late: boolean
  /** Who owes it; undefined: nobody is allocated. */
  readonly owes: { readonly worker: string; readonly name: string } | undefined
}
/** So long a look that nobody recorded stays in the list. */
const LOOKED_BACK = 365
/** Of each new home the next look that is not recorded, the earliest first; `of`: only of one worker's. */
export async function looksOwed(asking: Asking, today: IsoDay, of?: string): Promise<readonly Look[]> {
  const young = await youngMatches(asking, addDays(today, -LOOKED_BACK), today)
  const own = of === undefined ? young : young.filter(({ owes }) => owes === of)
  const open = own.flatMap(({ child, starts, ended, done, owes }) => {
    const next = owedWhile(reviewsOf(starts, done, today), ended).find(({ state }) => state !== 'done')
    return next === undefined ? [] : [{ child, owes, next }]
  })
  if (open.length === 0) return []
  const names = await childrenCalled(asking, [...new Set(open.map(({ child }) => child))])
  const workers = await workersCalled(asking, [...new Set(open.flatMap(({ owes }) => owes ?? []))])
  return open
    .map(({ child, owes, next: { stage, due, state } }) => ({
      ...{ child, name: names.get(child) ?? 'A child', stage: STAGES[stage], due, late: state === 'late' },
      owes: owes === null ? undefined : { worker: owes, name: workers.get(owes) ?? 'somebody' },
    }))
    .toSorted((a, b) => (a.due < b.due ? -1 : 1))
}
