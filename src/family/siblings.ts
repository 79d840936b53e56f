// Brothers and sisters as the child counts them, and decisions on together or apart.
import { anyDay, happenedDay, type IsoDay } from '#calendar'
import type { Decided } from './person.ts'

export type GroupRefusal = 'nobody in the group' | 'counted no day' | 'counted after today'
export type TypedGroup = {
  /** Lines of people around the child. */
  readonly members: readonly string[]
  readonly counted: string
  /** How the child said it. */
  readonly said: string
}
export type NewGroup = { readonly members: readonly string[]; readonly counted: IsoDay; readonly words: string }

export function mayCountGroup(typed: TypedGroup, today: IsoDay): Decided<NewGroup, GroupRefusal> {
  const counted = happenedDay(typed.counted, today)
  const members = [...new Set(typed.members)]
  const refused: GroupRefusal[] = []
  if (members.length === 0) refused.push('nobody in the group')
  if ('fault' in counted) refused.push(counted.fault === 'no day' ? 'counted no day' : 'counted after today')
  if ('fault' in counted || refused.length > 0) return { refused }
  return { ok: { members, counted: counted.day, words: typed.said.trim() } }
}

export const SIBLING_DECISIONS = {
  together: 'live together',
  apart: 'live apart',
  'some together': 'some live together',
} as const
export type SiblingDecisionKind = keyof typeof SIBLING_DECISIONS
const isKind = (text: string): text is SiblingDecisionKind => Object.hasOwn(SIBLING_DECISIONS, text)
export const SIBLING_DECIDERS = ['social worker', 'manager', 'review', 'court'] as const
type DecidedBy = (typeof SIBLING_DECIDERS)[number]
const isDecider = (text: string): text is DecidedBy => SIBLING_DECIDERS.some((one) => one === text)

export type SiblingDecisionRefusal =
  | 'sibling decision unknown'
  | 'sibling decider unknown'
  | 'sibling decision no day'
  | 'sibling decision after today'
  | 'why apart empty'
  | 'sibling review no day'
  | 'sibling review before decision'
export type TypedSiblingDecision = {
  readonly kind: string
  readonly decided: string
  readonly by: string
  readonly decider: string | null
  readonly reviewBy: string
  readonly why: string
}
export type NewSiblingDecision = {
  readonly kind: SiblingDecisionKind
  readonly decided: IsoDay
  readonly decided_by: DecidedBy
  readonly decider: string | null
  readonly review_by: IsoDay
  readonly words: string
}
/** Together so far as reasonably practicable (Children Act 1989 s.22C(7)(b), (8)(c)): living apart asks for the reason. */
export function mayDecideSiblings(
  typed: TypedSiblingDecision,
  today: IsoDay,
): Decided<NewSiblingDecision, SiblingDecisionRefusal> {
  const { kind, by, decider } = typed
  const decided = happenedDay(typed.decided, today)
  const review = anyDay(typed.reviewBy)
  const words = typed.why.trim()
  const refused: SiblingDecisionRefusal[] = []
  if (!isKind(kind)) refused.push('sibling decision unknown')
  if ('fault' in decided)
    refused.push(decided.fault === 'no day' ? 'sibling decision no day' : 'sibling decision after today')
  if (!isDecider(by)) refused.push('sibling decider unknown')
  if ('fault' in review) refused.push('sibling review no day')
  if (kind !== 'together' && words === '') refused.push('why apart empty')
  if (!isKind(kind) || !isDecider(by) || 'fault' in decided || 'fault' in review || refused.length > 0)
    return { refused }
  if (review.day <= decided.day) return { refused: ['sibling review before decision'] }
  return { ok: { kind, decided: decided.day, decided_by: by, decider, review_by: review.day, words } }
}
