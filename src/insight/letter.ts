// Whether a council's own figure says what is published, within its tolerance; pure.
import { TARGETS } from '#invented-council'
import type { KeptFigure } from '#record-figures'
import type { Finding } from './letter-data.ts'

/** What the council counts: above and below the line, and of how many it is not known. */
export type Own = Pick<KeptFigure, 'above' | 'below' | 'unknown'>
export type Unit = 'count' | 'percent' | 'number'

export type Compared = {
  /** As published figures are read; undefined: nobody to count. */
  readonly here: number | undefined
  readonly below: number | null
  readonly published: number
  /** In the unit of the figure: points of a share. */
  readonly tolerance: number
  readonly within: boolean
}

/** Not less than four points, and as far as chance moves a share of so many: as an invented council is held to its groups. */
const LEAST = 4
const OFTEN = 2.6
const byChance = (percent: number, of: number): number =>
  Math.max(LEAST, OFTEN * Math.sqrt((percent * (100 - percent)) / of))

function toleranceOf({ tolerance, published: { value } }: Finding, unit: Unit, of: number): number {
  if (tolerance === 'by chance') return of === 0 ? LEAST : byChance(value, of)
  if ('ours' in tolerance) return tolerance.ours
  return TARGETS[tolerance.target][1] * (unit === 'percent' ? 100 : 1)
}

const divided = (above: number, below: number, unit: Unit): number => (above / below) * (unit === 'percent' ? 100 : 1)

/** What both numbers come to when they are not rounded. */
function publishedValue({ published: { counts, value } }: Finding, unit: Unit): number {
  return counts === undefined ? value : divided(counts[0], counts[1], unit)
}

const A_HAIR = 1e-9

export function compared(finding: Finding, { above, below, unknown }: Own, unit: Unit): Compared {
  const under = below === null ? null : below + (finding.unknownBelow === true ? unknown : 0)
  const here = unit === 'count' ? above : under === null || under === 0 ? undefined : divided(above, under, unit)
  const [published, tolerance] = [publishedValue(finding, unit), toleranceOf(finding, unit, under ?? 0)]
  const within = here !== undefined && Math.abs(here - published) <= tolerance + A_HAIR
  return { here, below: under, published, tolerance, within }
}
