// The children who live in a home, have a place reserved there, or lived there before, as the reader may know of them.
import type { Child, FC } from 'hono/jsx'
import { formatDay } from '#calendar'
import { Card, CardList, EmptyState, RowLinks } from '#look'
import type { LivesThere } from '../homes-store.ts'
import type { HomeProps } from './show-home.tsx'

const SHOWN_BEFORE = 12

const Named: FC<{ readonly of: HomeProps; readonly child: string }> = ({ of, child }) => (
  <a href={`/children/${child}`}>{of.whole.called.get(child) ?? 'A child'}</a>
)
const now = ({ whole, today }: HomeProps): readonly LivesThere[] =>
  whole.children.filter(({ since, until }) => since <= today && (until === null || today < until))

function livingRows(of: HomeProps): readonly Child[] {
  const { on, called } = of.whole
  const exempt = new Set(on.takers.flatMap(({ taker, exempt: named }) => (named ? [taker] : [])))
  return now(of).map(({ child, since, id, line }) => (
    <>
      <Named of={of} child={child} />
      <span class="kith-note">
        since {formatDay(since)}
        {exempt.has(line) && ' · named in an exemption from the usual limit'}
      </span>
      {of.writes && (
        <RowLinks
          of={called.get(child)}
          links={[
            { to: `/children/${child}/limit-exemptions/record`, does: 'Named in an exemption' },
            { to: `/children/${child}/lives-at/${id}/retract`, does: 'This is not their home' },
          ]}
        />
      )}
    </>
  ))
}
const waitingRows = (of: HomeProps): readonly Child[] =>
  of.whole.on.takers.flatMap(({ taker, takes }) => {
    const child = of.whole.reserved.get(taker)
    if (child === undefined || takes === 'lives') return []
    return [
      <>
        <Named of={of} child={child} />
        <span class="kith-note">{takes === 'kept' ? 'away, and the place is kept' : 'a place is reserved'}</span>
      </>,
    ]
  })
/** Whom the reader may not know of is counted, since the place is taken, and not named. */
function unseenRows(of: HomeProps): readonly Child[] {
  const { on, reserved } = of.whole
  const seen = new Set([...now(of).map(({ line }) => line), ...reserved.keys()])
  const unseen = on.takers.filter(({ taker }) => !seen.has(taker)).length
  const words = unseen === 1 ? '1 place is' : `${unseen} places are`
  return unseen === 0 ? [] : [<span class="kith-quiet">{`${words} taken or kept, and not shown to you`}</span>]
}
function beforeRows(of: HomeProps): readonly Child[] {
  const before = of.whole.children.filter(({ until }) => until !== null && until <= of.today)
  const more = before.length - SHOWN_BEFORE
  const rows = before.slice(0, SHOWN_BEFORE).map(({ child, since, until }) => (
    <>
      <Named of={of} child={child} />
      <span class="kith-note">
        lived here from {formatDay(since)} until {until !== null && formatDay(until)}
      </span>
    </>
  ))
  return more > 0 ? [...rows, <span class="kith-quiet">{`and ${more} more before them`}</span>] : rows
}

export const ChildrenCard: FC<HomeProps> = (props) => {
  const items = [...livingRows(props), ...waitingRows(props), ...unseenRows(props), ...beforeRows(props)]
  return (
    <Card title="Children" count={props.whole.on.takers.filter(({ takes }) => takes === 'lives').length} flush>
      {items.length === 0 ? (
        <EmptyState>
          No child’s home of record is tied to this one.{' '}
          <a href="/homes/not-tied">Children whose home is not said yet</a>
        </EmptyState>
      ) : (
        <CardList items={items} />
      )}
    </Card>
  )
}
