// Distance: who lives far from home, why and since when, what would bring them nearer or keeps close what matters; and how near homes of the year are.
export { distanceRoutes } from './routes.ts'
