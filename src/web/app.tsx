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
import { type Assets, readAssets, serveAssets } from './assets.ts'
import { headers, ownNameOnly } from './headers.ts'
import { Layout, type Place } from './layout.tsx'
import { type Unlocked, unlock } from './lock.ts'
import type { Answer, Route, Visit } from './route.ts'
import { Broken, Closed, NotAllowed, NotFound } from './shared-pages.tsx'

export type AppDeps = {
  readonly door: Door
  /** Until there is sign-in, every page is asked for by this one person of a demonstration council. */
  readonly who: Who
  readonly council: Council
  readonly today: () => IsoDay
  readonly navigation: readonly Place[]
  /** A pino logger, or anything with this much of one. */
  readonly log: { readonly error: (about: Readonly<Record<string, unknown>>, message: string) => void }
}

const BODY_BYTES = 8 * 1024

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

function shellOf({ council, today, navigation }: AppDeps, assets: Assets) {
  return ({ title, main, here = '' }: Shown) =>
    html`<!DOCTYPE html>${(
      <Layout
        title={title}
        council={council.name}
        demonstration={council.demonstration}
        today={formatDay(today())}
        stylesheet={assets.stylesheet.path}
        theme={assets.theme?.path}
        font={assets.firstFont.path}
        icon={assets.mark.path}
        navigation={navigation}
        search="/search"
        here={here}
      >
        {main}
      </Layout>
    )}`
}

async function visitOf(context: Context, { door, who, today }: AppDeps): Promise<Visit> {
  const form = context.req.method === 'POST' ? await context.req.parseBody() : {}
  return {
    door,
    who,
    today: today(),
    part: (name) => context.req.param(name) ?? '',
    query: (name) => context.req.query(name),
    field: (name) => {
      const value = form[name]
      return typeof value === 'string' ? value : undefined
    },
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

function behindLock({ method, path, lock, handler }: Route, deps: AppDeps, shell: Shell) {
  const refused = refusedIn(shell)
  const answered = (context: Context, answer: Answer) => {
    if (answer.kind === 'not found') return refused(context, answer)
    if (answer.kind === 'redirect') return context.redirect(answer.to, 303)
    return context.html(shell(answer), answer.status)
  }
  return (app: Hono) =>
    app.on(method, path, async (context) => {
      const child = context.req.param('child')
      const unlocked = await deps.door.as(deps.who, async (asking) => await unlock(asking, lock, child))
      if (unlocked.kind !== 'open') return await refused(context, unlocked)
      return await answered(context, await handler(await visitOf(context, deps)))
    })
}

/** Only councils of invented children are served until there is sign-in. */
export function makeApp(routes: readonly Route[], deps: AppDeps): Hono {
  const { council, who, log } = deps
  if (!council.demonstration || council.council !== who.council)
    throw new Error(`${council.code} is not a demonstration council: no page of it is served before sign-in exists.`)
  const assets = readAssets()
  const shell = shellOf(deps, assets)
  const app = new Hono()
  app.use(headers, ownNameOnly, bodyLimit({ maxSize: BODY_BYTES }), csrf())
  serveAssets(app, assets)
  app.get('/favicon.ico', (context) => context.body(null, 204))
  for (const one of routes) behindLock(one, deps, shell)(app)
  app.notFound(async (context) => await refusedIn(shell)(context, { kind: 'not found' }))
  app.onError((error, context) => {
    if (error instanceof HTTPException) return context.text(error.message || 'This was refused.', error.status)
    const reference = randomBytes(4).toString('hex').toUpperCase()
    log.error({ reference, ...aboutError(error) }, 'a page failed')
    return context.html(shell({ title: 'Something failed', main: <Broken reference={reference} /> }), 500)
  })
  return app
}
