// One flag as a row of a table: whose, what is wrong, where, what to look at, and who can put it right.
import type { DutyRow } from '#look'
import { type StandingFlag, severityNow, toMend, whatIsWrong } from '../standing-flag.ts'
import { rowWords } from './parts.tsx'

export function flagRow(flag: StandingFlag): DutyRow {
  const severity = severityNow(flag)
  return {
    head: <a href={`/children/${flag.child}`}>Child {flag.shown}</a>,
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
