// An OpenID Connect provider, the council's own or an organisation's: authorisation code with PKCE, state and nonce; every token's signature is checked.
import * as oidc from 'openid-client'
import { isSignedBy, type ProvidersKey, type SignedToken, subjectEnded, tokenIn } from './logout-token.ts'
import { plainIssuer } from './outside-providers.ts'

export type ProviderSettings = {
  /** Its name in the settings; undefined: the council's own. */
  readonly key?: string | undefined
  readonly issuer: URL
  readonly clientId: string
  readonly clientSecret: string
  /** Where browsers reach Kith. */
  readonly origin: URL
}
/** What a sign-in under way is checked against when it comes back. */
export type Checks = { readonly state: string; readonly nonce: string; readonly verifier: string }
export type Claims = Readonly<Record<string, unknown>>
export type Account = { readonly subject: string; readonly claims: Claims }
export type Failure = { readonly kind: 'down' | 'refused'; readonly code: string }

export type Provider = {
  readonly issuer: string
  readonly begin: () => Promise<{ readonly to: string; readonly checks: Checks } | Failure>
  /** `search`: what follows the path of the address that the provider sent the browser to. */
  readonly finish: (search: string, checks: Checks) => Promise<Account | Failure>
  /** Where to sign out at the provider too; undefined where it offers none, or is down. */
  readonly signOutAt: () => Promise<string | undefined>
  /** Whose sessions the provider says are over; undefined: the token is not the provider's, not for us, or not fresh. */
  readonly ended: (token: string) => Promise<string | undefined>
}
/** What only the composer may touch. `now`: milliseconds. */
export type World = { readonly fetch: (address: string) => Promise<Response>; readonly now: () => number }

const TIMEOUT_SECONDS = 10
/** An address of its own for each, so that what came back from one is never taken for another's. */
const backOf = ({ key }: ProviderSettings): string => (key === undefined ? '/sign-in/back' : `/sign-in/back/${key}`)
const THIS_MACHINE = /^(?:127\.0\.0\.1|localhost|\[::1\])$/

/** Asks the provider for its settings at the first sign-in, and again where that failed. */
export function providerAt(settings: ProviderSettings, world: World): Provider {
  const { issuer, origin } = settings
  if (issuer.protocol !== 'https:' && !THIS_MACHINE.test(issuer.hostname))
    throw new Error('A provider has to be reached by https: give its https address.')
  let found: oidc.Configuration | undefined
  const configuration = async (): Promise<oidc.Configuration> => {
    found ??= await discovered(settings)
    return found
  }
  const back = new URL(backOf(settings), origin)
  const signed = signatureCheck(world)
  return {
    issuer: plainIssuer(issuer),
    begin: async () => await failing(async () => await begun(await configuration(), back), 'down'),
    finish: async (search, checks) =>
      await failing(async () => await finished(await configuration(), new URL(back.pathname + search, origin), checks)),
    signOutAt: async () => {
      const config = await configuration().catch(() => undefined)
      if (config?.serverMetadata().end_session_endpoint === undefined) return undefined
      const signedOut = new URL('/signed-out', origin).href
      return oidc.buildEndSessionUrl(config, { post_logout_redirect_uri: signedOut }).href
    },
    ended: async (text) => {
      const token = tokenIn(text)
      const config = token === undefined ? undefined : await configuration().catch(() => undefined)
      if (token === undefined || config === undefined) return undefined
      const metadata = config.serverMetadata()
      if (!(await signed(token, metadata.jwks_uri))) return undefined
      return subjectEnded(token.claims, { issuer: metadata.issuer, clientId: settings.clientId, now: world.now() })
    },
  }
}

/** A minute between two looks at the provider's keys, whoever posts whatever. */
const KEYS_FOR = 60_000
/** Whether the token is signed with one of the provider's keys, which are asked for anew where none of those we know fits. */
function signatureCheck(world: World): (token: SignedToken, keysAt: string | undefined) => Promise<boolean> {
  let held: readonly ProvidersKey[] = []
  let asked = Number.NEGATIVE_INFINITY
  return async (token, keysAt) => {
    if (isSignedBy(token, held)) return true
    if (keysAt === undefined || world.now() - asked < KEYS_FOR) return false
    asked = world.now()
    const answer: unknown = await world.fetch(keysAt).then(
      async (given) => (given.ok ? await given.json() : {}),
      () => ({}),
    )
    held =
      typeof answer === 'object' && answer !== null && 'keys' in answer && Array.isArray(answer.keys) ? answer.keys : []
    return isSignedBy(token, held)
  }
}

async function discovered({ issuer, clientId, clientSecret }: ProviderSettings): Promise<oidc.Configuration> {
  const plain = issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : []
  // Without the last, the signature of a token that came by TLS would not be looked at.
  const execute = [...plain, oidc.enableNonRepudiationChecks]
  return await oidc.discovery(issuer, clientId, clientSecret, undefined, { execute, timeout: TIMEOUT_SECONDS })
}

async function begun(config: oidc.Configuration, back: URL) {
  const checks = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() }
  const to = oidc.buildAuthorizationUrl(config, {
    redirect_uri: back.href,
    scope: 'openid profile email',
    state: checks.state,
    nonce: checks.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(checks.verifier),
    code_challenge_method: 'S256',
  })
  return { to: to.href, checks }
}

async function finished(config: oidc.Configuration, url: URL, { state, nonce, verifier }: Checks): Promise<Account> {
  const tokens = await oidc.authorizationCodeGrant(config, url, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  })
  const claims = tokens.claims()
  if (claims === undefined) throw new Error('no identity token')
  if (config.serverMetadata().userinfo_endpoint === undefined) return { subject: claims.sub, claims }
  const more = await oidc.fetchUserInfo(config, tokens.access_token, claims.sub)
  return { subject: claims.sub, claims: { ...more, ...claims } }
}

/** Only the kind and the code of an error go on: its message may hold what the provider said of a person. */
async function failing<T>(work: () => Promise<T>, otherwise: Failure['kind'] = 'refused'): Promise<T | Failure> {
  try {
    return await work()
  } catch (error) {
    const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'none'
    return { kind: isDown(error, code) ? 'down' : otherwise, code }
  }
}

const DOWN = new Set(['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_JSON', 'OAUTH_RESPONSE_IS_NOT_CONFORM'])
function isDown(error: unknown, code: string): boolean {
  if (DOWN.has(code)) return true
  const cause = error instanceof Error ? error.cause : undefined
  return (
    (error instanceof TypeError && error.message === 'fetch failed') ||
    (cause instanceof Error && cause.message === 'fetch failed')
  )
}
