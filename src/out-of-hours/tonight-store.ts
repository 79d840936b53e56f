// What the page of the night says of a child: who and where they are, what must be known, whom to ring; as the reader may know it.
import { worksWithOn } from '#allocations'
import { type IsoDay, londonMoment } from '#calendar'
import { dayWords, legalWords } from '#child-frame'
import type { Asking } from '#database'
import { mustKnowsOf } from '#family'
import { episodesOf } from '#missing'
import { type Basis, type ChildRow, childrenOn, legalBasesOn } from '#overview'
import { addressesOf, sleepsTonight, type Tonight } from '#placements'
import { managersOf, workersCalled } from '#workforce'

type MustKnows = Awaited<ReturnType<typeof mustKnowsOf>>
export type TonightFacts = {
  readonly child: ChildRow
  readonly tonight: Tonight
  readonly postcode: string | undefined
  readonly legal: string
  readonly missing: { readonly kind: string; readonly since: string } | undefined
  readonly ring: readonly { readonly name: string; readonly part: string }[]
  readonly mustKnows: MustKnows
}

const legalOf = (bases: readonly Basis[]): string =>
  bases.length === 0
    ? 'None recorded that you may know of'
    : bases.map(({ kind, made }) => `${legalWords(kind)}${made === null ? '' : `, since ${dayWords(made)}`}`).join('; ')

const LATE_EVENING = 22 * 60
const PARTS: Readonly<Record<string, string>> = {
  'allocated-worker': 'social worker',
  'co-worker': 'works alongside',
  cover: 'covers',
  'reviewing-officer': 'reviewing officer',
}

async function ringOf(asking: Asking, child: string, today: IsoDay): Promise<TonightFacts['ring']> {
  const working = await worksWithOn(asking, child, today)
  const names = await workersCalled(
    asking,
    working.map(({ worker }) => worker),
  )
  const allocated = working.find(({ part }) => part === 'allocated-worker')
  const managers = allocated === undefined ? [] : await managersOf(asking, allocated.worker, today)
  return [
    ...working.map(({ worker, part }) => ({ name: names.get(worker) ?? 'somebody', part: PARTS[part] ?? part })),
    ...managers.map((name) => ({ name, part: 'their manager' })),
  ]
}

/** undefined: no such child, or none whom the reader may see. */
export async function tonightOf(asking: Asking, id: string, today: IsoDay): Promise<TonightFacts | undefined> {
  const child = (await childrenOn(asking, today, id))[0]
  const at = londonMoment(today, LATE_EVENING)
  if (child === undefined || at === undefined) return undefined
  const tonight = await sleepsTonight(asking, id, { at, on: today })
  const place = 'place' in tonight ? tonight.place : null
  const away = (await episodesOf(asking, id)).find(({ until }) => until === null)
  return {
    ...{ child, tonight },
    mustKnows: await mustKnowsOf(asking, id),
    postcode: (await addressesOf(asking, id)).find(({ line }) => line === place)?.postcode,
    legal: legalOf(await legalBasesOn(asking, id, today)),
    missing: away === undefined ? undefined : { kind: away.kind, since: away.since },
    ring: await ringOf(asking, id, today),
  }
}
