// The headers of every answer: nothing from elsewhere, nothing inline, nothing kept; and which names the server answers to.
import type { MiddlewareHandler } from 'hono'
import { PICTURES_ONLY } from './respond.ts'

/** A form that signs out is sent on to the council's provider: browsers hold the whole way to `form-action`. */
const policyWith = (formsMayLeadTo: readonly string[]): string =>
  [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "connect-src 'self'",
    "font-src 'self'",
    "img-src 'self'",
    ["form-action 'self'", ...formsMayLeadTo].join(' '),
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

const EVERY_ANSWER = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  // Not no-referrer: with that, browsers post forms with the origin null, which the check of origins refuses.
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'x-robots-tag': 'noindex, nofollow',
} as const

/** A page is never kept, by the browser or between; a stylesheet says for itself how long it lasts. */
export function headers(formsMayLeadTo: readonly string[] = []): MiddlewareHandler {
  const policy = policyWith(formsMayLeadTo)
  return async (context, next) => {
    await next()
    // A picture brings a policy of its own, which lets it do nothing at all.
    if (context.res.headers.get('content-security-policy') !== PICTURES_ONLY)
      context.res.headers.set('content-security-policy', policy)
    for (const [name, value] of Object.entries(EVERY_ANSWER)) context.res.headers.set(name, value)
    if (!context.res.headers.has('cache-control')) context.res.headers.set('cache-control', 'no-store')
  }
}

/** So that a browser that came by https once never comes by http again. */
export const httpsOnly: MiddlewareHandler = async (context, next) => {
  await next()
  context.res.headers.set('strict-transport-security', 'max-age=31536000')
}

const OWN_NAMES = /^(127\.0\.0\.1|localhost)(:\d{1,5})?$/

/** A page elsewhere may point a name of its own at this machine: the server answers to its own names only. */
export function ownNameOnly(origin: URL | undefined): MiddlewareHandler {
  return async (context, next) => {
    const host = context.req.header('host') ?? ''
    if (OWN_NAMES.test(host) || (origin !== undefined && host === origin.host)) return await next()
    return context.text('This server does not answer to that name.', 421)
  }
}
