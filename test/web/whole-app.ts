// For tests over everything that is served: the routes that `main.ts` composes, one browser a person, and ids for the parts of a path.
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { day } from '#calendar'
import { childLine } from '#child-frame'
import type { Who } from '#database'
import { uploadSettings } from '#documents'
import { sentNotice } from '#forms'
import { makeFinder } from '#search'
import { makeApp, type Route } from '#web'
import { everything } from '../../src/everything.ts'
import { faceThrough } from '../../src/main.ts'
import type { Served } from './council-served.ts'

export const HERE = 'http://127.0.0.1:4444'
export const UNKNOWN = randomUUID()

/**
 * What stands in an address besides a child: by the name of the part. An id of nothing where it names a row of somebody's:
 * what a lock lets through is then not found, and what it does not is refused before anybody looks.
 */
const FILLED: Readonly<Record<string, string>> = {
  rule: 'CP-07',
  draft: UNKNOWN,
  about: UNKNOWN,
  request: UNKNOWN,
  line: UNKNOWN,
  document: UNKNOWN,
  edition: UNKNOWN,
  unmerged: UNKNOWN,
  of: UNKNOWN,
  figure: '1',
  file: 'ssd',
  provider: 'hill-trust',
  measure: 'cla_count',
  counted: 'far',
  round: UNKNOWN,
  indicator: 'dental_pct',
  workers: '3',
  year: '2027',
}

export const partsOf = (path: string): readonly string[] =>
  [...path.matchAll(/:([a-zA-Z]+)/g)].map(([, name = '']) => name)

export function addressOf(path: string, child: string): string {
  return path.replaceAll(/:([a-zA-Z]+)(?:\{(?:[^{}]|\{[^{}]*\})*\})?/g, (_, name: string) => {
    const part = name === 'child' ? child : FILLED[name]
    if (part === undefined)
      throw new Error(
        `${path} has the part :${name}. Say in FILLED of test/web/whole-app.ts what stands there in a test.`,
      )
    return part
  })
}

/** Everything that is served, of no council: what it is made of can be read, and nothing of it asked. `kind`: of the way in. */
export const composedAlone = (kind: 'choose' | 'provider' = 'choose'): ReturnType<typeof everything> =>
  everything({
    council: { council: 1, code: '', name: '', demonstration: true },
    uploads: uploadSettings('nowhere', { most: undefined, check: undefined }),
    way: { kind, people: async () => await Promise.resolve([]), provider: { issuer: 'https://nobody' } },
  } as never)

export function wholeApp(served: Served): { readonly app: Hono } & ReturnType<typeof everything> {
  const { door, council, sessions } = served
  const log = { error: (about: Readonly<Record<string, unknown>>) => void served.logged.push(about) }
  const uploads = uploadSettings(join(served.home, 'arriving'), { most: undefined, check: undefined })
  const all = everything({
    uploads,
    door,
    council,
    sessions,
    way: { kind: 'choose', people: async () => [] },
    log,
    finder: makeFinder(),
    beside: { postcodes: async () => undefined, providers: [] },
  })
  const { routes, forms, navigation } = all
  const more = { navigation, face: faceThrough(door, council), notice: sentNotice(forms, () => 0), childLine }
  return { ...all, app: makeApp(routes, { door, council, sessions, log, today: () => day('2027-03-31'), ...more }) }
}

export type SignedIn = { readonly who: Who; readonly secret: string; readonly token: string }
export async function signIn({ sessions, council }: Served, person: string): Promise<SignedIn> {
  const who = { council: council.council, person }
  const secret = (await sessions.begin(who, 'A test')) ?? ''
  return { who, secret, token: (await sessions.of(secret, council.council))?.token ?? '' }
}

export type Sent = {
  readonly secret?: string | undefined
  readonly fields?: readonly (readonly [string, string])[]
  readonly headers?: Readonly<Record<string, string>>
}
export async function ask(
  app: Hono,
  { method, path }: Pick<Route, 'method' | 'path'>,
  sent: Sent = {},
): Promise<Response> {
  const headers: Record<string, string> = { host: '127.0.0.1:4444', origin: HERE, ...sent.headers }
  if (sent.secret !== undefined) headers['cookie'] = `kith-session=${sent.secret}`
  if (method === 'GET') return await app.request(HERE + path, { headers })
  headers['content-type'] ??= 'application/x-www-form-urlencoded'
  const body = new URLSearchParams(
    (sent.fields ?? []).map(([name, value]): [string, string] => [name, value]),
  ).toString()
  return await app.request(HERE + path, { method, headers, body })
}
