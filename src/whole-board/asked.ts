// Who waits with a request of their own: their group, what is asked and which homes it may be, exactly as the list of that request reads them. Pure.
import { homesAskedOf } from '#finding-homes'
import type { RequestForHome } from '#matching'
import type { Waiting, WaitingGroup } from '#who-waits'
import type { OwnHomes } from './laid-out.ts'

type Filled = Parameters<typeof homesAskedOf>[0]
export type AskedGroups = {
  readonly groups: readonly WaitingGroup[]
  readonly own: OwnHomes
  /** Those who wait without a request. */
  readonly rest: readonly Waiting[]
}

const aboutOf = ({ ethnicity, alone }: Waiting): RequestForHome['about'] => ({
  ...(ethnicity === null ? {} : { ethnicity }),
  unaccompanied: alone ? 'yes' : 'no',
})
/** Two who name each other are one group: the first request of them says what is asked. */
export function askedGroups(
  waiting: readonly Waiting[],
  filled: ReadonlyMap<string, Filled>,
  called: (child: string) => string,
): AskedGroups {
  const by = new Map(waiting.map((one) => [one.child, one]))
  const seen = new Set<string>()
  const own = new Map<string, readonly Filled['homes'][number][]>()
  const groups = [...filled]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([id, of]): WaitingGroup[] => {
      const first = by.get(id)
      if (first === undefined || seen.has(id)) return []
      const asked = of.asked.children.filter(({ id: child }) => !seen.has(child))
      const named = asked.map((child) => ({ ...child, called: called(child.id) }))
      const [head, ...others] = named
      if (head === undefined) return []
      for (const { id: child } of named) seen.add(child)
      own.set(id, homesAskedOf(of))
      return [
        {
          ...{ id, children: named.flatMap((child) => by.get(child.id) ?? []) },
          request: { ...of.asked, id, children: [head, ...others], about: aboutOf(first) },
        },
      ]
    })
  return { groups, own, rest: waiting.filter(({ child }) => !seen.has(child)) }
}
