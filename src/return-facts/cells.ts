// Reads one row's cells, and remembers which of them could not be read and why.
import { type DayNumber, dayOf, type IsoDay } from '#calendar'
import { strictDay } from '#statutory-returns'
import type { Refusal } from './facts.ts'
import type { Reason } from './reasons-data.ts'
import { cell, type ReturnRow, text } from './rows.ts'

export type Options = {
  /** Days after it are refused. */
  readonly today: DayNumber
  /** The year in which the collection ends: 2027 for 2026/27. */
  readonly year: number
}

/** A reader of one row. What is needed and cannot be read refuses the row; what is not refuses only the cell. */
export type Reader = {
  /** A day that the row cannot do without. */
  readonly neededDay: (column: string) => DayNumber | undefined
  /** A day that may be blank, and must be right where it is not. */
  readonly day: (column: string) => DayNumber | undefined
  /** A day of which the rest of the row does not need to know. */
  readonly dayAside: (column: string) => DayNumber | undefined
  /** A day that may lie ahead, as the end of a status does. */
  readonly dayAhead: (column: string) => DayNumber | undefined
  readonly text: (column: string) => string | null
  /** One of a set of codes; blank is null. */
  readonly code: (column: string, isCode: (text: string) => boolean) => string | null
  readonly refuse: (column: string | undefined, reason: Reason) => void
  readonly setAside: (column: string | undefined, reason: Reason) => void
  readonly refused: () => boolean
  readonly refusals: readonly Refusal[]
}

export const isoOf = (day: DayNumber | undefined): IsoDay | null => (day === undefined ? null : dayOf(day))

export function readerOf(row: ReturnRow, { today }: Options): Reader {
  const refusals: Refusal[] = []
  const note = (taken: Refusal['taken']) => (column: string | undefined, reason: Reason) =>
    void refusals.push({ row, column, reason, taken })
  const refuse = note('not')
  const setAside = note('in part')
  const readDay = (column: string, until: DayNumber, say: typeof refuse): DayNumber | undefined => {
    if (text(row, column) === null) return undefined
    const day = strictDay(cell(row, column)?.trim() ?? null)
    if (Number.isNaN(day)) say(column, 'not-a-day')
    else if (day > until) say(column, 'after-today')
    else return day
    return undefined
  }
  return {
    neededDay: (column) => {
      if (text(row, column) === null) refuse(column, 'blank')
      return readDay(column, today, refuse)
    },
    day: (column) => readDay(column, today, refuse),
    dayAside: (column) => readDay(column, today, setAside),
    dayAhead: (column) => readDay(column, Number.POSITIVE_INFINITY, setAside),
    text: (column) => text(row, column),
    code: (column, isCode) => {
      const found = text(row, column)
      if (found === null || isCode(found)) return found
      setAside(column, 'not-a-code')
      return null
    },
    refuse,
    setAside,
    refused: () => refusals.some(({ taken }) => taken === 'not'),
    refusals,
  }
}
