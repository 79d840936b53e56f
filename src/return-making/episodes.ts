// The rows of Episodes: a new one at each change of legal status or placement, with why it began and how it ended.
import { type Collection, knownEnd, within } from './collection.ts'
import { type Cell, cellOf, type Held, heldIn, type MadeRow, rowOf, textOf, written } from './held.ts'
import { placementsOf, type Stretch, spanOfPeriod, statusesOf, stretchesOf } from './stretches.ts'

/** Whether a status or placement begins with this stretch. */
const newStatus = ({ status, from }: Stretch): boolean => status?.from === from && status.startKnown
const newPlacement = ({ placement, from }: Stretch): boolean => placement?.from === from && placement.startKnown

/** S starts care; P, T change the placement (T: same carers), L the status; B, U both. Undefined: nobody says. */
function because(stretch: Stretch, first: boolean): Cell | undefined {
  const { period, status, placement } = stretch
  if (first && period.columns.began !== null) return { says: 'S', from: [period] }
  const basis = newStatus(stretch) ? status?.basis : undefined
  const held = placement?.from === stretch.from ? placement.placement : undefined
  const from = [basis, held].filter((one) => one !== undefined)
  if (held === undefined || placement?.startKnown !== true) return from.length > 0 ? { says: 'L', from } : undefined
  const sameCarers = held.columns.same_carers === true
  if (basis === undefined) return { says: sameCarers ? 'T' : 'P', from }
  return { says: sameCarers ? 'U' : 'B', from }
}

const versionsOf = ({ period, status, placement }: Stretch): readonly Held[] =>
  [status?.basis, placement?.placement].filter((one) => one !== undefined).concat(status || placement ? [] : [period])

/** How a stretch ended: the end of the period with its reason, or X1 where another stretch follows. */
function ending(stretch: Stretch, next: Stretch | undefined, collection: Collection) {
  const until = knownEnd(stretch.until, collection)
  if (until === undefined) return {}
  const { period } = stretch
  const whole = spanOfPeriod(period)
  const over = whole.until === until && next === undefined
  const from = over ? [period] : [...new Set([...versionsOf(stretch), ...(next ? versionsOf(next) : [])])]
  const moved = next?.from === until && newPlacement(next) ? next.placement?.placement : undefined
  return {
    DEC: { says: written(until), from },
    REC: over ? cellOf(period, 'end_reason') : { says: 'X1', from },
    REASON_PLACE_CHANGE: cellOf(moved, 'start_reason'),
  }
}

function beginning(stretch: Stretch, first: boolean): Cell {
  const { period, from } = stretch
  return { says: written(from), from: first ? [period] : versionsOf(stretch) }
}

type Postcode = (placement: Held | undefined, end: 'home' | 'place') => Cell | undefined

/** What the address says that stands now, found by its line. */
function postcodesOf(held: readonly Held[]): Postcode {
  const addresses = new Map(heldIn(held, 'address').map((address) => [address.line, address]))
  return (placement, end) => {
    const cell = cellOf(addresses.get(textOf(placement, end) ?? ''), 'postcode')
    return cell && placement && { ...cell, from: [placement, ...cell.from] }
  }
}

function episodesOfPeriod(stretches: readonly Stretch[], collection: Collection, postcode: Postcode): MadeRow[] {
  return stretches.flatMap((stretch, index) => {
    if (!within(stretch, collection)) return []
    const { period, status, placement } = stretch
    const held = placement?.placement
    const first = index === 0
    return rowOf({
      DECOM: beginning(stretch, first),
      RNE: because(stretch, first),
      LS: status && { says: status.code, from: [status.basis] },
      CIN: cellOf(period, 'need'),
      PLACE: cellOf(held, 'kind'),
      PLACE_PROVIDER: cellOf(held, 'provider'),
      ...ending(stretch, stretches[index + 1], collection),
      HOME_POST: postcode(held, 'home'),
      PL_POST: postcode(held, 'place'),
      URN: cellOf(held, 'registration'),
    })
  })
}

/** Every episode of the child that overlaps the collection, in order. */
export function episodesOf(held: readonly Held[], collection: Collection): readonly MadeRow[] {
  const [statuses, placements] = [statusesOf(held), placementsOf(held)]
  const postcode = postcodesOf(held)
  return heldIn(held, 'care_period')
    .toSorted((a, b) => (spanOfPeriod(a).from < spanOfPeriod(b).from ? -1 : 1))
    .flatMap((period) => episodesOfPeriod(stretchesOf(period, statuses, placements), collection, postcode))
}
