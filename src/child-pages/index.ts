// The pages of one child: who they are and what is next, family, home, plan, learning, health, and every duty.
export { childRoutes } from './routes.ts'
