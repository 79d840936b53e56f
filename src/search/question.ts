// What somebody typed into the one box, read: words, a birth date either way round, a number, part of a postcode.
import { type DayNumber, type IsoDay, numberOf, parseDay, spokenDay } from '#calendar'
import { askedWords, foldedCode } from './folding.ts'

export interface Question {
  /** Folded; a date, a number and a postcode are not among them. */
  readonly words: readonly string[]
  readonly born: readonly AskedDay[]
  /** Record number, NHS number, pupil number, or the beginning of one. */
  readonly codes: readonly string[]
  /** 'PE1', 'PE1 2': without its space. */
  readonly postcode: string | undefined
}
export interface AskedDay {
  readonly day: DayNumber
  /** Day and month were the other way round in what was typed. */
  readonly turned: boolean
}

const DATE = /\b(\d{1,2})[/. -](\d{1,2})[/. -](\d{4}|\d{2})\b/
const SPOKEN = /\b\d{1,2}(?:st|nd|rd|th)?\s+[a-z]{3,9}\s+\d{4}\b/i
const ISO = /\b(\d{4})-(\d{2})-(\d{2})\b/
const POSTCODE = /^[A-Z]{1,2}\d[A-Z\d]?(?:\d(?:[A-Z]{1,2})?)?$/

const two = (text: string): string => text.padStart(2, '0')
/** A child in care is no more than 25 years old: '12' is 2012, '98' is 1998. */
function yearOf(text: string, today: IsoDay): string {
  if (text.length === 4) return text
  const century = Number(text) > Number(today.slice(2, 4)) ? 19 : 20
  return `${century}${two(text)}`
}

function daysOf(iso: readonly [string, string, string]): readonly AskedDay[] {
  const [year, month, day] = iso
  const straight = parseDay(`${year}-${month}-${day}`)
  const turned = month === day ? undefined : parseDay(`${year}-${day}-${month}`)
  return [
    ...(straight === undefined ? [] : [{ day: numberOf(straight), turned: false }]),
    ...(turned === undefined ? [] : [{ day: numberOf(turned), turned: true }]),
  ]
}

interface Cut {
  readonly rest: string
  readonly born: readonly AskedDay[]
}
function withoutDate(text: string, today: IsoDay): Cut {
  const iso = ISO.exec(text)
  if (iso !== null) return { rest: text.replace(ISO, ' '), born: daysOf([iso[1] ?? '', iso[2] ?? '', iso[3] ?? '']) }
  const date = DATE.exec(text)
  if (date !== null) {
    const born = daysOf([yearOf(date[3] ?? '', today), two(date[2] ?? ''), two(date[1] ?? '')])
    return { rest: text.replace(DATE, ' '), born }
  }
  const spoken = SPOKEN.exec(text)
  const day = spoken === null ? undefined : spokenDay(spoken[0], today, 'back')
  if (spoken === null || day === undefined) return { rest: text, born: [] }
  return { rest: text.replace(spoken[0], ' '), born: daysOf([day.slice(0, 4), day.slice(5, 7), day.slice(8, 10)]) }
}

const LEAST_OF_A_CODE = 4
const isCode = (piece: string): boolean => /\d/.test(piece) && piece.length >= LEAST_OF_A_CODE

/** An NHS number is written in three groups, a postcode in two: groups that belong together are put together. */
function codesIn(rest: string): { readonly codes: readonly string[]; readonly postcode: string | undefined } {
  const pieces = rest.split(/\s+/).filter((piece) => /\d/.test(piece))
  const whole = foldedCode(pieces.join(''))
  const postcode = POSTCODE.test(foldedCode(rest)) ? foldedCode(rest) : pieces.map(foldedCode).find(isPostcode)
  const codes = [...new Set([whole, ...pieces.map(foldedCode)])].filter(isCode)
  return { codes, postcode }
}
const isPostcode = (code: string): boolean => POSTCODE.test(code)

/** At most a hundred letters are read. */
export function questionOf(typed: string, today: IsoDay): Question {
  const text = typed.slice(0, 100)
  const { rest, born } = withoutDate(text, today)
  const { codes, postcode } = codesIn(rest)
  const whole = postcode !== undefined && foldedCode(rest) === postcode
  const words = whole ? [] : askedWords(rest).filter((word) => !/\d/.test(word))
  return { words, born, codes, postcode }
}

export const asksNothing = ({ words, born, codes, postcode }: Question): boolean =>
  words.length + born.length + codes.length === 0 && postcode === undefined
