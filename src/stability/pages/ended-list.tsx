// Homes that ended in twelve months: planned, unplanned and emergencies apart, with the meeting on each that was not planned; and moves that lie ahead.
import type { FC } from 'hono/jsx'
import { formatDay, formatLongDay, type IsoDay } from '#calendar'
import { WHY_HOME_ENDED } from '#care-events'
import { counted, homeWords } from '#child-frame'
import { childrenCalled } from '#children'
import { Card, Chips, DueMark, DutyTable, EmptyState, PageHead, Pages, pageOf, Stack } from '#look'
import { settingsNow } from '#matching-settings'
import { saidOf } from '#people'
import { type Answer, page, type Visit } from '#web'
import {
  type Ended,
  endedCounts,
  endedInOrder,
  HOW_ENDED,
  type HowEnded,
  howEnded,
  isHowEnded,
  isOpen,
  metOf,
} from '../ended.ts'
import { endedIn, type MoveAhead, movesAhead } from '../store.ts'

export const HERE = '/stability'

type Named = { readonly name: string }
type Shown = {
  readonly today: IsoDay
  readonly rows: readonly (Ended & Named)[]
  readonly moves: readonly (MoveAhead & Named)[]
  readonly numbers: ReadonlyMap<HowEnded, number>
  readonly show: HowEnded | undefined
  readonly all: number
  readonly open: number
  /** Working days to a meeting, as the council chose. */
  readonly within: number
  readonly at: { readonly page: number; readonly pages: number; readonly of: number }
}

/** GET /stability */
export async function showEnded({ door, who, query, today }: Visit): Promise<Answer> {
  const shown = await door.as(who, async (asking): Promise<Shown> => {
    const all = endedInOrder(await endedIn(asking, today), today)
    const asked = query('show') ?? ''
    const show = isHowEnded(asked) ? asked : undefined
    const own = show === undefined ? all : all.filter((one) => howEnded(one) === show)
    const { rows, ...at } = pageOf(own, Number(query('page') ?? 1))
    const moves = (await movesAhead(asking, today)).slice(0, MOVES)
    const children = [...rows, ...moves].map(({ child }) => child)
    await asking.noteEach('read how a home of theirs ended', children)
    const names = children.length === 0 ? new Map<string, string>() : await childrenCalled(asking, children)
    const name = <One extends { readonly child: string }>(one: One) => ({
      ...one,
      name: names.get(one.child) ?? 'A child whose name you may not see',
    })
    return {
      ...{ today, show, all: all.length, numbers: endedCounts(all), at: { ...at, of: own.length } },
      ...{ rows: rows.map(name), moves: moves.map(name) },
      open: all.filter((one) => isOpen(one, today)).length,
      within: (await settingsNow(asking)).meetWithin,
    }
  })
  return page({ title: 'Homes that ended', here: HERE, main: <EndedPage {...shown} /> })
}
const MOVES = 20

const address = (show: HowEnded | undefined, number?: number): string => {
  const asked = new URLSearchParams({
    ...(show === undefined ? {} : { show }),
    ...(number === undefined ? {} : { page: String(number) }),
  }).toString()
  return asked === '' ? HERE : `${HERE}?${asked}`
}

const EndedPage: FC<Shown> = (shown) => {
  const { today, all, open, within, numbers, show, rows, at, moves } = shown
  return (
    <>
      <PageHead
        title="Homes that ended"
        lead={
          <>
            <strong>{counted(all, 'home')}</strong> in twelve months to {formatLongDay(today)}, of children whom you may
            see
            {open > 0 && ` · nobody has come together yet about ${open} that were not planned`}
          </>
        }
        actions={<a href={`${HERE}/signals`}>Homes to talk about now</a>}
      />
      <Stack>
        {moves.length > 0 && <Moves moves={moves} />}
        <Chips
          label="How they ended"
          chips={[
            { to: address(undefined), words: 'All', count: all, current: show === undefined },
            ...[...numbers].map(([how, count]) => ({
              ...{ to: address(how), words: HOW_ENDED[how], count, current: how === show },
            })),
          ]}
        />
        <Card title={show === undefined ? 'Homes that ended' : HOW_ENDED[show]} count={at.of} flush>
          {rows.length === 0 ? (
            <EmptyState>
              {all === 0 ? 'No child whom you may see has moved in this year.' : 'None ended so.'}
            </EmptyState>
          ) : (
            <Table rows={rows} today={today} within={within} />
          )}
        </Card>
        <Pages {...at} to={(number) => address(show, number)} links />
        <p class="kith-note">
          Those without a meeting first. That people come together within{' '}
          <a href="/homes/settings">{counted(within, 'working day')}</a> of an end that was not planned is local
          practice, not law. Whether a move was planned, or an emergency, is what was recorded of the home after it.
        </p>
      </Stack>
    </>
  )
}

const Moves: FC<{ readonly moves: Shown['moves'] }> = ({ moves }) => (
  <Card title="Moves that lie ahead" count={moves.length} beside="A place is reserved" flush>
    <DutyTable
      caption="Moves that lie ahead"
      columns={['Child', 'Place reserved since', 'Who plans it with them']}
      rows={moves.map(({ child, name, since, meeting, asked }) => ({
        head: <a href={`/children/${child}/where`}>{name}</a>,
        cells: [
          formatDay(since),
          meeting === null ? (
            <>
              Nobody yet{' '}
              <a class="kith-no-print" href={`/children/${child}/meetings/ahead/record`}>
                Set a meeting<span class="govuk-visually-hidden"> about {name}</span>
              </a>
            </>
          ) : (
            `A meeting on ${formatDay(meeting)}${asked === 0 ? '' : `, ${counted(asked, 'person', 'people')} asked`}`
          ),
        ],
      }))}
    />
  </Card>
)

const TONE = { emergency: 'late', unplanned: 'soon', planned: 'done', 'not said': 'unknown' } as const
type TableShown = Pick<Shown, 'rows' | 'today' | 'within'>
const Table: FC<TableShown> = ({ rows, today, within }) => (
  <DutyTable
    caption="Homes that ended, those without a meeting first"
    columns={['Child', 'Home', 'How', 'Coming together']}
    rows={rows.map((row) => ({
      head: (
        <a class="kith-target" href={`/children/${row.child}/where`}>
          {row.name}
        </a>
      ),
      cells: [
        <>
          {homeWords(row.kind)}
          <span class="kith-note">
            {formatDay(row.since)} to {formatDay(row.ended)}
          </span>
        </>,
        <>
          <DueMark mark={TONE[howEnded(row)]} words={HOW_ENDED[howEnded(row)]} />
          {row.reason !== null && <span class="kith-note">{saidOf(WHY_HOME_ENDED, row.reason)}</span>}
        </>,
        <MetCell row={row} today={today} within={within} />,
      ],
    }))}
  />
)
type MetShown = Pick<Shown, 'today' | 'within'> & { readonly row: Ended & Named }
const MetCell: FC<MetShown> = ({ row, today, within }) => {
  const met = metOf(row, today, within)
  if (met.kind === 'not asked') return <span class="kith-quiet">Not asked of it</span>
  if (met.kind === 'set') return <>Set for {formatDay(met.on)}</>
  if (met.kind === 'held')
    return (
      <>
        <a href={`/children/${row.child}/visits`}>{formatDay(met.on)}</a>
        <span class="kith-note">
          {counted(met.days, 'working day')} after it ·{' '}
          {row.actions === 0 ? 'no action came of it' : `${row.done} of ${row.actions} actions done`}
        </span>
      </>
    )
  return (
    <>
      <DueMark mark={met.late ? 'late' : 'soon'} words={`None yet, ${counted(met.days, 'working day')}`} />
      <span class="kith-note kith-no-print">
        <a href={`/children/${row.child}/meetings/disruption/record`}>
          Set a disruption meeting<span class="govuk-visually-hidden"> about {row.name}</span>
        </a>
      </span>
    </>
  )
}
