// A log-out token of OpenID Connect Back-Channel Logout 1.0: read, its signature checked against the provider's keys, its claims checked.
import { createPublicKey, type JsonWebKey, verify } from 'node:crypto'

export type SignedToken = {
  readonly algorithm: string
  readonly key: string | undefined
  readonly claims: Readonly<Record<string, unknown>>
  readonly signed: Buffer
  readonly signature: Buffer
}
/** As the provider publishes it, with `kid`. */
export type ProvidersKey = JsonWebKey & { readonly kid?: unknown; readonly use?: unknown }

function jsonIn(part: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined
  } catch {
    return undefined
  }
}

export function tokenIn(text: string): SignedToken | undefined {
  const [head = '', body = '', signature = '', ...more] = text.split('.')
  const [header, claims] = [jsonIn(head), jsonIn(body)]
  if (header === undefined || claims === undefined || more.length > 0) return undefined
  const { alg, kid } = header
  if (typeof alg !== 'string') return undefined
  return {
    ...{ algorithm: alg, key: typeof kid === 'string' ? kid : undefined, claims },
    signed: Buffer.from(`${head}.${body}`),
    signature: Buffer.from(signature, 'base64url'),
  }
}

/** What each algorithm asks of the key: one named in the token and made for another is none. */
const ALGORITHMS: Readonly<Record<string, { readonly kty: string; readonly options: object }>> = {
  RS256: { kty: 'RSA', options: {} },
  PS256: { kty: 'RSA', options: { padding: 6, saltLength: 32 } },
  ES256: { kty: 'EC', options: { dsaEncoding: 'ieee-p1363' } },
}

export function isSignedBy({ algorithm, key, signed, signature }: SignedToken, keys: readonly ProvidersKey[]): boolean {
  const known = Object.hasOwn(ALGORITHMS, algorithm) ? ALGORITHMS[algorithm] : undefined
  if (known === undefined) return false
  const fit = keys.filter((one) => one.kty === known.kty && one.use !== 'enc' && (key === undefined || one.kid === key))
  return fit.some((one) => {
    try {
      const from = createPublicKey({ key: one, format: 'jwk' })
      return verify('sha256', signed, { key: from, ...known.options }, signature)
    } catch {
      return false
    }
  })
}

const ENDED = 'http://schemas.openid.net/event/backchannel-logout'
/** How old a token may be, and how far ahead the provider's clock may run; seconds. */
const FRESH = 300
const AHEAD = 60

type Asked = { readonly issuer: string; readonly clientId: string; readonly now: number }
/** Whose sessions end; undefined: not for us, not fresh, or no log-out token at all. `now`: milliseconds. */
export function subjectEnded(claims: SignedToken['claims'], { issuer, clientId, now }: Asked): string | undefined {
  const { iss, aud, iat, exp, events, nonce, sub } = claims
  const seconds = now / 1000
  const forUs = aud === clientId || (Array.isArray(aud) && aud.includes(clientId))
  const fresh = typeof iat === 'number' && iat >= seconds - FRESH && iat <= seconds + AHEAD
  const open = exp === undefined || (typeof exp === 'number' && exp > seconds)
  const event = typeof events === 'object' && events !== null && Object.hasOwn(events, ENDED)
  if (iss !== issuer || !forUs || !fresh || !open || !event || nonce !== undefined) return undefined
  return typeof sub === 'string' && sub !== '' ? sub : undefined
}
