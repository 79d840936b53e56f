// What a meeting is besides its note: how and where it was, who was asked, came or sent a report, the child's part, and the next one.
import { anyDay, type IsoDay, optionalDay } from '#calendar'

export const HOW_MET = ['in person', 'by video', 'by telephone', 'partly in person'] as const
export type HowMet = (typeof HOW_MET)[number]
export const CHILD_PARTS = [
  'was there',
  'was there for a part',
  'sent their views',
  'somebody spoke for them',
  'chose not to',
  'was not asked',
  'is too young',
] as const
export type ChildPart = (typeof CHILD_PARTS)[number]

export const GUESTS = [
  'the child',
  'brother or sister',
  'parent',
  'family',
  'carer',
  "the carers' worker",
  'social worker',
  'manager',
  'reviewing officer',
  'school',
  'virtual school',
  'health',
  'police',
  'lawyer',
  'guardian',
  'advocate',
  'interpreter',
  'another council',
  'somebody else',
] as const
export type GuestOf = (typeof GUESTS)[number]
export const GUEST_PARTS = [
  'came',
  'came and sent a report',
  'sent a report',
  'did not come',
  'was not invited',
] as const
export type GuestPart = (typeof GUEST_PARTS)[number]

export type Guest = { readonly who: GuestOf; readonly part: GuestPart; readonly name: string }
export type MeetingWords = { readonly place: string; readonly chair: string; readonly part: string }
export type NewMeeting = {
  readonly how: HowMet
  readonly childPart: ChildPart
  readonly next: IsoDay | null
  readonly said: MeetingWords
}

export type MeetingOk = { readonly meeting: NewMeeting; readonly guests: readonly Guest[] }

export type TypedMeeting = {
  readonly how: string
  readonly childPart: string
  readonly next: string
  readonly said: MeetingWords
}
export type MeetingRefusal =
  | 'how unknown'
  | 'part unknown'
  | 'why not missing'
  | 'next no day'
  | 'next not after this one'

/** Where the child had no part in it, the reason is written down: they may ask one day. */
const ASKS_WHY: ReadonlySet<ChildPart> = new Set(['chose not to', 'was not asked'])

/** `held` undefined: the day of the meeting is wrong, and said there. */
export function mayHoldMeeting(
  typed: TypedMeeting,
  held: IsoDay | undefined,
): { readonly ok: NewMeeting } | { readonly refused: readonly MeetingRefusal[] } {
  const how = HOW_MET.find((one) => one === typed.how)
  const childPart = CHILD_PARTS.find((one) => one === typed.childPart)
  const next = optionalDay(typed.next, anyDay)
  const refused: MeetingRefusal[] = []
  if (how === undefined) refused.push('how unknown')
  if (childPart === undefined) refused.push('part unknown')
  else if (ASKS_WHY.has(childPart) && typed.said.part.trim() === '') refused.push('why not missing')
  if ('fault' in next) refused.push('next no day')
  else if (next.day !== null && held !== undefined && next.day <= held) refused.push('next not after this one')
  if (how === undefined || childPart === undefined || 'fault' in next || refused.length > 0) return { refused }
  return { ok: { how, childPart, next: next.day, said: typed.said } }
}

export type GuestRefusal = 'who unknown' | 'guest part unknown'
export type TypedGuest = { readonly who: string; readonly part: string; readonly name: string }
export function mayInvite(typed: TypedGuest): { readonly ok: Guest } | { readonly refused: readonly GuestRefusal[] } {
  const who = GUESTS.find((one) => one === typed.who)
  const part = GUEST_PARTS.find((one) => one === typed.part)
  if (who !== undefined && part !== undefined) return { ok: { who, part, name: typed.name.trim() } }
  return {
    refused: [
      ...(who === undefined ? (['who unknown'] as const) : []),
      ...(part === undefined ? (['guest part unknown'] as const) : []),
    ],
  }
}

const WORDS: Readonly<Record<MeetingRefusal | GuestRefusal, string>> = {
  'how unknown': 'Say whether they met in person, by video, by telephone, or partly.',
  'part unknown': 'Say what part the child had in it.',
  'why not missing': 'Say why, so that they can understand it one day.',
  'next no day': 'Write the day of the next meeting, or leave it empty.',
  'next not after this one': 'The next meeting has to be after this one.',
  'who unknown': 'Say who this is: a parent, the school, the police …',
  'guest part unknown': 'Say whether they came, sent a report, or did not come.',
}
export const meetingRefusalWords = (refusal: MeetingRefusal | GuestRefusal): string => WORDS[refusal]
