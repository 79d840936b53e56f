// For tests of sign-in: a browser between Kith and real providers.
import assert from 'node:assert/strict'

/** Where Kith says that it is. */
export const ORIGIN = new URL('http://127.0.0.1:4710')
type Init = { readonly method?: string; readonly body?: string; readonly headers: Readonly<Record<string, string>> }
/** `secrets`: takes up what must never stand in a log. */
type Of = {
  readonly app: (url: string, init: Init) => Promise<Response>
  readonly secrets: Set<string>
}

/** A browser: keeps cookies, goes where it is sent, and stops before an address that a test wants to see. */
export class SigningBrowser {
  readonly #of: Of
  constructor(of: Of) {
    this.#of = of
  }
  readonly #cookies = new Map<string, string>()
  async go(address: string | URL, init: { method?: string; body?: string } = {}): Promise<Response> {
    const url = new URL(address, ORIGIN)
    const jar = [...this.#cookies].filter(([name]) => name.startsWith(`${url.port} `))
    const headers = {
      host: url.host,
      origin: ORIGIN.origin,
      cookie: jar.map(([name, value]) => `${name.split(' ')[1]}=${value}`).join('; '),
      ...(init.body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
    }
    const response =
      url.origin === ORIGIN.origin
        ? await this.#of.app(url.href, { ...init, headers })
        : await fetch(url, { ...init, headers, redirect: 'manual' })
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      if (value === '' || /max-age=0/i.test(set)) this.#cookies.delete(`${url.port} ${name}`)
      else this.#cookies.set(`${url.port} ${name}`, value)
      if (name.startsWith('kith') && value !== '') this.#of.secrets.add(value)
    }
    for (const name of ['code', 'state', 'nonce']) {
      const secret = new URL(response.headers.get('location') ?? '/', url).searchParams.get(name)
      if (secret !== null) this.#of.secrets.add(secret)
    }
    return response
  }
  cookie(name: string): string | undefined {
    return this.#cookies.get(`${ORIGIN.port} ${name}`)
  }
  /** From the sign-in page through the provider to the address of coming back, which is not followed yet. */
  async toProvider({ to = '/', at = '', change = (url: URL) => url } = {}): Promise<URL> {
    const asked = new URLSearchParams({ to, ...(at !== '' && { at }) }).toString()
    const start = await this.go(`/sign-in/start?${asked}`)
    assert.equal(start.status, 303)
    let url = change(new URL(start.headers.get('location') ?? ''))
    for (let hop = 0; hop < 8 && url.origin !== ORIGIN.origin; hop += 1) {
      const response = await this.go(url)
      url = new URL(response.headers.get('location') ?? `${ORIGIN.href}stuck-${response.status}`, url)
    }
    assert.equal(url.pathname, at === '' ? '/sign-in/back' : `/sign-in/back/${at}`)
    return url
  }
  /** `at`: the key of an organisation's provider; else the council's own. */
  async signIn(to = '/', at = ''): Promise<Response> {
    return await this.go(await this.toProvider({ to, at }))
  }
}
