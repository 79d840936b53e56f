// A day as somebody typed it: a real day that has come, or what is wrong with it.
import { type IsoDay, parseDay } from './iso-day.ts'

export type TypedDay = { readonly day: IsoDay } | { readonly fault: 'no day' | 'after today' }

/** For something that has happened; spaces around it do not count. */
export function happenedDay(typed: string, today: IsoDay): TypedDay {
  const day = parseDay(typed.trim())
  if (day === undefined) return { fault: 'no day' }
  return day > today ? { fault: 'after today' } : { day }
}

/** For something that may lie ahead. */
export function anyDay(typed: string): TypedDay {
  const day = parseDay(typed.trim())
  return day === undefined ? { fault: 'no day' } : { day }
}

/** null: left empty. */
export function optionalDay(typed: string, read: (typed: string) => TypedDay): TypedDay | { readonly day: null } {
  return typed.trim() === '' ? { day: null } : read(typed)
}
