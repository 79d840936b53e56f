// The list for leaders: who lives far from home, why, since when, and what would bring them nearer or that they stay; ordered, paged, printable.
import type { Child, FC } from 'hono/jsx'
import { formatDay, formatLongDay, type IsoDay, parseDay } from '#calendar'
import { counted, homeWords } from '#child-frame'
import { childrenCalled } from '#children'
import type { Asking } from '#database'
import { FAR_HEALTH, FAR_REASONS, FAR_WISHES, WOULD_HELP } from '#home-decisions'
import { Card, Chips, capital, DueMark, DutyTable, EmptyState, NotKnown, PageHead, Pages, pageOf, Stack } from '#look'
import { saidOf } from '#people'
import { type Answer, page, type Visit } from '#web'
import {
  type ApprovalOf,
  areaWords,
  counts,
  type FarSaid,
  inOrder,
  isAtADistance,
  isFar,
  isMeasured,
  isStands,
  type LivesFar,
  milesWords,
  STANDS,
  type Stands,
  standsOf,
} from '../far.ts'
import { approvalsOf, homesMeasured, yearFacts } from '../store.ts'
import { type YearLine, yearLine } from '../year.ts'
import { shareWords, YEAR } from './year.tsx'

export const HERE = '/distance'

type Row = LivesFar & { readonly name: string; readonly approval: ApprovalOf | undefined }
type Shown = {
  readonly today: IsoDay
  readonly rows: readonly Row[]
  readonly show: Stands | undefined
  readonly numbers: ReadonlyMap<Stands, number>
  readonly far: number
  readonly all: number
  readonly notMeasured: number
  readonly year: YearLine
  readonly at: { readonly page: number; readonly pages: number; readonly of: number }
  /** On one page, to be printed. */
  readonly whole: boolean
}

/** Names as far as the asker may know them; each child who is shown is noted in the log. */
async function named(asking: Asking, rows: readonly LivesFar[]): Promise<readonly Row[]> {
  const children = rows.map(({ child }) => child)
  if (children.length === 0) return []
  await asking.noteEach('read why they live far from home', children)
  const names = await childrenCalled(asking, children)
  const approvals = await approvalsOf(
    asking,
    rows.map(({ placement }) => placement),
  )
  return rows.map((row) => ({
    ...row,
    name: names.get(row.child) ?? 'A child whose name you may not see',
    approval: approvals.get(row.placement),
  }))
}

/** GET /distance */
export async function showFar({ door, who, query, today }: Visit): Promise<Answer> {
  const shown = await door.as(who, async (asking): Promise<Shown> => {
    const everybody = await homesMeasured(asking, today)
    const far = inOrder(everybody.filter(isFar))
    const asked = query('show') ?? ''
    const show = isStands(asked) ? asked : undefined
    const own = show === undefined ? far : far.filter((one) => standsOf(one) === show)
    const whole = query('all') === '1'
    const { rows, ...at } = pageOf(own, Number(query('page') ?? 1))
    return {
      ...{ today, show, whole, far: far.length, all: everybody.length, numbers: counts(far) },
      rows: await named(asking, whole ? own : rows),
      notMeasured: everybody.filter((one) => !isMeasured(one)).length,
      year: yearLine(await yearFacts(asking, today)),
      at: { ...at, of: own.length },
    }
  })
  return page({ title: 'Far from home', here: HERE, main: <Far {...shown} /> })
}

const address = (show: Stands | undefined, more: Readonly<Record<string, string>> = {}): string => {
  const asked = new URLSearchParams({ ...(show === undefined ? {} : { show }), ...more }).toString()
  return asked === '' ? HERE : `${HERE}?${asked}`
}

const Far: FC<Shown> = (shown) => {
  const { today, far, all, notMeasured, numbers, show, at, whole, rows } = shown
  return (
    <>
      <PageHead
        title="Far from home"
        lead={
          <>
            <strong>{counted(far, 'child', 'children')}</strong> of {all} whom you may see, on {formatLongDay(today)} ·
            more than 20 miles away, or outside our area and not next to it
            {notMeasured > 0 && ` · of ${counted(notMeasured, 'child', 'children')} it is not measured`}
          </>
        }
        actions={<a href="/homes">Homes</a>}
      />
      <Stack>
        <YearCard year={shown.year} />
        <Chips
          label="How they stand"
          chips={[
            { to: address(undefined), words: 'Everybody', count: far, current: show === undefined },
            ...[...numbers].map(([one, count]) => ({
              ...{ to: address(one), words: STANDS[one], count, current: one === show },
            })),
          ]}
        />
        <Card
          title={show === undefined ? 'Who lives far from home' : STANDS[show]}
          count={at.of}
          beside={!whole && at.pages > 1 && <a href={address(show, { all: '1' })}>All on one page, to print</a>}
          flush
        >
          {rows.length === 0 ? (
            <EmptyState>{far === 0 ? NOBODY : 'Nobody stands so. Choose another, or everybody.'}</EmptyState>
          ) : (
            <Table rows={rows} />
          )}
        </Card>
        {!whole && <Pages {...at} to={(number) => address(show, { page: String(number) })} links />}
        <p class="kith-note">
          Nobody is on this list to be moved. In order of how they stand, then of how long they live there, never of
          miles. Of a protected home the band is said and nothing more. At a distance, by regulation 11(5), is outside
          our area and not in one next to it, whatever the miles.
        </p>
      </Stack>
    </>
  )
}
const NOBODY =
  'Nobody whom you may see lives more than 20 miles from home, or outside our area and not next to it, as far as it is measured.'

/** Every number opens the homes behind it. */
const YearCard: FC<{ readonly year: YearLine }> = ({ year }) => (
  <Card title="New homes and planned moves of twelve months" beside={<a href={YEAR}>Beside the year before</a>}>
    <p>
      <a href={`${YEAR}?show=near`}>{shareWords(year.near)}</a> are near ·{' '}
      <a href={`${YEAR}?show=school`}>{shareWords(year.schoolKept)}</a> kept the school ·{' '}
      <a href={`${YEAR}?show=together`}>{shareWords(year.together)}</a> with their brothers and sisters ·{' '}
      {counted(year.moves, 'move')} of {counted(year.inCare, 'child', 'children')} · time with brothers and sisters:{' '}
      {year.siblingTimes.of === 0
        ? 'none recorded that you may see'
        : `${year.siblingTimes.happened} of ${year.siblingTimes.of} happened`}
    </p>
  </Card>
)

const COLOURS = { 'not said': 'late', fails: 'soon', nearer: 'plain', 'right for them': 'done', stays: 'done' } as const
const Table: FC<{ readonly rows: readonly Row[] }> = ({ rows }) => (
  <DutyTable
    caption="Who lives far from home, by how they stand"
    columns={['Child', 'How far', 'Why', 'What is decided', 'Approval']}
    rows={rows.map((row) => ({
      head: (
        <>
          <a class="kith-target" href={`/children/${row.child}/home-decisions`}>
            {row.name}
          </a>
          <span class="kith-note">
            {homeWords(row.kind)}, since {daysWords(row.since)}
          </span>
        </>
      ),
      cells: [<HowFar row={row} />, <Why said={row.said} />, <Decided row={row} />, <ApprovalCell row={row} />],
    }))}
  />
)
const daysWords = (text: string | null): string => {
  const on = parseDay(text ?? '')
  return on === undefined ? '' : formatDay(on)
}
const minutes = (count: number | null, to: string): string => (count === null ? '' : `${count} minutes to ${to}`)
const HowFar: FC<{ readonly row: Row }> = ({ row }) => {
  const { said } = row
  const more = [
    ...[areaWords(row), minutes(said?.familyMinutes ?? null, 'family')],
    minutes(said?.schoolMinutes ?? null, 'school'),
  ]
  return (
    <>
      {milesWords(row)}
      <span class="kith-note">{more.filter(Boolean).join(' · ')}</span>
    </>
  )
}
const Why: FC<{ readonly said: FarSaid | undefined }> = ({ said }) =>
  said === undefined ? (
    <NotKnown words="Nobody has said" />
  ) : (
    <>
      {saidOf(FAR_REASONS, said.reason)}
      {said.health !== null && said.health !== 'as near' && (
        <span class="kith-note">Health care: {wordIn(FAR_HEALTH, said.health).toLowerCase()}</span>
      )}
    </>
  )
const wordIn = (words: Readonly<Record<string, string>>, code: string): string => words[code] ?? code

function decidedWords(said: FarSaid): Child {
  if (said.answer === 'stays') return 'How family, school, health, brothers and sisters are kept close is in the record'
  const help = said.wouldHelp.map((one) => wordIn(WOULD_HELP, one).toLowerCase()).join('; ')
  const by = said.nearerBy === null ? '' : ` · hoped for by ${daysWords(said.nearerBy)}`
  return help === '' ? '' : `${capital(help)}${by}`
}
const Decided: FC<{ readonly row: Row }> = ({ row: { said, ...row } }) => {
  const stands = standsOf({ said })
  return (
    <>
      <DueMark mark={COLOURS[stands]} words={STANDS[stands]} />
      {said === undefined ? (
        <span class="kith-note kith-no-print">
          <a href={`/children/${row.child}/far-homes/record`}>
            Say why<span class="govuk-visually-hidden">: {row.name}</span>
          </a>
        </span>
      ) : (
        <>
          <span class="kith-note">{decidedWords(said)}</span>
          <span class="kith-note">
            Their wish: {FAR_WISHES[said.wish].toLowerCase()} · {daysWords(said.onDay)}
          </span>
        </>
      )}
    </>
  )
}

/** Law asks only of a home outside the area: at a distance the director, next to us an officer. */
const ApprovalCell: FC<{ readonly row: Row }> = ({ row }) => {
  const { approval } = row
  if (approval === undefined) {
    if (row.kept) return <span class="kith-quiet">Not said of a protected home</span>
    if (row.inside !== false) return <span class="kith-quiet">None asked by law, as far as is known</span>
    return <NotKnown words={isAtADistance(row) ? 'No approval recorded (director)' : 'No approval recorded'} />
  }
  if (approval.answer === null) return <>Asked, not answered</>
  return (
    <>
      {capital(approval.answer)}
      <span class="kith-note">
        {[approval.by, daysWords(approval.answered)].filter((one) => one !== null && one !== '').join(', ')}
      </span>
    </>
  )
}
