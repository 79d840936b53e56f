// What the routes of sign-in are given, and the one way in which a session begins.
import type { Council, Door } from '#database'
import { deviceOf, type Sessions } from '#sessions'
import { type Answer, type OpenVisit, redirect, sessionCookie } from '#web'

export type SignInDeps = {
  readonly door: Door
  readonly council: Council
  readonly sessions: Sessions
  readonly log: { readonly error: (about: Readonly<Record<string, unknown>>, message: string) => void }
}
const NO_SIGN_IN = { name: 'kith-signing-in', value: '', seconds: 0 } as const

/** Whoever signs in anew in the same browser leaves the session that was there. Undefined: nobody who may be here. */
export async function beginSession(
  visit: OpenVisit,
  { sessions, council }: SignInDeps,
  { person, to }: { readonly person: string; readonly to: string },
): Promise<Answer | undefined> {
  const secret = await sessions.begin({ council: council.council, person }, deviceOf(visit.agent))
  if (secret === undefined) return undefined
  if (visit.signedIn !== undefined) await sessions.endAll(visit.signedIn.who, visit.signedIn.me.session.handle)
  return redirect(to, [sessionCookie(secret, sessions.limits.longestMinutes), NO_SIGN_IN])
}
