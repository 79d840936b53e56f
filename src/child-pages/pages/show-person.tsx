// One person around a child: who they are, parental responsibility and its ground, where they live, ties, time together, and who may know.
import type { Child, FC } from 'hono/jsx'
import { AUDIENCES } from '#audiences'
import { formatDay, type IsoDay, parseDay } from '#calendar'
import { ChildFrame, type Frame, firstName, frameOf, nameOf } from '#child-frame'
import {
  calledPerson,
  type Family,
  type FamilyTime,
  familyOf,
  familyTimeOf,
  GROUNDS,
  holdsResponsibility,
  howOften,
  nameAndNote,
  RELATIONS,
  shownAge,
  shownDeath,
  TIES,
} from '#family'
import {
  Beside,
  Card,
  CardList,
  Columns,
  capital,
  EmptyState,
  type Fact,
  Facts,
  NOT_KNOWN,
  RowLinks,
  Stack,
} from '#look'
import { type Answer, notFound, page, type Visit } from '#web'
import { putRight } from './row-links.tsx'

type Person = Family['people'][number]
type Read = { readonly person: Person; readonly family: Family; readonly time: FamilyTime }
type Props = Read & { readonly frame: Frame; readonly today: IsoDay; readonly writes: boolean }

const has = <Words extends object>(words: Words, key: string | null): key is Extract<keyof Words, string> =>
  key !== null && Object.hasOwn(words, key)
const dayText = (text: string | null): string => {
  const on = parseDay(text ?? '')
  return on === undefined ? 'a day that is not known' : formatDay(on)
}
function responsibilityFact(person: Person, today: IsoDay): Fact['fact'] {
  const { responsibility, responsible_since: since, responsible_until: until, ground } = person
  const holds = holdsResponsibility({ responsibility, since, until }, today)
  if (holds === 'not known') return NOT_KNOWN
  const how = has(GROUNDS, ground) ? `${GROUNDS[ground].words} (${GROUNDS[ground].law})` : undefined
  const when = [since && `since ${dayText(since)}`, until && `until ${dayText(until)}`].filter(Boolean).join(', ')
  return { words: capital(holds), note: [how, when].filter(Boolean).join(' · ') || undefined }
}
function audienceFact({ audience, must_not_know: barred }: Person): Fact['fact'] {
  if (audience === null && barred === null) return { words: 'Whoever sees the family' }
  const may = audience?.map((one) => (has(AUDIENCES, one) ? AUDIENCES[one] : one)).join(', ')
  return { words: may ?? 'Whoever sees the family', note: barred === null ? undefined : 'and not those who are named' }
}

const Who: FC<Props> = ({ person, frame, today, writes }) => {
  const { note } = nameAndNote(person.words)
  const at = `/children/${frame.id}/people/${person.id}`
  const life = shownDeath(person) ?? shownAge(person, today)
  return (
    <Card
      title={calledPerson(person)}
      beside={
        writes && (
          <Beside
            links={[
              { to: `${at}/change`, does: 'Something changed' },
              { to: `${at}/correct`, does: 'Put right' },
              { to: `${at}/who-may-know`, does: 'Who may know' },
              { to: `${at}/retract`, does: 'Take back' },
            ]}
          />
        )
      }
    >
      <Facts
        kind="wide"
        facts={[
          {
            name: `To ${firstName(frame.called)}`,
            fact: { words: has(RELATIONS, person.relation) ? RELATIONS[person.relation].words : person.relation },
          },
          { name: 'Age', fact: life === undefined ? NOT_KNOWN : { words: life } },
          { name: 'Parental responsibility', fact: responsibilityFact(person, today) },
          { name: 'Who may know of them', fact: audienceFact(person) },
        ]}
      />
      {note !== '' && !person.gap && <p>{note}</p>}
    </Card>
  )
}

const Homes: FC<Props> = ({ person, family, frame, writes }) => {
  const homes = family.homes.filter((home) => home.person === person.line)
  const at = `/children/${frame.id}/family-homes`
  return (
    <Card
      title="Where they live"
      count={homes.length}
      beside={writes && <Beside links={[{ to: `${at}/record`, does: 'Add where they live' }]} />}
      flush
    >
      {homes.length === 0 ? (
        <EmptyState>Where they live is not recorded, or not for you to know.</EmptyState>
      ) : (
        <CardList
          items={homes.map(({ id, words, with_child, since, until, audience, must_not_know: barred }) => (
            <>
              <strong>
                {words || (with_child ? `With ${firstName(frame.called)}` : 'With somebody recorded here')}
              </strong>
              <span class="kith-note">
                {since === null ? 'since when is not known' : `since ${dayText(since)}`}
                {until !== null && `, until ${dayText(until)}`}
                {(audience !== null || barred !== null) && ' · address protected: you may know it'}
              </span>
              {writes && (
                <RowLinks
                  of={words || 'this home'}
                  links={[
                    ...(until === null ? [{ to: `${at}/${id}/end`, does: 'No longer there' }] : []),
                    { to: `${at}/${id}/who-may-know`, does: 'Who may know' },
                    ...putRight(at, id),
                  ]}
                />
              )}
            </>
          ))}
        />
      )}
    </Card>
  )
}

const Ties: FC<Props> = ({ person, family, frame, writes }) => {
  const at = `/children/${frame.id}/family-ties`
  const people = new Map(family.people.map((one) => [one.line, one]))
  const called = (line: string | null): string =>
    line === null ? firstName(frame.called) : calledPerson(people.get(line))
  const ties = family.ties.filter(({ one, other }) => one === person.line || other === person.line)
  return (
    <Card
      title="Who belongs to whom"
      count={ties.length}
      beside={writes && <Beside links={[{ to: `${at}/record`, does: 'Add' }]} />}
      flush
    >
      {ties.length === 0 ? (
        <EmptyState>Nothing is recorded of what ties them to others.</EmptyState>
      ) : (
        <CardList
          items={ties.map(({ id, one, other, kind, state, since, until, words }) => {
            const says = `${called(one)}: ${has(TIES, kind) ? TIES[kind].words : kind}: ${called(other)}`
            const when = [since && `since ${dayText(since)}`, until && `until ${dayText(until)}`].filter(Boolean)
            return (
              <>
                {says}
                <span class="kith-note">
                  {[state === 'parted' ? 'has ended' : state, ...when, words].filter(Boolean).join(' · ')}
                </span>
                {writes && (
                  <RowLinks
                    of={says}
                    links={[
                      ...(state === 'parted' ? [] : [{ to: `${at}/${id}/end`, does: 'It ended' }]),
                      { to: `${at}/${id}/retract`, does: 'Take back' },
                    ]}
                  />
                )}
              </>
            )
          })}
        />
      )}
    </Card>
  )
}

const Together: FC<Props> = ({ person, time, frame, writes }) => {
  const at = `/children/${frame.id}`
  const agreed = time.agreed.filter((one) => one.person === person.line)
  const days = time.days.filter((one) => one.person === person.line)
  const both = [
    ...agreed.map(({ id, way, support, basis, since, until, words, ...one }) => (
      <>
        <strong>{capital(howOften(one))}</strong>, {way}
        {support !== 'not said' && `, ${support}`}
        <span class="kith-note">
          {[
            basis === 'not known' ? 'on what ground is not known' : basis,
            since && `since ${dayText(since)}`,
            until && `until ${dayText(until)}`,
            words,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {writes && (
          <RowLinks
            of={howOften(one)}
            links={[
              { to: `${at}/family-time/${id}/change`, does: 'Agreed anew' },
              { to: `${at}/family-time/${id}/end`, does: 'It ends' },
              { to: `${at}/family-time/${id}/retract`, does: 'Take back' },
            ]}
          />
        )}
      </>
    )),
    ...days.map(({ id, happens, state, words }) => (
      <>
        {dayText(happens)}, {state}
        {words && <span class="kith-note">{words}</span>}
        {writes && (
          <RowLinks
            of={dayText(happens)}
            links={[
              { to: `${at}/family-days/${id}/correct`, does: state === 'planned' ? 'How it went' : 'Put right' },
              { to: `${at}/family-days/${id}/retract`, does: 'Take back' },
            ]}
          />
        )}
      </>
    )),
  ]
  const links = [
    { to: `${at}/family-time/record`, does: 'Agree time' },
    { to: `${at}/family-days/record`, does: 'Record a time' },
  ]
  return (
    <Card title="Time together" beside={writes && <Beside links={links} />} flush>
      {both.length === 0 ? <EmptyState>No time together is recorded.</EmptyState> : <CardList items={both} />}
    </Card>
  )
}

const Main: FC<Props> = (props) => (
  <Columns>
    <Stack>
      <Who {...props} />
      <Together {...props} />
    </Stack>
    <Stack>
      <Homes {...props} />
      <Ties {...props} />
    </Stack>
  </Columns>
)

/** GET /children/:child/people/:about: by their line, which stays the same however often they are corrected. */
export async function showPerson({ door, who, today, part }: Visit): Promise<Answer> {
  const found = await door.as(who, async (asking) => {
    const frame = await frameOf(asking, part('child'), today)
    if (frame === undefined) return undefined
    const family = await familyOf(asking, frame.id)
    const person = family.people.find(({ line }) => line === part('about'))
    return person && { frame, person, family, time: await familyTimeOf(asking, frame.id) }
  })
  if (found === undefined) return notFound
  const { frame } = found
  const main: Child = (
    <ChildFrame frame={frame} today={today} here="family">
      <p class="kith-no-print">
        <a href={`/children/${frame.id}/family`}>Family and people</a>
      </p>
      <Main {...found} today={today} writes={frame.writes.has('family')} />
    </ChildFrame>
  )
  return page({ title: `${calledPerson(found.person)} – ${nameOf(frame)}`, here: '/children', main })
}
