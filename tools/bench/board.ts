// Measures the whole board: instances with proven optima and larger ones of our own; cold, then warm in a running thread; the CPU of the thread is counted.
import { readFileSync } from 'node:fs'
import {
  type Board,
  boardOf,
  faultsOf,
  openSolver,
  type Placed,
  previewed,
  readBoard,
  type Solver,
} from '#placing-together'
import { inventedBoard } from '../../src/placing-together/test-boards.ts'
import { bestOf, type Figure, type Measured } from './measure.ts'

const material = (name: string): string =>
  readFileSync(new URL(`../../test/material/placing-together/${name}`, import.meta.url), 'utf8')
const instance = (name: string): Board => boardOf(readBoard(material(`${name}.json`))).board
const optimumOf = (name: string): number => JSON.parse(material(`${name}.optimum.json`)).objective

async function solved(solver: Solver, board: Board, gap: number): Promise<Placed> {
  const found = await solver.place(board, { gap })
  if (faultsOf(board, found.plan).length > 0) throw new Error('No real plan.')
  return found
}

/** In hundredths of a per cent. */
const short = ({ objective, bound }: Placed): string =>
  `${(((bound - objective) / bound) * 100).toFixed(3)} % under the bound`

interface Case {
  readonly name: string
  readonly board: Board
  readonly gap: number
  readonly warm: number
  readonly cold: number | undefined
  readonly optimum?: number
  readonly times?: number
}

async function one({ name, board, gap, warm, cold, optimum, times = 3 }: Case): Promise<readonly Figure[]> {
  const solver = openSolver()
  let found: Placed | undefined
  const work = async () => {
    found = await solved(solver, board, gap)
  }
  const coldBest: Measured = await bestOf(work, { times: 1 })
  const best = await bestOf(work, { times })
  await solver.close()
  if (found === undefined) throw new Error('Nothing was solved.')
  const reached =
    optimum === undefined
      ? ''
      : Math.abs(found.objective - optimum) < 0.05
        ? ', the optimum'
        : `, NOT the optimum ${optimum}`
  const said = `${name}: ${found.how} ${found.objective.toFixed(1)}, ${short(found)}${reached}`
  return [
    { name: `${said}; warm`, target: warm, counts: 'cpu', best },
    { name: `${name}; cold, in a new thread`, target: cold, counts: 'cpu', best: coldBest },
  ]
}

const instances: readonly (Omit<Case, 'board' | 'optimum'> & { readonly name: string })[] = [
  { name: '50x80-a', gap: 0, warm: 0.3, cold: 1 },
  { name: '50x80-b', gap: 0, warm: 0.3, cold: 1 },
  { name: '200x150-a', gap: 0.0005, warm: 3, cold: 6 },
  { name: '200x150-b', gap: 0.0005, warm: 3, cold: 6 },
  { name: '200x400-a', gap: 0.0005, warm: 3, cold: 6 },
]

export async function benchBoard(): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  for (const each of instances)
    figures.push(...(await one({ ...each, board: instance(each.name), optimum: optimumOf(each.name) })))
  const mine = (children: number, places: number) => boardOf(inventedBoard({ seed: 'bench', children, places })).board
  figures.push(
    ...(await one({ name: 'own 50x80', board: mine(50, 80), gap: 0, warm: 0.3, cold: 1 })),
    ...(await one({ name: 'own 200x150, places short', board: mine(200, 150), gap: 0.0005, warm: 3, cold: 6 })),
  )
  const large = mine(1000, 2000)
  const preview = await bestOf(() => previewed(large))
  figures.push(
    { name: `own 1000x2000, ${large.home.length} pairs: preview`, target: 2, counts: 'cpu', best: preview },
    ...(await one({ name: 'own 1000x2000', board: large, gap: 0.0005, warm: 45, cold: undefined, times: 1 })),
    ...(await one({
      name: 'own 1000x800, places short',
      board: mine(1000, 800),
      gap: 0.0005,
      warm: 45,
      cold: undefined,
      times: 1,
    })),
  )
  const nothing = { node: 0, postgres: 0, wall: 0, peakMegabytes: process.resourceUsage().maxRSS / 1024 }
  return [...figures, { name: 'board: memory of this whole process', target: 1000, counts: 'megabytes', best: nothing }]
}
