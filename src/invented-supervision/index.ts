// Invented supervision: some months of what managers and workers of an invented council think, decide and sign.
export { importSupervision } from './import-supervision.ts'
