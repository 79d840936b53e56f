// What the forms of homes say, read field by field into columns, with the words for whatever cannot be read. Pure.
import { dayWords, type IsoDay } from '#calendar'
import { oneOf, type Values, wholeTyped } from '#drafts'
import type { Reading } from '#forms'
import { looksLikePostcode, shownPostcode } from '#geography'
import {
  APPROVED_FOR,
  DECIDED_BY,
  EVENTS,
  HOLDS,
  KINDS,
  LANGUAGES,
  LEVELS,
  PARTS_OF_HOME,
  PETS,
  POWERS,
  PREFERS,
  READERS,
  SEXES,
  SKILLS,
} from './home-codes-data.ts'

type Codes = Readonly<Record<string, string>>
/** One of these codes; where it is none, a fault and the first of them. */
function coded<C extends Codes>(r: Reading, field: string, { codes, says }: { codes: C; says: string }): string {
  const chosen = oneOf(codes, r.typed.one(field))
  if (chosen === undefined) r.fault(field, says)
  return typeof chosen === 'string' ? chosen : ''
}
const ticks = (r: Reading, field: string, of: readonly string[]): string[] => {
  const ticked = r.typed.all(field)
  return of.filter((one) => ticked.includes(one))
}
type Range = { readonly from: number; readonly to: number }
/** null: left empty. */
function number(r: Reading, field: string, { from, to }: Range): number | null {
  const text = r.typed.one(field)
  if (text === '') return null
  const read = wholeTyped(text)
  if (read !== undefined && read >= from && read <= to) return read
  r.fault(field, `Write a whole number from ${from} to ${to}.`)
  return from
}
function needed(r: Reading, field: string, range: Range): number {
  const read = number(r, field, range)
  if (read === null) r.fault(field, `Write a whole number from ${range.from} to ${range.to}.`)
  return read ?? range.from
}
/** A day that may lie ahead; null: left empty. */
function anyDayIn(r: Reading, field: string, looks: 'back' | 'ahead' = 'ahead'): IsoDay | null {
  return looks === 'back' ? r.dayIfAny(field, 'it') : r.dayAheadIfAny(field, 'it')
}
function after(r: Reading, field: string, { since, until }: { since: IsoDay | null; until: IsoDay | null }): void {
  if (since !== null && until !== null && until <= since)
    r.fault(field, 'It ends after the day on which it began. Look at both days.')
}

const NUMBER = /^[A-Z0-9/-]{1,20}$/
const NO_PETS = 'none'
const MOST_BEDROOMS = 60
const MOST_WEEKS = 26

/** `workers`: whom one may choose as the supervising social worker. */
export function readHousehold(r: Reading, workers: ReadonlySet<string>) {
  const kind = coded(r, 'kind', { codes: KINDS, says: 'Choose what kind of home it is.' })
  const written = r.typed.one('number').toUpperCase()
  if (written !== '' && !NUMBER.test(written))
    r.fault(
      'number',
      'A number has letters and digits only, for example SC123456. Leave it empty if you do not know it.',
    )
  const supervisor = r.typed.one('supervisor')
  if (supervisor !== '' && !workers.has(supervisor)) r.fault('supervisor', 'Choose one from the list.')
  const free = r.typed.one('step_free')
  const languages = ticks(r, 'languages', LANGUAGES)
  return {
    ...{ kind, number: written === '' ? null : written, supervisor: supervisor === '' ? null : supervisor },
    supervision_weeks: number(r, 'supervision_weeks', { from: 1, to: MOST_WEEKS }),
    bedrooms: number(r, 'bedrooms', { from: 0, to: MOST_BEDROOMS }),
    step_free: free === 'yes' ? true : free === 'no' ? false : null,
    ...{ languages: languages.length === 0 ? null : languages, pets: petsIn(r) },
    prefers: ticks(r, 'prefers', Object.keys(PREFERS)),
    closed: anyDayIn(r, 'closed'),
  }
}
/** null: nobody has said. */
function petsIn(r: Reading): string[] | null {
  const pets = ticks(r, 'pets', Object.keys(PETS))
  const none = r.typed.all('pets').includes(NO_PETS)
  if (none && pets.length > 0) r.fault('pets', 'There are pets, or there are none. Leave one of the two.')
  return none || pets.length > 0 ? pets : null
}
export const wordsOfHousehold = (r: Reading) => ({
  name: r.words('name', 'Write what this home is called.'),
  ...{ provider: r.typed.words('provider'), phone: r.typed.words('phone'), enjoy: r.typed.words('enjoy') },
  ...{ hopes: r.typed.words('hopes'), about: r.typed.words('about') },
})

export function readAddress(r: Reading) {
  const postcode = r.typed.one('postcode')
  if (!looksLikePostcode(postcode)) r.fault('postcode', 'Write a full postcode, for example AB1 2CD.')
  const since = r.day('since', 'the day since which they live there')
  const kept = r.typed.one('who_may_know') === 'kept'
  if (!kept) return { postcode: shownPostcode(postcode), since, audience: null, power: null, decided: null }
  const audience = ticks(r, 'audience', READERS)
  if (audience.length === 0) r.fault('audience', 'Say who may know this address: at least one of these.')
  const power = coded(r, 'power', { codes: POWERS, says: 'Say by what power the address is kept back.' })
  const decided = r.day('decided', 'the day on which it was decided who may know')
  if (r.typed.words('why') === '') r.fault('why', 'Say who decided it, and why fewer people may know this address.')
  return { postcode: shownPostcode(postcode), since, audience, power, decided }
}
export const wordsOfAddress = (r: Reading) => ({
  address: r.typed.words('address'),
  ...{ why: r.typed.words('why'), must_not: r.typed.words('must_not') },
})

export function readPerson(r: Reading) {
  const part = coded(r, 'part', { codes: PARTS_OF_HOME, says: 'Say who they are in this home.' })
  const [born, since] = [anyDayIn(r, 'born', 'back'), anyDayIn(r, 'since', 'back')]
  const until = anyDayIn(r, 'until')
  after(r, 'until', { since, until })
  return { part, born, since, until }
}
export const wordsOfPerson = (r: Reading) => ({
  name: r.words('name', 'Write what they are called.'),
  about: r.typed.words('about'),
})

const OLDEST = { from: 17, to: 25 }
export function readApproval(r: Reading) {
  const decided = r.day('decided', 'the day of the decision')
  const decided_by = coded(r, 'decided_by', { codes: DECIDED_BY, says: 'Say who decided it.' })
  const kinds = ticks(r, 'kinds', Object.keys(APPROVED_FOR))
  if (kinds.length === 0) r.fault('kinds', 'Say for what they are approved: at least one of these.')
  const places = needed(r, 'places', { from: 1, to: 60 })
  const age_from = needed(r, 'age_from', { from: 0, to: OLDEST.from })
  const age_to = needed(r, 'age_to', { from: 0, to: OLDEST.to })
  if (age_to < age_from) r.fault('age_to', 'The highest age is not below the lowest. Look at both.')
  const sexes = coded(r, 'sexes', { codes: SEXES, says: 'Say for whom.' })
  const since = r.dayAhead('since', 'the day from which these terms hold')
  const until = anyDayIn(r, 'until')
  after(r, 'until', { since, until })
  const [temporary, named_only] = [r.typed.ticked('temporary'), r.typed.ticked('named_only')]
  if (temporary && !kinds.includes('connected person'))
    r.fault('temporary', 'Only a connected person is approved for a time. Tick that kind too, or leave this.')
  return { decided, decided_by, kinds, temporary, named_only, places, age_from, age_to, sexes, since, until }
}
export const wordsOfApproval = (r: Reading) => ({
  decision: r.words('decision', 'Say where the decision is found, and what it says beyond these terms.'),
})

export function readSkill(r: Reading) {
  const kind = coded(r, 'kind', { codes: SKILLS, says: 'Choose what it is.' })
  const level = coded(r, 'level', { codes: LEVELS, says: 'Say whether they learned it, did it, or would learn it.' })
  const learned = anyDayIn(r, 'learned', 'back')
  const renew_by = anyDayIn(r, 'renew_by')
  if (learned !== null && renew_by !== null && renew_by <= learned)
    r.fault('renew_by', 'It is renewed after the day on which it was learned.')
  if (kind === 'another' && r.typed.words('about') === '') r.fault('about', 'Say what it is.')
  return { kind, level, learned, renew_by }
}
export const wordsOfSkill = (r: Reading) => ({ about: r.typed.words('about') })

export function readHold(r: Reading) {
  const kind = coded(r, 'kind', { codes: HOLDS, says: 'Say why places cannot be offered.' })
  const places = number(r, 'places', { from: 0, to: 60 })
  if (kind === 'other councils' && places === null)
    r.fault('places', 'Say how many places are with other councils; 0 where none is.')
  if (kind !== 'other councils' && places === 0)
    r.fault('places', 'Then nothing is held. Leave it empty for all places.')
  const since = r.dayAhead('since', 'the day from which it holds')
  const until = anyDayIn(r, 'until')
  after(r, 'until', { since, until })
  return { kind, places, since, until }
}
export const wordsOfHold = (r: Reading) => ({ why: r.words('why', 'Say why, and who said so.') })

export const readEvent = (r: Reading) => ({
  kind: coded(r, 'kind', { codes: EVENTS, says: 'Choose what happened.' }),
  happened: r.day('happened', 'the day on which it happened'),
})
export const wordsOfEvent = (r: Reading) => ({ found: r.words('found', 'Say who came, and what was found.') })

const text = (value: string | number | null): readonly string[] => (value === null ? [] : [String(value)])
/** A row as its form begins from it: days in words, lists as ticks, all else as it stands. */
export function asTyped(columns: Readonly<Record<string, unknown>>, days: readonly string[]): Values {
  return Object.fromEntries(
    Object.entries(columns).map(([name, value]) => {
      if (Array.isArray(value)) return [name, value.filter((one) => typeof one === 'string')]
      if (typeof value === 'boolean') return [name, value ? ['yes'] : []]
      if (typeof value !== 'string' && typeof value !== 'number') return [name, []]
      return [name, days.includes(name) ? [dayWords(String(value))] : text(value)]
    }),
  )
}
