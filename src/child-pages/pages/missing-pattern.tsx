// The pattern of times missing or away: a bar and its number in one table for each question; two series, and nothing foretold.
import type { FC } from 'hono/jsx'
import { formatDay } from '#calendar'
import { counted } from '#child-frame'
import { Card, Columns, EmptyState } from '#look'
import type { Count, Pattern } from '#missing'

const WIDTH = 100
/** Said by the number beside it. */
const Bar: FC<{ readonly of: number; readonly most: number }> = ({ of, most }) => (
  <svg class="kith-bar" viewBox={`0 0 ${WIDTH} 8`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
    {of > 0 && <rect width={Math.round((of / most) * WIDTH)} height="8" />}
  </svg>
)

const Bars: FC<{ readonly caption: string; readonly counts: readonly Count[]; readonly away: boolean }> = (props) => {
  const { caption, counts, away } = props
  const most = Math.max(1, ...counts.flatMap((one) => [one.missing, one.away]))
  return (
    <table class="kith-bars">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">When they went</th>
          <th scope="col">Missing</th>
          {away && <th scope="col">Away</th>}
        </tr>
      </thead>
      <tbody>
        {counts.map(({ name, ...of }) => (
          <tr>
            <th scope="row">{name}</th>
            <td>
              <span class="kith-bars__number">{of.missing}</span> <Bar of={of.missing} most={most} />
            </td>
            {away && (
              <td>
                <span class="kith-bars__number">{of.away}</span> <Bar of={of.away} most={most} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export const PatternCard: FC<{ readonly pattern: Pattern; readonly called: string }> = ({ pattern, called }) => {
  const { since, missing, away, days, hours } = pattern
  if (missing + away === 0)
    return (
      <Card title="The pattern">
        <EmptyState>No time missing or away since {formatDay(since)}.</EmptyState>
      </Card>
    )
  return (
    <Card title="The pattern" beside={`Since ${formatDay(since)}`}>
      <p>
        {called} was missing <strong>{counted(missing, 'time', 'times')}</strong>
        {away > 0 && <>, and away without authorisation {counted(away, 'time', 'times')}</>}. These are counts. They say
        what was, and foretell nothing.
      </p>
      <Columns kind="even">
        <Bars caption="By day of the week" counts={days} away={away > 0} />
        <Bars caption="By hour, by the clock in London" counts={hours} away={away > 0} />
      </Columns>
    </Card>
  )
}
