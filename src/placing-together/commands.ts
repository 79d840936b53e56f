// `kith place-all FILE`: the best use of all places for all children who wait, as a person might then decide; it places nobody.
import { readFile, stat } from 'node:fs/promises'
import { type Command, InvalidArgumentError } from 'commander'
import { boardOf, type NamedBoard } from './board.ts'
import { BadBoard, readBoard } from './reading.ts'
import { openSolver, type Placed } from './solver-thread.ts'
import { waitingOn } from './what-if.ts'

export interface PlaceAllOutput {
  readonly print: (line: string) => void
}

async function boardIn(file: string): Promise<NamedBoard> {
  const found = await stat(file).catch(() => undefined)
  if (!found?.isFile()) throw new Error(`There is no file ${file}.`)
  try {
    return boardOf(readBoard(await readFile(file, 'utf8')))
  } catch (error) {
    throw error instanceof BadBoard ? new Error(`${file}: ${error.message}`) : error
  }
}

/** Above so many pairs the last hundredth of a per cent is not waited for. */
const LARGE = 20_000

/** Sums of scores without the dust of adding. */
const tidy = (worth: number): number => Math.round(worth * 1e6) / 1e6

export function assignmentsOf({ board, input }: NamedBoard, { plan }: Placed) {
  return input.groups.flatMap(({ id }, group) => {
    const pair = plan[group] ?? -1
    return pair < 0 ? [] : [{ group: id, home: input.homes[board.home[pair] ?? 0]?.id ?? '' }]
  })
}

function asJson(named: NamedBoard, placed: Placed) {
  const assignments = assignmentsOf(named, placed)
  const taken = new Set(assignments.map(({ group }) => group))
  return {
    assignments,
    unplaced: named.input.groups.flatMap(({ id }) => (taken.has(id) ? [] : [id])),
    objective: tidy(placed.objective),
    bound: tidy(placed.bound),
    how: placed.how,
    ...(placed.fallback === undefined ? {} : { fallback: placed.fallback }),
    tooLarge: named.tooLarge,
  }
}

const HOW = {
  optimal: 'No plan is better.',
  withinBound: 'A better plan may exist, but none above the bound.',
  preview: 'This is the instant preview, not the solver’s answer.',
} as const

function inWords(named: NamedBoard, placed: Placed): readonly string[] {
  const { assignments, unplaced, objective, bound } = asJson(named, placed)
  const short = bound === 0 ? 0 : ((bound - objective) / Math.abs(bound)) * 100
  return [
    `${waitingOn(named)}.`,
    ...assignments.map(({ group, home }) => `${group}  ${home}`),
    ...(unplaced.length === 0 ? [] : [`Without a home in this plan: ${unplaced.join(', ')}`]),
    `Worth ${objective} of at most ${bound} (${short.toFixed(3)} % short). ${HOW[placed.how]}${placed.fallback === undefined ? '' : ` It ended early: ${placed.fallback}.`}`,
    'This is arithmetic for people who decide: nobody is placed by it.',
  ]
}

function theSeconds(written: string): number {
  const seconds = Number(written)
  if (seconds >= 1 && seconds <= 600) return seconds
  throw new InvalidArgumentError('Give seconds from 1 to 600.')
}

export function placeAllCommand(program: Command, { print }: PlaceAllOutput): void {
  program
    .command('place-all')
    .summary('the best use of all places for all children who wait')
    .description(
      'Reads groups who wait, homes with free places, and what each pair is worth (by child); prints which home each group would have if all together were to have the most, and the bound that no plan exceeds. It changes nothing.',
    )
    .argument(
      '<file>',
      'JSON: { "groups": [{ id, size, solo }], "homes": [{ id, free }], "pairs": [{ group, home, score }] }',
    )
    .option('--json', 'print JSON')
    .option('--seconds <seconds>', 'the solver may take as long as this', theSeconds, 40)
    .action(async (file: string, { json, seconds }: { json?: boolean; seconds: number }) => {
      const named = await boardIn(file)
      const solver = openSolver()
      try {
        const placed = await solver.place(named.board, { seconds, gap: named.board.home.length > LARGE ? 1e-4 : 0 })
        if (json) print(JSON.stringify(asJson(named, placed)))
        else for (const line of inWords(named, placed)) print(line)
      } finally {
        await solver.close()
      }
    })
}
