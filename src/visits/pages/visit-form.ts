// What the form of a visit decides from what was typed: the visit, the child's words, and what happens next.
import { type ActionRefusal, actionRefusalWords, mayRecordAction, type NewAction } from '#actions'
import {
  dayTyped,
  formatDay,
  type Instant,
  type IsoDay,
  londonMoment,
  parseDay,
  spokenTime,
  timeInLondon,
} from '#calendar'
import type { Typed, Values } from '#drafts'
import { mayRecordView, TOLD, type ViewRefusal, viewRefusalWords } from '#views'
import {
  mayRecordVisit,
  type NewVisit,
  type VisitRefusal,
  visitRefusalWords,
  WORD_OF_VISITOR,
} from '../record-visit.ts'

export type VisitGiven = {
  readonly child: string
  /** What the child is called. */
  readonly name: string
  readonly me: string
}
type Taken<Decision> = Extract<Decision, { readonly ok: unknown }>['ok']
export type VisitOk = {
  readonly visit: NewVisit & { readonly words: string }
  /** undefined: the child's words were not written down. */
  readonly view: Taken<ReturnType<typeof mayRecordView>> | undefined
  readonly actions: readonly NewAction[]
}
type Fault = { readonly field: string; readonly says: string }

export const MODES = {
  'in person': 'In person',
  telephone: 'By telephone',
  video: 'By video',
  'other electronic': 'Another electronic way',
} as const

const FIELD_OF: Readonly<Record<VisitRefusal, string>> = {
  'happened no day': 'happened',
  'happened after today': 'happened',
  'began no moment': 'began',
  'began on another day': 'began',
  'visitor unknown': 'by',
  'mode unknown': 'mode',
  'approver is the visitor': 'mode',
  'approval of a visit in person': 'mode',
  'approval outside its time': 'mode',
  'alone but not seen': 'seen',
  'asked no day': 'happened',
  'asked after today': 'happened',
  'asker unknown': 'by',
}
const FIELD_OF_VIEW: Readonly<Partial<Record<ViewRefusal, string>>> = {
  'how unknown': 'how',
  'about what unknown': 'about',
  'their words missing': 'theirWords',
}
const fieldOfAction = (refusal: ActionRefusal): string =>
  refusal === 'intended outcome missing' ? 'intended' : refusal.startsWith('what') ? 'next' : 'by_when'

/** A time is typed by the clock on the wall; one that does not exist, or is no time, is refused as it stands. */
function beganOf(typed: Typed, day: string): string {
  const text = typed.one('began')
  const [on, minutes] = [parseDay(day), spokenTime(text)]
  if (text === '' || on === undefined || minutes === undefined) return text
  return londonMoment(on, minutes) ?? text
}

function visitOf(typed: Typed, given: VisitGiven, today: IsoDay) {
  const happened = dayTyped(typed.one('happened'), today, 'back')
  const seen = typed.all('seen')
  const by = typed.one('by') || 'representative'
  return mayRecordVisit(
    {
      ...{ happened, began: beganOf(typed, happened), by, mode: typed.one('mode') },
      ...{
        visitor: given.me,
        approvedBy: null,
        seen: seen.includes('seen') || seen.includes('alone'),
        alone: seen.includes('alone'),
      },
    },
    today,
  )
}

function viewOf(typed: Typed, given: VisitGiven, today: IsoDay) {
  const words = typed.words('theirWords')
  if (words === '') return undefined
  const happened = dayTyped(typed.one('happened'), today, 'back')
  const said = {
    whose: 'child',
    person: null,
    happened,
    how: typed.one('how') || 'said',
    toldTo: given.me,
    about: typed.one('about') || 'other',
    words,
  }
  return mayRecordView(said, { relations: [...TOLD], mustNotKnow: [], letKnow: [], letKnowPeople: [] }, today)
}

function actionsOf(typed: Typed, given: VisitGiven, today: IsoDay) {
  return typed.all('next').flatMap((what, at) => {
    const [intended, due] = [typed.all('intended')[at] ?? '', typed.all('by_when')[at] ?? '']
    if ([what, intended, due].every((text) => text.trim() === '')) return []
    const action = {
      what,
      intended,
      origin: 'visit',
      from: null,
      whoMayKnow: null,
      owner: { worker: given.me, service: '' },
    }
    return [mayRecordAction({ ...action, due: dayTyped(due, today, 'ahead'), noDueWhy: '' }, today)]
  })
}

const SHOWN = { nameOf: (person: string) => person, on: (at: string) => at }

export function decideVisit(
  typed: Typed,
  given: VisitGiven,
  today: IsoDay,
): { readonly ok: VisitOk } | { readonly faults: readonly Fault[] } {
  const [visit, view, actions] = [
    visitOf(typed, given, today),
    viewOf(typed, given, today),
    actionsOf(typed, given, today),
  ]
  const words = typed.words('what')
  const faults: Fault[] = []
  if ('refused' in visit)
    faults.push(
      ...visit.refused.map((refusal) => ({ field: FIELD_OF[refusal], says: visitRefusalWords(refusal, today) })),
    )
  // The day is said once, beside the visit.
  if (view !== undefined && 'refused' in view)
    faults.push(
      ...view.refused.flatMap((one) =>
        FIELD_OF_VIEW[one] === undefined
          ? []
          : [{ field: FIELD_OF_VIEW[one] ?? '', says: viewRefusalWords(one, today) }],
      ),
    )
  for (const action of actions)
    if ('refused' in action)
      faults.push(
        ...action.refused.map((one) => ({ field: fieldOfAction(one), says: actionRefusalWords(one, today, SHOWN) })),
      )
  if (words === '')
    faults.push({ field: 'what', says: `Write what you did and talked about. ${given.name} may read it one day.` })
  if (faults.length > 0 || 'refused' in visit || (view !== undefined && 'refused' in view)) return { faults }
  const next = actions.flatMap((action) => ('ok' in action ? [action.ok] : []))
  return { ok: { visit: { ...visit.ok, words }, view: view?.ok, actions: next } }
}

export type StoredVisit = {
  readonly happened: string
  readonly began: Instant | null
  readonly visitor_role: string
  readonly mode: string
  readonly seen: boolean | null
  readonly alone: boolean | null
  readonly words: string | undefined
}

/** A visit of the record as its form begins, so that it can be corrected. */
export function visitAsTyped(visit: StoredVisit): Values {
  const day = parseDay(visit.happened)
  return {
    happened: [day === undefined ? visit.happened : formatDay(day)],
    began: visit.began === null ? [] : [timeInLondon(visit.began)],
    by: Object.entries(WORD_OF_VISITOR).flatMap(([by, word]) => (word === visit.visitor_role ? [by] : [])),
    mode: [visit.mode],
    seen: [...(visit.seen === true ? ['seen'] : []), ...(visit.alone === true ? ['alone'] : [])],
    what: [visit.words ?? ''],
  }
}
