// The map of areas as a drawing, and the table that says the same.
import type { FC } from 'hono/jsx'
import { Card, DutyTable } from '#look'
import { type AreaMap, SIDE } from '../area-map.ts'

const R = 8
export const MapCard: FC<{
  readonly map: AreaMap
  readonly rows: readonly { readonly head: string; readonly cells: readonly string[] }[]
  readonly columns: readonly [string, ...string[]]
}> = ({ map, rows, columns }) => (
  <Card title="Where they are" flush>
    {map.marks.length > 0 && (
      <div class="kith-card-text">
        <Drawing map={map} />
        <p class="kith-note">
          Each mark is a square of two miles in which a place lies, never an address.
          {map.rings.length === 0
            ? ' No rings: the family home must not be found, or is not known.'
            : ' Rings are miles from the family home.'}
          {map.notShown.length > 0 && ` Not on the map, protected or not known: ${map.notShown.join(', ')}.`}
        </p>
      </div>
    )}
    <DutyTable
      caption="The same as a table: how far each home is"
      columns={[...columns]}
      rows={rows.map(({ head, cells }) => ({ head, cells: [...cells] }))}
    />
  </Card>
)
const Drawing: FC<{ readonly map: AreaMap }> = ({ map: { marks, rings, centre, square } }) => (
  <svg
    class="kith-area-map"
    viewBox={`0 0 ${SIDE} ${SIDE}`}
    role="img"
    aria-label="A map of areas. The table below says the same."
  >
    <rect class="kith-area-map__ground" width={SIDE} height={SIDE} />
    {centre !== undefined &&
      rings.map(({ miles, r }) => (
        <>
          <circle class="kith-area-map__ring" cx={centre.x} cy={centre.y} r={r} />
          <text x={centre.x} y={centre.y - r - 3}>
            {miles} miles
          </text>
        </>
      ))}
    {marks.map(({ x, y, kind, label, words }) => (
      <g>
        <title>{words}</title>
        <rect
          class="kith-area-map__area"
          x={x - square / 2}
          y={y - square / 2}
          width={square}
          height={square}
          fill-opacity="0.5"
          stroke-opacity="0.4"
        />
        {kind === 'home' ? (
          <circle class="kith-area-map__label" cx={x} cy={y} r={R} />
        ) : (
          <rect class="kith-area-map__place" x={x - R} y={y - R} width={R * 2} height={R * 2} rx="2" />
        )}
        <text class="kith-area-map__number" x={x} y={y + 4}>
          {label}
        </text>
      </g>
    ))}
  </svg>
)
