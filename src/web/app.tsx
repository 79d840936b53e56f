// The app: every route behind its lock, in one shell; what is broken is caught once, and logged with a reference.
import { randomBytes } from 'node:crypto'
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import type { IsoDay } from '#calendar'
import type { Council, Door } from '#database'
import { elsewhereOf, shownFrom, withoutLinks } from '#masters'
import type { Session, Sessions } from '#sessions'
import { readAssets, serveAssets, serveColours, serveLogos } from './assets.ts'
import { cookieIn, giveCookies } from './cookies.ts'
import { headers, httpsOnly, ownNameOnly } from './headers.ts'
import { type AtTheLock, type Refusal, readUnlocked, unlockedAt } from './lock.ts'
import { type Above, withAbove } from './pages/above.tsx'
import { type Carried, carriedIn, carriedOf, NotYours, SignedOut, TooLarge } from './pages/carried.tsx'
import { showElsewhere } from './pages/elsewhere.tsx'
import { carriesToken, withoutToken } from './pages/form-token.tsx'
import { Broken, Closed, NotAllowed, NotFound } from './pages/shared-pages.tsx'
import { type Face, type Place, type Shell, shellOf } from './pages/shell.tsx'
import { type Posted, postedIn, postedWithFiles } from './posted.ts'
import { respond } from './respond.ts'
import type { Answer, Route, Visit } from './route.ts'
import { openVisitOf, visitOf } from './visit.ts'

export type AppDeps = Above & {
  readonly door: Door
  /** The one council that is served here: a session of another is none. */
  readonly council: Council
  readonly sessions: Sessions
  readonly today: () => IsoDay
  readonly navigation: readonly Place[]
  /** How the council looks now, and a logo by its id; without it, or where none was chosen, as Kith looks. */
  readonly face?: {
    readonly now: () => Promise<Face | undefined>
    readonly logo: Parameters<typeof serveLogos>[1]
  }
  /** Where browsers reach it, as in https://kith.example; undefined: on this machine only. */
  readonly origin?: URL | undefined
  /** Other origins that a form may lead on to: the council's provider, for signing out there. */
  readonly formsMayLeadTo?: readonly string[]
  /** A pino logger, or anything with this much of one. */
  readonly log: { readonly error: (about: Readonly<Record<string, unknown>>, message: string) => void }
}

/** What may be said of an error in a log: never its message, which may hold what a person typed. */
function aboutError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { error: typeof error }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  const constraint = 'constraint' in error && typeof error.constraint === 'string' ? error.constraint : undefined
  const at = error.stack
    ?.split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 6)
  return { error: error.name, code, constraint, at }
}

type Served = AppDeps & { readonly shell: Shell; readonly secure: boolean }

async function sessionIn(context: Context, { sessions, council, secure }: Served): Promise<Session | undefined> {
  const secret = cookieIn(context, 'kith-session', secure)
  return secret === undefined ? undefined : await sessions.of(secret, council.council)
}

async function refuse(context: Context, { shell }: Served, { refusal, session }: Refused): Promise<Response> {
  if (refusal.kind === 'closed')
    return context.html(
      await shell(
        { title: 'Closed record', main: <Closed ask={refusal.ask} child={context.req.param('child') ?? ''} /> },
        session,
      ),
      403,
    )
  if (refusal.kind === 'not allowed')
    return context.html(await shell({ title: 'You cannot see this', main: <NotAllowed /> }, session), 403)
  return context.html(await shell({ title: 'Page not found', main: <NotFound /> }, session), 404)
}
type Refused = { readonly refusal: Refusal; readonly session: Session | undefined }

async function answered(context: Context, served: Served, { answer, session }: Answered): Promise<Response> {
  if (answer.kind === 'not found') return await refuse(context, served, { refusal: answer, session })
  if ('cookies' in answer && answer.cookies !== undefined) giveCookies(context, answer.cookies, served.secure)
  if (answer.kind === 'page') {
    const html = String(await served.shell(answer, session))
    return context.html(withoutLinks(html, session?.elsewhere ?? []), answer.status)
  }
  return respond(context, answer)
}
type Answered = { readonly answer: Answer; readonly session: Session | undefined }

/** The page on which a form stood: its address, where the browser tells it and it is ours. */
function cameFrom(context: Context): string {
  const from = context.req.header('referer') ?? ''
  const page = URL.canParse(from) ? new URL(from) : undefined
  return page?.host === context.req.header('host') && page !== undefined ? page.pathname + page.search : '/'
}

const isIsland = (context: Context): boolean => context.req.header('x-kith-token') !== undefined

/** An island is told in JSON; a link comes back here after sign-in; what a form holds is carried until it can be taken. */
async function signInFirst(context: Context, route: Route, served: Served): Promise<Response> {
  const { pathname, search } = new URL(context.req.url)
  if (isIsland(context)) return context.json({ signedOut: true }, 401)
  if (context.req.method !== 'POST')
    return context.redirect(`/sign-in?to=${encodeURIComponent(pathname + search)}`, 303)
  const to = `/sign-in?to=${encodeURIComponent(cameFrom(context))}`
  const take = async (carried?: Carried): Promise<Response> => {
    const main = <SignedOut to={to} carried={carried} />
    return context.html(await served.shell({ title: 'You are signed out', main }, undefined), 401)
  }
  // Of whom nobody knows who it is, no more is read than a form may hold.
  if (!route.carried || Number(context.req.header('content-length') ?? Infinity) > MOST_OF_NOBODY) return await take()
  return await take(await carriedIn(context))
}
const MOST_OF_NOBODY = 256 * 1024

/** Not taken silently, whoever it is of: shown to whoever is signed in, to be sent by their own press. */
async function notTaken(context: Context, route: Route, { served, session, posted }: Late): Promise<Response> {
  if (isIsland(context)) return context.json({ otherSession: true }, 403)
  const carried = route.open || !route.carried ? undefined : carriedOf(context, posted)
  const main = <NotYours carried={carried} />
  return context.html(await served.shell({ title: 'This form was not taken', main }, session), 403)
}
type Late = { readonly served: Served; readonly session: Session; readonly posted: Posted }
/** Let in by the lock. */
type Let = Late & Pick<Visit, 'joined'>

async function run(context: Context, route: Route, served: Served): Promise<Response> {
  const session = await sessionIn(context, served)
  if (!route.open && session === undefined) return await signInFirst(context, route, served)
  if (route.files !== undefined && session !== undefined && !route.open)
    return await runWithFiles(context, { ...route, files: route.files }, { served, session })
  const take = async (): Promise<Response> => {
    const posted = await postedIn(context)
    if (route.method === 'POST' && session !== undefined && !carriesToken(context, posted, session.token))
      return await notTaken(context, route, { served, session, posted })
    const typed = withoutToken(posted)
    if (route.open) {
      const answer = await route.handler(openVisitOf(context, served, { session, posted: typed }))
      return await answered(context, served, { answer, session })
    }
    if (session === undefined) return await signInFirst(context, route, served)
    if (route.together) return await readTogether(context, route, { served, session, posted: typed })
    const unlocked = await unlockedAt(atTheLock(context, route, { served, session }))
    if (unlocked.kind !== 'open') return await refuse(context, served, { refusal: unlocked, session })
    return await handled(context, route, { served, session, posted: typed, joined: unlocked.joined })
  }
  return await bounded(context, { served, session, route, take })
}

type Workers = Extract<Route, { open: false }>
type Theirs = { readonly served: Served; readonly session: Session }

const atTheLock = (context: Context, { lock }: Workers, { served, session }: Theirs): AtTheLock => ({
  ...{ door: served.door, who: session.who, lock },
  child: context.req.param('child'),
})

async function answerOf(
  context: Context,
  { handler, path, elsewhere = showElsewhere }: Workers,
  { served, session, posted, joined }: Let,
): Promise<Answer> {
  const visit = visitOf(context, served, { session, posted, joined })
  const there = elsewhereOf(path, session.elsewhere)
  const answer = there === undefined ? await handler(visit) : await elsewhere(visit, there)
  return await withAbove(answer, visit, { ...served, from: shownFrom(path, session.elsewhere) })
}
async function handled(context: Context, route: Workers, late: Let): Promise<Response> {
  return await answered(context, late.served, { answer: await answerOf(context, route, late), session: late.session })
}

async function readTogether(context: Context, route: Workers, late: Late): Promise<Response> {
  const { served, session } = late
  const read = async (door: Door, joined: Visit['joined']) =>
    await answerOf(context, route, { ...late, joined, served: { ...served, door } })
  const found = await readUnlocked(atTheLock(context, route, late), read)
  if (found.kind === 'read') return await answered(context, served, { answer: found.answer, session })
  return await refuse(context, served, { refusal: found, session })
}

type WithFiles = Workers & { readonly files: NonNullable<Route['files']> }

/** The lock first: of whoever may not, nothing is read and nothing written. The files go when it is answered. */
async function runWithFiles(context: Context, route: WithFiles, { served, session }: Theirs): Promise<Response> {
  const unlocked = await unlockedAt(atTheLock(context, route, { served, session }))
  if (unlocked.kind !== 'open') return await refuse(context, served, { refusal: unlocked, session })
  const length = Number(context.req.header('content-length') ?? 0)
  if (length > route.limit) return await tooLarge(context, route, { served, session })
  const posted = await postedWithFiles(context, route)
  try {
    if (posted.tooMuch) return await tooLarge(context, route, { served, session, carried: carriedOf(context, posted) })
    if (!carriesToken(context, posted, session.token))
      return await notTaken(context, route, { served, session, posted })
    return await handled(context, route, { served, session, posted: withoutToken(posted), joined: unlocked.joined })
  } finally {
    await posted.takeAway()
  }
}

type Large = { readonly served: Served; readonly session: Session | undefined; readonly carried?: Carried | undefined }
async function tooLarge(context: Context, { limit }: Route, { served, session, carried }: Large): Promise<Response> {
  if (isIsland(context)) return context.json({ tooLarge: true }, 413)
  const main = <TooLarge most={limit} carried={carried} />
  return context.html(await served.shell({ title: 'Too much at once', main }, session), 413)
}

type Bounded = {
  readonly served: Served
  readonly session: Session | undefined
  readonly route: Route
  readonly take: () => Promise<Response>
}

/** Nobody's bytes are read before it is known whose they are. */
async function bounded(context: Context, { served, session, route, take }: Bounded): Promise<Response> {
  let response: Response | undefined
  const refused = await bodyLimit({
    maxSize: route.limit,
    onError: async (over) => {
      const carried = isIsland(over) || session === undefined || !route.carried ? undefined : await carriedIn(over)
      return await tooLarge(over, route, { served, session, carried })
    },
  })(context, async () => {
    response = await take()
  })
  return response ?? refused ?? context.body(null, 413)
}

function refuseDoubles(routes: readonly Route[]): void {
  const seen = new Set<string>()
  for (const { method, path } of routes) {
    const name = `${method} ${path.replace(/:[^/]+/g, ':')}`
    if (seen.has(name)) throw new Error(`Two routes answer to ${method} ${path}.`)
    seen.add(name)
  }
}

/** Said in the log without a word of what failed; shown with the reference by which the line is found. */
async function broken(context: Context, served: Served, about: Readonly<Record<string, unknown>>): Promise<Response> {
  const reference = randomBytes(4).toString('hex').toUpperCase()
  served.log.error({ reference, ...about }, 'a page failed')
  const main = <Broken reference={reference} />
  return context.html(await served.shell({ title: 'Something failed', main }, undefined), 500)
}

function addRoutes(app: Hono, routes: readonly Route[], served: Served): void {
  for (const one of routes)
    app.on(one.method, one.path, async (context) => {
      try {
        return await run(context, one, served)
      } catch (error) {
        if (error instanceof HTTPException) throw error
        return await broken(context, served, { doing: one.lock.log, ...aboutError(error) })
      }
    })
}

/** Forms are posted from our own pages, but for what another server posts and proves itself. */
function fromOurPages(routes: readonly Route[], origin: URL | undefined): MiddlewareHandler {
  const servers = new Set(routes.filter(({ fromServer }) => fromServer).map(({ path }) => path))
  const ours = csrf({ origin: (from, context) => from === new URL(context.req.url).origin || from === origin?.origin })
  return async (context, next) => (servers.has(context.req.path) ? await next() : await ours(context, next))
}

/** One council's pages. Whoever has no session of it sees what is for anyone. */
export function makeApp(routes: readonly Route[], deps: AppDeps): Hono {
  refuseDoubles(routes)
  const assets = readAssets()
  const { origin } = deps
  const secure = origin?.protocol === 'https:'
  const served: Served = { ...deps, secure, shell: shellOf({ ...deps, assets, face: deps.face?.now }) }
  const app = new Hono()
  app.use(headers(deps.formsMayLeadTo), ownNameOnly(origin))
  app.use(fromOurPages(routes, origin))
  if (secure) app.use(httpsOnly)
  serveAssets(app, assets)
  serveColours(app)
  if (deps.face !== undefined) serveLogos(app, deps.face.logo)
  app.get('/favicon.ico', (context) => context.body(null, 204))
  addRoutes(app, routes, served)
  app.notFound(async (context) => {
    const session = await sessionIn(context, served)
    return await refuse(context, served, { refusal: { kind: 'not found' }, session })
  })
  app.onError(async (error, context) => {
    if (error instanceof HTTPException) return context.text(error.message || 'This was refused.', error.status)
    return await broken(context, served, aboutError(error))
  })
  return app
}
