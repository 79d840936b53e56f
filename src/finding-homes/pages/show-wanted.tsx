// Children for whom a home is looked for, the first needed first; and new homes that somebody has to look at again.
import type { FC } from 'hono/jsx'
import { standsAs } from '#access'
import { formatDay, type IsoDay } from '#calendar'
import { READERS } from '#carers'
import { counted } from '#child-frame'
import { childrenCalled } from '#children'
import { type OpenRequest, openRequests } from '#home-requests'
import { Card, DueMark, DutyTable, EmptyState, PageHead, Pages, pageOf, Stack } from '#look'
import { type Answer, page, type Visit } from '#web'
import { type Look, looksOwed } from '../looks-store.ts'

type Row = OpenRequest & { readonly name: string }
type Shown = {
  readonly rows: readonly Row[]
  readonly of: number
  readonly page: number
  readonly pages: number
  readonly due: readonly Look[]
  readonly finds: boolean
  readonly today: IsoDay
}

/** GET /homes/wanted */
export async function showWanted({ door, who, query, today }: Visit): Promise<Answer> {
  const shown = await door.as(who, async (asking): Promise<Shown> => {
    const open = await openRequests(asking)
    const { rows, ...paged } = pageOf(open, Number(query('page') ?? 1))
    const children = rows.map(({ child }) => child)
    const names = children.length === 0 ? new Map<string, string>() : await childrenCalled(asking, children)
    const name = (child: string): string => names.get(child) ?? 'A child'
    return {
      ...{ ...paged, of: open.length, rows: rows.map((row) => ({ ...row, name: name(row.child) })), today },
      ...{ due: await looksOwed(asking, today), finds: await standsAs(asking, READERS) },
    }
  })
  return page({ title: 'Homes that are looked for', here: '/homes/wanted', main: <Wanted {...shown} /> })
}

const Wanted: FC<Shown> = ({ rows, of, page: at, pages, due, finds, today }) => (
  <>
    <PageHead
      title="Homes that are looked for"
      lead={`${counted(of, 'child waits', 'children wait')} for a home, of those whom you may know of.`}
    />
    <Stack>
      <Card title="The first needed first" count={of} flush>
        {rows.length === 0 ? (
          <EmptyState>
            Nobody whom you may know of waits for a home. A request begins on a child’s page, under Record.
          </EmptyState>
        ) : (
          <DutyTable
            caption="Children for whom a home is looked for"
            columns={['Child', 'Needed from', 'Homes asked', 'Next']}
            rows={rows.map((row) => ({
              head: <a href={`/children/${row.child}/home-request`}>{row.name}</a>,
              cells: [
                <>
                  <DueMark
                    mark={row.needed < today ? 'late' : row.emergency ? 'soon' : 'plain'}
                    words={formatDay(row.needed)}
                  />
                  {row.emergency && <span class="kith-note">An emergency</span>}
                  {row.siblings > 0 && (
                    <span class="kith-note">
                      With {counted(row.siblings, 'brother or sister', 'brothers and sisters')}
                    </span>
                  )}
                </>,
                row.steps === 0 ? 'None yet' : String(row.steps),
                finds ? (
                  <a class="kith-no-print" href={`/children/${row.child}/finding-home`}>
                    Find a home<span class="govuk-visually-hidden"> for {row.name}</span>
                  </a>
                ) : (
                  ''
                ),
              ],
            }))}
          />
        )}
      </Card>
      <Pages {...{ page: at, pages, of }} to={(number) => `/homes/wanted?page=${number}`} links />
      <Looks due={due} />
    </Stack>
  </>
)
const Looks: FC<Pick<Shown, 'due'>> = ({ due }) => (
  <Card title="New homes to look at again" count={due.length} flush>
    {due.length === 0 ? (
      <EmptyState>No new home of the last year waits for its look after 72 hours, 28 or 90 days.</EmptyState>
    ) : (
      <DutyTable
        caption="New homes that somebody looks at again"
        columns={['Child', 'Which look', 'By', 'Who owes it']}
        rows={due.map((one) => ({
          head: <a href={`/children/${one.child}/home-request`}>{one.name}</a>,
          cells: [
            one.stage,
            <DueMark mark={one.late ? 'late' : 'later'} words={formatDay(one.due)} />,
            one.owes?.name ?? <span class="kith-quiet">nobody is allocated</span>,
          ],
        }))}
      />
    )}
  </Card>
)
