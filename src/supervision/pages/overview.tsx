// What is owed to those whom somebody supervises, and to each of their children, as cards: by worker, by child, what drifts, who stands in.
import type { FC } from 'hono/jsx'
import { isDrift, openActionsOf } from '#actions'
import { dayWords, type IsoDay, numberOf } from '#calendar'
import { counted, dueWords } from '#child-frame'
import type { Asking } from '#database'
import { Card, CardList, Details, DueMark, DutyTable, EmptyState } from '#look'
import { decisionsAfter } from '../decided-store.ts'
import { type Caseload, caseloads } from '../entries-store.ts'
import { childDue, type DecisionOwed, type Due, howMany, isLateOn, isOwed, workerDue } from '../frequency.ts'
import { type Cover, lastTimes, type Session, type Supervisee, supervisees, termsOf } from '../staff-store.ts'
import type { NameOf } from './agreed.tsx'
import type { ToSign } from './to-sign.tsx'

type WorkerRow = {
  readonly worker: Supervisee
  readonly due: Due
  readonly cancelled: number
  readonly children: readonly Caseload[]
}
export type Overview = {
  readonly rows: readonly WorkerRow[]
  readonly late: readonly { readonly child: string; readonly due: Due; readonly worker: string }[]
  readonly drift: readonly { readonly child: string; readonly what: string | undefined }[]
  /** Something happened, and no manager has decided since. */
  readonly decisions: readonly DecisionOwed[]
}
const dueOf = ({ weeks, full, from }: Caseload): Due => childDue(weeks, full, from)

/** What is owed to those whom the asker supervises, and to each of their children. */
export async function overviewOf(asking: Asking, today: IsoDay): Promise<Overview> {
  const workers = await supervisees(asking, today)
  const ids = workers.map(({ id }) => id)
  if (ids.length === 0) return { rows: [], late: [], drift: [], decisions: [] }
  const [terms, times, loads] = await Promise.all([
    termsOf(asking, ids),
    lastTimes(asking, ids),
    caseloads(asking, ids, { on: today }),
  ])
  const of = Map.groupBy(loads, ({ worker }) => worker)
  const rows = workers.map((worker) => ({
    worker,
    due: workerDue(terms.get(worker.id), times.get(worker.id)?.held ?? null),
    cancelled: times.get(worker.id)?.cancelled ?? 0,
    children: of.get(worker.id) ?? [],
  }))
  const late = loads
    .map((load) => ({ child: load.child, worker: load.worker, due: dueOf(load) }))
    .filter(({ due }) => isLateOn(due, today))
    .toSorted((a, b) => ((a.due.due ?? '') < (b.due.due ?? '') ? -1 : 1))
  const open =
    loads.length === 0
      ? []
      : await openActionsOf(
          asking,
          loads.map(({ child }) => child),
        )
  const drift = open
    .filter((one) => one.origin === 'supervision' && isDrift(one))
    .map(({ child, what }) => ({ child, what }))
  return { rows, late, drift, decisions: (await decisionsAfter(asking, loads, today)).filter(isOwed) }
}

export type OverviewCounts = {
  readonly workers: number
  readonly lateWorkers: number
  readonly lateChildren: number
  readonly drift: number
  readonly decisions: number
}
/** For a home: without a name. */
export async function overviewCounts(asking: Asking, today: IsoDay): Promise<OverviewCounts> {
  const { rows, late, drift, decisions } = await overviewOf(asking, today)
  const lateWorkers = howMany(
    rows.map(({ due }) => due),
    today,
  ).late
  return {
    workers: rows.length,
    lateWorkers,
    lateChildren: late.length,
    drift: drift.length,
    decisions: decisions.length,
  }
}
export type ListShown = {
  readonly leads: boolean
  readonly overview: Overview
  readonly toSign: readonly ToSign[]
  /** Of whom the asker is the allocated worker, with what they wrote before the next time together. */
  readonly own: readonly { readonly child: string; readonly written: IsoDay | null }[]
  readonly lately: readonly Session[]
  readonly at: number
  readonly pages: number
  readonly of: number
  readonly mine: readonly Session[]
  readonly covers: readonly Cover[]
  readonly nameOf: NameOf
  readonly childOf: (child: string) => string
  readonly me: string
  readonly today: IsoDay
}
const Next: FC<{ readonly due: Due; readonly today: IsoDay }> = ({ due, today }) => {
  if (due.due === null) return <DueMark mark="unknown" words="Not known" note={due.missing} />
  const { mark, words } = dueWords(numberOf(due.due), numberOf(today))
  return <DueMark mark={mark} words={words} note={mark === 'late' ? `was ${dayWords(due.due)}` : undefined} />
}
export const Workers: FC<ListShown> = ({ overview, today }) => (
  <Card title="Whom you supervise" count={overview.rows.length} flush>
    {overview.rows.length === 0 ? (
      <EmptyState>Nobody works in a team that you manage on this day.</EmptyState>
    ) : (
      <DutyTable
        caption="Workers, with their next supervision and their children"
        columns={['Worker', 'Next', 'Last', 'Children waiting', 'Do']}
        rows={overview.rows.map(({ worker, due, cancelled, children }) => {
          const waiting = howMany(children.map(dueOf), today)
          return {
            head: (
              <>
                {worker.name}
                <span class="kith-note">{worker.team}</span>
              </>
            ),
            cells: [
              <Next due={due} today={today} />,
              <>
                {due.since === null ? 'never' : dayWords(due.since)}
                {cancelled > 0 && <span class="kith-note">{counted(cancelled, 'time')} fell out since</span>}
              </>,
              children.length === 0 ? (
                'no children'
              ) : (
                <>
                  {waiting.late} of {children.length}
                  {waiting.unknown > 0 && <span class="kith-note">{waiting.unknown} not known</span>}
                </>
              ),
              <>
                <a href={`/supervision/workers/${worker.id}/record`}>
                  Begin<span class="govuk-visually-hidden"> supervision with {worker.name}</span>
                </a>
                <span class="kith-note">
                  <a href={`/supervision/workers/${worker.id}/how-often`}>
                    How often<span class="govuk-visually-hidden"> for {worker.name}</span>
                  </a>
                  {worker.part === 'manager' && (
                    <>
                      {' '}
                      ·{' '}
                      <a href={`/supervision/workers/${worker.id}/away`}>
                        Away<span class="govuk-visually-hidden">: {worker.name}</span>
                      </a>
                    </>
                  )}
                </span>
              </>,
            ],
          }
        })}
      />
    )}
  </Card>
)
const MOST = 10
const Waiting: FC<{ readonly rows: Overview['late']; readonly of: ListShown }> = ({
  rows,
  of: { childOf, nameOf, today },
}) => (
  <DutyTable
    caption="Children who wait, the longest first"
    columns={['Child', 'Full discussion', 'Worker']}
    rows={rows.map(({ child, due, worker }) => ({
      head: (
        <a class="kith-target" href={`/children/${child}/supervision`}>
          {childOf(child)}
        </a>
      ),
      cells: [<Next due={due} today={today} />, nameOf(worker)],
    }))}
  />
)
export const LateChildren: FC<ListShown> = (shown) => {
  const { late } = shown.overview
  return (
    <Card title="Children who wait too long for a full discussion" count={late.length} flush>
      {late.length === 0 ? (
        <EmptyState>Every child was fully thought about in their time.</EmptyState>
      ) : (
        <Waiting rows={late.slice(0, MOST)} of={shown} />
      )}
      {late.length > MOST && (
        <div class="kith-card__body">
          <Details summary={`The other ${late.length - MOST}`}>
            <Waiting rows={late.slice(MOST)} of={shown} />
          </Details>
        </div>
      )}
    </Card>
  )
}
export const Drift: FC<ListShown> = ({ overview: { drift }, childOf }) => (
  <Card title="Actions that drift" count={drift.length} beside="Carried on twice or more" flush>
    {drift.length === 0 ? (
      <EmptyState>No action from supervision was carried on twice.</EmptyState>
    ) : (
      <CardList
        items={drift.map(({ child, what }) => (
          <>
            <a href={`/children/${child}/supervision`}>{childOf(child)}</a>
            <span class="kith-note">{what ?? 'Taken out of sight'}</span>
          </>
        ))}
      />
    )}
  </Card>
)
const HAPPENED = {
  ...{ move: 'moved', missing: 'went missing', allocated: 'a worker was allocated' },
  ...{ 'care ended': 'care ended', hearing: 'in court', review: 'a review' },
} as const
const MARKS = { overdue: 'late', owed: 'soon', late: 'done', 'in time': 'done' } as const
/** 'moved on Mon 8 Mar; by Wed 10 Mar' */
export const DecisionAsked: FC<{ readonly owed: DecisionOwed }> = ({ owed: { what, on, by, stands } }) => (
  <DueMark
    mark={MARKS[stands]}
    words={`${HAPPENED[what]} on ${dayWords(on)}`}
    note={by === undefined ? undefined : `a decision by ${dayWords(by)}`}
  />
)
export const Decisions: FC<ListShown> = ({ overview: { decisions }, childOf }) => (
  <Card
    title="Decisions asked of you"
    count={decisions.length}
    beside={<a href="/rules/SU-07">After what, and by when</a>}
    flush
  >
    {decisions.length === 0 ? (
      <EmptyState>After everything of three months for which the council asks one, a manager has decided.</EmptyState>
    ) : (
      <CardList
        items={decisions.map((owed) => (
          <>
            <a href={`/children/${owed.child}/oversight/record`}>{childOf(owed.child)}</a> <DecisionAsked owed={owed} />
          </>
        ))}
      />
    )}
  </Card>
)
export const Covers: FC<ListShown> = ({ covers, nameOf, me }) => (
  <Card title="Who stands in" beside={<a href={`/supervision/workers/${me}/away`}>You will be away</a>} flush>
    {covers.length === 0 ? (
      <EmptyState>Nobody is away.</EmptyState>
    ) : (
      <CardList
        items={covers.map(({ away, standsIn, since, until }) => (
          <>
            {nameOf(standsIn)} for {nameOf(away)}
            <span class="kith-note">
              {dayWords(since)} to {dayWords(until)}
            </span>
          </>
        ))}
      />
    )}
  </Card>
)
