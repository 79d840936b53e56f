// The rows of an import that could not be taken, word for word, each with its reason and what to do.
import type { FC } from 'hono/jsx'
import { counted } from '#child-frame'
import type { ShownKeptRow } from '#imports'
import { Card, CardList } from '#look'
import { REASONS } from '#return-facts'

const isReason = (text: string): text is keyof typeof REASONS => Object.hasOwn(REASONS, text)

export const Kept: FC<{ rows: readonly ShownKeptRow[] }> = ({ rows }) => {
  if (rows.length === 0) return null
  return (
    <Card title="What the import could not take" count={rows.length} flush>
      <p class="kith-quiet kith-card__note">
        {counted(rows.length, 'row is', 'rows are')} kept word for word until the return is corrected.
      </p>
      <CardList items={rows.map((row) => <KeptItem row={row} />)} />
    </Card>
  )
}

const KeptItem: FC<{ row: ShownKeptRow }> = ({ row: { year, file, row, field, reason, taken, said } }) => (
  <>
    <h3>
      {file}, row {row}
      {field !== null && `, ${field}`}
      {year !== null && ` (return of ${year - 1}/${String(year).slice(2)})`}
    </h3>
    <p>
      {isReason(reason) ? REASONS[reason].says : reason} {taken === 'in part' && 'The rest of the row was taken. '}
      {isReason(reason) && REASONS[reason].todo}
    </p>
    {said !== null && <code>{said}</code>}
  </>
)
