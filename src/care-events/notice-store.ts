// The SQL of a home and those who are told of it: whom notice is owed to in this case, and what was said to each so far.
import type { Asking, Version } from '#database'
import { decidersOf } from '#decisions'
import type { At } from '#forms'
import { learnsOn, type NoticeCase, noticesOf, type ToldAbout } from '#notices'
import { addressesOf, distancesOf, periodsOf, placementsOf } from '#placements'
import { namesOfWorkers } from '#workforce'
import { calledChild } from './event-store.ts'
import type { StandingHome } from './homes.ts'
import type { Child } from './orders.ts'

export type Decider = { readonly value: string; readonly text: string }
export type NoticesGiven = Child & {
  readonly home: StandingHome
  readonly why: NoticeCase
  /** What they are told by telling them of this home. */
  readonly about: ToldAbout
  /** Fewer people may know where it is, or the reader may not. */
  readonly kept: boolean
  /** As the reader may know it; what must not stand in a notice of a home that is kept. */
  readonly postcode: string | undefined
  readonly notices: readonly Version<'kith.told'>[]
  readonly deciders: readonly Decider[]
}

/** Colleagues who may have decided that somebody is not told: the managers of the child, and directors. */
export async function decidersNamed(asking: Asking, child: string): Promise<readonly Decider[]> {
  const names = await namesOfWorkers(asking, await decidersOf(asking, child, 'home ended'))
  return [...names].map(([value, text]) => ({ value, text })).sort((a, b) => (a.text < b.text ? -1 : 1))
}

/** `about`: the line or a version of the home. */
export async function noticesGiven(asking: Asking, at: At): Promise<NoticesGiven | undefined> {
  const child = await calledChild(asking, at)
  if (child === undefined) return undefined
  const homes = await placementsOf(asking, child.child)
  const home = homes.find(({ id, line }) => id === at.about || line === at.about)
  if (home === undefined) return undefined
  const address = (await addressesOf(asking, child.child)).find(({ line }) => line === home.place)
  const kept =
    home.place !== null && (address === undefined || address.audience !== null || address.must_not_know !== null)
  const distance = (await distancesOf(asking, child.child)).find(({ placement }) => placement === home.line)
  const entry = (await periodsOf(asking, child.child)).some(({ since }) => since === home.since)
  return {
    ...{ ...child, home, kept, postcode: address?.postcode, about: entry ? 'comes into care' : 'home' },
    why: {
      moved: homes.some(({ until, line }) => line !== home.line && until === home.since),
      atSchool: await learnsOn(asking, child.child, home.since),
      // Asking for the council of an area tells that the home lies in another.
      outside: !kept && distance?.inside === false,
    },
    notices: (await noticesOf(asking, child.child)).filter(({ on_line }) => on_line === home.line),
    deciders: await decidersNamed(asking, child.child),
  }
}
