// Everybody who matters to a child as a table: what the family map draws, in words, with where they live and what they may decide.
import type { FC } from 'hono/jsx'
import type { IsoDay } from '#calendar'
import { type Frame, firstName } from '#child-frame'
import {
  calledPerson,
  type Family,
  type FamilyTime,
  holdsResponsibility,
  howOften,
  isRelation,
  nameAndNote,
  RELATIONS,
  shownAge,
} from '#family'
import { Beside, Card, Details, type DutyRow, DutyTable, NotKnown } from '#look'
import { genogramWords } from '#pictures'
import { familyMapOf } from './family-maps.tsx'

type Person = Family['people'][number]

/** What whoever may write the family can add to it. */
export const addPeople = (at: string) => [
  { to: `${at}/people/record`, does: 'Add a person' },
  { to: `${at}/family-ties/record`, does: 'Who belongs to whom' },
  { to: `${at}/family-homes/record`, does: 'Where somebody lives' },
]

/** Of many people the table is a page of its own. */
export const PeopleApart: FC<{ readonly family: Family; readonly frame: Frame }> = ({ family, frame }) => (
  <Card
    title="Everybody who matters"
    count={family.people.filter(({ gap }) => !gap).length}
    beside={frame.writes.has('family') && <Beside links={addPeople(`/children/${frame.id}`)} />}
  >
    <a href={`/children/${frame.id}/family?map=words`}>Each of them in words</a>: to {firstName(frame.called)}, who
    belongs to whom, where they live, parental responsibility, time together.
  </Card>
)

type Around = { readonly family: Family; readonly time: FamilyTime; readonly frame: Frame; readonly today: IsoDay }
export const People: FC<Around> = (props) => {
  const { family, frame } = props
  const drawn = genogramWords(familyMapOf(props))
  const known = family.people.filter(({ gap }) => !gap)
  const gaps = family.people.filter(({ gap }) => gap)
  return (
    <Card
      title="Everybody who matters"
      count={known.length}
      beside={frame.writes.has('family') && <Beside links={addPeople(`/children/${frame.id}`)} />}
      flush
    >
      <DutyTable
        caption={`Everybody who matters to ${firstName(frame.called)}`}
        columns={[
          'Person',
          `To ${firstName(frame.called)}`,
          'Ties',
          'Lives',
          'Parental responsibility',
          'Time together',
        ]}
        rows={known.map((person) => personRow(person, props, drawn.get(person.line)))}
      />
      {gaps.length > 0 && (
        <p class="kith-quiet kith-card__note">
          Not known, and said so:{' '}
          {gaps.map((gap, at) => (
            <>
              {at > 0 && ', '}
              <a href={`/children/${frame.id}/people/${gap.line}`}>{calledPerson(gap)}</a>
            </>
          ))}
          .
        </p>
      )}
    </Card>
  )
}

function personRow(person: Person, { family, time, today, frame }: Around, drawn = ''): DutyRow {
  const { note } = nameAndNote(person.words)
  const age = shownAge(person, today)
  const relation = isRelation(person.relation) ? RELATIONS[person.relation].words : person.relation
  const agreed = time.agreed.find((one) => one.person === person.line && (one.until === null || one.until > today))
  return {
    head: (
      <>
        <a href={`/children/${frame.id}/people/${person.line}`}>{calledPerson(person)}</a>
        {note !== '' && <span class="kith-note">{note}</span>}
      </>
    ),
    cells: [
      [relation, person.died === 'died' ? 'died' : age].filter(Boolean).join(', '),
      drawn,
      livesWords(person, family, today),
      responsibilityWords(person, today),
      agreed === undefined ? '' : howOften(agreed),
    ],
  }
}
/** What a reader may not know of a home is not here at all: then nothing is said, not even that something is kept. */
function livesWords({ line, died }: Person, { homes }: Family, today: IsoDay) {
  if (died === 'died') return ''
  const now = homes.find(
    ({ person, since, until }) =>
      person === line && (since === null || since <= today) && (until === null || until > today),
  )
  if (now === undefined) return ''
  const kept = now.audience !== null || now.must_not_know !== null
  const words = now.with_child ? 'With the child' : (now.words ?? <NotKnown />)
  return kept ? <Details summary="Address protected: you may know it">{words}</Details> : words
}
function responsibilityWords(person: Person, today: IsoDay) {
  const { responsibility, responsible_since: since, responsible_until: until } = person
  const holds = holdsResponsibility({ responsibility, since, until }, today)
  return holds === 'not known' ? <NotKnown /> : `${holds.slice(0, 1).toUpperCase()}${holds.slice(1)}`
}
