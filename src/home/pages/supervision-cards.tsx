// Cards of supervision on homes: for those who lead, who waits and what drifts; for everybody, what is theirs to do and to sign.
import type { FC } from 'hono/jsx'
import { type Action, actionsOfOwner, isDrift, openFirstDue } from '#actions'
import { dayWords, type IsoDay, numberOf } from '#calendar'
import { counted, dueWords } from '#child-frame'
import type { Asking } from '#database'
import { Card, CardList, DueMark, EmptyState } from '#look'
import { type OverviewCounts, overviewCounts, SignLine, type ToSign, toSignOf } from '#supervision/pages'
import { childLink, namesFor } from './parts.tsx'

export type SupervisionDue = OverviewCounts & { readonly toSign: readonly ToSign[]; readonly today: IsoDay }
export async function supervisionDue(asking: Asking, today: IsoDay): Promise<SupervisionDue> {
  return { ...(await overviewCounts(asking, today)), toSign: await toSignOf(asking), today }
}
const MOST_TO_SIGN = 3
/** Nobody is sent a message: it stands here until it is signed. */
const SignList: FC<Pick<SupervisionDue, 'toSign' | 'today'>> = ({ toSign, today }) => (
  <CardList
    items={[
      ...toSign.slice(0, MOST_TO_SIGN).map((one) => <SignLine of={one} today={today} />),
      ...(toSign.length > MOST_TO_SIGN
        ? [<a href="/supervision">{toSign.length - MOST_TO_SIGN} more for you to sign</a>]
        : []),
    ]}
  />
)
export const SupervisionCard: FC<SupervisionDue> = ({
  workers,
  lateWorkers,
  lateChildren,
  drift,
  decisions,
  toSign,
  today,
}) => (
  <Card title="Supervision" beside={<a href="/supervision">All supervision</a>} flush>
    {toSign.length > 0 && <SignList toSign={toSign} today={today} />}
    {workers === 0 ? (
      <EmptyState>Nobody works in a team that you manage.</EmptyState>
    ) : (
      <CardList
        items={[
          <>
            {counted(workers, 'worker')}:{' '}
            {lateWorkers === 0 ? 'nobody is late' : <DueMark mark="late" words={`${lateWorkers} late`} />}
          </>,
          lateChildren === 0 ? (
            'No child waits too long for a full discussion'
          ) : (
            <>
              <DueMark mark="late" words={`${lateChildren} late`} /> children who wait for a full discussion
            </>
          ),
          <>
            {drift === 0 ? 'No action drifts' : <strong>{counted(drift, 'action')} carried on twice</strong>}
            {decisions > 0 && (
              <>
                {' '}
                · <strong>{counted(decisions, 'decision')} asked of you</strong>
              </>
            )}
          </>,
        ]}
      />
    )}
  </Card>
)

const MOST = 5
export type YourActions = {
  readonly actions: readonly Action[]
  readonly toSign: readonly ToSign[]
  readonly nameOf: (child: string) => string
  readonly today: IsoDay
}
/** Whatever came of a review, a visit or supervision and is this person's to do. */
export async function yourActions(asking: Asking, today: IsoDay): Promise<YourActions> {
  const actions = openFirstDue(await actionsOfOwner(asking, asking.who.person, 'open'))
  const nameOf = await namesFor(
    asking,
    actions.slice(0, MOST).map(({ child }) => child),
  )
  return { actions, nameOf, today, toSign: await toSignOf(asking) }
}
export const YourActionsCard: FC<YourActions> = ({ actions, nameOf, today, toSign }) => (
  <Card title="Your actions" count={actions.length} beside={<a href="/actions">All your actions</a>} flush>
    {toSign.length > 0 && <SignList toSign={toSign} today={today} />}
    {actions.length === 0 ? (
      <EmptyState>Nothing is promised by you.</EmptyState>
    ) : (
      <CardList
        items={actions.slice(0, MOST).map((action) => (
          <>
            {action.what ?? 'Taken out of sight'}{' '}
            {'day' in action.due && <DueMark {...dueWords(numberOf(action.due.day), numberOf(today))} />}
            <span class="kith-note">
              {childLink(action.child, nameOf(action.child))} ·{' '}
              {'day' in action.due ? dayWords(action.due.day) : action.due.none}
              {isDrift(action) && ' · carried on twice'} ·{' '}
              <a href={`/children/${action.child}/actions/${action.line}/end`}>
                Close it<span class="govuk-visually-hidden">: {action.what}</span>
              </a>
            </span>
          </>
        ))}
      />
    )}
  </Card>
)
