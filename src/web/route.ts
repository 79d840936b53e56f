// A route: method, path, who may and what the access log says, and a handler; neither word can be left out.

import type { Child } from 'hono/jsx'
import type { Action, Scope } from '#access'
import type { IsoDay } from '#calendar'
import type { Door, Who } from '#database'
import type { UploadedFile } from './posted.ts'

/** A worker of the council; or, for a path with `:child`, what they must be allowed to do in which part of that record. */
export type May = 'worker' | readonly [Action, Scope]
export type Lock = { readonly may: May; readonly log: string }

/** One request, as a handler may know it: who asks is settled, their permission checked and their look logged. */
export type Visit = {
  readonly door: Door
  readonly who: Who
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
  /** What every form of this person carries: `<FormToken />` writes it. An island sends it as the header `x-kith-token`. */
  readonly token: string
}

type PageStatus = 200 | 404 | 409 | 422
export type Answer =
  | {
      readonly kind: 'page'
      /** 'thing – child'; the name of the service follows. */
      readonly title: string
      readonly main: Child
      readonly here: string
      readonly status: PageStatus
    }
  | { readonly kind: 'redirect'; readonly to: string }
  /** For an island. */
  | { readonly kind: 'json'; readonly status: JsonStatus; readonly body: unknown }
  | { readonly kind: 'file'; readonly content: Uint8Array | ReadableStream<Uint8Array>; readonly saved: Saved }
  | { readonly kind: 'text'; readonly text: string; readonly saved: Saved }
  | { readonly kind: 'not found' }
type JsonStatus = 200 | 401 | 403 | 404 | 409 | 422
/** How the browser saves a download; the name tells no name of a person, since it is kept in folders and histories. */
type Saved = { readonly name: string; readonly type: string }
export type Handler = (visit: Visit) => Promise<Answer>

export type RouteOptions = {
  /** The most bytes that may be posted here. */
  readonly limit?: number
  /** Whether the form may hold files. */
  readonly files?: boolean
}
export type Route = {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly lock: Lock
  readonly handler: Handler
  readonly limit: number
  readonly files: boolean
}

/** The most that a form may hold: long notes fit, a file does not. */
const FORM_BYTES = 256 * 1024

/** `route('GET', '/children/:child', { may: ['see', 'duties'], log: 'read duties' }, showChild)` */
// biome-ignore lint/complexity/useMaxParams: the four words of a route are one line to read, and none can be left out
export function route(
  method: Route['method'],
  path: string,
  lock: Lock,
  handler: Handler,
  { limit = FORM_BYTES, files = false }: RouteOptions = {},
): Route {
  if (lock.may !== 'worker' && !path.includes('/:child'))
    throw new Error(`${path} asks for a part of a child's record and names no :child`)
  return { method, path, lock, handler, limit, files }
}

type Shown = { readonly title: string; readonly main: Child; readonly here: string; readonly status?: PageStatus }

/** `here`: the address in the navigation under which the page lies. */
export const page = ({ title, main, here, status = 200 }: Shown): Answer => ({
  kind: 'page',
  title,
  main,
  here,
  status,
})
export const redirect = (to: string): Answer => ({ kind: 'redirect', to })
export const json = (body: unknown, status: JsonStatus = 200): Answer => ({ kind: 'json', status, body })
/** A file to save. */
export const download = (content: Uint8Array | ReadableStream<Uint8Array>, saved: Saved): Answer => ({
  kind: 'file',
  content,
  saved,
})
/** A table to save, such as CSV. */
export const textFile = (text: string, { name, type = 'text/csv' }: { name: string; type?: string }): Answer => ({
  kind: 'text',
  text,
  saved: { name, type: `${type}; charset=utf-8` },
})
/** Hidden, another council's and unknown; the same page for all, byte for byte. */
export const notFound: Answer = { kind: 'not found' }
