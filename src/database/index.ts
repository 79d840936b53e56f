// The database: opens PostgreSQL, brings it up to date, backs it up. Queries go through the door.
import './parsers.ts'

export { type OpenedDatabase, type OpenOptions, openDatabase } from './open.ts'
export { stopOnSignals } from './signals.ts'
