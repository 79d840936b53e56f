// Restricting a record: closed (found, with whom to ask) or hidden (not found at all), and lifting it again; who decided, and why.
import type { Asking } from '#database'

export type Restriction =
  | { readonly kind: 'closed'; readonly named: readonly string[]; readonly ask: string }
  | { readonly kind: 'hidden'; readonly named: readonly string[] }
  | { readonly kind: 'lifted' }
export type RestrictionDecision = Restriction & {
  /** Why, in the decider's words. */
  readonly why: string
  /** The day of the decision. */
  readonly decided: string
}
export type Restricted =
  | { readonly kind: 'decided' }
  | { readonly kind: 'say why' }
  /** Nobody shuts themselves out: whoever decides must be able to lift it again. */
  | { readonly kind: 'name yourself' }
  | { readonly kind: 'not restricted' }

/** Decides who alone may see a child's record. Needs the right to write its oversight; without it the database refuses. */
export async function restrict(asking: Asking, child: string, decision: RestrictionDecision): Promise<Restricted> {
  const why = decision.why.trim()
  if (why === '') return { kind: 'say why' }
  if (decision.kind !== 'lifted' && !decision.named.includes(asking.who.person)) return { kind: 'name yourself' }
  const standing = await asking.record
    .selectFrom('kith.restriction_current')
    .select(['id', 'line'])
    .where('council', '=', asking.who.council)
    .where('child', '=', child)
    .orderBy('recorded', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  if (decision.kind === 'lifted' && standing === undefined) return { kind: 'not restricted' }
  const id = (await asking.newIds(1))[0] ?? ''
  const said = await asking.keepWords([{ record: id, child, text: why }])
  const row = {
    council: asking.who.council,
    id,
    line: standing?.line ?? id,
    supersedes: standing?.id ?? null,
    change: standing === undefined ? 'first' : 'change',
    child,
    said: said.get(id),
    recorded_by: asking.who.person,
    kind: decision.kind,
    named: decision.kind === 'lifted' ? [] : decision.named,
    ask: decision.kind === 'closed' ? decision.ask : null,
    decided: decision.decided,
    retention_class: 'child-in-care',
  }
  await asking.insert('kith.restriction', [row])
  return { kind: 'decided' }
}
