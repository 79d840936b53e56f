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
  GENDER,
  type KnownName,
  mayRecordName,
  mayRecordPronouns,
  type NameKind,
  type NameRefusal,
  type NewName,
  nameInForce,
  type PronounsRefusal,
  shownName,
  type TypedName,
} from './name.ts'
export { type PersonRefusal, personRefusalWords } from './refusal-words.ts'
export {
  EARLIER_PERMANENCE,
  ETHNICITIES,
  type Said,
  SEXES,
  saidOf,
  valuesIn,
  WHY_NO_PUPIL_NUMBER,
} from './return-codes-data.ts'
export { type ReturnYear, returnYearEnding, returnYears } from './return-year.ts'
export {
  birthClaimsOf,
  birthOf,
  childrenWithIdentifier,
  identifiersOf,
  namesOf,
  type ReckonBirth,
  recordBirthClaim,
  recordIdentifier,
  recordIdentityCode,
  recordName,
} from './store.ts'
export {
  AUDIENCE_WHY,
  type AudienceRelation,
  type AudienceWhy,
  audienceColumns,
  BY_SCOPE,
  HEARERS,
  isHearer,
  mayKnow,
  NOT_RELEASED,
  type TypedWhoMayKnow,
  type WhoMayKnow,
  type WhoMayKnowRefusal,
  whoMayKnowRefusalWords,
} from './who-may-know.ts'
