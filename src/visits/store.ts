// The SQL of visits: visits and contacts as they happened, and visits asked for.
import {
  type Asking,
  correct,
  currentOf,
  recordFirst,
  retract,
  type Superseded,
  type Superseding,
  type Version,
  type Written,
} from '#database'
import type { NewRequest, NewVisit } from './record-visit.ts'

const columnsOf = ({ happened, began, by, visitor, mode, approvedBy, seen, alone, toldHow }: NewVisit) => ({
  ...{ happened, began, visitor, mode, seen, alone },
  visitor_role: by,
  virtual_approved_by: approvedBy,
  told_how_to_reach: toldHow,
})

export async function recordVisit(
  asking: Asking,
  child: string,
  visit: NewVisit & { readonly words?: string },
): Promise<Written> {
  return await recordFirst(asking, 'kith.visit', { child, columns: columnsOf(visit), words: visit.words })
}

/** `id`: the version that was read; the whole visit is given again, the words carry on where none are given. */
export async function correctVisit(
  asking: Asking,
  id: string,
  visit: NewVisit & Pick<Superseding<'kith.visit'>, 'words'>,
): Promise<Superseded<'kith.visit'>> {
  return await correct(asking, 'kith.visit', { id, columns: columnsOf(visit), words: visit.words })
}

export async function askForVisit(
  asking: Asking,
  child: string,
  { words, ...columns }: NewRequest & { readonly words?: string },
): Promise<Written> {
  return await recordFirst(asking, 'kith.visit_request', { child, columns, words })
}

/** Visits and contacts, in the order in which they happened. */
export async function visitsOf(asking: Asking, child: string): Promise<readonly Version<'kith.visit'>[]> {
  const visits = await currentOf(asking, 'kith.visit', child)
  return [...visits].sort((a, b) => (a.happened < b.happened ? -1 : 1))
}
export async function visitRequestsOf(
  asking: Asking,
  child: string,
): Promise<readonly Version<'kith.visit_request'>[]> {
  return await currentOf(asking, 'kith.visit_request', child)
}

/** The reason is for whoever reads the history. */
export async function retractVisit(asking: Asking, id: string, reason: string): Promise<Superseded<'kith.visit'>> {
  return await retract(asking, 'kith.visit', { id, reason })
}
