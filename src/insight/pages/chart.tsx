// The chart of a measure, drawn by the server: dots by shape as well as colour, the usual range, the average, the aim; and its table.
import type { FC } from 'hono/jsx'
import { addDays, formatDay, type IsoDay } from '#calendar'
import { DutyTable } from '#look'
import type { ChartPoint, Mark } from '../control-chart.ts'
import { type Charted, figureWords, numberWords } from '../measure.ts'

const WIDTH = 310
const HEIGHT = 96
const LEFT = 6
const RIGHT = 262
const TOP = 8
const APART = 11
const BOTTOM = 74

type Scale = { readonly x: (at: number) => number; readonly y: (value: number) => number }
const tenth = (value: number): number => Math.round(value * 10) / 10

function scaleOf({ points, range, aim }: Charted): Scale {
  const values = points.flatMap(({ value }) => (value === undefined ? [] : [value]))
  const all = [...values, ...(range ? [range.low, range.high] : []), ...(aim === undefined ? [] : [aim])]
  const [low, high] = [Math.min(...all), Math.max(...all)]
  const span = high - low || 1
  return {
    x: (at) => tenth(LEFT + (at * (RIGHT - LEFT)) / Math.max(1, points.length - 1)),
    y: (value) => tenth(BOTTOM - ((value - low) * (BOTTOM - TOP)) / span),
  }
}

const SHAPES: Readonly<Record<Mark | 'usual', string>> = {
  usual: 'm-2 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0',
  better: 'm-3.6 0a3.6 3.6 0 1 0 7.2 0a3.6 3.6 0 1 0-7.2 0',
  worse: 'm0-4.4l4.4 7.6h-8.8z',
  changed: 'm-3.4-3.4h6.8v6.8h-6.8z',
}

/** All dots of one look are one path. */
const Dots: FC<{ readonly points: readonly ChartPoint[]; readonly scale: Scale; readonly look: Mark | 'usual' }> = ({
  points,
  scale: { x, y },
  look,
}) => {
  const d = points
    .map(({ value, mark }, at) =>
      value === undefined || (mark ?? 'usual') !== look ? '' : `M${x(at)} ${y(value)}${SHAPES[look]}`,
    )
    .join('')
  return d === '' ? null : <path class={`kith-control__${look}`} d={d} />
}

/** Broken where a month has no figure. */
function lineOf(points: readonly ChartPoint[], { x, y }: Scale): string {
  let pen = 'M'
  return points
    .map(({ value }, at) => {
      const step = value === undefined ? '' : `${pen}${x(at)} ${y(value)}`
      pen = value === undefined ? 'M' : 'L'
      return step
    })
    .join('')
}

const Across: FC<{ readonly at: number; readonly look: 'mean' | 'aim'; readonly words: string }> = ({
  at,
  look,
  words,
}) => (
  <>
    <path class={`kith-control__${look}`} d={`M${LEFT} ${at}H${RIGHT}`} />
    <text x={RIGHT + 4} y={tenth(at + 4)}>
      {words}
    </text>
  </>
)

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
/** 'Mar 27' */
export const monthWords = (day: IsoDay): string => `${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(2, 4)}`

export const ControlChart: FC<{ readonly of: Charted }> = ({ of }) => {
  const { points, range, aim, measure, sentence } = of
  const known = points.filter(({ value }) => value !== undefined)
  const [first, last] = [points[0], points.at(-1)]
  if (known.length < 2 || !first || !last) return null
  const scale = scaleOf(of)
  const mean = range && scale.y(range.mean)
  // Words of lines that lie together are not written on top of each other.
  const isBeside = mean !== undefined && aim !== undefined && Math.abs(scale.y(aim) - mean) < APART
  return (
    <svg class="kith-control" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`${measure.name}. ${sentence}`}>
      {range && (
        <path
          class="kith-control__range"
          d={`M${LEFT} ${scale.y(range.high)}H${RIGHT}V${scale.y(range.low)}H${LEFT}z`}
        />
      )}
      {mean !== undefined && <Across at={mean} look="mean" words={isBeside ? 'avg, aim' : 'avg'} />}
      {aim !== undefined && <Across at={scale.y(aim)} look="aim" words={isBeside ? '' : 'aim'} />}
      <path class="kith-control__line" d={lineOf(points, scale)} />
      {(['usual', 'changed', 'better', 'worse'] as const).map((look) => (
        <Dots points={points} scale={scale} look={look} />
      ))}
      <text x={LEFT} y={HEIGHT - 6}>
        {monthWords(first.day)}
      </text>
      <text x={RIGHT} y={HEIGHT - 6} text-anchor="end">
        {monthWords(last.day)}
      </text>
    </svg>
  )
}

const MARKS: Readonly<Record<Mark, string>> = { better: 'Better', worse: 'Worse', changed: 'Changed' }

/** The same months as the chart, the latest first; also where there are too few for a chart. */
export const ChartTable: FC<{ readonly of: Charted }> = ({ of: { measure, figures, now, points, range } }) => (
  <DutyTable
    caption={`${measure.name}, month by month`}
    columns={['To the end of', 'Figure', 'Numbers', 'Not known', 'Usual range', 'Really changed']}
    numbers={[0, 1, 2, 3]}
    rows={figures
      .map((figure, at) => {
        const { large, beside } = figureWords(measure, figure)
        const mark = points[at]?.mark
        return {
          head: (
            <>
              {formatDay(figure.day)}
              {figure.made > addDays(figure.day, 1) && (
                <span class="kith-note">reckoned afterwards, on {formatDay(figure.made)}</span>
              )}
              {figure.version !== now.version && <span class="kith-note">counted otherwise</span>}
            </>
          ),
          cells: [
            large,
            beside,
            figure.unknown === 0 ? '' : String(figure.unknown),
            range
              ? `${numberWords({ ...measure, decimals: 1 }, range.low)} to ${numberWords({ ...measure, decimals: 1 }, range.high)}`
              : '',
            mark === undefined ? '' : MARKS[mark],
          ],
        }
      })
      .toReversed()}
  />
)

/** What the shapes mean. */
export const ChartKey: FC = () => (
  <ul class="kith-control-key">
    {(
      [
        ['usual', 'usual up and down'],
        ['better', 'really better'],
        ['worse', 'really worse'],
        ['changed', 'really changed, neither good nor bad'],
      ] as const
    ).map(([look, words]) => (
      <li>
        <svg class="kith-control" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
          <path class={`kith-control__${look}`} d={`M6 6${SHAPES[look]}`} />
        </svg>{' '}
        {words}
      </li>
    ))}
    <li>
      <span class="kith-control-key__range" aria-hidden="true" /> usual range
    </li>
  </ul>
)
