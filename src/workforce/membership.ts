// Membership of a team: who may join in which part and from when, and how it ends.
import { anyDay, type IsoDay, optionalDay } from '#calendar'

export const TEAM_PARTS = {
  worker: 'works with children',
  manager: 'manages the team, and every team under it',
  'business-support': 'business support',
  duty: 'on duty',
} as const
export type TeamPart = keyof typeof TEAM_PARTS
const isTeamPart = (text: string): text is TeamPart => Object.hasOwn(TEAM_PARTS, text)

/** Half-open: no longer a member on the second day. */
export type Span = { readonly since: IsoDay; readonly until: IsoDay | null }
export type Membership = Span & { readonly person: string; readonly team: string; readonly part: string }
/** `share`: how much of a full post they work there. */
export type NewMembership = Membership & { readonly part: TeamPart; readonly share?: number | null }
export type TypedMembership = {
  readonly person: string
  readonly team: string
  readonly part: string
  readonly since: string
  readonly until: string
}
export type MembershipRefusal =
  | 'part unknown'
  | 'since no day'
  | 'until no day'
  | 'ends before it starts'
  | 'there already'

const overlap = (a: Span, b: Span): boolean =>
  (b.until === null || a.since < b.until) && (a.until === null || b.since < a.until)

/** `standing`: memberships of that person as they stand. A rota may be typed ahead, so days may lie ahead. */
export function mayJoin(
  typed: TypedMembership,
  standing: readonly Membership[],
): { readonly ok: NewMembership } | { readonly refused: readonly MembershipRefusal[] } {
  const { person, team, part } = typed
  const since = anyDay(typed.since)
  const until = optionalDay(typed.until, anyDay)
  const refused: MembershipRefusal[] = []
  if (!isTeamPart(part)) refused.push('part unknown')
  if ('fault' in since) refused.push('since no day')
  if ('fault' in until) refused.push('until no day')
  if (!isTeamPart(part) || 'fault' in since || 'fault' in until) return { refused }
  if (until.day !== null && until.day <= since.day) return { refused: ['ends before it starts'] }
  const joined = { person, team, part, since: since.day, until: until.day }
  const same = standing.filter((other) => other.person === person && other.team === team && other.part === part)
  return same.some((other) => overlap(other, joined)) ? { refused: ['there already'] } : { ok: joined }
}

export function mayLeave(
  membership: Span,
  typedUntil: string,
): { readonly ok: IsoDay } | { readonly refused: readonly MembershipRefusal[] } {
  const until = anyDay(typedUntil)
  if ('fault' in until) return { refused: ['until no day'] }
  return until.day <= membership.since ? { refused: ['ends before it starts'] } : { ok: until.day }
}

const WORDS: Readonly<Record<MembershipRefusal, string>> = {
  'part unknown': 'Say what they do in the team: worker, manager, business support, or duty.',
  'since no day': 'Write the first day, for example 23 Nov 2026.',
  'until no day': 'Write the day from which they no longer belong, for example 27 Nov 2026, or leave it empty.',
  'ends before it starts': 'The end has to be after the first day.',
  'there already': 'They are in this team, in this part, for some of that time already.',
}
export const membershipRefusalWords = (refusal: MembershipRefusal): string => WORDS[refusal]
