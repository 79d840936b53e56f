// What the overview of one child says beside the duties: what is not known and what to do, and where a new child starts.
import { ageOnNumber, daysBetween, type IsoDay, numberOf } from '#calendar'
import { childAddress, type Frame, firstName, workersNow } from '#child-frame'

export type Words = string | undefined
export type OverviewView = {
  readonly happened: IsoDay
  readonly how: string
  readonly about: string
  readonly words: Words
  readonly audience: readonly string[]
}
export type OverviewVisit = {
  readonly happened: IsoDay
  readonly by: string
  readonly visitor: string | undefined
  readonly seen: boolean | null
  readonly alone: boolean | null
}
export type OverviewPerson = { readonly line: string; readonly relation: string; readonly words: Words }
export type OverviewNight = { readonly kind: string; readonly since: string } | undefined
export type GoodNews = { readonly happened: IsoDay; readonly words: Words }
/** `undefined`: a part of the record that the reader may not see. */
export type OverviewFacts = {
  readonly view: OverviewView | null | undefined
  readonly visits: readonly OverviewVisit[] | undefined
  readonly people: readonly OverviewPerson[] | undefined
  readonly night: OverviewNight
  readonly goodNews: GoodNews | null | undefined
  readonly planLines: readonly { readonly name: string; readonly words: Words }[]
}

export type ToDo = { readonly words: string; readonly done: boolean; readonly to: string; readonly verb: string }
const NEW_DAYS = 28
export const isNew = ({ cameIn }: Pick<Frame, 'cameIn'>, today: IsoDay): boolean =>
  cameIn != null && daysBetween(cameIn, today) <= NEW_DAYS

type Check = { readonly known: boolean | undefined; readonly words: string; readonly to: string; readonly verb: string }

function schoolAge({ birth }: Frame, today: IsoDay): boolean {
  if (birth === undefined || birth.born > today) return false
  const age = ageOnNumber(numberOf(birth.born), numberOf(today))
  return age >= 5 && age < 16
}

/** In the order in which a stranger would ask. undefined: closed to the reader, so nothing is said of it. */
function checks(frame: Frame, facts: OverviewFacts, today: IsoDay): readonly Check[] {
  const record = childAddress(frame.id, 'record')
  const some = (list: readonly unknown[] | undefined) => (list === undefined ? undefined : list.length > 0)
  const held = (value: unknown) => (value === undefined ? undefined : value !== null)
  const called = firstName(frame.called)
  return [
    { known: held(frame.home), words: `Where ${called} lives`, to: record, verb: 'Record the home' },
    { known: some(frame.legal), words: 'The order or agreement', to: record, verb: 'Record it' },
    {
      known: some(workersNow(frame, today, 'allocated-worker')),
      words: 'A social worker',
      to: record,
      verb: 'Allocate',
    },
    {
      known: frame.birth === undefined ? false : frame.birth.doubt === undefined,
      words: 'A birth date that nobody doubts',
      to: record,
      verb: 'Record what is known',
    },
    {
      known: some(facts.people),
      words: 'Family and people who matter',
      to: childAddress(frame.id, 'family'),
      verb: 'Add somebody',
    },
    {
      known: some(facts.visits),
      words: `A visit to ${called}`,
      to: `${childAddress(frame.id, 'visits')}/record`,
      verb: 'Record a visit',
    },
    { known: held(facts.view), words: `${called}’s own words`, to: record, verb: 'Record what they said' },
    {
      known: schoolAge(frame, today) ? held(frame.school) : undefined,
      words: 'School',
      to: childAddress(frame.id, 'learning'),
      verb: 'See learning',
    },
    { known: held(frame.plan), words: 'An approved plan', to: childAddress(frame.id, 'plan'), verb: 'See the plan' },
  ]
}

/** What is not known, with what to do; nothing of parts that are closed to the reader. */
export const notKnown = (frame: Frame, facts: OverviewFacts, today: IsoDay): readonly ToDo[] =>
  startHere(frame, facts, today).filter(({ done }) => !done)

export const startHere = (frame: Frame, facts: OverviewFacts, today: IsoDay): readonly ToDo[] =>
  checks(frame, facts, today).flatMap(({ known, ...check }) => (known === undefined ? [] : [{ ...check, done: known }]))

/** The beginning, as far as a few lines have room; the rest is on the tab of the plan. */
export function beginning(text: string, most = 150): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= most ? line : `${line.slice(0, line.lastIndexOf(' ', most))} …`
}

const NIGHTS: Readonly<Record<string, string>> = {
  'at home': 'At home',
  hospital: 'In hospital',
  holiday: 'On holiday',
  'with family': 'With family',
  'short break': 'On a short break',
  custody: 'In custody',
  missing: 'Missing',
  'not known': 'Not known',
  elsewhere: 'Somewhere else',
}
export const nightWords = (kind: string): string => NIGHTS[kind] ?? kind

export function visitWords({ seen, alone }: Pick<OverviewVisit, 'seen' | 'alone'>, called: string): string {
  if (seen === false) return `${called} was not seen`
  if (seen === null) return `Not said whether ${called} was seen`
  if (alone === null) return `${called} was seen; not said whether alone`
  return alone ? `${called} was seen alone` : `${called} was seen, not alone`
}
