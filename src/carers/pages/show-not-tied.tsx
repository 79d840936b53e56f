// Children whose home of record is not said to be one of the list yet, with the homes that it may be; a person decides.
import type { FC } from 'hono/jsx'
import { formatDay, type IsoDay } from '#calendar'
import { homeWords } from '#child-frame'
import { childrenCalled } from '#children'
import { Card, DutyTable, EmptyState, PageHead, Pages, Stack } from '#look'
import { type Answer, page, type Visit } from '#web'
import { homesOn, noteWhere, type Untied, untiedOn } from '../homes-store.ts'
import { withWords } from '../store.ts'
import { type Suggestion, suggestionsFor } from '../suggesting.ts'

type Row = Untied & { readonly name: string; readonly maybe: readonly (Suggestion & { readonly called: string })[] }
type Shown = { readonly rows: readonly Row[]; readonly of: number; readonly page: number; readonly pages: number }

const A_PAGE = 50
async function shownOn({ door, who, query }: Visit, today: IsoDay): Promise<Shown> {
  return await door.as(who, async (asking) => {
    const asked = Number(query('page') ?? 1)
    const at = Number.isInteger(asked) && asked > 0 ? asked : 1
    const { of, rows } = await untiedOn(asking, today, at)
    const homes = await homesOn(asking, today)
    const known = homes.map(({ home, address }) => ({ ...home, postcode: address?.postcode ?? null }))
    const maybe = rows.map((row) => suggestionsFor(row, known))
    const named = new Set(maybe.flat().map(({ home }) => home))
    const some = homes.flatMap(({ home }) => (named.has(home.line) ? [home] : []))
    const words = await withWords(asking, 'kith.household', some)
    const called = new Map(some.map(({ line }, index) => [line, words[index]?.words.name || 'A home without a name']))
    const children = rows.map(({ child }) => child)
    await noteWhere(asking, children)
    const names = children.length === 0 ? new Map<string, string>() : await childrenCalled(asking, children)
    return {
      ...{ of, page: at, pages: Math.max(1, Math.ceil(of / A_PAGE)) },
      rows: rows.map((row, index) => ({
        ...row,
        name: names.get(row.child) ?? 'A child',
        maybe: (maybe[index] ?? []).map((one) => ({ ...one, called: called.get(one.home) ?? 'A home' })),
      })),
    }
  })
}

/** GET /homes/not-tied */
export async function showNotTied(visit: Visit): Promise<Answer> {
  const shown = await shownOn(visit, visit.today)
  return page({ title: 'Whose home is not said yet', here: '/homes', main: <NotTied {...shown} /> })
}

const NotTied: FC<Shown> = ({ rows, of, page: at, pages }) => (
  <>
    <PageHead
      title="Whose home is not said yet"
      lead="Until it is said in which home a child lives, that home seems to have a place more."
      actions={<a href="/homes">All homes</a>}
    />
    <Stack>
      <Card title="Children" count={of} flush>
        {rows.length === 0 ? (
          <EmptyState>Of every child whom you may know of, it is said in which home they live.</EmptyState>
        ) : (
          <DutyTable
            caption="Children whose home is not said yet, the latest to move first"
            columns={['Child', 'Where, by the record', 'It may be']}
            rows={rows.map((row) => ({
              head: <a href={`/children/${row.child}/where`}>{row.name}</a>,
              cells: [
                <>
                  {homeWords(row.kind)}
                  <span class="kith-note">
                    since {formatDay(row.since)}
                    {row.registration !== null && ` · number ${row.registration}`}
                  </span>
                </>,
                <Maybe row={row} />,
              ],
            }))}
          />
        )}
      </Card>
      <Pages {...{ page: at, pages, of }} to={(number) => `/homes/not-tied?page=${number}`} links />
    </Stack>
  </>
)
const Maybe: FC<{ readonly row: Row }> = ({ row }) => (
  <>
    {row.maybe.map(({ home, called, because }) => (
      <span class="kith-note">
        <a href={`/children/${row.child}/lives-at/${home}/record`}>{called}</a> ({because})
      </span>
    ))}
    <span class="kith-note">
      <a href={`/homes?for=${row.child}`}>
        Choose {row.maybe.length === 0 ? 'a home' : 'another'}
        <span class="govuk-visually-hidden"> for {row.name}</span>
      </a>
    </span>
  </>
)
