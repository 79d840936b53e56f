// School terms from a file: read row by row, shown with what would change, and taken when somebody has looked.
export { schoolTermForms, schoolTermRoutes } from './pages/index.ts'
