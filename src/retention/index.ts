// How long a child's record is kept: the last day before which nothing of it may be destroyed.
export { adoptionRecordKept, careLeaverRecordKept, caseRecordKept } from './kept-until.ts'
