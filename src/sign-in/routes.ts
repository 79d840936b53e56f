// The routes of sign-in: in, at the provider or by choosing; out; the account; the help; and how long a session has left.

import type { Council, Door, Who } from '#database'
import type { Form } from '#forms'
import { deviceOf, type Sessions } from '#sessions'
import {
  type Answer,
  noSessionCookie,
  type OpenVisit,
  openRoute,
  type Place,
  type Route,
  redirect,
  route,
  serverRoute,
  sessionCookie,
} from '#web'
import { keepAlive, whoIsHere } from './keep-alive.ts'
import { ownPath } from './own-path.ts'
import { endEverywhere, endOne, prefer, showAccount } from './pages/account.tsx'
import { accountForms, showAccounts } from './pages/accounts.tsx'
import { type Choosable, choosePage, notOneOfThese } from './pages/choose.tsx'
import { type EmergencyLine, showHelp } from './pages/help.tsx'
import { failedPage, providerPage, signedOutPage, unknownPage } from './pages/provider.tsx'
import { telephoneForms } from './pages/telephone-form.tsx'
import type { Provider } from './provider.ts'
import { administratorsOf, endSessionsOf, keepChecks, personOf, takeChecks } from './store.ts'

/** One of the two: where there is a provider, nobody is chosen. */
export type WayIn =
  | { readonly kind: 'provider'; readonly provider: Provider }
  | { readonly kind: 'choose'; readonly people: () => Promise<readonly Choosable[]> }

type SignInDeps = {
  readonly door: Door
  readonly council: Council
  readonly sessions: Sessions
  readonly way: WayIn
  /** Whom one rings out of hours; the help says it to everybody. */
  readonly emergency: () => Promise<readonly EmergencyLine[]>
  readonly log: { readonly error: (about: Readonly<Record<string, unknown>>, message: string) => void }
}

const ANYONE = 'anyone' as const
const issuerOf = (way: WayIn): string | undefined => (way.kind === 'provider' ? way.provider.issuer : undefined)

export const signInForms = ({ way }: Pick<SignInDeps, 'way'>): readonly Form[] => [
  ...accountForms(issuerOf(way)),
  ...telephoneForms,
]
export const signInPlaces: readonly Place[] = [{ to: '/settings/people', words: 'People', for: ['administrator'] }]

export function signInRoutes(deps: SignInDeps): readonly Route[] {
  const { way, sessions } = deps
  return [
    ...(way.kind === 'provider' ? providerRoutes(deps, way.provider) : choosingRoutes(deps, way.people)),
    openRoute('POST', '/sign-out', { may: ANYONE, log: 'signed out' }, async (visit) => await signOut(visit, deps)),
    openRoute('GET', '/signed-out', { may: ANYONE, log: 'read the page after signing out' }, async () =>
      signedOutPage(),
    ),
    openRoute('GET', '/session', { may: ANYONE, log: 'asked who is signed in' }, whoIsHere),
    openRoute('POST', '/session', { may: ANYONE, log: 'kept a session open' }, keepAlive),
    openRoute('GET', '/help', { may: ANYONE, log: 'read the help' }, async () =>
      showHelp(sessions.limits, await deps.emergency()),
    ),
    route(
      'GET',
      '/settings/people',
      { may: { as: ['administrator'] }, log: 'read whose account is whose' },
      async (visit) => await showAccounts(visit, issuerOf(way)),
    ),
    route(
      'GET',
      '/account',
      { may: 'worker', log: 'read their account' },
      async (visit) => await showAccount(visit, sessions),
    ),
    route(
      'POST',
      '/account',
      { may: 'worker', log: 'set how they like their pages' },
      async (visit) => await prefer(visit, sessions),
    ),
    route(
      'POST',
      '/account/sessions',
      { may: 'worker', log: 'ended one of their sessions' },
      async (visit) => await endOne(visit, sessions),
    ),
    route(
      'POST',
      '/account/sign-out-everywhere',
      { may: 'worker', log: 'signed out everywhere' },
      async (visit) => await endEverywhere(visit, sessions),
    ),
  ]
}

/** Whoever signs in anew in the same browser leaves the session that was there. */
async function begin(
  visit: OpenVisit,
  { sessions }: SignInDeps,
  { who, to }: { who: Who; to: string },
): Promise<Answer | undefined> {
  const secret = await sessions.begin(who, deviceOf(visit.agent))
  if (secret === undefined) return undefined
  if (visit.signedIn !== undefined) await sessions.endAll(visit.signedIn.who, visit.signedIn.me.session.handle)
  return redirect(to, [sessionCookie(secret, sessions.limits.longestMinutes), NO_SIGN_IN])
}
const NO_SIGN_IN = { name: 'kith-signing-in', value: '', seconds: 0 } as const

async function signOut({ signedIn, cookie }: OpenVisit, { sessions, way }: SignInDeps): Promise<Answer> {
  if (signedIn !== undefined) await sessions.end(cookie('kith-session') ?? '')
  const away = way.kind === 'provider' ? await way.provider.signOutAt() : undefined
  return redirect(away ?? '/signed-out', [noSessionCookie])
}

function choosingRoutes(deps: SignInDeps, people: () => Promise<readonly Choosable[]>): readonly Route[] {
  const { council } = deps
  if (!council.demonstration) throw new Error(`${council.code} is no demonstration: nobody is chosen there.`)
  return [
    openRoute('GET', '/sign-in', { may: ANYONE, log: 'read whom one may be' }, async (visit) =>
      choosePage({
        people: await people(),
        to: ownPath(visit.query('to')),
        expired: ownPath(visit.query('to')) !== '/',
      }),
    ),
    openRoute('POST', '/sign-in', { may: ANYONE, log: 'chose whom to be' }, async (visit) => {
      const chosen = (await people()).find(({ person }) => person === visit.field('person'))
      const to = ownPath(visit.field('to'))
      if (chosen === undefined) return notOneOfThese({ people: await people(), to })
      const who = { council: council.council, person: chosen.person }
      return (await begin(visit, deps, { who, to })) ?? notOneOfThese({ people: await people(), to })
    }),
  ]
}

function providerRoutes(deps: SignInDeps, provider: Provider): readonly Route[] {
  const { door, council } = deps
  return [
    openRoute('GET', '/sign-in', { may: ANYONE, log: 'read how to sign in' }, async (visit) =>
      providerPage({
        council: council.name,
        to: ownPath(visit.query('to')),
        expired: ownPath(visit.query('to')) !== '/',
      }),
    ),
    openRoute('GET', '/sign-in/start', { may: ANYONE, log: 'began to sign in' }, async (visit) => {
      const backTo = ownPath(visit.query('to'))
      const begun = await provider.begin()
      if ('kind' in begun) return failed(deps, begun, backTo)
      const secret = await keepChecks(door, council.council, { checks: begun.checks, backTo })
      return redirect(begun.to, [{ name: 'kith-signing-in', value: secret, seconds: 600 }])
    }),
    openRoute(
      'GET',
      '/sign-in/back',
      { may: ANYONE, log: 'came back from the provider' },
      async (visit) => await back(visit, deps, provider),
    ),
    serverRoute(
      '/sign-in/ended',
      { may: ANYONE, log: 'was told by the provider that a sign-in is over' },
      async (visit) => await ended(visit, deps, provider),
    ),
  ]
}

/** OpenID Connect Back-Channel Logout 1.0: whatever is not a fresh token of the provider, for us, ends nothing. */
async function ended(visit: OpenVisit, { door, council, log }: SignInDeps, provider: Provider): Promise<Answer> {
  const subject = await provider.ended(visit.field('logout_token') ?? '')
  if (subject === undefined) {
    log.error({ code: 'no log-out token' }, 'a log-out of the provider was refused')
    return { kind: 'json', status: 400, body: { error: 'invalid_request' } }
  }
  await endSessionsOf(door, council.council, { issuer: provider.issuer, subject })
  return { kind: 'json', status: 200, body: {} }
}

/** Everything that is checked is taken away first: whoever comes a second time, with whatever, begins anew. */
async function back(visit: OpenVisit, deps: SignInDeps, provider: Provider): Promise<Answer> {
  const { door, council, sessions } = deps
  const checks = await takeChecks(door, council.council, visit.cookie('kith-signing-in') ?? '')
  if (checks === undefined) return failed(deps, { kind: 'refused', code: 'no sign-in under way' }, '/')
  const account = await provider.finish(visit.search, checks)
  if ('kind' in account) return failed(deps, account, checks.backTo)
  const at = { council: council.council, issuer: provider.issuer, longestMinutes: sessions.limits.longestMinutes }
  const person = await personOf(door, at, account)
  const begun =
    person === undefined
      ? undefined
      : await begin(visit, deps, { who: { council: council.council, person }, to: checks.backTo })
  if (begun !== undefined) return begun
  const ask = await administratorsOf(door, council.council)
  return unknownPage({ council: council.name, subject: account.subject, ask })
}

function failed({ log }: SignInDeps, { kind, code }: { kind: 'down' | 'refused'; code: string }, to: string): Answer {
  log.error({ kind, code }, 'a sign-in failed')
  return failedPage({ kind, to })
}
