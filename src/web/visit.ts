// What a handler may know of one request: what was asked and posted, and who asks.
import type { Context } from 'hono'
import type { IsoDay } from '#calendar'
import type { Door } from '#database'
import type { Session } from '#sessions'
import { cookieIn } from './cookies.ts'
import type { Posted } from './posted.ts'
import type { Me, OpenVisit, Visit } from './route.ts'

type Serving = { readonly door: Door; readonly today: () => IsoDay; readonly secure: boolean }
type Known = { readonly session: Session | undefined; readonly posted: Posted }

function askedIn(context: Context, { today }: Serving, posted: Posted) {
  return {
    today: today(),
    part: (name: string) => context.req.param(name) ?? '',
    query: (name: string) => context.req.query(name),
    form: posted.form,
    field: (name: string) => posted.form[name]?.[0],
    file: (name: string) => posted.files.get(name),
  }
}

function meOf({ name, parts, preferences, elsewhere, organisation, ...session }: Session): Me {
  const { handle, idleLeft, longestLeft } = session
  return { name, parts, preferences, elsewhere, organisation, session: { handle, idleLeft, longestLeft } }
}

export function openVisitOf(context: Context, served: Serving, { session, posted }: Known): OpenVisit {
  return {
    ...askedIn(context, served, posted),
    signedIn: session && { who: session.who, me: meOf(session), token: session.token },
    cookie: (name) => cookieIn(context, name, served.secure),
    search: new URL(context.req.url).search,
    agent: context.req.header('user-agent') ?? '',
  }
}

export const visitOf = (
  context: Context,
  served: Serving,
  { session, posted, joined }: Known & { session: Session; joined?: Visit['joined'] },
): Visit => ({
  ...askedIn(context, served, posted),
  door: served.door,
  who: session.who,
  me: meOf(session),
  token: session.token,
  joined,
})
