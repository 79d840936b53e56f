// For tests of sign-in: a real OpenID Connect provider on this machine, where the test says who signs in and what goes wrong.

import { generateKeyPairSync, sign } from 'node:crypto'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

type Delivered = { readonly method: string; readonly headers: Record<string, string>; readonly body: string }
export type RealProvider = {
  readonly issuer: URL
  /** Whose account signs in next, and what the provider says of them. */
  next: { readonly subject: string; readonly claims?: Readonly<Record<string, unknown>> }
  /** Changes the identity token on its way; undefined: it goes as it is. */
  tamper: ((token: string) => string) | undefined
  /** The same identity token with other claims, signed by the provider itself. */
  readonly signedAnew: (token: string, claims: Readonly<Record<string, unknown>>) => string
  /** How what the provider posts to Kith gets there; and what came of each log-out token. */
  deliver: (path: string, init: Delivered) => Promise<Response>
  delivered: { readonly token: string; readonly status: number }[]
  readonly stop: () => Promise<void>
  readonly start: () => Promise<void>
}

const KEY = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
export const CLIENT = { id: 'kith', secret: 'a secret of the test, and of nobody else' } as const

/** `origin`: where Kith says that it is; `back`: where people come back to. */
export async function realProvider(origin: URL, back = '/sign-in/back'): Promise<RealProvider> {
  const held: { handle: ((...args: Parameters<ReturnType<Provider['callback']>>) => unknown) | undefined } = {
    handle: undefined,
  }
  const server = createServer((request, response) => {
    if (request.url === '/token' && real.tamper !== undefined) tampering(response, real.tamper)
    held.handle?.(request, response)
  })
  await listening(server, 0)
  const { port } = server.address() as AddressInfo
  const issuer = new URL(`http://127.0.0.1:${port}`)
  const real: RealProvider = {
    issuer,
    next: { subject: 'nobody' },
    tamper: undefined,
    signedAnew,
    deliver: async () => await Promise.reject(new Error('nobody takes it')),
    delivered: [],
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
    start: async () => await listening(server, port),
  }
  held.handle = providerWith(real, new URL(back, origin)).callback()
  return real
}

async function listening(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
}

function tampering(response: ServerResponse, tamper: (token: string) => string): void {
  const end = response.end.bind(response)
  response.end = ((body: unknown) => {
    const answer = JSON.parse(String(body))
    const changed = JSON.stringify({ ...answer, id_token: tamper(answer.id_token) })
    response.setHeader('content-length', Buffer.byteLength(changed))
    return end(changed)
  }) as typeof response.end
}

function providerWith(real: RealProvider, back: URL): Provider {
  const provider = new Provider(real.issuer.origin, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [back.href],
        post_logout_redirect_uris: [`${back.origin}/signed-out`],
        backchannel_logout_uri: `${back.origin}/sign-in/ended`,
        backchannel_logout_session_required: true,
      },
    ],
    pkce: { required: () => true },
    jwks: { keys: [{ ...KEY.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'of-the-test' }] },
    cookies: { keys: ['a key of the test'] },
    claims: { openid: ['sub'], profile: ['employee_number', 'roles'], email: ['email', 'email_verified'] },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: true },
      backchannelLogout: { enabled: true },
    },
    fetch: async (address, init) =>
      await delivering(real, new URL(address instanceof Request ? address.url : address), init ?? {}),
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    ttl: { IdToken: 600, Interaction: 600, Grant: 600, Session: 600, AccessToken: 600 },
    findAccount: async (_, id) => ({ accountId: id, claims: async () => ({ sub: id, ...real.next.claims }) }),
    loadExistingGrant: async ({ oidc }) => {
      const { Grant } = provider
      const grant = new Grant({ clientId: CLIENT.id, accountId: oidc.session?.accountId })
      grant.addOIDCScope('openid profile email')
      await grant.save()
      return grant
    },
  })
  provider.use(async (context, next) => {
    if (!context.path.startsWith('/interaction/')) return await next()
    context.respond = false
    const login = { accountId: real.next.subject }
    await provider.interactionFinished(context.req, context.res, { login })
  })
  return provider
}

async function delivering(real: RealProvider, { pathname }: URL, init: RequestInit): Promise<Response> {
  const body = await new Response(init.body ?? '').text()
  const headers = Object.fromEntries(new Headers(init.headers))
  const answer = await real.deliver(pathname, { method: init.method ?? 'POST', headers, body })
  real.delivered.push({ token: new URLSearchParams(body).get('logout_token') ?? '', status: answer.status })
  return answer
}

function signedAnew(token: string, claims: Readonly<Record<string, unknown>>): string {
  const [head = '', body = ''] = token.split('.')
  const said = { ...JSON.parse(Buffer.from(body, 'base64url').toString()), ...claims }
  const signed = `${head}.${Buffer.from(JSON.stringify(said)).toString('base64url')}`
  return `${signed}.${sign('sha256', Buffer.from(signed), KEY).toString('base64url')}`
}
