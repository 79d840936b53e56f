// The headers of every answer: nothing from elsewhere, nothing inline, nothing kept; and which names the server answers to.
import type { MiddlewareHandler } from 'hono'

const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const EVERY_ANSWER = {
  'content-security-policy': POLICY,
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
export const headers: MiddlewareHandler = async (context, next) => {
  await next()
  for (const [name, value] of Object.entries(EVERY_ANSWER)) context.res.headers.set(name, value)
  if (!context.res.headers.has('cache-control')) context.res.headers.set('cache-control', 'no-store')
}

const OWN_NAMES = /^(127\.0\.0\.1|localhost)(:\d{1,5})?$/

/** A page elsewhere may point a name of its own at this machine: the server answers to this machine's names only. */
export const ownNameOnly: MiddlewareHandler = async (context, next) => {
  if (OWN_NAMES.test(context.req.header('host') ?? '')) return await next()
  return context.text('This server answers at 127.0.0.1 only.', 421)
}
