// Safeguarding dataset: what the record holds of each child for lists that leave the council, and the Standard Safeguarding Dataset of it.
export { type Episode, episodesKnown } from './care-rows.ts'
export { type DatasetCommandDeps, datasetCommand } from './commands.ts'
export { EMPTY_FIELDS, EMPTY_TABLES } from './coverage-data.ts'
export { type DatasetRow, fieldsOf, kindOf, type Rows, type TableName, tableNames } from './dataset.ts'
export { rowsOfChild, writeDataset } from './dataset-store.ts'
export {
  type Around,
  bornOf,
  codeOf,
  councilsIdOf,
  covers,
  idOf,
  inCareOn,
  isConfidential,
  type KnownChild,
  latestBy,
  leavingOf,
  moreIn,
  nameOf,
  overlaps,
  type Period,
  periodsOf,
  postcodeAt,
  pupilNumberOf,
  saidIn,
  teamOn,
  unaccompaniedWithin,
  workingOn,
  worksIn,
} from './known-child.ts'
export { aroundChildren, knownChildren, type WhichChildren } from './store.ts'
