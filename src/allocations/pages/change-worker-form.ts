// What the form of who works with a child decides: who, in which part, from when, and what becomes of whoever did until now.
import { type ActionRefusal, mayRecordAction, type NewAction } from '#actions'
import { formatDay, type IsoDay } from '#calendar'
import type { Typed } from '#drafts'
import { type Fault, type Reading, reading } from '#forms'
import {
  ALLOCATION_PARTS,
  type Allocation,
  type AllocationPart,
  isHeldAlone,
  mayAllocate,
  mayCorrectDays,
  mayEndAllocation,
} from '../allocation.ts'
import { allocationRefusalWords } from '../refusal-words.ts'

export type KnownAllocation = Allocation & { readonly id: string; readonly line: string }
export type Person = { readonly id: string; readonly name: string; readonly team: string | null }
export type WorkGiven = {
  readonly child: string
  readonly name: string
  readonly standing: readonly KnownAllocation[]
  /** Who may be allocated, with their team. */
  readonly people: readonly Person[]
  readonly officers: readonly Person[]
  readonly nameOf: (worker: string) => string
}
export type Ending = { readonly allocation: KnownAllocation; readonly until: IsoDay; readonly because: string }
export type NewWork = {
  readonly worker: string
  readonly part: AllocationPart
  readonly since: IsoDay
  readonly until: IsoDay | null
  /** The team that the child is with from then on; null: as before. */
  readonly team: string | null
  readonly ending: Ending | undefined
  readonly moveTo: string | null
  readonly why: string
  readonly hello: readonly NewAction[]
}

/** The return's reasons for a change of worker, as people say them. */
export const WHY_WORKER_CHANGED = {
  LEFTRL: 'They left the job',
  ABSENC: 'They are away for long',
  MANAGE: 'A manager decided so',
  ORGRST: 'The service was put together anew',
  TSPROC: 'The child moved to another team',
  FCONTA: 'They asked to work with the child no longer',
  CHCHAN: 'The child asked',
  PCCHAN: 'A parent or carer asked',
  SWDIED: 'They died',
  OTHERS: 'Another reason',
} as const
export type WhyChanged = keyof typeof WHY_WORKER_CHANGED
const [FIRST_WHY, ...OTHER_WHYS] = Object.keys(WHY_WORKER_CHANGED)
const WHYS: readonly [string, ...string[]] = [FIRST_WHY ?? 'OTHERS', ...OTHER_WHYS]
const PARTS = [
  'allocated-worker',
  'co-worker',
  'cover',
  'reviewing-officer',
  'personal-adviser',
] as const satisfies readonly AllocationPart[]

/** Whoever holds the part alone, on that day. */
const holderOf = ({ standing }: WorkGiven, part: AllocationPart, on: IsoDay): KnownAllocation | undefined =>
  isHeldAlone(part)
    ? standing.find(
        (one) => one.part === part && (one.since === null || one.since <= on) && (one.until === null || on < one.until),
      )
    : undefined

function endingIn(r: Reading, holder: KnownAllocation | undefined, since: IsoDay): Ending | undefined {
  if (holder === undefined) return undefined
  const because = r.choice('because', WHYS, 'Say why the worker changes.')
  const may = mayEndAllocation(holder, since, r.today)
  if ('ok' in may) return { allocation: holder, until: may.ok, because }
  for (const refusal of may.refused) r.fault('since', allocationRefusalWords(refusal, r.today))
  return undefined
}

function helloIn(r: Reading, given: WorkGiven, { worker, before }: { worker: string; before: string | undefined }) {
  if (!r.typed.ticked('hello')) return []
  const asked = [
    [`Say hello to ${given.name}, and write the note`, `that ${given.name} knows who comes now, and why`],
    ...(before === undefined
      ? []
      : [
          [
            `See that ${given.nameOf(before)} says goodbye to ${given.name}`,
            `that nobody leaves ${given.name} without a word`,
          ],
        ]),
  ] as const
  return asked.flatMap(([what = '', intended = '']) => {
    const due = { due: '', noDueWhy: 'the day is not known yet' }
    const owner = { worker, service: '' }
    const may = mayRecordAction(
      { what, intended, ...due, owner, origin: 'other', from: null, whoMayKnow: null },
      r.today,
    )
    return 'ok' in may ? [may.ok] : ([] satisfies ActionRefusal[])
  })
}

function personIn(r: Reading, given: WorkGiven, part: AllocationPart): Person | undefined {
  const list = part === 'reviewing-officer' ? given.officers : given.people
  const person = list.find(({ id }) => id === r.typed.one('worker'))
  if (person === undefined)
    r.fault(
      'worker',
      part === 'reviewing-officer'
        ? 'Choose a reviewing officer. They are of no team of yours.'
        : 'Choose a worker of your teams.',
    )
  return person
}

export function decideWork(
  typed: Typed,
  given: WorkGiven,
  today: IsoDay,
): { readonly ok: NewWork } | { readonly faults: readonly Fault[] } {
  const r = reading(typed, today)
  const part = r.choice('part', PARTS, 'Say in which part they work with the child.')
  const person = personIn(r, given, part)
  // A part that one holds alone is handed over when it is: who had it until then is not ended by a day ahead.
  const since = isHeldAlone(part) ? r.day('since', 'the first day') : r.dayAhead('since', 'the first day')
  const until = r.dayAheadIfAny('until', 'the day on which it ends')
  const holder = holderOf(given, part, since)
  const ending = endingIn(r, holder, since)
  const left = given.standing.filter(({ id }) => id !== holder?.id)
  const may = mayAllocate({ worker: person?.id ?? '', part, since, until: until ?? '' }, left)
  if ('refused' in may)
    for (const refusal of may.refused)
      r.fault(refusal === 'cover needs an end' ? 'until' : 'worker', allocationRefusalWords(refusal, today))
  const why = typed.words('why') || `${ALLOCATION_PARTS[part]} from ${formatDay(since)}`
  const worker = person?.id ?? ''
  const moveTo = ending !== undefined && part === 'allocated-worker' && typed.one('actions') !== 'leave' ? worker : null
  const team = part === 'allocated-worker' ? (person?.team ?? null) : null
  const hello = part === 'allocated-worker' ? helloIn(r, given, { worker, before: holder?.worker }) : []
  return r.result(() => ({ worker, part, since, until, team, ending, moveTo, why, hello }))
}

export type EndGiven = WorkGiven & { readonly ends: KnownAllocation }
export type NewEnd = { readonly ending: Ending; readonly moveTo: string | null; readonly why: string }

export function decideEnd(
  typed: Typed,
  { ends, people }: EndGiven,
  today: IsoDay,
): { readonly ok: NewEnd } | { readonly faults: readonly Fault[] } {
  const r = reading(typed, today)
  const until = r.day('until', 'the day from which they no longer work with the child')
  const ending = endingIn(r, ends, until)
  const to = typed.one('to')
  if (to !== '' && (to === ends.worker || !people.some(({ id }) => id === to)))
    r.fault('to', 'Choose somebody else of your teams, or leave the actions.')
  const why = typed.words('why') || `${formatDay(until)}: they no longer work with this child`
  const nothing = { allocation: ends, until, because: '' }
  return r.result(() => ({ ending: ending ?? nothing, moveTo: to === '' ? null : to, why }))
}

export type DaysGiven = WorkGiven & {
  readonly line: string
  readonly worker: string
  readonly part: string
  /** null: from before anybody wrote it down. */
  readonly since: IsoDay | null
}
export type NewDays = { readonly since: IsoDay | null; readonly until: IsoDay | null; readonly because: string | null }

/** The days of one allocation put right; its person and part stay. */
export function decideDays(
  typed: Typed,
  given: DaysGiven,
  today: IsoDay,
): { readonly ok: NewDays } | { readonly faults: readonly Fault[] } {
  const { worker, part, line } = given
  const r = reading(typed, today)
  const unknown = given.since === null && typed.one('since') === ''
  const since = unknown ? null : r.dayAhead('since', 'the first day')
  const until = r.dayAheadIfAny('until', 'the day on which it ended')
  if (isHeldAlone(part) && since !== null && since > today)
    r.fault('since', `That day has not come yet. Today is ${formatDay(today)}.`)
  const others = given.standing.filter((one) => one.line !== line)
  const refusal = mayCorrectDays({ worker, part, since, until }, others)
  if (refusal !== undefined)
    r.fault(refusal === 'another is allocated' ? 'since' : 'until', allocationRefusalWords(refusal, today))
  return r.result(() => ({ since, until, because: until === null ? null : r.choiceIfAny('because', WHYS) }))
}
