// A route: method, path, who may and what the access log says, and a handler; neither word can be left out.

import type { Child } from 'hono/jsx'
import type { Action, Scope } from '#access'
import type { IsoDay } from '#calendar'
import type { Door, Who } from '#database'

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
  /** A field of a posted form. */
  readonly field: (name: string) => string | undefined
}

export type Answer =
  | {
      readonly kind: 'page'
      /** 'thing – child'; the name of the service follows. */
      readonly title: string
      readonly main: Child
      readonly here: string
      readonly status: 200 | 422
    }
  | { readonly kind: 'redirect'; readonly to: string }
  | { readonly kind: 'not found' }
export type Handler = (visit: Visit) => Promise<Answer>

export type Route = {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly lock: Lock
  readonly handler: Handler
}

/** `route('GET', '/children/:child', { may: ['see', 'duties'], log: 'read duties' }, showChild)` */
// biome-ignore lint/complexity/useMaxParams: the four words of a route are one line to read, and none can be left out
export function route(method: Route['method'], path: string, lock: Lock, handler: Handler): Route {
  if (lock.may !== 'worker' && !path.includes('/:child'))
    throw new Error(`${path} asks for a part of a child's record and names no :child`)
  return { method, path, lock, handler }
}

type Shown = { readonly title: string; readonly main: Child; readonly here: string; readonly status?: 200 | 422 }

/** `here`: the address in the navigation under which the page lies. */
export const page = ({ title, main, here, status = 200 }: Shown): Answer => ({
  kind: 'page',
  title,
  main,
  here,
  status,
})
export const redirect = (to: string): Answer => ({ kind: 'redirect', to })
export const notFound: Answer = { kind: 'not found' }
