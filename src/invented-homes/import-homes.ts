// Homes for the children of the demonstration: each foster home or registered home where somebody lives, some with places left, and some more.
import { addDays, addMonths, type IsoDay } from '#calendar'
import { type Chance, chanceFrom } from '#chance'
import { type Asking, type Door, writeParts } from '#database'
import { CARER_FAMILIES, CARERS_F, CARERS_M } from '#invented-council'
import { leftSince } from './chosen-store.ts'
import { carersNamed, hasAny, type LivedIn, livedInOn, type NewRow, writeRows } from './store.ts'

const HOUSES = [
  'Alder House',
  'Beech Lodge',
  'Fern House',
  'Heron House',
  'Linden Lodge',
  'Rowan House',
  'Wren Cottage',
] as const
const PROVIDERS = ['Fernbrook Fostering', 'Longmere Care', 'Tarn Valley Homes'] as const
const SKILLS = [
  'first aid',
  'safer caring',
  'attachment and loss',
  'autism',
  'babies',
  'going missing',
  'allergies',
] as const
const LANGUAGES = ['Polish', 'Punjabi', 'Romanian', 'Urdu', 'Welsh', 'British Sign Language'] as const
const EMPTY_HOMES = 12
const LATELY = 14

type Home = {
  readonly lived: readonly LivedIn[]
  readonly kind: 'our foster home' | 'agency foster home' | "children's home" | 'supported accommodation'
  readonly number: string | null
  readonly carers: readonly string[]
  /** The postcode, where nobody lives yet. */
  readonly near: string | null
  /** The day from which it is no home of anybody any more. */
  readonly closed?: IsoDay
}
const isKin = ({ kind }: Pick<LivedIn, 'kind'>): boolean => kind === 'U1' || kind === 'U2' || kind === 'U3'
const kindOf = ({ kind, provider }: LivedIn): Home['kind'] => {
  if (isKin({ kind })) return 'our foster home'
  if (kind.startsWith('U')) return provider === 'PR1' || provider === 'PR2' ? 'our foster home' : 'agency foster home'
  return kind === 'K3' || kind === 'H5' ? 'supported accommodation' : "children's home"
}

/** Those of one number live in one home; of a home whose number nobody knows, each alone. */
function homesIn(lived: readonly LivedIn[], named: ReadonlyMap<string, readonly string[]>): readonly Home[] {
  const groups = Map.groupBy(lived, (one) => `${one.registration ?? one.child} ${one.postcode ?? ''}`)
  return [...groups.values()].map((own) => {
    const [first] = own
    const carers = own.flatMap(({ child }) => named.get(child) ?? [])
    return {
      lived: own,
      kind: first === undefined ? 'our foster home' : kindOf(first),
      number: first?.registration ?? null,
      ...{ carers: [...new Set(carers)], near: null },
    }
  })
}
/** Where nobody lives yet: what can be offered. */
const empty = (at: number, near: string | null): Home => ({
  ...{ lived: [], number: `W${400 + at}`, carers: [], near },
  kind: at % 4 === 3 ? 'agency foster home' : 'our foster home',
})

const LEFT_HOMES = 60
/** Foster homes of the last two years in which nobody of ours lives now: most have closed, so their places are nobody's. */
async function homesLeft(asking: Asking, today: IsoDay): Promise<readonly Home[]> {
  const left = await leftSince(asking, { since: addMonths(today, -24), most: LEFT_HOMES })
  return [...Map.groupBy(left, ({ registration }) => registration)].map(([number, lived]): Home => {
    const chance = chanceFrom(`left ${number}`)
    const last =
      lived
        .map(({ until }) => until)
        .toSorted()
        .at(-1) ?? today
    const closed = chance.happens(0.8) ? addDays(last, chance.whole(0, 60)) : today
    const [first] = lived
    const kind = first === undefined ? 'our foster home' : kindOf(first)
    const base = { lived, kind, number, carers: [], near: null } as const
    return closed < today ? { ...base, closed } : base
  })
}

type Making = { readonly ids: () => string; readonly today: IsoDay; readonly supervisor: string | null }

/** Both of one family name; of a home of staff its house. */
function calledIn(
  { kind, carers }: Home,
  chance: Chance,
): { readonly name: string; readonly carers: readonly string[] } {
  if (kind === "children's home") return { name: chance.pick(HOUSES), carers: [] }
  if (kind === 'supported accommodation') return { name: `Flats at ${chance.pick(HOUSES)}`, carers: [] }
  if (carers.length > 0) return { name: carers.join(' and '), carers }
  const family = chance.pick(CARER_FAMILIES)
  const names = chance.happens(0.6) ? [chance.pick(CARERS_F), chance.pick(CARERS_M)] : [chance.pick(CARERS_F)]
  return { name: `${names.join(' and ')} ${family}`, carers: names.map((one) => `${one} ${family}`) }
}

type Placed = {
  readonly home: Home
  readonly household: string
  readonly chance: Chance
  /** The day of the approval: before the first who lives there came. */
  readonly decided: IsoDay
}
const few = <T>(chance: Chance, of: readonly [T, ...T[]], share: number): readonly T[] =>
  of.filter(() => chance.happens(share))

function householdRow({ home, household, chance }: Placed, { supervisor }: Making, name: string): NewRow {
  const ours = home.kind === 'our foster home'
  const foster = ours || home.kind === 'agency foster home'
  const columns = {
    ...{ kind: home.kind, number: home.number, supervisor: ours ? supervisor : null },
    ...{ supervision_weeks: ours ? chance.pick([4, 6, 6]) : null, bedrooms: home.lived.length + chance.whole(1, 2) },
    step_free: chance.happens(0.2) ? true : chance.happens(0.7) ? false : null,
    languages: ['English', ...few(chance, LANGUAGES, 0.06)],
    pets: chance.happens(0.2) ? null : few(chance, ['dog', 'cat', 'small animals'], 0.3),
    prefers: foster
      ? few(chance, ['babies', 'school age', 'teenagers', 'brothers and sisters', 'long term'], 0.35)
      : [],
    closed: home.closed ?? null,
  }
  const provider = ours ? '' : chance.pick(PROVIDERS)
  const words = {
    name,
    provider,
    phone: `01632 960 ${chance.whole(200, 899)}`,
    enjoy: foster ? chance.pick(ENJOY) : '',
  }
  return { table: 'kith.household', id: household, columns, words: writeParts(words) }
}
const ENJOY = [
  'Walks and baking.',
  'Football on Sundays.',
  'Gardening, and old films.',
  'Swimming and board games.',
] as const

const MORE = { none: 0, one: 1, two: 2 } as const
/** Approved for those who live there, some for one or two more; a few beyond the usual limit, and of a few nobody has recorded it. */
function approvalRows({ home, household, chance, decided }: Placed, { ids }: Making): readonly NewRow[] {
  const foster = home.kind === 'our foster home' || home.kind === 'agency foster home'
  const kin = home.lived.some(isKin)
  if (foster && home.lived.length > 0 && chance.happens(0.03)) return []
  const ages = home.lived.flatMap(({ age }) => age ?? [])
  const more = kin ? 0 : MORE[chance.weighted({ none: 55, one: 33, two: 12 })]
  const from = Math.min(...ages, kin ? 17 : chance.whole(0, 8))
  const supported = home.kind === 'supported accommodation'
  const columns = {
    ...{ household, decided, decided_by: foster ? 'agency decision-maker' : 'regulator' },
    kinds: foster ? (kin ? ['connected person'] : ['long term', 'short term']) : ['registered home'],
    ...{ temporary: false, named_only: kin, places: Math.max(1, home.lived.length + more) },
    age_from: supported ? 16 : from,
    age_to: Math.max(...ages, supported ? 18 : 17),
    ...{ sexes: chance.weighted({ any: 90, girls: 6, boys: 4 }), since: decided, until: null },
  }
  const decision = foster ? 'Panel minutes and the decision are on the carers’ file.' : 'Statement of purpose, on file.'
  return [{ table: 'kith.household_approval', id: ids(), columns, words: writeParts({ decision }) }]
}

function heldRows({ home, household, chance }: Placed, { ids, today }: Making): readonly NewRow[] {
  const row = (kind: string, places: number | null, { until, why }: { until: IsoDay | null; why: string }): NewRow => ({
    ...{ table: 'kith.household_hold', id: ids(), words: writeParts({ why }) },
    columns: { household, kind, places, since: addDays(today, -chance.whole(2, 40)), until },
  })
  const told = { until: null, why: 'Told by the provider on the telephone.' }
  if (home.kind !== 'our foster home')
    return chance.happens(0.7) ? [row('other councils', chance.happens(0.6) ? 0 : 1, told)] : []
  if (!chance.happens(0.1)) return []
  return [
    row('asked for a pause', null, { until: addDays(today, chance.whole(10, 60)), why: 'They asked for a rest.' }),
  ]
}

/** Of our own homes: the last review, visits with and without notice; here and there one is late. */
function eventRows({ home, household, chance, decided }: Placed, { ids, today }: Making): readonly NewRow[] {
  if (home.kind !== 'our foster home') return []
  const happened: readonly (readonly [string, IsoDay])[] = [
    ['annual review', addMonths(today, -chance.whole(1, 12))],
    ['unannounced visit', addMonths(today, -chance.whole(1, 12))],
    ['supervision visit', addDays(today, -chance.whole(3, 40))],
    ['training standards met', addMonths(decided, chance.whole(3, 12))],
    ['agreement signed', addDays(decided, chance.whole(0, 9))],
  ]
  return happened
    .filter(([, on]) => on >= decided && on <= today)
    .map(([kind, on]) => ({
      ...{ table: 'kith.household_event', id: ids(), columns: { household, kind, happened: on } },
      words: writeParts({ found: 'Written up on the carers’ file.' }),
    }))
}
function skillRows({ home, household, chance }: Placed, { ids, today }: Making): readonly NewRow[] {
  if (home.kind === 'supported accommodation') return []
  return few(chance, SKILLS, 0.3).map((kind) => ({
    ...{ table: 'kith.household_skill', id: ids(), words: undefined },
    columns: {
      ...{ household, kind, level: chance.weighted({ trained: 60, experienced: 40 }) },
      ...{ learned: addMonths(today, -chance.whole(2, 30)), renew_by: null },
    },
  }))
}

function rowsOf(placed: Placed, making: Making): readonly NewRow[] {
  const { home, household, chance } = placed
  const { ids } = making
  const { name, carers } = calledIn(home, chance)
  const postcode = home.lived[0]?.postcode ?? home.near
  const since = home.lived[0]?.since ?? addMonths(making.today, -20)
  const people = carers.map((carer): NewRow => {
    const columns = { household, part: 'carer', born: null, since: null, until: null }
    return { table: 'kith.household_person', id: ids(), columns, words: writeParts({ name: carer }) }
  })
  const kept = { audience: null, power: null, decided: null }
  const address: readonly NewRow[] =
    postcode === null
      ? []
      : [
          {
            table: 'kith.household_address',
            id: ids(),
            columns: { household, postcode, since, ...kept },
            words: undefined,
          },
        ]
  // Of whoever came in the last two weeks nobody has said it yet.
  const lately = addDays(making.today, -LATELY)
  const known = home.lived.filter((one) => one.since <= lately)
  const tied = known.map(({ child, placement }): NewRow => {
    return { table: 'kith.placement_household', id: ids(), columns: { placement, household }, words: undefined, child }
  })
  return [
    householdRow(placed, making, name),
    ...[...address, ...people, ...approvalRows(placed, making), ...heldRows(placed, making)],
    ...[...skillRows(placed, making), ...eventRows(placed, making), ...tied],
  ]
}

const IDS_A_HOME = 30
type Inventing = { readonly today: IsoDay; readonly supervisor: string | null }
async function makeHomes(asking: Asking, { today, supervisor }: Inventing): Promise<void> {
  if (await hasAny(asking, 'kith.household')) return
  const homes = [...homesIn(await livedInOn(asking, today), await carersNamed(asking, today))]
  const all = [
    ...homes,
    ...Array.from({ length: EMPTY_HOMES }, (_, at) => empty(at, homes[at]?.lived[0]?.postcode ?? null)),
    ...(await homesLeft(asking, today)),
  ]
  const children = all.reduce((sum, { lived }) => sum + lived.length, 0)
  const spare = [...(await asking.newIds(all.length * IDS_A_HOME + children))]
  const ids = () => spare.pop() ?? ''
  const making = { ids, today, supervisor }
  await writeRows(
    asking,
    all.flatMap((home, at) => {
      const chance = chanceFrom(`homes ${at}`)
      const came = home.lived.map(({ since }) => since).toSorted()[0] ?? today
      const decided = addDays(came, -chance.whole(20, 700))
      return rowsOf({ home, household: ids(), chance, decided }, making)
    }),
  )
}
/** Once: where there is any home, it was done. `supervisor`: the supervising social worker of the council's own. */
export async function inventHomes(door: Door, council: number, inventing: Inventing): Promise<void> {
  await door.asService(council, 'import', async (asking) => await makeHomes(asking, inventing))
}
