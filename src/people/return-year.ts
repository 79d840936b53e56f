// The year of the return: to 31 March; the one that runs on a day, and those before it, as far back as rules of the return go.
import { day, type IsoDay } from '#calendar'

const RETURN_YEARS = { 'this-year': 0, 'last-year': 1, 'two-years-ago': 2, 'three-years-ago': 3 } as const
export type ReturnYear = keyof typeof RETURN_YEARS
const isReturnYear = (word: string): word is ReturnYear => Object.hasOwn(RETURN_YEARS, word)
/** The latest first. */
export const returnYears: readonly ReturnYear[] = Object.keys(RETURN_YEARS).filter(isReturnYear)

/** The 31 March with which it ends. */
export function returnYearEnding(which: ReturnYear, today: IsoDay): IsoDay {
  const year = Number(today.slice(0, 4)) + (today.slice(5) > '03-31' ? 1 : 0)
  return day(`${year - RETURN_YEARS[which]}-03-31`)
}
