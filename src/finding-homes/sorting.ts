// The list for one child: homes that were taken off it by a person apart, the rest sorted, with the steps in which the search widens. Pure.

import type { Standing } from '#home-requests'
import type { HomeKnown, MatchExplanation, MatchingPolicy, RequestForHome, RuledOut, Shown, Sorted } from '#matching'
import {
  beforeTheListOpens,
  explain,
  inputsHash,
  ruledOut,
  STANDARD_POLICY,
  shownHomes,
  sorted,
  wantedOf,
} from '#matching'

const WIDENED = [20, 40, 0] as const
/** What was asked for in the address; 0: anywhere. */
export function widenedIn(text: string | undefined): number | undefined {
  const miles = Number(text)
  return text !== undefined && text !== '' && WIDENED.some((one) => one === miles) ? miles : undefined
}
export function policyOf(widened: number | undefined): MatchingPolicy {
  if (widened === undefined) return STANDARD_POLICY
  const steps = widened === 0 ? [] : STANDARD_POLICY.steps.filter((miles) => miles >= widened)
  return { ...STANDARD_POLICY, steps }
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
const isOff = ({ standings }: Pick<Of, 'standings'>, { id }: HomeKnown): boolean => standings.get(id)?.off !== undefined
/** The homes that the list of one child may show: none before family was considered, and none that was taken off it. */
export const homesAskedOf = (of: Of): readonly HomeKnown[] =>
  beforeTheListOpens(of.asked).length > 0 ? [] : of.homes.filter((home) => !isOff(of, home))
export function listedFor({ asked, homes, standings }: Of, widened: number | undefined): Listed {
  const policy = policyOf(widened)
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
export const hashOf = ({ asked, homes }: Of): string => inputsHash(wantedOf(asked, STANDARD_POLICY), homes)
