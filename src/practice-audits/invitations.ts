// Asked to be part of an audit: where an invitation stands, and with whom, from what is recorded; nobody types a reminder. Pure.
import { addWorkingDays, type IsoDay } from '#calendar'

export const ANSWERS = {
  comes: 'Yes, I come',
  'another time': 'Another time suits better',
  'does not come': 'No',
} as const
export type InvitationAnswer = keyof typeof ANSWERS

export type Invited = {
  readonly invited: IsoDay
  readonly meets: IsoDay
  /** To this very time. */
  readonly answer: string | null
  /** The talk with them is in the record, or why there was none. */
  readonly talked: boolean
}
export type InvitationState =
  | 'settled'
  | 'comes'
  | 'waits for an answer'
  | 'no answer'
  | 'another time'
  | 'does not come'
  | 'its day is over'

/** No later than the day itself; beyond the bank holidays that are known, that day. */
export function answerDue({ invited, meets }: Pick<Invited, 'invited' | 'meets'>, days: number): IsoDay {
  const by = addWorkingDays(invited, days)
  return by === undefined || by > meets ? meets : by
}
export function invitationState(of: Invited, today: IsoDay, days: number): InvitationState {
  const { answer, meets, talked } = of
  if (talked) return 'settled'
  if (answer === 'another time' || answer === 'does not come') return answer
  if (today > meets) return 'its day is over'
  if (answer === 'comes') return 'comes'
  return today > answerDue(of, days) ? 'no answer' : 'waits for an answer'
}
/** Whose turn it is. */
export const TURN: Readonly<Record<InvitationState, 'nobody' | 'invited' | 'auditor'>> = {
  settled: 'nobody',
  comes: 'nobody',
  'waits for an answer': 'invited',
  'no answer': 'invited',
  'another time': 'auditor',
  'does not come': 'auditor',
  'its day is over': 'auditor',
}
