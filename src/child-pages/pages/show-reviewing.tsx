// What the reviewing officer does between reviews, of one child: midpoint checks, alerts, disputes, and what followed each review.
import type { FC } from 'hono/jsx'
import { mayDo } from '#access'
import { dayOf, dayWords, type IsoDay, numberOf } from '#calendar'
import type { Frame } from '#child-frame'
import { type Asking, readParts } from '#database'
import { Beside, Card, CardList, Columns, capital, DueMark, EmptyState, NotKnown, RowLinks, Stack } from '#look'
import {
  ALERT_ABOUT,
  ALERT_KINDS,
  ALERT_OUTCOMES,
  type Alert,
  alertsOf,
  CONTACT,
  DISPUTE_ABOUT,
  DISPUTE_OUTCOMES,
  disputesStanding,
  type HeldReview,
  LOOKED_AT,
  type MidpointCheck,
  midpointsOf,
  reviewsHeld,
  type StandingDispute,
  stepsOf,
  TIER_WORDS,
  type TierDays,
  TRACK,
  tierDays,
  wordsOf,
} from '#reviewing'
import { workersCalled } from '#workforce'
import { putRight } from './row-links.tsx'
import { tabPage } from './tab-page.tsx'

type Facts = {
  readonly checks: readonly MidpointCheck[]
  readonly alerts: readonly Alert[]
  readonly disputes: readonly StandingDispute[]
  readonly reviews: readonly HeldReview[]
  readonly days: TierDays
  readonly approves: boolean
  readonly me: string
  /** Who answered decisions of reviews. */
  readonly workers: ReadonlyMap<string, string>
}
type Props = { readonly facts: Facts; readonly frame: Frame; readonly today: IsoDay }

async function read(asking: Asking, { id }: Frame, today: IsoDay): Promise<Facts> {
  const reviews = (await reviewsHeld(asking, id)).slice(0, 6)
  const answered = reviews.flatMap(({ answers }) => answers.flatMap(({ answered_by }) => answered_by ?? []))
  return {
    checks: await midpointsOf(asking, id),
    alerts: await alertsOf(asking, id),
    disputes: (await disputesStanding(asking, [id])).toReversed(),
    reviews,
    workers: answered.length === 0 ? new Map() : await workersCalled(asking, answered),
    days: await tierDays(asking, today),
    approves: await mayDo(asking, id, ['approve', 'plan']),
    me: asking.who.person,
  }
}

export const showReviewing = tabPage<Facts>({
  here: 'plan',
  title: 'Checks, alerts and disputes',
  read: async (asking, frame, { today }) => await read(asking, frame, today),
  main: (facts, frame, today) => <Reviewing facts={facts} frame={frame} today={today} />,
})

const Reviewing: FC<Props> = (props) => (
  <>
    <h2 class="govuk-heading-m">Checks, alerts and disputes</h2>
    <Columns>
      <Stack>
        <Disputes {...props} />
        <Checks {...props} />
      </Stack>
      <Stack>
        <Alerts {...props} />
        <AfterReviews {...props} />
      </Stack>
    </Columns>
  </>
)

const Disputes: FC<Props> = ({ facts: { disputes, days }, frame, today }) => (
  <Card
    title="Disputes"
    count={disputes.length}
    beside={
      frame.writes.has('reviews') && (
        <Beside links={[{ to: `/children/${frame.id}/disputes/record`, does: 'Raise a dispute' }]} />
      )
    }
    flush
  >
    {disputes.length === 0 ? (
      <EmptyState>No dispute has been raised.</EmptyState>
    ) : (
      <CardList
        items={disputes.map((dispute) => (
          <>
            <a class="kith-target" href={`/children/${frame.id}/disputes/${dispute.line}`}>
              {dispute.said?.issue ?? 'Taken out of sight'}
            </a>
            <span class="kith-note">
              {wordsOf(DISPUTE_ABOUT, dispute.about)} · raised {dayWords(dispute.raised)} ·{' '}
              {standsWords(dispute, today, days)}
            </span>
            {frame.writes.has('reviews') && (
              <RowLinks
                of={`dispute of ${dayWords(dispute.raised)}`}
                links={putRight(`/children/${frame.id}/disputes`, dispute.id)}
              />
            )}
          </>
        ))}
      />
    )}
  </Card>
)

/** 'with the service manager, answer due Wed 7 Apr 2027' */
function standsWords(dispute: StandingDispute, today: IsoDay, days: TierDays): string {
  if (dispute.end !== undefined)
    return `${wordsOf(DISPUTE_OUTCOMES, dispute.end.outcome)}, ${dayWords(dispute.end.happened)}`
  const now = stepsOf(dispute, numberOf(today), days).at(-1)
  if (now === undefined) return 'with nobody yet'
  const by = now.last === undefined ? '' : `, answer due ${dayWords(dayOf(now.last))}`
  return `${TIER_WORDS[now.tier]}${now.stage === undefined ? ', rose by itself' : ''}${by}`
}

const Checks: FC<Props> = ({ facts: { checks }, frame }) => (
  <Card
    title="Midpoint checks"
    count={checks.length}
    beside={
      frame.writes.has('reviews') && (
        <Beside links={[{ to: `/children/${frame.id}/midpoint-checks/record`, does: 'Record a midpoint check' }]} />
      )
    }
    flush
  >
    {checks.length === 0 ? (
      <EmptyState>No check between reviews is recorded.</EmptyState>
    ) : (
      <CardList
        items={checks.map(({ id, happened, track, contact, looked_at, said, progress }) => (
          <>
            <strong>{dayWords(happened)}</strong>{' '}
            <DueMark mark={track === 'on track' ? 'done' : 'soon'} words={wordsOf(TRACK, track)} />
            <span class="kith-note">
              {wordsOf(CONTACT, contact)} · looked at:{' '}
              {looked_at.map((one) => wordsOf(LOOKED_AT, one).toLowerCase()).join(', ')}
            </span>
            {said?.found !== undefined && said.found !== '' && <p>{said.found}</p>}
            {said?.worries !== undefined && said.worries !== '' && <p>Worries: {said.worries}</p>}
            {progress.length > 0 && <p class="kith-quiet">{progressWords(progress)}</p>}
            {frame.writes.has('reviews') && (
              <RowLinks
                of={`midpoint check of ${dayWords(happened)}`}
                links={putRight(`/children/${frame.id}/midpoint-checks`, id)}
              />
            )}
          </>
        ))}
      />
    )}
  </Card>
)
/** '2 carried out, 1 under way' */
const progressWords = (progress: MidpointCheck['progress']): string =>
  `Decisions: ${[...Map.groupBy(progress, ({ progress: how }) => how)].map(([how, rows]) => `${rows.length} ${how}`).join(', ')}`

const Alerts: FC<Props> = ({ facts: { alerts }, frame }) => (
  <Card
    title="Alerts"
    count={alerts.length}
    beside={
      frame.writes.has('reviews') && (
        <Beside links={[{ to: `/children/${frame.id}/alerts/record`, does: 'Raise an alert' }]} />
      )
    }
    flush
  >
    {alerts.length === 0 ? (
      <EmptyState>No alert has been raised.</EmptyState>
    ) : (
      <CardList items={alerts.map((alert) => <OneAlert alert={alert} frame={frame} />)} />
    )}
  </Card>
)
const OneAlert: FC<{ readonly alert: Alert; readonly frame: Frame }> = ({ alert, frame }) => {
  const { id, line, kind, about, raised, outcome } = alert
  const at = `/children/${frame.id}`
  const ends =
    kind === 'concern' && outcome === undefined
      ? [{ to: `${at}/alerts/${line}/outcome`, does: 'What became of it' }]
      : []
  const mends = outcome === undefined ? [] : putRight(`${at}/alert-outcomes`, outcome.id, 'what became of it')
  return (
    <>
      <strong>{wordsOf(ALERT_KINDS, kind)}</strong>
      <span class="kith-note">
        {wordsOf(ALERT_ABOUT, about)} · {dayWords(raised)}
      </span>
      <p>{readParts(alert.words, ['what'])?.what ?? 'Taken out of sight'}</p>
      {outcome !== undefined && (
        <p class="kith-quiet">
          {wordsOf(ALERT_OUTCOMES, outcome.outcome)}, {dayWords(outcome.happened)}.{' '}
          {readParts(outcome.words, ['changed'])?.changed}
        </p>
      )}
      {frame.writes.has('reviews') && (
        <>
          <RowLinks of={`alert of ${dayWords(raised)}`} links={[...ends, ...putRight(`${at}/alerts`, id)]} />
          {mends.length > 0 && <RowLinks of={`what became of the alert of ${dayWords(raised)}`} links={mends} />}
        </>
      )}
    </>
  )
}

const AfterReviews: FC<Props> = ({ facts, frame }) => (
  <Card title="After each review" beside="The manager’s answer to its decisions" flush>
    {facts.reviews.length === 0 ? (
      <EmptyState>No review is recorded yet.</EmptyState>
    ) : (
      <CardList items={facts.reviews.map((review) => <AfterReview review={review} facts={facts} frame={frame} />)} />
    )}
  </Card>
)
const recordWords = ({ written, given }: { readonly written: string; readonly given: string | null }): string =>
  `Record written ${dayWords(written)}, ${given === null ? 'not given out yet' : `given out ${dayWords(given)}`}`
type Held = { readonly review: HeldReview; readonly facts: Facts; readonly frame: Frame }
const AfterReview: FC<Held> = ({ review, facts: { approves, me, workers }, frame }) => {
  const { line, held, receipt, record, answers } = review
  const mine = answers.find(({ answered_by }) => answered_by === me)
  const at = `/children/${frame.id}`
  const links = [
    ...(frame.writes.has('reviews') && receipt === undefined
      ? [{ to: `${at}/reviews/${line}/received`, does: 'The manager has the decisions' }]
      : []),
    ...(frame.writes.has('reviews') && receipt !== undefined
      ? putRight(`${at}/review-receipts`, receipt.id, 'when they had it')
      : []),
    ...(approves && mine === undefined
      ? [{ to: `${at}/reviews/${line}/answer`, does: answers.length === 0 ? 'Answer the decisions' : 'I do not agree' }]
      : []),
    ...(frame.writes.has('reviews') && record === undefined
      ? [{ to: `${at}/reviews/${line}/written`, does: 'Its record is written' }]
      : []),
    ...(frame.writes.has('reviews') && record !== undefined
      ? putRight(`${at}/review-records`, record.id, 'the record')
      : []),
    ...(mine?.recorded_by === me ? putRight(`${at}/review-answers`, mine.id, 'your answer') : []),
  ]
  return (
    <>
      <strong>{dayWords(held)}</strong>
      <span class="kith-note">
        {receipt === undefined ? (
          <NotKnown words="When the manager had the decisions is not recorded" />
        ) : (
          `With the manager ${dayWords(receipt.received)}`
        )}
      </span>
      <span class="kith-note">
        {record === undefined ? <NotKnown words="When its record was written is not recorded" /> : recordWords(record)}
      </span>
      {answers.map(({ answer, answered, answered_by, words }) => (
        <p>
          {capital(answer)} {dayWords(answered)}, {workers.get(answered_by ?? '') ?? 'a colleague'}.{' '}
          {readParts(words, ['why'])?.why}
        </p>
      ))}
      {answers.length === 0 && receipt !== undefined && (
        <p>No answer is recorded. After five working days silence is agreement.</p>
      )}
      <RowLinks of={`review of ${dayWords(held)}`} links={links} />
    </>
  )
}
