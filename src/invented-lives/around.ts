// Who is around an invented child: family, carers, friends; brothers and sisters with what was decided; time together.
import { type DayNumber, dayOf } from '#calendar'
import { type Chance, chanceFrom } from '#chance'
import { ELDERS, FATHERS, MOTHERS, NAMES } from '#invented-council'
import type { Entry } from './entry.ts'
import { iso, type Life, livedOn, type Sibling, yearsOld } from './life.ts'

const row = (table: Entry['table'], columns: Entry['columns'], more: Partial<Entry> = {}): Entry => ({
  table,
  by: 'worker',
  columns,
  ...more,
})

type Somebody = {
  readonly key: string
  readonly relation: string
  readonly name: string
  readonly note?: string
  readonly sex: string
  readonly born?: string
  readonly bornYear?: number
  readonly responsibility?: 'yes' | 'no' | 'not known'
  readonly ground?: string
  readonly gap?: true
  readonly died?: 'living' | 'not known'
}
const kept = { audience: null, must_not_know: null, audience_decision: null }
function person({
  key,
  relation,
  name,
  note = '',
  sex,
  born,
  bornYear,
  responsibility = 'no',
  ground,
  gap,
  died = 'living',
}: Somebody): Entry {
  const life = { born: born ?? null, born_year: bornYear ?? null, died, died_on: null, died_year: null }
  const right = { responsibility, ground: ground ?? null, responsible_since: null, responsible_until: null }
  const words = note === '' ? name : `${name}\n${note}`
  return row(
    'kith.family_person',
    { relation, gap: gap === true, recorded_sex: sex, ...life, ...right, ...kept },
    { key, words },
  )
}
type Where = {
  readonly person: string
  readonly where: string
  readonly withChild: boolean
  readonly since: DayNumber | null
}
const home = ({ person: key, where, withChild, since }: Where): Entry =>
  row(
    'kith.family_home',
    {
      person: { entry: key },
      household: null,
      with_child: withChild,
      since: since === null ? null : iso(since),
      until: null,
      ...kept,
    },
    { words: where === '' ? null : where },
  )
type Tie = readonly [one: string, other: string, kind: string, state?: string]
const tie = ([one, other, kind, state = 'goes on']: Tie): Entry =>
  row(
    'kith.family_tie',
    { one: { entry: one }, other: { entry: other }, kind, state, since: null, until: null },
    { words: null },
  )

/** The same mother for every brother and sister: chance by family, not by child. */
function familyOf(life: Life): {
  readonly mother: string
  readonly father: string | undefined
  readonly nan: string | undefined
  readonly chance: Chance
} {
  const { child } = life
  const chance = chanceFrom(`family ${child.family} ${child.called}`)
  const abroad = child.heritage !== 'english'
  const names = NAMES[child.heritage]
  const mother = `${abroad ? chance.pick(names.F) : chance.pick(MOTHERS)} ${child.called}`
  const dad = `${abroad ? chance.pick(names.M) : chance.pick(FATHERS)} ${chance.happens(0.5) ? child.called : chance.pick(names.family)}`
  const nan = chance.happens(0.6) ? `${abroad ? chance.pick(names.F) : chance.pick(ELDERS)} ${child.called}` : undefined
  return { mother, father: chance.happens(0.62) ? dad : undefined, nan, chance }
}

const TOWNS = ['Wexmoor', 'Hartley', 'Oakmere', 'Mill Bank', 'Fenwick'] as const
const MUM_NOTES = [
  '',
  '',
  'Getting help with her health',
  'Comes on the bus: times that fit it',
  'Rings on Sundays',
  'Has a new flat',
] as const

/** A place in the family that is kept free. */
const UNKNOWN_DAD = person({
  ...{ key: 'dad', relation: 'father', gap: true, name: '', note: 'Dad', sex: 'not known' },
  ...{ responsibility: 'not known', died: 'not known' },
})

function farAway({ child }: Life, mother: string, chance: Chance): readonly Entry[] {
  const mum = { key: 'mum', relation: 'mother', name: mother, note: 'Not heard of since the journey', sex: 'female' }
  const name = `${chance.pick(NAMES[child.heritage].M)} ${child.called}`
  const cousin = { key: 'cousin', relation: 'cousin', name, note: 'In Leeds; they found each other by telephone' }
  return [
    person({ ...mum, responsibility: 'yes', ground: 'birth-mother', died: 'not known' }),
    UNKNOWN_DAD,
    ...(chance.happens(0.5) ? [person({ ...cousin, sex: 'male' })] : []),
  ]
}

/** As old as parents of the eldest of them are. */
function motherAndFather(life: Life, { mother, father, chance }: ReturnType<typeof familyOf>): readonly Entry[] {
  const births = [life.child.born, ...life.siblings.map(({ child }) => child.born)]
  const born = Number(dayOf(births.toSorted((a, b) => a - b)[0] ?? life.child.born).slice(0, 4))
  const note = chance.pick(MUM_NOTES)
  const mum = {
    key: 'mum',
    relation: 'mother',
    name: mother,
    note,
    sex: 'female',
    bornYear: born - chance.whole(20, 30),
  }
  const dadBorn = born - chance.whole(21, 36)
  const certificate: Partial<Somebody> = chance.happens(0.7)
    ? { responsibility: 'yes', ground: 'birth-certificate' }
    : { responsibility: 'not known' }
  return [
    person({ ...mum, responsibility: 'yes', ground: 'birth-mother' }),
    father === undefined
      ? UNKNOWN_DAD
      : person({ key: 'dad', relation: 'father', name: father, sex: 'male', bornYear: dadBorn, ...certificate }),
  ]
}

function parentsOf(life: Life): readonly Entry[] {
  const family = familyOf(life)
  const { mother, father, nan, chance } = family
  if (life.child.alone) return farAway(life, mother, chance)
  const now = livedOn(life, life.until)
  const withMum = now?.household.livesIn === 'parents'
  // Where Nan looks after the child she is there already.
  const kin = now?.household.carers.some(({ relation }) => relation === 'grandparent') === true
  const older =
    nan === undefined || kin
      ? []
      : [
          person({ key: 'nan', relation: 'grandparent', name: nan, note: 'Mum’s mum', sex: 'female' }),
          home({ person: 'nan', where: `Nan’s, ${chance.pick(TOWNS)}`, withChild: false, since: null }),
          tie(['nan', 'mum', 'parent-of']),
        ]
  const town = chance.pick(TOWNS)
  const since = withMum ? (life.child.homes.at(-1)?.since ?? null) : null
  return [
    ...motherAndFather(life, family),
    home({ person: 'mum', where: withMum ? '' : town, withChild: withMum, since }),
    ...(father === undefined ? [] : [tie(['mum', 'dad', 'living-together', 'parted'])]),
    ...older,
  ]
}

function carersOf(life: Life): readonly Entry[] {
  const lived = livedOn(life, life.until)
  if (lived === undefined || life.child.left !== undefined) return []
  const carers = lived.household.carers.map((one, at) =>
    person({ key: `carer ${at}`, relation: one.relation, name: one.name, sex: one.sex, bornYear: one.born }),
  )
  const homes = carers.map((_, at) =>
    home({ person: `carer ${at}`, where: '', withChild: true, since: lived.home.since }),
  )
  return [...carers, ...homes, ...(carers.length > 1 ? [tie(['carer 0', 'carer 1', 'married'])] : [])]
}

const relationOf = ({ child }: Sibling): string => (child.sex === 'F' ? 'sister' : 'brother')
function siblingsOf(life: Life): readonly Entry[] {
  const dad = familyOf(life).father !== undefined
  return life.siblings.flatMap((one, at) => {
    const key = `sibling ${at}`
    const { child, together } = one
    const since = child.homes.at(-1)?.since ?? null
    const where = together
      ? ''
      : child.homes.at(-1)?.kind.startsWith('A') === true
        ? 'With a family for good'
        : 'With their own carers'
    return [
      person({
        key,
        relation: relationOf(one),
        name: `${child.given} ${child.called}`,
        sex: child.sex === 'F' ? 'female' : 'male',
        born: iso(child.born),
      }),
      home({ person: key, where, withChild: together, since }),
      tie(['mum', key, 'parent-of']),
      ...(dad ? [tie(['dad', key, 'parent-of'])] : []),
    ]
  })
}

const COUNTED = [
  'Us. Always us.',
  'They are my people.',
  'All of us, and the cat.',
  'I count on my fingers and then I stop.',
] as const
const WHY_APART = [
  'No home was found that has room for all. Every second Saturday together, and a week each summer.',
  'They need very different days. They meet every week, and ring when they like.',
  'One came into care later, when the first was settled. Asked again before each review.',
] as const
function decisionOf(life: Life): readonly Entry[] {
  const { siblings } = life
  const counted = Math.min(life.until - 30, Math.max(life.since + 40, life.today - 260))
  if (siblings.length === 0 || counted <= life.child.came + 20) return []
  const chance = life.chance('siblings')
  const together = siblings.filter((one) => one.together).length
  const kind = together === siblings.length ? 'together' : together === 0 ? 'apart' : 'some together'
  const family = chanceFrom(`apart ${life.child.family}`)
  const said = yearsOld(life, counted) < 4 ? null : chance.pick(COUNTED)
  return [
    row('kith.sibling_group', { counted: iso(counted) }, { key: 'group', words: said }),
    ...siblings.map((_, at) =>
      row(
        'kith.sibling_member',
        { sibling_group: { entry: 'group' }, person: { entry: `sibling ${at}` } },
        { words: null },
      ),
    ),
    row(
      'kith.sibling_decision',
      {
        sibling_group: { entry: 'group' },
        kind,
        decided: iso(counted),
        decided_by: 'review',
        decider: null,
        review_by: iso(life.today + family.whole(20, 200)),
      },
      { words: kind === 'together' ? null : family.pick(WHY_APART) },
    ),
  ]
}

type Time = {
  readonly person: string
  readonly stance: string
  readonly way: string
  readonly every: number | null
  readonly unit: string | null
  readonly support: string
  readonly basis: string
  readonly note: string | null
}
const CENTRE = ['Family centre, two hours.', 'At the park when it is dry.', 'At Nan’s on a Sunday.'] as const
function timeWithMum(life: Life, chance: Chance): Time {
  const mum = {
    person: 'mum',
    stance: 'goes on',
    way: 'in person',
    every: null,
    unit: null,
    support: 'not said',
  } as const
  const note = chance.pick(CENTRE)
  if (life.child.statuses.at(-1)?.code === 'E1')
    return {
      ...{ ...mum, way: 'letters', every: 6, unit: 'months', basis: 'decision of the council' },
      note: 'Letters through the adoption team.',
    }
  if (yearsOld(life, life.until) > 13 && chance.happens(0.5))
    return { ...mum, stance: 'as the child wants', support: 'on their own', basis: 'wish of the child', note: null }
  const support = chance.weighted({ supervised: 55, supported: 25, 'on their own': 20 })
  return { ...mum, every: chance.whole(1, 4), unit: 'weeks', support, basis: 'agreed', note }
}

function timesOf(life: Life): readonly Entry[] {
  const atHome = livedOn(life, life.until)?.household.livesIn === 'parents'
  if (life.child.alone || life.child.left !== undefined || atHome) return []
  const rhythm = { stance: 'goes on', way: 'in person', every: 2, unit: 'weeks', support: 'supported' }
  const apart = life.siblings.flatMap(({ together }, at): Time[] =>
    together
      ? []
      : [
          {
            ...rhythm,
            person: `sibling ${at}`,
            basis: 'wish of the child',
            note: 'Saturdays; the carers drive in turn.',
          },
        ],
  )
  const since = iso(Math.min(life.today, Math.max(life.child.came + 14, life.since)))
  return [timeWithMum(life, life.chance('time')), ...apart].map(({ person: key, note, ...time }) =>
    row(
      'kith.family_time',
      { person: { entry: key }, ...time, court_order: null, since, until: null },
      { words: note },
    ),
  )
}

const FRIENDS = [
  'Aleks',
  'Bea',
  'Cal',
  'Deniz',
  'Fliss',
  'Hari',
  'Issy',
  'Jonah',
  'Kez',
  'Mo',
  'Neve',
  'Obi',
  'Romy',
  'Sonny',
  'Tess',
] as const
const FRIEND_NOTES = [
  'Best friend',
  'From the old school; they game together',
  'Next door',
  'Same class, same bus',
  'Football',
] as const
export function aroundOf(life: Life): readonly Entry[] {
  const chance = life.chance('friends')
  const age = yearsOld(life, life.until)
  const friend =
    age > 6 && chance.happens(0.55)
      ? [
          person({
            key: 'friend',
            relation: 'friend',
            name: chance.pick(FRIENDS),
            note: chance.pick(FRIEND_NOTES),
            sex: 'not known',
          }),
        ]
      : []
  return [...parentsOf(life), ...siblingsOf(life), ...carersOf(life), ...friend, ...decisionOf(life), ...timesOf(life)]
}
