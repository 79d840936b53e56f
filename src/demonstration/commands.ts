// `kith demonstrate`: makes an invented council of as many children as asked for, and says what it has become.
import type { Command } from 'commander'
import { InvalidArgumentError } from 'commander'
import { type Figures, TARGETS } from '#invented-council'
import { DEFAULT_FIGURES, demonstrate } from './import-demonstration.ts'

type House = Parameters<typeof demonstrate>[0]
export type DemonstrateDeps = {
  readonly withHouse: <T>(work: (house: House) => Promise<T>) => Promise<T>
  /** Whether this Kith is set up for people who sign in: then it is in use, and no place for inventions. */
  readonly inUse: () => boolean
  readonly print: (line: string) => void
}

const FEWEST = 20
const MOST = 100_000
function howMany(typed: string): number {
  const children = Number(typed)
  if (Number.isInteger(children) && children >= FEWEST && children <= MOST) return children
  throw new InvalidArgumentError(`Give a whole number from ${FEWEST} to ${MOST.toLocaleString('en-GB')}.`)
}
function theSeed(typed: string): string {
  if (/^[A-Za-z0-9]{1,20}$/.test(typed)) return typed
  throw new InvalidArgumentError('Give up to 20 letters and figures.')
}

export function demonstrateCommand(program: Command, { withHouse, inUse, print }: DemonstrateDeps): void {
  program
    .command('demonstrate')
    .summary('invent a council to look at')
    .description(
      'Invents a council of so many children in care, whose figures are those that are published of a council of its kind, and records their lives. The same figures give the same council. Refused where there is a council of its code already, and where people sign in.',
    )
    .option('--children <number>', 'how many are in care', howMany, DEFAULT_FIGURES.children)
    .option('--seed <text>', 'which council of all that could be', theSeed, DEFAULT_FIGURES.seed)
    .action(async (figures: Figures) => {
      if (inUse()) throw new Error('People sign in here: no council is invented beside theirs.')
      const made = await withHouse(
        async (house) => await demonstrate(house, { children: figures.children, seed: figures.seed }, print),
      )
      print(
        `${made.name} (${made.code}) is made: ${figures.children.toLocaleString('en-GB')} children in care, ${made.left} who left. Nobody in it exists.`,
      )
      for (const [name, share] of Object.entries(made.figures)) print(`  ${name}: ${said(share)}${published(name)}`)
    })
}

const said = (share: number): string => (share > 1 ? share.toLocaleString('en-GB') : `${(share * 100).toFixed(1)}%`)
const wanted: ReadonlyMap<string, readonly [number, number]> = new Map(Object.entries(TARGETS))
const published = (name: string): string => {
  const [of = 0] = wanted.get(name) ?? []
  return of > 1 ? '' : ` (published of the like: ${(of * 100).toFixed(0)}%)`
}
