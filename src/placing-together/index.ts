// Placing together: all children who wait and all places at once, by a solver in its own thread with an instant preview. It places nobody.
export { type Board, type BoardInput, boardOf, faultsOf, type NamedBoard, type Plan, worthOf } from './board.ts'
export { assignmentsOf, placeAllCommand } from './commands.ts'
export { type Preview, previewed } from './preview.ts'
export { BadBoard, readBoard } from './reading.ts'
export { type Limits, openSolver, type Placed, type Solver } from './solver-thread.ts'
export { type Far, type Taking, type WhatIf, whatIfTaken, whatIfWords } from './what-if.ts'
