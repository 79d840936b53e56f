// All children who wait and all places on one page: who could live where, one way that all could, and what one home would cost the others. It decides nothing.
import type { Child, FC } from 'hono/jsx'
import { formatDay, formatLongDay, type IsoDay } from '#calendar'
import { counted, homeWords, listed } from '#child-frame'
import { Card, DueMark, DutyTable, EmptyState, InsetText, PageHead, Pages, pageOf, Stack } from '#look'
import { assignmentsOf, type Placed, type Solver, whatIfWords } from '#placing-together'
import { type Answer, page, type Visit } from '#web'
import { type WaitingGroup, WHY_WAITS } from '#who-waits'
import { type Asked, farFrom, listOf, takenBy } from '../laid-out.ts'
import { markOf } from '../seen.ts'
import { keepBoard, type Parted, type Seen } from '../seen-store.ts'
import { type Board, boardNow } from '../store.ts'

export const HERE = '/homes/board'
export const BOARDS = '/homes/boards'
const SECONDS = 2
type Choice = { readonly home: string; readonly called: string; readonly far: string; readonly band: string }
type Row = {
  readonly group: WaitingGroup
  readonly called: string
  readonly choices: readonly Choice[]
  readonly inPlan: Choice | undefined
  readonly notes: readonly string[]
  /** By decision, of those of whom the reader may know it. */
  readonly parted: readonly (Parted & { readonly called: string })[]
}
type Shown = {
  readonly today: IsoDay
  readonly rows: readonly Row[]
  readonly placed: Placed
  readonly count: {
    readonly groups: number
    readonly children: number
    readonly homes: number
    readonly places: number
  }
  readonly inPlan: number
  readonly notKnown: number
  readonly asked: AskedShown | undefined
  readonly at: { readonly page: number; readonly pages: number; readonly of: number }
}
type AskedShown = { readonly taking: string; readonly home: string; readonly says: readonly string[] | undefined }

type Given = { readonly code: string; readonly solver: Solver }
/** GET /homes/board: the answer of the solver, or the preview where it is not done in time; which board it was is kept. */
export function showBoard({ code, solver }: Given) {
  return async ({ door, who, query, today }: Visit): Promise<Answer> => {
    const board = await door.as(who, async (asking) => {
      const now = await boardNow(asking, { today, code })
      // All of them: what a home costs the others names whoever waits.
      const children = now.groups.flatMap((group) => group.children.map(({ child }) => child))
      await asking.noteEach('saw them among those who wait for a home', children)
      return now
    })
    const placed = await solver.place(board.board.board, { seconds: SECONDS })
    await door.as(who, async (asking) => await keepBoard(asking, seenOf({ board, placed, today })))
    const asked = askedIn(board, { group: query('group') ?? '', home: query('home') ?? '' })
    const main = <BoardPage {...shownOf({ board, placed, today }, Number(query('page') ?? 1))} asked={asked} />
    return page({ title: 'All who wait, and all places', here: '/homes', main })
  }
}

/** As it is kept: lines of the record, without a name. */
function seenOf({ board, placed, today }: Laid): Seen {
  const plan = new Map(assignmentsOf(board.board, placed).map(({ group, home }) => [group, home]))
  const answer = board.groups.map(({ id, children }) => ({
    ...{ group: id, children: children.map(({ child }) => child), home: plan.get(id) ?? null },
    shown: (listOf(board, id)?.shown ?? []).map(({ pair }) => pair.home.id),
  }))
  return {
    ...{ on: today, inputs: markOf(board), settings: board.policy.version, how: placed.how, answer },
    ...{ groups: board.groups.length, homes: board.homes.length, placed: plan.size },
    children: board.groups.reduce((sum, { children }) => sum + children.length, 0),
  }
}
const called = (group: WaitingGroup): string => listed(group.request.children.map((one) => one.called))
function askedIn(board: Board, asked: Asked): AskedShown | undefined {
  const group = board.groups.find(({ id }) => id === asked.group)
  const home = board.homes.find(({ id }) => id === asked.home)
  if (group === undefined || home === undefined) return undefined
  const found = takenBy(board, asked)
  const name = (id: string) => {
    const other = board.groups.find((one) => one.id === id)
    return other === undefined ? 'somebody' : called(other)
  }
  const says = found === 'notOpen' ? undefined : whatIfWords(called(group), found, name)
  return { taking: called(group), home: home.called, says }
}

type Laid = { readonly board: Board; readonly placed: Placed; readonly today: IsoDay }
function rowOf({ board, plan }: { board: Board; plan: ReadonlyMap<string, string> }, group: WaitingGroup): Row {
  const far = farFrom(board)
  const list = listOf(board, group.id)
  const homes = new Map(board.homes.map((home) => [home.id, home]))
  const choice = (id: string, band: string): Choice => ({
    ...{ home: id, called: homes.get(id)?.called ?? 'A home', band },
    far: far(group.id, id)?.words ?? 'how far is not known',
  })
  const own = plan.get(group.id)
  return {
    ...{ group, called: called(group) },
    choices: (list?.shown ?? []).map(({ pair, band }) => choice(pair.home.id, band)),
    inPlan: own === undefined ? undefined : choice(own, ''),
    parted: group.request.children.flatMap(({ id, called: name }) => {
      const one = board.parted.get(id)
      return one === undefined ? [] : [{ ...one, called: name }]
    }),
    notes:
      list === undefined
        ? []
        : [`${list.fits} fit, ${list.needsDecision.count} need a decision, ${list.ruledOutCount} cannot be`],
  }
}
function shownOf({ board, placed, today }: Laid, asked: number): Omit<Shown, 'asked'> {
  const plan = new Map(assignmentsOf(board.board, placed).map(({ group, home }) => [group, home]))
  const { rows, ...at } = pageOf(board.groups, asked)
  return {
    ...{ today, placed, notKnown: board.notKnown, inPlan: plan.size, at: { ...at, of: board.groups.length } },
    rows: rows.map((group) => rowOf({ board, plan }, group)),
    count: {
      ...{ groups: board.groups.length, homes: board.homes.length },
      children: board.groups.reduce((sum, { children }) => sum + children.length, 0),
      places: board.homes.reduce((sum, { free }) => sum + (free === 'unknown' ? 0 : free), 0),
    },
  }
}

export const HOW: Readonly<Record<Placed['how'], string>> = {
  optimal: 'No other way of placing them is better by these reasons.',
  withinBound: 'No other way is more than a little better by these reasons.',
  preview: 'A first look: the search was not done in time.',
}
const BoardPage: FC<Shown> = ({ today, rows, placed, count, inPlan, notKnown, asked, at }) => (
  <>
    <PageHead
      title="All who wait, and all places"
      lead={`${counted(count.children, 'child', 'children')} who wait, in ${counted(count.groups, 'group')}; ${counted(count.places, 'free place')} in ${counted(count.homes, 'home')}, on ${formatLongDay(today)}, as far as you may see.`}
      actions={<a href="/homes">Homes</a>}
    />
    <Stack>
      <InsetText>
        This page decides nothing. A named person decides about each child, with the child, and says why. Which board
        you saw is kept: <a href={BOARDS}>boards that were seen</a>.
      </InsetText>
      {asked !== undefined && <AskedCard asked={asked} />}
      <Card
        title="Who waits"
        count={at.of}
        beside={`One way in which ${inPlan} of ${count.groups} could have a home at once`}
        flush
      >
        {rows.length === 0 ? (
          <EmptyState>
            Nobody whom you may see waits: no home is asked to end, none began unplanned in four weeks, and nobody is to
            come nearer.
          </EmptyState>
        ) : (
          <Table rows={rows} />
        )}
      </Card>
      <Pages {...at} to={(number) => `${HERE}?page=${number}`} links />
      <p class="kith-note">
        {HOW[placed.how]} {placed.fallback !== undefined && `It ended early, since ${placed.fallback}.`} Reasons are
        those of the record: terms, places, and how far. What a child needs, likes and asks for, and their school, join
        with the request for a home. Whether family and friends were asked first is not in it.
        {notKnown > 0 &&
          ` Of ${counted(notKnown, 'home')} it is not known how many places are free; they are not here.`}
      </p>
    </Stack>
  </>
)

const AskedCard: FC<{ readonly asked: AskedShown }> = ({ asked: { taking, home, says } }) => (
  <Card title={`If ${taking} went to ${home}`}>
    {says === undefined ? (
      <p>That home is not open to them without a decision, or not at all.</p>
    ) : says.length === 0 ? (
      <p>Nobody else who waits would have a nearest home further away.</p>
    ) : (
      <ul class="govuk-list govuk-list--bullet">
        {says.map((one) => (
          <li>{one}</li>
        ))}
      </ul>
    )}
  </Card>
)

const Table: FC<Pick<Shown, 'rows'>> = ({ rows }) => (
  <DutyTable
    caption="Children who wait, with the homes that fit"
    columns={['Who', 'Why', 'Fits, and what it costs the others', 'All at once']}
    rows={rows.map((row) => ({
      head: <Who row={row} />,
      cells: [<Why group={row.group} />, <Choices row={row} />, <InPlan row={row} />],
    }))}
  />
)
const PARTED: Readonly<Record<string, string>> = {
  apart: 'apart from brothers and sisters',
  'some together': 'together with some brothers and sisters, apart from others',
}
const Who: FC<{ readonly row: Row }> = ({ row: { group, parted } }) => (
  <>
    {group.request.children.map(
      ({ id, called: name }): Child => (
        <a class="kith-target" href={`/children/${id}/where`}>
          {name}
        </a>
      ),
    )}
    {group.children.length > 1 && <span class="kith-note">together</span>}
    {parted.map(({ child, called: name, kind, decided, again }) => (
      <span class="kith-note">
        <a href={`/children/${child}/family`}>{name}</a>: {PARTED[kind] ?? kind}, by the decision of{' '}
        {formatDay(decided)}, looked at again by {formatDay(again)}
      </span>
    ))}
  </>
)
const Why: FC<{ readonly group: WaitingGroup }> = ({ group: { children } }) => (
  <>
    {children.slice(0, 1).map(({ why, since, kind }) => (
      <>
        {WHY_WAITS[why]}
        <span class="kith-note">
          {kind === null ? 'in care' : homeWords(kind)} since {formatDay(since)}
        </span>
      </>
    ))}
  </>
)
const Choices: FC<{ readonly row: Row }> = ({ row: { group, called: name, choices, notes } }) => (
  <>
    {choices.length === 0 && <DueMark mark="soon" words="No home fits today" />}
    {choices.map(({ home, called: title, far }) => (
      <span class="kith-note">
        <a href={`/homes/${home}`}>{title}</a>, {far}{' '}
        <a class="kith-no-print" href={`${HERE}?group=${group.id}&home=${home}`}>
          What it costs
          <span class="govuk-visually-hidden">
            : {name} to {title}
          </span>
        </a>
      </span>
    ))}
    {notes.map((note) => (
      <span class="kith-note">{note}</span>
    ))}
  </>
)
const InPlan: FC<{ readonly row: Row }> = ({ row: { inPlan } }) =>
  inPlan === undefined ? (
    <span class="kith-quiet">No place is left for them</span>
  ) : (
    <>
      {inPlan.called}
      <span class="kith-note">{inPlan.far}</span>
    </>
  )
