// Plan and reviews: the plan that stands, part by part; reviews with how the child took part; decisions; actions with owner and day.
import type { FC } from 'hono/jsx'
import { type Action, actionsOf, openFirstDue } from '#actions'
import { dayWords, formatDay, type IsoDay, londonDay, parseInstant } from '#calendar'
import { type Frame, firstName } from '#child-frame'
import { decisionsOf, type StandingDecision } from '#decisions'
import {
  ActionRows,
  Card,
  CardList,
  Columns,
  capital,
  DueMark,
  EmptyState,
  FoldedCard,
  Notice,
  NotKnown,
  Stack,
} from '#look'
import { type PermanencePlan, permanenceOf } from '#permanence'
import {
  type Edition,
  editionsOf,
  missingParts,
  type PartText,
  partNamed,
  partsOf,
  partsOfEdition,
  standingAndWritten,
} from '#plans'
import { PARTICIPATION, reviewsOf } from '#reviews'
import { namesOfWorkers } from '#workforce'
import { actionRow } from './action-row.tsx'
import { PermanenceCard } from './permanence-card.tsx'
import { Beside, putRight, RowLinks } from './row-links.tsx'
import { tabPage } from './tab-page.tsx'

type Reviews = Awaited<ReturnType<typeof reviewsOf>>
type PlanShown = {
  readonly edition: Edition
  readonly written: Edition | undefined
  readonly parts: readonly PartText[]
}
type Facts = {
  readonly plans: readonly PlanShown[]
  readonly reviews: Reviews | undefined
  readonly decisions: readonly StandingDecision[]
  readonly actions: readonly Action[]
  readonly permanence: readonly PermanencePlan[]
  readonly workers: ReadonlyMap<string, string>
}

export const showPlan = tabPage<Facts>({
  here: 'plan',
  title: 'Plan and reviews',
  read: async (asking, { id, sees }) => {
    const plans: PlanShown[] = []
    for (const editions of Map.groupBy(await editionsOf(asking, id), ({ plan }) => plan).values()) {
      const { standing, written } = standingAndWritten(editions)
      const edition = standing ?? written
      if (edition !== undefined) plans.push({ edition, written, parts: await partsOfEdition(asking, edition) })
    }
    const reviews = sees.has('reviews') ? (await reviewsOf(asking, id)).toReversed() : undefined
    const decisions = (await decisionsOf(asking, id)).toReversed()
    const actions = await actionsOf(asking, id)
    const permanence = await permanenceOf(asking, id)
    const hands = [
      ...actions.flatMap(({ owner }) => ('worker' in owner ? [owner.worker] : [])),
      ...decisions.flatMap(({ decidedBy }) => decidedBy ?? []),
      ...(reviews ?? []).flatMap(({ chaired_by }) => chaired_by ?? []),
      ...plans.flatMap(({ edition }) => edition.approved?.by ?? []),
    ]
    return { plans, reviews, decisions, actions, permanence, workers: await namesOfWorkers(asking, hands) }
  },
  main: (facts, frame, today) => <PlanTab facts={facts} frame={frame} today={today} />,
})
type Props = { readonly facts: Facts; readonly frame: Frame; readonly today: IsoDay }

const PlanTab: FC<Props> = ({ facts, frame, today }) => (
  <Columns>
    <Stack>
      {facts.plans.length === 0 ? (
        <Card title="The plan">
          <EmptyState>No plan is written here yet.</EmptyState>
        </Card>
      ) : (
        facts.plans.map((plan) => <Plan plan={plan} workers={facts.workers} />)
      )}
      <p class="kith-no-print">
        <a href={`/children/${frame.id}/plan/read`}>The whole plan: read, print, write</a>
      </p>
      <Open facts={facts} frame={frame} today={today} />
    </Stack>
    <Stack>
      <PermanenceCard plans={facts.permanence} frame={frame} />
      {facts.reviews !== undefined && <Reviews reviews={facts.reviews} workers={facts.workers} frame={frame} />}
      <Decisions facts={facts} />
    </Stack>
  </Columns>
)

const momentWords = (moment: string): string => {
  const at = parseInstant(moment)
  return at === undefined ? '' : formatDay(londonDay(at))
}

const Plan: FC<{ plan: PlanShown; workers: ReadonlyMap<string, string> }> = ({
  plan: { edition, written, parts },
  workers,
}) => {
  const { approved, kind, number } = edition
  const by = approved === undefined ? undefined : workers.get(approved.by)
  const missing = missingParts(
    kind,
    new Set(parts.filter(({ text, outOfSight }) => text !== undefined || outOfSight).map(({ part }) => part)),
  )
  return (
    <Card
      title={capital(kind)}
      beside={
        approved === undefined
          ? 'being written, not agreed'
          : `version ${number}, agreed ${momentWords(approved.at)}${by === undefined ? '' : ` by ${by}`}`
      }
      flush
    >
      {approved !== undefined && written !== undefined && (
        <p class="kith-quiet kith-card__note">A new version is being written. This one stands until that is agreed.</p>
      )}
      <CardList
        items={inOrder(kind, parts).map(({ part, text, outOfSight, at }) => (
          <>
            <h3>{partTitle(kind, part)}</h3>
            {outOfSight ? (
              <NotKnown words="Taken out of sight" />
            ) : (
              (text ?? '').split('\n').map((line) => <p>{line}</p>)
            )}
            <p class="kith-quiet">Written {momentWords(at)}</p>
          </>
        ))}
      />
      {missing.length > 0 && (
        <p class="kith-card__note">
          The law asks for these too, and they have no words yet:{' '}
          {missing.map(({ name }) => name.toLowerCase()).join(', ')}.
        </p>
      )}
    </Card>
  )
}
/** As the law lists the parts. */
function inOrder(kind: Edition['kind'], parts: readonly PartText[]): readonly PartText[] {
  const names: readonly string[] = partsOf(kind).map(({ part }) => part)
  const rank = ({ part }: PartText): number => names.indexOf(part.split('/')[0] ?? '')
  return parts.toSorted((a, b) => rank(a) - rank(b) || (a.part < b.part ? -1 : 1))
}
function partTitle(kind: Edition['kind'], key: string): string {
  const named = partNamed(kind, key)
  if (named === undefined) return key
  const { part, number, field } = named
  if (number === undefined || field === undefined) return part.name
  return `Outcome ${number}: ${part.fields?.[field] ?? field}`
}

const closing = (at: string) => [
  { to: `${at}/end`, does: 'Close' },
  { to: `${at}/carry-on`, does: 'Carry on' },
]
const Open: FC<Props> = ({ facts: { actions, workers }, frame, today }) => {
  const open = openFirstDue(actions)
  const ended = actions.filter(({ ended: one }) => one !== undefined)
  return (
    <>
      <Card title="What we said we would do" count={open.length} flush>
        {open.length === 0 ? (
          <EmptyState>Nothing is open.</EmptyState>
        ) : (
          <ActionRows
            rows={open.map((action) => ({
              ...actionRow(action, workers, today),
              action: frame.writes.has('plan') && (
                <RowLinks of={action.what} links={closing(`/children/${frame.id}/actions/${action.line}`)} />
              ),
            }))}
          />
        )}
      </Card>
      {ended.length > 0 && (
        <FoldedCard title="Done, or no longer needed" count={ended.length} flush>
          <CardList
            items={ended.toReversed().map(({ what, ended: end }) => (
              <>
                <DueMark
                  mark={end?.outcome === 'done' ? 'done' : 'plain'}
                  words={`${capital(end?.outcome ?? '')} ${dayWords(end?.happened ?? '')}`}
                />{' '}
                {what ?? 'Taken out of sight'}
                {end?.said !== undefined && <span class="kith-note">{end.said}</span>}
              </>
            ))}
          />
        </FoldedCard>
      )}
    </>
  )
}

const isParticipation = (text: string | null): text is keyof typeof PARTICIPATION =>
  text !== null && Object.hasOwn(PARTICIPATION, text)
const REVIEWS_SHOWN = 6
const Reviews: FC<{ reviews: Reviews; workers: ReadonlyMap<string, string>; frame: Frame }> = ({
  reviews,
  workers,
  frame,
}) => (
  <Card
    title="Reviews"
    count={reviews.length}
    beside={
      frame.writes.has('reviews') && (
        <Beside
          links={[
            { to: `/children/${frame.id}/reviews/record`, does: 'Record a review' },
            { to: `/children/${frame.id}/prepare-review`, does: 'Prepare one' },
          ]}
        />
      )
    }
    flush
  >
    {reviews.length === 0 ? (
      <EmptyState>No review is recorded yet.</EmptyState>
    ) : (
      <CardList
        items={reviews.slice(0, REVIEWS_SHOWN).map(({ id, held, participation, adjourned, chaired_by, words }) => (
          <>
            <strong>{dayWords(held)}</strong>
            {adjourned && ' (adjourned: not complete)'}
            <span class="kith-note">
              {chaired_by !== null && workers.has(chaired_by) && `chaired by ${workers.get(chaired_by)} · `}
              {isParticipation(participation)
                ? `${firstName(frame.called)}: ${PARTICIPATION[participation]}`
                : 'how the child took part is not known'}
            </span>
            {words !== undefined && <p>{words}</p>}
            {frame.writes.has('reviews') && (
              <RowLinks of={`review of ${dayWords(held)}`} links={putRight(`/children/${frame.id}/reviews`, id)} />
            )}
          </>
        ))}
      />
    )}
    <p class="kith-card__note kith-no-print">
      <a href={`/children/${frame.id}/reviewing`}>Checks between reviews, alerts and disputes</a>
    </p>
    {reviews.length > REVIEWS_SHOWN && (
      <p class="kith-quiet kith-card__note">{reviews.length - REVIEWS_SHOWN} earlier ones stand in the story.</p>
    )}
  </Card>
)

const Decisions: FC<{ facts: Facts }> = ({ facts: { decisions, workers } }) => (
  <Card title="Decisions" count={decisions.length} flush>
    {decisions.length === 0 ? (
      <EmptyState>No decision is recorded that you may read.</EmptyState>
    ) : (
      <CardList
        items={decisions.map(({ kind, decided, decidedBy, said, tellings }) => (
          <>
            <strong>{said?.decision ?? 'Taken out of sight'}</strong>
            <span class="kith-note">
              {capital(kind)} · {dayWords(decided)}
              {decidedBy !== null && workers.has(decidedBy) && ` · ${workers.get(decidedBy)}`}
              {tellings.length > 0 && ` · told: ${tellings.map(({ whom }) => whom).join(', ')}`}
            </span>
            {said?.reasons !== undefined && said.reasons !== '' && <p>Because: {said.reasons}</p>}
          </>
        ))}
      />
    )}
    {decisions.length > 0 && decisions.every(({ tellings }) => tellings.length === 0) && (
      <Notice>
        <p>Nobody is recorded as told of these decisions.</p>
      </Notice>
    )}
  </Card>
)
