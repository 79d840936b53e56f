// The home of leaders: decisions with the child's words beside them, what is late by child, numbers that open their children.
import type { FC } from 'hono/jsx'
import { formatLongDay, type IsoDay } from '#calendar'
import { counted } from '#child-frame'
import { addressOf, childrenChosen, type Filter } from '#lists'
import { Card, CardList, Columns, DutyTable, EmptyState, PageHead, Stack } from '#look'
import { AuditsCard, type AuditsWaiting, auditsWaiting } from '#practice-audits/pages'
import { workersCalled } from '#workforce'
import { type BrokenGlass, type Distances, distancesNow, glassBroken, notAllocated } from '../team-store.ts'
import { FurtherCard, type RisenActions, risenTo } from './further.tsx'
import { type Late, LateCard, lateOf, WaysCard } from './late.tsx'
import { NotAllocated } from './manager-home.tsx'
import { childLink, type Made, type Making, momentWords, namesFor } from './parts.tsx'
import { DisputesCard, type OpenDisputes, openDisputes } from './reviewing-cards.tsx'
import { SupervisionCard, type SupervisionDue, supervisionDue } from './supervision-cards.tsx'
import { ClosedAsks, Decisions, LeftBehind, type Waiting, waitingOf } from './waiting.tsx'

type Shown = {
  readonly today: IsoDay
  readonly inCare: number
  readonly late: Late
  readonly waiting: Waiting
  readonly nobody: readonly string[]
  readonly distances: Distances
  readonly glass: readonly BrokenGlass[]
  readonly disputes: OpenDisputes
  readonly further: RisenActions
  readonly supervision: SupervisionDue
  readonly audits: AuditsWaiting
  readonly nameOf: (child: string) => string
  readonly workerOf: (person: string) => string
}

const IN_CARE: Filter = {
  ...{ team: undefined, worker: undefined, status: 'care', late: undefined, due: undefined, place: undefined },
  ...{ age: undefined, legal: undefined, distance: undefined, sort: 'due', page: 1 },
}

export async function leadersHome({ asking, today }: Making): Promise<Made> {
  const nobody = await notAllocated(asking, today)
  const glass = await glassBroken(asking)
  const nameOf = await namesFor(asking, [...nobody.slice(0, 5), ...glass.map(({ child }) => child)])
  const workers = await workersCalled(
    asking,
    glass.map(({ by }) => by),
  )
  const shown: Shown = {
    today,
    inCare: (await childrenChosen(asking, today, IN_CARE)).length,
    late: await lateOf(asking, { children: null, today }),
    waiting: await waitingOf(asking, { today, mine: null }),
    nobody,
    distances: await distancesNow(asking, today),
    glass,
    disputes: await openDisputes(asking, null, today),
    supervision: await supervisionDue(asking, today),
    audits: await auditsWaiting(asking, today, ['head of service']),
    further: await risenTo(asking, { children: null, tiers: ['head of service', 'director'], today }),
    nameOf,
    workerOf: (person) => workers.get(person) ?? 'somebody',
  }
  return { title: 'How our children are doing', main: <LeadersHome {...shown} /> }
}

const LeadersHome: FC<Shown> = (shown) => {
  const { today, inCare, late, waiting, nobody, nameOf } = shown
  return (
    <>
      <PageHead
        title="How our children are doing"
        lead={
          <>
            <strong>{counted(inCare, 'child', 'children')} in care</strong> · {formatLongDay(today)} · every number
            opens the children behind it
          </>
        }
      />
      <Columns kind="even">
        <Decisions {...waiting} />
        <Numbers {...shown} />
      </Columns>
      <Columns>
        <Stack>
          <LateCard {...late} />
          <WaysCard {...late} />
        </Stack>
        <Stack>
          <SupervisionCard {...shown.supervision} />
          <AuditsCard {...shown.audits} />
          <DisputesCard {...shown.disputes} />
          <FurtherCard {...shown.further} />
          <NotAllocated ids={nobody} nameOf={nameOf} />
          <Glass {...shown} />
          <LeftBehind {...waiting} />
          <ClosedAsks {...waiting} />
        </Stack>
      </Columns>
    </>
  )
}

/** Under twenty a percentage says less than the children themselves. */
const LEAST_FOR_SHARE = 20
const share = (count: number, of: number): string => (of < LEAST_FOR_SHARE ? '' : `${Math.round((count / of) * 100)} %`)

const Numbers: FC<Shown> = ({ inCare, late, nobody, distances: { inside, adjoining, beyond, unknown } }) => {
  const rows = [
    { words: 'Something late', count: late.count, to: addressOf({ late: 'any' }) },
    { words: 'Without an allocated worker', count: nobody.length, to: addressOf({ worker: 'none' }) },
    { words: 'Home inside our area', count: inside, to: addressOf({ distance: 'inside' }) },
    { words: 'Home in an area beside ours', count: adjoining, to: addressOf({ distance: 'adjoining' }) },
    { words: 'Home further away', count: beyond, to: addressOf({ distance: 'beyond' }) },
    { words: 'Distance not known', count: unknown, to: addressOf({ distance: 'unknown' }) },
  ]
  return (
    <Card title="Numbers" beside="Facts. Nobody is listed here to be moved" flush>
      <DutyTable
        caption="Numbers, each with the children behind it"
        columns={['What', 'Children', inCare < LEAST_FOR_SHARE ? '' : 'Of those in care']}
        numbers={[0, 1]}
        rows={rows.map(({ words, count, to }) => ({
          head: words,
          cells: [
            <a class="kith-target" href={to}>
              {count}
              <span class="govuk-visually-hidden"> children: {words}</span>
            </a>,
            share(count, inCare),
          ],
        }))}
      />
    </Card>
  )
}

const Glass: FC<Shown> = ({ glass, inCare, today, nameOf, workerOf }) => (
  <Card title="Records opened in an emergency" count={glass.length} beside="Last 30 days" flush>
    {glass.length === 0 ? (
      <EmptyState>Nobody opened a record against the rule.</EmptyState>
    ) : (
      <CardList
        items={[
          <>
            {counted(glass.length, 'time')} in 30 days, over {counted(inCare, 'child', 'children')} in care.
          </>,
          ...glass.slice(0, 5).map(({ child, by, at }) => (
            <>
              {childLink(child, nameOf(child))}: {workerOf(by)}, {momentWords(at, today)}.{' '}
              <a href={`/children/${child}/access`}>Who looked</a>
            </>
          )),
        ]}
      />
    )}
  </Card>
)
