// Whether one line may stand for a child this time: nothing has changed, because. It never counts as a full discussion. Pure.
import type { IsoDay } from '#calendar'
import { type Due, isLateOn } from './frequency.ts'

export const HAPPENINGS = ['move', 'missing', 'allegation', 'order', 'late visit'] as const
/** After any of these something has changed, whatever anybody thinks of it. */
export type Happening = (typeof HAPPENINGS)[number]
export type Happened = { readonly what: Happening; readonly on: IsoDay }

export type BeforeLine = {
  /** The day of the time together. */
  readonly held: IsoDay
  /** Since when: the last time this child was spoken of at all; null: never. */
  readonly spoken: IsoDay | null
  readonly lastWasLine: boolean
  readonly full: Due
  readonly happened: readonly Happened[]
}
export type NoLine =
  | { readonly kind: 'never discussed' }
  | { readonly kind: 'twice running' }
  | { readonly kind: 'full discussion due'; readonly by: IsoDay }
  | ({ readonly kind: 'happened' } & Happened)

/** Every reason why the child is to be thought about fully instead; none: one line may stand. */
export function whyNoLine({ held, spoken, lastWasLine, full, happened }: BeforeLine): readonly NoLine[] {
  if (spoken === null) return [{ kind: 'never discussed' }]
  const since = happened.filter(({ on }) => on >= spoken && on <= held)
  return [
    ...(lastWasLine ? [{ kind: 'twice running' } as const] : []),
    ...(full.due !== null && (full.due === held || isLateOn(full, held))
      ? [{ kind: 'full discussion due', by: full.due } as const]
      : []),
    ...since.map((one) => ({ kind: 'happened', ...one }) as const),
  ]
}
