// Kinds of need, where they are missing, and places that are approved and unused, by reason: counts alone, by postcode sector. Pure.
import type { HomeListed } from '#who-waits'

export const NEEDS = {
  under5: 'Under 5',
  from5: '5 to 10',
  from11: '11 to 15',
  from16: '16 and 17',
  together: 'Brothers and sisters together',
} as const
export type Need = keyof typeof NEEDS
export const NEED_CODES = Object.keys(NEEDS).filter((code): code is Need => Object.hasOwn(NEEDS, code))

/** From the ages of those who need one home; undefined: no birth date is known. */
export function needOf(ages: readonly (number | undefined)[]): Need | undefined {
  if (ages.length > 1) return 'together'
  const [age] = ages
  if (age === undefined) return undefined
  if (age < 5) return 'under5'
  if (age < 11) return 'from5'
  return age < 16 ? 'from11' : 'from16'
}

/** Ages of each need; `least`: places it takes. */
const AGES: Readonly<Record<Need, { readonly from: number; readonly to: number; readonly least: number }>> = {
  ...{
    under5: { from: 0, to: 4, least: 1 },
    from5: { from: 5, to: 10, least: 1 },
    from11: { from: 11, to: 15, least: 1 },
  },
  ...{ from16: { from: 16, to: 17, least: 1 }, together: { from: 0, to: 17, least: 2 } },
}
/** Whether a home's terms take somebody of that need, with the places it has free. */
export function takes({ home: { terms, standing }, free = 0 }: HomeListed, need: Need): boolean {
  const { from, to, least } = AGES[need]
  if (terms === 'unknown' || terms.onlyFor !== undefined) return false
  if (standing !== 'approved' && standing !== 'registered') return false
  return free >= least && (terms.fromAge ?? 0) <= to && (terms.toAge ?? 17) >= from
}

export type GapCell = { readonly need: Need; readonly area: string; readonly children: number; readonly free: number }
export type Gap = {
  readonly areas: readonly string[]
  readonly cells: readonly GapCell[]
  /** Children and free places whose area is protected or not known. */
  readonly notShown: { readonly children: number; readonly free: number }
}
export type Needing = {
  readonly need: Need | undefined
  readonly sector: string | undefined
  readonly children: number
  /** Who they are: for whoever opens the number, and in nothing that is kept. */
  readonly ids: readonly string[]
}

/** A home that takes several needs stands in each of them: the columns of places are no sum. */
export function gapOf(needing: readonly Needing[], homes: readonly HomeListed[]): Gap {
  const open = homes.filter(({ free }) => free !== undefined && free > 0)
  const areas = [...new Set([...needing, ...open].flatMap(({ sector }) => sector ?? []))].toSorted()
  const sum = (some: readonly Needing[]) => some.reduce((all, { children }) => all + children, 0)
  const places = (some: readonly HomeListed[]) => some.reduce((all, { free = 0 }) => all + free, 0)
  const cells = NEED_CODES.flatMap((need) =>
    areas.map((area) => ({
      ...{ need, area, children: sum(needing.filter((one) => one.need === need && one.sector === area)) },
      free: places(open.filter((one) => one.sector === area && takes(one, need))),
    })),
  )
  return {
    ...{ areas, cells },
    notShown: {
      children: sum(needing.filter((one) => one.sector === undefined || one.need === undefined)),
      free: places(open.filter(({ sector }) => sector === undefined)),
    },
  }
}

export type Unused = { readonly why: string; readonly homes: number; readonly places: number }
export type Places = {
  readonly homes: number
  readonly approved: number
  readonly taken: number
  readonly free: number
  /** Homes of which it is not known how many are free. */
  readonly notKnown: number
  readonly unused: readonly Unused[]
}
/** An approved place is no free place: what is held, and why. */
export function placesOf(homes: readonly HomeListed[]): Places {
  const held = homes.flatMap(({ holds }) => holds)
  const sum = (of: (one: HomeListed) => number) => homes.reduce((all, one) => all + of(one), 0)
  return {
    homes: homes.length,
    approved: sum(({ approved = 0 }) => approved),
    taken: sum(({ taken }) => taken),
    free: sum(({ free = 0 }) => free),
    notKnown: homes.filter(({ free }) => free === undefined).length,
    unused: [...Map.groupBy(held, ({ kind }) => kind)]
      .map(([why, own]) => ({ why, homes: own.length, places: own.reduce((all, { places }) => all + places, 0) }))
      .filter(({ places }) => places > 0)
      .toSorted((a, b) => b.places - a.places || (a.why < b.why ? -1 : 1)),
  }
}
