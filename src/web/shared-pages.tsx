// The pages that every room shares: not found, closed, and broken.
import type { FC } from 'hono/jsx'

/** Says nothing of what was asked for: hidden, another council's and unknown are one page, byte for byte. */
export const NotFound: FC = () => (
  <>
    <h1>Page not found</h1>
    <p>There is nothing at this address that you may see.</p>
    <p>
      <a href="/">See all children</a>
    </p>
  </>
)

export const Closed: FC<{ ask: string | null }> = ({ ask }) => (
  <>
    <h1>This record is closed</h1>
    <p>You cannot see this child's record. {ask === null ? 'Ask your manager.' : `Ask ${ask}.`}</p>
  </>
)

export const NotAllowed: FC = () => (
  <>
    <h1>You cannot see this</h1>
    <p>Your part in this council does not take in this page. Ask your manager.</p>
  </>
)

export const Broken: FC<{ reference: string }> = ({ reference }) => (
  <>
    <h1>Something failed</h1>
    <p>Nothing that you did is lost. Try again in a moment.</p>
    <p>
      If it fails again, give this reference: <strong class="reference">{reference}</strong>
    </p>
  </>
)
