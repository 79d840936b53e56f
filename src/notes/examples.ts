// Notes of invented children, as they are typed on the evening of 23 November 2026.
import { day, instant } from '#calendar'
import type { TypedKeyEvent } from './key-event.ts'
import type { Now, TypedHeader, TypedParagraph } from './record-note.ts'

export const NOW: Now = { today: day('2026-11-23'), now: instant('2026-11-23T21:00:00Z') }
export const FAMILY_TIME: TypedHeader = {
  kind: 'family time',
  happened: '2026-11-21',
  began: '2026-11-21T14:00:00Z',
  present: ['child', 'parent', 'worker'],
  presentNames: 'Jordan, Mum, Priya',
  cameFrom: 'seen or heard by the writer',
  terms: 'own record',
}
export const GOOD_NEWS: TypedHeader = {
  ...FAMILY_TIME,
  ...{ kind: 'good news', happened: '2026-11-20', began: '', present: [], presentNames: '' },
}
export const paragraph = (children: readonly string[], more: Partial<TypedParagraph> = {}): TypedParagraph => ({
  ...{ children, about: 'this child', person: null, text: 'They baked a cake together.', whoMayKnow: null },
  ...more,
})
/** Only worker and managers may know. */
export const FEW = { relations: ['allocated-worker', 'manager-line'], mustNotKnow: [], why: 'told in confidence' }
export const FIRST_SWIM: TypedKeyEvent = {
  happened: '2026-11-20',
  keptFor: 'story and chronology',
  what: 'You swam your first length.',
  why: 'You had been afraid of water.',
  whoMayKnow: null,
}
