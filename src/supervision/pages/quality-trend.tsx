// How dip samples were answered, quarter by quarter: a drawing of each question with its table, and what may be said of it.
import type { FC } from 'hono/jsx'
import { Card, Chips, Details, DutyTable } from '#look'
import { GIVEN, type OfQuarter, PERIODS, type Period, quarterWords, RUBRIC, type Trend } from '../quality.ts'

const [WIDTH, HEIGHT, LEFT, TOP, BOTTOM] = [310, 96, 6, 8, 66]
const tenth = (value: number): number => Math.round(value * 10) / 10
const LOOKS = ['absent', 'told', 'usual'] as const
/** 'Q4 26' */
const shortWords = (quarter: string): string => `Q${quarter.slice(5)} ${quarter.slice(2, 4)}`

/** A bar for each quarter, as high as there were records: thought through at the foot, then told, then not there. */
const Bars: FC<{ readonly of: Trend; readonly most: number }> = ({ of: { item, quarters }, most }) => {
  const step = (WIDTH - 2 * LEFT) / quarters.length
  const high = (count: number): number => ((BOTTOM - TOP) * count) / Math.max(1, most)
  const named = Math.ceil(quarters.length / 8)
  return (
    <svg
      class="kith-control"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`${RUBRIC[item]}, by quarter. The table below says the same.`}
    >
      {quarters.map(({ quarter, n, counts }, at) => {
        const x = tenth(LEFT + at * step + step * 0.15)
        const width = tenth(step * 0.7)
        const [none, told, through] = counts
        const tops = [BOTTOM - high(none + told + through), BOTTOM - high(told + through), BOTTOM - high(through)]
        return (
          <>
            {LOOKS.map((look, part) => {
              const count = counts[part] ?? 0
              return count === 0 ? null : (
                <path
                  class={`kith-control__${look}`}
                  d={`M${x} ${tenth(tops[part] ?? 0)}h${width}v${tenth(high(count))}h-${width}z`}
                />
              )
            })}
            {at % named === 0 && (
              <>
                <text x={tenth(x + width / 2)} y={BOTTOM + 12} text-anchor="middle">
                  {n}
                </text>
                <text x={tenth(x + width / 2)} y={HEIGHT - 5} text-anchor="middle">
                  {shortWords(quarter)}
                </text>
              </>
            )}
          </>
        )
      })}
    </svg>
  )
}
const SAYS: Readonly<Record<Trend['change'], string>> = {
  more: 'More were thought through than in the quarter sampled before.',
  fewer: 'Fewer were thought through than in the quarter sampled before.',
  'too few to tell': 'Too few to tell whether anything changed.',
}
const rowOf = ({ quarter, n, counts: [none, told, through] }: OfQuarter) => ({
  head: quarterWords(quarter),
  cells: n === 0 ? ['none', '', '', ''] : [String(n), String(through), String(told), String(none)],
})
const One: FC<{ readonly of: Trend; readonly most: number }> = ({ of, most }) => (
  <li class="kith-measure">
    <h3>{RUBRIC[of.item]}</h3>
    <Bars of={of} most={most} />
    <p class="kith-measure__says">{SAYS[of.change]}</p>
    <Details summary="As a table">
      <DutyTable
        caption={`${RUBRIC[of.item]}: of how many records each was said`}
        columns={['Quarter', 'Records', GIVEN[2], GIVEN[1], GIVEN[0]]}
        numbers={[0, 1, 2, 3]}
        rows={of.quarters.map(rowOf).toReversed()}
      />
    </Details>
  </li>
)
type Shown = { readonly trends: readonly Trend[]; readonly period: Period }
const PERIODS_SHOWN = Object.entries(PERIODS)
export const QualityTrend: FC<Shown> = ({ trends, period }) => {
  const most = Math.max(...trends.flatMap(({ quarters }) => quarters.map(({ n }) => n)))
  return (
    <Card title="By quarter, of all teams whose records you may sample">
      <Chips
        label="Of which time"
        chips={PERIODS_SHOWN.map(([value, words]) => ({
          ...{ to: `/supervision/quality?period=${value}`, words, current: value === period },
        }))}
      />
      <p class="kith-note">
        Each bar is as high as there were records, with their number under it: at its foot those where it was thought
        through, above them those where it was told, lightest those where it was not there. With fewer than ten records
        in one of two quarters, or where their intervals of 95 % touch, nothing is said to have changed.
      </p>
      {most === 0 ? (
        <p class="kith-quiet">No record of this time was sampled.</p>
      ) : (
        <ul class="kith-measures">
          {trends.map((trend) => (
            <One of={trend} most={most} />
          ))}
        </ul>
      )}
    </Card>
  )
}
