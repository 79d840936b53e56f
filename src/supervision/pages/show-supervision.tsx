// Supervision as a list: what is due for each worker and for each of their children, what is to be signed, who stands in; and one's own.

import type { FC } from 'hono/jsx'
import { standsAs } from '#access'
import { addMonths, dayWords, type IsoDay } from '#calendar'
import { counted } from '#child-frame'
import { childrenCalled } from '#children'
import type { Asking } from '#database'
import { LEVELS } from '#law'
import {
  Button,
  Card,
  CardList,
  Columns,
  capital,
  Details,
  DutyTable,
  EmptyState,
  PageHead,
  Pages,
  pageOf,
  Stack,
} from '#look'
import { type Answer, page, type Visit } from '#web'
import { workersCalled } from '#workforce'
import { CANCELLED } from '../codes-data.ts'
import { caseloads, viewsAhead } from '../entries-store.ts'
import { howMany, RULES } from '../frequency.ts'
import { coversFrom, sessionsOf } from '../staff-store.ts'
import { Agreed } from './agreed.tsx'
import { Covers, Decisions, Drift, LateChildren, type ListShown, overviewOf, Workers } from './overview.tsx'
import { LEADS } from './staff-words.tsx'
import { SignLine, toSignOf } from './to-sign.tsx'

const LATELY = 12

/** GET /supervision */
export async function showSupervision({ door, who, query, today }: Visit): Promise<Answer> {
  const shown = await door.as(who, async (asking) => await read(asking, today, Number(query('page') ?? 1)))
  return page({ title: 'Supervision', here: '/supervision', main: <Supervision {...shown} /> })
}
async function read(asking: Asking, today: IsoDay, number: number): Promise<ListShown> {
  const me = asking.who.person
  const overview = await overviewOf(asking, today)
  const seen = await sessionsOf(asking, { since: addMonths(today, -LATELY) })
  const covers = await coversFrom(asking, today)
  const { page: at, ...paged } = pageOf(seen, number)
  const people = seen.flatMap(({ worker, supervisor }) => [worker ?? supervisor, supervisor])
  const called = await workersCalled(asking, [
    ...people,
    ...covers.flatMap(({ away, standsIn }) => [away, standsIn]),
    me,
  ])
  const own = await ownBefore(asking, today)
  const names = await childrenCalled(
    asking,
    [...own, ...overview.late, ...overview.drift, ...overview.decisions].map(({ child }) => child),
  )
  const workers = new Map(overview.rows.map(({ worker }) => [worker.id, worker.name]))
  return {
    ...{ overview, covers, at, me, today, pages: paged.pages, of: seen.length, lately: paged.rows },
    leads: await standsAs(asking, LEADS.as),
    ...{ own, toSign: await toSignOf(asking) },
    mine: seen.filter(({ worker, people: there }) => worker === me || there.includes(me)),
    nameOf: (person) => called.get(person) ?? workers.get(person) ?? 'somebody',
    childOf: (child) => names.get(child) ?? 'a child',
  }
}

/** One's own children, with what is written of each for the next time. */
async function ownBefore(asking: Asking, today: IsoDay): Promise<ListShown['own']> {
  const me = asking.who.person
  const children = (await caseloads(asking, [me], { on: today })).map(({ child }) => child)
  const ahead = await viewsAhead(asking, children)
  return children.map((child) => ({ child, written: ahead.get(child) ?? null }))
}

const Supervision: FC<ListShown> = (shown) => {
  const { overview, today, leads } = shown
  const { late } = howMany(
    overview.rows.map(({ due }) => due),
    today,
  )
  return (
    <>
      <PageHead
        title="Supervision"
        lead={
          leads && overview.rows.length > 0 ? (
            <>
              {counted(overview.rows.length, 'worker')}: {late === 0 ? 'nobody is late' : <strong>{late} late</strong>}{' '}
              ·{' '}
              {overview.late.length === 0 ? (
                'no child waits too long'
              ) : (
                <strong>{counted(overview.late.length, 'child waits', 'children wait')} too long</strong>
              )}
            </>
          ) : (
            'Where we think together about each child, decide, and see whether it helped.'
          )
        }
        actions={
          leads && (
            <Button kind="secondary" href="/supervision/group/record">
              As a group
            </Button>
          )
        }
      />
      <Columns>
        <Stack>
          {leads && <Workers {...shown} />}
          {leads && <LateChildren {...shown} />}
          <Lately {...shown} />
          {shown.own.length > 0 && <Before {...shown} />}
        </Stack>
        <Stack>
          <Signing {...shown} />
          {leads && <Decisions {...shown} />}
          {leads && <Drift {...shown} />}
          {leads && <Covers {...shown} />}
          <Standards />
          <Card title="Your own part">
            <p>
              <a href="/supervision/personal">How you are and what you learn</a>: to write before a time together, to
              read, print and take with you.
            </p>
          </Card>
          {leads && (
            <Card title="How good the records are">
              <a href="/supervision/quality">Dip samples by team</a>
            </Card>
          )}
        </Stack>
      </Columns>
    </>
  )
}

const Lately: FC<ListShown> = ({ lately, at, pages, of, nameOf, today }) => (
  <>
    <Card title="Times together, the latest first" flush>
      {lately.length === 0 ? (
        <EmptyState title="None yet">A manager begins one; it shows here for both.</EmptyState>
      ) : (
        <DutyTable
          caption="Times together, the latest first"
          columns={['When and who', 'Agreed', 'With']}
          rows={lately.map((one) => ({
            head: (
              <a class="kith-target" href={`/supervision/sessions/${one.line}`}>
                {dayWords(one.held)}: {one.worker === null ? 'a group' : nameOf(one.worker)}
              </a>
            ),
            cells: [
              one.cancelled === null ? (
                <Agreed of={one} nameOf={nameOf} today={today} />
              ) : (
                <span class="kith-quiet">
                  fell out: {Object.entries(CANCELLED).find(([code]) => code === one.cancelled)?.[1] ?? ''}
                </span>
              ),
              <>
                {nameOf(one.supervisor)}
                {one.inPlaceOf !== null && <span class="kith-note">who stood in for {nameOf(one.inPlaceOf)}</span>}
              </>,
            ],
          }))}
        />
      )}
    </Card>
    <Pages page={at} pages={pages} of={of} to={(number) => `/supervision?page=${number}`} links />
  </>
)
const Signing: FC<ListShown> = ({ toSign, today }) => (
  <Card title="For you to sign" count={toSign.length} flush>
    {toSign.length === 0 ? (
      <EmptyState>Nothing waits for your signature.</EmptyState>
    ) : (
      <CardList items={toSign.map((one) => <SignLine of={one} today={today} />)} />
    )}
  </Card>
)
const Before: FC<ListShown> = ({ own, childOf }) => (
  <Card title="Before your next time together" count={own.length} flush>
    <CardList
      items={own.map(({ child, written }) => (
        <>
          <a href={`/children/${child}/supervision${written === null ? '-views/record' : ''}`}>{childOf(child)}</a>
          <span class="kith-note">
            {written === null ? 'Write how you see it' : `You wrote how you see it on ${dayWords(written)}`}
          </span>
        </>
      ))}
    />
  </Card>
)
const Standards: FC = () => (
  <Details summary="What says how often">
    <p>No Act, regulation or statutory guidance that we read says how often. What does, each with its level:</p>
    <ul class="govuk-list govuk-list--bullet">
      {RULES.map(({ id, name, says, citation, level, read }) => (
        <li>
          <a href={`/rules/${id}`}>{name}</a>: {says} {capital(citation)} ({LEVELS[level].words}, not law
          {read ? '' : ', unconfirmed'}).
        </li>
      ))}
    </ul>
  </Details>
)
