// Own file: what was written of somebody, read line by line by whoever hands it over, decided row by row, and made into the file that goes out.
export { ownFileForms, ownFileRoutes } from './routes.ts'
