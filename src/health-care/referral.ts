// A referral: what was asked for, what was answered, who saw the child, and what it still waits for; what may be recorded of it.
import { anyDay, happenedDay, type IsoDay, optionalDay, type TypedDay } from '#calendar'
import { type Decided, oneOf } from '#drafts'
import type { Fault } from '#forms'

export const ASKED_FOR = {
  'mental health': 'Mental health and feelings',
  'speech and language': 'Speech and language',
  'movement or daily skills': 'Movement or daily skills',
  'hearing or sight': 'Hearing or sight',
  "children's doctor": 'A children’s doctor',
  'dentist or orthodontist': 'A dentist or orthodontist',
  'learning disability': 'Learning disability',
  'autism or attention': 'Autism or attention',
  'drugs or alcohol': 'Drugs or alcohol',
  'sexual health': 'Sexual health',
  'something else': 'Something else',
} as const
export const ASKED_BY = {
  'social worker': 'Social worker',
  'health team': 'Health team for children in care',
  'family doctor': 'Family doctor',
  school: 'School',
  carer: 'Carer',
  child: 'The child',
  parent: 'Parent',
  'somebody else': 'Somebody else',
} as const
export const ANSWERS = { accepted: 'Accepted', refused: 'Refused' } as const
export const SEEN_BY = {
  doctor: 'A doctor',
  nurse: 'A nurse',
  psychologist: 'A psychologist',
  therapist: 'A therapist',
  dentist: 'A dentist',
  'another worker': 'Another worker',
} as const
export const MODES = { 'in person': 'In person', telephone: 'By phone', video: 'By video' } as const
export const WAITS_FOR = {
  'an answer': 'An answer',
  'a first appointment': 'A first appointment',
  'another area to agree': 'Another area to agree',
  distance: 'It is too far from where they live',
  'a home that is settled': 'A home that is settled',
  consent: 'Consent',
  'a report': 'A report',
  'an interpreter or equipment': 'An interpreter or equipment',
  'somebody to take them': 'Somebody to take them',
  treatment: 'Treatment',
} as const
export const OUTCOMES = {
  'treatment or support began': 'Treatment or support began',
  'nothing further needed': 'Nothing further was needed',
  'passed on': 'Passed on to another service',
  'the child said no': 'The child said no',
  'closed without being seen': 'Closed without being seen',
} as const

export const PAID_BY = {
  'our area': 'Our area',
  'the area where they live': 'The area where they live',
  'another area': 'Another area',
  'the areas do not agree': 'The areas do not agree',
} as const
export const ESCALATED_TO = {
  'whoever leads that service': 'Whoever leads that service',
  'health team': 'The health team for children in care',
  'who buys it for our area': 'Who buys it for our area',
  'who buys it for another area': 'Who buys it for another area',
  'our own managers': 'Our own managers',
  'somebody else': 'Somebody else',
} as const

type Optional<Words> = keyof Words | null
export type NewReferral = {
  readonly asked: IsoDay
  readonly asked_for: keyof typeof ASKED_FOR
  readonly asked_by: keyof typeof ASKED_BY
  readonly answer: Optional<typeof ANSWERS>
  readonly answered: IsoDay | null
  readonly offered: IsoDay | null
  readonly seen: IsoDay | null
  readonly seen_by: Optional<typeof SEEN_BY>
  readonly mode: Optional<typeof MODES>
  readonly waits_for: Optional<typeof WAITS_FOR>
  readonly outcome: Optional<typeof OUTCOMES>
  readonly ended: IsoDay | null
  /** Whose area pays. */
  readonly paid_by: Optional<typeof PAID_BY>
  /** Taken to somebody above, since it did not move. */
  readonly escalated: IsoDay | null
  readonly escalated_to: Optional<typeof ESCALATED_TO>
}
/** As it was typed; what is left out was not asked on that form. */
export type TypedReferral = { readonly [Name in keyof NewReferral]?: string } & { readonly words: string }

type DayName = 'asked' | 'answered' | 'offered' | 'seen' | 'ended' | 'escalated'
const DAYS: readonly DayName[] = ['asked', 'answered', 'offered', 'seen', 'ended', 'escalated']
const THING: Readonly<Record<DayName, string>> = {
  asked: 'the day on which it was asked for',
  answered: 'the day of the answer',
  offered: 'the day of the first appointment',
  seen: 'the day on which they were seen',
  ended: 'the day on which it was over',
  escalated: 'the day on which it was taken further',
}

type Days = Readonly<Record<DayName, IsoDay | null>>
function daysOf(typed: TypedReferral, today: IsoDay): { readonly days: Days; readonly faults: readonly Fault[] } {
  const days: Record<DayName, IsoDay | null> = {
    ...{ asked: null, answered: null, offered: null, seen: null, ended: null, escalated: null },
  }
  const faults: Fault[] = []
  for (const field of DAYS) {
    // Only an appointment may lie ahead.
    const read = (text: string): TypedDay => (field === 'offered' ? anyDay(text) : happenedDay(text, today))
    const found = optionalDay(typed[field] ?? '', read)
    if ('fault' in found) {
      const says = found.fault === 'no day' ? `Write ${THING[field]} as a day, such as 23 Nov 2026.` : AHEAD(field)
      faults.push({ field, says })
    } else days[field] = found.day
  }
  return { days, faults }
}
const AHEAD = (field: DayName): string => `${THING[field].replace(/^t/, 'T')} cannot be after today.`

/** What one answer asks of another. */
function together({ days, typed }: { readonly days: Days; readonly typed: TypedReferral }): readonly Fault[] {
  const faults: Fault[] = []
  const unless = (holds: boolean, field: string, says: string) => {
    if (!holds) faults.push({ field, says })
  }
  const given = (name: keyof NewReferral) => (typed[name] ?? '') !== ''
  const { asked } = days
  for (const field of DAYS)
    if (asked !== null && field !== 'asked')
      unless((days[field] ?? asked) >= asked, field, `${THING[field].replace(/^t/, 'T')} is before it was asked for.`)
  unless(!given('answer') || given('answered'), 'answered', 'Write the day of the answer.')
  unless(given('answer') || !given('answered'), 'answer', 'Say whether it was accepted or refused.')
  unless(typed.answer !== 'refused' || typed.words !== '', 'what', 'Write why it was refused.')
  unless(!given('seen') || given('seen_by'), 'seen_by', 'Say who saw them.')
  unless(given('seen') || !given('seen_by'), 'seen', 'Write the day on which they were seen.')
  unless(given('seen') || !given('mode'), 'seen', 'Write the day on which they were seen.')
  unless(!given('escalated') || given('escalated_to'), 'escalated_to', 'Say to whom it was taken.')
  unless(given('escalated') || !given('escalated_to'), 'escalated', 'Write the day on which it was taken further.')
  unless(!given('outcome') || given('ended'), 'ended', 'Write the day on which it was over.')
  unless(given('outcome') || !given('ended'), 'outcome', 'Say what came of it.')
  unless(!given('outcome') || !given('waits_for'), 'waits_for', 'What is over waits for nothing. Leave this empty.')
  return faults
}

const optional = <Words extends object>(words: Words, text: string | undefined): keyof Words | null =>
  oneOf(words, text ?? '') ?? null

export function mayRecordReferral(typed: TypedReferral, today: IsoDay): Decided<NewReferral> {
  const { days, faults: ofDays } = daysOf(typed, today)
  const asked_for = oneOf(ASKED_FOR, typed.asked_for ?? '')
  const asked_by = oneOf(ASKED_BY, typed.asked_by ?? '')
  const faults: Fault[] = [...ofDays]
  if (days.asked === null && ofDays.every(({ field }) => field !== 'asked'))
    faults.push({ field: 'asked', says: `Write ${THING.asked}, such as 23 Nov 2026.` })
  if (asked_for === undefined) faults.push({ field: 'asked_for', says: 'Say what was asked for.' })
  if (asked_by === undefined) faults.push({ field: 'asked_by', says: 'Say who asked.' })
  faults.push(...together({ days, typed }).filter(({ field }) => faults.every((one) => one.field !== field)))
  const { asked } = days
  if (asked === null || asked_for === undefined || asked_by === undefined || faults.length > 0) return { faults }
  return {
    ok: {
      ...days,
      ...{ asked, asked_for, asked_by },
      answer: optional(ANSWERS, typed.answer),
      seen_by: optional(SEEN_BY, typed.seen_by),
      mode: optional(MODES, typed.mode),
      waits_for: optional(WAITS_FOR, typed.waits_for),
      outcome: optional(OUTCOMES, typed.outcome),
      paid_by: optional(PAID_BY, typed.paid_by),
      escalated_to: optional(ESCALATED_TO, typed.escalated_to),
    },
  }
}

/** Over, once there is an outcome or it was refused; until then it waits, whether anybody said for what or not. */
export const isOpen = ({ outcome, answer }: { readonly outcome: string | null; readonly answer: string | null }) =>
  outcome === null && answer !== 'refused'
