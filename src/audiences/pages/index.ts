// Pages of who may know: the fields that a form takes in, the form for one statement, and the list of what is kept from people.

export { audienceRoutes } from '../routes.ts'
export {
  AUDIENCE_LABELS,
  AudienceFields,
  type AudienceGiven,
  audienceGiven,
  audienceIn,
  barredIn,
  barredTyped,
  colleaguesOffered,
  MUST_NOT_ROWS,
  MustNotKnow,
} from './audience-fields.tsx'
export { makeLimiting } from './limiting-form.tsx'
export { audienceForms } from './statements.tsx'
