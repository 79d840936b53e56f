// Family and people: the family map with its table, everybody who matters, brothers and sisters, family time, what must be known.
import type { FC } from 'hono/jsx'
import { addMonths, formatDay, type IsoDay, parseDay } from '#calendar'
import { exactAge, type Frame, firstName } from '#child-frame'
import {
  CANCELLERS,
  type Family,
  type FamilyTime,
  familyMap,
  familyOf,
  familyTimeOf,
  holdsResponsibility,
  howOften,
  mustKnowsOf,
  nameAndNote,
  RELATIONS,
  SIBLING_DECISIONS,
  type SiblingGroup,
  shownAge,
  siblingGroupsOf,
} from '#family'
import { Card, Columns, Details, DueMark, type DutyRow, DutyTable, EmptyState, NotKnown, Stack } from '#look'
import { Genogram } from '#pictures'
import { MustKnowCard } from './must-know-card.tsx'
import { tabPage } from './tab-page.tsx'

type MustKnows = Awaited<ReturnType<typeof mustKnowsOf>>
type Facts = {
  readonly family: Family
  readonly groups: readonly SiblingGroup[]
  readonly time: FamilyTime
  readonly mustKnows: MustKnows
}
type Person = Family['people'][number]

export const showFamily = tabPage<Facts>({
  here: 'family',
  title: 'Family and people',
  read: async (asking, { id }) => ({
    family: await familyOf(asking, id),
    groups: await siblingGroupsOf(asking, id),
    time: await familyTimeOf(asking, id),
    mustKnows: await mustKnowsOf(asking, id),
  }),
  main: (facts, frame, today) => <FamilyTab facts={facts} frame={frame} today={today} />,
})

type Props = { readonly facts: Facts; readonly frame: Frame; readonly today: IsoDay }

const FamilyTab: FC<Props> = ({ facts, frame, today }) => {
  const { family, groups, time, mustKnows } = facts
  const called = firstName(frame.called)
  if (family.people.length === 0 && mustKnows.length === 0)
    return (
      <>
        <Card title="Family and people">
          <EmptyState title="Nobody is recorded yet that you may know of.">
            Start with who {called} would name first: at home, at school, in the family.
          </EmptyState>
        </Card>
        <MustKnowCard facts={mustKnows} frame={frame} today={today} />
      </>
    )
  return (
    <>
      {family.people.length > 0 && <FamilyMap frame={frame} family={family} today={today} />}
      <People facts={facts} frame={frame} today={today} />
      <Columns kind="even">
        <Siblings groups={groups} family={family} called={called} />
        <TimeTogether time={time} family={family} called={called} today={today} />
      </Columns>
      <MustKnowCard facts={mustKnows} frame={frame} today={today} />
    </>
  )
}

const FamilyMap: FC<{ frame: Frame; family: Family; today: IsoDay }> = ({ frame, family, today }) => {
  const name = firstName(frame.called)
  const age = frame.birth === undefined ? undefined : exactAge(frame.birth.born, today).split(' ')[0]
  const given = familyMap(family, {
    child: { id: frame.id, name, sex: 'not known', age },
    title: `${name}’s family`,
    today,
  })
  return (
    <Card title="Family map" flush>
      <div class="kith-card__body">
        <Genogram {...given} />
      </div>
    </Card>
  )
}

const isRelation = (text: string): text is keyof typeof RELATIONS => Object.hasOwn(RELATIONS, text)
const nameOf = (person: Person | undefined): string =>
  person === undefined ? 'Somebody' : (nameAndNote(person.words).name ?? 'Taken out of sight')
const peopleByLine = ({ people }: Family): ReadonlyMap<string, Person> => new Map(people.map((one) => [one.line, one]))

const People: FC<Props> = ({ facts, frame, today }) => {
  const { family, time } = facts
  const known = family.people.filter(({ gap }) => !gap)
  const gaps = family.people.filter(({ gap }) => gap)
  if (known.length + gaps.length === 0) return null
  return (
    <Card title="Everybody who matters" count={known.length} flush>
      <DutyTable
        caption={`Everybody who matters to ${firstName(frame.called)}`}
        columns={['Person', `To ${firstName(frame.called)}`, 'Lives', 'Parental responsibility', 'Time together']}
        rows={known.map((person) => personRow(person, { family, time, today }))}
      />
      {gaps.length > 0 && (
        <p class="kith-quiet kith-card__note">
          Not known, and said so:{' '}
          {gaps
            .map(
              (gap) =>
                nameAndNote(gap.words).note ||
                (isRelation(gap.relation) ? RELATIONS[gap.relation].words : gap.relation),
            )
            .join(', ')}
          .
        </p>
      )}
    </Card>
  )
}

type Around = { readonly family: Family; readonly time: FamilyTime; readonly today: IsoDay }
function personRow(person: Person, { family, time, today }: Around): DutyRow {
  const { note } = nameAndNote(person.words)
  const age = shownAge(person, today)
  const relation = isRelation(person.relation) ? RELATIONS[person.relation].words : person.relation
  const agreed = time.agreed.find((one) => one.person === person.line && (one.until === null || one.until > today))
  return {
    head: (
      <span id={`person-${person.line}`}>
        <strong>{nameOf(person)}</strong>
        {note !== '' && <span class="kith-note">{note}</span>}
      </span>
    ),
    cells: [
      [relation, person.died === 'died' ? 'died' : age].filter(Boolean).join(', '),
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
  return holds === 'not known' ? <NotKnown /> : capital(holds)
}

const Siblings: FC<{ groups: readonly SiblingGroup[]; family: Family; called: string }> = ({
  groups,
  family,
  called,
}) => {
  const people = peopleByLine(family)
  const [group] = groups
  return (
    <Card title="Brothers and sisters">
      {group === undefined ? (
        <EmptyState>Nobody has asked {called} yet whom they count. Ask, and write it in their words.</EmptyState>
      ) : (
        <Stack>
          <p>
            As {called} counts them: <strong>{group.members.map((line) => nameOf(people.get(line))).join(', ')}</strong>
            <span class="kith-note">asked on {dayText(group.group.counted)}</span>
          </p>
          {group.decisions.length === 0 ? (
            <p>
              <NotKnown words="No decision on together or apart is recorded." />
            </p>
          ) : (
            group.decisions.slice(0, 3).map(({ kind, decided, decided_by, review_by, words }) => (
              <p>
                <strong>{capital(isDecision(kind) ? SIBLING_DECISIONS[kind] : kind)}</strong>, decided by {decided_by}{' '}
                on {dayText(decided)}
                {words !== undefined && words !== '' && `: ${words}`}
                <span class="kith-note">to be looked at again by {dayText(review_by)}</span>
              </p>
            ))
          )}
        </Stack>
      )}
    </Card>
  )
}
const isDecision = (text: string): text is keyof typeof SIBLING_DECISIONS => Object.hasOwn(SIBLING_DECISIONS, text)
const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1)
const dayText = (text: string): string => {
  const on = parseDay(text)
  return on === undefined ? text : formatDay(on)
}

const isCanceller = (text: string | null): text is keyof typeof CANCELLERS =>
  text !== null && Object.hasOwn(CANCELLERS, text)
const DAYS_SHOWN = 6
const TimeTogether: FC<{ time: FamilyTime; family: Family; called: string; today: IsoDay }> = ({
  time,
  family,
  called,
  today,
}) => {
  const people = peopleByLine(family)
  const standing = time.agreed.filter(({ until }) => until === null || until > today)
  const since = addMonths(today, -12)
  const year = time.days.filter(({ happens }) => happens > since && happens <= today)
  const kept = year.filter(({ state }) => state === 'kept' || state === 'cut short').length
  const told = year.filter(({ state }) => state !== 'planned').length
  return (
    <Card title="Family time">
      {standing.length === 0 ? (
        <EmptyState>No family time is agreed that you may know of.</EmptyState>
      ) : (
        <Stack>
          <ul class="kith-bullets">
            {standing.map((one) => (
              <li>
                <strong>{nameOf(people.get(one.person))}</strong>: {howOften(one)}, {one.way}
                {one.support !== 'not said' && `, ${one.support}`}
                <span class="kith-note">
                  {one.basis === 'not known' ? 'on what ground is not known' : one.basis}
                  {one.words !== undefined && one.words !== '' && ` · ${one.words}`}
                </span>
              </li>
            ))}
          </ul>
          {told > 0 && (
            <p>
              In the last 12 months {called} had <strong>{kept}</strong> of {told} times that were set.
            </p>
          )}
          {time.days.slice(0, DAYS_SHOWN).map((one) => (
            <p>
              <DueMark
                mark={one.state === 'kept' ? 'done' : one.state === 'planned' ? 'later' : 'plain'}
                words={`${dayText(one.happens)}, ${one.state}`}
              />{' '}
              {nameOf(people.get(one.person))}
              {isCanceller(one.cancelled_by) && `, by ${CANCELLERS[one.cancelled_by]}`}
              {one.words !== undefined && one.words !== '' && <span class="kith-note">{one.words}</span>}
            </p>
          ))}
        </Stack>
      )}
    </Card>
  )
}
