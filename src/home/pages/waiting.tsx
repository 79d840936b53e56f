// What waits for somebody's decision, with the child's own words beside it; and what is left behind or asked of them.
import type { FC } from 'hono/jsx'
import { type Action, actionsLeftBehind } from '#actions'
import { type IsoDay, numberOf, parseDay } from '#calendar'
import { dueWords } from '#child-frame'
import type { Asking } from '#database'
import { type ApprovalRequest, waitingForMe } from '#decisions'
import { Card, CardList, DueMark, EmptyState } from '#look'
import { type Edition, plansToApprove } from '#plans'
import { type LatestWords, latestWordsOf } from '#views'
import { workersCalled } from '#workforce'
import { type AskedFor, closedAskingMe } from '../team-store.ts'
import { childLink, isoWords, momentWords, namesFor } from './parts.tsx'

const MOST = 5
/** No more are counted: whoever has as many to decide goes to their own page. */
const MANY = 20

/** What waits to be decided. */
export type Deciding = {
  readonly today: IsoDay
  readonly requests: readonly ApprovalRequest[]
  readonly plans: readonly Edition[]
  readonly words: ReadonlyMap<string, LatestWords>
  readonly nameOf: (child: string) => string
  readonly workerOf: (person: string) => string
}
export type Waiting = Deciding & { readonly left: readonly Action[]; readonly closed: readonly AskedFor[] }

type ToDecide = Pick<Deciding, 'requests' | 'plans' | 'words'> & { readonly first: readonly string[] }
/** `first`: the children of those that are shown. */
async function toDecide(asking: Asking): Promise<ToDecide> {
  const requests = await waitingForMe(asking, MANY + 1)
  const plans = (await plansToApprove(asking)).filter(({ yours }) => !yours)
  const first = [...plans.slice(0, MOST), ...requests.slice(0, MOST)].map(({ child }) => child)
  return { requests, plans, first, words: await latestWordsOf(asking, [...new Set(first)]) }
}
const askersOf = ({ requests, plans }: ToDecide) => [
  ...requests.map(({ asked }) => asked.by),
  ...plans.map(({ by }) => by),
]
const calledIn = (workers: ReadonlyMap<string, string>) => (person: string) => workers.get(person) ?? 'somebody'

/** For a page that shows decisions alone: what is left behind or asked for is not looked up. */
export async function decidingOf(asking: Asking, today: IsoDay): Promise<Deciding> {
  const deciding = await toDecide(asking)
  const workers = await workersCalled(asking, askersOf(deciding))
  return { ...deciding, today, nameOf: await namesFor(asking, deciding.first), workerOf: calledIn(workers) }
}

/** `mine`: children whose left-behind actions are this person's to look after; null: everybody's. */
export async function waitingOf(
  asking: Asking,
  { today, mine }: { readonly today: IsoDay; readonly mine: ReadonlySet<string> | null },
): Promise<Waiting> {
  const deciding = await toDecide(asking)
  const { requests, plans } = deciding
  const left = (await actionsLeftBehind(asking)).filter(({ child }) => mine === null || mine.has(child))
  const closed = await closedAskingMe(asking)
  const shown = [...requests, ...plans, ...left, ...closed].map(({ child }) => child)
  const holders = left.flatMap(({ owner }) => ('worker' in owner ? [owner.worker] : []))
  const workers = await workersCalled(asking, [...holders, ...askersOf(deciding)])
  return { ...deciding, today, left, closed, nameOf: await namesFor(asking, shown), workerOf: calledIn(workers) }
}

type Said = { readonly said: LatestWords | undefined }
const TheirWords: FC<Said> = ({ said }) =>
  said?.words === undefined ? (
    <span class="kith-note">No words of the child are recorded.</span>
  ) : (
    <span class="kith-quote">“{said.words}”</span>
  )

const plansIn = ({ plans, words, nameOf, workerOf, today }: Deciding) =>
  plans.slice(0, MOST).map(({ child, edition, kind, by, at }) => (
    <>
      <a href={`/children/${child}/plan/${edition}/decide`}>
        {nameOf(child)}: {kind}
      </a>
      <span class="kith-note">
        Sent by {workerOf(by)}, {momentWords(at, today)}
      </span>
      <TheirWords said={words.get(child)} />
    </>
  ))

const requestsIn = ({ requests, words, nameOf, workerOf, today }: Deciding) =>
  requests.slice(0, MOST).map(({ child, line, kind, asked, byWhen }) => {
    const day = byWhen === null ? undefined : parseDay(byWhen)
    return (
      <>
        {day !== undefined && <DueMark {...dueWords(numberOf(day), numberOf(today))} />}{' '}
        <a href={`/children/${child}/requests/${line}`}>
          {nameOf(child)}: {kind}
        </a>
        <span class="kith-note">
          Asked by {workerOf(asked.by)}, {momentWords(asked.at, today)}
        </span>
        <TheirWords said={words.get(child)} />
      </>
    )
  })

export const Decisions: FC<Deciding> = (waiting) => {
  const all = waiting.requests.length + waiting.plans.length
  const many = waiting.requests.length > MANY
  return (
    <Card
      title="Needs your decision"
      count={many ? undefined : all}
      beside={all > 0 ? <a href="/approvals">All of them{many && `, more than ${MANY}`}</a> : undefined}
      flush
    >
      {all === 0 ? (
        <EmptyState>Nothing waiting.</EmptyState>
      ) : (
        <CardList items={[...plansIn(waiting), ...requestsIn(waiting)]} />
      )}
    </Card>
  )
}

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
