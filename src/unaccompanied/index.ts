// Unaccompanied children: how they came, an age that is doubted, their status and its days, the search for family; and what is owed.
export { type KnownUnaccompanied, unaccompaniedOf } from './known-unaccompanied.ts'
export { type AloneRecord, aloneRecordOf } from './store.ts'
export { NOT_ALONE, UNACCOMPANIED_BASES, type UnaccompaniedFacts, unaccompaniedDuties } from './unaccompanied-duties.ts'
export { ageAssessed, immigrationDays, recordStatus, sameClocks } from './unaccompanied-rules.ts'
export { AGE_OUTCOMES, HOW_THEY_CAME, STATUS_KINDS, STATUS_OUTCOMES, TRACING } from './unaccompanied-words.ts'
