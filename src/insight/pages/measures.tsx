// Every figure as a table, each measure's own page with its chart, definition and baselines, and the figures as they may leave the council.
import type { FC } from 'hono/jsx'
import { formatDay, formatLongDay, type IsoDay } from '#calendar'
import { savedAt } from '#forms'
import { changesOf, hidden, notGiven, sourceOf } from '#indicators'
import { Card, CardList, DutyTable, EmptyState, Facts, PageHead } from '#look'
import { baselinesDecided, baselinesNow, type DecidedBaseline, figuresByMonth, figuresOutside } from '#record-figures'
import { type Answer, notFound, page, type Visit } from '#web'
import { type Charted, changedWords, charted, figureWords, MEASURES, measureOf, numberWords } from '../measure.ts'
import { ChartKey, ChartTable, ControlChart, monthWords } from './chart.tsx'
import { behindPath, HERE, measurePath, NumberOf, opens, Says, VERDICTS } from './parts.tsx'

export async function showMeasures({ door, who }: Visit): Promise<Answer> {
  const charts = await door.as(who, async (asking) => {
    const baselines = await baselinesNow(asking)
    const figures = await figuresByMonth(asking)
    return MEASURES.flatMap(
      (measure) => charted(measure, figures.get(measure.id) ?? [], baselines.get(measure.id)) ?? [],
    )
  })
  return page({ title: 'Every figure', here: HERE, main: <Measures charts={charts} /> })
}

const Measures: FC<{ readonly charts: readonly Charted[] }> = ({ charts }) => (
  <>
    <PageHead
      title="Every figure"
      lead={
        charts[0] &&
        `At the end of ${formatLongDay(charts[0].now.day)}, or of the twelve months to it; reckoned from the record.`
      }
    />
    {charts.length === 0 ? (
      <EmptyState title="The first night has not run yet.">Figures stand here the next morning.</EmptyState>
    ) : (
      <Card title="From the record" flush>
        <DutyTable
          caption="Every figure from the record"
          columns={['Figure', 'Now', 'Numbers', 'Not known', 'Real change']}
          numbers={[0, 1, 2]}
          rows={charts.map(({ measure, now, verdict }) => {
            const { large, beside } = figureWords(measure, now)
            return {
              head: <a href={measurePath(measure.id)}>{measure.name}</a>,
              cells: [
                <a href={opens(measure, now)}>{large}</a>,
                beside,
                now.unknown === 0 ? '' : <a href={behindPath(measure.id, 'u')}>{now.unknown}</a>,
                VERDICTS[verdict],
              ],
            }
          })}
        />
      </Card>
    )}
    <Card title="Not from this record" count={notGiven.length} flush>
      <DutyTable
        caption="Published figures that this record cannot give"
        columns={['Figure', 'Why not']}
        rows={notGiven.map(({ name, because }) => ({ head: name, cells: [because] }))}
      />
    </Card>
  </>
)

export async function showMeasure({ door, who, part }: Visit): Promise<Answer> {
  const measure = measureOf(part('measure'))
  if (measure === undefined) return notFound
  const shown = await door.as(who, async (asking) => {
    const decided = await baselinesDecided(asking, measure.id)
    const figures = await figuresByMonth(asking, [measure.id])
    return { decided, chart: charted(measure, figures.get(measure.id) ?? [], decided[0]) }
  })
  const { name } = measure
  return page({
    title: `${name} – how our children are doing`,
    here: HERE,
    main: shown.chart ? <MeasurePage chart={shown.chart} decided={shown.decided} /> : <NoFigure name={name} />,
  })
}

const NoFigure: FC<{ readonly name: string }> = ({ name }) => (
  <>
    <PageHead title={name} />
    <EmptyState title="The first night has not run yet.">The figure stands here the next morning.</EmptyState>
  </>
)

const MeasurePage: FC<{ readonly chart: Charted; readonly decided: readonly DecidedBaseline[] }> = ({
  chart,
  decided,
}) => {
  const { measure, now } = chart
  return (
    <>
      <PageHead
        title={measure.name}
        lead={
          <>
            {measure.ofTheDay
              ? `At the end of ${formatDay(now.day)}`
              : `Twelve months from ${formatDay(now.since)} to the end of ${formatDay(now.day)}`}{' '}
            · <a href={`${HERE}/measures`}>Every figure</a>
          </>
        }
      />
      <Card title="Month by month" beside={<a href="#months">As a table</a>}>
        <NumberOf of={chart} />
        <div class="kith-control--large">
          <ControlChart of={chart} />
        </div>
        <Says of={chart} />
        <ChartKey />
      </Card>
      <Definition chart={chart} />
      <Baselines {...{ measure, decided }} />
      <Card title="The same months as a table" id="months" flush>
        <ChartTable of={chart} />
      </Card>
    </>
  )
}

const POLARITY = { high: 'More is better', low: 'Fewer is better', none: 'Neither more nor fewer is better by itself' }

const Definition: FC<{ readonly chart: Charted }> = ({ chart: { measure } }) => {
  const says: readonly (readonly [string, string])[] = [
    ['Counted', measure.numerator],
    ['Of', measure.denominator ?? 'a count, of nothing'],
    ['Not known', 'In neither number. Not known is never a no.'],
    ['Which way', POLARITY[measure.polarity]],
    ['Where from', sourceOf(measure)],
    ...(measure.note === undefined ? [] : [['Note', measure.note] as const]),
    ['How it changed', changedWords(changesOf(measure))],
  ]
  return (
    <Card title="What it means">
      <Facts kind="wide" facts={says.map(([name, words]) => ({ name, fact: { words } }))} />
    </Card>
  )
}

type Decided = { readonly measure: Charted['measure']; readonly decided: readonly DecidedBaseline[] }
const Baselines: FC<Decided> = ({ measure, decided }) => (
  <Card title="What is usual" beside={<a href={`${HERE}/baseline`}>Decide what is usual</a>} flush>
    {decided.length === 0 ? (
      <EmptyState>Nobody has decided it.</EmptyState>
    ) : (
      <CardList
        items={decided.map(({ first, last, aim, because, by, at }, n) => (
          <>
            <strong>
              {n === 0 ? 'Now' : 'Before'}: {monthWords(first)} to {monthWords(last)}
              {aim !== null &&
                `, aim ${numberWords({ unit: measure.unit, decimals: Number.isInteger(aim) ? 0 : 1 }, aim)}`}
              .
            </strong>{' '}
            {because}{' '}
            <span class="kith-quiet">
              {by}, {savedAt(at)}
            </span>
          </>
        ))}
      />
    )}
  </Card>
)

export async function showOutside({ door, who }: Visit): Promise<Answer> {
  const rows = await door.as(who, async (asking) => await figuresOutside(asking))
  const day = rows[0]?.day
  return page({ title: 'Figures as they may leave the council', here: HERE, main: <Outside rows={rows} day={day} /> })
}

type OutsideShown = { readonly rows: Awaited<ReturnType<typeof figuresOutside>>; readonly day: IsoDay | undefined }
const Outside: FC<OutsideShown> = ({ rows, day }) => {
  const by = new Map(rows.map((one) => [one.indicator, one]))
  const words = (text: string | null): string => text ?? ''
  return (
    <>
      <PageHead
        title="Figures as they may leave the council"
        lead={day && `To the end of ${formatLongDay(day)}. ${hidden}: hidden, so that nobody can be recognised.`}
      />
      {rows.length === 0 ? (
        <EmptyState title="The first night has not run yet." />
      ) : (
        <Card title="Figures" flush>
          <DutyTable
            caption="Figures as they may leave the council"
            columns={['Figure', 'Value', 'Numerator', 'Denominator']}
            numbers={[0, 1, 2]}
            rows={MEASURES.flatMap((measure) => {
              const own = by.get(measure.id)
              if (own === undefined) return []
              const value =
                own.value === null || own.value === hidden ? words(own.value) : numberWords(measure, Number(own.value))
              return [{ head: measure.name, cells: [value, words(own.above), words(own.below)] }]
            })}
          />
        </Card>
      )}
    </>
  )
}
