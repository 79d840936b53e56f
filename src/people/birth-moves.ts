// What another birth date moves, counted by who can: the clock stands above this room, so whoever composes hands it in. Here its words.
import type { IsoDay } from '#calendar'

export type BirthMoves = {
  /** Owed before and after, on another day. */
  readonly otherDay: number
  readonly newlyOwed: number
  readonly noLongerOwed: number
  /** The day stays; whether it was met in time, or is known at all, does not. */
  readonly otherwise: number
  readonly overdue: { readonly before: number; readonly after: number }
  readonly rules: readonly { readonly name: string; readonly count: number }[]
}
export type Reckoned = {
  /** Counted from the parts that the asker sees, and those are not all. */
  readonly inPart: boolean
  /** `born` undefined: no birth date would be in force. */
  readonly moves: (born: IsoDay | undefined) => BirthMoves
}
const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

/** One sentence each; the first says how many in all. */
export function movesInWords({ otherDay, newlyOwed, noLongerOwed, otherwise, overdue }: BirthMoves): readonly string[] {
  const all = otherDay + newlyOwed + noLongerOwed + otherwise
  if (all === 0) return ['No duty changes.']
  return [
    `${counted(all, 'duty changes', 'duties change')}, past days among them.`,
    otherDay > 0 ? `${counted(otherDay, 'falls', 'fall')} due on another day.` : '',
    newlyOwed > 0 ? `${counted(newlyOwed, 'is', 'are')} owed that ${newlyOwed === 1 ? 'was' : 'were'} not.` : '',
    noLongerOwed > 0 ? `${counted(noLongerOwed, 'is', 'are')} not owed any longer.` : '',
    otherwise > 0
      ? `${counted(otherwise, 'keeps its', 'keep their')} day, and stands otherwise: met, late or not known.`
      : '',
    overdue.before === overdue.after
      ? `As many are overdue today as before: ${overdue.after}.`
      : `Overdue today: ${overdue.after}, instead of ${overdue.before}.`,
  ].filter((sentence) => sentence !== '')
}
