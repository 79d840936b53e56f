// The app: every route behind its lock, in one shell; what is broken is caught once, and logged with a reference.
import { randomBytes } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'
import { html } from 'hono/html'
import { HTTPException } from 'hono/http-exception'
import type { Child } from 'hono/jsx'
import { formatDay, type IsoDay } from '#calendar'
import type { Council, Door, Who } from '#database'
import { carriesToken, TokenOfPage } from './form-token.tsx'
import { headers, ownNameOnly } from './headers.ts'
import { Layout } from './layout.tsx'
import { type Unlocked, unlock } from './lock.ts'
import { Broken, Closed, NotAllowed, NotFound, NotYours, TooLarge } from './pages/shared-pages.tsx'
import { type Posted, postedIn } from './posted.ts'
import { respond } from './respond.ts'
import type { Answer, Route, Visit } from './route.ts'
import { readStylesheet } from './stylesheet.ts'

export type AppDeps = {
  readonly door: Door
  /** Until there is sign-in, every page is asked for by this one person of a demonstration council. */
  readonly who: Who
  readonly council: Council
  readonly today: () => IsoDay
  /** A pino logger, or anything with this much of one. */
  readonly log: { readonly error: (about: Readonly<Record<string, unknown>>, message: string) => void }
}

const KEEP = 'public, max-age=31536000, immutable'

type Shown = { readonly title: string; readonly main: Child; readonly here?: string }

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

type Look = { readonly stylesheet: string; readonly token: string }

function shellOf({ council, today }: AppDeps, { stylesheet, token }: Look) {
  return ({ title, main, here = '' }: Shown) =>
    html`<!DOCTYPE html>${(
      <TokenOfPage.Provider value={token}>
        <Layout title={title} council={council.name} today={formatDay(today())} stylesheet={stylesheet} here={here}>
          {main}
        </Layout>
      </TokenOfPage.Provider>
    )}`
}

type Asked = { readonly posted: Posted; readonly token: string }

function visitOf(context: Context, { door, who, today }: AppDeps, { posted, token }: Asked): Visit {
  return {
    door,
    who,
    today: today(),
    part: (name) => context.req.param(name) ?? '',
    query: (name) => context.req.query(name),
    form: posted.form,
    field: (name) => posted.form[name]?.[0],
    file: (name) => posted.files.get(name),
    token,
  }
}

type Shell = ReturnType<typeof shellOf>

function refusedIn(shell: Shell) {
  return (context: Context, unlocked: Exclude<Unlocked, { kind: 'open' }>): Response | Promise<Response> => {
    if (unlocked.kind === 'closed')
      return context.html(shell({ title: 'Closed record', main: <Closed ask={unlocked.ask} /> }), 403)
    if (unlocked.kind === 'not allowed')
      return context.html(shell({ title: 'You cannot see this', main: <NotAllowed /> }), 403)
    return context.html(shell({ title: 'Page not found', main: <NotFound /> }), 404)
  }
}

type Behind = { readonly deps: AppDeps; readonly shell: Shell; readonly token: string }

function behindLock({ method, path, lock, handler, limit, files }: Route, { deps, shell, token }: Behind) {
  const refused = refusedIn(shell)
  const answered = (context: Context, answer: Answer) => {
    if (answer.kind === 'not found') return refused(context, answer)
    if (answer.kind === 'page') return context.html(shell(answer), answer.status)
    return respond(context, answer)
  }
  const bounded = bodyLimit({
    maxSize: limit,
    onError: async (context) => await context.html(shell({ title: 'Too much at once', main: <TooLarge /> }), 413),
  })
  return (app: Hono) =>
    app.on(method, path, bounded, async (context) => {
      const posted = await postedIn(context, files)
      if (method === 'POST' && !carriesToken(context, posted, token))
        return context.html(await shell({ title: 'This form was not taken', main: <NotYours /> }), 403)
      const child = context.req.param('child')
      const unlocked = await deps.door.as(deps.who, async (asking) => await unlock(asking, lock, child))
      if (unlocked.kind !== 'open') return await refused(context, unlocked)
      return await answered(context, await handler(visitOf(context, deps, { posted, token })))
    })
}

/** Only councils of invented children are served until there is sign-in. */
export function makeApp(routes: readonly Route[], deps: AppDeps): Hono {
  const { council, who, log } = deps
  if (!council.demonstration || council.council !== who.council)
    throw new Error(`${council.code} is not a demonstration council: no page of it is served before sign-in exists.`)
  const sheet = readStylesheet()
  const token = randomBytes(32).toString('base64url')
  const shell = shellOf(deps, { stylesheet: sheet.path, token })
  const app = new Hono()
  app.use(headers, ownNameOnly, csrf())
  app.get(sheet.path, (context) =>
    context.body(sheet.text, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': KEEP }),
  )
  app.get('/favicon.ico', (context) => context.body(null, 204))
  for (const one of routes) behindLock(one, { deps, shell, token })(app)
  app.notFound(async (context) => await refusedIn(shell)(context, { kind: 'not found' }))
  app.onError((error, context) => {
    if (error instanceof HTTPException) return context.text(error.message || 'This was refused.', error.status)
    const reference = randomBytes(4).toString('hex').toUpperCase()
    log.error({ reference, ...aboutError(error) }, 'a page failed')
    return context.html(shell({ title: 'Something failed', main: <Broken reference={reference} /> }), 500)
  })
  return app
}
