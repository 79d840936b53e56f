// A plain table of rows.
import type { Child, FC } from 'hono/jsx'
import { type Common, classNames, type Perhaps, present, type Worded, withOptions, written } from './options.ts'

export type TableCell = Worded & {
  readonly format?: string | undefined
  readonly colspan?: number | undefined
  readonly rowspan?: number | undefined
}
export type TableProps = Common & {
  readonly rows: readonly Perhaps<readonly (Child | TableCell)[]>[]
  readonly head?: readonly (Child | TableCell)[] | undefined
  readonly caption?: Child
  readonly captionClasses?: string | undefined
  readonly firstCellIsHeader?: boolean | undefined
}

const spans = ({ colspan, rowspan }: TableCell) => ({ colspan, rowspan })

const Head: FC<{ readonly given: Child | TableCell }> = ({ given }) => {
  const cell: TableCell = withOptions(given)
  const format = cell.format && `govuk-table__header--${cell.format}`
  return (
    <th
      scope="col"
      class={classNames('govuk-table__header', format, cell.classes)}
      {...spans(cell)}
      {...written(cell.attributes)}
    >
      {cell.text}
    </th>
  )
}

const Cell: FC<{ readonly given: Child | TableCell; readonly heads: boolean }> = ({ given, heads }) => {
  const cell: TableCell = withOptions(given)
  if (heads)
    return (
      <th
        scope="row"
        class={classNames('govuk-table__header', cell.classes)}
        {...spans(cell)}
        {...written(cell.attributes)}
      >
        {cell.text}
      </th>
    )
  const format = cell.format && `govuk-table__cell--${cell.format}`
  return (
    <td class={classNames('govuk-table__cell', format, cell.classes)} {...spans(cell)} {...written(cell.attributes)}>
      {cell.text}
    </td>
  )
}

export const Table: FC<TableProps> = (props) => {
  const { rows, head, caption, captionClasses, firstCellIsHeader, classes, attributes } = props
  return (
    <table class={classNames('govuk-table', classes)} {...written(attributes)}>
      {caption && <caption class={classNames('govuk-table__caption', captionClasses)}>{caption}</caption>}
      {head && (
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {head.map((cell) => (
              <Head given={cell} />
            ))}
          </tr>
        </thead>
      )}
      <tbody class="govuk-table__body">
        {present(rows).map((row) => (
          <tr class="govuk-table__row">
            {row.map((cell, at) => (
              <Cell given={cell} heads={at === 0 && firstCellIsHeader === true} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
