// What the forms of a view and of its answer decide from what was typed.
import { dayTyped, type IsoDay } from '#calendar'
import type { Typed } from '#drafts'
import type { Fault } from '#forms'
import {
  type AnswerRefusal,
  mayAnswerView,
  mayRecordView,
  type NewAnswer,
  TOLD,
  type ViewRefusal,
  viewRefusalWords,
} from '#views'

export type ViewGiven = { readonly name: string; readonly me: string }
export type ViewOk = Extract<ReturnType<typeof mayRecordView>, { readonly ok: unknown }>['ok']

const FIELD_OF: Readonly<Partial<Record<ViewRefusal | AnswerRefusal, string>>> = {
  'whose unknown': 'whose',
  'view no day': 'happened',
  'view after today': 'happened',
  'how unknown': 'how',
  'about what unknown': 'about',
  'their words missing': 'words',
  'further than told': 'letKnow',
  'answer unknown': 'outcome',
  'answer no day': 'decided',
  'answer after today': 'decided',
  'what we did missing': 'what',
  'who decided missing': 'decidedByName',
  'told no day': 'told',
  'told after today': 'told',
  'told before it was decided': 'told',
}
const faultsOf = (refused: readonly (ViewRefusal | AnswerRefusal)[], today: IsoDay): readonly Fault[] =>
  refused.map((one) => ({ field: FIELD_OF[one] ?? '', says: viewRefusalWords(one, today) }))

export function decideView(
  typed: Typed,
  { me }: ViewGiven,
  today: IsoDay,
): { readonly ok: ViewOk } | { readonly faults: readonly Fault[] } {
  const said = {
    whose: typed.one('whose'),
    person: null,
    happened: dayTyped(typed.one('happened'), today, 'back'),
    how: typed.one('how') || 'said',
    toldTo: typed.one('toldTo') === 'somebody else' ? null : me,
    about: typed.one('about') || 'other',
    words: typed.words('words'),
  }
  const letKnow = typed.all('letKnow').includes('carer') ? ['carer'] : []
  const hearers = { relations: [...TOLD, ...letKnow], mustNotKnow: [], letKnow, letKnowPeople: [] }
  const may = mayRecordView(said, hearers, today)
  return 'ok' in may ? may : { faults: faultsOf(may.refused, today) }
}

export function decideAnswer(
  typed: Typed,
  { me }: { readonly me: string },
  today: IsoDay,
): { readonly ok: NewAnswer } | { readonly faults: readonly Fault[] } {
  const decidedByName = typed.one('decidedByName')
  const may = mayAnswerView(
    {
      outcome: typed.one('outcome'),
      decided: dayTyped(typed.one('decided'), today, 'back'),
      decidedBy: decidedByName === '' ? me : null,
      decidedByName,
      told: dayTyped(typed.one('told'), today, 'back'),
      what: typed.words('what'),
      hangsOn: null,
    },
    today,
  )
  return 'ok' in may ? may : { faults: faultsOf(may.refused, today) }
}
