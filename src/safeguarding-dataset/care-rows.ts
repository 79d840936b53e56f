// Rows of the dataset on care: episodes, placements, legal statuses, reviews, visits and times missing of one child. Pure.
import { createHash } from 'node:crypto'
import { type IsoDay, parseDay } from '#calendar'
import { isLegalBasisKind, LEGAL_BASES } from '#placements'
import { collectionOf, episodesOf, type Held, heldIn, type MadeRow, placementsOf, textOf } from '#return-making'
import { type DatasetRow, type Rows, rowOf, yesNo } from './dataset.ts'
import {
  covers,
  idOf,
  isConfidential,
  type KnownChild,
  latestBy,
  moreIn,
  type Period,
  periodsOf,
  postcodeAt,
  saidIn,
} from './known-child.ts'

/** Every episode of every period until that day: the return's own way of cutting care, without the bounds of a year. */
export type Episode = {
  readonly id: string
  readonly period: Period
  readonly placement: Held | undefined
  /** A day of the return's row as the calendar writes it; any other cell as it stands. */
  readonly says: (column: string) => string | undefined
}

const saysOf =
  ({ cells }: MadeRow) =>
  (column: string): string | undefined => {
    const said = cells[column]?.says
    return said !== undefined && /^\d\d\/\d\d\/\d{4}$/.test(said) ? said.split('/').toReversed().join('-') : said
  }

export function episodesKnown(known: KnownChild, on: IsoDay): readonly Episode[] {
  const ever = { ...collectionOf(1900, on), first: parseDay('1900-01-01') ?? on, last: on }
  const placements = new Map(heldIn(known.held, 'placement').map((one) => [one.line, one]))
  return periodsOf(known, on).flatMap((period) => {
    const held = known.held.filter((one) => one.table !== 'care_period' || one === period.held)
    return episodesOf(held, ever).map((row): Episode => {
      const says = saysOf(row)
      const id = createHash('sha256')
        .update(`${period.held.line} ${says('DECOM')}`)
        .digest('hex')
        .slice(0, 32)
      return { id, period, placement: placements.get(row.cells.PLACE?.from[0]?.line ?? ''), says }
    })
  })
}

function episodeRows(known: KnownChild, on: IsoDay): readonly DatasetRow[] {
  const reviewer = moreIn(known, 'visit').filter(
    ({ columns }) => columns.visitor_role === 'reviewing officer' && columns.seen !== false,
  )
  return episodesKnown(known, on).map(({ id, period, placement, says }) => {
    const last = latestBy(reviewer, 'happened', on)
    return rowOf('ssd_cla_episodes', {
      clae_cla_episode_id: id,
      clae_person_id: idOf(known),
      clae_cla_episode_start_date: says('DECOM'),
      clae_cla_episode_start_reason: says('RNE'),
      clae_cla_primary_need_code: says('CIN'),
      clae_cla_episode_ceased_date: says('DEC'),
      clae_cla_episode_ceased_reason: says('REC'),
      clae_cla_id: period.held.line,
      clae_cla_placement_id: placement?.line,
      clae_entered_care_date: textOf(period.held, 'began'),
      clae_cla_last_iro_contact_date: last && saidIn(last, 'happened'),
    })
  })
}

/** A distance that cannot be known is 999.9 by the definition of the field; one that not everybody may know is left out. */
const milesOf = (known: KnownChild, placement: Held): string | undefined =>
  isConfidential(known, placement) ? undefined : (known.distances.get(placement.line)?.miles ?? 999.9).toFixed(1)

/** Why a placement ended stands on the one that followed, in the record; in the dataset on the one that ended. */
function placementRows(known: KnownChild, on: IsoDay): readonly DatasetRow[] {
  const all = placementsOf(known.held).filter(({ from }) => from <= on)
  const periods = periodsOf(known, on)
  return all.map(({ placement, from, until, startKnown }, at) => {
    const over = until !== undefined && until <= on
    const next = all[at + 1]
    return rowOf('ssd_cla_placement', {
      clap_cla_placement_id: placement.line,
      clap_cla_placement_start_date: startKnown ? from : undefined,
      clap_cla_placement_type: textOf(placement, 'kind'),
      clap_cla_placement_urn: isConfidential(known, placement) ? undefined : textOf(placement, 'registration'),
      clap_cla_placement_distance: milesOf(known, placement),
      clap_cla_id: periods.find((period) => covers(period, from))?.held.line,
      clap_cla_placement_provider: textOf(placement, 'provider'),
      clap_cla_placement_postcode: postcodeAt(known, placement, 'place'),
      clap_cla_placement_end_date: over ? until : undefined,
      clap_cla_placement_change_reason:
        over && next?.from === until ? textOf(next.placement, 'start_reason') : undefined,
      clap_person_id: idOf(known),
    })
  })
}

/** By its code in the return; what has none, by its name. */
function legalRows(known: KnownChild, on: IsoDay): readonly DatasetRow[] {
  return heldIn(known.held, 'legal_basis').flatMap<DatasetRow>((basis) => {
    const kind = textOf(basis, 'kind') ?? ''
    const [made, ended] = [textOf(basis, 'made'), textOf(basis, 'ended') ?? textOf(basis, 'until')]
    if ((made ?? textOf(basis, 'made_by') ?? '') > on) return []
    return rowOf('ssd_legal_status', {
      lega_legal_status_id: basis.line,
      lega_person_id: idOf(known),
      lega_legal_status: (isLegalBasisKind(kind) ? LEGAL_BASES[kind] : null) ?? kind,
      lega_legal_status_start_date: made,
      lega_legal_status_end_date: ended !== undefined && ended <= on ? ended : undefined,
    })
  })
}

function reviewRows(known: KnownChild, on: IsoDay): readonly DatasetRow[] {
  const periods = periodsOf(known, on)
  return heldIn(known.held, 'review').flatMap<DatasetRow>((review) => {
    const held = textOf(review, 'held') ?? ''
    if (held > on) return []
    return rowOf('ssd_cla_reviews', {
      clar_cla_review_id: review.line,
      clar_cla_id: periods.find((period) => covers(period, held))?.held.line,
      clar_cla_review_date: held,
      clar_cla_review_cancelled: 'N',
      clar_cla_review_participation: textOf(review, 'participation'),
    })
  })
}

/** Visits of the council's representative in person: the visits that regulations ask for. */
function visitRows(known: KnownChild, on: IsoDay): readonly DatasetRow[] {
  const periods = periodsOf(known, on)
  return moreIn(known, 'visit').flatMap<DatasetRow>((visit) => {
    const happened = saidIn(visit, 'happened') ?? ''
    const { visitor_role: role, mode, seen, alone } = visit.columns
    if (happened > on || role !== 'representative' || mode !== 'in person') return []
    return rowOf('ssd_cla_visits', {
      clav_cla_visit_id: visit.line,
      clav_cla_id: periods.find((period) => covers(period, happened))?.held.line,
      clav_person_id: idOf(known),
      clav_cla_visit_date: happened,
      clav_cla_visit_seen: yesNo(seen),
      clav_cla_visit_seen_alone: yesNo(alone),
    })
  })
}

function missingRows(known: KnownChild, on: IsoDay): readonly DatasetRow[] {
  return heldIn(known.held, 'missing_episode').flatMap<DatasetRow>((time) => {
    const [since, until] = [textOf(time, 'since') ?? '', textOf(time, 'until')]
    if (since > on) return []
    const talk = moreIn(known, 'return_interview').find((one) => saidIn(one, 'episode') === time.line)
    return rowOf('ssd_missing', {
      miss_table_id: time.line,
      miss_person_id: idOf(known),
      miss_missing_episode_start_date: since,
      miss_missing_episode_type: textOf(time, 'kind') === 'missing' ? 'Missing' : 'Away',
      miss_missing_episode_end_date: until !== undefined && until <= on ? until : undefined,
      miss_missing_rhi_offered: talk === undefined ? undefined : 'Y',
      miss_missing_rhi_accepted: talk === undefined ? undefined : yesNo(saidIn(talk, 'outcome') === 'held'),
    })
  })
}

export const careRows = (known: KnownChild, on: IsoDay): Rows =>
  new Map([
    ['ssd_cla_episodes', episodeRows(known, on)],
    ['ssd_cla_placement', placementRows(known, on)],
    ['ssd_legal_status', legalRows(known, on)],
    ['ssd_cla_reviews', reviewRows(known, on)],
    ['ssd_cla_visits', visitRows(known, on)],
    ['ssd_missing', missingRows(known, on)],
  ])
