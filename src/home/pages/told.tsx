// Whoever answers for a child is told who opened the record in an emergency: on their home, until they have had two weeks to see it.
import type { FC } from 'hono/jsx'
import type { IsoDay } from '#calendar'
import type { Asking } from '#database'
import { Card, CardList } from '#look'
import { workersCalled } from '#workforce'
import { type GlassNotice, glassNotices } from '../team-store.ts'
import { childLink, momentWords, namesFor } from './parts.tsx'

export type Told = {
  readonly today: IsoDay
  readonly notices: readonly GlassNotice[]
  readonly nameOf: (child: string) => string
  readonly workerOf: (person: string) => string
}

export async function toldOfGlass(asking: Asking, today: IsoDay): Promise<Told> {
  const notices = await glassNotices(asking)
  const nameOf = await namesFor(
    asking,
    notices.map(({ child }) => child),
  )
  const workers = await workersCalled(
    asking,
    notices.map(({ by }) => by),
  )
  return { today, notices, nameOf, workerOf: (person) => workers.get(person) ?? 'somebody' }
}

export const ToldCard: FC<Told> = ({ today, notices, nameOf, workerOf }) =>
  notices.length === 0 ? null : (
    <Card title="You are told: opened in an emergency" count={notices.length} flush>
      <CardList
        items={notices.map(({ child, by, at }) => (
          <>
            {childLink(child, nameOf(child))}, by {workerOf(by)}, {momentWords(at, today)}.{' '}
            <a href={`/children/${child}/access`}>Why, and what they looked at</a>
          </>
        ))}
      />
    </Card>
  )
