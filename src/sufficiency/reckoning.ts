// What a night reckons of sufficiency, from plain facts: the forecast with its backtest, the gap, places unused, and the curve of recruiting. Pure.
import { ageOn, type IsoDay, numberOf } from '#calendar'
import {
  type Backtested,
  backtestInSteps,
  type CarerOption,
  type Cohort,
  type Curve,
  cohortOf,
  curvesByKind,
  type Doubts,
  type FarChild,
  type Forecast,
  forecastInSteps,
  type HomeSpell,
  type LikelyNear,
  likelyNear,
  recruitmentCurve,
} from '#demand-forecast'
import { milesBetweenPlaces, type Place } from '#geography'
import type { HomeListed } from '#who-waits'
import { type Gap, gapOf, type Needing, needOf, type Places, placesOf } from './needs.ts'

export type FarFact = FarChild & {
  readonly born: IsoDay | null
  readonly from: Place | undefined
  /** undefined: protected, or not known. */
  readonly sector: string | undefined
}
export type Known = {
  readonly today: IsoDay
  readonly spells: readonly HomeSpell[]
  /** The first day from which the record holds homes. */
  readonly coversFrom: IsoDay
  readonly far: readonly FarFact[]
  readonly waiting: readonly Needing[]
  readonly homes: readonly HomeListed[]
  /** The council's guesses behind the range, by the version of its settings. */
  readonly doubts: Doubts
  readonly settings: string
}
type Step = { readonly kind: string; readonly area: string; readonly adds: number; readonly near: number }
export type Recruiting = {
  readonly counted: number
  readonly setAside: Readonly<Record<keyof Cohort['setAside'], number>>
  readonly already: number
  readonly steps: readonly Step[]
  readonly likely: readonly LikelyNear[]
  /** Of which guesses it comes; nights of before 27 Nov 2026 do not say, and read what ships. */
  readonly doubts?: Doubts
  readonly settings?: string
  readonly byKind: readonly { readonly kind: string; readonly near: readonly number[] }[]
}
export type Sufficiency = {
  readonly day: IsoDay
  readonly forecast: Forecast
  readonly tested: readonly Backtested[]
  readonly gap: Gap
  readonly places: Places
  readonly recruiting: Recruiting
}

export const NEAR_MILES = 20
const CARERS = 10
const MOST_OF_A_KIND = 3
const YEAR = 365
const AHEAD = 2 * YEAR

const KINDS = [
  { kind: 'children under 5', places: 1, fits: (ages: readonly number[]) => ages.every((age) => age < 5) },
  {
    kind: 'children aged 5 to 10',
    places: 2,
    fits: (ages: readonly number[]) => ages.every((age) => age >= 5 && age < 11),
  },
  { kind: 'children aged 11 to 17', places: 1, fits: (ages: readonly number[]) => ages.every((age) => age >= 11) },
  { kind: 'brothers and sisters', places: 3, fits: (ages: readonly number[]) => ages.length > 1 },
] as const

type Group = { readonly id: string; readonly members: readonly FarFact[]; readonly ages: readonly number[] }
type Far = Pick<Known, 'far' | 'today'>
function groupsIn(counted: readonly FarChild[], { far, today }: Far): readonly Group[] {
  const ids = new Set(counted.map(({ id }) => id))
  const own = far.filter(({ id, born }) => ids.has(id) && born !== null)
  return [...Map.groupBy(own, ({ group }) => group)].map(([id, members]) => ({
    ...{ id, members },
    ages: members.flatMap(({ born }) => (born === null ? [] : [ageOn(born, today)])),
  }))
}
const isNear = ({ members }: Group, at: Place | undefined): boolean => {
  const miles = milesBetweenPlaces(members[0]?.from, at)
  return miles !== undefined && miles <= NEAR_MILES
}
const whoFits = (groups: readonly Group[], fits: (group: Group) => boolean): readonly number[] =>
  groups.flatMap((group, at) => (fits(group) ? [at] : []))

function vacanciesFor(groups: readonly Group[], homes: readonly HomeListed[]) {
  return homes.flatMap(({ home, free = 0 }) => {
    const { terms, standing } = home
    if (free < 1 || terms === 'unknown' || terms.onlyFor !== undefined || standing !== 'approved') return []
    const near = whoFits(groups, (group) => {
      const { ages } = group
      return isNear(group, home.at) && ages.every((age) => age >= (terms.fromAge ?? 0) && age <= (terms.toAge ?? 17))
    })
    return [{ id: home.id, places: free, near }]
  })
}

/** The middle of those who come from a sector: nobody's address. */
function middleOf(own: readonly FarFact[]): Place | undefined {
  const places = own.flatMap(({ from }) => {
    const { easting = null, northing = null } = from ?? {}
    return from === undefined || easting === null || northing === null ? [] : [{ from, easting, northing }]
  })
  const [first] = places
  if (first === undefined) return undefined
  const mean = (of: readonly number[]) => of.reduce((sum, one) => sum + one, 0) / of.length
  return {
    ...first.from,
    ...{ easting: mean(places.map(({ easting }) => easting)), northing: mean(places.map(({ northing }) => northing)) },
  }
}
function optionsFor(groups: readonly Group[]): readonly CarerOption[] {
  const sectors = Map.groupBy(
    groups.flatMap(({ members }) => members).filter(({ sector }) => sector !== undefined),
    ({ sector }) => sector ?? '',
  )
  return [...sectors]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([area, own]) => {
      const at = middleOf(own)
      return KINDS.map(({ kind, places, fits }) => ({
        ...{ id: `${kind} ${area}`, kind, area, places, most: MOST_OF_A_KIND },
        near: whoFits(groups, (group) => isNear(group, at) && group.members.length <= places && fits(group.ages)),
      }))
    })
}

const stepsOf = ({ steps }: Curve): readonly Step[] =>
  steps.map(({ option: { kind, area }, adds, near }) => ({ kind, area, adds, near }))

function recruitingOf(known: Known): Recruiting {
  const { counted, setAside } = cohortOf(known.far)
  const groups = groupsIn(counted, known)
  const asked = {
    groups: groups.map(({ id, members }) => ({ id, size: members.length, solo: false })),
    ...{ vacancies: vacanciesFor(groups, known.homes), options: optionsFor(groups), carers: CARERS },
  }
  const curve = recruitmentCurve(asked)
  return {
    counted: counted.length,
    setAside: {
      ...{ keptSafe: setAside.keptSafe.length, settled: setAside.settled.length },
      ...{ doesNotWant: setAside.doesNotWant.length, notAsked: setAside.notAsked.length },
      reasonMissing: setAside.reasonMissing.length,
    },
    ...{ already: curve.already.near, steps: stepsOf(curve) },
    likely: likelyNear(curve, known.doubts, `likely ${known.today}`),
    ...{ doubts: known.doubts, settings: known.settings },
    byKind: [...curvesByKind(asked)].map(([kind, { steps }]) => ({ kind, near: steps.map(({ near }) => near) })),
  }
}

export const needingFar = (known: Far): readonly Needing[] =>
  groupsIn(cohortOf(known.far).counted, known).map(({ members, ages }) => ({
    ...{ need: needOf(ages), sector: members[0]?.sector, children: members.length },
    ids: members.map(({ id }) => id),
  }))

/** How many forecasts of our own past are set beside, a quarter of a year apart. */
const ORIGINS = 8
const QUARTER = 91
/** Fifty-two weeks: two years that a record covers are enough for one. */
const TESTED_LOOK_BACK = 364
/** Step by step, so that whoever calls can let others have their turn between. */
export function* sufficiencyInSteps(known: Known): Generator<undefined, Sufficiency> {
  const { today, spells, coversFrom, homes } = known
  const on = numberOf(today)
  const covers = { from: numberOf(coversFrom), to: on }
  const looksBack = Math.max(YEAR, Math.min(3 * YEAR, on - covers.from))
  const how = { looksBack, futures: 300, seed: `sufficiency ${today}` }
  const foreseen = yield* forecastInSteps(spells, { ...how, on, days: AHEAD, every: QUARTER })
  const origins = Array.from({ length: ORIGINS }, (_, at) => on - YEAR - (ORIGINS - 1 - at) * QUARTER)
  const asked = { looksBack: TESTED_LOOK_BACK, futures: 200, seed: how.seed, origins, days: YEAR, covers }
  const tested = yield* backtestInSteps(spells, asked)
  const recruiting = recruitingOf(known)
  const gap = gapOf([...known.waiting, ...needingFar(known)], homes)
  return { day: today, forecast: foreseen, tested, gap, places: placesOf(homes), recruiting }
}
