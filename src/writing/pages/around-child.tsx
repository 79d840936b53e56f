// The people around a child, to be asked to a meeting: workers, who cares for them, family as the record and its audiences allow; each is ticked by a person.
import type { FC } from 'hono/jsx'
import { worksWithOn } from '#allocations'
import type { IsoDay } from '#calendar'
import { homeRows, homesCalled } from '#carers'
import { type Asking, currentOf } from '#database'
import type { Typed } from '#drafts'
import { calledPerson, familyOf, isRelation, RELATIONS } from '#family'
import { type FieldsProps, TicksField } from '#forms'
import { capital } from '#look'
import type { GuestOf, Invited } from '#meetings'
import { placementsOf } from '#placements'
import { workersCalled } from '#workforce'

export type Around = {
  readonly value: string
  readonly text: string
  readonly invited: Invited
  /** Ticked as the form opens: whoever works with the child, who cares for them now, and the child. Never family, nor who cared for them before: that may have ended over harm. A person thinks of it first. */
  readonly ticked: boolean
}
const PART: Readonly<Record<string, GuestOf>> = { 'reviewing-officer': 'reviewing officer' }
const FAMILY: Readonly<Record<string, GuestOf>> = {
  ...{ mother: 'parent', father: 'parent', parent: 'parent', carer: 'carer', advocate: 'advocate', teacher: 'school' },
  ...{ brother: 'brother or sister', sister: 'brother or sister', 'half-brother': 'brother or sister' },
  ...{ 'half-sister': 'brother or sister', 'brother-or-sister': 'brother or sister', 'health-worker': 'health' },
}
const OF_FAMILY: readonly string[] = [
  ...Object.keys(FAMILY),
  'step-parent',
  'aunt',
  'uncle',
  'grandparent',
  'former-carer',
]

const one = (value: string, text: string, more: Partial<Invited> & Pick<Invited, 'who'>): Around => ({
  ...{ value, text, ticked: true },
  invited: { name: '', answer: 'not answered', worker: null, ...more },
})

type Cares = { readonly household: string; readonly now: boolean }
/** Of the home in which they live, and of the one before it: a meeting on how a home ended needs those who were there. */
async function caresOf(asking: Asking, child: string, on: IsoDay): Promise<readonly Cares[]> {
  const lived = (await placementsOf(asking, child)).filter(({ since }) => since <= on).slice(-2)
  const tied = await currentOf(asking, 'kith.placement_household', child)
  const homes = lived.flatMap(({ line, until }) => {
    const household = tied.find(({ placement }) => placement === line)?.household
    return household === undefined ? [] : [{ household, now: until === null || until > on }]
  })
  return homes.filter((home, at) => homes.findLastIndex(({ household }) => household === home.household) === at)
}
/** Who cared for them before is offered and not ticked. */
export function carersOf({ household, now }: Cares, called: string): Around {
  const where = `${called}, ${now ? 'where they live' : 'where they lived before'}`
  return { ...one(`carers ${household}`, where, { who: 'carer', name: called }), ticked: now }
}
async function homeAround(asking: Asking, cares: Cares): Promise<readonly Around[]> {
  const { household, now } = cares
  const [home] = await homeRows(asking, 'kith.household', household)
  if (home === undefined) return []
  const called = (await homesCalled(asking, [home])).get(household) ?? ''
  const { supervisor } = home
  const named = supervisor === null ? '' : ((await workersCalled(asking, [supervisor])).get(supervisor) ?? '')
  const whose = `${named}, ${now ? 'the carers’ worker' : 'worker of those who cared for them'}`
  const beside =
    supervisor === null
      ? []
      : [one(`beside ${supervisor}`, whose, { who: "the carers' worker", name: named, worker: supervisor })]
  return [carersOf(cares, called), ...beside]
}
/** Whoever does not work with homes reads no name of one. */
async function caringFor(asking: Asking, child: string, on: IsoDay): Promise<readonly Around[]> {
  const homes = await Promise.all(
    (await caresOf(asking, child, on)).map(async (home) => await homeAround(asking, home)),
  )
  const found = homes.flat()
  return found.length > 0 ? found : [one('carers', 'Who cares for them', { who: 'carer' })]
}
/** Whom only some may know is not offered: an invitation would tell everybody who reads of meetings. */
async function familyAround(asking: Asking, child: string): Promise<readonly Around[]> {
  const { people } = await familyOf(asking, child)
  return people
    .filter(
      ({ relation, audience, must_not_know: kept, died }) =>
        audience === null && kept === null && died !== 'died' && OF_FAMILY.includes(relation),
    )
    .map((person) => {
      const name = calledPerson(person)
      const words = isRelation(person.relation) ? RELATIONS[person.relation].words : person.relation
      const who = FAMILY[person.relation] ?? 'family'
      return { ...one(`family ${person.line}`, `${name}, ${words.toLowerCase()}`, { who, name }), ticked: false }
    })
}
export async function aroundChild(asking: Asking, child: string, on: IsoDay): Promise<readonly Around[]> {
  const working = await worksWithOn(asking, child, on)
  const names = await workersCalled(asking, [...new Set(working.map(({ worker }) => worker))])
  const workers = working.map(({ worker, part }) => {
    const [name, who] = [names.get(worker) ?? '', PART[part] ?? 'social worker']
    return one(`worker ${worker}`, `${name}, ${part.replace('-', ' ')}`, { who, name, worker })
  })
  const once = new Map(workers.map((each) => [each.value, each]))
  return [
    one('child', 'The child themselves', { who: 'the child' }),
    ...once.values(),
    ...(await caringFor(asking, child, on)),
    ...(await familyAround(asking, child)),
  ]
}

export const AROUND = 'around'
export const chosenAround = (typed: Typed, around: readonly Around[]): readonly Invited[] =>
  around.filter(({ value }) => typed.all(AROUND).includes(value)).map(({ invited }) => invited)
export const tickedAround = (around: readonly Around[]): readonly string[] =>
  around.filter(({ ticked }) => ticked).map(({ value }) => value)

export const AroundField: FC<{
  readonly of: FieldsProps<{ readonly name: string }>
  readonly around: readonly Around[]
}> = ({ of, around }) => (
  <TicksField
    of={of}
    name={AROUND}
    label="Who of those around them is asked?"
    hint="Nobody of the family is ticked by itself, nor who cared for them before: think first of who may be in one room, and who is safe to be. Whoever only some may know is not here."
    items={around.map(({ value, text }) => ({ value, text: value === 'child' ? of.given.name : capital(text) }))}
  />
)
