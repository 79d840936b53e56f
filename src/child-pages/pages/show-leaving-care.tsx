// Leaving care: which law applies and why, who helps, the plan and its reviews, where they live, and every contact.
import type { FC } from 'hono/jsx'
import { mayDo } from '#access'
import { mayAllocateHere } from '#allocations'
import { dayOf, dayWords, formatDay, type IsoDay, numberOf } from '#calendar'
import { type Frame, firstName, workersNow } from '#child-frame'
import type { Version } from '#database'
import { citationText } from '#law'
import {
  CAME_OF_IT,
  careDaysOf,
  HOW,
  type LeaverRecord,
  type LeaverStatus,
  leaverRecordOf,
  leaverStatus,
  STATUS_WORDS,
  triedSince,
  WHO_ASKS,
} from '#leaving-care'
import { Beside, Card, CardList, Columns, DueMark, EmptyState, FoldedCard, NotKnown, Stack } from '#look'
import { saidOf } from '#people'
import { planAt } from '#plan-kinds'
import { type Edition, editionsOf, standingAndWritten } from '#plans'
import { workersCalled } from '#workforce'
import { type Approvals, assessmentsApproved } from './assessment-note.tsx'
import { Row, Rows } from './fact-rows.tsx'
import { assessmentsOf, endsOf, homesOf, stayingOf, yearsOf } from './leaving-care-lists.tsx'
import { tabPage } from './tab-page.tsx'

type Facts = LeaverRecord & {
  /** undefined: the reader may not see the periods of care, from which it follows. */
  readonly status: LeaverStatus | undefined
  readonly plan: ReturnType<typeof standingAndWritten>
  readonly workers: ReadonlyMap<string, string>
  readonly mayAllocate: boolean
  readonly approvals: Approvals | undefined
  /** Nothing of it is owed any more: they died, or care ended so. */
  readonly closed: boolean
  readonly died: Version<'kith.leaving_care_end'> | undefined
  /** The reader writes what is here: as whoever writes the plan, or as the personal adviser. */
  readonly mayWrite: boolean
}

export const showLeavingCare = tabPage<Facts>({
  here: 'leaving-care',
  title: 'Leaving care',
  read: async (asking, frame, { today }) => {
    const { id, sees, birth } = frame
    const record = await leaverRecordOf(asking, id)
    const born = birth === undefined ? undefined : numberOf(birth.born)
    const status = sees.has('legal') ? leaverStatus(born, await careDaysOf(asking, id), numberOf(today)) : undefined
    const plan = standingAndWritten((await editionsOf(asking, id)).filter(({ kind }) => kind === 'pathway plan'))
    const hands = [
      ...record.contacts.map(({ made_by }) => made_by),
      ...record.ends.flatMap(({ decided_by }) => decided_by ?? []),
    ]
    const died = record.ends.find(({ kind, since }) => kind === 'died' && since <= today)
    return {
      ...record,
      status,
      plan,
      died,
      closed: died !== undefined || status?.kind === 'ended',
      workers: await workersCalled(asking, [...new Set(hands)]),
      approvals: await assessmentsApproved(asking, frame),
      mayAllocate: await mayAllocateHere(asking, id),
      mayWrite: await mayDo(asking, id, ['write', 'plan', 'or adviser']),
    }
  },
  main: (facts, frame, today) =>
    isEarly(facts) ? (
      <Standing facts={facts} frame={frame} today={today} />
    ) : (
      <Columns>
        <Stack>
          <Standing facts={facts} frame={frame} today={today} />
          <Plan {...{ facts, frame, today }} />
          <Contacts {...{ facts, frame: writing(facts, frame), today }} />
        </Stack>
        <Stack>
          <Adviser {...{ facts, frame, today }} />
          <Rows {...homesOf(facts)} closed={facts.closed} frame={writing(facts, frame)} />
          <Rows {...stayingOf(facts)} closed={facts.closed} frame={writing(facts, frame)} />
          <Rows
            {...assessmentsOf(facts, { ...facts, at: facts.closed ? undefined : asksAt(frame) })}
            closed={facts.closed}
            frame={writing(facts, frame)}
          />
          <Rows {...yearsOf(facts)} frame={writing(facts, frame)} />
          <Rows {...endsOf(facts)} closed={facts.closed} frame={writing(facts, frame)} />
        </Stack>
      </Columns>
    ),
})

/** Under 16, and nothing of it recorded: there is nothing to show but why. */
function isEarly({ status, plan, ...record }: Facts): boolean {
  const lists = [
    record.assessments,
    record.asks,
    record.reviews,
    record.contacts,
    record.homes,
    record.staying,
    record.years,
    record.ends,
  ]
  return (
    status?.kind === 'underSixteen' &&
    plan.written === undefined &&
    plan.standing === undefined &&
    lists.every((list) => list.length === 0)
  )
}

type Props = { readonly facts: Facts; readonly frame: Frame; readonly today: IsoDay }

const Died: FC<{ readonly name: string; readonly on: string }> = ({ name, on }) => (
  <Card title={`${name} died on ${dayWords(on)}`}>
    <p>
      From that day on nothing of leaving care is asked of anybody, and nobody is asked to write to {name}. What was
      written of {name} stays.
    </p>
  </Card>
)

const Standing: FC<Props> = ({ facts: { status, died }, frame }) => {
  if (died !== undefined) return <Died name={firstName(frame.called)} on={died.since} />
  if (status === undefined)
    return (
      <Card title="What applies">
        <NotKnown words="It follows from the times in care, which you do not see." />
      </Card>
    )
  if (status.kind === 'unknown')
    return (
      <Card title="What applies">
        <NotKnown words="Not known: the birth date is not in the record." />
      </Card>
    )
  const { name, says, cites } = STATUS_WORDS[status.kind]
  const since = 'since' in status ? ` since ${formatDay(dayOf(status.since))}` : ''
  return (
    <Card title={`${name}${since}`}>
      <p>{says}</p>
      {'until' in status && (
        <p>
          Until {formatDay(dayOf(status.until))}, by {firstName(frame.called)}’s age.
        </p>
      )}
      <p class="kith-quiet">
        Reckoned from the birth date and the times in care. {cites.map(citationText).join('; ')}. Not confirmed in each
        provision.
      </p>
      <p class="kith-no-print">
        <a href={`/children/${frame.id}/duties`}>What is owed, with its days</a>
      </p>
    </Card>
  )
}

const isOwed = (status: Facts['status']): boolean =>
  status?.kind !== 'over' && status?.kind !== 'ended' && status?.kind !== 'none'

const Adviser: FC<Props> = ({ facts, frame, today }) => {
  const now = workersNow(frame, today, 'personal-adviser')
  return (
    <Card
      title="Personal adviser"
      beside={facts.mayAllocate && <Beside links={[{ to: `/children/${frame.id}/worker`, does: 'Name or change' }]} />}
    >
      {now.length === 0 ? (
        <EmptyState>
          Nobody is named.{!facts.closed && isOwed(facts.status) && ' From 16 on, the law asks for somebody.'}
        </EmptyState>
      ) : (
        now.map(({ name, since }) => (
          <p>
            <strong>{name}</strong>
            {since !== undefined && <span class="kith-note">since {formatDay(since)}</span>}
          </p>
        ))
      )}
    </Card>
  )
}

const stateWords = ({ standing, written }: Facts['plan']): string => {
  const agreed = standing && `Version ${standing.number} is agreed.`
  const being =
    written && (standing === undefined ? 'It is being written, and not agreed.' : 'A new version is being written.')
  return [agreed, being].filter((one) => one !== undefined).join(' ') || 'No pathway plan is written yet.'
}

/** Whoever writes the plan asks that an assessment is approved; an adviser who writes one asks them. */
const asksAt = ({ id, writes }: Frame): string | undefined => (writes.has('plan') ? `/children/${id}` : undefined)

/** The frame with the plan among what the reader writes, for the lists of this tab; the plan itself asks the frame as it is. */
const writing = ({ mayWrite }: Facts, frame: Frame): Frame =>
  mayWrite ? { ...frame, writes: new Set([...frame.writes, 'plan']) } : frame

function askNote({ closed, asks, reviews }: Facts, id: string, open: Facts['asks']) {
  if (open.some((one) => one.id === id)) return <DueMark mark="soon" words="Arrange it now" />
  const asked = asks.find((one) => one.id === id)?.asked ?? ''
  const held = reviews.some((review) => review.held >= asked)
  return closed && !held ? undefined : 'A review was held after it'
}

const Plan: FC<Props> = ({ facts, frame }) => {
  const { plan, reviews, asks } = facts
  const at = planAt(frame.id, 'pathway plan')
  const any: Edition | undefined = plan.standing ?? plan.written
  const writes = !facts.closed && frame.writes.has('plan')
  const mine = writing(facts, frame)
  const open = (facts.closed ? [] : asks).filter(({ asked }) => !reviews.some(({ held }) => held >= asked))
  return (
    <>
      <Card title="Pathway plan">
        <p>{stateWords(plan)}</p>
        <p class="kith-no-print">
          {any !== undefined && <a href={`${at}/read`}>Read or print it</a>}{' '}
          {writes && <a href={`${at}/write`}>{any === undefined ? 'Begin it' : 'Write it'}</a>}
        </p>
      </Card>
      <Rows
        title="Reviews of the pathway plan"
        path="pathway-reviews"
        does="Record a review"
        none="No review is recorded yet."
        closed={facts.closed}
        rows={reviews.map(({ id, held, accommodation, next_months, words }) => ({
          id,
          head: dayWords(held),
          note: `${accommodation ? 'with the home that we provide · ' : ''}the next within ${next_months} ${next_months === 1 ? 'month' : 'months'}`,
          words,
        }))}
        frame={mine}
      />
      <Rows
        title="A review is asked for"
        path="pathway-review-asks"
        does="They ask for a review"
        none="Nobody has asked for a review."
        closed={facts.closed}
        rows={asks.map(({ id, asked, asked_by, words }) => ({
          id,
          head: `${saidOf(WHO_ASKS, asked_by)}, ${dayWords(asked)}`,
          note: askNote(facts, id, open),
          words,
        }))}
        frame={mine}
      />
    </>
  )
}

function triedWords(contacts: Facts['contacts']): string | undefined {
  const { tries, heard } = triedSince(contacts)
  if (tries === 0) return undefined
  const times = `${tries} ${tries === 1 ? 'attempt' : 'attempts'} without an answer`
  if (heard === undefined) return `${times}, and nobody was in touch with them yet: find another way.`
  const what = heard.outcome === 'in touch' ? 'Last in touch on' : 'They did not want contact on'
  return `${what} ${dayWords(heard.happened)}. Since then ${times}: find another way.`
}

const CONTACTS_SHOWN = 8
const Contacts: FC<Props> = ({ facts: { contacts, workers, closed }, frame }) => {
  const rows = contacts.map(({ id, happened, made_by, how, outcome, offered, words }) => ({
    id,
    head: `${dayWords(happened)}: ${saidOf(CAME_OF_IT, outcome).toLowerCase()}`,
    note: `${saidOf(HOW, how)} · ${workers.get(made_by) ?? 'somebody'}${offered ? ' · support was offered' : ''}`,
    words,
  }))
  return (
    <>
      <Rows
        title="In touch"
        path="leaver-contacts"
        does="Record a contact"
        none={`No contact with ${firstName(frame.called)} is recorded yet.`}
        count={contacts.length}
        before={closed ? undefined : triedWords(contacts)}
        closed={closed}
        rows={rows.slice(0, CONTACTS_SHOWN)}
        frame={frame}
      />
      {rows.length > CONTACTS_SHOWN && (
        <FoldedCard title="Earlier contacts" count={rows.length - CONTACTS_SHOWN} flush>
          <CardList
            items={rows.slice(CONTACTS_SHOWN).map((row) => <Row row={row} path="leaver-contacts" frame={frame} />)}
          />
        </FoldedCard>
      )}
    </>
  )
}
