// How long a child's record is kept, and by when somebody who asks for their own is answered: rules of records.
export { type FileAsked, fileAnswered } from './file-answered.ts'
export { adoptionRecordKept, careLeaverRecordKept, caseRecordKept, ownPartKept } from './kept-until.ts'
