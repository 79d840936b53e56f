// Who may know a statement, narrower than the part of the record in which it stands, with the decision behind it.
export {
  AUDIENCES,
  type AudienceRefusal,
  type AudienceRelation,
  audienceRefusalWords,
  isAudienceRelation,
  mayLimitAudience,
  type NewAudience,
  type TypedAudience,
  WITHHOLDING,
  withKeeper,
} from './limiting.ts'
export { beginningOf, isKept } from './statement.ts'
export { keptOf, limitColumns } from './store.ts'
