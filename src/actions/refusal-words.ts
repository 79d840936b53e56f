// What is said where an action, a step or an outcome cannot be taken.
import { formatDay, type IsoDay } from '#calendar'
import { type WhoMayKnowRefusal, whoMayKnowRefusalWords } from '#people'
import type { ActionRefusal, OutcomeRefusal } from './record-action.ts'

type Refusal = ActionRefusal | OutcomeRefusal
const know = (refusal: WhoMayKnowRefusal) => () => whoMayKnowRefusalWords(refusal)
const WORDS: Readonly<Record<Extract<Refusal, string>, (today: IsoDay) => string>> = {
  'what is to be done missing': () => 'Say what is to be done.',
  'intended outcome missing': () => 'Say what this is meant to change for the child.',
  'origin unknown': () => 'Say why this exists: a review, supervision, a visit, …',
  'due no day': () => 'Write the day by which it is to be done, for example 2026-11-30.',
  'due before today': (today) => `It cannot be due before today, ${formatDay(today)}.`,
  'a day, or why none': () => 'Set a day, or say why there is none. Not both.',
  'owner missing': () => 'Say whose this is: one worker, or another service by name.',
  'no such action': () => 'This action is not in the record any more. Read it again.',
  'why missing': () => 'Say why.',
  'the day is the same': () => 'That is the day it has now.',
  'the owner is the same': () => 'It is theirs already.',
  'taken further already': () => 'Somebody took it further already: it rises by itself.',
  'outcome unknown': () => 'Say what became of it: done, not done, or no longer needed.',
  'outcome no day': () => 'Write the day, for example 2026-11-23.',
  'outcome after today': (today) => `It cannot have happened after today, ${formatDay(today)}.`,
  'what changed missing': () => 'Say what changed for the child.',
  'relation unknown': know('relation unknown'),
  'nobody may know': know('nobody may know'),
  'reason of the audience missing': know('reason of the audience missing'),
}
/** `nameOf`: how a worker is called; `on`: the day in London of a moment. */
export function actionRefusalWords(
  refusal: Refusal,
  today: IsoDay,
  shown: { readonly nameOf: (person: string) => string; readonly on: (at: string) => string },
): string {
  if (typeof refusal === 'string') return WORDS[refusal](today)
  return `This was closed already: ${refusal.ended}, by ${shown.nameOf(refusal.by)}, ${shown.on(refusal.at)}.`
}
