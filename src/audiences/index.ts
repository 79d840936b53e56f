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
export { nobodyCould } from './nobody-could.ts'
export { beginningOf, isKept, OTHER_POWERS } from './statement.ts'
export { keptOf, limitColumns, limitFirst } from './store.ts'
