// The rows of every table but Episodes: each a thing that the record holds, where the collection asks for it.
import { type Collection, knownEnd, throughout, within } from './collection.ts'
import { type Cell, cellOf, dayCell, type Held, heldIn, type MadeRow, rangeOf, rowOf, textOf, written } from './held.ts'
import { spanOfPeriod } from './stretches.ts'

const yearEnding = (collection: Collection) => `${collection.year}-03-31`
const yesOrNo = (held: Held | undefined, column: string): Cell | undefined => {
  const value = held?.columns[column]
  return held === undefined || typeof value !== 'boolean' ? undefined : { says: value ? '1' : '0', from: [held] }
}
const endCell = (held: Held, until: string | undefined, collection: Collection): Cell | undefined => {
  const end = knownEnd(until, collection)
  return end === undefined ? undefined : { says: written(end), from: [held] }
}
/** In the order of their first day. */
const byDay = (held: readonly Held[], column: string): readonly Held[] =>
  held.toSorted((a, b) => ((textOf(a, column) ?? '') < (textOf(b, column) ?? '') ? -1 : 1))

type Rows = (held: readonly Held[], collection: Collection) => readonly MadeRow[]

export const reviews: Rows = (held, collection) =>
  byDay(heldIn(held, 'review'), 'held').flatMap((review) => {
    const on = textOf(review, 'held') ?? ''
    if (!within({ from: on, until: on }, collection)) return []
    return rowOf({ REVIEW: dayCell(review, 'held'), REVIEW_CODE: cellOf(review, 'participation') })
  })

const KIND_OF_ABSENCE = new Map([
  ['missing', 'M'],
  ['away without authorisation', 'A'],
])

export const absences: Rows = (held, collection) =>
  byDay(heldIn(held, 'missing_episode'), 'since').flatMap((absence) => {
    const until = textOf(absence, 'until')
    if (!within({ from: textOf(absence, 'since') ?? '', until }, collection)) return []
    const kind = KIND_OF_ABSENCE.get(textOf(absence, 'kind') ?? '')
    return rowOf({
      MISSING: kind === undefined ? undefined : { says: kind, from: [absence] },
      MIS_START: dayCell(absence, 'since'),
      MIS_END: endCell(absence, until, collection),
    })
  })

/** The columns of OC2 by the question that the record keeps. */
const YEAR_QUESTIONS = {
  SDQ_SCORE: 'strengths-and-difficulties-score',
  SDQ_REASON: 'strengths-and-difficulties-none-because',
  HEALTH_CHECK: 'health-surveillance-up-to-date',
  IMMUNISATIONS: 'immunisations-up-to-date',
  TEETH_CHECK: 'teeth-checked',
  HEALTH_ASSESSMENT: 'health-assessed',
  SUBSTANCE_MISUSE: 'substance-misuse-found',
  INTERVENTION_RECEIVED: 'intervention-received',
  INTERVENTION_OFFERED: 'intervention-offered',
} as const

/** What is asked of children looked after for all twelve months; also where the record has no answer yet. */
export const yearAnswers: Rows = (held, collection) => {
  const ofYear = (table: 'year_answer' | 'conviction_year') =>
    heldIn(held, table).filter((one) => textOf(one, 'year_ending') === yearEnding(collection))
  const answers = ofYear('year_answer')
  const [convicted] = ofYear('conviction_year')
  const allYear = heldIn(held, 'care_period').find((period) => throughout(spanOfPeriod(period), collection))
  if (answers.length === 0 && convicted === undefined && allYear === undefined) return []
  const cells = Object.entries(YEAR_QUESTIONS).map(([column, question]) => {
    return [
      column,
      cellOf(
        answers.find((one) => textOf(one, 'question') === question),
        'answer',
      ),
    ] as const
  })
  return [rowOf({ ...Object.fromEntries(cells), CONVICTED: yesOrNo(convicted, 'convicted') })]
}

export const careLeavers: Rows = (held, collection) =>
  heldIn(held, 'care_leaver_answer')
    .filter((answer) => textOf(answer, 'year_ending') === yearEnding(collection))
    .map((answer) =>
      rowOf({
        IN_TOUCH: cellOf(answer, 'in_touch'),
        ACTIV: cellOf(answer, 'activity'),
        ACCOM: cellOf(answer, 'accommodation'),
      }),
    )

const ADOPTED: ReadonlySet<string | undefined> = new Set(['E11', 'E12'])

/** Asked of children whose period of care ended with their adoption in the year. */
export const adoptions: Rows = (held, collection) => {
  const adopted = heldIn(held, 'care_period').some((period) => {
    const until = textOf(period, 'ended')
    return (
      ADOPTED.has(textOf(period, 'end_reason')) && until !== undefined && within({ from: until, until }, collection)
    )
  })
  return !adopted
    ? []
    : heldIn(held, 'adoption').map((adoption) =>
        rowOf({
          DATE_INT: dayCell(adoption, 'placed'),
          DATE_MATCH: dayCell(adoption, 'matched'),
          FOSTER_CARE: yesOrNo(adoption, 'by_carer'),
          NB_ADOPTR: cellOf(adoption, 'adopters'),
          SEX_ADOPTR: cellOf(adoption, 'adopters_sex'),
          LS_ADOPTR: cellOf(adoption, 'adopters_status'),
        }),
      )
}

export const adoptionDecisions: Rows = (held, collection) =>
  byDay(heldIn(held, 'adoption_decision'), 'decided').flatMap((decision) => {
    const until = textOf(decision, 'ceased')
    if (!within({ from: textOf(decision, 'decided') ?? '', until }, collection)) return []
    const ceased = endCell(decision, until, collection)
    return rowOf({
      DATE_PLACED: dayCell(decision, 'decided'),
      DATE_PLACED_CEASED: ceased,
      REASON_PLACED_CEASED: ceased && cellOf(decision, 'cease_reason'),
    })
  })

/** ZZ stands for a part of the day that nobody knows. */
function partDay(held: Held): Cell | undefined {
  const year = textOf(held, 'ended_year')
  const part = (column: string) => textOf(held, column)?.padStart(2, '0') ?? 'ZZ'
  return year === undefined ? undefined : { says: `${part('ended_day')}/${part('ended_month')}/${year}`, from: [held] }
}

/** Asked of children who started to be looked after in the year. */
export const permanences: Rows = (held, collection) => {
  const started = heldIn(held, 'care_period').some((period) => {
    const began = textOf(period, 'began')
    return began !== undefined && within({ from: began, until: began }, collection)
  })
  return !started
    ? []
    : heldIn(held, 'previous_permanence').map((permanence) =>
        rowOf({
          PREV_PERM: cellOf(permanence, 'kind'),
          LA_PERM: cellOf(permanence, 'authority'),
          DATE_PERM: partDay(permanence),
        }),
      )
}

/** A status that ended before the year is not asked for. */
export const unaccompanied: Rows = (held, { first }) =>
  heldIn(held, 'unaccompanied')
    .filter((status) => (textOf(status, 'until') ?? first) >= first)
    .map((status) => rowOf({ DUC: dayCell(status, 'until') }))

function workerCell(allocation: Held): Cell | undefined {
  const cell = cellOf(allocation, 'worker')
  return cell && { ...cell, from: [...cell.from, ...(allocation.beside ?? [])] }
}

export const allocations: Rows = (held, collection) =>
  heldIn(held, 'allocation')
    .toSorted((a, b) => (rangeOf(a).from < rangeOf(b).from ? -1 : 1))
    .flatMap((allocation) => {
      const { from, until } = rangeOf(allocation)
      if (!within({ from, until }, collection, collection.workersSince)) return []
      return rowOf({
        SW_ID: workerCell(allocation),
        SW_DECOM: { says: written(from), from: [allocation] },
        SW_DEC: endCell(allocation, until, collection),
        SW_REASON: cellOf(allocation, 'end_reason'),
      })
    })

export const deprivationsOfLiberty: Rows = (held, collection) =>
  heldIn(held, 'legal_basis')
    .filter(({ columns }) => columns.kind === 'deprivation of liberty order')
    .flatMap((order) => {
      const [from, until] = [textOf(order, 'made') ?? textOf(order, 'made_by') ?? '', textOf(order, 'ended')]
      if (!within({ from, until }, collection)) return []
      return rowOf({ DOLO_START: { says: written(from), from: [order] }, DOLO_END: endCell(order, until, collection) })
    })
