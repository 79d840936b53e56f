// What every form of a dispute knows beforehand: the child, the dispute, and where it stands.
import type { FC } from 'hono/jsx'
import { mayDo } from '#access'
import { dayOf, formatDay, type IsoDay, numberOf } from '#calendar'
import { childById } from '#children'
import type { Asking } from '#database'
import type { Item, Reading } from '#forms'
import { Card, Facts } from '#look'
import { everyColleague } from '#workforce'
import { type Step, stepsOf, type TierDays } from '../dispute.ts'
import { type DisputeStage, disputesStanding, type StandingDispute, tierDays } from '../store.ts'
import { TIER_WORDS } from '../words.ts'
import type { Of } from './hanging.tsx'

export type ChildGiven = {
  readonly child: string
  readonly name: string
  readonly me: string
  readonly days: TierDays
  readonly colleagues: readonly Item[]
}
export type DisputeGiven = ChildGiven & {
  readonly dispute: StandingDispute
  readonly steps: readonly Step<DisputeStage>[]
  /** They write as the child's reviewing officer, or as a manager. */
  readonly as: 'officer' | 'manager' | undefined
}

export async function childGiven(asking: Asking, { child, me, today }: Of): Promise<ChildGiven | undefined> {
  const known = await childById(asking, child)
  if (known === undefined) return undefined
  const colleagues = (await everyColleague(asking)).map(({ id, name }) => ({ value: id, text: name }))
  return { child, name: known.name ?? 'this child', me, days: await tierDays(asking, today), colleagues }
}

export async function disputeGiven(asking: Asking, at: Of, line: string): Promise<DisputeGiven | undefined> {
  const dispute = (await disputesStanding(asking, [at.child])).find((one) => one.line === line)
  const known = dispute === undefined ? undefined : await childGiven(asking, at)
  if (dispute === undefined || known === undefined) return undefined
  const officer = await mayDo(asking, at.child, ['write', 'reviews'])
  const manager = !officer && (await mayDo(asking, at.child, ['approve', 'plan']))
  const as = officer ? 'officer' : manager ? 'manager' : undefined
  return { ...known, dispute, steps: stepsOf(dispute, numberOf(at.today), known.days), as }
}

/** As it was written, above every form that goes on from it. */
export const TheDispute: FC<{ readonly given: DisputeGiven }> = ({ given: { dispute, steps } }) => {
  const now = steps.at(-1)
  return (
    <Card title="The dispute">
      <Facts
        kind="wide"
        facts={[
          { name: 'What is not right', fact: { words: dispute.said?.issue ?? 'Taken out of sight' } },
          { name: 'What should change', fact: { words: dispute.said?.asked ?? 'Taken out of sight' } },
          { name: 'Where it stands', fact: { words: now === undefined ? 'With nobody yet' : stepWords(now) } },
        ]}
      />
    </Card>
  )
}
/** 'Team manager since Wed 2 Jun 2027, rose by itself; to be answered by …' */
function stepWords({ tier, since, last, stage }: Step): string {
  const by = last === undefined ? '' : `; to be answered by ${formatDay(dayOf(last))}`
  return `${TIER_WORDS[tier]} since ${formatDay(dayOf(since))}${stage === undefined ? ', rose by itself' : ''}${by}`
}

export const DISPUTE_PAGE = ({ child, about }: { readonly child: string | null; readonly about: string | null }) =>
  `/children/${child}/disputes/${about}`

/** One of the words of a table; a fault beside the field where it is none. */
export function chosen(
  read: Reading,
  { field, of, says }: { readonly field: string; readonly of: Readonly<Record<string, string>>; readonly says: string },
): string {
  const value = read.typed.one(field)
  if (!Object.hasOwn(of, value)) read.fault(field, says)
  return value
}
/** A colleague of the list, or nobody. */
export function colleague(read: Reading, field: string, { colleagues }: Pick<ChildGiven, 'colleagues'>): string | null {
  const value = read.typed.one(field)
  if (value === '') return null
  if (!colleagues.some((one) => one.value === value)) read.fault(field, 'Choose somebody from the list.')
  return value
}
/** It cannot have happened before what it hangs on. */
export function notBefore(
  read: Reading,
  field: string,
  { day, first }: { readonly day: IsoDay; readonly first: IsoDay },
): void {
  if (day < first) read.fault(field, `It was raised on ${formatDay(first)}: this cannot be before that.`)
}
