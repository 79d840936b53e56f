// For an island: how long the session has left. Asking keeps it open, never beyond its longest.
import { type Answer, json, type OpenVisit } from '#web'

/** Seconds, and whether the longest is near: then only signing in anew helps. */
export async function keepAlive({ signedIn }: OpenVisit): Promise<Answer> {
  if (signedIn === undefined) return json({ signedOut: true }, 401)
  const { idleLeft, longestLeft } = signedIn.me.session
  return json({ idleLeft, longestLeft })
}

/** For a page that stayed open while its person signed in again in another window: who they are, and what its forms carry now. */
export async function whoIsHere({ signedIn }: OpenVisit): Promise<Answer> {
  if (signedIn === undefined) return json({ signedOut: true }, 401)
  const { idleLeft, longestLeft } = signedIn.me.session
  return json({ person: signedIn.who.person, token: signedIn.token, idleLeft, longestLeft })
}
