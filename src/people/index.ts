// People: names, birth claims and identifiers, each a dated claim about a person.
export {
  type BirthBasis,
  type BirthRefusal,
  type BirthStanding,
  birthInForce,
  mayClaimBirth,
  type NewBirth,
  type TypedBirth,
} from './birth-claim.ts'
export { type IdentifierRefusal, ISSUERS, type Issuer, mayRecordIdentifier, type NewIdentifier } from './identifier.ts'
export {
  mayRecordName,
  type NameKind,
  type NameRefusal,
  type NewName,
  nameInForce,
  shownName,
  type TypedName,
} from './name.ts'
export { type PersonRefusal, personRefusalWords } from './refusal-words.ts'
export {
  birthClaimsOf,
  birthOf,
  childrenWithIdentifier,
  identifiersOf,
  namesOf,
  recordBirthClaim,
  recordIdentifier,
  recordName,
} from './store.ts'
