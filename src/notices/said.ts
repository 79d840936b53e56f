// What has been said of a home to each who is owed notice: told in writing, told otherwise, planned, decided against, or nothing yet. Pure.
import { type IsoDay, parseDay } from '#calendar'
import type { OwedTo } from './owed.ts'

/** One notice as the record holds it. */
export type NoticeRow = {
  readonly id: string
  readonly recipient: string
  readonly about: string
  readonly on_line: string | null
  readonly told: string | null
  readonly how: string | null
  readonly not_told: string | null
  readonly planned: string | null
  readonly decided: string | null
  readonly decided_by: string | null
}
export type Said =
  | { readonly kind: 'told'; readonly day: IsoDay | undefined; readonly how: string | null; readonly id: string }
  | {
      readonly kind: 'decided'
      readonly day: IsoDay | undefined
      readonly why: string
      readonly by: string | null
      readonly id: string
    }
  | { readonly kind: 'planned'; readonly day: IsoDay | undefined; readonly id: string }
  | { readonly kind: 'nothing yet' }

const dayOf = (text: string | null): IsoDay | undefined => parseDay(text ?? '')

/** Telling them in writing comes before telling them otherwise, and that before a decision or a plan. */
const rank = ({ told, how, not_told }: NoticeRow): number => {
  if (told !== null) return how === 'in writing' ? 0 : 1
  return not_told === 'not yet' ? 3 : 2
}

/** `notices`: of this home, of its beginning or of its end. */
export function saidTo({ any }: Pick<OwedTo, 'any'>, notices: readonly NoticeRow[]): Said {
  const [best] = notices
    .filter(({ recipient }) => any.some((one) => one === recipient))
    .toSorted((a, b) => rank(a) - rank(b))
  if (best === undefined) return { kind: 'nothing yet' }
  const { id, told, how, not_told, planned, decided, decided_by: by } = best
  if (told !== null) return { kind: 'told', day: dayOf(told), how, id }
  if (not_told !== null && not_told !== 'not yet')
    return { kind: 'decided', day: dayOf(decided), why: not_told, by, id }
  return { kind: 'planned', day: dayOf(planned), id }
}

/** Told in writing, or decided against: regulation 13 asks for no more. */
export const isAnswered = (said: Said): boolean =>
  said.kind === 'decided' || (said.kind === 'told' && said.how === 'in writing')

export const ofItsEnd = ({ about }: Pick<NoticeRow, 'about'>): boolean => about === 'home ended'
