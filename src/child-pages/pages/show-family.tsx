// Family and people: the family map with its table, everybody who matters, brothers and sisters, family time, what must be known.
import type { FC } from 'hono/jsx'
import { addMonths, dayWords, type IsoDay } from '#calendar'
import { childAddress, earlierFrameOf, type Frame, firstName } from '#child-frame'
import type { Asking } from '#database'
import {
  CANCELLERS,
  calledPerson,
  type Family,
  type FamilyTime,
  familyOf,
  familyTimeOf,
  howOften,
  mustKnowsOf,
  SIBLING_DECISIONS,
  type SiblingGroup,
  siblingGroupsOf,
} from '#family'
import { Beside, Card, Columns, capital, DueMark, EmptyState, NotKnown, RowLinks, Stack } from '#look'
import { apart, FamilyMaps, WAYS, Which, type WhichMap } from './family-maps.tsx'
import { addPeople, People, PeopleApart } from './family-people.tsx'
import { MustKnowCard } from './must-know-card.tsx'
import { putRight } from './row-links.tsx'
import { tabPage } from './tab-page.tsx'

type MustKnows = Awaited<ReturnType<typeof mustKnowsOf>>
type Facts = {
  readonly family: Family
  readonly groups: readonly SiblingGroup[]
  readonly time: FamilyTime
  readonly mustKnows: MustKnows
  readonly which: WhichMap
}
type Around = Omit<Facts, 'which'>
type Person = Family['people'][number]

const aroundOf = async (asking: Asking, id: string): Promise<Around> => ({
  family: await familyOf(asking, id),
  groups: await siblingGroupsOf(asking, id),
  time: await familyTimeOf(asking, id),
  mustKnows: await mustKnowsOf(asking, id),
})
const LOG = 'read family and people with those of the record that goes on'

export const showFamily = tabPage<Facts & { readonly earlier: Earlier | undefined }>({
  here: 'family',
  title: 'Family and people',
  read: async (asking, { id }, { query, joined, today }) => {
    const before = joined && (await earlierFrameOf(asking, joined, { today, part: 'family', log: LOG }))
    return {
      which: WAYS.find((one) => one === query('map')) ?? 'family',
      ...(await aroundOf(asking, id)),
      earlier: before && { frame: before, around: await aroundOf(asking, before.id) },
    }
  },
  main: ({ earlier, ...facts }, frame, today) => (
    <>
      <FamilyTab facts={facts} frame={frame} today={today} />
      {earlier && <EarlierFamily {...earlier} today={today} />}
    </>
  ),
})

type Earlier = { readonly frame: Frame; readonly around: Around }
/** People of two records are not laid over each other: nobody knows but a person whether the two named mothers are one. */
const EarlierFamily: FC<Earlier & { readonly today: IsoDay }> = ({ frame, around, today }) => {
  const { family, groups, time, mustKnows } = around
  const called = firstName(frame.called)
  return (
    <Stack>
      <h2>Written in the earlier record</h2>
      <p>
        What stands there of the people around {called}, as it was written.{' '}
        <a href={childAddress(frame.id, 'family')}>Read it there</a>
      </p>
      {family.people.length === 0 ? (
        <EmptyState>Nobody is recorded there that you may know of.</EmptyState>
      ) : (
        <>
          <People family={family} time={time} frame={frame} today={today} />
          <Columns kind="even">
            <Siblings groups={groups} family={family} called={called} at={undefined} />
            <TimeTogether time={time} family={family} called={called} today={today} at={undefined} />
          </Columns>
        </>
      )}
      <MustKnowCard facts={mustKnows} frame={frame} today={today} id="must-know-earlier" />
    </Stack>
  )
}

type Props = { readonly facts: Facts; readonly frame: Frame; readonly today: IsoDay }

const FamilyTab: FC<Props> = ({ facts, frame, today }) => {
  const { family, groups, time, mustKnows } = facts
  const called = firstName(frame.called)
  const at = frame.writes.has('family') ? `/children/${frame.id}` : undefined
  if (family.people.length === 0)
    return (
      <>
        <Card title="Family and people" beside={at && <Beside links={addPeople(at).slice(0, 1)} />}>
          <EmptyState title="Nobody is recorded yet that you may know of.">
            Start with who {called} would name first: at home, at school, in the family.
          </EmptyState>
        </Card>
        <MustKnowCard facts={mustKnows} frame={frame} today={today} />
      </>
    )
  const which = facts.which === 'words' && !apart(family) ? 'family' : facts.which
  const people = <People family={family} time={time} frame={frame} today={today} />
  if (which === 'words')
    return (
      <>
        <Which child={frame.id} which={which} family={family} />
        {people}
      </>
    )
  return (
    <>
      {frame.sees.has('plan') && (
        <p class="kith-no-print">
          <a href={`/children/${frame.id}/who-they-are`}>Who {called} is, and what they like to do</a>
        </p>
      )}
      <FamilyMaps frame={frame} family={family} today={today} which={which} />
      {which === 'family' && (apart(family) ? <PeopleApart family={family} frame={frame} /> : people)}
      <Columns kind="even">
        <Siblings groups={groups} family={family} called={called} at={at} />
        <TimeTogether time={time} family={family} called={called} today={today} at={at} />
      </Columns>
      <MustKnowCard facts={mustKnows} frame={frame} today={today} />
    </>
  )
}

const peopleByLine = ({ people }: Family): ReadonlyMap<string, Person> => new Map(people.map((one) => [one.line, one]))

type Writing = { readonly at: string | undefined }
const Siblings: FC<Writing & { groups: readonly SiblingGroup[]; family: Family; called: string }> = ({
  groups,
  family,
  called,
  at,
}) => {
  const people = peopleByLine(family)
  const [group] = groups
  return (
    <Card
      title="Brothers and sisters"
      beside={at && <Beside links={[{ to: `${at}/brothers-and-sisters/record`, does: `As ${called} counts them` }]} />}
    >
      {group === undefined ? (
        <EmptyState>Nobody has asked {called} yet whom they count. Ask, and write it in their words.</EmptyState>
      ) : (
        <Stack>
          <p>
            As {called} counts them:{' '}
            <strong>{group.members.map((line) => calledPerson(people.get(line))).join(', ')}</strong>
            <span class="kith-note">asked on {dayWords(group.group.counted)}</span>
            {at !== undefined && (
              <RowLinks
                of={`as ${called} counts them`}
                links={[
                  { to: `${at}/brothers-and-sisters/${group.group.line}/decide`, does: 'Together or apart' },
                  { to: `${at}/brothers-and-sisters/${group.group.id}/retract`, does: 'Take back' },
                ]}
              />
            )}
          </p>
          {group.decisions.length === 0 ? (
            <p>
              <NotKnown words="No decision on together or apart is recorded." />
            </p>
          ) : (
            group.decisions.slice(0, 3).map(({ id, kind, decided, decided_by, review_by, words }) => (
              <p>
                <strong>{capital(isDecision(kind) ? SIBLING_DECISIONS[kind] : kind)}</strong>, decided by {decided_by}{' '}
                on {dayWords(decided)}
                {words !== undefined && words !== '' && `: ${words}`}
                <span class="kith-note">to be looked at again by {dayWords(review_by)}</span>
                {at !== undefined && (
                  <RowLinks of={`decided on ${dayWords(decided)}`} links={putRight(`${at}/sibling-decisions`, id)} />
                )}
              </p>
            ))
          )}
        </Stack>
      )}
    </Card>
  )
}
const isDecision = (text: string): text is keyof typeof SIBLING_DECISIONS => Object.hasOwn(SIBLING_DECISIONS, text)

const isCanceller = (text: string | null): text is keyof typeof CANCELLERS =>
  text !== null && Object.hasOwn(CANCELLERS, text)
const DAYS_SHOWN = 6
const TimeTogether: FC<Writing & { time: FamilyTime; family: Family; called: string; today: IsoDay }> = ({
  time,
  family,
  called,
  today,
  at,
}) => {
  const people = peopleByLine(family)
  const standing = time.agreed.filter(({ until }) => until === null || until > today)
  const since = addMonths(today, -12)
  const year = time.days.filter(({ happens }) => happens > since && happens <= today)
  const kept = year.filter(({ state }) => state === 'kept' || state === 'cut short').length
  const told = year.filter(({ state }) => state !== 'planned').length
  return (
    <Card
      title="Family time"
      beside={
        at && (
          <Beside
            links={[
              { to: `${at}/family-time/record`, does: 'Agree time' },
              { to: `${at}/family-days/record`, does: 'Record a time' },
            ]}
          />
        )
      }
    >
      {standing.length === 0 ? (
        <EmptyState>No family time is agreed that you may know of.</EmptyState>
      ) : (
        <Stack>
          <ul class="kith-bullets">
            {standing.map((one) => (
              <li>
                <strong>{calledPerson(people.get(one.person))}</strong>: {howOften(one)}, {one.way}
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
                words={`${dayWords(one.happens)}, ${one.state}`}
              />{' '}
              {calledPerson(people.get(one.person))}
              {isCanceller(one.cancelled_by) && `, by ${CANCELLERS[one.cancelled_by]}`}
              {one.words !== undefined && one.words !== '' && <span class="kith-note">{one.words}</span>}
              {at !== undefined && one.state === 'planned' && (
                <RowLinks
                  of={dayWords(one.happens)}
                  links={[{ to: `${at}/family-days/${one.id}/correct`, does: 'How it went' }]}
                />
              )}
            </p>
          ))}
        </Stack>
      )}
    </Card>
  )
}
