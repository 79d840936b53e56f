// What the form of a request says, read field by field into columns, and back as it would be typed. Pure.
import { dayWords } from '#calendar'
import { wholeTyped } from '#drafts'
import type { Reading } from '#forms'
import { LANGUAGE_WORDS, PETS_ASKED, SKILL_WORDS } from './asked-words.ts'
import { REQUEST_WORDS, type RequestWords } from './request.ts'
import { HAVES, HOME_KINDS } from './request-codes-data.ts'

const some = <K extends string>(r: Reading, field: string, of: Readonly<Record<K, string>>): string[] => {
  const ticked = r.typed.all(field).filter((one) => one !== '')
  if (ticked.some((one) => !Object.hasOwn(of, one))) r.fault(field, 'Choose from the list.')
  return ticked
}
function yearIn(r: Reading): number | null {
  const text = r.typed.one('school_year')
  const year = wholeTyped(text)
  if (text !== '' && (year === undefined || year < 1 || year > 13))
    r.fault('school_year', 'Write a number from 1 to 13.')
  return text === '' ? null : (year ?? null)
}
const MUST_LANGUAGE = 'language_must'
function languageIn(r: Reading): { readonly must: string[]; readonly hope: string[] } {
  const chosen = r.typed.one('language')
  if (chosen !== '' && !Object.hasOwn(LANGUAGE_WORDS, chosen)) r.fault('language', 'Choose from the list.')
  if (chosen === '' && r.typed.ticked(MUST_LANGUAGE)) r.fault('language', 'Choose which language the home must speak.')
  if (chosen === '') return { must: [], hope: [] }
  return r.typed.ticked(MUST_LANGUAGE) ? { must: [chosen], hope: [] } : { must: [], hope: [chosen] }
}
export function readRequest(r: Reading, siblings: readonly { readonly value: string }[]) {
  const needed_by = r.dayAhead('needed_by', 'the day from which a home is needed')
  const kinds = some(r, 'kinds', HOME_KINDS)
  if (kinds.length === 0) r.fault('kinds', 'Say which kinds of home the care plan allows: at least one.')
  const living_with = r.choice(
    'living_with',
    ['anybody', 'nobodyElse', 'onlyOlder', 'onlyYounger'],
    'Say with which other children.',
  )
  const together = r.typed.all('with_siblings').filter((one) => one !== '')
  if (together.some((one) => !siblings.some(({ value }) => value === one)))
    r.fault('with_siblings', 'Choose from the list.')
  if (together.length > 0 && living_with === 'nobodyElse')
    r.fault('living_with', 'They are to live with a brother or sister, so other children live there. Look at both.')
  const language = languageIn(r)
  return {
    ...{ needed_by, kinds, living_with, with_siblings: together.length === 0 ? null : together },
    ...{ emergency: r.typed.ticked('emergency'), family_considered: r.typed.ticked('family_considered') },
    ...{ no_family_home: r.typed.ticked('no_family_home'), faith_matters: r.typed.ticked('faith_matters') },
    ...{ needs: some(r, 'needs', SKILL_WORDS), no_pets: some(r, 'no_pets', PETS_ASKED), school_year: yearIn(r) },
    ...{
      must_have: [...some(r, 'must_have', HAVES), ...language.must],
      hopes: [...some(r, 'hope', HAVES), ...language.hope],
    },
    ...{ closed: null, closed_why: null },
  }
}
export const wordsIn = (r: Reading): Readonly<Record<string, string>> =>
  Object.fromEntries(REQUEST_WORDS.map((part) => [part, r.typed.words(part)]))

type Typed = Omit<ReturnType<typeof readRequest>, 'closed' | 'closed_why' | 'needed_by' | 'living_with'> & {
  readonly needed_by: string
  readonly living_with: string
  readonly said: RequestWords
}
const yes = (is: boolean): readonly string[] => (is ? ['yes'] : [])
export function requestAsTyped({ said, ...row }: Typed): Readonly<Record<string, readonly string[]>> {
  const language = [...row.must_have, ...row.hopes].find((one) => Object.hasOwn(LANGUAGE_WORDS, one))
  const not = (list: readonly string[]) => list.filter((one) => one !== language)
  return {
    ...Object.fromEntries(REQUEST_WORDS.map((part) => [part, [said[part]]])),
    ...{ needed_by: [dayWords(row.needed_by)], emergency: yes(row.emergency), kinds: row.kinds },
    ...{ family_considered: yes(row.family_considered), no_family_home: yes(row.no_family_home) },
    ...{
      faith_matters: yes(row.faith_matters),
      living_with: [row.living_with],
      with_siblings: row.with_siblings ?? [],
    },
    ...{ needs: row.needs, must_have: not(row.must_have), hope: not(row.hopes), no_pets: row.no_pets },
    ...{ language: [language ?? ''], language_must: yes(language !== undefined && row.must_have.includes(language)) },
    school_year: [row.school_year === null || row.school_year === undefined ? '' : String(row.school_year)],
  }
}
