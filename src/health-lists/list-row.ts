// What a health provider's list may hold: two kinds of list, their columns, and a row as it was understood.
import type { RowFault } from '#sent-lists'

export const LIST_KINDS = { referrals: 'Referrals', assessments: 'Health assessments' } as const
export type ListKind = keyof typeof LIST_KINDS
export const isListKind = (text: string): text is ListKind => Object.hasOwn(LIST_KINDS, text)

/** The heading as a provider writes it, and the word of the record; what has to be there first. */
export const COLUMNS = {
  referrals: {
    ...{ child: 'child', service: 'asked_for', received: 'received', asked: 'asked', asked_by: 'asked_by' },
    ...{ answer: 'answer', answered: 'answered', first_appointment: 'offered', seen: 'seen', seen_by: 'seen_by' },
    ...{ outcome: 'outcome', ended: 'ended', reason: 'reason', reference: 'reference' },
  },
  assessments: {
    ...{ child: 'child', kind: 'kind', held: 'happened', by: 'by_role', outcome: 'outcome', report: 'reported' },
    reference: 'reference',
  },
} as const
export const NEEDED = {
  referrals: ['child', 'service', 'received'],
  assessments: ['child', 'kind', 'held', 'by'],
} as const

export const isProvider = (text: string): boolean => /^[\p{L}\p{N}][\p{L}\p{N} .,&()'’/+-]{0,79}$/u.test(text)

/** By the record's own words; days as year-month-day; what was empty is not there. */
export type Said = Readonly<Record<string, string>>
export type ListRow = {
  readonly row: number
  /** A number by which the council, or the health service, knows the child. */
  readonly child: string
  readonly reference: string | null
  readonly said: Said
}
export type ReadList = {
  readonly kind: ListKind
  readonly rowsRead: number
  readonly rows: readonly ListRow[]
  readonly faults: readonly RowFault[]
}

/** In words, for a page: a field of the record. */
export const FIELD_WORDS: Readonly<Record<string, string>> = {
  ...{ asked_for: 'Service', asked: 'Asked', asked_by: 'Asked by', received: 'Received', answer: 'Answer' },
  ...{ answered: 'Answered', offered: 'First appointment', seen: 'First seen', seen_by: 'Seen by' },
  ...{ outcome: 'Outcome', ended: 'Over', reason: 'Reason', kind: 'Kind', happened: 'Held' },
  ...{ by_role: 'By', reported: 'Report' },
}
