// Drawings of sufficiency: the fan of a forecast, the map of gaps, and the curve of recruiting; each has its table beside it.
import type { FC } from 'hono/jsx'
import { type Gap, NEED_CODES, NEEDS } from '../needs.ts'
import type { Recruiting, Sufficiency } from '../reckoning.ts'

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [420, 150, 34, 400, 12, 124]
const tenth = (value: number): number => Math.round(value * 10) / 10
function scale(values: readonly number[], count: number) {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const [low, high] = least === most ? [least - 1, most + 1] : [least, most]
  return {
    ...{ low, high },
    x: (at: number) => tenth(LEFT + ((RIGHT - LEFT) * at) / Math.max(1, count - 1)),
    y: (value: number) => tenth(BOTTOM - ((BOTTOM - TOP) * (value - low)) / (high - low)),
  }
}
type Point = readonly [number, number]
const path = (points: readonly Point[]): string =>
  points.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join('')

type Drawn = { readonly label: string; readonly bands: readonly { low: number; middle: number; high: number }[] }
const Fan: FC<Drawn & { readonly ends: readonly [string, string] }> = ({ label, bands, ends }) => {
  const { x, y, low, high } = scale(
    bands.flatMap((one) => [one.low, one.high]),
    bands.length,
  )
  const upper = bands.map((one, at): Point => [x(at), y(one.high)])
  const lower = bands.map((one, at): Point => [x(at), y(one.low)]).toReversed()
  return (
    <div class="kith-control--large">
      <svg class="kith-control" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
        <path class="kith-control__range" d={`${path([...upper, ...lower])}z`} />
        <path class="kith-control__line" d={path(bands.map((one, at): Point => [x(at), y(one.middle)]))} />
        <text x={LEFT - 4} y={y(high) + 4} text-anchor="end">
          {high}
        </text>
        <text x={LEFT - 4} y={y(low) + 4} text-anchor="end">
          {low}
        </text>
        <text x={LEFT} y={HEIGHT - 8}>
          {ends[0]}
        </text>
        <text x={RIGHT} y={HEIGHT - 8} text-anchor="end">
          {ends[1]}
        </text>
      </svg>
    </div>
  )
}

export const ForecastPicture: FC<{ readonly of: Sufficiency }> = ({ of: { forecast } }) =>
  forecast.points.length < 2 ? null : (
    <Fan
      label="How many children will be in care, with the range that 95 of 100 futures fill. The table below says the same."
      bands={forecast.points.map(({ all }) => all)}
      ends={['today', 'in two years']}
    />
  )

export const CurvePicture: FC<{ readonly of: Recruiting }> = ({ of: { likely } }) =>
  likely.length < 2 ? null : (
    <Fan
      label="How many children more could be near with each next carer, with the range. The table below says the same."
      bands={likely}
      ends={['nobody new', `${likely.length - 1} carers`]}
    />
  )

const [CELL, NAMES, HEAD, ROW] = [46, 150, 24, 26]
const LEVELS = [0, 0.18, 0.36, 0.6, 0.85] as const
const shade = (gap: number, most: number): number =>
  gap <= 0 ? LEVELS[0] : (LEVELS[Math.min(4, 1 + Math.floor((3.99 * gap) / Math.max(1, most)))] ?? LEVELS[4])
/** Darker: more children than free places. The number is the gap; the table has both numbers. */
export const GapPicture: FC<{ readonly of: Gap; readonly areas: readonly string[] }> = ({ of, areas }) => {
  if (areas.length === 0) return null
  const cellOf = (need: string, area: string) => of.cells.find((one) => one.need === need && one.area === area)
  const gapAt = (need: string, area: string): number => {
    const cell = cellOf(need, area)
    return cell === undefined ? 0 : cell.children - cell.free
  }
  const most = Math.max(1, ...NEED_CODES.flatMap((need) => areas.map((area) => gapAt(need, area))))
  return (
    <svg
      class="kith-control"
      viewBox={`0 0 ${NAMES + areas.length * CELL} ${HEAD + NEED_CODES.length * ROW}`}
      role="img"
      aria-label="Children without a near place, by need and postcode sector, less the places that are free there. The table below says the same."
    >
      {areas.map((area, column) => (
        <text x={NAMES + column * CELL + CELL / 2} y={16} text-anchor="middle">
          {area}
        </text>
      ))}
      {NEED_CODES.map((need, row) => (
        <>
          <text x={0} y={HEAD + row * ROW + 17}>
            {NEEDS[need]}
          </text>
          {areas.map((area, column) => {
            const gap = gapAt(need, area)
            const [x, y] = [NAMES + column * CELL, HEAD + row * ROW]
            return (
              <>
                <path
                  class="kith-loads__bar--over"
                  fill-opacity={shade(gap, most)}
                  d={`M${x + 1} ${y + 1}h${CELL - 2}v${ROW - 2}h${2 - CELL}z`}
                />
                <text x={x + CELL / 2} y={y + 17} text-anchor="middle">
                  {gap > 0 ? gap : ''}
                </text>
              </>
            )
          })}
        </>
      ))}
    </svg>
  )
}
