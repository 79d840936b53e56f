// One flag as a row of a table: whose, what is wrong, where, what to look at, and who can put it right.
import type { FC } from 'hono/jsx'
import type { DutyRow } from '#look'
import { type StandingFlag, severityNow, toMend, whatIsWrong } from '../standing-flag.ts'
import type { Naming } from '../store.ts'
import { momentWords, rowWords } from './parts.tsx'

/** `names`: what was told to the reader; undefined: they are told no names here. */
export function flagRow(flag: StandingFlag, names?: ReadonlyMap<string, Naming>): DutyRow {
  const severity = severityNow(flag)
  return {
    head: (
      <>
        <a href={`/children/${flag.child}`}>Child {flag.shown}</a>
        {names !== undefined && <Named flag={flag} naming={names.get(flag.child)} />}
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
      flag.ownerName ?? <span class="kith-quiet">nobody now</span>,
    ],
  }
}

const Named: FC<{ flag: StandingFlag; naming: Naming | undefined }> = ({ flag: { id, shown }, naming }) =>
  naming === undefined ? (
    <span class="kith-note">
      <a href={`/returns/ssda903/name/${id}`}>
        Ask for the name<span class="govuk-visually-hidden"> of child {shown}</span>
      </a>
    </span>
  ) : (
    <span class="kith-note">
      {naming.name}, named to you until {momentWords(naming.until)}
    </span>
  )
