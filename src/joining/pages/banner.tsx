// What stands above every page of a record that was joined to another, or given to another council; asked for by the lock, so no page asks twice.
import type { Child } from 'hono/jsx'
import { formatDay } from '#calendar'
import { Notice } from '#look'
import type { Visit } from '#web'

export function joinedBanner({ joined }: Visit): Child | undefined {
  if (joined === undefined) return undefined
  const { closed, other, given } = joined
  if (given !== undefined)
    return (
      <Notice title={`${given.to} has this record now`} tone="warn">
        <p>It was given to them on {formatDay(given.on)}. This copy takes no more writing.</p>
      </Notice>
    )
  if (closed)
    return (
      <Notice title="This record takes no more writing" tone="warn">
        <p>
          It is of a child who has another record. It goes on there.{' '}
          {other === null ? (
            'You do not see that one: ask your manager.'
          ) : (
            <a href={`/children/${other}`}>Go on there</a>
          )}
        </p>
      </Notice>
    )
  return (
    <Notice title="There is an earlier record of this child">
      <p>
        It takes no more writing. What it holds is read with this one: story, chronology, documents and family say where
        each was written. <a href={`/children/${other ?? ''}`}>Read it</a>
      </p>
    </Notice>
  )
}
