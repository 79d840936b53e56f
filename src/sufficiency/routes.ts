// The routes of sufficiency: the page, what stands behind its numbers, and the statement that is printed.
import { type Route, route } from '#web'
import { BEHIND, showBehind } from './pages/behind.tsx'
import { STATEMENT, showStatement } from './pages/statement.tsx'
import { HERE, showSufficiency } from './pages/sufficiency.tsx'

/** As the wall of what nights keep lets in: a sector with one child in it tells of that child, so that it is for those who may see where children come from. */
const may = { as: ['director', 'manager-line', 'placement-team'] } as const
export const sufficiencyRoutes = (): readonly Route[] => [
  route('GET', HERE, { may, log: 'read whether there are homes enough' }, showSufficiency),
  route('GET', BEHIND, { may, log: 'read what stands behind a number of sufficiency' }, showBehind),
  route('GET', STATEMENT, { may, log: 'read the sufficiency statement' }, showStatement),
]
