// Disputes as the clock reads them from the record: rows of five tables, each dispute with what hangs on it.
import type { DayNumber } from '#calendar'
import { isTier } from './dispute.ts'
import type { DisputeKnown } from './dispute-duties.ts'

/** The line, and when it was first typed, in milliseconds; then the columns of its table. */
type Rows<Columns extends readonly unknown[]> =
  | readonly (readonly [line: string, recorded: number, ...Columns])[]
  | null

interface DisputeRows {
  readonly disputes: Rows<[raised: DayNumber]>
  readonly stages: Rows<[dispute: string, tier: string, begun: DayNumber, answerBy: DayNumber]>
  readonly answers: Rows<[dispute: string, tier: string, answered: DayNumber, promised: DayNumber | null]>
  readonly referrals: Rows<[dispute: string, kind: string, happened: DayNumber]>
  readonly ends: Rows<[dispute: string, happened: DayNumber]>
}

/** Besides, what happened after reviews, and where children are to grow up. */
export interface ReviewingRows extends DisputeRows {
  readonly records: Rows<[review: string, written: DayNumber, given: DayNumber | null]>
  readonly receipts: Rows<[review: string, received: DayNumber]>
  readonly agreed: Rows<[review: string, answered: DayNumber]>
  readonly visitors: Rows<[held: DayNumber]>
  readonly permanence: Rows<[option: string, decided: DayNumber, review: string | null]>
}

export function disputesOf({ disputes, stages, answers, referrals, ends }: DisputeRows): readonly DisputeKnown[] {
  return (disputes ?? []).map(([line, recorded, raised]) => {
    const end = (ends ?? []).find(([, , of]) => of === line)
    return {
      ...{ line, recorded, raised, ended: end?.[3] },
      stages: (stages ?? []).flatMap(([stage, at, of, tier, begun, answerBy]) =>
        of === line && isTier(tier) ? [{ line: stage, recorded: at, tier, begun, answerBy }] : [],
      ),
      answers: (answers ?? []).flatMap(([answer, at, of, tier, answered, promised]) =>
        of === line && isTier(tier)
          ? [{ line: answer, recorded: at, tier, answered, promised: promised ?? undefined }]
          : [],
      ),
      referrals: (referrals ?? []).flatMap(([referral, at, of, kind, day]) =>
        of === line ? [{ line: referral, recorded: at, day, referred: kind === 'referred' }] : [],
      ),
      end: end && { line: end[0], recorded: end[1], day: end[3] },
    }
  })
}
