// The SQL of health: dated assessments.

import type { IsoDay } from '#calendar'
import {
  type Asking,
  changeFrom,
  correct,
  currentOf,
  recordFirst,
  retract,
  type Superseded,
  type Version,
  type Written,
} from '#database'
import type { NewAssessment } from './record-assessment.ts'

export async function recordAssessment(
  asking: Asking,
  child: string,
  { words, ...columns }: NewAssessment & { readonly words?: string },
): Promise<Written> {
  return await recordFirst(asking, 'kith.health_assessment', { child, columns, words })
}

/** The written report came: the assessment itself stays as it was. */
export async function reportCame(
  asking: Asking,
  id: string,
  reported: IsoDay,
): Promise<Superseded<'kith.health_assessment'>> {
  return await changeFrom(asking, 'kith.health_assessment', { id, columns: { reported } })
}

export async function correctAssessment(
  asking: Asking,
  id: string,
  { words, ...columns }: NewAssessment & { readonly words?: string },
): Promise<Superseded<'kith.health_assessment'>> {
  return await correct(asking, 'kith.health_assessment', { id, columns, words })
}

/** The reason is for whoever reads the history. */
export async function retractAssessment(
  asking: Asking,
  id: string,
  reason: string,
): Promise<Superseded<'kith.health_assessment'>> {
  return await retract(asking, 'kith.health_assessment', { id, reason })
}

/** In the order in which they happened. */
export async function assessmentsOf(
  asking: Asking,
  child: string,
): Promise<readonly Version<'kith.health_assessment'>[]> {
  const all = await currentOf(asking, 'kith.health_assessment', child)
  return [...all].sort((a, b) => (a.happened < b.happened ? -1 : 1))
}
