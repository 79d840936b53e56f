// Facts in the order of their days, as far as the day asked about: the clock reads them once, from first to last.
import type { DayNumber } from '#calendar'
import type { Recorded } from '#ledger'

/** The same list where it is in order already and nothing lies after the day; else a sorted and shortened copy. */
export function inOrder<Fact extends Recorded>(
  facts: readonly Fact[],
  dayOf: (fact: Fact) => DayNumber,
  on: DayNumber,
): readonly Fact[] {
  let last: Fact | undefined
  let lastDay = Number.NEGATIVE_INFINITY
  for (const fact of facts) {
    const day = dayOf(fact)
    if (day > on || day < lastDay || (day === lastDay && last !== undefined && fact.line < last.line)) {
      return sorted(facts, dayOf, on)
    }
    last = fact
    lastDay = day
  }
  return facts
}

/** One order for facts of one day, so that the order in which they came never matters. */
function sorted<Fact extends Recorded>(
  facts: readonly Fact[],
  dayOf: (fact: Fact) => DayNumber,
  on: DayNumber,
): readonly Fact[] {
  return facts
    .filter((fact) => dayOf(fact) <= on)
    .sort((a, b) => dayOf(a) - dayOf(b) || (a.line < b.line ? -1 : a.line > b.line ? 1 : 0))
}

/** From the first day to the last, both included; of several on one day the first. Facts are in order. */
export function oneADay<Fact extends Recorded>(
  facts: readonly Fact[],
  dayOf: (fact: Fact) => DayNumber,
  { first, last }: { readonly first: DayNumber; readonly last: DayNumber },
): readonly Fact[] {
  const found: Fact[] = []
  let before = Number.NEGATIVE_INFINITY
  for (const fact of facts) {
    const day = dayOf(fact)
    if (day > last) break
    if (day < first || day === before) continue
    found.push(fact)
    before = day
  }
  return found
}
