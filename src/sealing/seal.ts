// What is decided of sealing a record: the days, who may open it, and what two people say of opening it again.
import { formatDay, type IsoDay } from '#calendar'
import type { Typed } from '#drafts'
import { type Fault, reading } from '#forms'
import { citationText } from '#law'
import { adoptionRecordKept } from '#retention'

export const STEP_WORDS = {
  sealed: 'Sealed',
  'opening proposed': 'Sealed; that it is opened again is proposed',
  opened: 'Opened again',
  'opening refused': 'Sealed; that it is opened again was refused',
} as const
export type Step = keyof typeof STEP_WORDS
export const isStep = (step: string): step is Step => Object.hasOwn(STEP_WORDS, step)

/** Until when the record of an adoption is kept, with the law that says so. */
export function keptWords(ordered: IsoDay): string {
  const answer = adoptionRecordKept.ask({ ordered })
  const cites = adoptionRecordKept.cites.map(citationText).join('; ')
  return answer.kind === 'keptUntil' ? `Kept until ${formatDay(answer.day)} at least (${cites}).` : 'Not known.'
}

type Decided<Ok> = { readonly ok: Ok } | { readonly faults: readonly Fault[] }
export type Person = { readonly id: string; readonly name: string }
export type SealGiven = {
  readonly name: string
  /** The days on which care ended with an adoption. */
  readonly adopted: readonly IsoDay[]
  readonly people: readonly Person[]
  readonly me: string
}
export type NewSeal = {
  readonly orderMade: IsoDay
  readonly decided: IsoDay
  readonly named: readonly string[]
  readonly why: string
}

export function decideSeal(typed: Typed, given: SealGiven, today: IsoDay): Decided<NewSeal> {
  const r = reading(typed, today)
  if (given.adopted.length === 0)
    r.fault('', 'Care has not ended with an adoption order in this record. Say first, on Leaving care, that it has.')
  const orderMade = r.day('order_made', 'the day of the adoption order')
  const decided = r.day('decided', 'the day of the decision')
  if (decided < orderMade) r.fault('decided', 'That is before the order was made.')
  const others = ['second', 'third'].map((field) => typed.one(field)).filter((id) => id !== '')
  for (const field of ['second', 'third']) {
    const id = typed.one(field)
    if (id === '' ? field === 'second' : !given.people.some((person) => person.id === id))
      r.fault(field, 'Choose somebody else who works here: two people have to be named.')
  }
  const why = r.words('why', 'Say what the decision rests on.')
  return r.result(() => ({ orderMade, decided, named: [...new Set([given.me, ...others])], why }))
}

export type Reason = { readonly reason: string; readonly hours: number }
const LEAST_WORDS = 10
export function decideReason(typed: Typed): Decided<Reason> {
  const [reason, hours] = [typed.words('reason'), Number(typed.one('hours'))]
  const faults = [
    ...(reason.trim().length < LEAST_WORDS
      ? [{ field: 'reason', says: 'Say in your own words why you have to read this record now.' }]
      : []),
    ...(Number.isInteger(hours) && hours >= 1 && hours <= 4
      ? []
      : [{ field: 'hours', says: 'Choose one to four hours.' }]),
  ]
  return faults.length > 0 ? { faults } : { ok: { reason, hours } }
}

export type OpenGiven = {
  readonly step: Step
  readonly mine: boolean
  readonly version: string
  readonly child: string
}
export type Opening = { readonly step: Step; readonly why: string }
/** The first of two proposes, the second decides. */
export function decideOpening(typed: Typed, { step, mine }: OpenGiven, today: IsoDay): Decided<Opening> {
  const r = reading(typed, today)
  if (step === 'opened') r.fault('', 'It has been opened since you looked.')
  const waits = step === 'opening proposed'
  const answer = waits ? r.choice('answer', ['yes', 'no'], 'Say yes or no.') : 'yes'
  if (waits && mine && answer === 'yes')
    r.fault('answer', 'You proposed it. Somebody else who is named has to say yes.')
  const why = r.words('why', 'Say in your own words why.')
  const next: Step = waits ? (answer === 'yes' ? 'opened' : 'opening refused') : 'opening proposed'
  return r.result(() => ({ step: next, why }))
}
