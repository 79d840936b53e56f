// The calendar: days, working days, months, ages, moments and school days, as the law counts them.
export { addDays, addMonths, addWeeks, addYears, daysBetween, monthsAfter, yearsAfter } from './adding.ts'
export { ageOn, ageOnNumber, attainsAge, attainsAgeNumber, type LeapBirthday } from './ages.ts'
export { type DayNumber, dayNumber, daysInMonth } from './civil.ts'
export {
  addHours,
  hoursBetween,
  type Instant,
  instant,
  instantOf,
  LONDON_CLOCK_KNOWN_FROM,
  londonDay,
  londonMidnight,
  millisecondsOf,
  parseInstant,
} from './instants.ts'
export { day, dayOf, type IsoDay, numberOf, parseDay } from './iso-day.ts'
export { londonMoment, momentTyped, spokenTime, timeInLondon } from './london-time.ts'
export { addSchoolDays, isSchoolDay, type NamedDays, type SchoolCalendar, termAfter, termOf } from './schools.ts'
export { dayTyped, type Looks, spokenDay } from './spoken-day.ts'
export { anyDay, dayInReach, happenedDay, optionalDay, type TypedDay } from './typed-day.ts'
export { dayWords, formatDay, formatLongDay, monthWords, weekdayOf } from './wording.ts'
export {
  addWorkingDays,
  bankHolidays,
  bankHolidaysKnown,
  bankHolidaysSource,
  isWorkingDay,
  isWorkingDayNumber,
  nextWorkingDayOnOrAfter,
  previousWorkingDayOnOrBefore,
  workingDaysAfter,
  workingDaysBetween,
  workingDaysSpan,
} from './working-days.ts'
