// One flag as a row of a table: whose, what is wrong, where, what to look at, and who can put it right.
import type { FC } from 'hono/jsx'
import type { DutyRow } from '#look'
import { type StandingFlag, severityNow, toMend, whatIsWrong } from '../standing-flag.ts'
import type { Naming } from '../store.ts'
import { momentWords, rowWords } from './parts.tsx'

/** `names`: what was told to the reader; undefined: they are told no names here. */
export function flagRow(flag: StandingFlag, names?: ReadonlyMap<string, Naming>): DutyRow {
  const severity = severityNow(flag)
  const naming = names?.get(flag.child)
  return {
    head: (
      <>
        <a href={`/children/${flag.child}`}>Child {flag.shown}</a>
        {naming !== undefined && (
          <span class="kith-note">
            {naming.name}, named to you until {momentWords(naming.until)}
          </span>
        )}
      </>
    ),
    cells: [
      <>
        {whatIsWrong(flag)}
        <span class="kith-note">
          Rule {flag.rule}; {severity === 'unknown' ? 'how grave is not known' : severity}
        </span>
      </>,
      rowWords(flag),
      toMend(flag)
        .map(({ called }) => called)
        .join('; '),
      <>
        {flag.ownerName ?? <span class="kith-quiet">nobody now</span>}
        {names !== undefined && naming === undefined && <AskName flag={flag} />}
      </>,
    ],
  }
}

/** Beside the worker, who is often enough; and apart from the link of the child, since both are pressed with a finger. */
const AskName: FC<{ flag: StandingFlag }> = ({ flag: { id, shown } }) => (
  <span class="kith-note">
    <a href={`/returns/ssda903/name/${id}`} aria-label={`Ask for the name of child ${shown}`}>
      Ask for the name
    </a>
  </span>
)
