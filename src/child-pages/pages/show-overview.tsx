// The overview of one child: what is next with its reasons, what is to be done by whom, their words, and what nobody knows.
import type { FC } from 'hono/jsx'
import { type Action, openActionsOf } from '#actions'
import { type DayNumber, type IsoDay, numberOf } from '#calendar'
import { ChildFrame, childAddress, dayWords, type Frame, firstName, frameOf, inScope, nameOf } from '#child-frame'
import { dutiesAhead } from '#clock'
import type { Asking } from '#database'
import {
  type ActionRow,
  ActionRows,
  Card,
  CardList,
  Columns,
  Details,
  DueMark,
  EmptyState,
  Facts,
  NotKnown,
  Stack,
} from '#look'
import { type Answer, notFound, page, type Visit } from '#web'
import { workersCalled } from '#workforce'
import { type DutyShown, groupsOf, markOf } from '../child-duties.ts'
import { beginning, isNew, notKnown, type OverviewFacts, startHere, type ToDo } from '../overview.ts'
import { overviewFacts } from '../overview-store.ts'
import { actionRow } from './action-row.tsx'
import { Law } from './duty-groups.tsx'
import { GoodNews, LastVisit, People, Tonight, Words } from './overview-aside.tsx'

type Next = {
  readonly late: readonly DutyShown[]
  readonly soon: readonly DutyShown[]
  readonly later: readonly DutyShown[]
  readonly unknown: number
}
type Shown = {
  readonly frame: Frame
  readonly facts: OverviewFacts
  readonly next: Next | undefined
  readonly actions: readonly Action[] | undefined
  readonly workers: ReadonlyMap<string, string>
  readonly today: IsoDay
}

export async function showOverview({ door, who, today, part }: Visit): Promise<Answer> {
  const id = part('child')
  const shown = await door.as(who, async (asking): Promise<Shown | undefined> => {
    const frame = await frameOf(asking, id, today)
    if (frame === undefined) return undefined
    const [facts, next, actions] = await Promise.all([
      overviewFacts(asking, frame, today),
      inScope(frame.sees.has('duties'), async () => await nextIn(asking, id, today)),
      inScope(frame.sees.has('plan'), async () => await openActionsOf(asking, [id])),
    ])
    const owners = (actions ?? []).flatMap(({ owner }) => ('worker' in owner ? [owner.worker] : []))
    const workers = owners.length === 0 ? new Map<string, string>() : await workersCalled(asking, owners)
    return { frame, facts, next, actions, workers, today }
  })
  if (shown === undefined) return notFound
  return page({ title: `Overview – ${nameOf(shown.frame)}`, here: '/children', main: <Overview {...shown} /> })
}

async function nextIn(asking: Asking, child: string, today: IsoDay): Promise<Next> {
  const duties = (await dutiesAhead(asking, [child], today)).get(child) ?? []
  const { late, soon, next, unknown } = groupsOf(duties, numberOf(today), [])
  return { late, soon, later: next, unknown: unknown.length }
}

const Overview: FC<Shown> = (shown) => {
  const { frame, facts, next, actions, today } = shown
  return (
    <>
      <ChildFrame frame={frame} today={today} here="" />
      <Columns>
        <Stack>
          {isNew(frame, today) && <StartHere frame={frame} todos={startHere(frame, facts, today)} />}
          {next !== undefined && <WhatIsNext next={next} frame={frame} today={today} />}
          {actions !== undefined && <Actions {...shown} actions={actions} />}
          {frame.plan !== undefined && <Plan frame={frame} facts={facts} />}
        </Stack>
        <Stack>
          {facts.view !== undefined && <Words frame={frame} view={facts.view} />}
          {frame.home !== undefined && <Tonight frame={frame} facts={facts} />}
          {facts.visits !== undefined && <LastVisit frame={frame} facts={facts} />}
          {facts.people !== undefined && <People frame={frame} people={facts.people} />}
          {facts.goodNews && <GoodNews news={facts.goodNews} />}
          {!isNew(frame, today) && <Unknown frame={frame} todos={notKnown(frame, facts, today)} />}
        </Stack>
      </Columns>
    </>
  )
}

const LATER_SHOWN = 3
const WhatIsNext: FC<{ next: Next; frame: Frame; today: IsoDay }> = ({ next, frame, today }) => {
  const on = numberOf(today)
  const shown = [...next.late, ...next.soon, ...next.later.slice(0, LATER_SHOWN)]
  const more = next.later.length - LATER_SHOWN
  return (
    <Card title="What is next" beside={<a href={childAddress(frame.id, 'duties')}>Every duty</a>} flush>
      {shown.length === 0 ? (
        <EmptyState>Nothing that we know of is due.</EmptyState>
      ) : (
        <ActionRows rows={shown.map((duty) => nextRow(duty, on))} />
      )}
      {(more > 0 || next.unknown > 0) && (
        <p class="kith-quiet kith-card__note">
          {[more > 0 ? `${more} more later` : '', next.unknown > 0 ? `${next.unknown} cannot be known` : '']
            .filter(Boolean)
            .join(' · ')}
          {'. '}
          <a href={childAddress(frame.id, 'duties')}>See all, with what is missing</a>
        </p>
      )}
    </Card>
  )
}

/** The reasons are one press away: rule, event, days counted, citation and level. */
const nextRow = (duty: DutyShown, on: DayNumber): ActionRow => ({
  mark: <DueMark {...markOf(duty, on)} />,
  title: duty.name,
  why: (
    <Details summary="Why, and how it was counted">
      <p class="kith-ink">
        {duty.due !== undefined && !duty.forbidden && <strong>Due {dayWords(duty.due)}: </strong>}
        {duty.because}.
      </p>
      {duty.further !== '' && <p>{duty.further}</p>}
      <p>
        <Law duty={duty} /> · <a href={`/rules/${duty.rule}`}>The rule</a>
      </p>
    </Details>
  ),
})

const StartHere: FC<{ frame: Frame; todos: readonly ToDo[] }> = ({ frame, todos }) => (
  <Card title="Start here" count={todos.filter(({ done }) => !done).length} tone="quiet" flush>
    <p class="kith-quiet kith-card__note">
      {firstName(frame.called)} came into care lately. These are what a stranger would ask first.
    </p>
    <ToDos todos={todos} writes={mayFill(frame)} />
  </Card>
)
/** Who only oversees fills nothing in; of a record that goes on elsewhere that is all that anybody may still write. */
const mayFill = ({ writes }: Frame): boolean => [...writes].some((scope) => scope !== 'oversight')
const ToDos: FC<{ todos: readonly ToDo[]; writes: boolean }> = ({ todos, writes }) => (
  <CardList
    items={todos.map(({ words, done, to, verb }) =>
      done ? (
        <DueMark mark="done" words={words} />
      ) : (
        <>
          <DueMark mark="unknown" words={words} />
          {writes && (
            <>
              {' '}
              <a href={to}>
                {verb}
                <span class="govuk-visually-hidden">: {words}</span>
              </a>
            </>
          )}
        </>
      ),
    )}
  />
)
const Unknown: FC<{ frame: Frame; todos: readonly ToDo[] }> = ({ frame, todos }) =>
  todos.length === 0 ? null : (
    <Card title="Not known yet" count={todos.length} flush>
      <ToDos todos={todos} writes={mayFill(frame)} />
    </Card>
  )

const ACTIONS_SHOWN = 6
const Actions: FC<Shown & { actions: readonly Action[] }> = ({ actions, workers, today, frame }) => (
  <Card title="What we said we would do" count={actions.length} flush>
    {actions.length === 0 ? (
      <EmptyState>Nothing is open. Actions come from reviews, visits and plans.</EmptyState>
    ) : (
      <ActionRows rows={actions.slice(0, ACTIONS_SHOWN).map((action) => actionRow(action, workers, today))} />
    )}
    {actions.length > ACTIONS_SHOWN && (
      <p class="kith-card__note">
        <a href={childAddress(frame.id, 'plan')}>See all {actions.length}</a>
      </p>
    )}
  </Card>
)

const Plan: FC<{ frame: Frame; facts: OverviewFacts }> = ({ frame, facts: { planLines } }) => (
  <Card title="The plan" beside={<a href={childAddress(frame.id, 'plan')}>Plan and reviews</a>}>
    {planLines.length === 0 ? (
      <EmptyState>No plan has been approved here yet.</EmptyState>
    ) : (
      <Facts
        kind="wide"
        facts={planLines.map(({ name, words }) => ({
          name,
          fact: { words: words === undefined ? <NotKnown words="Taken out of sight" /> : beginning(words) },
        }))}
      />
    )}
  </Card>
)
