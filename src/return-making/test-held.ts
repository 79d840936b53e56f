// Children as the record would hold them, for tests: what a small return says of child A, or facts written out.
import { day, type IsoDay } from '#calendar'
import type { Fact, FactTable, Plain } from '#return-facts'
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

/** What an import of these rows leaves in the record; references as what they say. */
export function imported(thisYear: Written, lastYear: Written = {}): readonly Held[] {
  const { facts } = plan(thisYear, lastYear)
  const says = (value: Plain): Plain => facts.find(({ key }) => key === value)?.columns.postcode ?? value
  const columnsIn = ({ columns }: Fact) =>
    Object.entries(columns).map(([name, value]) => [name, name === 'home' || name === 'place' ? says(value) : value])
  return facts.map((fact, index) => held(fact.table, Object.fromEntries(columnsIn(fact)), index + 1))
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
