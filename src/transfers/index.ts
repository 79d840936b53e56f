// Transfers: one child's record is given to another council; the copy here is closed, and says who has the record now.
export { type TransferCommandDeps, transferCommand } from './commands.ts'
export { transferPlaces, transferRoutes } from './routes.ts'
