// Actions that somebody took further, on the home of those with whom they stand now: they stay until the child's life has changed.
import type { FC } from 'hono/jsx'
import { type Action, type ActionTier, type Further, furtherOn, risesAfter, takenFurther } from '#actions'
import { formatDay, type IsoDay } from '#calendar'
import type { Asking } from '#database'
import { Card, CardList } from '#look'
import { namesFor } from './parts.tsx'

type Risen = { readonly action: Action; readonly stands: Further }
export type RisenActions = { readonly risen: readonly Risen[]; readonly nameOf: (child: string) => string }
type Whose = {
  readonly children: readonly string[] | null
  readonly tiers: readonly ActionTier[]
  readonly today: IsoDay
}

export async function risenTo(asking: Asking, { children, tiers, today }: Whose): Promise<RisenActions> {
  const after = await risesAfter(asking)
  const risen = (await takenFurther(asking, children)).flatMap((action) => {
    const stands = furtherOn(action, today, after)
    return stands !== undefined && tiers.includes(stands.tier) ? [{ action, stands }] : []
  })
  return {
    risen,
    nameOf: await namesFor(
      asking,
      risen.map(({ action: { child } }) => child),
    ),
  }
}

const SHOWN = 10
/** Not there where nothing has risen. */
export const FurtherCard: FC<RisenActions> = ({ risen, nameOf }) =>
  risen.length === 0 ? null : (
    <Card
      title="Actions taken further to you"
      count={risen.length}
      beside={<a href="/actions?whose=further">All that were taken further</a>}
      flush
    >
      <CardList
        items={risen.slice(0, SHOWN).map(({ action: { child, line, what }, stands }) => (
          <>
            <a href={`/children/${child}/actions/${line}/end`}>
              {nameOf(child)}: {what ?? 'taken out of sight'}
            </a>
            <span class="kith-note">
              With the {stands.tier} since {formatDay(stands.since)}. {stands.why ?? ''}
            </span>
          </>
        ))}
      />
    </Card>
  )
