// Where a child has lived and learned and under what law, stretch by stretch, and which of it holds on a day.
import type { IsoDay } from '#calendar'

export type Stretch = { readonly since: IsoDay; readonly sinceKnown: boolean; readonly until: IsoDay | null }
export type LifePeriod = Stretch
export type LifeOrder = Stretch & {
  readonly line: string
  readonly kind: string
  /** Before its time. */
  readonly ended: IsoDay | null
  /** By another order. */
  readonly suspended: boolean
}
export type LifeHome = Stretch & {
  readonly line: string
  /** The code of the return. */
  readonly kind: string
  readonly planned: boolean | null
  readonly sameCarers: boolean
  /** Its address is kept from somebody, or from the reader. */
  readonly kept: boolean
}
export type LifeSchool = {
  readonly line: string
  readonly name: string
  readonly since: IsoDay | null
  readonly until: IsoDay | null
}
export type LivedWith = { readonly person: string; readonly since: IsoDay | null; readonly until: IsoDay | null }
/** Somebody around the child, as the reader may know of them, with words closed. */
export type LifePerson = {
  readonly id: string
  readonly line: string
  readonly said: Buffer | null
  /** A carer, now or formerly, of whom everybody who sees the family may know. */
  readonly carer: boolean
  /** One of those who may be named as caring for the child where they live. */
  readonly raises: boolean
}

/** `undefined`: the reader may not see that part. */
export type Life = {
  readonly periods: readonly LifePeriod[] | undefined
  readonly orders: readonly LifeOrder[] | undefined
  readonly homes: readonly LifeHome[] | undefined
  readonly schools: readonly LifeSchool[] | undefined
  /** Empty where no home may be named. */
  readonly livedWith: readonly LivedWith[]
  /** Empty where the family is closed to the reader. */
  readonly people: readonly LifePerson[]
}

/** `until` is the first day on which it no longer holds. */
export const holdsOn = (
  { since, until }: { readonly since: IsoDay | null; readonly until: IsoDay | null },
  on: IsoDay,
): boolean => (since === null || since <= on) && (until === null || on < until)

/** Whether it may be said who cares for the child there: an address that is kept, and an adopter, are not named. */
export const isNamed = ({ kept, kind }: LifeHome): boolean => !kept && !kind.startsWith('A')

/** null: nowhere that is recorded. */
export const homeOn = (homes: readonly LifeHome[], on: IsoDay): LifeHome | null =>
  homes.find((home) => holdsOn(home, on)) ?? null

/** Of two on one day, the one that was recorded last. */
export function schoolOn(
  schools: readonly LifeSchool[],
  on: IsoDay,
): { name: string; since: IsoDay | undefined } | null {
  const last = schools
    .filter((school) => holdsOn(school, on))
    .toSorted((one, other) => (one.line < other.line ? -1 : 1))
    .at(-1)
  return last === undefined ? null : { name: last.name, since: last.since ?? undefined }
}

/** The orders and agreements that hold, the first first; those whose day is not known at the end. */
export const lawOn = (orders: readonly LifeOrder[], on: IsoDay) =>
  orders
    .filter((order) => !order.suspended && holdsOn(order, on) && (order.ended === null || on < order.ended))
    .toSorted((one, other) => Number(other.sinceKnown) - Number(one.sinceKnown))
    .map(({ kind, since, sinceKnown, until }) => ({
      kind,
      since: sinceKnown ? since : undefined,
      until: until ?? undefined,
    }))

/** Since when the child is in care without a break; null: not now, as far as is recorded. */
export const goesOnSince = (periods: readonly LifePeriod[]): IsoDay | null =>
  periods.findLast(({ until }) => until === null)?.since ?? null
