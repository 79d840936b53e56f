// Improvement: where the council stands with the three things that inspectors asked for, from the record alone, and who is behind each number.
export { improvementPlaces, improvementRoutes } from './routes.ts'
