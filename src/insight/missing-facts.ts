// Missing facts by who can put them right: the worker of each child, and nobody where there is none; pure.
import type { MissingFactOf } from '#record-figures'

const NOBODY = 'Nobody works with them now'

export type FactsOfOwner = {
  readonly owner: string | undefined
  readonly name: string
  readonly children: readonly string[]
  /** The fact that is missing of most children first. */
  readonly facts: readonly { readonly fact: string; readonly children: readonly string[] }[]
}

export function factsByOwner(rows: readonly MissingFactOf[]): readonly FactsOfOwner[] {
  const groups = Map.groupBy(rows, ({ owner }) => owner ?? '')
  return [...groups.values()]
    .map((own): FactsOfOwner => {
      const facts = [...Map.groupBy(own, ({ fact }) => fact)].map(([fact, some]) => ({
        ...{ fact, children: some.map(({ child }) => child) },
      }))
      return {
        owner: own[0]?.owner ?? undefined,
        name: own[0]?.name ?? NOBODY,
        children: [...new Set(own.map(({ child }) => child))],
        facts: facts.toSorted((a, b) => b.children.length - a.children.length || (a.fact < b.fact ? -1 : 1)),
      }
    })
    .toSorted((a, b) =>
      a.owner === undefined ? -1 : b.owner === undefined ? 1 : a.name.localeCompare(b.name, 'en-GB'),
    )
}

/** `of`: of how many children this fact is missing. */
export type MissingOf = { readonly fact: string; readonly child: string; readonly of: number }
/** Fact by fact, one row for each child. */
export const missingOf = ({ facts }: FactsOfOwner): readonly MissingOf[] =>
  facts.flatMap(({ fact, children }) => children.map((child) => ({ fact, child, of: children.length })))
