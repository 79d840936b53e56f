// The SQL of a home and those who are told of it: whom notice is owed to in this case, and what was said to each so far.
import { homeToTell } from '#approvals'
import { isKept } from '#audiences'
import type { Asking, Version } from '#database'
import { decidersOf } from '#decisions'
import type { At } from '#forms'
import { homesToTellOf, type NoticeCase, noticesOf, type ToldAbout } from '#notices'
import type { Decider } from '#notices/pages'
import { addressesOf, distancesOf, placementsOf } from '#placements'
import { workersCalled } from '#workforce'
import { calledChild } from './event-store.ts'
import type { StandingHome } from './homes.ts'
import type { Child } from './orders.ts'

/** What a form of notices knows whatever they are about. */
export type Telling = Child & {
  /** Of homes of which fewer people may know where they are, as the writer may know them: what must not stand in a notice. */
  readonly keptPostcodes: readonly string[]
  readonly deciders: readonly Decider[]
}
export type NoticesGiven = Telling & {
  /** From the first day there until the last with the same carers. */
  readonly home: StandingHome
  readonly why: NoticeCase | undefined
  /** What they are told by telling them of this home. */
  readonly about: ToldAbout
  /** Fewer people may know where it is, or the reader may not. */
  readonly kept: boolean
  readonly notices: readonly Version<'kith.told'>[]
}

/** Colleagues who may have decided that somebody is not told: the managers of the child, and directors. */
export async function decidersNamed(asking: Asking, child: string): Promise<readonly Decider[]> {
  const names = await workersCalled(asking, await decidersOf(asking, child, 'home ended'))
  return [...names].map(([value, text]) => ({ value, text })).sort((a, b) => (a.text < b.text ? -1 : 1))
}

async function tellingOf(
  asking: Asking,
  child: Child,
): Promise<Telling & { addresses: Awaited<ReturnType<typeof addressesOf>> }> {
  const addresses = await addressesOf(asking, child.child)
  const keptPostcodes = addresses.filter(isKept).map(({ postcode }) => postcode)
  return { ...child, addresses, keptPostcodes, deciders: await decidersNamed(asking, child.child) }
}
export async function tellingGiven(asking: Asking, at: At): Promise<Telling | undefined> {
  const child = await calledChild(asking, at)
  return child && (await tellingOf(asking, child))
}

/** `about`: the line or a version of the home. */
export async function noticesGiven(asking: Asking, at: At): Promise<NoticesGiven | undefined> {
  const child = await calledChild(asking, at)
  if (child === undefined) return undefined
  const homes = await placementsOf(asking, child.child)
  const asked = homes.find(({ id, line }) => id === at.about || line === at.about)
  if (asked === undefined) return undefined
  const { addresses, ...telling } = await tellingOf(asking, child)
  const counted = await homesToTellOf(asking, child.child)
  const cameIn = new Map(counted.map(({ line, came_in: day }) => [line, day]))
  const { all, ...told } = homeToTell(homes, { line: asked.line, cameIn }) ?? {
    ...{ all: [asked] as const, owed: false, moved: false, cared: false },
  }
  const [first] = all
  const isKeptAt = (end: string | null): boolean => {
    const address = addresses.find(({ line }) => line === end)
    return end !== null && (address === undefined || isKept(address))
  }
  const distance = (await distancesOf(asking, child.child)).find(({ placement }) => placement === first.line)
  // Asking for the council of an area tells that the home lies in another.
  const outside = !isKeptAt(first.place) && !isKeptAt(first.home) && distance?.inside === false
  const of = counted.find(({ line }) => line === first.line)
  return {
    ...{ ...telling, home: { ...first, until: all.at(-1)?.until ?? null } },
    ...{
      kept: all.some(({ place }) => isKeptAt(place)),
      about: of?.came_in === first.since ? 'comes into care' : 'home',
    },
    why: told.owed ? { ...told, outside, atSchool: of?.learns === true } : undefined,
    notices: (await noticesOf(asking, child.child)).filter(({ on_line: on }) => all.some(({ line }) => line === on)),
  }
}
