// The children and homes behind a number of sufficiency, as far as the reader may see them: names, no address, a sector at most.
import type { FC } from 'hono/jsx'
import { standsAs } from '#access'
import { formatDay, formatLongDay, type IsoDay } from '#calendar'
import { READERS } from '#carers'
import { counted } from '#child-frame'
import { childrenCalled } from '#children'
import type { Asking } from '#database'
import { Card, capital, DutyTable, EmptyState, PageHead, Pages, pageOf, Stack } from '#look'
import { type Answer, page, type Visit } from '#web'
import { type Behind, behindAt, behindIn, behindTitle } from '../behind.ts'
import { childrenBehind, homesBehindOf } from '../behind-store.ts'

export const BEHIND = '/sufficiency/behind'

type Home = { readonly id: string; readonly called: string; readonly says: string }
type Shown = {
  readonly of: Behind
  readonly today: IsoDay
  readonly rows: readonly { readonly id: string; readonly name: string }[]
  readonly at: { readonly page: number; readonly pages: number; readonly of: number }
  readonly homes: readonly Home[] | undefined
}

async function shownOf(asking: Asking, of: Behind, { today, at }: { today: IsoDay; at: number }): Promise<Shown> {
  const children = await childrenBehind(asking, of, today)
  const names = children.length === 0 ? new Map<string, string>() : await childrenCalled(asking, children)
  const named = children
    .map((id) => ({ id, name: names.get(id) ?? 'A child whose name you may not see' }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB') || (a.id < b.id ? -1 : 1))
  const { rows, ...paged } = pageOf(named, at)
  if (rows.length > 0)
    await asking.noteEach(
      'read who stands behind a number of sufficiency',
      rows.map(({ id }) => id),
    )
  const homes = (await standsAs(asking, READERS)) ? await homesBehindOf(asking, of, today) : undefined
  const says = ({ free, holds }: NonNullable<typeof homes>[number]): string =>
    of.what === 'held'
      ? counted(holds.find(({ kind }) => kind === of.why)?.places ?? 0, 'place')
      : free === undefined
        ? 'not known'
        : `${free} free`
  return {
    ...{ of, today, rows, at: { ...paged, of: named.length } },
    homes: homes?.map((one) => ({ id: one.home.id, called: one.home.called, says: says(one) })),
  }
}

/** GET /sufficiency/behind */
export async function showBehind({ door, who, query, today }: Visit): Promise<Answer> {
  const of = behindIn(query, today)
  const at = Number(query('page') ?? 1)
  const main =
    of === undefined ? (
      <NoNumber />
    ) : (
      <Opened {...(await door.as(who, async (asking) => await shownOf(asking, of, { today, at })))} />
    )
  return page({ title: of === undefined ? 'Behind a number' : behindTitle(of), here: '/sufficiency', main })
}

const NoNumber: FC = () => (
  <>
    <PageHead title="Behind a number" actions={<a href="/sufficiency">Homes enough?</a>} />
    <Card title="Which number?">
      <EmptyState>This address names no number. Open one from the page.</EmptyState>
    </Card>
  </>
)

const leads = (of: Behind): string => {
  if (of.what === 'in') return `On ${formatDay(of.on)}.`
  if (of.what === 'came' || of.what === 'left') return `In the year to ${formatDay(of.on)}.`
  return of.what === 'held' ? `${capital(of.why)}.` : ''
}
const ofChildren = ({ what }: Behind): boolean => !['held', 'free', 'notKnown'].includes(what)
const ofHomes = ({ what }: Behind): boolean => ['gap', 'held', 'free', 'notKnown'].includes(what)

const Opened: FC<Shown> = ({ of, today, rows, at, homes }) => (
  <>
    <PageHead
      title={behindTitle(of)}
      lead={`${leads(of)} Counted now, ${formatLongDay(today)}, of those whom you may see: the number of the night may differ.`}
      actions={<a href="/sufficiency">Homes enough?</a>}
    />
    <Stack>
      {ofChildren(of) && (
        <Card title="Children" count={at.of} flush>
          {rows.length === 0 ? (
            <EmptyState>No child whom you may see stands behind it today.</EmptyState>
          ) : (
            <DutyTable
              caption={`Children: ${behindTitle(of)}`}
              columns={['Child', 'Home']}
              rows={rows.map(({ id, name }) => ({
                head: <a href={`/children/${id}`}>{name}</a>,
                cells: [
                  <a href={`/children/${id}/where`}>
                    Where they live<span class="govuk-visually-hidden">: {name}</span>
                  </a>,
                ],
              }))}
            />
          )}
        </Card>
      )}
      <Pages {...at} to={(number) => `${behindAt(of)}&page=${number}`} links />
      {ofHomes(of) && homes !== undefined && (
        <Card title="Homes" count={homes.length} flush>
          {homes.length === 0 ? (
            <EmptyState>No home stands behind it today.</EmptyState>
          ) : (
            <DutyTable
              caption={`Homes: ${behindTitle(of)}`}
              columns={['Home', 'Places']}
              rows={homes.map(({ id, called, says }) => ({
                head: <a href={`/homes/${id}`}>{called}</a>,
                cells: [says],
              }))}
            />
          )}
        </Card>
      )}
      <p class="kith-note">
        By postcode sector, never an address. A home or a child whose address is protected stands in no sector.
      </p>
    </Stack>
  </>
)
