// Asks who is signed in now; where it is whoever opened this page, its forms carry the token of the new session.

type Session = {
  readonly person: string
  readonly token: string
  readonly idleLeft: number
  readonly longestLeft: number
}
const isSession = (found: unknown): found is Session =>
  typeof found === 'object' &&
  found !== null &&
  ['person', 'token', 'idleLeft', 'longestLeft'].every((name) => name in found)

export type Now =
  | { readonly kind: 'same'; readonly secondsLeft: number }
  /** Nothing of this page may be kept in their name. */
  | { readonly kind: 'somebody else' }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'not reached' }

export const personOfPage = (): string => document.documentElement.dataset['person'] ?? ''
export const tokenOfPage = (): string =>
  document.querySelector<HTMLInputElement>('input[name="form-token"]')?.value ?? ''

/** Only where it is known that the session of this page is over: asking keeps a session open. */
export async function whoIsSignedIn(): Promise<Now> {
  const answer = await fetch('/session').catch(() => undefined)
  if (answer?.status === 401) return { kind: 'nobody' }
  const found: unknown = answer?.ok ? await answer.json().catch(() => undefined) : undefined
  if (!isSession(found)) return { kind: 'not reached' }
  if (found.person !== personOfPage()) return { kind: 'somebody else' }
  for (const field of document.querySelectorAll<HTMLInputElement>('input[name="form-token"]')) field.value = found.token
  return { kind: 'same', secondsLeft: Math.min(found.idleLeft, found.longestLeft) }
}
