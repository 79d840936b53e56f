// Somebody around an invented child as rows: the person, where they live, what ties two of them; and who the parents are.
import type { DayNumber } from '#calendar'
import { type Chance, chanceFrom } from '#chance'
import { ELDERS, FATHERS, MOTHERS, NAMES } from '#invented-council'
import type { Entry } from './entry.ts'
import { iso, type Life } from './life.ts'

export const row = (table: Entry['table'], columns: Entry['columns'], more: Partial<Entry> = {}): Entry => ({
  table,
  by: 'worker',
  columns,
  ...more,
})

export type Somebody = {
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
export function person({
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
export const home = ({ person: key, where, withChild, since }: Where): Entry =>
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
export const tie = ([one, other, kind, state = 'goes on']: Tie): Entry =>
  row(
    'kith.family_tie',
    { one: { entry: one }, other: { entry: other }, kind, state, since: null, until: null },
    { words: null },
  )

/** The same mother for every brother and sister: chance by family, not by child. */
export function familyOf(life: Life): {
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
