// What has been said of a home to each who is owed notice: told in writing, told otherwise, planned, decided against, or nothing yet. Pure.
import { type IsoDay, parseDay } from '#calendar'
import { answersUntold, type OwedTo } from './owed.ts'

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
  /** Their name, or the reason why not. */
  readonly words: string | undefined
}
export type Said =
  | { readonly kind: 'told'; readonly day: IsoDay | undefined; readonly how: string | null; readonly id: string }
  | {
      readonly kind: 'decided'
      readonly day: IsoDay | undefined
      readonly why: string
      readonly by: string | null
      readonly id: string
      /** It stands in the place of telling them. */
      readonly answers: boolean
    }
  | { readonly kind: 'planned'; readonly day: IsoDay | undefined; readonly id: string }
  | { readonly kind: 'nothing yet' }

const dayOf = (text: string | null): IsoDay | undefined => parseDay(text ?? '')

const standsForTelling = ({ recipient, not_told, words }: NoticeRow): boolean =>
  not_told !== null && answersUntold(recipient, not_told, (words ?? '') !== '')
/** What answers comes first: told in writing, then a decision; then told otherwise, then a plan. */
const rank = (row: NoticeRow): number => {
  if (row.told !== null) return row.how === 'in writing' ? 0 : 2
  if (standsForTelling(row)) return 1
  return row.not_told === 'not yet' ? 3 : 4
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
    return { kind: 'decided', day: dayOf(decided), why: not_told, by, id, answers: standsForTelling(best) }
  return { kind: 'planned', day: dayOf(planned), id }
}

/** Told in writing, or decided against by somebody who may: regulation 13 asks for no more. */
export const isAnswered = (said: Said): boolean =>
  (said.kind === 'decided' && said.answers) || (said.kind === 'told' && said.how === 'in writing')

export const ofItsEnd = ({ about }: Pick<NoticeRow, 'about'>): boolean => about === 'home ended'
