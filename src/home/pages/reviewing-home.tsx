// The home of a reviewing officer, and the page of reviews for everybody: by week, with what is there for each and what is missing.
import type { FC } from 'hono/jsx'
import { type Action, openActionsOf } from '#actions'
import { formatLongDay, type IsoDay, numberOf } from '#calendar'
import { counted, dayWords, dueWords } from '#child-frame'
import { Card, Columns, DueMark, DutyTable, EmptyState, NotKnown, PageHead, PersonChip, Stack } from '#look'
import { noteShown } from '#overview'
import { type Answer, page, type Visit } from '#web'
import { workersCalled } from '#workforce'
import { type ComingReview, type NotSeen, notSeenBy, reviewsComing } from '../reviews-store.ts'
import { childrenAs } from '../store.ts'
import { byWeek, type Week } from '../weeks.ts'
import { MeetingDays, meetingDaysOf } from './meeting-days.tsx'
import { childLink, isoWords, type Made, type Making, namesFor, relationsOf } from './parts.tsx'
import {
  DisputesCard,
  MidpointCard,
  type Midpoints,
  midpointsDue,
  type OpenDisputes,
  openDisputes,
  ToTellCard,
  type ToTellThem,
  toTellThem,
} from './reviewing-cards.tsx'
import { TenAndRest } from './ten-and-rest.tsx'
import { type Told, ToldCard, toldOfGlass } from './told.tsx'

type Reviews = {
  readonly today: IsoDay
  readonly coming: readonly ComingReview[]
  readonly nameOf: (child: string) => string
}
type Shown = Reviews & {
  readonly count: number
  readonly decided: readonly Action[]
  readonly notSeen: readonly NotSeen[]
  readonly told: Told
  readonly midpoints: Midpoints
  readonly disputes: OpenDisputes
  readonly toTell: ToTellThem
  readonly meetings: Awaited<ReturnType<typeof meetingDaysOf>>
  readonly workerOf: (person: string) => string
}

export async function reviewingHome(making: Making): Promise<Made> {
  const { asking, today } = making
  const ids = await childrenAs(asking, relationsOf(making))
  const coming = await reviewsComing(asking, ids, today)
  const decided = (await openActionsOf(asking, ids)).filter(({ origin }) => origin === 'review')
  const notSeen = await notSeenBy(asking, ids, today)
  const nameOf = await namesFor(asking, ids)
  const workers = await workersCalled(
    asking,
    decided.flatMap(({ owner }) => ('worker' in owner ? [owner.worker] : [])),
  )
  await noteShown(asking, ids)
  const workerOf = (person: string) => workers.get(person) ?? 'somebody'
  const shown = {
    today,
    coming,
    nameOf,
    count: ids.length,
    decided,
    notSeen,
    workerOf,
    told: await toldOfGlass(asking, today),
    midpoints: await midpointsDue(asking, ids, today),
    disputes: await openDisputes(asking, ids, today),
    toTell: await toTellThem(asking, ids, { today, nameOf }),
    meetings: await meetingDaysOf(making, ids),
  }
  return { title: 'Your reviews', main: <ReviewingHome {...shown} /> }
}

/** Everybody's page of reviews: of the children whom they see. */
export async function showReviews({ door, who, today }: Visit): Promise<Answer> {
  const reviews = await door.as(who, async (asking): Promise<Reviews> => {
    const coming = await reviewsComing(asking, null, today)
    const ids = [...new Set(coming.map(({ child }) => child))]
    await noteShown(asking, ids)
    return { today, coming, nameOf: await namesFor(asking, ids) }
  })
  const late = reviews.coming.filter(({ due }) => due < numberOf(today)).length
  const main = (
    <>
      <PageHead
        title="Reviews"
        lead={`${counted(reviews.coming.length, 'review')} late or due in the next three months. ${late === 0 ? 'Nothing known is late' : `${late} late`}.`}
      />
      <p class="kith-no-print">
        <a href="/disputes">Disputes</a> · <a href="/permanence">Permanence</a> ·{' '}
        <a href="/reviewing-service">The reviewing service</a>
      </p>
      <Stack>
        <Weeks {...reviews} />
      </Stack>
    </>
  )
  return page({ title: 'Reviews', here: '/reviews', main })
}

const ReviewingHome: FC<Shown> = (shown) => {
  const { today, coming, count } = shown
  const late = coming.filter(({ due }) => due < numberOf(today)).length
  return (
    <>
      <PageHead
        title="Your reviews"
        lead={
          <>
            {formatLongDay(today)} · {counted(count, 'child', 'children')} ·{' '}
            {late === 0 ? 'all on time' : <strong>{counted(late, 'review')} late</strong>}
          </>
        }
      />
      {count === 0 ? (
        <EmptyState title="No children yet">
          As soon as you are a child's reviewing officer, their reviews show here.
        </EmptyState>
      ) : (
        <Columns>
          <Stack>
            <Weeks {...shown} />
          </Stack>
          <Stack>
            <ToldCard {...shown.told} />
            <MeetingDays meetings={shown.meetings} today={shown.today} />
            <DisputesCard {...shown.disputes} />
            <ToTellCard {...shown.toTell} />
            <MidpointCard {...shown.midpoints} nameOf={shown.nameOf} />
            <Decided {...shown} />
            <Unseen {...shown} />
          </Stack>
        </Columns>
      )}
    </>
  )
}

const Weeks: FC<Reviews> = ({ today, coming, nameOf }) => {
  const weeks = byWeek(coming, today)
  if (weeks.length === 0) return <EmptyState title="All on time">No review is due in the next three months.</EmptyState>
  return (
    <>
      {weeks.map((week) => (
        <OneWeek week={week} on={numberOf(today)} nameOf={nameOf} />
      ))}
    </>
  )
}

const OneWeek: FC<{ week: Week<ComingReview>; on: number; nameOf: Reviews['nameOf'] }> = ({ week, on, nameOf }) => (
  <Card title={week.words} count={week.rows.length} flush>
    <DutyTable
      caption={`Reviews: ${week.words}`}
      columns={['Child', 'Due', 'Plan of the home', 'Report', "Child's view"]}
      rows={week.rows.map(({ child, name, due, last, plan, said }) => ({
        head: <PersonChip id={child} name={nameOf(child)} to={`/children/${child}`} note={lastWords(last)} />,
        cells: [
          <DueMark {...dueWords(due, on)} note={name} />,
          there(plan, 'written'),
          <NotKnown words="Not known: no report is kept here yet" />,
          there(said, 'said'),
        ],
      }))}
    />
  </Card>
)

const lastWords = (last: number | null): string =>
  last === null ? 'no review is recorded' : `last review ${dayWords(last)}`
const there = (day: number | null, verb: string) =>
  day === null ? (
    <span class="kith-not-known">Not there yet</span>
  ) : (
    <DueMark mark="done" words={`${verb} ${dayWords(day)}`} />
  )

const Decided: FC<Shown> = ({ decided, nameOf, workerOf, today }) => (
  <Card title="Decided at reviews, still open" count={decided.length} flush>
    {decided.length === 0 ? (
      <EmptyState>Nothing that a review decided is open.</EmptyState>
    ) : (
      <TenAndRest
        items={decided.map(({ child, what, owner, due }) => (
          <>
            {childLink(child, nameOf(child))}: {what ?? 'taken out of sight'}
            <span class="kith-note">
              {'worker' in owner ? workerOf(owner.worker) : owner.service}
              {'day' in due
                ? `, by ${isoWords(due.day)}${due.day < today ? ': the day is past' : ''}`
                : `: ${due.none}`}
            </span>
          </>
        ))}
      />
    )}
  </Card>
)

const Unseen: FC<Shown> = ({ notSeen, nameOf, count }) => (
  <Card title="Not seen by you in six months" count={notSeen.length} tone="quiet" flush>
    {notSeen.length === 0 ? (
      <EmptyState>You have seen all {count}.</EmptyState>
    ) : (
      <>
        <p class="kith-quiet kith-card__note">As far as your visits are recorded here.</p>
        <TenAndRest
          items={notSeen.map(({ child, seen }) => (
            <>
              {childLink(child, nameOf(child))}:{' '}
              {seen === null ? 'no visit of yours is recorded' : `last ${dayWords(seen)}`}
            </>
          ))}
        />
      </>
    )}
  </Card>
)
