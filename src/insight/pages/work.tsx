// The work itself: how many children each worker has and what makes it heavier, team by team; who left; and how many workers each child has had.
import type { FC } from 'hono/jsx'
import { formatLongDay, type IsoDay } from '#calendar'
import { counted } from '#child-frame'
import type { Asking } from '#database'
import { byName, heavier, type Load, loadsOf } from '#lists'
import { Card, CardList, DutyTable, EmptyState, NotKnown, PageHead } from '#look'
import { baselinesNow, figuresByMonth, type KeptFigure } from '#record-figures'
import { type Answer, page, type Visit } from '#web'
import { figureWords, measureOf } from '../measure.ts'
import { type InTeam, teamsOfWorkers, type WorkersOfChild, workersOfChildren } from '../work-store.ts'
import { behindPath, HERE, measurePath, opens } from './parts.tsx'

/** How many children had none, one, two, or three and more workers in twelve months. */
const STEPS = [
  { least: 3, words: 'Three or more' },
  { least: 2, words: 'Two' },
  { least: 1, words: 'One' },
  { least: 0, words: 'Nobody that is recorded' },
] as const
type Step = { readonly least: number; readonly words: string; readonly children: readonly string[] }
export const stepOf = (least: number): (typeof STEPS)[number] | undefined => STEPS.find((one) => one.least === least)

export function stepsOf(rows: readonly WorkersOfChild[]): readonly Step[] {
  const least = STEPS[0].least
  return STEPS.map((step) => ({
    ...step,
    children: rows.filter(({ workers }) => Math.min(workers, least) === step.least).map(({ child }) => child),
  }))
}

export type Turnover = {
  readonly steps: readonly Step[]
  readonly left: KeptFigure | undefined
  readonly each: KeptFigure | undefined
}

export async function turnoverOf(asking: Asking, day: IsoDay): Promise<Turnover> {
  const figures = await figuresByMonth(asking, ['sw_turnover_pct', 'sw_caseload'])
  return {
    steps: stepsOf(await workersOfChildren(asking, day)),
    left: figures.get('sw_turnover_pct')?.at(-1),
    each: figures.get('sw_caseload')?.at(-1),
  }
}

const Staff: FC<{ readonly id: string; readonly figure: KeptFigure | undefined }> = ({ id, figure }) => {
  const measure = measureOf(id)
  if (!measure || !figure) return null
  const { large, beside } = figureWords(measure, figure)
  return (
    <>
      <a href={measurePath(id)}>{measure.name}</a>: <a href={opens(measure, figure)}>{large}</a>{' '}
      <span class="kith-quiet">{beside}</span>
      {figure.unknown > 0 && (
        <span class="kith-note">
          Of <a href={behindPath(id, 'u')}>{counted(figure.unknown, 'worker')}</a> it is not known how much of a post
          they work
        </span>
      )}
    </>
  )
}

export const TurnoverCard: FC<Turnover> = ({ steps, left, each }) => (
  <Card title="Who works with them" beside={<a href={`${HERE}/caseloads`}>Each team and worker</a>} flush>
    <CardList
      items={[
        <Staff id="sw_caseload" figure={each} />,
        <Staff id="sw_turnover_pct" figure={left} />,
        <>
          Workers of each child in twelve months:{' '}
          {steps.map(({ least, words, children }, at) => (
            <>
              {at > 0 && ' · '}
              {words.toLowerCase()} <a href={`${HERE}/changes/${least}`}>{children.length}</a>
            </>
          ))}
        </>,
      ]}
    />
  </Card>
)

type Loads = {
  readonly today: IsoDay
  readonly teams: readonly {
    readonly team: string
    readonly loads: readonly (Load & { readonly posts: number | null })[]
  }[]
  readonly promise: number | undefined
}

/** Team by team, by name; who works in no team comes last. */
function byTeam(loads: readonly Load[], teams: readonly InTeam[]): Loads['teams'] {
  const of = new Map(loads.map((load) => [load.worker, load]))
  const placed = new Set(teams.map(({ worker }) => worker))
  const inTeams = [...Map.groupBy(teams, ({ team }) => team)].map(([team, own]) => ({
    team,
    loads: byName(own.flatMap(({ worker }) => of.get(worker) ?? [])).map((load) => ({
      ...load,
      posts: own.find(({ worker }) => worker === load.worker)?.posts ?? null,
    })),
  }))
  const others = byName(loads.filter(({ worker }) => !placed.has(worker))).map((load) => ({ ...load, posts: null }))
  return [...inTeams, ...(others.length === 0 ? [] : [{ team: 'In no team', loads: others }])]
}

export async function showCaseloads({ door, who, today }: Visit): Promise<Answer> {
  const shown = await door.as(who, async (asking): Promise<Loads> => {
    const children = (await workersOfChildren(asking, today)).map(({ child }) => child)
    const teams = byTeam(await loadsOf(asking, children, today), await teamsOfWorkers(asking, today))
    return { today, teams, promise: (await baselinesNow(asking)).get('sw_caseload')?.aim ?? undefined }
  })
  return page({ title: 'Children for each worker', here: HERE, main: <Caseloads {...shown} /> })
}

const Caseloads: FC<Loads> = ({ today, teams, promise }) => (
  <>
    <PageHead
      title="Children for each worker"
      lead={`${formatLongDay(today)} · of the children in care whom you may see · by name, never by number`}
    />
    {teams.every(({ loads }) => loads.length === 0) ? (
      <EmptyState>Nobody works with a child whom you may see.</EmptyState>
    ) : (
      teams
        .filter(({ loads }) => loads.length > 0)
        .map(({ team, loads }) => (
          <Card
            title={team}
            beside={`${counted(
              loads.reduce((sum, { children }) => sum + children, 0),
              'child',
              'children',
            )}`}
            flush
          >
            <LoadsPicture team={team} loads={loads} promise={promise} />
            <DutyTable
              caption={`Children of each worker of ${team}`}
              columns={['Worker', 'Children', 'Of a full post', 'What makes it heavier']}
              numbers={[0, 1]}
              rows={loads.map((load) => ({
                head: load.name,
                cells: [
                  <a class="kith-target" href={`/children?worker=${load.worker}`}>
                    {load.children}
                    <span class="govuk-visually-hidden"> children of {load.name}</span>
                  </a>,
                  load.posts === null ? <NotKnown words="Not said" /> : load.posts,
                  heavier(load).join('; ') || <span class="kith-quiet">nothing that the record tells</span>,
                ],
              }))}
            />
          </Card>
        ))
    )}
  </>
)

const ROW = 24
const NAMES = 150
const FULL = 320
type Drawn = { readonly team: string; readonly loads: readonly Load[]; readonly promise: number | undefined }
/** Bars in the order of the table below, which says the same; the line is what was aimed at. */
const LoadsPicture: FC<Drawn> = ({ team, loads, promise }) => {
  const most = Math.max(1, promise ?? 0, ...loads.map(({ children }) => children))
  const long = (children: number) => Math.round((children / most) * FULL)
  const height = loads.length * ROW + 8
  return (
    <svg
      class="kith-control kith-control--large"
      viewBox={`0 0 ${NAMES + FULL + 40} ${height}`}
      role="img"
      aria-label={`Children of each worker of ${team}${promise === undefined ? '' : `; the line is at ${promise}`}. The table below says the same.`}
    >
      {loads.map(({ name, children }, at) => (
        <>
          <text x={NAMES - 8} y={at * ROW + 18} text-anchor="end">
            {name}
          </text>
          <path
            class={promise !== undefined && children > promise ? 'kith-loads__bar--over' : 'kith-loads__bar'}
            d={`M${NAMES} ${at * ROW + 6}h${long(children)}v16h${-long(children)}z`}
          />
          <text x={NAMES + long(children) + 5} y={at * ROW + 18}>
            {children}
          </text>
        </>
      ))}
      {promise !== undefined && <path class="kith-control__aim" d={`M${NAMES + long(promise)} 2V${height - 2}`} />}
    </svg>
  )
}
