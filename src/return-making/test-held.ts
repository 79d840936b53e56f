// Children as the record would hold them, for tests: what a small return says of child A, or facts written out.
import { day, type IsoDay } from '#calendar'
import type { FactTable, Plain } from '#return-facts'
import { columnsOf, type TableName } from '#return-files'
import { plan, type Written } from '../return-facts/test-return.ts'
import { collectionOf } from './collection.ts'
import type { Held } from './held.ts'
import { returnOfChild } from './return-of-child.ts'

/** One version of the record; its line is told by its table and number. */
export function held(table: FactTable, columns: Readonly<Record<string, Plain>>, number = 1): Held {
  const id = `${table}-${number}`
  return {
    table,
    line: id,
    id,
    source: null,
    recordedBy: 'somebody',
    recorded: `2026-05-01T09:0${number}:00+00:00`,
    columns,
  }
}

/** What an import of these rows leaves in the record; an address has its key for a line. */
export function imported(thisYear: Written, lastYear: Written = {}): readonly Held[] {
  return plan(thisYear, lastYear).facts.map(({ table, key, columns }, index) => {
    const one = held(table, columns, index + 1)
    return table === 'address' ? { ...one, line: key } : one
  })
}

/** The rows of a table as the file of 2026/27 would hold them, blanks at their end left out; undefined: the child is not in it. */
export function made(
  own: readonly Held[],
  table: TableName,
  today: IsoDay = day('2027-04-01'),
): readonly string[] | undefined {
  return returnOfChild({ child: 'the-record', held: own }, collectionOf(2027, today))
    ?.rows.get(table)
    ?.map(({ cells }) =>
      columnsOf(table)
        .map((column) => cells[column]?.says ?? '')
        .join(',')
        .replace(/,+$/, ''),
    )
}
