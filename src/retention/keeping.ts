// Until when a child's record is kept: each rule that asks for it with its day, and the last of these days.
import type { IsoDay } from '#calendar'
import type { RuleText } from '#law'
import { adoptionRecordKept, careLeaverRecordKept, caseRecordKept, ownPartKept } from './kept-until.ts'

/** What the days follow from. Of several birth dates that are claimed, the latest: it keeps longest. */
export type Life = {
  readonly born: IsoDay | undefined
  readonly died: IsoDay | undefined
  readonly adopted: IsoDay | undefined
  /** Of 16 or more while in care: what was written as a care leaver. */
  readonly planned: boolean
}
export type Kept = { readonly rule: RuleText; readonly what: string; readonly until: IsoDay | undefined }

const dayIn = (answer: { readonly kind: string; readonly day?: IsoDay }): IsoDay | undefined => answer.day

export function keptUntil({ born, died, adopted, planned }: Life): readonly Kept[] {
  const own = dayIn(caseRecordKept.ask({ born, died }))
  return [
    { rule: caseRecordKept, what: 'The record of a child in care', until: own },
    ...(planned
      ? [
          {
            rule: careLeaverRecordKept,
            what: 'Assessments of needs and pathway plans',
            until: born === undefined ? undefined : (own ?? dayIn(careLeaverRecordKept.ask({ asks: 'kept', born }))),
          },
        ]
      : []),
    ...(adopted === undefined
      ? []
      : [
          {
            rule: adoptionRecordKept,
            what: 'The record of an adoption',
            until: dayIn(adoptionRecordKept.ask({ ordered: adopted })),
          },
        ]),
  ]
}

/** Of a worker's own part of supervision; `left`: their last day. */
export const ownPartUntil = (left: IsoDay | undefined): Kept => ({
  ...{ rule: ownPartKept, what: 'The personal part of supervision' },
  until: dayIn(ownPartKept.ask({ left })),
})

/** The last of them, from which on nothing has to be kept; undefined: one of them is not known. */
export function mayGoFrom(kept: readonly Kept[]): Kept | undefined {
  if (kept.some(({ until }) => until === undefined)) return undefined
  return kept.reduce<Kept | undefined>(
    (last, one) => (last === undefined || (one.until ?? '') > (last.until ?? '') ? one : last),
    undefined,
  )
}

export const RULES_OF_KEEPING = [caseRecordKept, careLeaverRecordKept, adoptionRecordKept, ownPartKept] as const
/** How long before that day the list tells of it. */
export const AHEAD_MONTHS = 12
