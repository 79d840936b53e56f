// Sessions: who is at the browser. Opaque secrets, kept as hashes, that run out and can be ended; and how a person likes pages.
export { deviceOf } from './device.ts'
export { type LookedFor, lookedFor } from './looked-for.ts'
export {
  DEFAULT_LIMITS,
  type Density,
  hashed,
  type OpenSession,
  type Preferences,
  type Session,
  type SessionLimits,
  type Sessions,
  sessionsThrough,
  type TheirOrganisation,
} from './store.ts'
