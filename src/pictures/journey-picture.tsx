// The journey of a child, drawn, and the same as a table.
import type { FC } from 'hono/jsx'
import { formatDay, type IsoDay } from '#calendar'
import { Details, Table } from '#look'
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

const sinceWords = ({ since, sinceKnown }: JourneyBar): string => {
  if (since === null) return 'not known'
  return sinceKnown ? formatDay(since) : `began by ${formatDay(since)}`
}
const untilWords = ({ until }: JourneyBar, today: IsoDay): string =>
  until === null || until > today ? 'now' : formatDay(until)
const barTitle = (bar: JourneyBar, today: IsoDay): string =>
  `${wordsOf(bar)}: ${sinceWords(bar)} to ${untilWords(bar, today)}${bar.paused === true ? ', paused' : ''}`

const TOP = 18
const Axis: FC<{ readonly given: JourneyGiven; readonly bottom: number }> = ({ given, bottom }) => (
  <g>
    {ticksOf(given.span).map(({ x, until, words, shaded }) => (
      <>
        {shaded && <rect class="kith-picture__band" x={x} y={TOP} width={until - x} height={bottom - TOP} />}
        <line class="kith-picture__grid" x1={x} x2={x} y1={TOP} y2={bottom} />
        {words !== undefined && (
          <text class="kith-picture__head" x={x + 5} y={14}>
            {words}
          </text>
        )}
      </>
    ))}
    {birthdaysOf(given).map(({ x, words }) => (
      <>
        <line class="kith-picture__tick" x1={x} x2={x} y1={24} y2={36} />
        {words !== undefined && (
          <text class="kith-picture__quiet" x={x + 4} y={35}>
            {words}
          </text>
        )}
      </>
    ))}
  </g>
)

/** A shape for each tone, so that no meaning rests on a colour: diamond, square, triangle, circle. */
const SHAPES: Readonly<Record<EventTone, string>> = {
  move: 'm0-7l7 7l-7 7l-7-7z',
  law: 'm-6-6h12v12h-12z',
  worry: 'm0-7l7.5 13h-15z',
  good: 'm-6.5 0a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0-13 0z',
}
const eventY = (row: number): number => FRAME.axis + 14 + row * 25
const Drop: FC<{ readonly placed: PlacedEvent; readonly bottom: number }> = ({ placed: { event, x, row }, bottom }) => (
  <line class={`kith-picture__drop kith-picture__drop--${event.tone}`} x1={x} x2={x} y1={eventY(row) + 7} y2={bottom} />
)
const Event: FC<{ readonly placed: PlacedEvent }> = ({ placed: { event, x, row, words, before } }) => {
  const y = eventY(row)
  return (
    <g>
      <title>{`${event.words}: ${formatDay(event.on)}`}</title>
      <path class={`kith-picture__mark kith-picture__mark--${event.tone}`} d={`M${x} ${y}${SHAPES[event.tone]}`} />
      {words !== undefined && (
        <text
          class="kith-picture__label kith-picture__label--halo"
          x={before ? x - 12 : x + 12}
          y={y + 5}
          text-anchor={before ? 'end' : 'start'}
        >
          {words}
        </text>
      )}
    </g>
  )
}

/** Square with soft corners; open on the left, like torn paper, where it is not known when it began. */
function outline(x: number, y: number, { width, open }: PlacedBar): string {
  const h = FRAME.bar
  if (!open || width < 12) return `M${x} ${y}h${width}v${h}h${-width}z`
  const step = h / 4
  return `M${x + 6} ${y}H${x + width}V${y + h}H${x + 6}l-6 ${-step}l6 ${-step}l-6 ${-step}z`
}
const Bar: FC<{ readonly lane: PlacedLane; readonly at: number; readonly bar: PlacedBar; readonly today: IsoDay }> = ({
  lane,
  at,
  bar,
  today,
}) => {
  const y = lane.y + bar.row * (FRAME.bar + FRAME.between)
  const look = `kith-picture__bar kith-picture__bar--${bar.kind} kith-picture__bar--lane-${(at % 6) + 1}`
  return (
    <g>
      <title>{barTitle(bar.bar, today)}</title>
      <path class={look} d={outline(bar.x, y, bar)} />
      {bar.words !== undefined && (
        <text
          class={`kith-picture__label${bar.kind === 'now' ? ' kith-picture__label--on-dark' : ''}`}
          x={bar.x + (bar.open ? 12 : 6)}
          y={y + FRAME.bar / 2 + 5}
        >
          {bar.words}
        </text>
      )}
    </g>
  )
}
const Lane: FC<{ readonly lane: PlacedLane; readonly at: number; readonly today: IsoDay }> = ({ lane, at, today }) => (
  <g>
    <text class="kith-picture__head" x={0} y={lane.y + FRAME.bar / 2 + 5}>
      {lane.lane.name}
    </text>
    <line
      class="kith-picture__grid"
      x1={FRAME.left}
      x2={FRAME.width - FRAME.right}
      y1={lane.y + lane.height + FRAME.gap / 2}
      y2={lane.y + lane.height + FRAME.gap / 2}
    />
    {lane.bars.map((bar) => (
      <Bar lane={lane} at={at} bar={bar} today={today} />
    ))}
  </g>
)

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
      {events.map((placed) => (
        <Drop placed={placed} bottom={bottom} />
      ))}
      {lanes.map((lane, at) => (
        <Lane lane={lane} at={at} today={today} />
      ))}
      {events.map((placed) => (
        <Event placed={placed} />
      ))}
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
/** What the drawing shows and what it has no room for. */
export const JourneyTable: FC<JourneyGiven> = ({ title, lanes, events, today }) => {
  const ordered = [...events].sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1))
  const rows = [
    ...ordered.map(({ on, words }) => ['Key event', words, formatDay(on), '']),
    ...lanes.flatMap((lane) =>
      [...lane.bars, ...gapsOf(lane, today)]
        .sort(byStart)
        .map((bar) => [
          lane.name,
          `${wordsOf(bar)}${bar.paused === true ? ' (paused)' : ''}`,
          sinceWords(bar),
          untilWords(bar, today),
        ]),
    ),
  ]
  return (
    <Table caption={title} captionClasses="govuk-visually-hidden" head={['Part', 'What', 'From', 'To']} rows={rows} />
  )
}

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
