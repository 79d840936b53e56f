// A day as somebody typed it: a real day that has come, or what is wrong with it.
import { type IsoDay, parseDay } from './iso-day.ts'

/** The years that a record of children and their families can be about; further off it is a slip of the hand. */
const [FIRST, LAST] = ['1850-01-01', '2199-12-31']

/** Year-month-day as somebody typed it; undefined where it is no day, or none that a record can be about. */
export function dayInReach(typed: string): IsoDay | undefined {
  const day = parseDay(typed)
  return day === undefined || day < FIRST || day > LAST ? undefined : day
}

export type TypedDay = { readonly day: IsoDay } | { readonly fault: 'no day' | 'after today' }

/** For something that has happened; spaces around it do not count. */
export function happenedDay(typed: string, today: IsoDay): TypedDay {
  const day = dayInReach(typed.trim())
  if (day === undefined) return { fault: 'no day' }
  return day > today ? { fault: 'after today' } : { day }
}

/** For something that may lie ahead. */
export function anyDay(typed: string): TypedDay {
  const day = dayInReach(typed.trim())
  return day === undefined ? { fault: 'no day' } : { day }
}

/** null: left empty. */
export function optionalDay(typed: string, read: (typed: string) => TypedDay): TypedDay | { readonly day: null } {
  return typed.trim() === '' ? { day: null } : read(typed)
}
