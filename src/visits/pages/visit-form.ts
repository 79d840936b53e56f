// What the form of a visit decides from what was typed: the visit, the child's words, and what happens next.
import { type NewAction, whatNextOf } from '#actions'
import { dayTyped, formatDay, type IsoDay, momentTyped, parseDay, parseInstant, timeInLondon } from '#calendar'
import type { Typed, Values } from '#drafts'
import { theirWordsOf } from '#views'
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
  /** What a correction leaves as it was. */
  readonly was?: { readonly by: string; readonly visitor: string | null; readonly approvedBy: string | null }
}
export type VisitOk = {
  readonly visit: NewVisit & { readonly words: string }
  /** undefined: the child's words were not written down. */
  readonly view: ReturnType<typeof theirWordsOf>['view']
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
  'told but not seen': 'told_how',
  'asked no day': 'happened',
  'asked after today': 'happened',
  'asker unknown': 'by',
}
function visitOf(typed: Typed, given: VisitGiven, today: IsoDay) {
  const happened = dayTyped(typed.one('happened'), today, 'back')
  const seen = typed.all('seen')
  const by = typed.one('by') || 'representative'
  // Whoever writes made the visit themselves, or writes down that somebody else did.
  const visitor = given.was?.by === by ? given.was.visitor : by === 'representative' ? given.me : null
  return mayRecordVisit(
    {
      ...{ happened, began: momentTyped(typed.one('began'), parseDay(happened)), by, mode: typed.one('mode') },
      ...{
        visitor,
        approvedBy: given.was?.approvedBy ?? null,
        seen: seen.includes('seen') || seen.includes('alone'),
        alone: seen.includes('alone'),
        told: typed.ticked('told_how'),
      },
    },
    today,
  )
}

export function decideVisit(
  typed: Typed,
  given: VisitGiven,
  today: IsoDay,
): { readonly ok: VisitOk } | { readonly faults: readonly Fault[] } {
  const visit = visitOf(typed, given, today)
  const said = theirWordsOf(typed, { toldTo: given.me, today })
  const next = whatNextOf(typed, { owner: given.me, origin: 'visit', today })
  const words = typed.words('what')
  const faults: Fault[] = []
  if ('refused' in visit)
    faults.push(...visit.refused.map((one) => ({ field: FIELD_OF[one], says: visitRefusalWords(one, today) })))
  faults.push(...said.faults)
  if (words === '')
    faults.push({ field: 'what', says: `Write what you did and talked about. ${given.name} may read it one day.` })
  faults.push(...next.faults)
  if (faults.length > 0 || 'refused' in visit) return { faults }
  return { ok: { visit: { ...visit.ok, words }, view: said.view, actions: next.actions } }
}

export type StoredVisit = {
  readonly happened: string
  readonly began: string | null
  readonly visitor_role: string
  readonly mode: string
  readonly seen: boolean | null
  readonly alone: boolean | null
  readonly told_how_to_reach: boolean | null
  readonly words: string | undefined
}

/** Who visited, as the form says it. */
export const visitorOf = ({ visitor_role }: Pick<StoredVisit, 'visitor_role'>): string =>
  Object.entries(WORD_OF_VISITOR).find(([, word]) => word === visitor_role)?.[0] ?? ''

/** A visit of the record as its form begins, so that it can be corrected. */
export function visitAsTyped(visit: StoredVisit): Values {
  const day = parseDay(visit.happened)
  const began = visit.began === null ? undefined : parseInstant(visit.began)
  return {
    happened: [day === undefined ? visit.happened : formatDay(day)],
    began: began === undefined ? [] : [timeInLondon(began)],
    by: [visitorOf(visit)],
    mode: [visit.mode],
    seen: [...(visit.seen === true ? ['seen'] : []), ...(visit.alone === true ? ['alone'] : [])],
    told_how: visit.told_how_to_reach === true ? ['told'] : [],
    what: [visit.words ?? ''],
  }
}
