// One possible future: every child lives on from day to day by rates that were drawn, with birthdays on their day and 18 as the end.
import type { DayNumber } from '#calendar'
import type { Chance } from '#chance'
import { BANDS, bandOn, birthdays } from './history.ts'
import type { Evidences, Rates } from './rates.ts'

/** A child in care on the first day. */
export interface Starting {
  readonly kind: number
  readonly band: number
  readonly turns: readonly DayNumber[]
}

export interface Horizon {
  readonly on: DayNumber
  readonly days: number
  /** Figures are given at this distance; the future itself knows no steps. */
  readonly every: number
}

/** By reporting day, then by kind: how many more than on the reporting day before. */
export type Changes = Int32Array

interface Living {
  readonly horizon: Horizon
  readonly kinds: number
  readonly rates: Rates
  readonly chance: Chance
  readonly changes: Changes
}

/** The first reporting day on or after a moment; beyond the last there is none. */
function note({ horizon, kinds, changes }: Living, stay: { kind: number; from: number; to: number }): void {
  const { on, every } = horizon
  const last = changes.length / kinds
  const from = Math.max(0, Math.ceil((stay.from - on) / every))
  const to = Math.ceil((stay.to - on) / every)
  if (from >= last || from >= to) return
  const at = from * kinds + stay.kind
  changes[at] = (changes[at] ?? 0) + 1
  if (to >= last) return
  const end = to * kinds + stay.kind
  changes[end] = (changes[end] ?? 0) - 1
}

/** -1: leaves care. */
function next({ rates, kinds, chance }: Living, cell: number): number {
  let left = chance.next() * (rates.out[cell] ?? 0) - (rates.left[cell] ?? 0)
  if (left < 0) return -1
  for (let to = 0; to < kinds; to += 1) {
    left -= rates.moved[to]?.[cell] ?? 0
    if (left < 0) return to
  }
  return -1
}

function live(living: Living, { kind: first, band: began, turns }: Starting, since: number): void {
  const { horizon, kinds, rates, chance } = living
  const end = horizon.on + horizon.days + 1
  let [kind, band, time, from] = [first, began, since, since]
  while (band < BANDS && time < end) {
    const cell = band * kinds + kind
    const rate = rates.out[cell] ?? 0
    const until = rate > 0 ? time - Math.log(1 - chance.next()) / rate : Infinity
    const turn = turns[band] ?? end
    if (until >= turn) {
      // Waiting has no memory: at a birthday the rest is drawn anew by the rates of the new age.
      time = turn
      band += 1
      continue
    }
    time = until
    const to = next(living, cell)
    if (to < 0) break
    note(living, { kind, from, to: time })
    ;[kind, from] = [to, time]
  }
  note(living, { kind, from, to: Math.min(time, end) })
}

/** Children come at moments that nobody can foretell, at ages at which children came. */
function arrive(living: Living, came: Evidences['came']): void {
  const { horizon, kinds, rates, chance } = living
  for (const [cell, ages] of came.entries()) {
    const rate = rates.came[cell] ?? 0
    if (rate === 0) continue
    let time = horizon.on - Math.log(1 - chance.next()) / rate
    while (time <= horizon.on + horizon.days) {
      const born = Math.floor(time) - (ages[chance.whole(0, ages.length - 1)] ?? 0)
      const turns = birthdays(born)
      live(living, { kind: cell % kinds, band: bandOn(turns, Math.floor(time)), turns }, time)
      time -= Math.log(1 - chance.next()) / rate
    }
  }
}

/** By reporting day and kind: how many are in care. */
export function future(
  starting: readonly Starting[],
  { evidence, rates, horizon, chance }: { evidence: Evidences; rates: Rates; horizon: Horizon; chance: Chance },
): Int32Array {
  const { kinds } = evidence
  const changes = new Int32Array((Math.floor(horizon.days / horizon.every) + 1) * kinds)
  const living: Living = { horizon, kinds, rates, chance, changes }
  for (const child of starting) live(living, child, horizon.on)
  arrive(living, evidence.came)
  for (let at = kinds; at < changes.length; at += 1) changes[at] = (changes[at] ?? 0) + (changes[at - kinds] ?? 0)
  return changes
}
