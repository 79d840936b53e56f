// The routes of signing in at a provider: the council's own, or one of an organisation whose agreement runs; and being told that a sign-in is over.
import { organisationsHere } from '#organisations'
import { type Answer, type OpenVisit, openRoute, type Route, redirect, serverRoute } from '#web'
import { beginSession, type SignInDeps } from './begin-session.ts'
import { tokenIn } from './logout-token.ts'
import { ownPath } from './own-path.ts'
import { failedPage, providerPage, unagreedPage, unknownPage } from './pages/provider.tsx'
import type { Failure, Provider } from './provider.ts'
import { administratorsOf, endSessionsOf, keepChecks, personOf, takeChecks } from './store.ts'

/** A provider of the settings besides the council's own; `key` is its name there. */
export type OtherProvider = { readonly key: string; readonly provider: Provider }
/** `others`: one for each organisation at most. */
export type Providers = { readonly provider: Provider; readonly others?: readonly OtherProvider[] | undefined }

const ANYONE = 'anyone' as const
const KEY = '{[a-z0-9-]{2,40}}'

/** Where somebody signs in: `key` and `called` of an organisation, or neither, which is the council's own. */
type Place = { readonly provider: Provider; readonly key?: string; readonly called?: string }
const heldTo = ({ key, called }: Pick<Place, 'key' | 'called'>) => ({ key, called })

/** Whose agreement runs, and whose provider the settings name as it was agreed. */
async function placesBeside({ door, council }: SignInDeps, { others = [] }: Providers): Promise<readonly Place[]> {
  if (others.length === 0) return []
  return (await organisationsHere(door, council.council)).flatMap(({ provider: key, issuer, name }) => {
    const found = others.find((one) => one.key === key && one.provider.issuer === issuer)
    return found === undefined ? [] : [{ provider: found.provider, key, called: name }]
  })
}
async function placeOf(deps: SignInDeps, at: Providers, key: string | undefined): Promise<Place | undefined> {
  if (key === undefined) return { provider: at.provider }
  return (await placesBeside(deps, at)).find((one) => one.key === key)
}

export function providerRoutes(deps: SignInDeps, at: Providers): readonly Route[] {
  return [
    openRoute('GET', '/sign-in', { may: ANYONE, log: 'read how to sign in' }, async (visit) => {
      const to = ownPath(visit.query('to'))
      const others = await placesBeside(deps, at)
      return providerPage({ council: deps.council.name, to, expired: to !== '/', others: others.map(heldTo) })
    }),
    openRoute('GET', '/sign-in/start', { may: ANYONE, log: 'began to sign in' }, async (visit) => {
      const to = ownPath(visit.query('to'))
      const place = await placeOf(deps, at, visit.query('at'))
      if (place === undefined) return unagreed(deps)
      return await start(deps, place, to)
    }),
    openRoute(
      'GET',
      '/sign-in/back',
      { may: ANYONE, log: 'came back from the provider' },
      async (visit) => await back(visit, deps, { at, key: undefined }),
    ),
    openRoute(
      'GET',
      `/sign-in/back/:provider${KEY}`,
      { may: ANYONE, log: 'came back from the provider of an organisation' },
      async (visit) => await back(visit, deps, { at, key: visit.part('provider') }),
    ),
    serverRoute(
      '/sign-in/ended',
      { may: ANYONE, log: 'was told by the provider that a sign-in is over' },
      async (visit) => await ended(visit, deps, at),
    ),
  ]
}

async function start(deps: SignInDeps, place: Place, to: string): Promise<Answer> {
  const begun = await place.provider.begin()
  if ('kind' in begun) return failed(deps, begun, { to, ...heldTo(place) })
  const kept = { checks: begun.checks, backTo: to, through: place.key ?? null }
  const secret = await keepChecks(deps.door, deps.council.council, kept)
  return redirect(begun.to, [{ name: 'kith-signing-in', value: secret, seconds: 600 }])
}

/** OpenID Connect Back-Channel Logout 1.0: whatever is not a fresh token of the provider that it names, for us, ends nothing. */
async function ended(visit: OpenVisit, { door, council, log }: SignInDeps, at: Providers): Promise<Answer> {
  const token = visit.field('logout_token') ?? ''
  const said = tokenIn(token)?.claims['iss']
  const named = typeof said === 'string' ? said.replace(/\/$/, '') : ''
  const provider = [at.provider, ...(at.others ?? []).map((one) => one.provider)].find(({ issuer }) => issuer === named)
  const subject = await provider?.ended(token)
  if (provider === undefined || subject === undefined) {
    log.error({ code: 'no log-out token' }, 'a log-out of the provider was refused')
    return { kind: 'json', status: 400, body: { error: 'invalid_request' } }
  }
  await endSessionsOf(door, council.council, { issuer: provider.issuer, subject })
  return { kind: 'json', status: 200, body: {} }
}

/**
 * Everything that is checked is taken away first: whoever comes a second time, with whatever, begins anew. Each provider sends back to
 * an address of its own, so that what one gave out is never shown to another.
 */
async function back(
  visit: OpenVisit,
  deps: SignInDeps,
  { at, key }: { readonly at: Providers; readonly key: string | undefined },
): Promise<Answer> {
  const { door, council, sessions } = deps
  const checks = await takeChecks(door, council.council, visit.cookie('kith-signing-in') ?? '')
  if (checks === undefined) return failed(deps, { kind: 'refused', code: 'no sign-in under way' }, { to: '/' })
  const { backTo: to, through } = checks
  if (through !== (key ?? null)) return failed(deps, { kind: 'refused', code: 'begun at another provider' }, { to })
  const place = await placeOf(deps, at, key)
  if (place === undefined) return unagreed(deps)
  const account = await place.provider.finish(visit.search, checks)
  if ('kind' in account) return failed(deps, account, { to, ...heldTo(place) })
  const issuer = place.provider.issuer
  const here = { council: council.council, issuer, through, longestMinutes: sessions.limits.longestMinutes }
  const person = await personOf(door, here, account)
  const begun = person === undefined ? undefined : await beginSession(visit, deps, { person, to })
  if (begun !== undefined) return begun
  // Names of the council's people are told to accounts of the council alone.
  const ask = place.called === undefined ? await administratorsOf(door, council.council) : []
  return unknownPage({ council: council.name, subject: account.subject, ask, called: place.called })
}

/** Whether there was an agreement, will be one, or never was: said to nobody who has not signed in. */
function unagreed({ log, council }: SignInDeps): Answer {
  log.error({ kind: 'refused', code: 'no agreement' }, 'a sign-in failed')
  return unagreedPage(council.name)
}

type Tried = { readonly to: string; readonly key?: string | undefined; readonly called?: string | undefined }
function failed({ log }: SignInDeps, { kind, code }: Failure, tried: Tried): Answer {
  log.error({ kind, code }, 'a sign-in failed')
  return failedPage({ kind, ...tried })
}
