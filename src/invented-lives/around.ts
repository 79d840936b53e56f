// Who is around an invented child: family, carers, friends; brothers and sisters with what was decided; time together.
import { dayOf } from '#calendar'
import type { Chance } from '#chance'
import { NAMES } from '#invented-council'
import type { Entry } from './entry.ts'
import { type Life, livedOn, yearsOld } from './life.ts'
import { familyOf, home, person, type Somebody, tie } from './somebody.ts'
import { decisionOf, siblingsOf, timesOf } from './together.ts'

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
