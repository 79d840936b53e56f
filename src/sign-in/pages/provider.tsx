// The pages around the council's provider: how to sign in, what went wrong, unknown here, and signed out.
import type { FC } from 'hono/jsx'
import { PageHead } from '#look'
import { type Answer, page } from '#web'

const start = (to: string): string => (to === '/' ? '/sign-in/start' : `/sign-in/start?to=${encodeURIComponent(to)}`)

type Way = { readonly council: string; readonly to: string; readonly expired: boolean }
export const providerPage = (way: Way): Answer =>
  page({ title: 'Sign in', here: '/sign-in', main: <SignIn {...way} /> })

const SignIn: FC<Way> = ({ council, to, expired }) => (
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
  </>
)

type Failed = { readonly kind: 'down' | 'refused'; readonly to: string }
export const failedPage = ({ kind, to }: Failed): Answer =>
  page({
    title: 'You are not signed in',
    here: '/sign-in',
    status: kind === 'down' ? 503 : 403,
    main: kind === 'down' ? <Down to={to} /> : <Refused to={to} />,
    cookies: [{ name: 'kith-signing-in', value: '', seconds: 0 }],
  })

const Down: FC<{ to: string }> = ({ to }) => (
  <>
    <PageHead title="We cannot reach your council’s sign-in" />
    <p>This is not about you or your account. Nothing that you wrote is lost.</p>
    <p>
      <a href={start(to)}>Try again</a> in a moment. If it goes on, ring your council’s service desk.
    </p>
  </>
)

const Refused: FC<{ to: string }> = ({ to }) => (
  <>
    <PageHead title="You are not signed in" />
    <p>
      The sign-in did not come back as it began. It may have taken longer than ten minutes, or the page was loaded
      twice.
    </p>
    <p>
      <a href={start(to)}>Sign in again</a>
    </p>
  </>
)

type Unknown = { readonly council: string; readonly subject: string; readonly ask: readonly string[] }
export const unknownPage = (unknown: Unknown): Answer =>
  page({
    title: 'You are not known here',
    here: '/sign-in',
    status: 403,
    main: <UnknownHere {...unknown} />,
    cookies: [{ name: 'kith-signing-in', value: '', seconds: 0 }],
  })

const UnknownHere: FC<Unknown> = ({ council, subject, ask }) => (
  <>
    <PageHead title="You are not known here" />
    <p>Your council account works. Nobody has said yet who you are in the records of {council}.</p>
    <p>
      Ask {ask.length === 0 ? 'an administrator of Kith in your council' : ask.join(' or ')} to link your account. They
      will want its number: <strong class="kith-reference">{subject}</strong>
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
