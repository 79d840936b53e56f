// The pages that every room shares: not found, closed, not allowed, and broken.
import type { FC } from 'hono/jsx'
import { PageHead } from '#look'

/** Says nothing of what was asked for: hidden, another council's and unknown are one page, byte for byte. */
export const NotFound: FC = () => (
  <>
    <PageHead title="Page not found" />
    <p>There is nothing at this address that you may see.</p>
    <p>
      <a href="/children">See all children</a>
    </p>
  </>
)

export const Closed: FC<{ ask: string | null; child: string }> = ({ ask, child }) => (
  <>
    <PageHead title="This record is closed" />
    <p>You cannot see this child's record. {ask === null ? 'Ask your manager.' : `Ask ${ask}.`}</p>
    <p>
      If a child may be harmed while you wait: <a href={`/break-glass/${child}`}>open it in an emergency</a>. You say
      why, and those who answer for the child are told at once.
    </p>
  </>
)

export const NotAllowed: FC = () => (
  <>
    <PageHead title="You cannot see this" />
    <p>Your part in this council does not take in this page. Ask your manager.</p>
  </>
)

export const Broken: FC<{ reference: string }> = ({ reference }) => (
  <>
    <PageHead title="Something failed" />
    <p>Nothing that you did is lost. Try again in a moment.</p>
    <p>
      If it fails again, give this reference: <strong class="kith-reference">{reference}</strong>
    </p>
  </>
)
