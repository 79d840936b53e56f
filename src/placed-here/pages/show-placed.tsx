// Children whom other councils placed here: who they are, whose they are, whom to ring, and who here was told.
import type { FC } from 'hono/jsx'
import { standsAs } from '#access'
import { dayWords } from '#calendar'
import { Button, Card, DueMark, DutyTable, EmptyState, PageHead, Pages, pageOf, Stack } from '#look'
import { type Answer, page, type Visit } from '#web'
import { LEGAL, PLACED_WRITERS, TOLD, TOLD_COLUMNS } from '../placed.ts'
import { type PlacedRow, placedHere, withWords } from '../store.ts'

/** GET /placed-here */
export async function showPlaced({ door, who, query }: Visit): Promise<Answer> {
  const shown = await door.as(who, async (asking): Promise<Props> => {
    const all = await placedHere(asking)
    const listed = async (name: string, rows: typeof all): Promise<Listed> => {
      const found = pageOf(rows, Number(query(name) ?? 1))
      return { ...found, of: rows.length, rows: await withWords(asking, found.rows) }
    }
    return {
      now: await listed(
        'page',
        all.filter(({ left_on }) => left_on === null),
      ),
      left: await listed(
        'left',
        all.filter(({ left_on }) => left_on !== null),
      ),
      writes: await standsAs(asking, PLACED_WRITERS),
    }
  })
  return page({ title: 'Placed here', here: '/placed-here', main: <Placed {...shown} /> })
}

type Listed = {
  readonly page: number
  readonly pages: number
  readonly of: number
  readonly rows: readonly PlacedRow[]
}
type Props = { readonly now: Listed; readonly left: Listed; readonly writes: boolean }
const Placed: FC<Props> = ({ now, left, writes }) => {
  return (
    <>
      <PageHead
        title="Children placed here by other councils"
        lead="Their own council looks after them, visits and reviews. They are in no figure and no return of ours."
        actions={writes && <Button href="/placed-here/record">A notice came</Button>}
      />
      <Stack>
        <Card title="Here now" count={now.of} flush>
          {now.of === 0 ? (
            <EmptyState>No child of another council is recorded here, or none that is for you.</EmptyState>
          ) : (
            <List caption="Children placed here now" rows={now.rows} writes={writes} />
          )}
        </Card>
        <Pages {...now} to={(number) => `/placed-here?page=${number}&left=${left.page}`} links />
        {left.of > 0 && (
          <Card title="Left" count={left.of} flush>
            <List caption="Children who were placed here and left" rows={left.rows} writes={writes} />
          </Card>
        )}
        <Pages {...left} to={(number) => `/placed-here?page=${now.page}&left=${number}`} links />
      </Stack>
    </>
  )
}

type Rows = { readonly caption: string; readonly rows: readonly PlacedRow[]; readonly writes: boolean }
const List: FC<Rows> = ({ caption, rows, writes }) => (
  <DutyTable
    caption={caption}
    columns={['The child', 'Where', 'Whose', 'Whom to ring', 'Told here']}
    rows={rows.map((row) => ({
      head: (
        <>
          {row.words.name || 'Taken out of sight'}
          <span class="kith-note">{LEGAL[row.legal]}</span>
          {writes && <Links row={row} />}
        </>
      ),
      cells: [
        <>
          {row.words.home}
          <span class="kith-note">
            since {dayWords(row.began)}
            {row.left_on !== null && `, left ${dayWords(row.left_on)}`}
          </span>
        </>,
        <>
          {row.words.authority}
          <span class="kith-note">notice of {dayWords(row.noticed)}</span>
        </>,
        <>
          {row.words.worker}
          <span class="kith-note">by day: {row.words.by_day}</span>
          <span class="kith-note">at night: {row.words.by_night}</span>
        </>,
        <Told row={row} />,
      ],
    }))}
  />
)
const Told: FC<{ readonly row: PlacedRow }> = ({ row }) => (
  <>
    {TOLD_COLUMNS.map((column) => {
      const on = row[column]
      if (on !== null)
        return (
          <span class="kith-note">
            {TOLD[column]}: {dayWords(on)}
          </span>
        )
      return (
        <span class="kith-note">
          {row.left_on === null ? (
            <DueMark mark="soon" words={`${TOLD[column]}: not told yet`} />
          ) : (
            `${TOLD[column]}: never told`
          )}
        </span>
      )
    })}
  </>
)
const STEPS = [
  ['since', 'Told, or left'],
  ['correct', 'Put right'],
  ['retract', 'Take back'],
] as const
const Links: FC<{ readonly row: PlacedRow }> = ({ row }) => (
  <span class="kith-note kith-row-links kith-no-print">
    {STEPS.map(([to, does]) => (
      <>
        <a href={`/placed-here/${row.id}/${to}`}>
          {does}
          <span class="govuk-visually-hidden">: {row.words.name}</span>
        </a>{' '}
      </>
    ))}
  </span>
)
