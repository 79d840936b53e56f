// Who is, or was last year, an unaccompanied asylum seeker, by either table that may say so.
import type { Given, OneYear } from '../../given.ts'

function inYear({ Header, UASC }: OneYear, children: Set<number>): void {
  for (const child of Header.childrenOf(Header.UASC.holding(['1']))) children.add(child)
  for (const child of UASC.everyChild()) {
    if (UASC.of(child).some((row) => UASC.written.DUC.at(row) !== null)) children.add(child)
  }
}

const known = new WeakMap<Given, ReadonlySet<number>>()

/** The children of whom either year's return says so, or gives the date on which it ended. */
export function everUnaccompanied(given: Given): ReadonlySet<number> {
  const found = known.get(given)
  if (found) return found
  const children = new Set<number>()
  inYear(given, children)
  inYear(given.last, children)
  known.set(given, children)
  return children
}

export const isEverUnaccompanied = (given: Given, child: number): boolean => everUnaccompanied(given).has(child)
