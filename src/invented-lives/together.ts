// Brothers and sisters of an invented child, with what was decided for them, and time together with whoever lives elsewhere.
import { type Chance, chanceFrom } from '#chance'
import type { Entry } from './entry.ts'
import { iso, type Life, livedOn, type Sibling, yearsOld } from './life.ts'
import { familyOf, home, person, row, tie } from './somebody.ts'

const relationOf = ({ child }: Sibling): string => (child.sex === 'F' ? 'sister' : 'brother')
export function siblingsOf(life: Life): readonly Entry[] {
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
export function decisionOf(life: Life): readonly Entry[] {
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

export function timesOf(life: Life): readonly Entry[] {
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
