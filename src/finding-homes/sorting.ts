// The list for one child: homes that were taken off it by a person apart, the rest sorted, with the steps in which the search widens. Pure.

import type { Standing } from '#home-requests'
import type { HomeKnown, MatchExplanation, MatchingPolicy, RequestForHome, RuledOut, Shown, Sorted } from '#matching'
import { beforeTheListOpens, explain, inputsHash, ruledOut, shownHomes, sorted, wantedOf } from '#matching'

/** To which a person may widen the search at once: every step but the first, and anywhere. */
export const widerSteps = ({ steps }: MatchingPolicy): readonly number[] => [...steps.slice(1), 0]
/** What was asked for in the address; 0: anywhere. */
export function widenedIn(text: string | undefined, policy: MatchingPolicy): number | undefined {
  const miles = Number(text)
  return text !== undefined && text !== '' && widerSteps(policy).includes(miles) ? miles : undefined
}
export function widenedTo(policy: MatchingPolicy, widened: number | undefined): MatchingPolicy {
  if (widened === undefined) return policy
  return { ...policy, steps: widened === 0 ? [] : policy.steps.filter((miles) => miles >= widened) }
}

export type Listed = {
  readonly before: readonly string[]
  readonly sorted: Sorted
  readonly shown: readonly Shown[]
  readonly waiting: readonly MatchExplanation[]
  readonly out: readonly RuledOut[]
  /** Taken off by a person, or said no themselves. */
  readonly off: readonly HomeKnown[]
  readonly policy: MatchingPolicy
}
type Of = {
  readonly asked: RequestForHome
  readonly homes: readonly HomeKnown[]
  readonly standings: ReadonlyMap<string, Standing>
}
/** By the council's settings as they stand. */
type Ruled = Of & { readonly policy: MatchingPolicy }
const isOff = ({ standings }: Pick<Of, 'standings'>, { id }: HomeKnown): boolean => standings.get(id)?.off !== undefined
/** The homes that the list of one child may show: none before family was considered, and none that was taken off it. */
export const homesAskedOf = (of: Of): readonly HomeKnown[] =>
  beforeTheListOpens(of.asked).length > 0 ? [] : of.homes.filter((home) => !isOff(of, home))
export function listedFor({ asked, homes, standings, policy: own }: Ruled, widened: number | undefined): Listed {
  const policy = widenedTo(own, widened)
  const wanted = wantedOf(asked, policy)
  const off = homes.filter((home) => isOff({ standings }, home))
  const on = homes.filter((home) => !off.includes(home))
  const list = sorted(wanted, on)
  return {
    ...{ before: beforeTheListOpens(asked), sorted: list, shown: shownHomes(list), policy },
    waiting: list.needsDecision.first.map(({ pair }) => explain(wanted, pair.home)),
    ...{ out: ruledOut(wanted, on), off },
  }
}
/** What the list was made of, kept with the decision, so that it can be told years later whether it would come out the same. */
export const hashOf = ({ asked, homes, policy }: Omit<Ruled, 'standings'>): string =>
  inputsHash(wantedOf(asked, policy), homes)
