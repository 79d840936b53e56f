// What is said to somebody whose name, birth date or identifier cannot be taken.
import { formatDay, type IsoDay } from '#calendar'
import type { BirthRefusal } from './birth-claim.ts'
import type { IdentifierRefusal } from './identifier.ts'
import type { NameRefusal, PronounsRefusal } from './name.ts'

export type PersonRefusal = NameRefusal | PronounsRefusal | BirthRefusal | IdentifierRefusal
const WORDS: Readonly<Record<PersonRefusal, (today: IsoDay) => string>> = {
  'kind of name unknown': () => 'Say which name it is: given, family, or known as.',
  'name empty': () => 'Write the name.',
  'since no day': () => 'Write since when as a day, for example 27 Nov 2026, or leave it empty.',
  'since after today': (today) => `It cannot be since a day after today, ${formatDay(today)}.`,
  'pronouns empty': () => 'Write how they want to be spoken of, in their own words.',
  'pronouns too long': () => 'Keep it to 40 characters, such as “she/her”.',
  'born no day': () => 'Write the birth date, for example 30 Apr 2013.',
  'born after today': (today) => `The birth date cannot be after today, ${formatDay(today)}.`,
  'basis unknown': () => 'Say what the birth date rests on: certificate, told, age assessment, claimed, or a return.',
  'standing unknown': () => 'Say whether the birth date is in force, disputed, claimed, or was found wrong.',
  'issuer unknown': () => 'Say who gave the number.',
  'identifier empty': () => 'Write the number.',
  'not an NHS number': () => 'An NHS number has ten digits, and the last one checks the others. Look at it again.',
  'not a pupil number': () => 'A pupil number is a letter and twelve more characters. Look at it again.',
}
export const personRefusalWords = (refusal: PersonRefusal, today: IsoDay): string => WORDS[refusal](today)
