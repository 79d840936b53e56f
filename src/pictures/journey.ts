// A child's life as lanes over time: what is drawn, worked out from what is known; the picture and its table both read this.
import { addDays, addYears, ageOn, attainsAge, daysBetween, type IsoDay, numberOf, parseDay } from '#calendar'
import { fitted, tenth, textWidth } from './text.ts'

/** A home that is protected has no words: nothing is there that could be drawn. */
export type BarWords = { readonly words: string } | { readonly keptPrivate: true }
export type JourneyBar = BarWords & {
  /** null: it began before anybody wrote it down. */
  readonly since: IsoDay | null
  /** False: it had begun by `since`. */
  readonly sinceKnown: boolean
  /** The first day on which it was no longer so; null: it still is. */
  readonly until: IsoDay | null
  /** Agreed, and not happening now. */
  readonly paused?: boolean
}
export type JourneyLane = {
  readonly name: string
  readonly bars: readonly JourneyBar[]
  /** Whether there should always be one: then days without any are shown as not known. */
  readonly always: boolean
}
export type EventTone = 'move' | 'law' | 'worry' | 'good'
export type JourneyEvent = { readonly on: IsoDay; readonly words: string; readonly tone: EventTone }
export type Span = { readonly from: IsoDay; readonly until: IsoDay }
export type JourneyGiven = {
  /** Unique on its page. */
  readonly id: string
  readonly title: string
  readonly span: Span
  readonly today: IsoDay
  readonly born: IsoDay | undefined
  readonly events: readonly JourneyEvent[]
  readonly lanes: readonly JourneyLane[]
}

const KEPT_PRIVATE = 'Kept private'
const NOT_RECORDED = 'Nothing recorded'
export const wordsOf = (bar: BarWords): string => ('words' in bar ? bar.words : KEPT_PRIVATE)

export type SpanAsked =
  | { readonly kind: 'whole life' }
  | { readonly kind: 'since'; readonly day: IsoDay }
  | { readonly kind: 'last 12 months' }
/** Whole life begins with birth, or with the first thing known; a little room is left after today. */
export function spanOf(
  asked: SpanAsked,
  {
    born,
    first,
    today,
  }: { readonly born: IsoDay | undefined; readonly first: IsoDay | undefined; readonly today: IsoDay },
): Span {
  const year = addYears(today, -1)
  const start = asked.kind === 'since' ? asked.day : asked.kind === 'whole life' ? (born ?? first ?? year) : year
  const from = start < today ? start : addDays(today, -30)
  return { from, until: addDays(today, Math.max(14, Math.round(daysBetween(from, today) * 0.04))) }
}

export const FRAME = {
  width: 1240,
  left: 124,
  right: 16,
  axis: 46,
  events: 60,
  bar: 32,
  between: 4,
  gap: 10,
  foot: 24,
} as const
const SIZE = { head: 14, label: 13.5, small: 13 } as const
export type Scale = (on: IsoDay) => number
export function scaleOf({ from, until }: Span): Scale {
  const days = Math.max(1, daysBetween(from, until))
  const room = FRAME.width - FRAME.left - FRAME.right
  return (on) => {
    const share = (numberOf(on) - numberOf(from)) / days
    return tenth(FRAME.left + Math.min(1, Math.max(0, share)) * room)
  }
}

export type Tick = {
  readonly x: number
  readonly until: number
  readonly words: string | undefined
  readonly shaded: boolean
}
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const firstOf = (year: number, month: number): IsoDay | undefined =>
  parseDay(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`)

/** Months of a short span, else years; a label only where it fits. */
export function ticksOf(span: Span): readonly Tick[] {
  const scale = scaleOf(span)
  const short = daysBetween(span.from, span.until) < 550
  const first = Number(span.from.slice(0, 4))
  const last = Number(span.until.slice(0, 4))
  const starts: { readonly on: IsoDay; readonly words: string; readonly shaded: boolean }[] = []
  for (let year = first; year <= last; year += 1)
    for (let month = 1; month <= (short ? 12 : 1); month += 1) {
      const on = firstOf(year, month)
      const words = short ? `${MONTHS[month - 1] ?? ''}${month === 1 ? ` ${year}` : ''}` : String(year)
      if (on !== undefined) starts.push({ on, words, shaded: (short ? month : year - first) % 2 === 1 })
    }
  const ends = starts.map((_, at) => starts[at + 1]?.on ?? span.until)
  return starts.flatMap(({ on, words, shaded }, at) => {
    const end = ends[at] ?? span.until
    if (end <= span.from || on >= span.until) return []
    const [x, until] = [scale(on), scale(end)]
    return [{ x, until, words: textWidth(words, SIZE.head) + 8 <= until - x ? words : undefined, shaded }]
  })
}

/** Birthdays: 'turned 11', '11' where there is less room, no words where there is none. */
export function birthdaysOf({
  born,
  span,
  today,
}: JourneyGiven): readonly { readonly x: number; readonly words: string | undefined }[] {
  if (born === undefined) return []
  const scale = scaleOf(span)
  const years = Array.from({ length: Math.max(0, Math.min(130, ageOn(born, today) + 1)) }, (_, at) => at)
  const days = years
    .map((age) => ({ age, on: attainsAge(born, age) }))
    .filter(({ on }) => on >= span.from && on <= span.until)
  const xs = days.map(({ on }) => scale(on))
  return days.map(({ age }, at) => {
    const x = xs[at] ?? 0
    const room = (xs[at + 1] ?? scale(today)) - x - 10
    const tries = [age === 0 ? 'born' : `turned ${age}`, String(age)]
    return { x, words: tries.find((words) => textWidth(words, SIZE.small) <= room) }
  })
}

export type PlacedEvent = {
  readonly event: JourneyEvent
  readonly x: number
  readonly row: 0 | 1
  /** undefined: there was no room; title and table have them. */
  readonly words: string | undefined
  readonly before: boolean
}
const EDGE = FRAME.width - FRAME.right
/** Two rows; of two that would meet, the second goes to the other row. Labels end before the next mark of their row. */
export function placedEvents({ events, span, today }: JourneyGiven): readonly PlacedEvent[] {
  const scale = scaleOf(span)
  const inside = events.filter(({ on }) => on >= span.from && on <= span.until)
  const ordered = [...inside].sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1))
  const ends: [number, number] = [0, 0]
  const rows = ordered.map((event) => {
    const x = scale(event.on)
    const row = x >= ends[0] || ends[0] <= ends[1] ? 0 : 1
    ends[row] = x + textWidth(event.words, SIZE.label) + 24
    return { event, x, row } as const
  })
  const used: [number, number] = [FRAME.left, FRAME.left]
  const now = scale(today)
  return rows.map(({ event, x, row }, at) => {
    const next = rows.slice(at + 1).find((later) => later.row === row)?.x ?? EDGE + 12
    const wanted = textWidth(event.words, SIZE.label)
    const end = x < now - 12 ? now : EDGE
    const before = wanted > end - x - 16 && wanted <= x - used[row] - 16
    const words = before ? event.words : fitted(event.words, next - x - 22, SIZE.label)
    used[row] = before || words === undefined ? x + 8 : x + 12 + textWidth(words, SIZE.label)
    return { event, x, row, words, before }
  })
}

export type PlacedBar = {
  readonly bar: JourneyBar
  readonly x: number
  readonly width: number
  readonly row: number
  readonly kind: 'now' | 'past' | 'paused' | 'gap'
  /** The start is not known: the left edge is drawn open. */
  readonly open: boolean
  readonly words: string | undefined
}
export type PlacedLane = {
  readonly lane: JourneyLane
  readonly y: number
  readonly height: number
  readonly bars: readonly PlacedBar[]
}

const startOf = (bar: JourneyBar): string => bar.since ?? ''
const endOf = (bar: JourneyBar, today: IsoDay): IsoDay => (bar.until !== null && bar.until < today ? bar.until : today)

/** Days up to today on which there should be something and nothing is recorded, since the first that is. */
export function gapsOf(lane: JourneyLane, today: IsoDay): readonly JourneyBar[] {
  if (!lane.always) return []
  const ordered = [...lane.bars]
    .filter((bar) => startOf(bar) <= today)
    .sort((a, b) => (startOf(a) < startOf(b) ? -1 : 1))
  const gaps: JourneyBar[] = []
  let covered: IsoDay | undefined
  for (const bar of ordered) {
    if (covered !== undefined && bar.since !== null && bar.since > covered)
      gaps.push({ words: NOT_RECORDED, since: covered, sinceKnown: true, until: bar.since })
    const end = endOf(bar, today)
    if (covered === undefined || end > covered) covered = end
  }
  if (covered !== undefined && covered < today)
    gaps.push({ words: NOT_RECORDED, since: covered, sinceKnown: true, until: null })
  return gaps
}

/** The first row whose last bar has ended; so that two at a time stand below each other. */
function rowFor(ends: string[], bar: JourneyBar, today: IsoDay): number {
  const free = ends.findIndex((end) => end <= startOf(bar))
  const row = free < 0 ? ends.length : free
  ends[row] = endOf(bar, today)
  return row
}

function barsOf(lane: JourneyLane, { span, today }: JourneyGiven): readonly PlacedBar[] {
  const scale = scaleOf(span)
  const gaps = new Set(gapsOf(lane, today))
  const all = [...lane.bars, ...gaps].filter(
    (bar) => endOf(bar, today) > span.from && startOf(bar) <= today && startOf(bar) < span.until,
  )
  const ordered = all.sort((a, b) => (startOf(a) === startOf(b) ? 0 : startOf(a) < startOf(b) ? -1 : 1))
  const ends: string[] = []
  return ordered.map((bar) => {
    const x = bar.since === null ? FRAME.left : scale(bar.since)
    const width = tenth(Math.max(3, scale(endOf(bar, today)) - x - 1.5))
    const standing = bar.until === null || bar.until > today
    const kind = gaps.has(bar) ? 'gap' : bar.paused === true ? 'paused' : standing ? 'now' : 'past'
    const open = bar.since === null || !bar.sinceKnown
    const words = fitted(wordsOf(bar), width - (open ? 18 : 11), SIZE.label)
    return { bar, x, width, row: rowFor(ends, bar, today), kind, open, words }
  })
}

/** Lanes from top to bottom, each as high as it has things at a time. */
export function placedLanes(given: JourneyGiven): { readonly lanes: readonly PlacedLane[]; readonly height: number } {
  let y: number = FRAME.axis + FRAME.events
  const lanes = given.lanes.map((lane) => {
    const bars = barsOf(lane, given)
    const rows = 1 + Math.max(0, ...bars.map(({ row }) => row))
    const height = rows * FRAME.bar + (rows - 1) * FRAME.between
    const placed = { lane, y, height, bars }
    y += height + FRAME.gap
    return placed
  })
  return { lanes, height: y + FRAME.foot }
}
