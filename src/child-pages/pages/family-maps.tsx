// The two maps of a child's people: the family by ties, and everybody who matters around the child; one shown, the other a press away.
import type { FC } from 'hono/jsx'
import type { IsoDay } from '#calendar'
import { exactAge, type Frame, firstName, workersNow } from '#child-frame'
import { calledPerson, type Family, familyMap, isRelation, RELATIONS } from '#family'
import { Card } from '#look'
import { type EcoKind, EcoMap, type EcoPerson, Genogram, type GenogramGiven } from '#pictures'

export const WAYS = ['family', 'everyone', 'words'] as const
export type WhichMap = (typeof WAYS)[number]
/** With more, map and table together are too heavy for a phone far from a mast. */
const TOGETHER = 8
export const apart = ({ people }: Family): boolean => people.length > TOGETHER
type Props = { readonly frame: Frame; readonly family: Family; readonly today: IsoDay }

export function familyMapOf({ frame, family, today }: Props): GenogramGiven {
  const name = firstName(frame.called)
  const age = frame.birth === undefined ? undefined : exactAge(frame.birth.born, today).split(' ')[0]
  const child = { id: frame.id, name, sex: 'not known', age } as const
  return familyMap(family, { child, title: `${name}’s family`, today })
}

type Relation = keyof typeof RELATIONS
/** Where somebody belongs who does not live with the child; everybody else is family. */
const KIND_OF: Readonly<Partial<Record<Relation, EcoKind>>> = {
  ...{ friend: 'friends', 'family-friend': 'friends', teacher: 'school', 'former-carer': 'family' },
  ...{ 'club-leader': 'community', 'faith-leader': 'community', neighbour: 'community', other: 'community' },
  ...{ 'health-worker': 'help', advocate: 'help', 'independent-visitor': 'help', carer: 'home' },
}
const BONDS = ['close', 'distant', 'hard', 'frightening'] as const

function aroundChild({ frame, family, today }: Props): readonly EcoPerson[] {
  const home = new Set(
    family.homes
      .filter(
        ({ with_child, since, until }) => with_child && (since ?? '') <= today && (until === null || until > today),
      )
      .map(({ person }) => person),
  )
  const people = family.people
    .filter(({ gap, died }) => !gap && died !== 'died')
    .map((person): EcoPerson => {
      const relation = isRelation(person.relation) ? person.relation : 'other'
      const felt = family.ties.find(
        ({ one, other, kind, state }) =>
          state !== 'parted' &&
          ((one === null && other === person.line) || (other === null && one === person.line)) &&
          BONDS.some((bond) => bond === kind),
      )
      return {
        ...{ id: person.line, name: calledPerson(person), relation: RELATIONS[relation].words },
        kind: home.has(person.line) ? 'home' : (KIND_OF[relation] ?? 'family'),
        bond: BONDS.find((bond) => bond === felt?.kind),
      }
    })
  const us = [
    ...workersNow(frame, today, 'allocated-worker').map(({ worker, name }) => ({
      worker,
      name,
      part: 'Social worker',
    })),
    ...workersNow(frame, today, 'reviewing-officer').map(({ worker, name }) => ({
      worker,
      name,
      part: 'Reviewing officer',
    })),
  ].map(({ worker, name, part }): EcoPerson => ({ id: worker, name, relation: part, kind: 'help', bond: undefined }))
  const school: readonly EcoPerson[] =
    frame.school == null
      ? []
      : [{ id: 'school', name: frame.school.name, relation: 'School', kind: 'school', bond: undefined }]
  return [...people, ...school, ...us]
}

const MAPS: Readonly<Record<WhichMap, { readonly title: string; readonly query: string }>> = {
  family: { title: 'Family', query: '' },
  everyone: { title: 'Everyone who matters', query: '?map=everyone' },
  words: { title: 'In words', query: '?map=words' },
}
type Shown = { readonly child: string; readonly which: WhichMap; readonly family: Family }
export const Which: FC<Shown> = ({ child, which, family }) => (
  <nav class="kith-no-print" aria-label="Which map">
    {WAYS.filter((one) => one !== 'words' || apart(family)).map((one, at) => (
      <>
        {at > 0 && ' · '}
        {one === which ? (
          <strong aria-current="true">{MAPS[one].title}</strong>
        ) : (
          <a href={`/children/${child}/family${MAPS[one].query}`}>{MAPS[one].title}</a>
        )}
      </>
    ))}
  </nav>
)

export const FamilyMaps: FC<Props & { readonly which: Exclude<WhichMap, 'words'> }> = (props) => {
  const { frame, which } = props
  const name = firstName(frame.called)
  return (
    <Card
      title={which === 'family' ? 'Family map' : `Everyone who matters to ${name}`}
      beside={<Which child={frame.id} which={which} family={props.family} />}
    >
      {which === 'family' ? (
        <Genogram {...familyMapOf(props)} />
      ) : (
        <EcoMap id="eco-map" title={`Everyone who matters to ${name}`} child={name} people={aroundChild(props)} />
      )}
    </Card>
  )
}
