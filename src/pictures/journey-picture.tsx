// The journey of a child, drawn, and the same as a table.
import type { FC } from 'hono/jsx'
import { formatDay, type IsoDay } from '#calendar'
import { Details } from '#look'
import {
  birthdaysOf,
  type EventTone,
  FRAME,
  gapsOf,
  type JourneyBar,
  type JourneyGiven,
  type PlacedBar,
  type PlacedEvent,
  type PlacedLane,
  placedEvents,
  placedLanes,
  scaleOf,
  ticksOf,
  wordsOf,
} from './journey.ts'
import { tenth } from './text.ts'

const sinceWords = ({ since, sinceKnown }: JourneyBar): string => {
  if (since === null) return 'not known'
  return sinceKnown ? formatDay(since) : `began by ${formatDay(since)}`
}
const untilWords = ({ until }: JourneyBar, today: IsoDay): string =>
  until === null || until > today ? 'now' : formatDay(until)
const barTitle = (bar: JourneyBar, today: IsoDay): string =>
  `${wordsOf(bar)}: ${sinceWords(bar)} to ${untilWords(bar, today)}${bar.paused === true ? ', paused' : ''}`

const TOP = 18
/** Lines that look alike are one path: a life has dozens of them. */
const upright = (at: readonly { readonly x: number }[], from: number, to: number): string =>
  at.map(({ x }) => `M${x} ${from}V${to}`).join('')

type Worded = { readonly x: number; readonly words: string | undefined }
const Words: FC<{ readonly of: readonly Worded[]; readonly look: 'head' | 'quiet'; readonly y: number }> = ({
  of,
  look,
  y,
}) => (
  <g class={`kith-picture__${look}`}>
    {of.map(
      ({ x, words }) =>
        words !== undefined && (
          <text x={tenth(x)} y={y}>
            {words}
          </text>
        ),
    )}
  </g>
)

const Axis: FC<{ readonly given: JourneyGiven; readonly bottom: number }> = ({ given, bottom }) => {
  const ticks = ticksOf(given.span)
  const birthdays = birthdaysOf(given)
  const bands = ticks.filter(({ shaded }) => shaded)
  const height = bottom - TOP
  const band = ({ x, until }: { x: number; until: number }) => `M${x} ${TOP}H${until}v${height}H${x}z`
  return (
    <>
      <path class="kith-picture__band" d={bands.map(band).join('')} />
      <path class="kith-picture__grid" d={upright(ticks, TOP, bottom)} />
      <Words of={ticks.map(({ x, words }) => ({ x: x + 5, words }))} look="head" y={14} />
      <path class="kith-picture__tick" d={upright(birthdays, 24, 36)} />
      <Words of={birthdays.map(({ x, words }) => ({ x: x + 4, words }))} look="quiet" y={35} />
    </>
  )
}

/** A shape for each tone, so that no meaning rests on a colour: diamond, square, triangle, circle. */
const SHAPES: Readonly<Record<EventTone, string>> = {
  move: 'm0-7l7 7l-7 7l-7-7z',
  law: 'm-6-6h12v12h-12z',
  worry: 'm0-7l7.5 13h-15z',
  good: 'm-6.5 0a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0-13 0z',
}
const eventY = (row: number): number => FRAME.axis + 14 + row * 25
/** A move looks as every event does; the others say what they are. */
const markOf = ({ tone }: PlacedEvent['event']): string | undefined =>
  tone === 'move' ? undefined : `kith-picture__mark--${tone}`
const Event: FC<{ readonly placed: PlacedEvent }> = ({ placed: { event, x, row, words, before } }) => {
  const y = eventY(row)
  return (
    <>
      <path class={markOf(event)} d={`M${x} ${y}${SHAPES[event.tone]}`}>
        <title>{`${event.words}: ${formatDay(event.on)}`}</title>
      </path>
      {words !== undefined && (
        <text x={tenth(before ? x - 12 : x + 12)} y={y + 5} text-anchor={before ? 'end' : undefined}>
          {words}
        </text>
      )}
    </>
  )
}

/** Square with soft corners; open on the left, like torn paper, where it is not known when it began. */
function outline(x: number, y: number, { width, open }: PlacedBar): string {
  const h = FRAME.bar
  if (!open || width < 12) return `M${x} ${y}h${width}v${h}h${-width}z`
  const step = h / 4
  return `M${x + 6} ${y}H${x + width}V${y + h}H${x + 6}l-6 ${-step}l6 ${-step}l-6 ${-step}z`
}
const LOOKS: Readonly<Record<PlacedBar['kind'], string | undefined>> = {
  past: undefined,
  gap: undefined,
  now: 'kith-picture__now',
  paused: 'kith-picture__paused',
}
const Bar: FC<{ readonly lane: PlacedLane; readonly bar: PlacedBar; readonly today: IsoDay }> = ({
  lane,
  bar,
  today,
}) => {
  const y = lane.y + bar.row * (FRAME.bar + FRAME.between)
  return (
    <>
      <path class={LOOKS[bar.kind]} d={outline(bar.x, y, bar)}>
        <title>{barTitle(bar.bar, today)}</title>
      </path>
      {bar.words !== undefined && (
        <text x={tenth(bar.x + (bar.open ? 12 : 6))} y={y + FRAME.bar / 2 + 5}>
          {bar.words}
        </text>
      )}
    </>
  )
}
/** How a bar looks follows from its lane, so that no bar says it again. */
const Lane: FC<{ readonly lane: PlacedLane; readonly at: number; readonly today: IsoDay }> = ({ lane, at, today }) => {
  const gaps = lane.bars.filter(({ kind }) => kind === 'gap')
  const bars = lane.bars.filter(({ kind }) => kind !== 'gap')
  const drawn = (bar: PlacedBar) => <Bar lane={lane} bar={bar} today={today} />
  return (
    <g class={`kith-picture__lane--${(at % 6) + 1}`}>
      <text class="kith-picture__head" x={0} y={lane.y + FRAME.bar / 2 + 5}>
        {lane.lane.name}
      </text>
      {gaps.length > 0 && <g class="kith-picture__gaps">{gaps.map(drawn)}</g>}
      {bars.map(drawn)}
    </g>
  )
}
const below = ({ y, height }: PlacedLane): string =>
  `M${FRAME.left} ${y + height + FRAME.gap / 2}H${FRAME.width - FRAME.right}`

function described({ lanes, events, span, today }: JourneyGiven): string {
  const now = lanes.flatMap(({ name, bars }) => {
    const standing = bars.filter(({ until }) => until === null || until > today).map(wordsOf)
    return standing.length === 0 ? [] : [`${name}: ${standing.join(', ')}`]
  })
  const shown = events.filter(({ on }) => on >= span.from && on <= span.until).length
  const marked = shown === 1 ? '1 key event' : `${shown} key events`
  return `From ${formatDay(span.from)} to today, ${formatDay(today)}, with ${marked}. Now: ${now.join('; ') || 'nothing known'}. The table below says the same.`
}

/** The drawing alone. */
export const JourneyPicture: FC<JourneyGiven> = (given) => {
  const { lanes, height } = placedLanes(given)
  const bottom = height - FRAME.foot + 4
  const events = placedEvents(given)
  const now = scaleOf(given.span)(given.today)
  const { id, title, today } = given
  return (
    <svg
      class="kith-picture kith-picture--journey"
      viewBox={`0 0 ${FRAME.width} ${height}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-description`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-description`}>{described(given)}</desc>
      <Axis given={given} bottom={bottom} />
      <text class="kith-picture__head" x={0} y={FRAME.axis + 19}>
        Key events
      </text>
      <path class="kith-picture__drop" d={events.map(({ x, row }) => `M${x} ${eventY(row) + 7}V${bottom}`).join('')} />
      <path class="kith-picture__grid" d={lanes.map(below).join('')} />
      {lanes.map((lane, at) => (
        <Lane lane={lane} at={at} today={today} />
      ))}
      <g class="kith-picture__events">
        {events.map((placed) => (
          <Event placed={placed} />
        ))}
      </g>
      <line class="kith-picture__today" x1={now} x2={now} y1={TOP + 4} y2={bottom} />
      <text class="kith-picture__today-label" x={now + 4} y={height - 4} text-anchor="end">
        Today
      </text>
    </svg>
  )
}

const byStart = (a: JourneyBar, b: JourneyBar): number => {
  const [first, second] = [a.since ?? '', b.since ?? '']
  return first === second ? 0 : first < second ? -1 : 1
}
type Part = { readonly name: string; readonly rows: readonly (readonly string[])[] }
function partsOf({ lanes, events, today }: JourneyGiven): readonly Part[] {
  const ordered = [...events].sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1))
  const ofLane = (lane: JourneyGiven['lanes'][number]) =>
    [...lane.bars, ...gapsOf(lane, today)]
      .sort(byStart)
      .map((bar) => [
        `${wordsOf(bar)}${bar.paused === true ? ' (paused)' : ''}`,
        sinceWords(bar),
        untilWords(bar, today),
      ])
  const parts = [
    { name: 'Key events', rows: ordered.map(({ on, words }) => [words, formatDay(on), '']) },
    ...lanes.map((lane) => ({ name: lane.name, rows: ofLane(lane) })),
  ]
  return parts.filter(({ rows }) => rows.length > 0)
}

/** What the drawing shows and what it has no room for. Each part is named once, beside all of its rows. */
export const JourneyTable: FC<JourneyGiven> = (given) => (
  <table class="kith-picture-table">
    <caption class="govuk-visually-hidden">{given.title}</caption>
    <thead>
      <tr>
        {['Part', 'What', 'From', 'To'].map((name) => (
          <th scope="col">{name}</th>
        ))}
      </tr>
    </thead>
    {partsOf(given).map(({ name, rows }) => (
      <tbody>
        {rows.map((cells, at) => (
          <tr>
            {at === 0 && (
              <th scope="rowgroup" rowspan={rows.length}>
                {name}
              </th>
            )}
            {cells.map((words) => (
              <td>{words}</td>
            ))}
          </tr>
        ))}
      </tbody>
    ))}
  </table>
)

/** The drawing, which scrolls where it is wider than the screen, and its table. */
export const Journey: FC<JourneyGiven> = (given) => (
  <>
    <section class="kith-picture-scroll" tabindex={0} aria-label={given.title}>
      <JourneyPicture {...given} />
    </section>
    <Details summary="Show this as a table">
      <JourneyTable {...given} />
    </Details>
  </>
)
