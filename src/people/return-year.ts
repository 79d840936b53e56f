// The year of the return: to 31 March; the one that runs on a day, and the one before it, which is being put right when it has ended.
import { day, type IsoDay } from '#calendar'

export const RETURN_YEARS = { 'this-year': 0, 'last-year': 1 } as const
export type ReturnYear = keyof typeof RETURN_YEARS

/** The 31 March with which it ends. */
export function returnYearEnding(which: ReturnYear, today: IsoDay): IsoDay {
  const year = Number(today.slice(0, 4)) + (today.slice(5) > '03-31' ? 1 : 0)
  return day(`${year - RETURN_YEARS[which]}-03-31`)
}
