// What leads from a sealed record to another: that the child is known here again, or that a brother or sister may read the name; by two.
import type { IsoDay } from '#calendar'
import type { Typed } from '#drafts'
import { type Fault, reading } from '#forms'

export const TIE_WORDS = {
  'known again': 'The child is known here again',
  'shown to': 'The name may be read in a brother’s or sister’s record',
} as const
export type TieKind = keyof typeof TIE_WORDS
export const isTieKind = (kind: string): kind is TieKind => Object.hasOwn(TIE_WORDS, kind)

export const TIE_STEPS = {
  proposed: 'Proposed: somebody else who is named has to agree',
  agreed: 'Agreed',
  refused: 'Not agreed',
  ended: 'Ended',
} as const
export type TieStep = keyof typeof TIE_STEPS
export const isTieStep = (step: string): step is TieStep => Object.hasOwn(TIE_STEPS, step)

export type TieGiven = { readonly step: TieStep; readonly mine: boolean }
/** What waits is agreed or refused; what was agreed is ended. */
export function decideTie(
  typed: Typed,
  { step, mine }: TieGiven,
  today: IsoDay,
): { readonly ok: { readonly step: TieStep; readonly why: string } } | { readonly faults: readonly Fault[] } {
  const r = reading(typed, today)
  if (step !== 'proposed' && step !== 'agreed') r.fault('', 'Nothing waits here. It can be proposed anew.')
  const answer = step === 'proposed' ? r.choice('answer', ['yes', 'no'], 'Say yes or no.') : 'no'
  if (mine && answer === 'yes') r.fault('answer', 'You proposed it. Somebody else who is named has to agree.')
  const why = r.words('why', 'Say in your own words why.')
  const next: TieStep = step === 'agreed' ? 'ended' : answer === 'yes' ? 'agreed' : 'refused'
  return r.result(() => ({ step: next, why }))
}
