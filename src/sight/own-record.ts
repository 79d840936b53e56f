// Who works here and opens a certain record never, since it is their own or that of their family: what is said, and what may be taken.
import { formatDay, type IsoDay } from '#calendar'
import type { Typed, Values } from '#drafts'
import { type Fault, isId, reading } from '#forms'

export const HOW = {
  themselves: 'It is their own: they were this child',
  family: 'They are family of this child',
} as const
export type How = keyof typeof HOW

export type KeptOut = {
  readonly id: string
  readonly worker: string
  readonly child: string
  readonly how: How
  /** null: from before anybody asked. */
  readonly known: IsoDay | null
  /** Who answers in their place; null: their manager. */
  readonly standsIn: string | null
  /** Somebody has put it right or taken it back since. */
  readonly over: boolean
}
export type NewKeptOut = Omit<KeptOut, 'id' | 'over'> & { readonly retracted: boolean }

export type Person = { readonly id: string; readonly name: string }
export type KeepGiven = {
  /** What the page is headed with. */
  readonly name: string
  /** null: an administrator, who sees no child, writes the number of the record. */
  readonly child: string | null
  /** null: chosen among the people. */
  readonly worker: string | null
  /** Everybody who works here, but not whoever asks. */
  readonly people: readonly Person[]
  /** What is put right; undefined: nothing has been said yet. */
  readonly kept: KeptOut | undefined
}

/** As it is said on a row: 'Since 27 Nov 2026'. */
export const knownWords = ({ known }: Pick<KeptOut, 'known'>): string =>
  known === null ? 'Day not known' : `Since ${formatDay(known)}`

export function startOf({ kept }: KeepGiven): Values {
  if (kept === undefined) return {}
  const known = kept.known === null ? '' : formatDay(kept.known)
  return { how: [kept.how], known: [known], stands_in: [kept.standsIn ?? ''], right: ['stands'] }
}

export function decideKeep(
  typed: Typed,
  given: KeepGiven,
  today: IsoDay,
): { readonly ok: NewKeptOut } | { readonly faults: readonly Fault[] } {
  const { kept, people } = given
  if (kept?.over === true)
    return { faults: [{ field: '', says: 'Somebody has put this right since you opened it. Open it anew.' }] }
  if (kept !== undefined && typed.one('right') === 'wrong') return { ok: { ...kept, retracted: true } }
  const r = reading(typed, today)
  const worker = given.worker ?? typed.one('worker')
  if (!people.some(({ id }) => id === worker)) r.fault('worker', 'Choose who works here.')
  const child = given.child ?? typed.one('record').toLowerCase()
  if (!isId(child)) r.fault('record', 'Write the whole number of the record, with its dashes.')
  const how = r.choice('how', ['themselves', 'family'], 'Say whether it is their own record or their family’s.')
  const known = r.day('known', 'the day from which this is known')
  const standsIn = typed.one('stands_in')
  if (standsIn !== '' && (standsIn === worker || !people.some(({ id }) => id === standsIn)))
    r.fault('stands_in', 'Choose somebody else who works here, or leave it to their manager.')
  const who = standsIn === '' ? null : standsIn
  return r.result(() => ({ worker, child, how, known, standsIn: who, retracted: false }))
}
