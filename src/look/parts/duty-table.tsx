// A table of children or duties; on a phone each row is a card, and its cells carry the names of their columns.
import type { Child, FC } from 'hono/jsx'
import { classNames } from '../govuk/options.ts'

export type DutyCell = {
  readonly content: Child
  /** Neither late nor soon: left out on a phone, where only what wants doing is shown. */
  readonly calm?: boolean | undefined
}
export type DutyRow = {
  /** Whom the row is about. */
  readonly head: Child
  readonly cells: readonly (Child | DutyCell)[]
}
export type DutyTableProps = {
  /** Words only: a link in it would be no part of a table. */
  readonly caption: string
  readonly captionShown?: boolean | undefined
  readonly columns: readonly Child[]
  /** For a short table whose cells say what they are. */
  readonly columnsHidden?: boolean | undefined
  readonly rows: readonly DutyRow[]
  /** Columns of numbers, counted from 0 without the head of the row. */
  readonly numbers?: readonly number[] | undefined
}

const isCell = (given: Child | DutyCell): given is DutyCell =>
  typeof given === 'object' && given !== null && 'content' in given

type CellProps = { readonly given: Child | DutyCell; readonly column: Child; readonly number: boolean }

/** Said again, since some browsers forget the role of rows that are shown as cards. */
const as = (role: string) => ({ role })

const Cell: FC<CellProps> = ({ given, column, number }) => {
  const { content, calm }: DutyCell = isCell(given) ? given : { content: given }
  const leftOut = calm === true || content === undefined || content === null || content === ''
  const named = !leftOut && typeof column === 'string'
  return (
    <td
      {...as('cell')}
      class={classNames(number && 'kith-number', leftOut && 'kith-calm') || undefined}
      data-column={named ? column : undefined}
    >
      {!leftOut && !named && (
        <span class="kith-table__column" aria-hidden="true">
          {column}
        </span>
      )}
      <span class="kith-table__cell">{content}</span>
    </td>
  )
}

const Row: FC<{ readonly row: DutyRow; readonly of: DutyTableProps }> = ({ row, of: { columns, numbers = [] } }) => (
  <tr {...as('row')}>
    <th scope="row" {...as('rowheader')}>
      {row.head}
    </th>
    {row.cells.map((given, at) => (
      <Cell given={given} column={columns[at + 1]} number={numbers.includes(at)} />
    ))}
  </tr>
)

export const DutyTable: FC<DutyTableProps> = (props) => (
  <table class="kith-table kith-table--stacks" {...as('table')}>
    <caption class={props.captionShown === true ? undefined : 'govuk-visually-hidden'}>{props.caption}</caption>
    <thead class={props.columnsHidden === true ? 'govuk-visually-hidden' : undefined} {...as('rowgroup')}>
      <tr {...as('row')}>
        {props.columns.map((column, at) => (
          <th
            scope="col"
            {...as('columnheader')}
            class={props.numbers?.includes(at - 1) === true ? 'kith-number' : undefined}
          >
            {column}
          </th>
        ))}
      </tr>
    </thead>
    <tbody {...as('rowgroup')}>
      {props.rows.map((row) => (
        <Row row={row} of={props} />
      ))}
    </tbody>
  </table>
)
