// Who waits and which places there are, laid out as a board: who could live where, how far it is, and what one home would cost the others. Pure.
import { distanceBand, distanceBands, distanceBetweenPlaces } from '#geography'
import { boardInput, type HomeKnown, type MatchingPolicy, type Sorted, sorted, type Wanted, wantedOf } from '#matching'
import { boardOf, type Far, type NamedBoard, type WhatIf, whatIfTaken } from '#placing-together'
import type { WaitingGroup } from '#who-waits'

export type LaidOut = {
  readonly groups: readonly WaitingGroup[]
  readonly homes: readonly HomeKnown[]
  readonly board: NamedBoard
  readonly policy: MatchingPolicy
  readonly wanted: ReadonlyMap<string, Wanted>
  /** By group: the open homes as the list of its own request reads them. */
  readonly own: OwnHomes
}
export type OwnHomes = ReadonlyMap<string, readonly HomeKnown[]>
type Own = Pick<LaidOut, 'homes' | 'own'>
/** The homes with which a group is compared. */
export const homesFor = ({ homes, own }: Own, group: string): readonly HomeKnown[] => own.get(group) ?? homes

/**
 * Homes with free places alone: no other can be an answer. Whoever has a request is compared with homes exactly as the list of that
 * request does, so that the board never says that a home fits which the list rules out.
 */
export function laidOut(
  groups: readonly WaitingGroup[],
  homes: readonly HomeKnown[],
  { asked, policy }: { readonly asked: OwnHomes; readonly policy: MatchingPolicy },
): LaidOut {
  const open = homes.filter(({ free }) => free !== 'unknown' && free > 0)
  const ids = new Set(open.map(({ id }) => id))
  const own = new Map([...asked].map(([id, all]) => [id, all.filter((home) => ids.has(home.id))]))
  const wanted = new Map(groups.map(({ id, request }) => [id, wantedOf(request, policy)]))
  const pairs = [...wanted].flatMap(([id, one]) => boardInput([one], homesFor({ homes: open, own }, id)).pairs)
  const { groups: who } = boardInput([...wanted.values()], [])
  const { homes: places } = boardInput([], open)
  return { policy, groups, homes: open, wanted, own, board: boardOf({ groups: who, homes: places, pairs }) }
}

/** Of a protected address the band, in the order of bands; undefined: an end is not known. */
export function farFrom({ groups, homes }: Pick<LaidOut, 'groups' | 'homes'>) {
  const from = new Map(groups.map(({ id, request }) => [id, request.from]))
  const to = new Map(homes.map((home) => [home.id, home]))
  return (group: string, id: string): Far | undefined => {
    const [start, home] = [from.get(group), to.get(id)]
    if (start === undefined || start === 'none' || home === undefined) return undefined
    const distance = distanceBetweenPlaces(start.at, home.at)
    if (distance === undefined) return undefined
    if (!home.protected && !start.protected)
      return { order: distance.miles, words: `${distance.miles} ${distance.miles === 1 ? 'mile' : 'miles'}` }
    const band = distanceBand(distance.miles)
    // The same order as its last mile, so that nothing more than the band is told.
    return { order: [5, 10, 20, 1000][distanceBands.indexOf(band)] ?? 1000, words: band }
  }
}

/** The list of one group; undefined: there is no such group. */
export function listOf(laid: LaidOut, group: string): Sorted | undefined {
  const own = laid.wanted.get(group)
  return own === undefined ? undefined : sorted(own, homesFor(laid, group))
}

export type Asked = { readonly group: string; readonly home: string }
export const takenBy = (laid: LaidOut, asked: Asked): WhatIf | 'notOpen' =>
  whatIfTaken(laid.board, asked, farFrom(laid))
