// What ties two people around the child: unions, parents and carers, and how two people are with each other.
import { anyDay, type IsoDay, optionalDay } from '#calendar'
import type { Decided } from './person.ts'

/** `group` union: a couple; parent: the first is the parent, or stands in for one; bond: how two people are with each other. */
export const TIES = {
  married: { group: 'union', words: 'married' },
  'civil-partners': { group: 'union', words: 'civil partners' },
  'living-together': { group: 'union', words: 'a couple, living together' },
  together: { group: 'union', words: 'a couple' },
  'never-a-couple': { group: 'union', words: 'have a child together, never a couple' },
  'parent-of': { group: 'parent', words: 'parent of' },
  'adoptive-parent-of': { group: 'parent', words: 'adoptive parent of' },
  'foster-carer-of': { group: 'parent', words: 'foster carer of' },
  'kin-carer-of': { group: 'parent', words: 'relative who cares for' },
  'step-parent-of': { group: 'parent', words: 'step-parent of' },
  'special-guardian-of': { group: 'parent', words: 'special guardian of' },
  close: { group: 'bond', words: 'close' },
  distant: { group: 'bond', words: 'not close' },
  hard: { group: 'bond', words: 'find it hard together' },
  frightening: { group: 'bond', words: 'one frightens the other' },
} as const satisfies Record<string, { readonly group: 'union' | 'parent' | 'bond'; readonly words: string }>
export type TieKind = keyof typeof TIES
export const isTieKind = (text: string): text is TieKind => Object.hasOwn(TIES, text)
type State = 'goes on' | 'parted' | 'not known'
const isState = (text: string): text is State => text === 'goes on' || text === 'parted' || text === 'not known'

/** Lines of people; null is the child. */
export type Ends = { readonly one: string | null; readonly other: string | null }
export type TypedTie = Ends & {
  readonly kind: string
  readonly state: string
  readonly since: string
  readonly until: string
  readonly note: string
}
export type NewTie = Ends & {
  readonly kind: TieKind
  readonly state: State
  readonly since: IsoDay | null
  readonly until: IsoDay | null
  readonly words: string
}
export type StandingTie = Ends & { readonly kind: string; readonly state: string }
export type TieRefusal =
  | 'tie unknown'
  | 'tie with themselves'
  | 'state unknown'
  | 'tie since no day'
  | 'tie until no day'
  | 'tie ends before it began'
  | 'tie goes on after its end'
  | 'tied already'
  | 'their own ancestor'

const samePair = (a: Ends, b: Ends): boolean =>
  (a.one === b.one && a.other === b.other) || (a.one === b.other && a.other === b.one)
const isParent = (kind: string): boolean => isTieKind(kind) && TIES[kind].group === 'parent'

/** Whether `above` is an ancestor of `below`, by parents as they stand; however the ties run, each person is looked at once. */
function isAbove(above: string | null, below: string | null, ties: readonly StandingTie[]): boolean {
  const parents = Map.groupBy(
    ties.filter(({ kind }) => isParent(kind)),
    ({ other }) => other,
  )
  const seen = new Set<string | null>()
  const waiting = [below]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (seen.has(at)) continue
    seen.add(at)
    for (const { one } of parents.get(at) ?? []) {
      if (one === above) return true
      waiting.push(one)
    }
  }
  return false
}

export function mayTie(typed: TypedTie, standing: readonly StandingTie[]): Decided<NewTie, TieRefusal> {
  const { one, other, kind, state } = typed
  const since = optionalDay(typed.since, anyDay)
  const until = optionalDay(typed.until, anyDay)
  const refused: TieRefusal[] = []
  if (!isTieKind(kind)) refused.push('tie unknown')
  if (one === other) refused.push('tie with themselves')
  if (!isState(state)) refused.push('state unknown')
  if ('fault' in since) refused.push('tie since no day')
  if ('fault' in until) refused.push('tie until no day')
  if (!isTieKind(kind) || !isState(state) || 'fault' in since || 'fault' in until || refused.length > 0)
    return { refused }
  if (since.day !== null && until.day !== null && until.day <= since.day)
    return { refused: ['tie ends before it began'] }
  if (until.day !== null && state !== 'parted') return { refused: ['tie goes on after its end'] }
  const again = standing.some((tie) => tie.kind === kind && tie.state !== 'parted' && samePair(tie, typed))
  if (again && state !== 'parted') return { refused: ['tied already'] }
  if (isParent(kind) && isAbove(other, one, standing)) return { refused: ['their own ancestor'] }
  return { ok: { one, other, kind, state, since: since.day, until: until.day, words: typed.note.trim() } }
}

/** Whether somebody around the child may be said to be a child of this council's record. */
export type LinkRefusal = 'link to themselves' | 'linked already'
export function mayLink(
  { child, otherChild, person }: { readonly child: string; readonly otherChild: string; readonly person: string },
  standing: readonly { readonly person: string; readonly other_child: string }[],
): Decided<true, LinkRefusal> {
  if (otherChild === child) return { refused: ['link to themselves'] }
  const again = standing.some((link) => link.person === person || link.other_child === otherChild)
  return again ? { refused: ['linked already'] } : { ok: true }
}
