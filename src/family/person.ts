// Somebody around the child, and where they live: what may be recorded, and what is read back.
import { ageOn, anyDay, day, dayInReach, type IsoDay, optionalDay } from '#calendar'
import {
  type Ground,
  isGround,
  isRelation,
  isSex,
  RELATIONS,
  type RecordedSex,
  type RelationToChild,
} from './relations.ts'

export type PersonRefusal =
  | 'relation unknown'
  | 'name empty'
  | 'gap with a name'
  | 'sex unknown'
  | 'born no day or year'
  | 'born after today'
  | 'died unknown'
  | 'died no day or year'
  | 'died after today'
  | 'died before born'
  | 'death day of the living'
  | 'responsibility unknown'
  | 'ground unknown'
  | 'ground without responsibility'
  | 'responsible since no day'
  | 'responsible until no day'
  | 'responsibility ends before it began'
export type HomeRefusal = 'where empty' | 'home since no day' | 'home until no day' | 'home ends before it began'
export type Decided<Value, Refusal> = { readonly ok: Value } | { readonly refused: readonly Refusal[] }

export type TypedPerson = {
  readonly relation: string
  /** Somebody of whom we know only that they are not known, such as Dad's mother. */
  readonly gap: boolean
  readonly name: string
  readonly note: string
  readonly sex: string
  /** A day, a year, or empty: the age is not known. */
  readonly born: string
  readonly died: string
  readonly diedWhen: string
  readonly responsibility: string
  readonly ground: string
  readonly responsibleSince: string
  readonly responsibleUntil: string
}
type Vital = 'living' | 'died' | 'not known'
type Answer = 'yes' | 'no' | 'not known'
export type NewPerson = {
  readonly relation: RelationToChild
  readonly gap: boolean
  readonly words: string
  readonly recorded_sex: RecordedSex
  readonly born: IsoDay | null
  readonly born_year: number | null
  readonly died: Vital
  readonly died_on: IsoDay | null
  readonly died_year: number | null
  readonly responsibility: Answer
  readonly ground: Ground | null
  readonly responsible_since: IsoDay | null
  readonly responsible_until: IsoDay | null
}

const isVital = (text: string): text is Vital => text === 'living' || text === 'died' || text === 'not known'
const isAnswer = (text: string): text is Answer => text === 'yes' || text === 'no' || text === 'not known'

type When = { readonly day: IsoDay | null; readonly year: number | null }
type DayFault = 'no day or year' | 'after today'
/** '2012-06-08', '1959', or empty. */
function dayOrYear(typed: string, today: IsoDay): When | { readonly fault: DayFault } {
  const text = typed.trim()
  if (text === '') return { day: null, year: null }
  if (/^\d{4}$/.test(text)) {
    const year = Number(text)
    if (year > Number(today.slice(0, 4))) return { fault: 'after today' }
    return year < 1850 ? { fault: 'no day or year' } : { day: null, year }
  }
  const exact = dayInReach(text)
  if (exact === undefined) return { fault: 'no day or year' }
  return exact > today ? { fault: 'after today' } : { day: exact, year: null }
}
const yearOf = ({ day: exact, year }: When): number | undefined =>
  year ?? (exact === null ? undefined : Number(exact.slice(0, 4)))
function before(first: When, second: When): boolean {
  if (first.day !== null && second.day !== null) return first.day < second.day
  const [a, b] = [yearOf(first), yearOf(second)]
  return a !== undefined && b !== undefined && a < b
}

function responsibilityOf(
  typed: TypedPerson,
): Decided<Pick<NewPerson, 'responsibility' | 'ground' | 'responsible_since' | 'responsible_until'>, PersonRefusal> {
  const { responsibility, ground } = typed
  const since = optionalDay(typed.responsibleSince, anyDay)
  const until = optionalDay(typed.responsibleUntil, anyDay)
  const refused: PersonRefusal[] = []
  if (!isAnswer(responsibility)) refused.push('responsibility unknown')
  const given = ground !== ''
  if (given && !isGround(ground)) refused.push('ground unknown')
  if ('fault' in since) refused.push('responsible since no day')
  if ('fault' in until) refused.push('responsible until no day')
  if (!isAnswer(responsibility) || 'fault' in since || 'fault' in until || refused.length > 0) return { refused }
  const said = given || since.day !== null || until.day !== null
  if (responsibility !== 'yes' && said) return { refused: ['ground without responsibility'] }
  if (since.day !== null && until.day !== null && until.day <= since.day)
    return { refused: ['responsibility ends before it began'] }
  const days = { responsible_since: since.day, responsible_until: until.day }
  return { ok: { responsibility, ground: isGround(ground) ? ground : null, ...days } }
}

function lifeOf(
  typed: TypedPerson,
  today: IsoDay,
): Decided<Pick<NewPerson, 'born' | 'born_year' | 'died' | 'died_on' | 'died_year'>, PersonRefusal> {
  const born = dayOrYear(typed.born, today)
  const ended = dayOrYear(typed.diedWhen, today)
  const { died } = typed
  const refused: PersonRefusal[] = []
  if ('fault' in born) refused.push(`born ${born.fault}`)
  if (!isVital(died)) refused.push('died unknown')
  if ('fault' in ended) refused.push(`died ${ended.fault}`)
  if ('fault' in born || 'fault' in ended || !isVital(died)) return { refused }
  if (died !== 'died' && yearOf(ended) !== undefined) return { refused: ['death day of the living'] }
  if (before(ended, born)) return { refused: ['died before born'] }
  return { ok: { born: born.day, born_year: born.year, died, died_on: ended.day, died_year: ended.year } }
}

const oneLine = (text: string): string => text.trim().replace(/\s+/g, ' ')
/** The name in the first line, the note below it. */
const personWords = (name: string, note: string): string => (note === '' ? name : `${name}\n${note}`)

export function mayRecordPerson(typed: TypedPerson, today: IsoDay): Decided<NewPerson, PersonRefusal> {
  const { relation, gap, sex } = typed
  const name = oneLine(typed.name)
  const life = lifeOf(typed, today)
  const responsible = responsibilityOf(typed)
  const refused: PersonRefusal[] = []
  if (!isRelation(relation)) refused.push('relation unknown')
  if (!gap && name === '') refused.push('name empty')
  if (gap && name !== '') refused.push('gap with a name')
  if (!isSex(sex)) refused.push('sex unknown')
  if ('refused' in life) refused.push(...life.refused)
  if ('refused' in responsible) refused.push(...responsible.refused)
  if (!isRelation(relation) || !isSex(sex) || 'refused' in life || 'refused' in responsible || refused.length > 0)
    return { refused }
  const words = personWords(name, typed.note.trim())
  return { ok: { relation, gap, words, recorded_sex: sex, ...life.ok, ...responsible.ok } }
}

/** undefined: no name is known, or it was taken out of sight. */
export function nameAndNote(words: string | undefined): { readonly name: string | undefined; readonly note: string } {
  const [name = '', ...rest] = (words ?? '').split('\n')
  return { name: name === '' ? undefined : name, note: rest.join('\n') }
}

type Called = { readonly words: string | undefined; readonly relation: string; readonly gap: boolean }
/** The name; of a place in the family that is kept free the note, else who they would be. undefined: not for the reader to know. */
export function calledPerson(person: Called | undefined): string {
  if (person === undefined) return 'Somebody'
  const { name, note } = nameAndNote(person.words)
  if (name !== undefined) return name
  if (!person.gap) return 'Taken out of sight'
  return note || (isRelation(person.relation) ? RELATIONS[person.relation].words : 'Somebody')
}

/** As it was decided, or as the record gives it back. */
export type Life = {
  readonly born: string | null
  readonly born_year: number | null
  readonly died: string
  readonly died_on: string | null
  readonly died_year: number | null
}
/** '14', 'about 58' where only the year is known; undefined: not known, or no longer living. */
export function shownAge({ born, born_year: year, died }: Life, today: IsoDay): string | undefined {
  if (died === 'died') return undefined
  if (born !== null) return String(Math.max(0, ageOn(day(born), today)))
  return year === null ? undefined : `about ${Math.max(0, Number(today.slice(0, 4)) - year)}`
}
/** 'died 2019', 'died'; undefined: living, or not known to have died. */
export function shownDeath({ died, died_on: on, died_year: year }: Life): string | undefined {
  if (died !== 'died') return undefined
  const when = on?.slice(0, 4) ?? year
  return when === null || when === undefined ? 'died' : `died ${when}`
}
/** Whether somebody holds parental responsibility on a day: an agreement or order may not have begun, or have ended. */
export function holdsResponsibility(
  person: { readonly responsibility: string; readonly since: string | null; readonly until: string | null },
  on: IsoDay,
): Answer {
  if (!isAnswer(person.responsibility)) return 'not known'
  if (person.responsibility !== 'yes') return person.responsibility
  const begun = person.since === null || person.since <= on
  return begun && (person.until === null || on < person.until) ? 'yes' : 'no'
}

export type TypedHome = {
  readonly where: string
  /** The home line of somebody in whose household they live; null: nobody named. */
  readonly household: string | null
  readonly withChild: boolean
  readonly since: string
  readonly until: string
}
export type NewHome = {
  readonly words: string
  readonly household: string | null
  readonly with_child: boolean
  readonly since: IsoDay | null
  readonly until: IsoDay | null
}
export function mayRecordHome(typed: TypedHome): Decided<NewHome, HomeRefusal> {
  const since = optionalDay(typed.since, anyDay)
  const until = optionalDay(typed.until, anyDay)
  const { household, withChild } = typed
  const words = typed.where.trim()
  const refused: HomeRefusal[] = []
  if (words === '' && household === null && !withChild) refused.push('where empty')
  if ('fault' in since) refused.push('home since no day')
  if ('fault' in until) refused.push('home until no day')
  if ('fault' in since || 'fault' in until || refused.length > 0) return { refused }
  if (since.day !== null && until.day !== null && until.day <= since.day)
    return { refused: ['home ends before it began'] }
  return { ok: { words, household, with_child: withChild, since: since.day, until: until.day } }
}
