// Beside the work of a supervising social worker: their homes with what is due of each, late first.
import type { FC } from 'hono/jsx'
import { addDays, type IsoDay } from '#calendar'
import type { Asking } from '#database'
import { Card, DutyTable } from '#look'
import type { HomeDue } from '../home-dues.ts'
import { duesOfHomes } from '../home-store.ts'
import { homesCalled } from '../store.ts'
import { DueOf } from './dues-card.tsx'

type Row = { readonly home: string; readonly called: string; readonly due: HomeDue }
export type HomesDue = {
  readonly rows: readonly Row[]
  readonly of: number
  readonly today: IsoDay
}
const AHEAD = 28
const MOST = 8
/** Of the homes that name the asker as their supervising social worker: what is late, due in four weeks, or not known. */
export async function homesDueOf(asking: Asking, today: IsoDay): Promise<HomesDue> {
  const until = addDays(today, AHEAD)
  const own = (await duesOfHomes(asking, today)).filter(
    ({ home, due }) => home.home.supervisor === asking.who.person && (due.due === null || due.due <= until),
  )
  const first = own.slice(0, MOST)
  const called = await homesCalled(
    asking,
    first.map(({ home }) => home.home),
  )
  const rows = first.map(({ home: { home }, due }) => ({ home: home.line, called: called.get(home.line) ?? '', due }))
  return { rows, of: own.length, today }
}
export const HomesDueCard: FC<HomesDue> = ({ rows, of, today }) =>
  of === 0 ? null : (
    <Card
      title="Homes that you supervise"
      count={of}
      beside={<a href="/homes/due?whose=mine">{of > rows.length ? `All ${of}` : 'All that is due'}</a>}
      flush
    >
      <DutyTable
        caption="What is due of the homes that you supervise, late first"
        columns={['Home', 'What', 'When']}
        rows={rows.map(({ home, called, due }) => ({
          head: (
            <a class="kith-target" href={`/homes/${home}`}>
              {called}
            </a>
          ),
          cells: [due.what, <DueOf due={due} today={today} />],
        }))}
      />
    </Card>
  )
