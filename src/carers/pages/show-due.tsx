// Reviews and visits of every foster home of ours that are due, late first; what cannot be counted last, with the fact that is missing.
import type { FC } from 'hono/jsx'
import type { IsoDay } from '#calendar'
import { Card, Chips, DutyTable, EmptyState, PageHead, Pages, pageOf, Stack } from '#look'
import { type Answer, page, type Visit } from '#web'
import { workersCalled } from '#workforce'
import { type DueAtHome, duesOfHomes } from '../home-store.ts'
import { withWords } from '../store.ts'
import { basisWords, DueOf } from './dues-card.tsx'

type Row = DueAtHome & { readonly name: string; readonly worker: string | undefined }
type Shown = {
  readonly rows: readonly Row[]
  readonly page: number
  readonly pages: number
  readonly of: number
  readonly late: number
  /** Only homes that the reader supervises. */
  readonly mine: boolean
  readonly today: IsoDay
}

/** GET /homes/due */
export async function showDue({ door, who, query, today }: Visit): Promise<Answer> {
  const shown = await door.as(who, async (asking): Promise<Shown> => {
    const every = await duesOfHomes(asking, today)
    const mine = query('whose') === 'mine'
    const all = mine ? every.filter(({ home: { home } }) => home.supervisor === who.person) : every
    const { rows, ...paged } = pageOf(all, Number(query('page') ?? 1))
    const homes = [...new Map(rows.map(({ home: { home } }) => [home.line, home])).values()]
    const words = await withWords(asking, 'kith.household', homes)
    const names = new Map(homes.map(({ line }, at) => [line, words[at]?.words.name ?? '']))
    const workers = await workersCalled(
      asking,
      homes.flatMap(({ supervisor }) => supervisor ?? []),
    )
    return {
      rows: rows.map((row) => ({
        ...row,
        name: names.get(row.home.home.line) || 'A home without a name',
        worker: workers.get(row.home.home.supervisor ?? ''),
      })),
      ...{ ...paged, of: all.length, today, mine },
      late: all.filter(({ due }) => due.due !== null && due.due < today).length,
    }
  })
  return page({ title: 'Reviews and visits of homes', here: '/homes', main: <Due {...shown} /> })
}

const Due: FC<Shown> = ({ rows, page: at, pages, of, late, mine, today }) => (
  <>
    <PageHead
      title="Reviews and visits of homes"
      lead={late === 0 ? 'Nothing that is known is late.' : `${late} late. Agencies keep the days of their own homes.`}
      actions={<a href="/homes">All homes</a>}
    />
    <Stack>
      <Chips
        label="Whose homes"
        chips={[
          { to: '/homes/due', words: 'Every home of ours', current: !mine },
          { to: '/homes/due?whose=mine', words: 'Those you supervise', current: mine },
        ]}
      />
      <Card title="Late first" count={of} flush>
        {rows.length === 0 ? (
          <EmptyState>
            {mine
              ? 'Nothing is due: no home names you as its supervising social worker, or all is done.'
              : 'No foster home of ours is in the record, so nothing can be due.'}
          </EmptyState>
        ) : (
          <DutyTable
            caption="Reviews and visits of homes, late first"
            columns={['Home', 'What', 'When', 'Who']}
            rows={rows.map((row) => ({
              head: (
                <a class="kith-target" href={`/homes/${row.home.home.line}`}>
                  {row.name}
                </a>
              ),
              cells: [
                <>
                  {row.due.what}
                  <span class="kith-note">{basisWords(row.due)}</span>
                </>,
                <DueOf due={row.due} today={today} />,
                row.worker ?? <span class="kith-quiet">nobody recorded</span>,
              ],
            }))}
          />
        )}
      </Card>
      <Pages
        {...{ page: at, pages, of }}
        to={(number) => `/homes/due?page=${number}${mine ? '&whose=mine' : ''}`}
        links
      />
    </Stack>
  </>
)
