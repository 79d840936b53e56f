// Whether there are homes enough: what is foreseen and how such forecasts came out, where places are missing, what is unused, and what the next carers would bring.
import type { Child, FC } from 'hono/jsx'
import { formatDay, formatLongDay, londonDay, parseDay, parseInstant, timeInLondon } from '#calendar'
import { Card, Chips, Columns, capital, DutyTable, EmptyState, PageHead, Stack } from '#look'
import { AS_IT_SHIPS, settingsOf } from '#matching-settings'
import { type Answer, page, type Visit } from '#web'
import { type Behind, behindAt } from '../behind.ts'
import { type Gap, type GapCell, NEED_CODES, NEEDS } from '../needs.ts'
import type { Recruiting, Sufficiency } from '../reckoning.ts'
import { type Kept, lastKept } from '../store.ts'
import { children, forecastWords, recruitingWords, setAsideWords, testedWords, vacanciesWords } from '../words.ts'
import { CurvePicture, ForecastPicture, GapPicture } from './pictures.tsx'

export const HERE = '/sufficiency'

/** GET /sufficiency */
export async function showSufficiency({ door, who, query }: Visit): Promise<Answer> {
  const kept = await door.as(who, lastKept)
  const asked = Number(query('areas') ?? 1)
  const main = kept === undefined ? <NoNight /> : <Enough kept={kept} areas={asked} />
  return page({ title: 'Homes enough?', here: HERE, main })
}

export const NoNight: FC = () => (
  <>
    <PageHead title="Homes enough?" />
    <Card title="What a night reckons">
      <EmptyState title="The first night has not run yet.">
        It is reckoned each night at a quarter past four, and stands here the next morning with its hour.
      </EmptyState>
    </Card>
  </>
)
export const dayOfText = (text: string): string => {
  const on = parseDay(text)
  return on === undefined ? text : formatDay(on)
}
function madeWords(made: string): string {
  const moment = parseInstant(made.replace(' ', 'T').replace(/\+00$/, 'Z'))
  return moment === undefined ? '' : `reckoned ${formatDay(londonDay(moment))} at ${timeInLondon(moment)}`
}

const AREAS = 12
const Opens: FC<{ readonly of: Behind; readonly children?: Child }> = ({ of, children: says }) => (
  <a href={behindAt(of)}>{says}</a>
)
const Enough: FC<{ readonly kept: Kept; readonly areas: number }> = ({ kept: { made, held }, areas }) => (
  <>
    <PageHead
      title="Homes enough?"
      lead={`As the record stood on ${formatLongDay(held.day)}${madeWords(made) === '' ? '' : `, ${madeWords(made)}`}. Numbers of the whole council.`}
      actions={<a href={`${HERE}/statement`}>Sufficiency statement, to print</a>}
    />
    <Stack>
      <Columns kind="even">
        <ForecastCard of={held} />
        <TestedCard of={held} />
      </Columns>
      <GapCard gap={held.gap} asked={areas} />
      <Columns kind="even">
        <PlacesCard of={held} />
        <RecruitingCard of={held.recruiting} />
      </Columns>
      <ByKindCard of={held.recruiting} />
    </Stack>
  </>
)

const range = ({ low, middle, high }: { low: number; middle: number; high: number }): string =>
  `${low} to ${high} (${middle})`
const ForecastCard: FC<{ readonly of: Sufficiency }> = ({ of }) => {
  const kinds = Object.keys(of.forecast.points[0]?.byKind ?? {})
  const shown = of.forecast.points.filter((_, at) => at % 4 === 0)
  return (
    <Card title="How many will need a home">
      <p>{forecastWords(of)}</p>
      <p class="kith-no-print">
        <Opens of={{ what: 'in', on: of.day }}>Who is in care</Opens> ·{' '}
        <Opens of={{ what: 'came', on: of.day }}>who came in the year</Opens> ·{' '}
        <Opens of={{ what: 'left', on: of.day }}>who left in it</Opens>
      </p>
      <ForecastPicture of={of} />
      <DutyTable
        caption="How many will need a home, lowest to highest and the middle, of 95 in 100 futures"
        columns={['Kind of home', ...shown.map(({ day }) => dayOfText(day))]}
        rows={[
          { head: 'All', cells: shown.map(({ all }) => range(all)) },
          ...kinds.map((kind) => ({
            head: capital(kind),
            cells: shown.map(({ byKind }): Child => {
              const own = byKind[kind]
              return own === undefined ? '' : range(own)
            }),
          })),
        ]}
      />
    </Card>
  )
}
const TestedCard: FC<{ readonly of: Sufficiency }> = ({ of }) => (
  <Card title="How such forecasts came out here">
    <p>{testedWords(of)}</p>
    {of.tested.length > 0 && (
      <DutyTable
        caption="Forecasts a year ahead, made from what was known on the day, beside what came"
        columns={['From', 'For', 'Said', 'Came', 'Held']}
        numbers={[2]}
        rows={of.tested.map(({ from, to, said, was, held }) => ({
          head: dayOfText(from),
          cells: [dayOfText(to), range(said), <Opens of={{ what: 'in', on: to }}>{was}</Opens>, held ? 'Yes' : 'No'],
        }))}
      />
    )}
    <p class="kith-note">
      A new policy, or more children who come alone, is in no rate. Where few of these held, plan with a wider range.
    </p>
  </Card>
)

const inNeed = ({ cells }: Gap, area: string): number =>
  cells.filter((one) => one.area === area).reduce((sum, { children: some, free }) => sum + Math.max(0, some - free), 0)
/** A sector without a child in need has no column. */
const areasOf = (gap: Gap): readonly string[] =>
  gap.areas
    .filter((area) => gap.cells.some((one) => one.area === area && one.children > 0))
    .toSorted((a, b) => inNeed(gap, b) - inNeed(gap, a) || (a < b ? -1 : 1))
/** A cell in which there is nothing opens nothing. */
const CellOf: FC<{ readonly cell: GapCell }> = ({ cell: { need, area: sector, children: some, free } }) => {
  const says = `${some} · ${free} free`
  return some + free === 0 ? <span>{says}</span> : <Opens of={{ what: 'gap', need, sector }}>{says}</Opens>
}
const GapCard: FC<{ readonly gap: Gap; readonly asked: number }> = ({ gap, asked }) => {
  const all = areasOf(gap)
  const pages = Math.max(1, Math.ceil(all.length / AREAS))
  const at = Number.isInteger(asked) ? Math.min(Math.max(1, asked), pages) : 1
  const areas = all.slice((at - 1) * AREAS, at * AREAS)
  return (
    <Card title="Homes we are short of" beside={<a href="/distance?show=fails">Who lives far for want of a home</a>}>
      <p>
        Children who wait, or live far for want of a home and wish to be nearer, beside the places that are free in the
        same postcode sector today. Darker means a bigger gap.
      </p>
      {areas.length === 0 ? (
        <EmptyState>No child waits in a sector that may be said.</EmptyState>
      ) : (
        <>
          <GapPicture of={gap} areas={areas} />
          <DutyTable
            caption="Children, and free places, by need and postcode sector"
            columns={['Sector', ...NEED_CODES.map((need) => NEEDS[need])]}
            rows={areas.map((area) => ({
              head: area,
              cells: NEED_CODES.map((need) => {
                const cell = gap.cells.find((one) => one.need === need && one.area === area)
                return cell === undefined ? '' : <CellOf cell={cell} />
              }),
            }))}
          />
        </>
      )}
      {pages > 1 && (
        <Chips
          label="Sectors"
          chips={Array.from({ length: pages }, (_, n) => ({
            ...{
              to: `${HERE}?areas=${n + 1}`,
              words: `Sectors ${n * AREAS + 1} to ${Math.min(all.length, (n + 1) * AREAS)}`,
            },
            current: n + 1 === at,
          }))}
        />
      )}
      <p class="kith-note">
        A home that takes several ages counts in each: places of one sector are no sum. Not on the map, since the area
        is protected or not known: {children(gap.notShown.children)}, {gap.notShown.free} free places.
      </p>
    </Card>
  )
}

const PlacesCard: FC<{ readonly of: Sufficiency }> = ({ of: { places } }) => (
  <Card title="Places approved, and unused" beside={<a href="/homes">Homes</a>}>
    <p>
      {places.approved} approved places in {places.homes} homes: {places.taken} taken or kept,{' '}
      <Opens of={{ what: 'free' }}>{places.free} free</Opens>.{' '}
      {places.notKnown > 0 && (
        <>
          Of <Opens of={{ what: 'notKnown' }}>{places.notKnown} homes</Opens> it is not known how many are free.
        </>
      )}
    </p>
    {places.unused.length === 0 ? (
      <EmptyState>No place is held.</EmptyState>
    ) : (
      <DutyTable
        caption="Places that are approved and cannot be offered, by reason"
        columns={['Why', 'Homes', 'Places']}
        numbers={[0, 1]}
        rows={places.unused.map(({ why, homes, places: count }) => ({
          ...{ head: capital(why), cells: [<Opens of={{ what: 'held', why }}>{homes}</Opens>, count] },
        }))}
      />
    )}
  </Card>
)

const percent = (share: number): string => `${Math.round(share * 100)} in 100`
const RecruitingCard: FC<{ readonly of: Recruiting }> = ({ of }) => (
  <Card title="What the next carers would bring">
    <p>
      <strong>{vacanciesWords(of)}</strong> {recruitingWords(of)} {setAsideWords(of)}{' '}
      {of.counted > 0 && <Opens of={{ what: 'far' }}>Who is counted</Opens>}
    </p>
    <CurvePicture of={of} />
    {of.steps.length > 0 && (
      <DutyTable
        caption="The next carer is the one who brings most children near"
        columns={['Next carer', 'Where', 'Brings', 'Fit on paper', 'We expect']}
        numbers={[1, 2]}
        rows={of.steps.map(({ kind, area, adds, near }, at) => {
          const likely = of.likely[at + 1]
          return {
            head: `${at + 1}. For ${kind}`,
            cells: [area, adds, near, likely === undefined ? '' : `${likely.low} to ${likely.high}`],
          }
        })}
      />
    )}
    <p class="kith-no-print">
      <a href={`${HERE}/campaigns`}>Campaigns of recruiting, and what came of them</a>
    </p>
    <Guesses of={of} />
  </Card>
)
/** Nights of before the council could set them read what ships. */
const Guesses: FC<{ readonly of: Recruiting }> = ({ of: { doubts = settingsOf(AS_IT_SHIPS, 0).doubts, settings } }) => (
  <p class="kith-note">
    Expected, from <a href="/homes/settings">guesses{settings !== undefined && `, ${settings}`}</a>, until we have
    figures of our own: {percent(doubts.approvedInTime)} are approved within the year, {percent(doubts.staysTheYear)} of
    them stay, {percent(doubts.takenUp)} of what fits on paper becomes a home. Nobody is proposed for a move: it says
    what could have been offered.
  </p>
)
const ByKindCard: FC<{ readonly of: Recruiting }> = ({ of: { byKind, already } }) =>
  byKind.every(({ near }) => near.length === 0) ? null : (
    <Card title="The same for one kind of carer alone" flush>
      <DutyTable
        caption="Children near with one, two, three and more carers of one kind"
        columns={['Carers for', 'Nobody new', 'One', 'Two', 'Three', 'Up to ten']}
        numbers={[0, 1, 2, 3, 4]}
        rows={byKind.map(({ kind, near }) => {
          const after = (count: number) => near[Math.min(count, near.length) - 1] ?? already
          return { head: capital(kind), cells: [already, after(1), after(2), after(3), after(10)] }
        })}
      />
    </Card>
  )
