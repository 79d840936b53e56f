// What may be recorded of a visit and of a request for one; and what is said where it may not.
import { day, formatDay, happenedDay, type Instant, type IsoDay, londonDay, numberOf, parseInstant } from '#calendar'
import { VISITORS, type Visitor } from './visit.ts'
import { countsAsVisit } from './what-counts.ts'

export type VisitRefusal =
  | 'happened no day'
  | 'happened after today'
  | 'began no moment'
  | 'began on another day'
  | 'visitor unknown'
  | 'mode unknown'
  | 'approver is the visitor'
  | 'approval of a visit in person'
  | 'approval outside its time'
  | 'alone but not seen'
  | 'told but not seen'
  | 'asked no day'
  | 'asked after today'
  | 'asker unknown'

/** As the record writes each visitor. */
export const WORD_OF_VISITOR = {
  representative: 'representative',
  reviewingOfficer: 'reviewing officer',
  independentVisitor: 'independent visitor',
  advocate: 'advocate',
  supervisingWorker: 'supervising worker',
  other: 'other',
} as const satisfies Record<Visitor, string>
const isVisitor = (text: string): text is Visitor => Object.hasOwn(VISITORS, text)
const MODES = ['in person', 'telephone', 'video', 'other electronic'] as const
export type VisitMode = (typeof MODES)[number]
const isMode = (text: string): text is VisitMode => MODES.some((mode) => mode === text)

/** SI 2020/445 and SI 2020/909: the only days for which a virtual visit could be approved. */
const APPROVED_FROM = day('2020-04-24')
const APPROVED_UNTIL = day('2021-09-30')

export type TypedVisit = {
  readonly happened: string
  /** With time and zone, or empty. */
  readonly began: string
  readonly by: string
  /** The visitor's person, where they are of this council. */
  readonly visitor: string | null
  readonly mode: string
  readonly approvedBy: string | null
  readonly seen: boolean
  readonly alone: boolean
  readonly told: boolean
}
export type NewVisit = {
  readonly happened: IsoDay
  readonly began: Instant | null
  readonly by: (typeof WORD_OF_VISITOR)[Visitor]
  readonly visitor: string | null
  readonly mode: VisitMode
  readonly approvedBy: string | null
  readonly seen: boolean
  readonly alone: boolean
  /** The child was told how to reach us, by day and by night; null: not said. */
  readonly toldHow: true | null
  /** False: it is kept as a contact, and satisfies no duty to visit. */
  readonly counts: boolean
}
type Decided<Value> = { readonly ok: Value } | { readonly refused: readonly VisitRefusal[] }

function beganOf(typed: string, happened: IsoDay | undefined): Decided<Instant | null> {
  if (typed.trim() === '') return { ok: null }
  const began = parseInstant(typed.trim())
  if (began === undefined) return { refused: ['began no moment'] }
  const matches = happened === undefined || londonDay(began) === happened
  return matches ? { ok: began } : { refused: ['began on another day'] }
}

function approvalFaults({ visitor, mode, approvedBy }: TypedVisit, happened: IsoDay | undefined): VisitRefusal[] {
  if (approvedBy === null) return []
  const faults: VisitRefusal[] = []
  if (approvedBy === visitor) faults.push('approver is the visitor')
  if (mode === 'in person') faults.push('approval of a visit in person')
  else if (happened !== undefined && (happened < APPROVED_FROM || happened > APPROVED_UNTIL))
    faults.push('approval outside its time')
  return faults
}

/** A virtual contact is taken whenever it happened: after 30 September 2021 it is never a visit, and says so. */
export function mayRecordVisit(typed: TypedVisit, today: IsoDay): Decided<NewVisit> {
  const { by, mode, visitor, approvedBy, seen, alone, told } = typed
  const happened = happenedDay(typed.happened, today)
  const on = 'day' in happened ? happened.day : undefined
  const began = beganOf(typed.began, on)
  const refused: VisitRefusal[] = []
  if ('fault' in happened) refused.push(happened.fault === 'no day' ? 'happened no day' : 'happened after today')
  if ('refused' in began) refused.push(...began.refused)
  if (!isVisitor(by)) refused.push('visitor unknown')
  if (!isMode(mode)) refused.push('mode unknown')
  if (alone && !seen) refused.push('alone but not seen')
  if (told && !seen) refused.push('told but not seen')
  refused.push(...approvalFaults(typed, on))
  if (on === undefined || 'refused' in began || !isVisitor(by) || !isMode(mode) || refused.length > 0)
    return { refused }
  const counts = countsAsVisit({
    ...{ line: '', recorded: 0, day: numberOf(on), by, childSeen: seen, seenAlone: alone },
    mode: mode === 'in person' ? 'inPerson' : 'virtual',
    virtualAuthorised: approvedBy !== null,
  })
  const said = { happened: on, began: began.ok, visitor, mode, approvedBy, seen, alone, counts }
  return { ok: { ...said, by: WORD_OF_VISITOR[by], toldHow: told ? true : null } }
}

const ASKERS = ['child', 'parent', 'carer', 'home'] as const
export type Asker = (typeof ASKERS)[number]
const isAsker = (text: string): text is Asker => ASKERS.some((asker) => asker === text)
export type NewRequest = { readonly asked: IsoDay; readonly kind: 'asked' | 'notice'; readonly asked_by: Asker | null }

/** `notice`: a notice about the child's home (section 30A), which nobody asks for. */
export function mayAskForVisit(
  typed: { readonly asked: string; readonly by: string; readonly notice: boolean },
  today: IsoDay,
): Decided<NewRequest> {
  const asked = happenedDay(typed.asked, today)
  const refused: VisitRefusal[] = []
  if ('fault' in asked) refused.push(asked.fault === 'no day' ? 'asked no day' : 'asked after today')
  const by = isAsker(typed.by) ? typed.by : undefined
  if (!typed.notice && by === undefined) refused.push('asker unknown')
  if ('fault' in asked || refused.length > 0) return { refused }
  const kind = typed.notice ? 'notice' : 'asked'
  return { ok: { asked: asked.day, kind, asked_by: typed.notice ? null : (by ?? null) } }
}

const WORDS: Readonly<Record<VisitRefusal, (today: IsoDay) => string>> = {
  'happened no day': () => 'Write the day of the visit as a day, for example 23 Nov 2026.',
  'happened after today': (today) => `The visit cannot be after today, ${formatDay(today)}.`,
  'began no moment': () => 'Write when the visit began with day and time, or leave it empty.',
  'began on another day': () => 'The visit began on another day than the one given.',
  'visitor unknown': () => 'Say who visited.',
  'mode unknown': () => 'Say how: in person, by telephone, by video, or another electronic way.',
  'approver is the visitor': () => 'Somebody other than the visitor has to approve.',
  'approval of a visit in person': () => 'A visit in person needs no approval. Leave it empty.',
  'approval outside its time': () =>
    'A virtual visit could be approved only from 24 April 2020 to 30 September 2021. Leave the approval empty: it is kept as a contact.',
  'alone but not seen': () => 'The child cannot have been seen alone without being seen.',
  'told but not seen': () => 'Tick also that you saw them, or write down apart that they were told.',
  'asked no day': () => 'Write the day on which it was asked for as a day, such as 23 Nov 2026.',
  'asked after today': (today) => `It cannot have been asked for after today, ${formatDay(today)}.`,
  'asker unknown': () => 'Say who asked: the child, a parent, a carer, or the home.',
}
export const visitRefusalWords = (refusal: VisitRefusal, today: IsoDay): string => WORDS[refusal](today)
