// Plan and reviews: the plan that stands, part by part; reviews with how the child took part; decisions; actions with owner and day.
import type { FC } from 'hono/jsx'
import { type Action, actionsOf, openFirstDue } from '#actions'
import { dayWords, formatDay, type IsoDay, londonDay, parseInstant } from '#calendar'
import type { Frame } from '#child-frame'
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
  RowLinks,
  Stack,
} from '#look'
import { type Permanence, permanenceOf } from '#permanence'
import { missingParts, nameOfKey, PLAN_KINDS, type PlanKind, partsOf, planAt } from '#plan-kinds'
import {
  agreedWords,
  type Edition,
  editionsOf,
  type PartText,
  partsOfEdition,
  standingAndWritten,
  writtenIn,
} from '#plans'
import { reviewsOf } from '#reviews'
import { notYetAgreed } from '#supervision'
import { workersCalled } from '#workforce'
import { type NotSpoken, notSpokenOf } from '#writing'
import { actionRow } from './action-row.tsx'
import { PermanenceCard } from './permanence-card.tsx'
import { type Reviews, ReviewsCard } from './reviews-card.tsx'
import { tabPage } from './tab-page.tsx'

type PlanShown = {
  readonly edition: Edition
  readonly written: Edition | undefined
  readonly parts: readonly PartText[]
}
/** A plan of another kind, with the edition that stands and the one that is being written. */
type Other = {
  readonly kind: PlanKind
  readonly standing: Edition | undefined
  readonly written: Edition | undefined
}
type Facts = {
  readonly plan: PlanShown | undefined
  readonly others: readonly Other[]
  readonly reviews: Reviews | undefined
  readonly notSpoken: ReadonlyMap<string, NotSpoken>
  readonly decisions: readonly StandingDecision[]
  /** Of decisions from supervision: by whom they are not agreed yet. */
  readonly notYet: ReadonlyMap<string, string>
  readonly actions: readonly Action[]
  readonly permanence: Permanence
  readonly workers: ReadonlyMap<string, string>
}

export const showPlan = tabPage<Facts>({
  here: 'plan',
  title: 'Plan and reviews',
  read: async (asking, { id, sees }) => {
    const editions = await editionsOf(asking, id)
    const ofKind = (kind: PlanKind) => standingAndWritten(editions.filter((one) => one.kind === kind))
    const care = ofKind('care plan')
    const edition = care.standing ?? care.written
    const plan = edition && { edition, written: care.written, parts: await partsOfEdition(asking, edition) }
    const others = PLAN_KINDS.filter((kind) => kind !== 'care plan').map((kind) => ({ kind, ...ofKind(kind) }))
    const reviews = sees.has('reviews') ? (await reviewsOf(asking, id)).toReversed() : undefined
    const notSpoken = reviews === undefined ? new Map() : await notSpokenOf(asking, id)
    const decisions = (await decisionsOf(asking, id)).toReversed()
    const actions = await actionsOf(asking, id)
    const permanence = await permanenceOf(asking, id)
    const hands = [
      ...actions.flatMap(({ owner }) => ('worker' in owner ? [owner.worker] : [])),
      ...decisions.flatMap(({ decidedBy }) => decidedBy ?? []),
      ...(reviews ?? []).flatMap(({ chaired_by }) => chaired_by ?? []),
      ...[plan?.edition, ...others.map(({ standing }) => standing)].flatMap((one) => one?.approved?.by ?? []),
    ]
    return {
      plan,
      others,
      reviews,
      notSpoken,
      decisions,
      notYet: await notYetAgreed(
        asking,
        decisions.map(({ line }) => line),
      ),
      actions,
      permanence,
      workers: await workersCalled(asking, hands),
    }
  },
  main: (facts, frame, today) => <PlanTab facts={facts} frame={frame} today={today} />,
})
type Props = { readonly facts: Facts; readonly frame: Frame; readonly today: IsoDay }

const PlanTab: FC<Props> = ({ facts, frame, today }) => (
  <Columns>
    <Stack>
      {facts.plan === undefined ? (
        <Card title="Care plan">
          <EmptyState>No care plan is written here yet.</EmptyState>
        </Card>
      ) : (
        <Plan plan={facts.plan} workers={facts.workers} />
      )}
      <p class="kith-no-print">
        <a href={`/children/${frame.id}/plan/read`}>The whole plan: read, print, write</a>
      </p>
      <Others facts={facts} frame={frame} />
      {frame.sees.has('legal') && (
        <p class="kith-no-print">
          <a href={`/children/${frame.id}/here-alone`}>Here alone: arrival, age, status, family</a>
        </p>
      )}
      {frame.sees.has('legal') && (
        <p class="kith-no-print">
          <a href={`/children/${frame.id}/courts-and-panels`}>Courts and panels: proceedings, panels, notices</a>
        </p>
      )}
      {frame.sees.has('oversight') && (
        <p class="kith-no-print">
          <a href={`/children/${frame.id}/supervision`}>Supervision: what we think, decide and promise</a>
        </p>
      )}
      <Open facts={facts} frame={frame} today={today} />
    </Stack>
    <Stack>
      <PermanenceCard permanence={facts.permanence} frame={frame} />
      {facts.reviews !== undefined && (
        <ReviewsCard reviews={facts.reviews} notSpoken={facts.notSpoken} workers={facts.workers} frame={frame} />
      )}
      <Decisions facts={facts} />
    </Stack>
  </Columns>
)

const momentWords = (moment: string): string => {
  const at = parseInstant(moment)
  return at === undefined ? '' : formatDay(londonDay(at))
}

function otherWords({ standing, written }: Other, workers: ReadonlyMap<string, string>): string {
  const stands = standing?.approved && `version ${standing.number}, ${agreedWords(standing.approved, workers)}`
  const being = written && (standing === undefined ? 'being written, not agreed' : 'a new version is being written')
  return [stands, being].filter((one) => one !== undefined).join('; ') || 'None yet'
}

/** The other plans of the child, each with where it is read and written; the plan of each term stands under learning. */
const Others: FC<{ facts: Facts; frame: Frame }> = ({ facts: { others, workers }, frame }) => (
  <Card title="Other plans" flush>
    <CardList
      items={others.map((other) => {
        const { kind, standing, written } = other
        const at = planAt(frame.id, kind)
        if (partsOf(kind).length === 0) return <a href={at}>{capital(kind)}: under learning</a>
        const any = standing !== undefined || written !== undefined
        const writes = { to: `${at}/write`, does: any ? 'Write' : 'Begin' }
        return (
          <>
            {any ? <a href={`${at}/read`}>{capital(kind)}</a> : capital(kind)}
            <span class="kith-note">{otherWords(other, workers)}</span>
            {frame.writes.has('plan') && <RowLinks of={kind} links={[writes]} />}
          </>
        )
      })}
    />
  </Card>
)

const Plan: FC<{ plan: PlanShown; workers: ReadonlyMap<string, string> }> = ({
  plan: { edition, written, parts },
  workers,
}) => {
  const { approved, kind, number } = edition
  const missing = missingParts(kind, writtenIn(parts))
  return (
    <Card
      title={capital(kind)}
      beside={
        approved === undefined ? 'being written, not agreed' : `version ${number}, ${agreedWords(approved, workers)}`
      }
      flush
    >
      {approved !== undefined && written !== undefined && (
        <p class="kith-quiet kith-card__note">A new version is being written. This one stands until that is agreed.</p>
      )}
      <CardList
        items={inOrder(kind, parts).map(({ part, text, outOfSight, at }) => (
          <>
            <h3>{nameOfKey(kind, part)}</h3>
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

const Decisions: FC<{ facts: Facts }> = ({ facts: { decisions, workers, notYet } }) => (
  <Card title="Decisions" count={decisions.length} flush>
    {decisions.length === 0 ? (
      <EmptyState>No decision is recorded that you may read.</EmptyState>
    ) : (
      <CardList
        items={decisions.map(({ line, kind, decided, decidedBy, said, tellings }) => (
          <>
            <strong>{said?.decision ?? 'Taken out of sight'}</strong>
            <span class="kith-note">
              {capital(kind)} · {dayWords(decided)}
              {decidedBy !== null && workers.has(decidedBy) && ` · ${workers.get(decidedBy)}`}
              {notYet.has(line) && ` · ${notYet.get(line)}`}
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
