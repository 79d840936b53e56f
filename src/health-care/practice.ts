// A practice with which a child is registered, and rule HE-07: with a doctor and a dentist near the home without delay.
import { type DayNumber, day, happenedDay, type IsoDay, optionalDay } from '#calendar'
import { type Decided, oneOf } from '#drafts'
import type { Fault } from '#forms'
import { carePlanning2010, rule } from '#law'
import { type Basis, basis, type Closing, type Duty, type Recorded, raisedBy, type Span, settle } from '#ledger'

export const PRACTICES = { doctor: 'Doctor (GP)', dentist: 'Dentist', optician: 'Optician' } as const
export type PracticeKind = keyof typeof PRACTICES
export type NewPractice = {
  readonly kind: PracticeKind
  readonly since: IsoDay
  readonly until: IsoDay | null
  readonly near: IsoDay | null
}
export type TypedPractice = Readonly<Record<keyof NewPractice, string>> & { readonly words: string }

const FIELDS = ['since', 'until', 'near'] as const
export function mayRegister(typed: TypedPractice, today: IsoDay): Decided<NewPractice> {
  const faults: Fault[] = []
  const days: Record<(typeof FIELDS)[number], IsoDay | null> = { since: null, until: null, near: null }
  for (const field of FIELDS) {
    const found = optionalDay(typed[field], (text) => happenedDay(text, today))
    if ('day' in found) days[field] = found.day
    else
      faults.push({
        field,
        says: found.fault === 'no day' ? 'Write it as a day, such as 23 Nov 2026.' : 'This day cannot be after today.',
      })
  }
  const kind = oneOf(PRACTICES, typed.kind)
  const { since, until, near } = days
  if (kind === undefined) faults.push({ field: 'kind', says: 'Say what kind of practice it is.' })
  if (typed.words === '') faults.push({ field: 'what', says: 'Write the name of the practice.' })
  if (typed.since === '') faults.push({ field: 'since', says: 'Write from which day, such as 23 Nov 2026.' })
  if (since !== null && until !== null && until <= since)
    faults.push({ field: 'until', says: 'It ends after the day on which it began.' })
  if (near !== null && ((since !== null && near <= since) || (until !== null && near >= until)))
    faults.push({ field: 'near', says: 'Choose a day while they are registered there, after the first.' })
  return kind === undefined || since === null || faults.length > 0 ? { faults } : { ok: { kind, since, until, near } }
}

export const doctorAndDentist = rule<{ readonly on: IsoDay; readonly registered: IsoDay | undefined }, 'met' | 'owed'>({
  id: 'HE-07',
  name: 'Doctor and dentist near the placement',
  says: 'The child is registered with a doctor and a dentist near the home without delay. No number of days is set in England; ten working days is Welsh law.',
  level: 'statutory-guidance',
  verification: 'knowledge',
  cites: [carePlanning2010('Schedule 2')],
  inForce: { from: day('2011-04-01') },
  responsible: 'The carers; the social worker',
  trigger: 'the day this placement began',
  satisfiedBy: {
    fact: 'registration with a practice',
    table: 'kith.practice',
    words: 'A doctor and a dentist, each registered with since this home began or found near enough to it since.',
  },
  decidedOn: ({ on }) => on,
  apply: ({ registered }) => (registered === undefined ? 'owed' : 'met'),
  examples: [
    {
      name: 'fifteen days, and no doctor',
      vector: 'HE-07#1',
      given: { on: day('2026-06-01'), registered: undefined },
      expect: 'owed',
    },
    {
      name: 'registered',
      vector: 'HE-07#2',
      given: { on: day('2026-06-01'), registered: day('2026-02-03') },
      expect: 'met',
    },
  ],
})

const REGISTERED = basis({
  id: 'HE-07',
  rule: doctorAndDentist,
  name: 'Doctor and dentist near the home',
  count: { unit: 'none', n: 0 },
  since: 'the start of this home on',
  cites: carePlanning2010('Schedule 2'),
  kind: 'registration',
  remark: 'A practice from before this home counts once somebody has found it near enough.',
})
export const REGISTRATION_BASES: readonly Basis[] = [REGISTERED]

export interface Practice extends Recorded {
  readonly kind: string
  readonly from: DayNumber
  readonly until: DayNumber | undefined
  readonly near: DayNumber | undefined
}
type Rows<Columns extends readonly unknown[]> =
  | readonly (readonly [line: string, recorded: number, ...Columns])[]
  | null
/** As the clock reads them: the line, when it was first typed, then the columns. */
export interface HealthCareRows {
  readonly practices: Rows<[kind: string, since: DayNumber, until: DayNumber | null, near: DayNumber | null]>
  /** About an assessment, of young people who understand enough to refuse. */
  readonly consents: Rows<[about: string, decided: DayNumber, answer: string]>
}
export const practicesOf = ({ practices }: HealthCareRows): readonly Practice[] =>
  (practices ?? []).map(([line, recorded, kind, from, until, near]) => {
    return { line, recorded, kind, from, until: until ?? undefined, near: near ?? undefined }
  })
export interface HomeToRegister extends Recorded {
  readonly began: DayNumber
  readonly beganKnown: boolean
  readonly closes: DayNumber | undefined
  readonly closing: Closing | undefined
}

/** From which day it serves that home; undefined: not, as far as is known. */
function servesFrom({ from, near, until }: Practice, { began }: HomeToRegister): DayNumber | undefined {
  if (until !== undefined && until <= began) return undefined
  if (from >= began) return from
  return near !== undefined && near >= began ? near : undefined
}

function earliest(practices: readonly Practice[], home: HomeToRegister, kind: PracticeKind) {
  const found = practices.flatMap((practice) => {
    const on = practice.kind === kind ? servesFrom(practice, home) : undefined
    return on === undefined || (home.closes !== undefined && on >= home.closes) ? [] : [{ practice, on }]
  })
  return found.sort((a, b) => a.on - b.on)[0]
}

/** Of the latest home only: each new one asks again. `practices`: none later than the day asked about. */
export function registeredDuty(
  out: Duty[],
  home: HomeToRegister,
  { practices, spans }: { readonly practices: readonly Practice[]; readonly spans: readonly Span[] },
): void {
  const doctor = earliest(practices, home, 'doctor')
  const dentist = earliest(practices, home, 'dentist')
  const both = doctor !== undefined && dentist !== undefined ? (doctor.on >= dentist.on ? doctor : dentist) : undefined
  const { began, beganKnown, closes, closing } = home
  const raised = raisedBy(REGISTERED, home, {
    ...{ trigger: beganKnown ? began : undefined, due: undefined, closes, closing, spans },
    missing: beganKnown ? undefined : 'placementBegan',
  })
  out.push(settle(raised, both?.practice, both?.on))
}
