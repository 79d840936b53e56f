// One row of a list beside what the record says: new, more than the record knew, known already, or otherwise. Otherwise, a person decides.
import { day, daysBetween, type IsoDay } from '#calendar'
import { healthRefusalWords, mayRecordAssessment } from '#health'
import { mayRecordReferral, type TypedReferral } from '#health-care'
import type { ListRow, Said } from './list-row.ts'

/** A line of the record in the words of a list; null: the record does not say. */
export type Known = {
  readonly line: string
  readonly id: string
  readonly values: Readonly<Record<string, string | null>>
  readonly words: string | undefined
  /** The provider's own numbers of it. */
  readonly references: readonly string[]
  /** What the same provider said of it before, in lists of this day or earlier ones. */
  readonly before: Said
}
export type Met =
  | { readonly kind: 'first'; readonly values: Said }
  | { readonly kind: 'fills'; readonly of: Known; readonly fields: readonly string[]; readonly values: Said }
  | { readonly kind: 'known'; readonly of: Known }
  | { readonly kind: 'contradicts'; readonly of: Known; readonly fields: readonly string[] }
  | { readonly kind: 'fault'; readonly field: string | null; readonly says: string }

/** A service has it some days after it was asked for. */
const MOST_DAYS_ON_THE_WAY = 56
/** Two assessments of one kind lie further apart than this. */
const NEAR = 28

const near = (a: string, b: string): number => Math.abs(daysBetween(day(a), day(b)))

function referralsLike({ reference, said }: ListRow, all: readonly Known[]): readonly Known[] {
  const own = all.filter(({ references }) => reference !== null && references.includes(reference))
  if (own.length > 0) return own
  const others = all.filter(({ references }) => references.length === 0 || reference === null)
  return others.filter(({ values }) => {
    if (values['asked_for'] !== said['asked_for']) return false
    if (said['asked'] !== undefined) return values['asked'] === said['asked']
    const [asked, received] = [values['asked'] ?? '', said['received'] ?? '']
    return values['received'] === received || (asked <= received && near(asked, received) <= MOST_DAYS_ON_THE_WAY)
  })
}
function assessmentsLike({ said }: ListRow, all: readonly Known[]): readonly Known[] {
  const same = all.filter(({ values }) => values['kind'] === said['kind'])
  const exact = same.filter(({ values }) => values['happened'] === said['happened'])
  return exact.length > 0
    ? exact
    : same.filter(({ values }) => near(values['happened'] ?? '', said['happened'] ?? '') <= NEAR)
}

/** Asked and by whom is ours to say: a list names them only to find the referral, or where it is new. */
const NOT_COMPARED = new Set(['asked', 'asked_by', 'asked_for', 'reason', 'kind'])

function compared(of: Known, said: Said): Met {
  const fields = Object.keys(said).filter((field) => !NOT_COMPARED.has(field) && of.values[field] !== said[field])
  const otherwise = fields.filter((field) => {
    const held = of.values[field] ?? null
    // what the same provider said before, they may say anew: an appointment is moved
    return held !== null && of.before[field] !== held
  })
  if (otherwise.length > 0) return { kind: 'contradicts', of, fields: otherwise }
  if (fields.length === 0) return { kind: 'known', of }
  return { kind: 'fills', of, fields, values: said }
}

type Beside = { readonly known: readonly Known[]; readonly today: IsoDay }
export function metReferral(row: ListRow, { known, today }: Beside): Met {
  const like = referralsLike(row, known)
  const [one] = like
  if (like.length > 1)
    return {
      ...{ kind: 'fault', field: 'asked' },
      says: 'This fits several referrals of this child. Write the day on which we asked in the column asked.',
    }
  const met = one === undefined ? ({ kind: 'first', values: row.said } as const) : compared(one, row.said)
  if (met.kind !== 'first' && met.kind !== 'fills') return met
  const may = mayBeReferral(met.values, one, today)
  return 'ok' in may ? met : { kind: 'fault', ...may }
}
export function metAssessment(row: ListRow, { known, today }: Beside): Met {
  const [one] = assessmentsLike(row, known)
  const met = one === undefined ? ({ kind: 'first', values: row.said } as const) : compared(one, row.said)
  if (met.kind !== 'first' && met.kind !== 'fills') return met
  const may = mayBeAssessment(met.values, one, today)
  return 'ok' in may ? met : { kind: 'fault', field: null, says: may.says }
}

const merged = (said: Said, of: Known | undefined): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(Object.entries(of?.values ?? {}).map(([field, value]) => [field, value ?? ''])),
  ...said,
})
/** The words of a referral with what the list says of why. */
export const wordsWith = (said: Said, words: string | undefined): string =>
  [words, said['reason']].filter((text) => text !== undefined && text !== '').join('\n')

/** As the record then would say it. */
export function mayBeReferral(said: Said, of: Known | undefined, today: IsoDay) {
  const all = merged(said, of)
  const received = all['received'] ?? ''
  const asked = all['asked'] || received
  const typed: TypedReferral = {
    ...{ asked, asked_for: all['asked_for'] ?? '', asked_by: all['asked_by'] || 'somebody else' },
    ...{ answer: all['answer'] ?? '', answered: all['answered'] ?? '', offered: all['offered'] ?? '' },
    ...{
      seen: all['seen'] ?? '',
      seen_by: all['seen_by'] ?? '',
      outcome: all['outcome'] ?? '',
      ended: all['ended'] ?? '',
    },
    mode: all['mode'] ?? '',
    // what is over waits for nothing
    waits_for: all['outcome'] ? '' : (all['waits_for'] ?? ''),
    words: wordsWith(said, of?.words),
  }
  if (received !== '' && received > today) return { field: 'received', says: 'That day has not come yet.' }
  if (received !== '' && received < asked) return { field: 'received', says: 'That is before it was asked for.' }
  const may = mayRecordReferral(typed, today)
  if ('faults' in may) {
    const [first] = may.faults
    return { field: first?.field === 'what' ? 'reason' : (first?.field ?? null), says: first?.says ?? '' }
  }
  const { escalated: _, escalated_to: __, paid_by: ___, ...columns } = may.ok
  return { ok: { ...columns, received: received === '' ? null : day(received) } }
}
export function mayBeAssessment(said: Said, of: Known | undefined, today: IsoDay) {
  const all = merged(said, of)
  const typed = {
    ...{ kind: all['kind'] ?? '', happened: all['happened'] ?? '', by: all['by_role'] ?? '', mode: all['mode'] ?? '' },
    ...{ outcome: all['outcome'] || 'seen', reported: all['reported'] ?? '' },
  }
  const may = mayRecordAssessment(typed, today)
  if ('ok' in may) return { ok: may.ok }
  return { says: may.refused.map((refusal) => healthRefusalWords(refusal, today)).join(' ') }
}
