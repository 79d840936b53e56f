// A meeting that lies ahead, decided purely: who is asked and what they answered, and how a line of it is written.
import { type Instant, type IsoDay, londonMoment, spokenTime } from '#calendar'
import { GUESTS, type GuestOf, type HowMet } from './meeting.ts'

export const ANSWERS = ['not answered', 'will come', 'will send a report', 'cannot come'] as const
export type InvitationAnswer = (typeof ANSWERS)[number]

export type Invited = {
  readonly who: GuestOf
  readonly name: string
  readonly answer: InvitationAnswer
  /** A worker of the council, who has it among their days. */
  readonly worker: string | null
}
export type PlannedWords = {
  readonly place: string
  readonly chair: string
  readonly about: string
  readonly reason: string
}
export type NewPlanned = {
  readonly kind: string
  readonly meets: IsoDay
  readonly begins: Instant | null
  readonly how: HowMet
  readonly said: PlannedWords
}

export type InvitationRefusal = 'who unknown' | 'answer unknown' | 'worker unknown'
type TypedInvitation = {
  readonly who: string
  readonly name: string
  readonly answer: string
  readonly worker: string
}
/** `workers`: who may be chosen. Whoever is written down has not answered yet, where nothing else is said. */
export function mayAsk(
  typed: TypedInvitation,
  workers: ReadonlySet<string>,
): { readonly ok: Invited } | { readonly refused: InvitationRefusal } {
  const who = GUESTS.find((one) => one === typed.who)
  const answer = ANSWERS.find((one) => one === (typed.answer || 'not answered'))
  if (who === undefined) return { refused: 'who unknown' }
  if (answer === undefined) return { refused: 'answer unknown' }
  if (typed.worker !== '' && !workers.has(typed.worker)) return { refused: 'worker unknown' }
  return { ok: { who, answer, name: typed.name.trim(), worker: typed.worker === '' ? null : typed.worker } }
}
const WORDS: Readonly<Record<InvitationRefusal, string>> = {
  'who unknown': 'Say who this is: a parent, the school, the police …',
  'answer unknown': 'Say what they answered.',
  'worker unknown': 'Choose one of these workers, or nobody.',
}
export const invitationRefusalWords = (refusal: InvitationRefusal): string => WORDS[refusal]

/** null: no time is set; undefined: it is no time of that day. */
export function timeOn(text: string, on: IsoDay): Instant | null | undefined {
  if (text.trim() === '') return null
  const minutes = spokenTime(text)
  return minutes === undefined ? undefined : londonMoment(on, minutes)
}
