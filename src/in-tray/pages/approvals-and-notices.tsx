// Approvals and notices, for whoever leads or manages: what waits, for how long, child by child, each with the one thing to do.
import type { FC } from 'hono/jsx'
import { type IsoDay, londonDay, numberOf, parseInstant } from '#calendar'
import { counted, dueWords } from '#child-frame'
import { childrenCalled } from '#children'
import { unanswered, waitingForMe } from '#decisions'
import { Button, Card, capital, DueMark, DutyTable, EmptyState, PageHead, Pages, pageOf, Stack } from '#look'
import { noteShown } from '#overview'
import { plansToApprove } from '#plans'
import { type Answer, page, type Visit } from '#web'
import { NOTICES_OWED, type Owed, owedOn, type Writes, writesOf } from '../waiting-store.ts'

/** One thing that waits. `since`: the day from which it is counted, asked or due. */
type Waits = {
  readonly child: string
  readonly what: string
  readonly since: number
  readonly kind: 'asked' | 'due'
  readonly verb: (writes: Writes | undefined) => { readonly to: string; readonly words: string }
}
type OfChild = {
  readonly child: string
  readonly name: string
  readonly writes: Writes | undefined
  readonly waits: readonly Waits[]
}
type Shown = {
  readonly today: IsoDay
  readonly all: number
  readonly rows: readonly OfChild[]
  readonly page: number
  readonly pages: number
  readonly children: number
}

/** Whoever cannot write it themselves is led to where it is seen, and by whom it is done. */
function owedWaits({ child, rule, occurrence, name, due }: Owed): Waits {
  const at = `/children/${child}`
  const verb: Waits['verb'] = NOTICES_OWED.includes(rule)
    ? (writes) =>
        writes?.where === true
          ? { to: `${at}/homes/${occurrence}/told`, words: 'Say who was told' }
          : { to: `${at}/where`, words: 'See who was told' }
    : (writes) =>
        writes?.plan === true
          ? { to: `${at}/approvals/ask`, words: 'Ask' }
          : { to: `${at}/where`, words: 'See the home' }
  return { child, what: name, since: due, kind: 'due', verb }
}
const dayOfMoment = (at: string): number => {
  const moment = parseInstant(at)
  return moment === undefined ? 0 : numberOf(londonDay(moment))
}

async function everythingThatWaits(asking: Parameters<typeof unanswered>[0], today: IsoDay): Promise<readonly Waits[]> {
  const mine = new Set((await waitingForMe(asking)).map(({ line }) => line))
  const requests = (await unanswered(asking)).map(
    ({ child, line, kind, asked }): Waits => ({
      ...{ child, what: capital(kind), since: dayOfMoment(asked.at), kind: 'asked' },
      verb: () =>
        mine.has(line)
          ? { to: `/children/${child}/approvals/${line}/answer`, words: 'Decide' }
          : { to: `/children/${child}/requests/${line}`, words: 'Read it' },
    }),
  )
  const plans = (await plansToApprove(asking)).map(
    ({ child, edition, kind, at, yours }): Waits => ({
      ...{ child, what: capital(kind), since: dayOfMoment(at), kind: 'asked' },
      verb: () =>
        yours
          ? { to: `/children/${child}/plan`, words: 'Read it' }
          : { to: `/children/${child}/plan/${edition}/decide`, words: 'Decide' },
    }),
  )
  return [...requests, ...plans, ...(await owedOn(asking, today)).map(owedWaits)]
}

export async function showApprovalsAndNotices({ door, who, today, query }: Visit): Promise<Answer> {
  const shown = await door.as(who, async (asking): Promise<Shown> => {
    const all = await everythingThatWaits(asking, today)
    const byChild = [...Map.groupBy(all, ({ child }) => child)]
      .map(([child, waits]) => ({ child, waits: waits.toSorted((a, b) => a.since - b.since) }))
      .sort((a, b) => (a.waits[0]?.since ?? 0) - (b.waits[0]?.since ?? 0) || (a.child < b.child ? -1 : 1))
    const { page: at, pages, rows } = pageOf(byChild, Number(query('page') ?? 1))
    const ids = rows.map(({ child }) => child)
    const names = await childrenCalled(asking, ids)
    const writes = await writesOf(asking, ids)
    await noteShown(asking, ids)
    return {
      ...{ today, all: all.length, page: at, pages, children: byChild.length },
      rows: rows.map((row) => ({ ...row, name: names.get(row.child) ?? 'a child', writes: writes.get(row.child) })),
    }
  })
  return page({ title: 'Approvals and notices', here: '/approvals', main: <Main {...shown} /> })
}

const Main: FC<Shown> = ({ today, all, rows, page: at, pages, children }) => (
  <>
    <PageHead
      title="Approvals and notices"
      actions={<a href="/approvals">What waits for you</a>}
      lead={
        all === 0
          ? 'Nothing waits.'
          : `${counted(all, 'thing waits', 'things wait')} for ${counted(children, 'child', 'children')}. The longest waiting first.`
      }
    />
    <Stack>
      {rows.length === 0 && (
        <Card title="What waits">
          <EmptyState title="Nothing waits">
            Requests that nobody has answered, approvals that the law wants before a home, and people who are still to
            be told of one show here.
          </EmptyState>
        </Card>
      )}
      {rows.map((row) => (
        <ChildCard {...row} today={today} />
      ))}
      <Pages page={at} pages={pages} of={children} to={(n) => `/approvals-and-notices?page=${n}`} links />
    </Stack>
  </>
)

const waited = (since: number, today: number): string => {
  const days = today - since
  return days < 1 ? 'Asked today' : `Asked ${counted(days, 'day', 'days')} ago`
}

const ChildCard: FC<OfChild & { readonly today: IsoDay }> = ({ child, name, waits, writes, today }) => (
  <Card title={name} count={waits.length} beside={<a href={`/children/${child}/where`}>Where they live</a>} flush>
    <DutyTable
      caption={`What waits for ${name}, the longest first`}
      columns={['What', 'How long', 'What to do']}
      rows={waits.map(({ what, since, kind, verb }) => {
        const { to, words } = verb(writes)
        return {
          head: what,
          cells: [
            kind === 'due' ? <DueMark {...dueWords(since, numberOf(today))} /> : waited(since, numberOf(today)),
            <Button kind="secondary" classes="kith-button--small" href={to}>
              {words}
              <span class="govuk-visually-hidden">
                : {what}, {name}
              </span>
            </Button>,
          ],
        }
      })}
    />
  </Card>
)
