// What waits for somebody's decision, with the child's own words beside it; and what is left behind or asked of them.
import type { FC } from 'hono/jsx'
import { type Action, actionsLeftBehind } from '#actions'
import { type IsoDay, numberOf, parseDay } from '#calendar'
import { dueWords } from '#child-frame'
import type { Asking } from '#database'
import { type ApprovalRequest, waitingForMe } from '#decisions'
import { Card, CardList, DueMark, EmptyState } from '#look'
import { type LatestWords, latestWordsOf } from '#views'
import { workersCalled } from '#workforce'
import { type AskedFor, closedAskingMe } from '../team-store.ts'
import { childLink, isoWords, momentWords, namesFor } from './parts.tsx'

const MOST = 5

export type Waiting = {
  readonly today: IsoDay
  readonly requests: readonly ApprovalRequest[]
  readonly words: ReadonlyMap<string, LatestWords>
  readonly left: readonly Action[]
  readonly closed: readonly AskedFor[]
  readonly nameOf: (child: string) => string
  readonly workerOf: (person: string) => string
}

/** `mine`: children whose left-behind actions are this person's to look after; null: everybody's. */
export async function waitingOf(
  asking: Asking,
  { today, mine }: { readonly today: IsoDay; readonly mine: ReadonlySet<string> | null },
): Promise<Waiting> {
  const requests = await waitingForMe(asking)
  const words = await latestWordsOf(asking, [...new Set(requests.slice(0, MOST).map(({ child }) => child))])
  const left = (await actionsLeftBehind(asking)).filter(({ child }) => mine === null || mine.has(child))
  const closed = await closedAskingMe(asking)
  const shown = [...requests, ...left, ...closed].map(({ child }) => child)
  const holders = left.flatMap(({ owner }) => ('worker' in owner ? [owner.worker] : []))
  const workers = await workersCalled(asking, [...holders, ...requests.map(({ asked }) => asked.by)])
  const nameOf = await namesFor(asking, shown)
  return { today, requests, words, left, closed, nameOf, workerOf: (person) => workers.get(person) ?? 'somebody' }
}

export const Decisions: FC<Waiting> = ({ today, requests, words, nameOf, workerOf }) => (
  <Card
    title="Needs your decision"
    count={requests.length}
    beside={requests.length > 0 ? <a href="/approvals">All of them</a> : undefined}
    flush
  >
    {requests.length === 0 ? (
      <EmptyState>Nothing waiting.</EmptyState>
    ) : (
      <CardList
        items={requests.slice(0, MOST).map(({ child, line, kind, asked, byWhen }) => {
          const day = byWhen === null ? undefined : parseDay(byWhen)
          const said = words.get(child)
          return (
            <>
              {day !== undefined && <DueMark {...dueWords(numberOf(day), numberOf(today))} />}{' '}
              <a href={`/children/${child}/requests/${line}`}>
                {nameOf(child)}: {kind}
              </a>
              <span class="kith-note">
                Asked by {workerOf(asked.by)}, {momentWords(asked.at, today)}
              </span>
              {said?.words === undefined ? (
                <span class="kith-note">No words of the child are recorded.</span>
              ) : (
                <span class="kith-quote">“{said.words}”</span>
              )}
            </>
          )
        })}
      />
    )}
  </Card>
)

export const LeftBehind: FC<Waiting> = ({ left, nameOf, workerOf }) => (
  <Card title="Left behind by somebody who went" count={left.length} tone="quiet" flush>
    {left.length === 0 ? (
      <EmptyState>No action is without somebody who does it.</EmptyState>
    ) : (
      <CardList
        items={left.slice(0, MOST).map(({ child, what, owner, due }) => (
          <>
            {childLink(child, nameOf(child))}: {what ?? 'an action'}
            <span class="kith-note">
              {'worker' in owner && `was ${workerOf(owner.worker)}'s`}
              {'day' in due && `, by ${isoWords(due.day)}`}
            </span>
          </>
        ))}
      />
    )}
  </Card>
)

export const ClosedAsks: FC<Waiting> = ({ closed, nameOf }) =>
  closed.length === 0 ? null : (
    <Card title="Closed records: others are told to ask you" count={closed.length} tone="quiet" flush>
      <CardList
        items={closed.map(({ child, decided }) => (
          <>
            {childLink(child, nameOf(child))}, closed {isoWords(decided)}.{' '}
            <a href={`/children/${child}/access`}>Who looked, and who was told to ask</a>
          </>
        ))}
      />
    </Card>
  )
