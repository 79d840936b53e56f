// The routes of sign-in: in, at the provider or by choosing; out; the account; the help; and how long a session has left.

import type { Form } from '#forms'
import { type Answer, noSessionCookie, type OpenVisit, openRoute, type Place, type Route, redirect, route } from '#web'
import { beginSession, type SignInDeps } from './begin-session.ts'
import { keepAlive, whoIsHere } from './keep-alive.ts'
import { ownPath } from './own-path.ts'
import { endEverywhere, endOne, prefer, showAccount } from './pages/account.tsx'
import { accountForms, showAccounts } from './pages/accounts.tsx'
import { type Choosable, choosePage, notOneOfThese } from './pages/choose.tsx'
import { type EmergencyLine, showHelp } from './pages/help.tsx'
import { signedOutPage } from './pages/provider.tsx'
import { telephoneForms } from './pages/telephone-form.tsx'
import { type Providers, providerRoutes } from './provider-routes.ts'

/** One of the two: where there is a provider, nobody is chosen. */
export type WayIn =
  | ({ readonly kind: 'provider' } & Providers)
  | { readonly kind: 'choose'; readonly people: () => Promise<readonly Choosable[]> }

type Deps = SignInDeps & {
  readonly way: WayIn
  /** Whom one rings out of hours; the help says it to everybody. */
  readonly emergency: () => Promise<readonly EmergencyLine[]>
}

const ANYONE = 'anyone' as const
const issuerOf = (way: WayIn): string | undefined => (way.kind === 'provider' ? way.provider.issuer : undefined)
/** Where people of organisations sign in. */
export const providersBeside = (way: WayIn): readonly { readonly key: string; readonly issuer: string }[] =>
  way.kind === 'provider' ? (way.others ?? []).map(({ key, provider }) => ({ key, issuer: provider.issuer })) : []

export const signInForms = ({ way }: Pick<Deps, 'way'>): readonly Form[] => [
  ...accountForms(issuerOf(way)),
  ...telephoneForms,
]
export const signInPlaces: readonly Place[] = [{ to: '/settings/people', words: 'People', for: ['administrator'] }]

export function signInRoutes(deps: Deps): readonly Route[] {
  const { way, sessions } = deps
  return [
    ...(way.kind === 'provider' ? providerRoutes(deps, way) : choosingRoutes(deps, way.people)),
    openRoute('POST', '/sign-out', { may: ANYONE, log: 'signed out' }, async (visit) => await signOut(visit, deps)),
    openRoute('GET', '/signed-out', { may: ANYONE, log: 'read the page after signing out' }, async ({ signedIn }) =>
      signedIn === undefined ? signedOutPage() : redirect('/'),
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

/** At which somebody signed in; `key`: of their organisation, if they have one. */
function providerOf(way: WayIn, key: string | undefined): Providers['provider'] | undefined {
  if (way.kind !== 'provider') return undefined
  return key === undefined ? way.provider : way.others?.find((one) => one.key === key)?.provider
}

async function signOut({ signedIn, cookie }: OpenVisit, { sessions, way }: Deps): Promise<Answer> {
  if (signedIn !== undefined) await sessions.end(cookie('kith-session') ?? '')
  const away = await providerOf(way, signedIn?.me.organisation?.provider)?.signOutAt()
  return redirect(away ?? '/signed-out', [noSessionCookie])
}

function choosingRoutes(deps: Deps, people: () => Promise<readonly Choosable[]>): readonly Route[] {
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
      return (
        (await beginSession(visit, deps, { person: chosen.person, to })) ??
        notOneOfThese({ people: await people(), to })
      )
    }),
  ]
}
