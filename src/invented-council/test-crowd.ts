// For tests: the families of an invented council that have more than one child in care.
import type { InventedChild, InventedCouncil } from './council.ts'

export const crowdIn = ({ everybody }: InventedCouncil): readonly (readonly InventedChild[])[] =>
  [...Map.groupBy(everybody, ({ family }) => family).values()].filter((family) => family.length > 1)
