// The whole board: all children who wait and all places at once, what one home costs the others; and whether matching treats alike. It decides nothing.
export { wholeBoardRoutes } from './routes.ts'
