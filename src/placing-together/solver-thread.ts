// The solver from outside: one thread, kept warm, one board at a time, ended where it takes too long or too much; every answer is checked here.
import { Worker } from 'node:worker_threads'
import { type Board, faultsOf, nobodyPlaced, type Plan, worthOf } from './board.ts'
import type { Asked, Told } from './inside-thread.ts'
import { previewed } from './preview.ts'
import { boundAt } from './prices.ts'

export interface Limits {
  readonly seconds: number
  /** What the thread may add to this process. */
  readonly megabytes: number
  /** The search ends at this share of the bound; nought: at the optimum. */
  readonly gap: number
}
const USUAL_LIMITS: Limits = { seconds: 40, megabytes: 800, gap: 0.0002 }

export interface Placed {
  readonly plan: Plan
  readonly objective: number
  /** No plan is worth more. */
  readonly bound: number
  /** `preview`: no solver answered. `fallback` says why it did not end. */
  readonly how: 'optimal' | 'withinBound' | 'preview'
  readonly fallback?: string
}
export interface Solver {
  place(board: Board, limits?: Partial<Limits>, onPreview?: (preview: Placed) => void): Promise<Placed>
  close(): Promise<void>
}

const WHY = {
  time: 'it took too long',
  memory: 'it needed too much memory',
  failed: 'the solver stopped',
  wrong: 'its answer was no real plan',
} as const
type Why = keyof typeof WHY
const GRACE_SECONDS = 3
const WATCH_MILLISECONDS = 200

type Answer = { readonly plan: Plan; readonly bound: number }

/** An answer that does not hold is no answer. */
export function checkedAnswer(board: Board, { plan, bound }: Answer): Placed | undefined {
  if (faultsOf(board, plan).length > 0) return undefined
  const objective = worthOf(board, plan)
  if (!(bound >= objective - 1e-6)) return undefined
  const isOptimal = bound - objective <= 1e-6 * Math.max(1, Math.abs(bound))
  return { plan, objective, bound: Math.max(bound, objective), how: isOptimal ? 'optimal' : 'withinBound' }
}

function fallback(board: Board, soFar: Placed | undefined, why: Why): Placed {
  const nobody = () => ({
    plan: nobodyPlaced(board),
    objective: 0,
    bound: boundAt(board, new Float64Array(board.free.length)),
  })
  const { plan, objective, bound } = soFar ?? checkedAnswer(board, previewed(board)) ?? nobody()
  return { plan, objective, bound, how: soFar?.how ?? 'preview', fallback: WHY[why] }
}

type Job = {
  readonly worker: Worker
  readonly asked: Asked
  readonly onPreview: ((preview: Placed) => void) | undefined
}

/** One board in the thread; why there was no answer, where there was none. */
async function ask({
  worker,
  asked,
  onPreview,
}: Job): Promise<Placed | { readonly why: Why; readonly soFar: Placed | undefined }> {
  const { board, id, seconds, megabytes } = asked
  const before = process.memoryUsage.rss()
  const until = performance.now() + (seconds + GRACE_SECONDS) * 1000
  return await new Promise((done) => {
    let soFar: Placed | undefined
    const end = (result: Placed | Why) => {
      clearInterval(watch)
      worker.off('message', heard).off('error', broke).off('exit', broke)
      done(typeof result === 'string' ? { why: result, soFar } : result)
    }
    const broke = () => end('failed')
    const heard = (told: Told) => {
      if (told.id !== id) return
      if (told.kind === 'failed') return end('failed')
      const checked = checkedAnswer(board, told)
      if (told.kind === 'found') return end(checked ?? 'wrong')
      if (checked === undefined) return end('wrong')
      soFar = told.kind === 'preview' ? { ...checked, how: 'preview' } : checked
      if (told.kind === 'preview') onPreview?.(soFar)
    }
    const watch = setInterval(() => {
      if (performance.now() > until) end('time')
      else if (process.memoryUsage.rss() - before > megabytes * 2 ** 20) end('memory')
    }, WATCH_MILLISECONDS)
    worker.on('message', heard).on('error', broke).on('exit', broke)
    worker.postMessage(asked)
  })
}

/** `script` is another one in tests only. */
export function openSolver(script = new URL('./inside-thread.ts', import.meta.url)): Solver {
  let [worker, turn, count]: [Worker | undefined, Promise<unknown>, number] = [undefined, Promise.resolve(), 0]
  const warm = () => {
    worker ??= new Worker(script)
    worker.unref()
    return worker
  }
  const close = async () => {
    const old = worker
    worker = undefined
    await old?.terminate()
  }
  const run: Solver['place'] = async (board, limits = {}, onPreview) => {
    count += 1
    const asked = { ...USUAL_LIMITS, ...limits, id: count, board }
    const answer = await ask({ worker: warm(), asked, onPreview })
    if (!('why' in answer)) return answer
    await close()
    return fallback(board, answer.soFar, answer.why)
  }
  return {
    place: async (board, limits, onPreview) => {
      const mine = turn.then(async () => await run(board, limits, onPreview))
      turn = mine.catch(() => undefined)
      return await mine
    },
    close,
  }
}
