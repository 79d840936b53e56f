// Who can put right what was found about a child: the social worker of the return, the last one where nobody is now.
import { type Given, isDay } from '#statutory-returns'

/** From the id of a child in the return to the worker who can put it right; undefined: nobody is named. */
type OwnerOf = (child: string) => string | undefined

/** Of the allocations that have begun by the end of the year: the latest that still runs then, else the latest to end. */
function workerOf({ SWEpisodes: sw, end }: Given, child: number): string | undefined {
  const begun = sw.inOrder(child).filter((row) => sw.SW_ID.at(row) !== null && !(sw.SW_DECOM.at(row) > end))
  const running = begun.findLast((row) => sw.written.SW_DEC.at(row) === null || sw.SW_DEC.at(row) > end)
  const latest = running ?? begun.findLast((row) => isDay(sw.SW_DECOM.at(row))) ?? begun.at(-1)
  return latest === undefined ? undefined : (sw.SW_ID.at(latest) ?? undefined)
}

/** By the table of social workers of this year's return. */
export function ownersInReturn(given: Given): OwnerOf {
  const workers = new Map<string, string>()
  for (const child of given.SWEpisodes.everyChild()) {
    const worker = workerOf(given, child)
    const id = given.children[child]
    if (worker !== undefined && id !== undefined) workers.set(id, worker)
  }
  return (child) => workers.get(child)
}
