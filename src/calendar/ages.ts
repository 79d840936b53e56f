// Ages: attained at the start of the birthday; a birthday on 29 February falls on 1 March in a common year, unless set otherwise.
import {
  type DayNumber,
  dayInMonth,
  dayNumber,
  dayOfMonthIn,
  isLeapYear,
  monthIn,
  packedDate,
  whole,
  yearIn,
} from './civil.ts'
import { dayOf, type IsoDay, numberOf } from './iso-day.ts'

/** When a person born on 29 February has a birthday in a common year. */
export type LeapBirthday = 'first-of-march' | 'last-of-february'

/** Family Law Reform Act 1969 s.9: an age is attained at the commencement of the birthday. */
export function attainsAgeNumber(
  born: DayNumber,
  years: number,
  leapBirthday: LeapBirthday = 'first-of-march',
): DayNumber {
  const packed = packedDate(born)
  const year = yearIn(packed) + years
  const month = monthIn(packed)
  const dayOfMonth = dayOfMonthIn(packed)
  if (month === 2 && dayOfMonth === 29 && !isLeapYear(year)) {
    return leapBirthday === 'first-of-march' ? dayNumber(year, 3, 1) : dayNumber(year, 2, 28)
  }
  return dayInMonth(year * 12 + month - 1, dayOfMonth)
}

export function ageOnNumber(born: DayNumber, on: DayNumber, leapBirthday: LeapBirthday = 'first-of-march'): number {
  const years = yearIn(packedDate(on)) - yearIn(packedDate(born))
  return attainsAgeNumber(born, years, leapBirthday) <= on ? years : years - 1
}

export function attainsAge(born: IsoDay, years: number, leapBirthday?: LeapBirthday): IsoDay {
  return dayOf(attainsAgeNumber(numberOf(born), whole(years), leapBirthday))
}

/** Whole years on that day; negative before birth. */
export function ageOn(born: IsoDay, on: IsoDay, leapBirthday?: LeapBirthday): number {
  return ageOnNumber(numberOf(born), numberOf(on), leapBirthday)
}
