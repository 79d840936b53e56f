// The first page of insight: what has really changed, what needs a decision with the child's words, the measures that matter, the work, and what is not known.
import type { Child, FC } from 'hono/jsx'
import { addDays, formatLongDay, type IsoDay } from '#calendar'
import { counted } from '#child-frame'
import type { Asking } from '#database'
import { Card, CardList, Columns, EmptyState, PageHead, Stack, Tag } from '#look'
import { baselinesNow, figuresByMonth, lastNight } from '#record-figures'
import { type Answer, page, type Visit } from '#web'
import { type Charted, charted, figureWords, measureOf, THAT_MATTER } from '../measure.ts'
import { type NotKnownOf, nightLoads, notKnownOn } from '../work-store.ts'
import { ChartKey } from './chart.tsx'
import { behindPath, HERE, isChange, MeasureCard, measurePath, tagOf, VERDICTS } from './parts.tsx'
import { PUBLISHED } from './published.tsx'
import { OF_WORKERS, WorkersCard, type WorkersShown } from './work.tsx'

/** What waits for this person's decision, as their home shows it; handed in, since homes stand above. */
export type DecisionsCard = (asking: Asking, today: IsoDay) => Promise<Child>

type Shown = {
  readonly day: IsoDay
  readonly inCare: number
  readonly charts: readonly Charted[]
  readonly decided: number
  readonly decisions: Child
  readonly invented: boolean
  /** Of the work, as the night told it. */
  readonly workers: WorkersShown
  readonly notKnown: readonly NotKnownOf[]
}

/** More bars than that are no picture. */
const MOST_BARS = 30
type Beside = Pick<Shown, 'decisions' | 'invented'>
/** All from what the night told: however many the children are, the page costs the same. */
async function shownTo(asking: Asking, day: IsoDay, beside: Beside): Promise<Shown> {
  const baselines = await baselinesNow(asking)
  const asked = new Set([...THAT_MATTER, ...baselines.keys(), ...OF_WORKERS, 'cla_count'])
  const figures = await figuresByMonth(asking, [...asked])
  const charts = [...figures].flatMap(([id, own]) => {
    if (!THAT_MATTER.includes(id) && !baselines.has(id)) return []
    const measure = measureOf(id)
    const chart = measure && charted(measure, own, baselines.get(id))
    return chart ? [chart] : []
  })
  return {
    ...{ day, charts, ...beside, decided: baselines.size },
    inCare: figures.get('cla_count')?.at(-1)?.above ?? 0,
    workers: {
      figures: OF_WORKERS.flatMap((id) => figures.get(id)?.at(-1) ?? []),
      loads: await nightLoads(asking, day, MOST_BARS),
      promise: baselines.get('sw_caseload')?.aim ?? undefined,
    },
    notKnown: await notKnownOn(asking, day),
  }
}

export const showInsight =
  (decisionsCard: DecisionsCard, invented: boolean) =>
  async ({ door, who, today }: Visit): Promise<Answer> => {
    const main = await door.as(who, async (asking) => {
      const day = await lastNight(asking)
      const decisions = await decisionsCard(asking, today)
      return day === undefined ? (
        <NoNight decisions={decisions} />
      ) : (
        <Insight {...(await shownTo(asking, day, { decisions, invented }))} dueDay={addDays(today, -2)} />
      )
    })
    return page({ title: 'How our children are doing', here: HERE, main })
  }

const NoNight: FC<{ readonly decisions: Child }> = ({ decisions }) => (
  <>
    <PageHead title="How our children are doing" />
    <Columns kind="even">
      <Card title="Figures">
        <EmptyState title="The first night has not run yet.">
          Figures are reckoned each night at a quarter past three, and stand here the next morning, with the two years
          of months before them as far as the record knows them.
        </EmptyState>
      </Card>
      {decisions}
    </Columns>
  </>
)

/** `dueDay`: what a night has told of for certain; that of yesterday may be under way. */
const Insight: FC<Shown & { readonly dueDay: IsoDay }> = (shown) => {
  const by = new Map(shown.charts.map((one) => [one.measure.id, one]))
  const matter = THAT_MATTER.flatMap((id) => by.get(id) ?? [])
  return (
    <>
      <PageHead
        title="How our children are doing"
        lead={
          <>
            <strong>{counted(shown.inCare, 'child', 'children')} in care</strong> · figures to the end of{' '}
            {formatLongDay(shown.day)}
            {shown.day < shown.dueDay && <strong>, and of no night since</strong>} · every number opens the children
            behind it
          </>
        }
      />
      <Columns kind="even">
        <Changed {...shown} />
        {shown.decisions}
      </Columns>
      <h2 class="kith-measures-head">Measures that matter</h2>
      <ul class="kith-measures">
        {matter.map((one) => (
          <MeasureCard of={one} />
        ))}
      </ul>
      <ChartKey />
      <p class="kith-no-print">
        <a href={`${HERE}/measures`}>Every figure as a table</a> ·{' '}
        <a href={`${HERE}/outside`}>As they may leave the council</a>
        {shown.invented && (
          <>
            {' '}
            · <a href={PUBLISHED}>Beside what is published</a>
          </>
        )}
      </p>
      <Columns kind="even">
        <WorkersCard {...shown.workers} />
        <Stack>
          <NotKnownCard of={shown.notKnown} />
        </Stack>
      </Columns>
    </>
  )
}

/** Each as its chart says it, worse first. */
const Changed: FC<Shown> = ({ charts, decided }) => {
  const order = ['worse', 'better', 'changed']
  const changed = charts
    .filter(({ verdict }) => isChange(verdict))
    .toSorted((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict))
  return (
    <Card title="What has really changed" beside={<a href={`${HERE}/baseline`}>Decide what is usual</a>} flush>
      {changed.length === 0 ? (
        <EmptyState>
          {decided === 0
            ? 'Nobody has decided yet what is usual. Until then nobody can say what has changed.'
            : 'Nothing. Figures of one day go up and down as usual; those of twelve months move slowly and are not judged.'}
        </EmptyState>
      ) : (
        <CardList items={changed.map((one) => ChangeLine(one))} />
      )}
    </Card>
  )
}

function ChangeLine({ measure, now, verdict, sentence }: Charted): Child {
  const { large } = figureWords(measure, now)
  return (
    <>
      {isChange(verdict) && <Tag classes={tagOf(verdict)}>{VERDICTS[verdict]}</Tag>}{' '}
      <strong>
        <a href={measurePath(measure.id)}>{measure.name}</a>: {large}.
      </strong>{' '}
      {sentence}{' '}
      <span class="kith-no-print">
        <a href={behindPath(measure.id)}>See them</a>
      </span>
    </>
  )
}

const MOST = 6
/** The figures that lack most; whoever can put it right stands on the page behind. */
const NotKnownCard: FC<{ readonly of: readonly NotKnownOf[] }> = ({ of }) => (
  <Card
    title="What is not known"
    beside={of.length > 0 ? <a href={`${HERE}/missing-facts`}>Who can put it right</a> : undefined}
    flush
  >
    {of.length === 0 ? (
      <EmptyState>Nothing is missing for any figure.</EmptyState>
    ) : (
      <CardList
        items={of.slice(0, MOST).map(({ indicator, unknown }) => {
          const measure = measureOf(indicator)
          return (
            measure && (
              <>
                {measure.name}: of{' '}
                <a href={behindPath(indicator, 'u')}>
                  {measure.of === 'workers' ? counted(unknown, 'worker') : counted(unknown, 'child', 'children')}
                </a>
              </>
            )
          )
        })}
      />
    )}
  </Card>
)
