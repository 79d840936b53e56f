// A dip sample of one record of supervision: eight questions about the record, never about the child; and what many of them show. Pure.

export const RUBRIC = {
  lived: 'What life is like for the child is there, current and specific',
  plan: 'How far the plan has come is shown, with what shows it',
  actions: 'Earlier actions were looked at, each with what came of it',
  thinking: 'There is thinking: what else could explain this, what are we not seeing',
  decision: 'The decision is clear, and so are its reasons',
  intended: 'Each action says who, by when, and what it is meant to change for the child',
  drift: 'What stands still is taken up',
  challenge: 'The plan itself is questioned where it should be',
} as const
export type Item = keyof typeof RUBRIC
const isItem = (name: string): name is Item => Object.hasOwn(RUBRIC, name)
export const RUBRIC_ITEMS: readonly Item[] = Object.keys(RUBRIC).filter(isItem)
export const GIVEN = { 0: 'Not there', 1: 'Told', 2: 'Thought through' } as const
export const MARKS = ['0', '1', '2'] as const

export type Sample = { readonly team: string; readonly quarter: string; readonly marks: Readonly<Record<Item, number>> }
export type Tally = {
  readonly team: string
  readonly quarter: string
  /** How many records were looked at: below five nothing can be read from them. */
  readonly samples: number
  /** Of each question: how many records had 0, 1 and 2. */
  readonly counts: Readonly<Record<Item, readonly [number, number, number]>>
}
export const FEW = 5

const counted = (samples: readonly Sample[], item: Item): readonly [number, number, number] => {
  const of = (mark: number): number => samples.filter(({ marks }) => marks[item] === mark).length
  return [of(0), of(1), of(2)]
}
/** By team and quarter, teams by name, the latest quarter first; counts, and no mean and no rank. */
export function tallies(samples: readonly Sample[]): readonly Tally[] {
  const groups = Map.groupBy(samples, ({ team, quarter }) => `${team}\n${quarter}`)
  return [...groups.values()]
    .flatMap((own): Tally[] => {
      const [first] = own
      if (first === undefined) return []
      const counts = Object.fromEntries(RUBRIC_ITEMS.map((item) => [item, counted(own, item)]))
      return [{ team: first.team, quarter: first.quarter, samples: own.length, counts: allOf(counts) }]
    })
    .toSorted((a, b) => a.team.localeCompare(b.team, 'en-GB') || (a.quarter < b.quarter ? 1 : -1))
}
const NONE = [0, 0, 0] as const
const allOf = (found: Readonly<Record<string, Tally['counts'][Item]>>): Tally['counts'] => ({
  ...{ lived: found['lived'] ?? NONE, plan: found['plan'] ?? NONE, actions: found['actions'] ?? NONE },
  ...{ thinking: found['thinking'] ?? NONE, decision: found['decision'] ?? NONE, intended: found['intended'] ?? NONE },
  ...{ drift: found['drift'] ?? NONE, challenge: found['challenge'] ?? NONE },
})
/** 'Oct to Dec 2026' of any of its days. */
const QUARTERS = ['Jan to Mar', 'Apr to Jun', 'Jul to Sep', 'Oct to Dec'] as const
export const quarterOf = (on: string): string => `${on.slice(0, 4)} ${Math.ceil(Number(on.slice(5, 7)) / 3)}`
export const quarterWords = (quarter: string): string => {
  const [year = '', number = '1'] = quarter.split(' ')
  return `${QUARTERS[Number(number) - 1] ?? ''} ${year}`
}
