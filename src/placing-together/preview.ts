// The instant plan: prices, greedy and exchanges, with its own bound; it is shown at once, and stands where no solver answers.
import { type Board, type Plan, worthOf } from './board.ts'
import { filled } from './filling.ts'
import { boundAt, type Priced, priced } from './prices.ts'

export interface Preview extends Priced {
  readonly plan: Plan
  readonly objective: number
}

const TURNS = 300

export function previewed(board: Board): Preview {
  const none = new Float64Array(board.free.length)
  const plain = filled(board, none)
  const known = worthOf(board, plain)
  const found = priced(board, { turns: TURNS, known })
  const better = filled(board, found.prices)
  const [one, other] = [known, worthOf(board, better)]
  const plan = other > one ? better : plain
  return { ...found, bound: Math.min(found.bound, boundAt(board, none)), plan, objective: Math.max(one, other) }
}
