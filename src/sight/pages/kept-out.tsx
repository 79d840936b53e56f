// Who must never open a record, as a list: on the record for those who answer for it, and of the council for an administrator.
import type { FC } from 'hono/jsx'
import type { IsoDay } from '#calendar'
import type { Asking } from '#database'
import { BackLink, Card, DutyTable, EmptyState, PageHead, Stack } from '#look'
import { type Answer, page, type Visit } from '#web'
import { managersOf, workersCalled } from '#workforce'
import { HOW, type KeptOut, knownWords } from '../own-record.ts'
import { keptOut } from '../own-record-store.ts'
import { KEPT_OUT, OwnFile } from './keep-out.tsx'

/** `standsIn`: by name. */
export type KeptRow = Omit<KeptOut, 'standsIn'> & { readonly name: string; readonly standsIn: string }

/** Whoever is named to answer, else the managers of their team on that day. */
export async function keptRows(asking: Asking, on: IsoDay, child?: string): Promise<readonly KeptRow[]> {
  const kept = await keptOut(asking, child)
  const names = await workersCalled(
    asking,
    kept.flatMap(({ worker, standsIn }) => (standsIn === null ? [worker] : [worker, standsIn])),
  )
  const managed = async ({ worker }: KeptOut) => (await managersOf(asking, worker, on)).join(', ') || 'Nobody is named'
  return await Promise.all(
    kept.map(async (one) => ({
      ...one,
      name: names.get(one.worker) ?? 'somebody',
      standsIn: one.standsIn === null ? await managed(one) : (names.get(one.standsIn) ?? 'somebody'),
    })),
  )
}

type Table = { readonly rows: readonly KeptRow[]; readonly numbers?: boolean; readonly to: (id: string) => string }
export const KeptOutTable: FC<Table> = ({ rows, numbers = false, to }) => (
  <DutyTable
    caption="Who must not open the record"
    columns={['Who', ...(numbers ? ['Record'] : []), 'Why', 'Known', 'Who answers instead', 'What to do']}
    rows={rows.map(({ id, name, child, standsIn, ...kept }) => ({
      head: name,
      cells: [
        ...(numbers ? [<span class="kith-number">{child}</span>] : []),
        HOW[kept.how],
        knownWords(kept),
        standsIn,
        <a href={to(id)}>
          Put right<span class="govuk-visually-hidden"> for {name}</span>
        </a>,
      ],
    }))}
  />
)

/** GET /settings/kept-out. The names of the children are not here: an administrator sees no child. */
export async function showKeptOut({ door, who, today }: Visit): Promise<Answer> {
  const rows = await door.as(who, async (asking) => {
    const found = await keptRows(asking, today)
    for (const child of new Set(found.map((row) => row.child))) await asking.note('read who must not open it', child)
    return found
  })
  const main = (
    <>
      <BackLink href="/settings/people">People and their accounts</BackLink>
      <PageHead
        title="Who must not open a record"
        lead="Nobody who works here opens their own record, or that of their family."
      />
      <Stack>
        <Card title="Kept out" count={rows.length} flush>
          {rows.length === 0 ? (
            <EmptyState title="Nobody is kept out of a record">
              Say so beside their name on <a href="/settings/people">People and their accounts</a>.
            </EmptyState>
          ) : (
            <KeptOutTable rows={rows} numbers to={(id) => `${KEPT_OUT}/${id}/correct`} />
          )}
        </Card>
        <OwnFile />
      </Stack>
    </>
  )
  return page({ title: 'Who must not open a record', here: '/settings/people', main })
}
