// Two records beside each other: who, when in care, with whom; what of it contradicts; and every step that two people took.
import type { FC } from 'hono/jsx'
import { formatDay, londonDay, parseInstant } from '#calendar'
import { Card, CardList, capital, DutyTable, EmptyState, InsetText, WarningText } from '#look'
import { contradictionsOf, overlapWords, periodWords, type Side, STEP_WORDS } from '../join.ts'
import type { Join } from '../store.ts'

export const dayOf = (at: string): string => {
  const moment = parseInstant(at)
  return moment === undefined ? '' : formatDay(londonDay(moment))
}
const joined = (words: readonly string[]): string => (words.length === 0 ? 'Not known' : words.join(', '))

const ROWS: readonly (readonly [string, (side: Side) => string])[] = [
  ['What they are called', ({ names }) => joined(names)],
  ['Born', ({ born }) => (born === null ? 'Not known' : formatDay(born))],
  ['Numbers', ({ numbers }) => joined(numbers)],
  ['In care', ({ periods }) => (periods.length === 0 ? 'Never, as it stands' : periods.map(periodWords).join('; '))],
  ['Team', ({ team }) => team ?? 'None'],
  ['Who works with them', ({ workers }) => (workers.length === 0 ? 'Nobody now' : workers.join(', '))],
]

export type Beside = { readonly closes: Side; readonly goesOn: Side }

export const SideBySide: FC<Beside> = ({ closes, goesOn }) => (
  <Card title="The two records" flush>
    <DutyTable
      caption="The two records beside each other"
      columns={['What', 'Is closed', 'Goes on']}
      rows={[
        {
          head: 'Record',
          cells: [closes, goesOn].map(({ child, name }) => <a href={`/children/${child}`}>{capital(name)}</a>),
        },
        ...ROWS.map(([head, cell]) => ({ head, cells: [cell(closes), cell(goesOn)] })),
      ]}
    />
  </Card>
)

const BIRTHS = {
  same: 'Both have the same birth date.',
  differ:
    'They have different birth dates. Whoever confirms has to say that the one of the record that goes on is right.',
  'not known': 'A birth date is not known in one of them, so it cannot be compared.',
} as const

export const Contradicts: FC<Beside> = ({ closes, goesOn }) => {
  const { overlaps, births } = contradictionsOf(closes, goesOn)
  return (
    <Card title="What contradicts">
      {overlaps.map((pair) => (
        <WarningText>{overlapWords(pair)}</WarningText>
      ))}
      {overlaps.length === 0 && <p>No days in care overlap.</p>}
      <p>{BIRTHS[births]}</p>
    </Card>
  )
}

/** Said before somebody confirms, and where it stands. */
export const WhatItMeans: FC = () => (
  <InsetText>
    The earlier record takes no more writing and is read as before by those who see it now. Nobody sees more of either
    by this, with one exception: duties, care leavers’ rights and the return count the days of both, so whoever sees the
    duties of the record that goes on reads rules and days of both there.
  </InsetText>
)

type Steps = { readonly steps: readonly Join[]; readonly nameOf: (person: string) => string }
export const StepsTaken: FC<Steps> = ({ steps, nameOf }) => (
  <Card title="Who said what" count={steps.length} flush>
    {steps.length === 0 ? (
      <EmptyState>Nothing has been said.</EmptyState>
    ) : (
      <CardList
        items={steps.map(({ step, by, at, why, birthsAnswered }) => (
          <>
            <strong>{STEP_WORDS[step]}</strong>
            <span class="kith-note">
              {nameOf(by)}, {dayOf(at)}
              {birthsAnswered ? '; the birth date of the record that goes on is right' : ''}
            </span>
            <span class="kith-note">{why === undefined ? 'The reason was taken out of sight.' : `“${why}”`}</span>
          </>
        ))}
      />
    )}
  </Card>
)
