// From episodes in order to what they say: periods of care, legal bases, placements with their addresses.
import { dayOf } from '#calendar'
import type { LegalStatusCode } from '#placements'
import { isoOf } from './cells.ts'
import type { Episode } from './episodes.ts'
import type { Columns, Fact, FactTable, Planned } from './facts.ts'
import { text } from './rows.ts'

/** The record's words for what the return's statuses stand on. */
export const KIND_OF_STATUS = {
  C1: 'interim care order',
  C2: 'care order',
  D1: 'freeing order',
  E1: 'placement order',
  V2: 'section 20 agreement',
  V3: 'short breaks agreement, episodes',
  V4: 'short breaks agreement',
  J1: 'remand to local authority accommodation',
  J2: 'police detention in local authority accommodation',
  J3: 'youth rehabilitation order with residence',
  L1: 'police protection',
  L2: 'emergency protection order',
  L3: 'child assessment order',
} as const satisfies Record<LegalStatusCode, string>

/** Episodes that one fact is made of, in order. */
type Stretch = readonly [Episode, ...Episode[]]

const holdsDays = ({ begins, ends }: Episode): boolean => ends === undefined || ends > begins

/** Cuts a series of episodes into stretches: an episode joins the one before it where `carriesOn` says so. */
function stretches(episodes: readonly Episode[], carriesOn: (before: Episode, next: Episode) => boolean): Stretch[] {
  const cut: Stretch[] = []
  for (const episode of episodes) {
    const last = cut.at(-1)
    const before = last?.at(-1)
    if (last !== undefined && before !== undefined && carriesOn(before, episode))
      cut[cut.length - 1] = [...last, episode]
    else cut.push([episode])
  }
  return cut
}

const lastOf = (stretch: Stretch): Episode => stretch.at(-1) ?? stretch[0]
const touch = (before: Episode, next: Episode): boolean => before.ends === next.begins

/** Care goes on after X1 (the next episode begins), and where the next says that care did not start with it. */
function careGoesOn(before: Episode, next: Episode): boolean {
  if (before.ended !== null && before.ended !== 'X1') return false
  return touch(before, next) || (before.ended === 'X1' && next.because !== 'S')
}

function fact(stretch: Stretch, table: FactTable, name: string): (columns: Columns) => Fact {
  const [first] = stretch
  const year = Math.max(...stretch.map((episode) => episode.year))
  const key = `${name}|${dayOf(first.begins)}`
  return (columns) => ({ table, key, year, columns, row: lastOf(stretch).row })
}

function periodOf(stretch: Stretch, next: Episode | undefined): Fact {
  const [first] = stretch
  const last = lastOf(stretch)
  // X1 promises another episode. Where none follows, care goes on; where one starts care anew, it had ended.
  const over = last.ended !== 'X1' || next !== undefined
  const began = first.because === 'S'
  return fact(
    stretch,
    'care_period',
    'period',
  )({
    began: began ? dayOf(first.begins) : null,
    began_by: began ? null : dayOf(first.begins),
    ended: over ? isoOf(last.ends) : null,
    end_reason: last.ended === 'X1' ? null : last.ended,
    need: text(first.row, 'CIN'),
  })
}

const statusBegins: ReadonlySet<string> = new Set(['S', 'L', 'B', 'U'])

function legalBasisOf(stretch: Stretch): Fact {
  const [first] = stretch
  const made = statusBegins.has(first.because)
  return fact(
    stretch,
    'legal_basis',
    'status',
  )({
    kind: KIND_OF_STATUS[first.status],
    made: made ? dayOf(first.begins) : null,
    made_by: made ? null : dayOf(first.begins),
    ended: isoOf(lastOf(stretch).ends),
  })
}

/** Postcodes are kept as they are written, but for spaces, so that one place is one line. */
function addressKey(kind: 'home' | 'placement', postcode: string): string {
  return `address|${kind}|${postcode.replace(/\s+/g, '')}`
}

function addressOf(episode: Episode, kind: 'home' | 'placement'): Fact | undefined {
  const postcode = text(episode.row, kind === 'home' ? 'HOME_POST' : 'PL_POST')
  if (postcode === null) return undefined
  const columns = { kind, postcode: postcode.replace(/\s+/g, ' ').toUpperCase() }
  return { table: 'address', key: addressKey(kind, postcode), year: episode.year, columns, row: episode.row }
}

function placementOf(stretch: Stretch, before: Episode | undefined): Fact {
  const [first] = stretch
  const last = lastOf(stretch)
  const said = (column: string) => text(last.row, column)
  return fact(
    stretch,
    'placement',
    'placement',
  )({
    during: `[${dayOf(first.begins)},${isoOf(last.ends) ?? ''})`,
    // A change of status alone carries on a placement that began before what the return shows.
    start_known: first.because !== 'L',
    kind: first.place,
    provider: said('PLACE_PROVIDER'),
    registration: said('URN'),
    home: addressOf(last, 'home')?.key ?? null,
    place: addressOf(last, 'placement')?.key ?? null,
    // The return says why a placement changed on the row that ended.
    start_reason: before !== undefined && touch(before, first) ? text(before.row, 'REASON_PLACE_CHANGE') : null,
    same_carers: first.because === 'T' || first.because === 'U',
  })
}

/** What the accepted episodes of a child say. An episode without a day counts for the period alone. */
export function careOf(episodes: readonly Episode[]): Planned {
  const periods = stretches(episodes, careGoesOn)
  const days = episodes.filter(holdsDays)
  const placements = stretches(days, (a, b) => touch(a, b) && b.because === 'L' && a.place === b.place)
  const statuses = stretches(days, (a, b) => touch(a, b) && a.status === b.status)
  // The latest row of a place is the one that its address is taken from.
  const addresses = new Map<string, Fact>()
  for (const stretch of placements)
    for (const kind of ['home', 'placement'] as const) {
      const address = addressOf(lastOf(stretch), kind)
      if (address !== undefined) addresses.set(address.key, address)
    }
  return {
    facts: [
      ...addresses.values(),
      ...periods.map((stretch, index) => periodOf(stretch, periods[index + 1]?.[0])),
      ...statuses.map(legalBasisOf),
      ...placements.map((stretch, index) => placementOf(stretch, placements[index - 1]?.at(-1))),
    ],
    refusals: episodes
      .filter((episode) => !holdsDays(episode))
      .map(({ row }) => ({ row, column: 'DEC', reason: 'no-days', taken: 'in part' })),
  }
}
