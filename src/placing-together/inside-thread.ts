// Runs inside the solver's own thread: prices from HiGHS until no pair is missed, then whole numbers, within time and memory.
import { createRequire } from 'node:module'
import { parentPort } from 'node:worker_threads'
import type { Highs, InitOptions, Model } from 'highs'
import { type Board, faultsOf, groupsOf, type Plan, worthOf } from './board.ts'
import { asked, programOf, promising, slacks, thatMayMatter } from './columns.ts'
import { filled } from './filling.ts'
import { previewed } from './preview.ts'
import { boundAt } from './prices.ts'

export interface Asked {
  readonly id: number
  readonly board: Board
  readonly seconds: number
  readonly megabytes: number
  /** Ends at this share of the bound. */
  readonly gap: number
}
/** First the preview, then each better plan, last what was found. What was told stands, also if the thread has to be ended. */
export type Told =
  | { readonly id: number; readonly kind: 'preview' | 'better' | 'found'; readonly plan: Plan; readonly bound: number }
  | { readonly id: number; readonly kind: 'failed' }

/** What is known so far; every better plan and every lower bound goes in here. */
interface State {
  readonly board: Board
  readonly ends: number
  readonly asked: Asked
  plan: Plan
  objective: number
  bound: number
  prices: Float64Array
}

const EACH_FIRST = 12
const EACH_LATER = 6
/** Whole numbers are searched among so many columns: first for a good plan, then, where that leaves a gap, for the proof. More would be too much memory. */
const MOST_COLUMNS = [30_000, 100_000] as const
const ROUNDS = 60

function tried(state: State, plan: Plan): void {
  const objective = worthOf(state.board, plan)
  if (objective <= state.objective || faultsOf(state.board, plan).length > 0) return
  state.plan = plan
  state.objective = objective
}
const secondsLeft = ({ ends }: State): number => (ends - performance.now()) / 1000
const isClosed = ({ bound, objective }: State, share: number): boolean =>
  bound - objective <= Math.max(1e-6, share * Math.abs(bound))
const isOver = (state: State, highs: Highs): boolean =>
  secondsLeft(state) < 0.05 || highs.memoryBytes > state.asked.megabytes * 2 ** 20

function open(highs: Highs, board: Board, { pairs, whole }: { pairs: readonly number[]; whole: boolean }): Model {
  const { cost, lower, upper, matrix } = programOf(board, pairs)
  const rows = matrix.numRows
  const rowUpper = new Float64Array(rows).fill(1)
  rowUpper.set(board.free, groupsOf(board))
  const model = highs.createModel({
    ...{ numCols: pairs.length, numRows: rows, sense: highs.constants.objectiveSense.maximize },
    ...{ colCost: cost, colLower: lower, colUpper: upper, matrix, rowUpper },
    rowLower: new Float64Array(rows).fill(-highs.infinity),
    ...(whole ? { integrality: new Int32Array(pairs.length).fill(1) } : {}),
  })
  model.options.set({ output_flag: false })
  return model
}

/** Takes the prices of the last solve; they give a bound of our own reckoning. */
function priceFrom(state: State, model: Model): { readonly prices: Float64Array; readonly groupPrices: Float64Array } {
  const { rowDual } = model.getSolution()
  const groups = groupsOf(state.board)
  const prices = Float64Array.from(rowDual.subarray(groups), Math.abs)
  const bound = boundAt(state.board, prices)
  if (bound < state.bound) {
    state.bound = bound
    state.prices = prices
  }
  tried(state, filled(state.board, prices))
  return { prices, groupPrices: rowDual.subarray(0, groups).map(Math.abs) }
}

/** Solves for shares of places, adding the pairs that its prices ask for, until none is missed. */
function withShares(highs: Highs, state: State): void {
  const { board } = state
  const chosen = promising(board, slacks(board, state.prices), { each: EACH_FIRST, plan: state.plan })
  const pairs = [...chosen.keys()].filter((pair) => chosen[pair] === 1)
  const model = open(highs, board, { pairs, whole: false })
  try {
    for (let round = 0; round < ROUNDS && !isOver(state, highs); round += 1) {
      model.options.set({ time_limit: model.getRunTime() + secondsLeft(state) })
      if (model.run().modelStatus !== highs.constants.modelStatus.optimal) return
      const added = asked(board, chosen, { ...priceFrom(state, model), each: EACH_LATER })
      if (added.length === 0 || isClosed(state, 0)) return
      const { cost, lower, upper, matrix } = programOf(board, added)
      model.addCols({ cost, lower, upper, matrix })
    }
  } finally {
    model.dispose()
  }
}

function planFrom(board: Board, pairs: readonly number[], values: Float64Array): Plan {
  const plan = new Int32Array(groupsOf(board)).fill(-1)
  const taken = pairs.filter((_, at) => (values[at] ?? 0) > 0.5)
  let group = 0
  for (const pair of taken.toSorted((one, other) => one - other)) {
    while (pair >= (board.first[group + 1] ?? Infinity)) group += 1
    plan[group] = pair
  }
  return plan
}

/** Whole numbers among the pairs that may still matter. */
function withWholes(highs: Highs, state: State, most: number): void {
  const { board, asked: limits } = state
  const slack = slacks(board, state.prices)
  const { pairs, upTo } = thatMayMatter(slack, { gap: state.bound - state.objective + 1e-6, most })
  const model = open(highs, board, { pairs, whole: true })
  try {
    model.options.set({ time_limit: Math.max(0.1, secondsLeft(state)), mip_rel_gap: limits.gap, mip_abs_gap: 1e-6 })
    const start = new Float64Array(pairs.length)
    const taken = new Set(state.plan)
    for (const [at, pair] of pairs.entries()) if (taken.has(pair)) start[at] = 1
    model.setSolution({ colValue: start })
    const { modelStatus } = model.run()
    const { optimal, timeLimit } = highs.constants.modelStatus
    if (modelStatus !== optimal && modelStatus !== timeLimit) return
    tried(state, planFrom(board, pairs, model.getSolution().colValue))
    // A plan better than this one has no pair that is worse by more than the gap: where all up to the gap were in it,
    // the bound of this search is one of the whole board.
    const dual = model.info.get('mip_dual_bound')
    if (typeof dual === 'number' && Number.isFinite(dual) && state.bound - state.objective <= upTo)
      state.bound = Math.min(state.bound, Math.max(dual, state.objective))
  } finally {
    model.dispose()
  }
}

function solved(highs: Highs, request: Asked, tell: (told: Told) => void): void {
  const { id, board, seconds } = request
  const ends = performance.now() + seconds * 1000
  const first = previewed(board)
  tell({ id, kind: 'preview', plan: first.plan, bound: first.bound })
  const { plan, objective, bound, prices } = first
  const state: State = { board, ends, asked: request, plan, objective, bound, prices }
  if (board.home.length > 0 && !isClosed(state, 0)) {
    if (!isOver(state, highs)) withShares(highs, state)
    for (const [turn, most] of MOST_COLUMNS.entries()) {
      if (isClosed(state, request.gap) || isOver(state, highs)) break
      // The proof costs more than the plan: not begun in the second half of the time.
      if (turn > 0 && secondsLeft(state) < seconds / 2) break
      tell({ id, kind: 'better', plan: state.plan, bound: state.bound })
      withWholes(highs, state, most)
    }
  }
  tell({ id, kind: 'found', plan: state.plan, bound: state.bound })
}

// Its types describe the CommonJS build, so that is the one that is loaded.
const loadHighs: (options?: InitOptions) => Promise<Highs> = createRequire(import.meta.url)('highs')
const loading = loadHighs()
parentPort?.on('message', (request: Asked) => {
  const tell = (told: Told) => parentPort?.postMessage(told)
  // The solver's own error holds its whole source: it is not passed on.
  loading.then((highs) => solved(highs, request, tell)).catch(() => tell({ id: request.id, kind: 'failed' }))
})
