// The work itself: how many children each worker has and what makes it heavier, team by team; who left; and how many workers each child has had.
import type { FC } from 'hono/jsx'
import { formatLongDay, type IsoDay } from '#calendar'
import { counted } from '#child-frame'
import type { Asking } from '#database'
import { heavier, type Load, loadsOf } from '#lists'
import { Card, CardList, DutyTable, EmptyState, FilterForm, NotKnown, PageHead, Pages, pageOf, Select } from '#look'
import { baselinesNow, type KeptFigure } from '#record-figures'
import { type Answer, page, type Visit } from '#web'
import { figureWords, measureOf } from '../measure.ts'
import {
  type AtWork,
  childrenOfWorkers,
  type InTeam,
  type NightLoad,
  teamsOfWorkers,
  type WorkersOfChild,
  workersNow,
} from '../work-store.ts'
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

/** What the first page says of the work. */
export const OF_WORKERS: readonly string[] = ['sw_caseload', 'sw_turnover_pct', 'sw_3plus_pct']

const Staff: FC<{ readonly figure: KeptFigure }> = ({ figure }) => {
  const measure = measureOf(figure.indicator)
  if (!measure) return null
  const { large, beside } = figureWords(measure, figure)
  return (
    <>
      <a href={measurePath(measure.id)}>{measure.name}</a>: <a href={opens(measure, figure)}>{large}</a>{' '}
      <span class="kith-quiet">{beside}</span>
      {figure.unknown > 0 && (
        <span class="kith-note">
          Not known of{' '}
          <a href={behindPath(measure.id, 'u')}>
            {measure.of === 'workers'
              ? counted(figure.unknown, 'worker')
              : counted(figure.unknown, 'child', 'children')}
          </a>
        </span>
      )}
    </>
  )
}

export type WorkersShown = {
  readonly figures: readonly KeptFigure[]
  /** By name; undefined: more than a picture holds. */
  readonly loads: readonly NightLoad[] | undefined
  readonly promise: number | undefined
}
export const WorkersCard: FC<WorkersShown> = ({ figures, loads, promise }) => (
  <Card title="Who works with them" beside={<a href={`${HERE}/caseloads`}>Each team and worker</a>} flush>
    {loads !== undefined && loads.length > 0 && (
      <LoadsPicture of="" loads={loads} promise={promise} same="The page of each team and worker has the table." />
    )}
    <CardList
      items={[
        ...figures.map((figure) => <Staff figure={figure} />),
        <a href={`${HERE}/changes/${STEPS[0].least}`}>How many workers each child has had in twelve months</a>,
      ]}
    />
  </Card>
)

type Loaded = Load & { readonly posts: number | null }
type Loads = {
  readonly today: IsoDay
  readonly teams: readonly { readonly team: string; readonly loads: readonly Loaded[] }[]
  readonly promise: number | undefined
  readonly choices: readonly { readonly value: string; readonly text: string }[]
  readonly chosen: string
  readonly at: { readonly page: number; readonly pages: number; readonly of: number }
}

/** Where a worker stands on the page; who is in two teams stands in both. */
type Place = AtWork & Pick<InTeam, 'posts' | 'team' | 'id'>
const NO_TEAM = { id: 'none', team: 'In no team', posts: null }

/** Team by team, and in each by name; who works in no team comes last. */
function placesOf(workers: readonly AtWork[], teams: readonly InTeam[]): readonly Place[] {
  const name = new Map(workers.map((one) => [one.worker, one.name]))
  const placed = teams.flatMap(({ worker, ...team }): Place[] => {
    const called = name.get(worker)
    return called === undefined ? [] : [{ worker, name: called, ...team }]
  })
  const inTeams = new Set(placed.map(({ worker }) => worker))
  const others = workers.filter(({ worker }) => !inTeams.has(worker)).map((one): Place => ({ ...one, ...NO_TEAM }))
  const sorted = placed.toSorted(
    (a, b) =>
      a.team.localeCompare(b.team, 'en-GB') || a.id.localeCompare(b.id) || a.name.localeCompare(b.name, 'en-GB'),
  )
  return [...sorted, ...others]
}

async function loadsAt(asking: Asking, places: readonly Place[], today: IsoDay): Promise<Loads['teams']> {
  const workers = [...new Set(places.map(({ worker }) => worker))]
  const children = await childrenOfWorkers(asking, workers, today)
  const of = new Map((await loadsOf(asking, children, today)).map((load) => [load.worker, load]))
  return [...Map.groupBy(places, ({ id }) => id).values()].map((own) => ({
    team: own[0]?.team ?? '',
    loads: own.flatMap(({ worker, posts }) => {
      const load = of.get(worker)
      return load === undefined ? [] : [{ ...load, posts }]
    }),
  }))
}

export async function showCaseloads({ door, who, today, query }: Visit): Promise<Answer> {
  const shown = await door.as(who, async (asking): Promise<Loads> => {
    const all = placesOf(await workersNow(asking, today), await teamsOfWorkers(asking, today))
    const choices = [...new Map(all.map(({ id, team }) => [id, { value: id, text: team }])).values()]
    const chosen = choices.find(({ value }) => value === query('team'))?.value ?? ''
    const own = chosen === '' ? all : all.filter(({ id }) => id === chosen)
    const { rows, ...at } = pageOf(own, Number(query('page') ?? 1))
    const promise = (await baselinesNow(asking)).get('sw_caseload')?.aim ?? undefined
    return {
      ...{ today, promise, choices, chosen, at: { ...at, of: own.length } },
      teams: await loadsAt(asking, rows, today),
    }
  })
  return page({ title: 'Children for each worker', here: HERE, main: <Caseloads {...shown} /> })
}

const CASELOADS = `${HERE}/caseloads`
const Caseloads: FC<Loads> = ({ today, teams, promise, choices, chosen, at }) => (
  <>
    <PageHead
      title="Children for each worker"
      lead={`${formatLongDay(today)} · of the children in care whom you may see · by name, never by number`}
    />
    {choices.length > 1 && (
      <FilterForm action={CASELOADS} label="Choose a team" reset={{ to: CASELOADS, words: 'All teams' }}>
        <Select name="team" label="Team" value={chosen} items={[{ value: '', text: 'All teams' }, ...choices]} />
      </FilterForm>
    )}
    {teams.length === 0 ? (
      <EmptyState>Nobody works with a child whom you may see.</EmptyState>
    ) : (
      teams.map(({ team, loads }) => <TeamCard {...{ team, loads, promise }} />)
    )}
    <Pages {...at} to={(number) => `${CASELOADS}?${chosen === '' ? '' : `team=${chosen}&`}page=${number}`} links />
  </>
)

const TeamCard: FC<{
  readonly team: string
  readonly loads: readonly Loaded[]
  readonly promise: number | undefined
}> = ({ team, loads, promise }) => (
  <Card
    title={team}
    beside={counted(
      loads.reduce((sum, { children }) => sum + children, 0),
      'child',
      'children',
    )}
    flush
  >
    <LoadsPicture of={` of ${team}`} loads={loads} promise={promise} same="The table below says the same." />
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
)

const ROW = 18
const NAMES = 132
const FULL = 170
type Drawn = {
  readonly of: string
  readonly loads: readonly Pick<Load, 'name' | 'children'>[]
  readonly promise: number | undefined
  /** Where the same stands in words. */
  readonly same: string
}
const LONGEST = 22
const shortened = (name: string): string => (name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name)
/** Bars in the order of the table, which says the same; the line is what was aimed at. */
const LoadsPicture: FC<Drawn> = ({ of, loads, promise, same }) => {
  const most = Math.max(1, promise ?? 0, ...loads.map(({ children }) => children))
  const long = (children: number) => Math.round((children / most) * FULL)
  const height = loads.length * ROW + 8
  return (
    <svg
      class="kith-control kith-loads"
      viewBox={`0 0 ${NAMES + FULL + 30} ${height}`}
      role="img"
      aria-label={`Children of each worker${of}${promise === undefined ? '' : `; the line is at ${promise}`}. ${same}`}
    >
      {loads.map(({ name, children }, at) => (
        <>
          <text x={NAMES - 6} y={at * ROW + 16} text-anchor="end">
            {shortened(name)}
          </text>
          <path
            class={promise !== undefined && children > promise ? 'kith-loads__bar--over' : 'kith-loads__bar'}
            d={`M${NAMES} ${at * ROW + 6}h${long(children)}v12h${-long(children)}z`}
          />
          <text x={NAMES + long(children) + 5} y={at * ROW + 16}>
            {children}
          </text>
        </>
      ))}
      {promise !== undefined && <path class="kith-control__aim" d={`M${NAMES + long(promise)} 2V${height - 2}`} />}
    </svg>
  )
}
