// The in-tray: approvals that wait for somebody, and actions that are theirs; both across children.
export { inTrayForms, inTrayPlaces, inTrayRoutes } from './routes.ts'
