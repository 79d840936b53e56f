// Who looks after a child in each home, and what that home is called: the same people for everybody who lives there.
import { type Chance, chanceFrom } from '#chance'
import { CARER_FAMILIES, CARERS_F, CARERS_M, ELDERS, type Home, type InventedChild, NAMES } from '#invented-council'

export type LivesIn = 'carer' | 'kin' | 'home' | 'flat' | 'adoption' | 'parents'
export type Carer = {
  readonly name: string
  readonly sex: 'female' | 'male'
  readonly born: number
  readonly relation: 'carer' | 'grandparent' | 'aunt'
}
export type Household = {
  readonly livesIn: LivesIn
  /** How the child calls whoever is there. */
  readonly called: string
  /** As in "moved to …". */
  readonly place: string
  readonly carers: readonly Carer[]
}

const HOUSES = [
  'Alder House',
  'Beech Lodge',
  'Canal Cottage',
  'Fern House',
  'Hawthorn Place',
  'Heron House',
  'Linden Lodge',
  'Orchard House',
  'Rowan House',
  'The Grange, Mill Lane',
  'Willow End',
  'Wren Cottage',
] as const
const KEY_WORKERS = ['Becky', 'Dan', 'Ify', 'Jo', 'Kit', 'Lou', 'Marvin', 'Nell', 'Pat', 'Raj', 'Sal', 'Tash'] as const

function livesIn({ kind }: Pick<Home, 'kind'>): LivesIn {
  if (kind === 'P1') return 'parents'
  if (kind.startsWith('A')) return 'adoption'
  if (kind === 'K3' || kind === 'H5') return 'flat'
  if (kind.startsWith('K') || kind.startsWith('R') || kind.startsWith('S')) return 'home'
  return kind === 'U1' || kind === 'U2' || kind === 'U3' ? 'kin' : 'carer'
}

function fosterHome(chance: Chance): Household {
  const family = chance.pick(CARER_FAMILIES)
  const [first, second] = [chance.pick(CARERS_F), chance.pick(CARERS_M)]
  const born = chance.whole(1962, 1984)
  const she: Carer = { name: `${first} ${family}`, sex: 'female', born, relation: 'carer' }
  const he: Carer = { name: `${second} ${family}`, sex: 'male', born: born + chance.whole(-4, 3), relation: 'carer' }
  const both = chance.happens(0.62)
  return {
    livesIn: 'carer',
    called: first,
    place: both ? `${first} and ${second} ${family}` : `${first} ${family}`,
    carers: both ? [she, he] : [she],
  }
}

function kinHome({ called, heritage }: InventedChild, chance: Chance): Household {
  const english = heritage === 'english'
  if (chance.happens(0.65)) {
    const name = `${english ? chance.pick(ELDERS) : chance.pick(NAMES[heritage].F)} ${called}`
    const nan: Carer = { name, sex: 'female', born: chance.whole(1954, 1970), relation: 'grandparent' }
    return { livesIn: 'kin', called: 'Nan', place: `Nan, ${name}`, carers: [nan] }
  }
  const given = english ? chance.pick(CARERS_F) : chance.pick(NAMES[heritage].F)
  const aunt: Carer = { name: `${given} ${called}`, sex: 'female', born: chance.whole(1974, 1994), relation: 'aunt' }
  return { livesIn: 'kin', called: `Auntie ${given}`, place: `Auntie ${given}`, carers: [aunt] }
}

export function householdOf(seed: string, home: Home, child: InventedChild): Household {
  const chance = chanceFrom(`${seed} household ${home.key}`)
  const where = livesIn(home)
  if (where === 'carer') return fosterHome(chance)
  if (where === 'kin') return kinHome(child, chance)
  if (where === 'parents') return { livesIn: where, called: 'Mum', place: 'home to Mum', carers: [] }
  if (where === 'adoption') return { livesIn: where, called: 'your new mum', place: 'a family for good', carers: [] }
  const worker = chance.pick(KEY_WORKERS)
  const place = where === 'flat' ? 'a supported flat' : chance.pick(HOUSES)
  return { livesIn: where, called: worker, place, carers: [] }
}
