// A caseload that explains itself: how many children, and what makes it heavier, in words; never a rank.
export interface Load {
  readonly worker: string
  readonly name: string
  readonly children: number
  readonly underFive: number
  readonly moved: number
  readonly fresh: number
  readonly late: number
}

const said = (count: number, words: string): readonly string[] => (count === 0 ? [] : [`${count} ${words}`])

export const heavier = ({ underFive, moved, fresh, late }: Load): readonly string[] => [
  ...said(fresh, 'new this month'),
  ...said(moved, 'moved in the last three months'),
  ...said(underFive, 'under five'),
  ...said(late, 'with something late'),
]

/** By name: an order by number would be a league. */
export const byName = (loads: readonly Load[]): readonly Load[] =>
  loads.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'))
