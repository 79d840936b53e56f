// Children whom other councils placed in this area: as we were told, and who here was told. Nobody of our own record.
export { placedHereForms, placedHerePlaces, placedHereRoutes } from './routes.ts'
