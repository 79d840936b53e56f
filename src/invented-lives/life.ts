// One child's life with what belongs to it from others: the homes with their people, brothers and sisters, schools, and days of work.
import { type DayNumber, dayOf, isWorkingDayNumber, numberOf } from '#calendar'
import { type Chance, chanceFrom } from '#chance'
import { type Home, type InventedChild, type InventedCouncil, milesBetween } from '#invented-council'
import { type Household, householdOf } from './household.ts'
import { type School, schoolsOf } from './schools.ts'

/** For whom something can be said: by age in years (from, and without until), and by what is so in their life. */
export type Fits = {
  readonly from: number
  readonly until: number
  readonly if?:
    | 'apart'
    | 'together'
    | 'carer'
    | 'kin'
    | 'home'
    | 'flat'
    | 'alone'
    | 'adoption'
    | 'parents'
    | 'school'
    | 'far'
    | 'family'
    | 'court'
}
export type Sibling = { readonly child: InventedChild; readonly together: boolean }
export type Lived = { readonly home: Home; readonly household: Household }
export type Life = {
  readonly child: InventedChild
  readonly today: DayNumber
  /** Since when everything is recorded of this child. */
  readonly since: DayNumber
  /** Up to here: today, or the day on which care ended. */
  readonly until: DayNumber
  readonly lived: readonly Lived[]
  readonly schools: readonly School[]
  readonly siblings: readonly Sibling[]
  /** A stream of its own for each part of the record, so that one part changes no other. */
  readonly chance: (part: string) => Chance
}

/** What was before is known as far as a return says it. */
export const RECORDED_SINCE = '2025-04-01'

/** Of everybody of a council; families are looked up once. */
export function livesIn(
  { everybody, seed, today }: InventedCouncil,
  recordedSince: DayNumber,
): (child: InventedChild) => Life {
  const families = Map.groupBy(everybody, ({ family }) => family)
  const now = numberOf(today)
  const homeOf = ({ homes }: InventedChild) => homes.at(-1)?.key
  return (child) => {
    const chance = (part: string) => chanceFrom(`${seed} ${child.code} ${part}`)
    const until = child.left?.on ?? now
    return {
      ...{ child, today: now, until, chance, since: Math.max(child.came, recordedSince) },
      lived: child.homes.map((home) => ({ home, household: householdOf(seed, home, child) })),
      schools: schoolsOf(child, until, chance('schools')),
      siblings: (families.get(child.family) ?? []).flatMap((one) =>
        one.code === child.code ? [] : [{ child: one, together: homeOf(one) === homeOf(child) }],
      ),
    }
  }
}

export const iso = (on: DayNumber): string => dayOf(on)
export const yearsOld = ({ child }: Life, on: DayNumber): number => (on - child.born) / 365.25
export const livedOn = ({ lived }: Life, on: DayNumber): Lived | undefined =>
  lived.findLast(({ home }) => home.since <= on) ?? lived[0]

/** The working day on or after this one, not beyond the last day. */
export function atWork(on: DayNumber, { until }: Pick<Life, 'until'>): DayNumber {
  for (let day = on; day <= until; day += 1) if (isWorkingDayNumber(day) !== false) return day
  for (let day = Math.min(on, until); ; day -= 1) if (isWorkingDayNumber(day) !== false) return day
}

/** Who worked with the child on a day. */
export const workerOn = ({ child }: Life, on: DayNumber) =>
  child.workers.findLast(({ since }) => since <= on) ?? child.workers[0]

const PRONOUNS = {
  F: { they: 'she', them: 'her', their: 'her' },
  M: { they: 'he', them: 'him', their: 'his' },
} as const
/** `{name}`, `{carer}`, `{brother}`, `{school}` and `{they}` as they are on a day. */
/** Said of a child, not to them. */
export const about = (life: Life, text: string, on: DayNumber): string =>
  said(life, text, on).replaceAll(/\b([Yy])our new mum\b/g, (_, letter: string) =>
    letter === 'Y' ? 'The new mum' : 'the new mum',
  )
export function said(life: Life, text: string, on: DayNumber): string {
  const apart = life.siblings.find(({ together }) => !together)?.child.given
  const together = life.siblings.find((one) => one.together)?.child.given
  const words: Readonly<Record<string, string>> = {
    name: life.child.given,
    carer: livedOn(life, on)?.household.called ?? 'their carers',
    ...PRONOUNS[life.child.sex],
    brother: apart ?? together ?? '',
    school: schoolOn(life, on)?.name ?? 'school',
  }
  const filled = text.replaceAll(/\{(\w+)\}/g, (whole, word: string) => words[word] ?? whole)
  return filled.replaceAll(/(^|[.!?] )([a-z])/g, (_, before: string, letter: string) => before + letter.toUpperCase())
}

/** Whether something can be said of this child on a day. */
/** Interim orders and protection for days: a court has still to decide. */
const HEARD: ReadonlySet<string> = new Set(['C1', 'L1', 'L2'])
export function fits(life: Life, { from, until, if: condition }: Fits, on: DayNumber): boolean {
  const age = yearsOld(life, on)
  if (age < from || age >= until) return false
  const lived = livedOn(life, on)
  const miles = milesBetween(life.child.home, lived?.home.postcode ?? null) ?? 0
  const elder = life.siblings.filter(({ child }) => child.came <= on)
  const so = {
    apart: elder.length > 0 && !elder.some(({ together }) => together),
    together: elder.some(({ together }) => together),
    carer: lived?.household.livesIn === 'carer',
    kin: lived?.household.livesIn === 'kin',
    home: lived?.household.livesIn === 'home',
    flat: lived?.household.livesIn === 'flat',
    adoption: lived?.household.livesIn === 'adoption',
    parents: lived?.household.livesIn === 'parents',
    alone: life.child.alone,
    school: schoolOn(life, on) !== undefined,
    far: miles > 20,
    // Parents whom they know, and do not live with.
    family: !life.child.alone && !['adoption', 'parents'].includes(lived?.household.livesIn ?? ''),
    court: HEARD.has(life.child.statuses.findLast(({ since }) => since <= on)?.code ?? ''),
  }
  return condition === undefined || so[condition]
}

export const schoolOn = ({ schools }: Life, on: DayNumber): School | undefined =>
  schools.findLast(({ since, until }) => since <= on && (until === undefined || on < until))
