// Which earlier actions still want an answer before a time together can be signed, and which of them drift. Pure.
import { type Action, isDrift, isOpen } from '#actions'
import { type IsoDay, londonDay, parseInstant } from '#calendar'

const dayOf = (moment: string): IsoDay | undefined => {
  const at = parseInstant(moment)
  return at === undefined ? undefined : londonDay(at)
}
/** `session`: the lines from which actions of this very time came; they are new, and asked about the next time. */
export type Asked = { readonly held: IsoDay; readonly own: ReadonlySet<string> }

/** From supervision, of an earlier time. */
const isEarlier = ({ origin, from }: Pick<Action, 'origin' | 'from'>, { own }: Asked): boolean =>
  origin === 'supervision' && (from === null || !own.has(from.line))

/** Carried on with its reason on that day or since: that is an answer, and the second time it is drift. */
const carriedSince = ({ steps }: Pick<Action, 'steps'>, held: IsoDay): boolean =>
  steps.some(({ change, at }) => change.kind === 'carried on' && (dayOf(at) ?? '') >= held)

/** What is promised for a day that lies ahead is on its way. Whatever has no day, or whose day has come, is asked about. */
function wantsAnswer(action: Pick<Action, 'origin' | 'from' | 'ended' | 'due' | 'steps'>, asked: Asked): boolean {
  if (!isOpen(action) || !isEarlier(action, asked)) return false
  if ('day' in action.due && action.due.day > asked.held) return false
  return !carriedSince(action, asked.held)
}
export const wantAnswers = (actions: readonly Action[], asked: Asked): readonly Action[] =>
  actions.filter((action) => wantsAnswer(action, asked))
export const drifting = (actions: readonly Action[]): readonly Action[] => actions.filter(isDrift)
