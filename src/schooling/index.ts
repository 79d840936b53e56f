// Schooling as it goes: attendance, suspensions and exclusions, finding a school, and pupil premium plus.
export {
  mayRecordAttendance,
  schoolYearOf,
  shareDays,
  shareOf,
  type TypedAttendance,
  type YearOfAttendance,
  yearsOfAttendance,
} from './attendance.ts'
export { EXCLUSIONS, lengthWords, mayRecordExclusion, type TypedExclusion } from './exclusion.ts'
export { APPLICATION_OUTCOMES, INTERIM, mayApply, type TypedApplication, WAYS } from './finding-school.ts'
export { type SchoolingKnown, schoolingKnown } from './known-schooling.ts'
export { mayRecordPremium, poundsWords, type TypedPremium, USES, yearEndingOf } from './premium.ts'
export { SCHOOLING_RULES } from './rules.ts'
export { calendarAround, type TermDays } from './school-calendar.ts'
export {
  type Applied,
  type Excluded,
  type LeftByMove,
  NO_SCHOOLING,
  SCHOOLING_BASES,
  type Schooling,
  type SchoolingCase,
  schoolingDuties,
} from './schooling-duties.ts'
export { applications, attendances, exclusions, premiums, type SchoolingRows, schoolingOf } from './store.ts'
