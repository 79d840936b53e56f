// Attendance as bars: a stretch of days a line, its share of sessions in words at the end; the table beside it holds the same.
import type { FC } from 'hono/jsx'

export type Bar = { readonly label: string; readonly share: number; readonly mark: string | undefined }
type Props = { readonly bars: readonly Bar[]; readonly of: string }

const [WIDTH, ROW, LEFT, FULL] = [340, 30, 126, 140]
const BAR = 14
const NINETY = 90
const BASELINE = 11
const HUNDRED = 100
const across = (share: number): number => LEFT + (FULL * share) / HUNDRED

export const AttendancePicture: FC<Props> = ({ bars, of }) => {
  const height = ROW * bars.length + ROW
  return (
    <svg
      class="kith-picture kith-picture--bars"
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      aria-label={`Attendance of ${of}, ${bars.length} lines; the table below says the same.`}
    >
      {bars.map(({ label, share, mark }, at) => (
        <g transform={`translate(0 ${ROW * at + BASELINE / 2})`}>
          <text x={0} y={BASELINE}>
            {label}
          </text>
          <rect x={LEFT} y={0} width={FULL} height={BAR} class="kith-bar__all" />
          <rect x={LEFT} y={0} width={(FULL * share) / HUNDRED} height={BAR} class="kith-bar__there" />
          <text x={across(HUNDRED) + BASELINE / 2} y={BASELINE}>
            {share}%{mark === undefined ? '' : ` ${mark}`}
          </text>
        </g>
      ))}
      <line x1={across(NINETY)} x2={across(NINETY)} y1={0} y2={height - ROW} class="kith-bar__line" />
      <text x={across(NINETY)} y={height - BASELINE} text-anchor="middle">
        90%
      </text>
    </svg>
  )
}
