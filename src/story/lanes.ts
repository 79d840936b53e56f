// The journey of a child as lanes: homes, law, school, social worker, family time, and what changed their life.
import type { IsoDay } from '#calendar'
import { counted, type FrameWorker, isTimeAway, legalShort } from '#child-frame'
import {
  type EventTone,
  type JourneyBar,
  type JourneyEvent,
  type JourneyGiven,
  type JourneyLane,
  spanOf,
} from '#pictures'
import { type Entry, homeNamed } from './entry.ts'
import type { StoryRows } from './rows.ts'
import { seriesOf, withBreaks } from './short-breaks.ts'

export const SPANS = { life: 'Whole life', care: 'Since coming into care', year: 'Last 12 months' } as const
export type SpanName = keyof typeof SPANS
export const isSpan = (text: string | undefined): text is SpanName => text !== undefined && Object.hasOwn(SPANS, text)

type Bar = {
  readonly since: IsoDay | null
  readonly until: IsoDay | null
  readonly sinceKnown?: boolean
  readonly paused?: boolean
}
const bar = (words: string, { since, until, sinceKnown = true, paused }: Bar): JourneyBar => ({
  ...{ words, since, sinceKnown, until },
  ...(paused === undefined ? {} : { paused }),
})

const workerLane = (workers: readonly FrameWorker[]): JourneyLane => ({
  name: 'Social worker',
  always: true,
  bars: workers
    .filter(({ part }) => part === 'allocated-worker')
    .map(({ name, since, until }) => bar(name, { since: since ?? null, until: until ?? null })),
})

const inOrder = (bars: readonly JourneyBar[]): readonly JourneyBar[] =>
  bars.toSorted((a, b) => ((a.since ?? '') < (b.since ?? '') ? -1 : 1))

/** Only lanes whose part of the record is open to the reader. */
function lanesOf(rows: StoryRows, workers: readonly FrameWorker[]): readonly JourneyLane[] {
  const parted = withBreaks(rows)
  const { homes, orders, schools, times } = parted.rest
  const breaks = seriesOf(parted).map((series) => bar(`Short breaks, ${counted(series.breaks.length, 'stay')}`, series))
  const lanes: (JourneyLane | undefined)[] = [
    homes && {
      name: 'Home',
      always: true,
      bars: inOrder([
        ...homes.filter(({ kind }) => !isTimeAway(kind)).map((home) => bar(homeNamed(home), home)),
        ...breaks,
      ]),
    },
    orders && {
      ...{ name: 'Law', always: true },
      bars: inOrder([...orders.map((order) => bar(legalShort(order.kind), order)), ...breaks]),
    },
    schools && { name: 'School', always: false, bars: schools.map((school) => bar(school.name, school)) },
    workerLane(workers),
    times && { name: 'Family time', always: false, bars: times.map((time) => bar(`${time.name} ${time.words}`, time)) },
  ]
  return lanes.filter((lane) => lane !== undefined).filter(({ bars }) => bars.length > 0)
}

const toneOf = ({ found, chip }: Entry): EventTone => {
  if (found.includes('missing')) return 'worry'
  if (found.includes('moves')) return 'move'
  return found.includes('good') ? 'good' : chip?.words === 'Law' ? 'law' : 'move'
}
const SHOWN = 14
/** Key events that no lane tells already; the latest, where there are more than can be read. */
const eventsOf = (entries: readonly Entry[]): readonly JourneyEvent[] =>
  entries
    .filter(({ found, chip }) => found.includes('key') && chip?.words !== 'Law' && !found.includes('moves'))
    .slice(0, SHOWN)
    .map((entry) => ({ on: entry.on, words: entry.title, tone: toneOf(entry) }))

type Asked = {
  readonly rows: StoryRows
  readonly entries: readonly Entry[]
  readonly workers: readonly FrameWorker[]
  readonly born: IsoDay | undefined
  readonly today: IsoDay
  readonly name: string
  readonly span: SpanName
}
/** undefined: there is nothing to draw. */
export function journeyOf({ rows, entries, workers, born, today, name, span }: Asked): JourneyGiven | undefined {
  const lanes = lanesOf(rows, workers)
  if (lanes.length === 0) return undefined
  const starts = lanes.flatMap(({ bars }) => bars.flatMap(({ since }) => since ?? [])).sort()
  const came = rows.periods?.[0]?.since ?? starts[0] ?? today
  const asked =
    span === 'life'
      ? ({ kind: 'whole life' } as const)
      : span === 'year'
        ? ({ kind: 'last 12 months' } as const)
        : ({ kind: 'since', day: came } as const)
  return {
    ...{ id: 'journey', title: `${name}’s journey`, today, born, lanes },
    span: spanOf(asked, { born, first: starts[0], today }),
    events: eventsOf(entries),
  }
}
