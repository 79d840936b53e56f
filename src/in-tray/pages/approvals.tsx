// Approvals: what waits for one's own decision, the longest waiting first; and what one has asked for.
import type { FC } from 'hono/jsx'
import { numberOf, parseDay } from '#calendar'
import { counted, dueWords } from '#child-frame'
import { childrenCalled } from '#children'
import { type ApprovalRequest, askedByMe, waitingForMe, whoAnswered } from '#decisions'
import { Button, Card, DueMark, DutyTable, EmptyState, PageHead, Pages, pageOf, Stack } from '#look'
import { type Edition, plansToApprove } from '#plans'
import { type LatestWords, latestWordsOf } from '#views'
import { type Answer, page, type Visit } from '#web'
import { workersCalled } from '#workforce'
import { momentWords } from './request.tsx'

type Shown = {
  readonly today: Visit['today']
  /** They answer for others, so what waits for anybody of those is theirs too. */
  readonly leads: boolean
  readonly waiting: readonly ApprovalRequest[]
  readonly plans: readonly Edition[]
  readonly asked: readonly ApprovalRequest[]
  readonly words: ReadonlyMap<string, LatestWords>
  readonly childOf: (child: string) => string
  readonly nameOf: (person: string) => string
  readonly number: number
}

export async function showApprovals({ door, who, me, today, query }: Visit): Promise<Answer> {
  const shown = await door.as(who, async (asking): Promise<Shown> => {
    const [waiting, asked] = [await waitingForMe(asking), (await askedByMe(asking)).toReversed()]
    const plans = (await plansToApprove(asking)).filter(({ yours }) => !yours)
    const children = [...new Set([...waiting, ...plans, ...asked].map(({ child }) => child))]
    const names = await childrenCalled(asking, children)
    const askers = [...waiting.map((one) => one.asked.by), ...plans.map(({ by }) => by)]
    const people = [...askers, ...asked.flatMap(({ answered }) => answered?.by ?? [])]
    const workers = await workersCalled(asking, people)
    return {
      leads: me.parts.some((part) => part === 'manager-line' || part === 'director'),
      ...{ today, waiting, plans, asked, words: await latestWordsOf(asking, children) },
      childOf: (child) => names.get(child) ?? 'a child',
      nameOf: (person) => workers.get(person) ?? 'somebody',
      number: Number(query('page') ?? 1),
    }
  })
  return page({ title: 'Approvals', here: '/approvals', main: <Approvals {...shown} /> })
}

const Approvals: FC<Shown> = (shown) => {
  const { waiting, plans, asked, number, leads } = shown
  const all = waiting.length + plans.length
  const { page: at, pages, rows } = pageOf(waiting, number)
  return (
    <>
      <PageHead
        title="Approvals"
        lead={
          all === 0
            ? 'Nothing waits for you.'
            : `${counted(all, 'thing waits', 'things wait')} for you. The longest waiting first.`
        }
        actions={leads && <a href="/approvals-and-notices">By child, with notices</a>}
      />
      <Stack>
        {plans.length > 0 && (
          <Card title="Plans sent for approval" count={plans.length} flush>
            <Plans {...shown} />
          </Card>
        )}
        <Card title="Waiting for you" count={waiting.length} flush>
          {rows.length === 0 ? (
            <EmptyState title="Nothing waiting">Requests that you may decide show here.</EmptyState>
          ) : (
            <Waiting {...shown} waiting={rows} />
          )}
        </Card>
        <Pages page={at} pages={pages} of={waiting.length} to={(n) => `/approvals?page=${n}`} links />
        <Card title="Asked by you" count={asked.length} tone="quiet" flush>
          {asked.length === 0 ? <EmptyState>You have asked for nothing.</EmptyState> : <Asked {...shown} />}
        </Card>
      </Stack>
    </>
  )
}

const theirWords = (words: string | undefined) =>
  words === undefined ? <span class="kith-quiet">none recorded</span> : <span class="kith-quote">“{words}”</span>

const Plans: FC<Shown> = ({ plans, words, childOf, nameOf }) => (
  <DutyTable
    caption="Plans sent for approval, the longest waiting first"
    columns={['Child and plan', 'Sent', "The child's words", 'Decide']}
    rows={plans.map(({ child, edition, kind, number, by, at }) => ({
      head: (
        <a class="kith-target" href={`/children/${child}/plan/${edition}/decide`}>
          {childOf(child)}: {kind}, edition {number}
        </a>
      ),
      cells: [
        <>
          {nameOf(by)}
          <span class="kith-note">{momentWords(at)}</span>
        </>,
        theirWords(words.get(child)?.words),
        <Button kind="secondary" classes="kith-button--small" href={`/children/${child}/plan/${edition}/decide`}>
          Decide<span class="govuk-visually-hidden"> on the plan of {childOf(child)}</span>
        </Button>,
      ],
    }))}
  />
)

const Waiting: FC<Shown> = ({ waiting, words, today, childOf, nameOf }) => (
  <DutyTable
    caption="Requests that wait for you, the longest waiting first"
    columns={['Child and decision', 'By', 'Asked', "The child's words", 'Decide']}
    rows={waiting.map(({ child, line, kind, byWhen, asked }) => {
      const day = byWhen === null ? undefined : parseDay(byWhen)
      return {
        head: (
          <a class="kith-target" href={`/children/${child}/requests/${line}`}>
            {childOf(child)}: {kind}
          </a>
        ),
        cells: [
          day === undefined ? 'No day set' : <DueMark {...dueWords(numberOf(day), numberOf(today))} />,
          <>
            {nameOf(asked.by)}
            <span class="kith-note">{momentWords(asked.at)}</span>
          </>,
          theirWords(words.get(child)?.words),
          <Button kind="secondary" classes="kith-button--small" href={`/children/${child}/approvals/${line}/answer`}>
            Decide<span class="govuk-visually-hidden"> for {childOf(child)}</span>
          </Button>,
        ],
      }
    })}
  />
)

const MOST = 50
const Asked: FC<Shown> = ({ asked, childOf, nameOf }) => (
  <DutyTable
    caption="What you asked for, the latest first"
    columns={['Child and decision', 'Asked', 'Answer']}
    rows={asked.slice(0, MOST).map(({ child, line, kind, asked: hand, answered }) => ({
      head: (
        <a class="kith-target" href={`/children/${child}/requests/${line}`}>
          {childOf(child)}: {kind}
        </a>
      ),
      cells: [
        momentWords(hand.at),
        answered === undefined
          ? 'Not answered yet'
          : `${answered.answer} by ${whoAnswered(answered, nameOf)}, ${momentWords(answered.at)}`,
      ],
    }))}
  />
)
