// The routes of the whole board, and of the checks of bias.
import { openSolver } from '#placing-together'
import { type Route, route } from '#web'
import { BOARDS, HERE, showBoard } from './pages/board.tsx'
import { FAIR, showFairness } from './pages/fairness.tsx'
import { showBoardSeen, showBoards } from './pages/seen.tsx'

const deciders = { as: ['director', 'manager-line', 'placement-team'] } as const
const leaders = { as: ['director', 'manager-line'] } as const

/** `code`: of the council. One solver, in a thread that is kept warm. */
export function wholeBoardRoutes(code: string): readonly Route[] {
  const solver = openSolver()
  return [
    route('GET', HERE, { may: deciders, log: 'read all who wait and all places' }, showBoard({ code, solver })),
    route('GET', BOARDS, { may: deciders, log: 'read which boards were seen' }, showBoards),
    route(
      'GET',
      `${BOARDS}/:about{[0-9a-f-]{36}}`,
      { may: deciders, log: 'read a board that was seen' },
      showBoardSeen,
    ),
    route('GET', FAIR, { may: leaders, log: 'read whether matching treats alike' }, showFairness(code)),
  ]
}
