// One list of plain facts on a tab: its form, its empty state, and each row with what can be done with it.
import type { Child, FC } from 'hono/jsx'
import type { Frame, Part } from '#child-frame'
import { Beside, Card, CardList, EmptyState, RowLinks } from '#look'
import { putRight } from './row-links.tsx'

export type OneRow = {
  readonly id: string
  readonly head: string
  readonly note?: Child
  readonly words?: string | undefined
}
export type OfRows = {
  readonly title: string
  readonly path: string
  readonly does: string
  readonly none: string
  readonly rows: readonly OneRow[]
  readonly count?: number
  readonly before?: string | undefined
  /** Nothing more is recorded here; what stands can be put right. */
  readonly closed?: boolean | undefined
}

export const Row: FC<{ readonly row: OneRow; readonly path: string; readonly frame: Frame; readonly scope?: Part }> = ({
  row,
  path,
  frame,
  scope = 'plan',
}) => (
  <>
    <strong>{row.head}</strong>
    {row.note !== undefined && <span class="kith-note">{row.note}</span>}
    {row.words !== undefined && row.words !== '' && <p class="kith-written">{row.words}</p>}
    {frame.writes.has(scope) && <RowLinks of={row.head} links={putRight(`/children/${frame.id}/${path}`, row.id)} />}
  </>
)

/** One list with its form, its empty state, and each row with what can be done with it. */
export const Rows: FC<OfRows & { readonly frame: Frame; readonly scope?: Part }> = ({
  title,
  path,
  does,
  none,
  rows,
  count,
  before,
  closed = false,
  frame,
  scope = 'plan',
}) => (
  <Card
    title={title}
    count={count ?? rows.length}
    beside={
      !closed && frame.writes.has(scope) && <Beside links={[{ to: `/children/${frame.id}/${path}/record`, does }]} />
    }
    flush
  >
    {before !== undefined && <p class="kith-card__note">{before}</p>}
    {rows.length === 0 ? (
      <EmptyState>{none}</EmptyState>
    ) : (
      <CardList items={rows.map((row) => <Row row={row} path={path} frame={frame} scope={scope} />)} />
    )}
  </Card>
)
