// Assessments: what is known of exploitation, the national referral, who a child is as explored with them, and what they like to do.
export {
  EXPLOITATION,
  EXPLOITATION_PARTS,
  type ExploitationKind,
  REFERRAL_PARTS,
  type Risk,
} from './exploitation.ts'
export { IDENTITY_PARTS, INTEREST_PARTS, SIDE_NAMES, sideWords, toldByWords } from './identity.ts'
export { exploitationOf, identityOf, interestsOf, referralsOf } from './store.ts'
