// A child's periods of care and placements, put together from the episodes of both years' returns.
import type { CarePeriod, Stay } from '#indicators'
import { type Given, isDay, type OneYear } from '#statutory-returns'

type Row = { readonly episodes: OneYear['Episodes']; readonly row: number; readonly since: number }

const isRespite = (status: string | null) => status === 'V3' || status === 'V4'

/** In order of time, an episode that stands in both years once, as this year has it; none without a start or of no day. */
function rowsOf({ Episodes, last }: Given, child: number): readonly Row[] {
  const byStart = new Map<number, Row>()
  for (const episodes of [last.Episodes, Episodes])
    for (const row of episodes.inOrder(child)) {
      const since = episodes.DECOM.at(row)
      if (!isDay(since) || isRespite(episodes.LS.at(row)) || episodes.DEC.at(row) <= since) continue
      byStart.set(since, { episodes, row, since })
    }
  return [...byStart.values()].toSorted((one, other) => one.since - other.since)
}

const reasonFor = ({ episodes, row }: Row) => episodes.RNE.at(row)
const endOf = ({ episodes, row }: Row): number | undefined => {
  const end = episodes.DEC.at(row)
  return isDay(end) ? end : undefined
}

const begins = (row: Row, before: Row | undefined) =>
  before === undefined || reasonFor(row) === 'S' || (endOf(before) ?? row.since) !== row.since

function periodsIn(rows: readonly Row[]): readonly Row[][] {
  const periods: Row[][] = []
  for (const [at, row] of rows.entries()) {
    if (begins(row, rows[at - 1])) periods.push([row])
    else periods.at(-1)?.push(row)
  }
  return periods
}

const temporary = /^T[0-4]$/
const placeOf = ({ episodes, row }: Row) =>
  ['PLACE', 'PL_POST', 'URN'].map((name) => cellOf(episodes, name, row)).join('|')
const cellOf = (episodes: Row['episodes'], name: string, row: number) =>
  (name === 'PLACE' ? episodes.PLACE : name === 'PL_POST' ? episodes.PL_POST : episodes.URN).at(row) ?? ''

/** Going on: a new legal status alone, or back from a temporary stay to where the child was before it. */
function goesOn(row: Row, before: Row | undefined, away: boolean): boolean {
  if (before === undefined) return false
  if (away) return placeOf(row) === placeOf(before)
  const reason = reasonFor(row)
  return reason === 'L' || (reason === null && placeOf(row) === placeOf(before))
}

/** Every placement of a period with all its episodes. */
function placementsIn(period: readonly Row[]): readonly Row[][] {
  const placements: Row[][] = []
  let away = false
  for (const row of period) {
    const current = placements.at(-1)
    const isTemporary = temporary.test(row.episodes.PLACE.at(row.row) ?? '')
    if (!isTemporary && goesOn(row, current?.at(-1), away)) current?.push(row)
    else if (!isTemporary) placements.push([row])
    away = isTemporary
  }
  return placements
}

const forAdoption = /^A[3-6]$/

function stayOf(rows: readonly Row[], until: number | undefined): Stay[] {
  const [first, latest] = [rows[0], rows.at(-1)]
  if (!first || !latest) return []
  const { episodes, row } = latest
  const [miles, where] = [episodes.PL_DISTANCE.at(row), episodes.PL_LOCATION.at(row)]
  const reason = reasonFor(first)
  return [
    {
      since: first.since,
      sinceKnown: reason !== null && reason !== 'L',
      until,
      kind: episodes.PLACE.at(row) ?? '',
      forAdoption: forAdoption.test(episodes.PLACE.at(row) ?? ''),
      sameCarers: reason === 'T' || reason === 'U',
      milesFromHome: isDay(miles) ? miles : undefined,
      inArea: where === null ? undefined : where === 'IN',
    },
  ]
}

export function careInReturn(given: Given, child: number): readonly CarePeriod[] {
  return periodsIn(rowsOf(given, child)).flatMap((period): CarePeriod[] => {
    const [first, final] = [period[0], period.at(-1)]
    if (!first || !final) return []
    const until = endOf(final)
    const placements = placementsIn(period)
    return [
      {
        since: first.since,
        sinceKnown: reasonFor(first) === 'S',
        until,
        reasonEnded: until === undefined ? undefined : (final.episodes.REC.at(final.row) ?? undefined),
        stays: placements.flatMap((rows, at) => stayOf(rows, placements[at + 1]?.[0]?.since ?? until)),
      },
    ]
  })
}
