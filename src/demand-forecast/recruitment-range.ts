// What a curve of recruiting is likely to come to: not every carer is approved in time or stays, and not every fit is taken up.
import { type Chance, chanceFrom } from '#chance'
import type { Curve, CurveStep } from './recruitment.ts'

/** Shares from 0 to 1; a council's own figures where it has them. */
export interface Doubts {
  readonly approvedInTime: number
  readonly staysTheYear: number
  /** That a fit on paper becomes a home. */
  readonly takenUp: number
}
export interface LikelyNear {
  readonly carers: number
  /** Fit on paper. */
  readonly upTo: number
  /** Eight times in ten. */
  readonly low: number
  readonly high: number
  readonly middle: number
}

const TRIES = 500

/** By number of carers: how many children, in one turn of chance. */
function oneTurn(
  { already, steps }: Curve,
  { approvedInTime, staysTheYear, takenUp }: Doubts,
  chance: Chance,
): number[] {
  const taken = (size: number, count: number) =>
    Array.from({ length: count }, () => chance.happens(takenUp)).filter(Boolean).length *
    (count === 0 ? 0 : size / count)
  let near = taken(already.near, already.groups.length)
  const turn = [near]
  for (const { adds, groups } of steps) {
    const comes = chance.happens(approvedInTime * staysTheYear)
    const of = taken(adds, groups.length)
    near += comes ? of : 0
    turn.push(near)
  }
  return turn
}

export function likelyNear(curve: Curve, doubts: Doubts, seed: string): readonly LikelyNear[] {
  const chance = chanceFrom(seed)
  const turns = Array.from({ length: TRIES }, () => oneTurn(curve, doubts, chance))
  return [curve.already.near, ...curve.steps.map(({ near }) => near)].map((upTo, carers) => {
    const sorted = turns.map((turn) => turn[carers] ?? 0).toSorted((one, other) => one - other)
    const at = (share: number) => Math.round(sorted[Math.round(share * (TRIES - 1))] ?? 0)
    return { carers, upTo, low: at(0.1), middle: at(0.5), high: at(0.9) }
  })
}

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const inWords = (count: number): string => NUMBERS[count] ?? String(count)

/** Where the next carers would be, as `3 for children aged 11 to 17 in QX3, 1 for brothers and sisters in QX7`. */
function whereWords(steps: readonly CurveStep[]): string {
  const by = Map.groupBy(steps, ({ option: { kind, area } }) => `${kind} in ${area}`)
  return [...by].map(([where, of]) => `${of.length} ${where}`).join(', ')
}

export interface SentenceAsked {
  readonly curve: Curve
  readonly likely: readonly LikelyNear[]
  readonly carers: number
  readonly counted: number
  readonly keptSafe: number
  readonly miles: number
}
/** Vacancies first; then a range, never one number; then who is not counted and why. */
export function curveSentences({ curve, likely, carers, counted, keptSafe, miles }: SentenceAsked): readonly string[] {
  const { low = 0, high = 0, upTo = 0 } = likely[Math.min(carers, curve.steps.length)] ?? {}
  const chosen = curve.steps.slice(0, carers)
  return [
    `${curve.already.near} of ${counted} children could have been offered a home within ${miles} miles with the places that are free today.`,
    chosen.length === 0
      ? 'No carer of these kinds would bring one more child near.'
      : `With ${inWords(chosen.length)} more ${chosen.length === 1 ? 'carer' : 'carers'} (${whereWords(chosen)}) up to ${upTo} fit on paper; we expect ${low} to ${high}.`,
    ...(keptSafe === 0
      ? []
      : [
          `${keptSafe} ${keptSafe === 1 ? 'child lives' : 'children live'} far away because it is right for them, and ${keptSafe === 1 ? 'is' : 'are'} not counted.`,
        ]),
  ]
}
