// Missing: who is missing now, and who came back and waits for a talk, a meeting or a safety plan; of all whom the reader may see.
import type { FC } from 'hono/jsx'
import { dayWords, formatDay, type IsoDay, instant, londonDay, timeInLondon } from '#calendar'
import { calledName, counted } from '#child-frame'
import type { Asking } from '#database'
import {
  Card,
  capital,
  DueMark,
  type DutyRow,
  DutyTable,
  EmptyState,
  NotKnown,
  PageHead,
  PersonChip,
  Stack,
} from '#look'
import { talkDueAt } from '#missing'
import { childrenOn, noteShown } from '#overview'
import { type Answer, page, type Visit } from '#web'
import {
  type AtRisk,
  type Back,
  type MissingNow,
  meetingsOwed,
  missingNow,
  plansOwed,
  talksOwed,
} from '../missing-store.ts'

type Named<Row> = Row & { readonly name: string; readonly worker: string | null }
type Shown = {
  readonly today: IsoDay
  readonly now: readonly Named<MissingNow>[]
  readonly talks: readonly Named<Back>[]
  readonly meetings: readonly Named<{ readonly child: string }>[]
  readonly plans: readonly Named<AtRisk>[]
}
/** A talk that was never held stays on the child's page; this page is of what can still be done. */
const DAYS_BACK = 90

async function shownTo(asking: Asking, today: IsoDay): Promise<Shown> {
  const now = await missingNow(asking)
  const talks = await talksOwed(asking, today, DAYS_BACK)
  const meetings = (await meetingsOwed(asking, today)).map((child) => ({ child }))
  const plans = await plansOwed(asking)
  const ids = [...new Set([...now, ...talks, ...meetings, ...plans].map(({ child }) => child))]
  const children = new Map((await childrenOn(asking, today, ids)).map((child) => [child.id, child]))
  // Somebody closed to the reader has no header, and so no line here.
  const named = <Row extends { readonly child: string }>(rows: readonly Row[]): readonly Named<Row>[] =>
    rows.flatMap((row) => {
      const child = children.get(row.child)
      return child === undefined ? [] : [{ ...row, name: calledName(child), worker: child.worker }]
    })
  await noteShown(asking, [...children.keys()])
  return { today, now: named(now), talks: named(talks), meetings: named(meetings), plans: named(plans) }
}

export async function showMissingNow({ door, who, today }: Visit): Promise<Answer> {
  const shown = await door.as(who, async (asking) => await shownTo(asking, today))
  return page({ title: 'Missing', here: '/missing', main: <MissingNowPage {...shown} /> })
}

const chip = ({ child, name, worker }: Named<{ readonly child: string }>) => (
  <PersonChip id={child} name={name} to={`/children/${child}/missing`} note={worker ?? 'no worker recorded'} />
)
const table = (title: string, columns: readonly string[], rows: readonly DutyRow[]) => (
  <DutyTable caption={title} columns={['Child', ...columns]} rows={rows} />
)

const nowRow = (row: Named<MissingNow>): DutyRow => ({
  head: chip(row),
  cells: [
    <DueMark mark={row.kind === 'missing' ? 'late' : 'soon'} words={row.kind === 'missing' ? 'Missing' : 'Away'} />,
    `${dayWords(row.since)}${row.sinceAt === null ? '' : `, ${timeInLondon(instant(row.sinceAt))}`}`,
    row.kind !== 'missing' ? '' : row.policeTold === null ? <NotKnown /> : dayWords(row.policeTold),
    row.kind !== 'missing' ? '' : row.grading === null ? <NotKnown words="Not said" /> : capital(row.grading),
  ],
})

function talkRow(row: Named<Back>, today: IsoDay): DutyRow {
  const due = talkDueAt({ untilAt: row.untilAt === null ? null : instant(row.untilAt) })
  return {
    head: chip(row),
    cells: [
      dayWords(row.until),
      due === undefined ? (
        <NotKnown words="Hour of the return not known" />
      ) : (
        <DueMark
          mark={londonDay(due) < today ? 'late' : 'soon'}
          words={`by ${formatDay(londonDay(due))}, ${timeInLondon(due)}`}
        />
      ),
      row.writes ? (
        <a href={`/children/${row.child}/missing/${row.line}/return-talk`}>
          Record the talk<span class="govuk-visually-hidden"> of {row.name}</span>
        </a>
      ) : (
        ''
      ),
    ],
  }
}

const MissingNowPage: FC<Shown> = ({ today, now, talks, meetings, plans }) => (
  <>
    <PageHead
      title="Missing"
      lead={
        <>
          <strong>
            {counted(now.filter(({ kind }) => kind === 'missing').length, 'child', 'children')} missing now
          </strong>
          , and {counted(now.filter(({ kind }) => kind !== 'missing').length, 'child', 'children')} away without
          authorisation, of all whom you may see.
        </>
      }
    />
    <Stack>
      <Card title="Missing or away now" count={now.length} flush>
        {now.length === 0 ? (
          <EmptyState title="Nobody is recorded as missing">
            That is what the record says, of whom you may see.
          </EmptyState>
        ) : (
          table('Missing or away now', ['What', 'Since', 'Police told', 'Graded by the police'], now.map(nowRow))
        )}
      </Card>
      <Card title="Back, and no talk yet" count={talks.length} flush>
        {talks.length === 0 ? (
          <EmptyState>No talk is outstanding from the last {DAYS_BACK} days.</EmptyState>
        ) : (
          table(
            'Back, and no talk yet',
            ['Back', 'Talk owed', 'Do'],
            talks.map((row) => talkRow(row, today)),
          )
        )}
      </Card>
      <Card title="A meeting is owed" count={meetings.length} flush>
        {meetings.length === 0 ? (
          <EmptyState>
            No meeting is known to be owed. The rulebook says when one is, and those numbers are local.
          </EmptyState>
        ) : (
          table(
            'A meeting is owed',
            [],
            meetings.map((row) => ({ head: chip(row), cells: [] })),
          )
        )}
      </Card>
      <Card title="A risk seen, and no safety plan" count={plans.length} flush>
        {plans.length === 0 ? (
          <EmptyState>No risk of exploitation is recorded without a safety plan.</EmptyState>
        ) : (
          table(
            'A risk seen, and no safety plan',
            ['Risk seen'],
            plans.map((row) => ({ head: chip(row), cells: [dayWords(row.assessed)] })),
          )
        )}
      </Card>
    </Stack>
  </>
)
