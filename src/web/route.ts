// A route: method, path, who may and what the log says, and a handler; neither word can be left out.

import type { Child } from 'hono/jsx'
import { actions, type Doing, isRelation, type Joined, type Relation, scopes } from '#access'
import type { IsoDay } from '#calendar'
import type { Door, Who } from '#database'
import type { Elsewhere } from '#masters'
import type { Preferences, TheirOrganisation } from '#sessions'
import type { Arriving } from '#uploads'
import type { Cookie, CookieName } from './cookies.ts'
import { FORM_BYTES, type UploadedFile } from './posted.ts'

/**
 * `anyone`: signed in or not, so nothing of the record. `worker`: any worker of the council. `[action, scope]`: what they
 * must be allowed to do in which part of the record of the path's `:child`. `as`: they stand in one of these relations
 * now, to any child or to the whole council.
 */
export type May = 'anyone' | 'worker' | Doing | { readonly as: readonly Relation[] }
/** `log`: the access log's word for it; of a page for anyone nothing is logged but that it failed. */
export type Lock<M extends May = May> = { readonly may: M; readonly log: string }
/** The lock of whatever is not for anyone. */
export type WorkersLock = Lock<Exclude<May, 'anyone'>>

/** Who is signed in. */
export type Me = {
  readonly name: string
  /** The relations in which they stand now, to any child or to the whole council. */
  readonly parts: readonly Relation[]
  readonly preferences: Preferences
  /** What this council records in another system. */
  readonly elsewhere: readonly Elsewhere[]
  /** null: they work for the council. */
  readonly organisation: TheirOrganisation | null
  readonly session: { readonly handle: string; readonly idleLeft: number; readonly longestLeft: number }
}

type Asked = {
  readonly today: IsoDay
  /** A part of the path; empty where the path has none of that name. */
  readonly part: (name: string) => string
  /** A field of the address: days, codes and numbers only, never what a person is called. */
  readonly query: (name: string) => string | undefined
  /** Every field of a posted form, in the order of the form; a name that stood there twice has two values. */
  readonly form: Readonly<Record<string, readonly string[]>>
  /** The first value of a field of the form. */
  readonly field: (name: string) => string | undefined
  /** A file that was chosen in the form; undefined where none was, and on a route that takes no files. */
  readonly file: (name: string) => UploadedFile | undefined
}
/** One request, as a handler may know it: who asks is settled, their permission checked and their look logged. */
export type Visit = Asked & {
  readonly door: Door
  readonly who: Who
  readonly me: Me
  /** What every form of this session carries: `<FormToken />` writes it. An island sends it as the header `x-kith-token`. */
  readonly token: string
  /** Of a child whose two records were joined: as the lock found it. */
  readonly joined?: Joined | undefined
}
/** One request to a page for anyone: who asks may be nobody. */
export type OpenVisit = Asked & {
  readonly signedIn: { readonly who: Who; readonly me: Me; readonly token: string } | undefined
  readonly cookie: (name: CookieName) => string | undefined
  /** What follows the path, with its question mark. */
  readonly search: string
  /** What the browser says of itself. */
  readonly agent: string
}

type PageStatus = 200 | 401 | 403 | 404 | 409 | 422 | 503
export type Answer =
  | {
      readonly kind: 'page'
      /** 'thing – child'; the name of the service follows. */
      readonly title: string
      readonly main: Child
      readonly here: string
      readonly status: PageStatus
      /** The child whose line stands above it: for a form, and a page of a child that is no tab. */
      readonly about?: string | undefined
      readonly cookies?: readonly Cookie[]
    }
  | { readonly kind: 'redirect'; readonly to: string; readonly cookies?: readonly Cookie[] }
  /** For an island. */
  | { readonly kind: 'json'; readonly status: JsonStatus; readonly body: unknown }
  | { readonly kind: 'file'; readonly content: Uint8Array | ReadableStream<Uint8Array>; readonly saved: Saved }
  /** A picture that a page of ours shows; opened by itself it can do nothing. */
  | { readonly kind: 'picture'; readonly content: ReadableStream<Uint8Array>; readonly type: PictureType }
  | { readonly kind: 'text'; readonly text: string; readonly saved: Saved }
  | { readonly kind: 'not found' }
export type PictureType = 'image/jpeg' | 'image/png' | 'image/webp'
type JsonStatus = 200 | 400 | 401 | 403 | 404 | 409 | 422
/** How the browser saves a download; the name tells no name of a person, since it is kept in folders and histories. */
type Saved = { readonly name: string; readonly type: string }
export type Handler = (visit: Visit) => Promise<Answer>
export type OpenHandler = (visit: OpenVisit) => Promise<Answer>
/** What is answered in place of a form whose room is recorded in another system. */
export type ElsewhereHandler = (visit: Visit, there: Elsewhere) => Promise<Answer>

export type RouteOptions = {
  /** The most bytes that may be posted here. */
  readonly limit?: number
  /** Where the files of the form wait, and the most bytes that one may have: the lock is then asked before a byte is read. */
  readonly files?: Arriving
  /** Whether what was typed is carried on the answer where it could not be taken: not what is only looked for. */
  readonly carried?: boolean
  /** Where another system is master of what it writes; without it a plain page that says so. */
  readonly elsewhere?: ElsewhereHandler
  /** For pages that are opened often: read in the transaction that logs the look, so only as whoever looks. */
  readonly together?: boolean
}
type Common = Required<Omit<RouteOptions, 'files' | 'elsewhere'>> & {
  /** Posted by another server, which proves itself by what it posts: no browser of ours stands behind it, and no session. */
  readonly fromServer: boolean
  readonly files: Arriving | undefined
  readonly method: 'GET' | 'POST'
  readonly path: string
}
export type Route = Common &
  (
    | {
        readonly open: false
        readonly lock: WorkersLock
        readonly handler: Handler
        readonly elsewhere: ElsewhereHandler | undefined
      }
    | { readonly open: true; readonly lock: Lock<'anyone'>; readonly handler: OpenHandler }
  )

/** `route('GET', '/children/:child', { may: ['see', 'duties'], log: 'read duties' }, showChild)` */
// biome-ignore lint/complexity/useMaxParams: the four words of a route are one line to read, and none can be left out
export function route(
  method: Common['method'],
  path: string,
  lock: WorkersLock,
  handler: Handler,
  { limit = FORM_BYTES, files, carried = true, together = false, elsewhere }: RouteOptions = {},
): Route {
  refuseWrongLock(path, lock)
  if (together && method !== 'GET') throw new Error(`${path} writes: its lock stands in the log by itself`)
  return { method, path, open: false, lock, handler, elsewhere, limit, files, carried, together, fromServer: false }
}

/** A page for anyone: sign-in, help. `openRoute('GET', '/help', { may: 'anyone', log: 'read the help' }, showHelp)` */
// biome-ignore lint/complexity/useMaxParams: the same four words as of any route
export function openRoute(method: Common['method'], path: string, lock: Lock<'anyone'>, handler: OpenHandler): Route {
  refuseWrongLock(path, lock)
  return { method, path, open: true, lock, handler, limit: FORM_BYTES, ...OPEN, fromServer: false }
}
const OPEN = { files: undefined, carried: false, together: false } as const
const SERVERS_BYTES = 64 * 1024

/** What another server posts, such as the council's provider. The handler believes nothing of it that it has not checked. */
export function serverRoute(path: string, lock: Lock<'anyone'>, handler: OpenHandler): Route {
  refuseWrongLock(path, lock)
  return { method: 'POST', path, open: true, lock, handler, limit: SERVERS_BYTES, ...OPEN, fromServer: true }
}

const isPart = (may: May): may is Doing => Array.isArray(may)

/** A lock that cannot hold ends the start of the program, not a request. */
function refuseWrongLock(path: string, { may, log }: Lock): void {
  const namesChild = /\/:child(?:\/|$)/.test(path)
  if (typeof log !== 'string' || log.trim() === '') throw new Error(`${path} says nothing for the access log`)
  if (isPart(may)) {
    const [action, scope] = may
    if (!actions.includes(action) || !scopes.includes(scope)) throw new Error(`${path} asks for ${action} ${scope}`)
    if (!namesChild) throw new Error(`${path} asks for a part of a child's record and names no :child`)
    return
  }
  if (namesChild) throw new Error(`${path} names a child, and does not say which part of that record it shows`)
  if (may === 'anyone' || may === 'worker') return
  if (typeof may !== 'object' || may.as.length === 0 || !may.as.every(isRelation))
    throw new Error(`${path} does not say who may`)
}

type Shown = {
  readonly title: string
  readonly main: Child
  readonly here: string
  readonly status?: PageStatus
  readonly about?: string | undefined
  readonly cookies?: readonly Cookie[]
}

/** `here`: the address in the navigation under which the page lies. */
export const page = ({ status = 200, ...shown }: Shown): Answer => ({ kind: 'page', status, ...shown })
export const redirect = (to: string, cookies: readonly Cookie[] = []): Answer => ({ kind: 'redirect', to, cookies })
export const json = (body: unknown, status: JsonStatus = 200): Answer => ({ kind: 'json', status, body })
/** A file to save. */
export const download = (content: Uint8Array | ReadableStream<Uint8Array>, saved: Saved): Answer => ({
  kind: 'file',
  content,
  saved,
})
export const picture = (content: ReadableStream<Uint8Array>, type: PictureType): Answer => ({
  kind: 'picture',
  content,
  type,
})
/** A table to save, such as CSV. */
export const textFile = (text: string, { name, type = 'text/csv' }: { name: string; type?: string }): Answer => ({
  kind: 'text',
  text,
  saved: { name, type: `${type}; charset=utf-8` },
})
/** Hidden, another council's and unknown; the same page for all, byte for byte. */
export const notFound: Answer = { kind: 'not found' }
