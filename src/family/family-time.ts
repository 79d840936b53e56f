// Family time: what is agreed with one person, and single times, planned and as they were.
import { anyDay, type IsoDay, optionalDay } from '#calendar'
import type { Decided } from './person.ts'

const oneOf = <Word extends string>(words: readonly Word[]) => {
  const known: readonly string[] = words
  return (text: string): text is Word => known.includes(text)
}
export const STANCES = ['goes on', 'as the child wants', 'paused', 'none'] as const
export const WAYS = ['in person', 'telephone', 'video', 'messages', 'letters'] as const
export const UNITS = ['days', 'weeks', 'months', 'years'] as const
export const SUPPORTS = ['on their own', 'supported', 'supervised', 'not said'] as const
export const TIME_BASES = [
  'agreed',
  'wish of the child',
  'decision of the council',
  'court order',
  'not known',
] as const
const isStance = oneOf(STANCES)
const isWay = oneOf(WAYS)
const isUnit = oneOf(UNITS)
const isSupport = oneOf(SUPPORTS)
const isTimeBasis = oneOf(TIME_BASES)
type Word<List extends readonly string[]> = List[number]

export type TimeRefusal =
  | 'stance unknown'
  | 'way unknown'
  | 'how often unclear'
  | 'support unknown'
  | 'time basis unknown'
  | 'order without a court'
  | 'why none empty'
  | 'time since no day'
  | 'time until no day'
  | 'time ends before it began'
export type TypedTime = {
  readonly person: string
  readonly stance: string
  readonly way: string
  /** '2' of 'weeks'; both empty: no fixed rhythm. */
  readonly every: string
  readonly unit: string
  readonly support: string
  readonly basis: string
  readonly courtOrder: string | null
  readonly since: string
  readonly until: string
  readonly note: string
}
export type NewTime = {
  readonly person: string
  readonly stance: Word<typeof STANCES>
  readonly way: Word<typeof WAYS>
  readonly every: number | null
  readonly unit: Word<typeof UNITS> | null
  readonly support: Word<typeof SUPPORTS>
  readonly basis: Word<typeof TIME_BASES>
  readonly court_order: string | null
  readonly since: IsoDay | null
  readonly until: IsoDay | null
  readonly words: string
}

type Rhythm = Pick<NewTime, 'every' | 'unit'>
function rhythmOf(every: string, unit: string): Rhythm | undefined {
  if (every.trim() === '' && unit === '') return { every: null, unit: null }
  const count = Number(every.trim())
  return /^\d{1,3}$/.test(every.trim()) && count >= 1 && count <= 366 && isUnit(unit)
    ? { every: count, unit }
    : undefined
}
function spanOf(typed: TypedTime): Decided<Pick<NewTime, 'since' | 'until'>, TimeRefusal> {
  const since = optionalDay(typed.since, anyDay)
  const until = optionalDay(typed.until, anyDay)
  const refused: TimeRefusal[] = []
  if ('fault' in since) refused.push('time since no day')
  if ('fault' in until) refused.push('time until no day')
  if ('fault' in since || 'fault' in until) return { refused }
  if (since.day !== null && until.day !== null && until.day <= since.day)
    return { refused: ['time ends before it began'] }
  return { ok: { since: since.day, until: until.day } }
}

/** Reasonable contact is the law's start (Children Act 1989 s.34(1)): none, or a pause, asks why. */
export function mayAgreeTime(typed: TypedTime): Decided<NewTime, TimeRefusal> {
  const { person, stance, way, support, basis, courtOrder } = typed
  const rhythm = rhythmOf(typed.every, typed.unit)
  const span = spanOf(typed)
  const words = typed.note.trim()
  const refused: TimeRefusal[] = []
  if (!isStance(stance)) refused.push('stance unknown')
  if (!isWay(way)) refused.push('way unknown')
  if (rhythm === undefined) refused.push('how often unclear')
  if (!isSupport(support)) refused.push('support unknown')
  if (!isTimeBasis(basis)) refused.push('time basis unknown')
  if (courtOrder !== null && basis !== 'court order') refused.push('order without a court')
  if ((stance === 'none' || stance === 'paused') && words === '') refused.push('why none empty')
  if ('refused' in span) refused.push(...span.refused)
  if (!isStance(stance) || !isWay(way) || !isSupport(support) || !isTimeBasis(basis)) return { refused }
  if (rhythm === undefined || 'refused' in span || refused.length > 0) return { refused }
  return { ok: { person, stance, way, ...rhythm, support, basis, court_order: courtOrder, ...span.ok, words } }
}

const ONE_OF_EACH: Readonly<Record<string, string>> = {
  days: 'every day',
  weeks: 'every week',
  months: 'every month',
  years: 'every year',
}
/** 'every 2 weeks', 'every month', 'as the child wants', 'paused', 'none', 'no fixed rhythm'. */
export function howOften(time: {
  readonly stance: string
  readonly every: number | null
  readonly unit: string | null
}): string {
  if (time.stance !== 'goes on') return time.stance
  if (time.every === null || time.unit === null) return 'no fixed rhythm'
  return time.every === 1 ? (ONE_OF_EACH[time.unit] ?? '') : `every ${time.every} ${time.unit}`
}

export const TIME_STATES = ['planned', 'kept', 'cut short', 'cancelled'] as const
export const CANCELLERS = {
  child: 'the child',
  person: 'the person they were to see',
  carer: 'the carer',
  us: 'us',
  other: 'somebody or something else',
} as const
export type Canceller = keyof typeof CANCELLERS
const isState = oneOf(TIME_STATES)
const isCanceller = (text: string): text is Canceller => Object.hasOwn(CANCELLERS, text)
export type TimeDayRefusal =
  | 'time day no day'
  | 'time state unknown'
  | 'happened after today'
  | 'canceller unknown'
  | 'canceller of a kept time'
  | 'why cancelled empty'
export type TypedTimeDay = {
  readonly person: string
  readonly happens: string
  readonly state: string
  readonly cancelledBy: string
  /** How it was for the child, or why it did not happen. */
  readonly note: string
}
export type NewTimeDay = {
  readonly person: string
  readonly happens: IsoDay
  readonly state: Word<typeof TIME_STATES>
  readonly cancelled_by: Canceller | null
  readonly words: string
}
/** A time may be planned or cancelled ahead; it has been kept only once its day has come. */
export function mayTellTime(typed: TypedTimeDay, today: IsoDay): Decided<NewTimeDay, TimeDayRefusal> {
  const { person, state, cancelledBy } = typed
  const happens = anyDay(typed.happens)
  const words = typed.note.trim()
  const refused: TimeDayRefusal[] = []
  if ('fault' in happens) refused.push('time day no day')
  if (!isState(state)) refused.push('time state unknown')
  if (state === 'cancelled' && !isCanceller(cancelledBy)) refused.push('canceller unknown')
  if (state === 'cancelled' && words === '') refused.push('why cancelled empty')
  if (state !== 'cancelled' && cancelledBy !== '') refused.push('canceller of a kept time')
  if ('fault' in happens || !isState(state) || refused.length > 0) return { refused }
  if ((state === 'kept' || state === 'cut short') && happens.day > today) return { refused: ['happened after today'] }
  return {
    ok: { person, happens: happens.day, state, cancelled_by: isCanceller(cancelledBy) ? cancelledBy : null, words },
  }
}
