// A day as people write it in a form: '27 nov', '27/11/26', 'tomorrow'; read in the direction in which the form looks.
import { addDays } from './adding.ts'
import type { IsoDay } from './iso-day.ts'
import { dayInReach } from './typed-day.ts'
import { weekdayOf } from './wording.ts'

/** Where the year is left out, the last such day up to today, or the next from today on. */
export type Looks = 'back' | 'ahead'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const FULL = [
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october'],
  ...['november', 'december'],
]
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const NEAR: Readonly<Record<string, number>> = { today: 0, yesterday: -1, tomorrow: 1 }

const two = (value: number): string => String(value).padStart(2, '0')
const built = (year: number, month: number, dayOfMonth: number): IsoDay | undefined =>
  dayInReach(`${String(year).padStart(4, '0')}-${two(month)}-${two(dayOfMonth)}`)

function monthOf(word: string): number | undefined {
  const at = MONTHS.findIndex((month, index) => word === month || word === FULL[index] || word === `${month}t`)
  return at < 0 ? undefined : at + 1
}

/** '26' is 2026; two digits that would lie more than ten years ahead are of the century before. */
function yearOf(text: string, today: IsoDay): number {
  const year = Number(text)
  if (text.length === 4) return year
  const thisYear = Number(today.slice(0, 4))
  const near = Math.floor(thisYear / 100) * 100 + year
  return near > thisYear + 10 ? near - 100 : near
}

function withoutYear(month: number, dayOfMonth: number, { today, looks }: Asked): IsoDay | undefined {
  const year = Number(today.slice(0, 4))
  const order = looks === 'back' ? [year, year - 1, year - 2, year - 3] : [year, year + 1, year + 2, year + 3]
  return order
    .map((each) => built(each, month, dayOfMonth))
    .find((found) => found !== undefined && (looks === 'back' ? found <= today : found >= today))
}

type Asked = { readonly today: IsoDay; readonly looks: Looks }

function weekday(word: string, { today, looks }: Asked): IsoDay | undefined {
  const at = WEEKDAYS.findIndex((name) => name === word || name.slice(0, 3) === word)
  if (at < 0) return undefined
  const ahead = (at - weekdayOf(today) + 7) % 7
  return addDays(today, looks === 'back' ? (ahead === 0 ? 0 : ahead - 7) : ahead)
}

function numbered(words: readonly string[], asked: Asked): IsoDay | undefined {
  const [first = '', second = '', third] = words
  if (!/^\d{1,2}$/.test(first)) return undefined
  const month = /^\d{1,2}$/.test(second) ? Number(second) : monthOf(second)
  if (month === undefined || words.length > 3) return undefined
  if (third === undefined) return withoutYear(month, Number(first), asked)
  return /^(\d{2}|\d{4})$/.test(third) ? built(yearOf(third, asked.today), month, Number(first)) : undefined
}

/** The day, or undefined where it cannot be told which one is meant. */
export function spokenDay(text: string, today: IsoDay, looks: Looks): IsoDay | undefined {
  const plain = text.trim().toLowerCase()
  const exact = dayInReach(plain)
  if (exact !== undefined) return exact
  const near = Object.hasOwn(NEAR, plain) ? NEAR[plain] : undefined
  if (near !== undefined) return addDays(today, near)
  const asked = { today, looks }
  const words = plain.split(/[\s,./-]+/).map((word) => word.replace(/^(\d{1,2})(st|nd|rd|th)$/, '$1'))
  if (words.length === 1) return weekday(plain, asked)
  const named = WEEKDAYS.some((name) => words[0] === name || words[0] === name.slice(0, 3))
  return numbered(named ? words.slice(1) : words, asked)
}

/** As year-month-day where the day can be told; else as it was typed, so that it can be refused as it stands. */
export const dayTyped = (text: string, today: IsoDay, looks: Looks): string => spokenDay(text, today, looks) ?? text
