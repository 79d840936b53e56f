// Views of an invented child, as they are typed on 23 November 2026.
import { day } from '#calendar'
import type { TypedAnswer, TypedOpening } from './after-a-view.ts'
import type { TypedHearers, TypedView } from './record-view.ts'
import { TOLD } from './view.ts'

export const TODAY = day('2026-11-23')
export const WANTS_A_DOG: TypedView = {
  whose: 'child',
  person: null,
  happened: '2026-11-20',
  how: 'said',
  toldTo: null,
  about: 'home',
  words: 'I want to see the dog on Sundays.',
}
export const AS_TOLD: TypedHearers = { relations: TOLD, mustNotKnow: [], letKnow: [], letKnowPeople: [] }
export const LETS_THE_CARER_KNOW: TypedHearers = { ...AS_TOLD, relations: [...TOLD, 'carer'], letKnow: ['carer'] }
export const FOR_SAFETY: TypedOpening = {
  relations: ['virtual-school'],
  noLongerBarred: [],
  power: 'safety of the child',
  decided: '2026-11-22',
  why: 'The school has to know before Monday.',
  told: '2026-11-22',
  notToldWhy: '',
}
export const SUNDAYS: TypedAnswer = {
  outcome: 'changed',
  decided: '2026-11-22',
  decidedBy: null,
  decidedByName: 'The family meeting',
  told: '',
  what: 'Sundays with the dog, from this week on.',
  hangsOn: null,
}
