// The pages around the providers, the council's own first: how to sign in, what went wrong, unknown here, and signed out.
import type { FC } from 'hono/jsx'
import { PageHead } from '#look'
import { type Answer, page } from '#web'

/** A provider of an organisation: its key in the settings, and what the organisation is called. Of the council's own, neither. */
type At = { readonly key?: string | undefined; readonly called?: string | undefined }

function start(to: string, key?: string): string {
  const asked = new URLSearchParams({ ...(key !== undefined && { at: key }), ...(to !== '/' && { to }) }).toString()
  return asked === '' ? '/sign-in/start' : `/sign-in/start?${asked}`
}

type Way = {
  readonly council: string
  readonly to: string
  readonly expired: boolean
  /** By name. */
  readonly others: readonly At[]
}
export const providerPage = (way: Way): Answer =>
  page({ title: 'Sign in', here: '/sign-in', main: <SignIn {...way} /> })

const SignIn: FC<Way> = ({ council, to, expired, others }) => (
  <>
    <PageHead title="Sign in" />
    {expired ? (
      <p>Sign in to carry on where you were. Your drafts are safe.</p>
    ) : (
      <p>You sign in with your account of {council}.</p>
    )}
    <p>
      <a class="govuk-button" href={start(to)}>
        Sign in with your council account
      </a>
    </p>
    {others.length > 0 && (
      <>
        <h2 class="govuk-heading-s">You work for another organisation?</h2>
        <p>Sign in with the account that you have there.</p>
        <ul class="kith-bullets">
          {others.map(({ key, called }) => (
            <li>
              <a href={start(to, key)}>{called}</a>
            </li>
          ))}
        </ul>
      </>
    )}
  </>
)

type Failed = At & { readonly kind: 'down' | 'refused'; readonly to: string }
export const failedPage = ({ kind, ...tried }: Failed): Answer =>
  page({
    title: 'You are not signed in',
    here: '/sign-in',
    status: kind === 'down' ? 503 : 403,
    main: kind === 'down' ? <Down {...tried} /> : <Refused {...tried} />,
    cookies: [{ name: 'kith-signing-in', value: '', seconds: 0 }],
  })

const Down: FC<Omit<Failed, 'kind'>> = ({ to, key, called }) => (
  <>
    <PageHead
      title={
        called === undefined ? 'We cannot reach your council’s sign-in' : `We cannot reach the sign-in of ${called}`
      }
    />
    <p>This is not about you or your account. Nothing that you wrote is lost.</p>
    <p>
      <a href={start(to, key)}>Try again</a> in a moment. If it goes on, ring{' '}
      {called === undefined ? 'your council’s service desk' : `the service desk of ${called}`}.
    </p>
  </>
)

const Refused: FC<Omit<Failed, 'kind'>> = ({ to, key }) => (
  <>
    <PageHead title="You are not signed in" />
    <p>
      The sign-in did not come back as it began. It may have taken longer than ten minutes, or the page was loaded
      twice.
    </p>
    <p>
      <a href={key === undefined ? `/sign-in?${new URLSearchParams({ to }).toString()}` : start(to, key)}>
        Sign in again
      </a>
    </p>
  </>
)

export const unagreedPage = (council: string): Answer =>
  page({
    title: 'You are not signed in',
    here: '/sign-in',
    status: 403,
    main: (
      <>
        <PageHead title="You are not signed in" />
        <p>
          {council} has no agreement today with the organisation through which you came. It is over, has yet to begin,
          or there is none. Nothing that was written is lost.
        </p>
        <p>Ask whoever at your organisation keeps the agreement with {council}.</p>
        <p>
          <a href="/sign-in">Other ways to sign in</a>
        </p>
      </>
    ),
    cookies: [{ name: 'kith-signing-in', value: '', seconds: 0 }],
  })

type Unknown = {
  readonly council: string
  readonly subject: string
  readonly ask: readonly string[]
  /** The organisation at whose provider they signed in: then `ask` names nobody. */
  readonly called: string | undefined
}
export const unknownPage = (unknown: Unknown): Answer =>
  page({
    title: 'You are not known here',
    here: '/sign-in',
    status: 403,
    main: <UnknownHere {...unknown} />,
    cookies: [{ name: 'kith-signing-in', value: '', seconds: 0 }],
  })

const UnknownHere: FC<Unknown> = ({ council, subject, ask, called }) => (
  <>
    <PageHead title="You are not known here" />
    <p>
      {called === undefined ? 'Your council account works.' : `Your account of ${called} works.`} Nobody has said yet
      who you are in the records of {council}.
    </p>
    <p>
      {called === undefined
        ? `Ask ${ask.length === 0 ? 'an administrator of Kith in your council' : ask.join(' or ')} to link your account. They will want its number: `
        : `Ask whoever at your organisation keeps the agreement with ${council} to have your account linked. The council will want its number: `}
      <strong class="kith-reference">{subject}</strong>
    </p>
    <p>
      <a href="/sign-in">Sign in again</a> when that is done.
    </p>
  </>
)

export const signedOutPage = (): Answer =>
  page({
    title: 'You are signed out',
    here: '/signed-out',
    main: (
      <>
        <PageHead title="You are signed out" />
        <p>Your drafts are kept. Close this window if others use this machine.</p>
        <p>
          <a href="/sign-in">Sign in again</a>
        </p>
      </>
    ),
  })
