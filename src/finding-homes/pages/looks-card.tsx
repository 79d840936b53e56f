// Beside a worker's work: looks at new homes that they owe, late or due within two weeks.
import type { FC } from 'hono/jsx'
import { addDays, formatDay, type IsoDay } from '#calendar'
import type { Asking } from '#database'
import { Card, CardList, DueMark } from '#look'
import { type Look, looksOwed } from '../looks-store.ts'

const AHEAD = 14
const MOST = 8
export type LooksWaiting = { readonly looks: readonly Look[] }
export async function looksWaiting(asking: Asking, today: IsoDay): Promise<LooksWaiting> {
  const own = await looksOwed(asking, today, asking.who.person)
  return { looks: own.filter(({ due }) => due <= addDays(today, AHEAD)) }
}
export const LooksCard: FC<LooksWaiting> = ({ looks }) =>
  looks.length === 0 ? null : (
    <Card title="How is the new home?" count={looks.length} beside={<a href="/homes/wanted">All</a>} flush>
      <CardList
        items={looks.slice(0, MOST).map(({ child, name, stage, due, late }) => (
          <>
            <a href={`/children/${child}/match-reviews/record`}>
              {name}: {stage.toLowerCase()}
            </a>{' '}
            <DueMark
              mark={late ? 'late' : 'soon'}
              words={late ? `was due ${formatDay(due)}` : `due ${formatDay(due)}`}
            />
          </>
        ))}
      />
    </Card>
  )
