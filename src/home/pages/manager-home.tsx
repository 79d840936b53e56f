// The home of a team manager: what is late by child, what waits for them, who is not allocated, caseloads that explain themselves.
import type { FC } from 'hono/jsx'
import { formatLongDay } from '#calendar'
import { counted } from '#child-frame'
import { addressOf, byName, heavier, type Load, loadsOf } from '#lists'
import { Card, CardList, Columns, DutyTable, EmptyState, PageHead, Stack } from '#look'
import { AuditsCard, type AuditsWaiting, auditsWaiting } from '#practice-audits/pages'
import { childrenAs } from '../store.ts'
import { notAllocated } from '../team-store.ts'
import { FurtherCard, type RisenActions, risenTo } from './further.tsx'
import { type Late, LateCard, lateOf, WaysCard } from './late.tsx'
import { type NoAnswer, NoAnswerCard, noAnswerYet } from './no-answer.tsx'
import { childLink, type Made, type Making, namesFor, relationsOf } from './parts.tsx'
import { DisputesCard, type OpenDisputes, openDisputes } from './reviewing-cards.tsx'
import { SupervisionCard, type SupervisionDue, supervisionDue } from './supervision-cards.tsx'
import { type Told, ToldCard, toldOfGlass } from './told.tsx'
import { ClosedAsks, Decisions, LeftBehind, type Waiting, waitingOf } from './waiting.tsx'

type Shown = {
  readonly making: Making
  readonly count: number
  readonly late: Late
  readonly waiting: Waiting
  readonly told: Told
  readonly disputes: OpenDisputes
  readonly further: RisenActions
  readonly noAnswer: NoAnswer
  readonly supervision: SupervisionDue
  readonly audits: AuditsWaiting
  readonly loads: readonly Load[]
  readonly nobody: readonly string[]
  readonly nameOf: (child: string) => string
}

export async function managerHome(making: Making): Promise<Made> {
  const { asking, today } = making
  const ids = await childrenAs(asking, relationsOf(making))
  const mine = new Set(ids)
  const nobody = (await notAllocated(asking, today)).filter((child) => mine.has(child))
  const shown: Shown = {
    making,
    count: ids.length,
    late: await lateOf(asking, { children: ids, today }),
    told: await toldOfGlass(asking, today),
    disputes: await openDisputes(asking, ids, today),
    supervision: await supervisionDue(asking, today),
    audits: await auditsWaiting(asking, today),
    noAnswer: await noAnswerYet(asking, ids, today),
    further: await risenTo(asking, { children: ids, tiers: ['team manager'], today }),
    waiting: await waitingOf(asking, { today, mine }),
    loads: byName(await loadsOf(asking, ids, today)),
    nobody,
    nameOf: await namesFor(asking, nobody),
  }
  return { title: 'Your team', main: <ManagerHome {...shown} /> }
}

const ManagerHome: FC<Shown> = ({
  making,
  count,
  late,
  waiting,
  told,
  loads,
  nobody,
  nameOf,
  disputes,
  further,
  noAnswer,
  supervision,
  audits,
}) => (
  <>
    <PageHead
      title="Your team"
      lead={
        <>
          {formatLongDay(making.today)} · {counted(count, 'child', 'children')} ·{' '}
          {late.count === 0 ? 'all on time' : <strong>something late for {late.count}</strong>}
        </>
      }
    />
    {count === 0 ? (
      <EmptyState title="No children yet">
        Nobody in your team works with a child yet. Allocate a child to one of your workers, and they show here.
      </EmptyState>
    ) : (
      <Columns>
        <Stack>
          <LateCard {...late} />
          <WaysCard {...late} />
          <Loads loads={loads} />
        </Stack>
        <Stack>
          <ToldCard {...told} />
          <SupervisionCard {...supervision} />
          <AuditsCard {...audits} />
          <Decisions {...waiting} />
          <DisputesCard {...disputes} />
          <FurtherCard {...further} />
          <NoAnswerCard {...noAnswer} />
          <NotAllocated ids={nobody} nameOf={nameOf} />
          <LeftBehind {...waiting} />
          <ClosedAsks {...waiting} />
        </Stack>
      </Columns>
    )}
  </>
)

const Loads: FC<{ loads: readonly Load[] }> = ({ loads }) => (
  <Card title="Who works with how many, and why it is heavier" beside="By name" flush>
    {loads.length === 0 ? (
      <EmptyState>Nobody is allocated to a child.</EmptyState>
    ) : (
      <DutyTable
        caption="Workers and their children, by name"
        columns={['Worker', 'Children', 'What makes it heavier']}
        numbers={[0]}
        rows={loads.map((load) => ({
          head: (
            <a class="kith-target" href={addressOf({ worker: load.worker })}>
              {load.name}
            </a>
          ),
          cells: [
            load.children,
            heavier(load).join('; ') || <span class="kith-quiet">nothing that the record tells</span>,
          ],
        }))}
      />
    )}
  </Card>
)

export const NotAllocated: FC<{ ids: readonly string[]; nameOf: (child: string) => string }> = ({ ids, nameOf }) => (
  <Card title="Without an allocated worker" count={ids.length} flush>
    {ids.length === 0 ? (
      <EmptyState>Every child whom you see has a worker.</EmptyState>
    ) : (
      <CardList
        items={[
          ...ids.slice(0, 5).map((child) => childLink(child, nameOf(child))),
          ...(ids.length > 5 ? [<a href={addressOf({ worker: 'none' })}>{`All ${ids.length}`}</a>] : []),
        ]}
      />
    )}
  </Card>
)
