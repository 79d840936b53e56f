// List 8, children in care on the day or until six months before it: what the record carries of its thirty-four columns.
import { addMonths, addYears } from '#calendar'
import { placementsOf, statusesOf, textOf } from '#return-making'
import {
  covers,
  isConfidential,
  latestBy,
  moreIn,
  overlaps,
  type Period,
  periodsOf,
  postcodeAt,
  saidIn,
  unaccompaniedWithin,
} from '#safeguarding-dataset'
import { type Cells, dayCell, type ListedChild, periodAsked, whoCells, workingCells } from './listed-child.ts'
import {
  CONFIDENTIAL,
  END_REASON,
  INSIDE,
  LEGAL_STATUS,
  NEED,
  NO,
  OUTSIDE,
  PERMANENCE,
  PLACE,
  PROVIDER,
  UNKNOWN,
  YES,
} from './template-codes-data.ts'

export function careCells(child: ListedChild): Cells | undefined {
  const period = periodAsked(child)
  if (period === undefined) return undefined
  return {
    ...{ ...whoCells(child), ...workingCells(child), ...periodCells(child, period) },
    ...{ ...eventCells(child), ...homeCells(child, period), ...missingCells(child) },
  }
}

/** The last day that the period is asked about. */
const dayIn = ({ on }: ListedChild, { until }: Period): string => until ?? on
/** What stands on that day; where care has ended, what stood until then. */
const standing = <One extends { readonly from: string; readonly until: string | undefined }>(
  all: readonly One[],
  { from, until }: Period,
  on: string,
): One | undefined =>
  until === undefined
    ? all.find((one) => covers(one, on))
    : all.findLast((one) => one.from < until && (one.until === undefined || one.until > from))

function periodCells(child: ListedChild, period: Period): Cells {
  const { known, on } = child
  const yearAgo = addYears(on, -1)
  const recent = periodsOf(known, on).filter((one) => overlaps(one, yearAgo, on))
  const status = standing(statusesOf(known.held), period, on)
  return {
    'Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N))': unaccompaniedWithin(known, on, 12)
      ? YES
      : NO,
    'Date Started to be Looked After': dayCell(period.from),
    "Child's Category of Need": NEED[saidIn(period.held, 'need') ?? ''] ?? null,
    'Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)':
      recent.length > 1 ? YES : NO,
    'Start date of current legal status': dayCell(status?.startKnown === true ? status.from : undefined),
    "Child's Legal Status": LEGAL_STATUS[status?.code ?? ''] ?? null,
    'Date Ceased to be Looked After': dayCell(period.until),
    'Reason Ceased to be Looked After': END_REASON[period.reason ?? ''] ?? null,
  }
}

function eventCells({ known, on }: ListedChild): Cells {
  const seen = moreIn(known, 'visit').filter(({ columns }) => columns.seen !== false)
  const inPerson = seen.filter(
    ({ columns }) => columns.visitor_role === 'representative' && columns.mode === 'in person',
  )
  const reviewer = seen.filter(({ columns }) => columns.visitor_role === 'reviewing officer')
  const assessed = moreIn(known, 'health_assessment').filter(({ columns }) => columns.outcome === 'seen')
  const reviews = known.held.filter(({ table }) => table === 'review')
  const plan = latestBy(moreIn(known, 'permanence_plan'), 'decided', on)
  const dayOf = (found: Parameters<typeof saidIn>[0] | undefined, column: string) =>
    dayCell(found === undefined ? undefined : saidIn(found, column))
  return {
    'Date of Latest Statutory Review': dayOf(latestBy(reviews, 'held', on), 'held'),
    'Date of Last Social Work Visit': dayOf(latestBy(inPerson, 'happened', on), 'happened'),
    'What is the permanence plan for this child?':
      plan === undefined ? null : (PERMANENCE[saidIn(plan, 'option') ?? ''] ?? null),
    'Date of Last IRO Visit / Contact to the Child': dayOf(latestBy(reviewer, 'happened', on), 'happened'),
    'Date of Last Health Assessment': dayOf(latestBy(assessed, 'happened', on), 'happened'),
  }
}

const TEMPORARY = /^T\d$/

function homeCells(child: ListedChild, period: Period): Cells {
  const { known, on, areaOf } = child
  const all = placementsOf(known.held)
  const now = standing(all, period, dayIn(child, period))
  const held = now?.placement
  const yearAgo = addYears(on, -1)
  // Short breaks are no placements of their own.
  const breaks = statusesOf(known.held).filter(({ code }) => code === 'V3' || code === 'V4')
  const counted = all.filter(
    (one) =>
      overlaps(one, yearAgo, on) &&
      !TEMPORARY.test(textOf(one.placement, 'kind') ?? '') &&
      !breaks.some((status) => covers(status, one.from)),
  )
  const confidential = held !== undefined && isConfidential(known, held)
  const inside = held === undefined || confidential ? undefined : known.distances.get(held.line)?.inside
  const postcode = held === undefined ? undefined : postcodeAt(known, held, 'place')
  return {
    'Number of Placements in the Last 12 months': counted.length,
    'Start Date of Most Recent Placement': dayCell(now?.startKnown === true ? now.from : undefined),
    'Placement Type': PLACE[textOf(held, 'kind') ?? ''] ?? null,
    'Placement Provider': PROVIDER[textOf(held, 'provider') ?? ''] ?? null,
    'Placement postcode': postcode ?? null,
    'URN of Placement': confidential ? null : (textOf(held, 'registration') ?? null),
    'Placement Location': inside === undefined ? null : inside ? INSIDE : OUTSIDE,
    'LA of Placement': confidential ? CONFIDENTIAL : postcode === undefined ? null : (areaOf(postcode) ?? null),
  }
}

function missingCells({ known, on }: ListedChild): Cells {
  const since = addMonths(on, -12)
  const times = known.held.filter(
    (one) =>
      one.table === 'missing_episode' && (textOf(one, 'since') ?? '') > since && (textOf(one, 'since') ?? '') <= on,
  )
  const of = (kind: string) => times.filter((one) => textOf(one, 'kind') === kind)
  const last = latestBy(of('missing'), 'since', on)
  const talk = moreIn(known, 'return_interview').find((one) => saidIn(one, 'episode') === last?.line)
  const offered = talk === undefined ? UNKNOWN : YES
  const accepted = talk === undefined ? UNKNOWN : saidIn(talk, 'outcome') === 'held' ? YES : NO
  return {
    'Number of Episodes the Child has been ‘Missing’ from their Placement in the last 12 months': of('missing').length,
    'Number of Episodes the Child has been ‘Absent’ from their Placement in the last 12 months':
      of('away without authorisation').length,
    'Was the child offered a Return Interview after their last missing episode (Y/N)?': last ? offered : null,
    'Did the child accept a Return Interview after their last missing episode (Y/N)?': last ? accepted : null,
  }
}
