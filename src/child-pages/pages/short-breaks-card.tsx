// Short breaks of one child: how many days, against the two limits beyond which the ordinary duties are owed.
import type { FC } from 'hono/jsx'
import { dayOf, dayWords, type IsoDay, numberOf } from '#calendar'
import { Card, DueMark, Facts } from '#look'
import { breakDays, MOST_DAYS_AT_A_TIME, MOST_DAYS_IN_A_YEAR } from '#placements'
import type { Home } from '../where-store.ts'

type Props = { readonly homes: readonly Home[]; readonly today: IsoDay }
export const ShortBreaksCard: FC<Props> = ({ homes, today }) => {
  const on = numberOf(today)
  const breaks = homes
    .filter(({ shortBreak }) => shortBreak)
    .map(({ since, until }) => ({ first: numberOf(since), last: until === null ? on : numberOf(until) }))
  if (breaks.length === 0) return null
  const { stays, longest, inYear, beyond } = breakDays(breaks, on)
  return (
    <Card title="Short breaks" beside={<a href="/rules/CP-28">The law</a>}>
      <Facts
        kind="down"
        facts={[
          { name: 'Stays', fact: { words: String(stays) } },
          {
            name: 'Days in the last 12 months',
            fact: { words: `${inYear} of at most ${MOST_DAYS_IN_A_YEAR}` },
          },
          { name: 'The longest stay', fact: { words: `${longest} of at most ${MOST_DAYS_AT_A_TIME} days` } },
        ]}
      />
      {beyond === undefined ? (
        <p class="kith-quiet">Each day begun is counted, the first and the last.</p>
      ) : (
        <>
          <DueMark mark="late" words={`Beyond since ${dayWords(dayOf(beyond.since))}: ${beyond.because}`} />
          <p>
            Regulation 48 does not cover this any more: the ordinary visits, reviews, health assessments and placement
            plans are owed. Ask whoever signs the plan whether this is still a short break, and record the agreement
            under which they stay.
          </p>
        </>
      )}
    </Card>
  )
}
