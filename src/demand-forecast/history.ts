// What happened in a stretch of time, by age band and kind of home: days lived, who came, who moved on, who left before 18.
import { attainsAgeNumber, type DayNumber } from '#calendar'

/** One child in one kind of home. Without `until` it goes on; one that begins the day another ends is a move. */
export interface HomeSpell {
  readonly child: string
  readonly born: DayNumber
  readonly kind: string
  readonly since: DayNumber
  readonly until: DayNumber | undefined
}

/** From these birthdays on. At 18 a child leaves care by law: that is no rate, and is counted in none. */
const BAND_FROM = [0, 1, 5, 10, 16] as const
export const BANDS = BAND_FROM.length
const LEAVES_AT = 18

/** The days on which a child changes band, the last one the 18th birthday. */
export function birthdays(born: DayNumber): readonly DayNumber[] {
  return [...BAND_FROM.slice(1), LEAVES_AT].map((years) => attainsAgeNumber(born, years))
}

/** The band of a day; `BANDS` from the 18th birthday on. */
export function bandOn(turns: readonly DayNumber[], day: DayNumber): number {
  const at = turns.findIndex((turn) => day < turn)
  return at === -1 ? BANDS : at
}

/** By cell: `band * kinds + kind`. */
export interface Counted {
  readonly kinds: readonly string[]
  readonly days: number
  readonly lived: Float64Array
  readonly left: Float64Array
  /** By cell, then by the kind moved to. */
  readonly moved: Float64Array
  /** By cell: the ages in days of those who came. */
  readonly came: readonly number[][]
}

export interface Stretch {
  readonly from: DayNumber
  /** Exclusive. */
  readonly to: DayNumber
}

function nothing(kinds: readonly string[], { from, to }: Stretch): Counted {
  const cells = BANDS * kinds.length
  return {
    ...{ kinds, days: to - from },
    lived: new Float64Array(cells),
    left: new Float64Array(cells),
    moved: new Float64Array(cells * kinds.length),
    came: Array.from({ length: cells }, () => []),
  }
}

const add = (to: Float64Array, at: number, by: number): void => {
  to[at] = (to[at] ?? 0) + by
}

/** The days of a spell in the stretch, parted at birthdays. */
function live(
  counted: Counted,
  spell: HomeSpell,
  { turns, kind, from, to }: Stretch & { turns: readonly DayNumber[]; kind: number },
): void {
  const end = Math.min(spell.until ?? to, to)
  let day = Math.max(spell.since, from)
  for (let band = bandOn(turns, day); band < BANDS && day < end; band += 1) {
    const next = Math.min(end, turns[band] ?? end)
    add(counted.lived, band * counted.kinds.length + kind, next - day)
    day = next
  }
}

/** Spells by child, each child's in their order. */
export function spellsByChild(spells: readonly HomeSpell[]): ReadonlyMap<string, readonly HomeSpell[]> {
  const by = new Map<string, HomeSpell[]>()
  for (const spell of spells) {
    const own = by.get(spell.child)
    if (own === undefined) by.set(spell.child, [spell])
    else own.push(spell)
  }
  for (const own of by.values()) if (own.length > 1) own.sort((one, other) => one.since - other.since)
  return by
}

function countChild(
  counted: Counted,
  own: readonly HomeSpell[],
  stretch: Stretch & { kindAt: ReadonlyMap<string, number> },
): void {
  const turns = birthdays(own[0]?.born ?? 0)
  const within = (day: DayNumber) => day >= stretch.from && day < stretch.to
  const width = counted.kinds.length
  for (const [at, spell] of own.entries()) {
    const kind = stretch.kindAt.get(spell.kind) ?? 0
    live(counted, spell, { ...stretch, turns, kind })
    const [before, next] = [own[at - 1], own[at + 1]]
    const cameBand = bandOn(turns, spell.since)
    if (within(spell.since) && before?.until !== spell.since && cameBand < BANDS)
      counted.came[cameBand * width + kind]?.push(spell.since - spell.born)
    const { until } = spell
    if (until === undefined || !within(until)) continue
    const band = bandOn(turns, until)
    // Whoever leaves on the 18th birthday, or after it, leaves by age.
    if (band >= BANDS) continue
    const cell = band * width + kind
    if (next?.since !== until) add(counted.left, cell, 1)
    else if (next.kind !== spell.kind) add(counted.moved, cell * width + (stretch.kindAt.get(next.kind) ?? 0), 1)
  }
}

/** Events and the days over which they could have happened. */
export function counted(
  by: ReadonlyMap<string, readonly HomeSpell[]>,
  kinds: readonly string[],
  stretch: Stretch,
): Counted {
  const result = nothing(kinds, stretch)
  const kindAt = new Map(kinds.map((kind, at) => [kind, at]))
  for (const own of by.values()) countChild(result, own, { ...stretch, kindAt })
  return result
}

export function kindsOf(spells: readonly HomeSpell[]): readonly string[] {
  return [...new Set(spells.map(({ kind }) => kind))].toSorted()
}

/** In care on a day; from the 18th birthday on nobody is. */
export function inCareOn(by: ReadonlyMap<string, readonly HomeSpell[]>, day: DayNumber): readonly HomeSpell[] {
  const found: HomeSpell[] = []
  for (const own of by.values()) {
    const spell = own.find(({ since, until }) => since <= day && (until === undefined || day < until))
    if (spell !== undefined && attainsAgeNumber(spell.born, LEAVES_AT) > day) found.push(spell)
  }
  return found
}
