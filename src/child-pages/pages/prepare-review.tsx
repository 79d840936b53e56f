// Preparing a review: what was decided last time and what came of it, the child's words since, what is late, what changed, who was there.
import type { FC } from 'hono/jsx'
import { type Action, actionsOf, isOverdueOn } from '#actions'
import { dayWords, formatDay, type IsoDay, numberOf, parseDay } from '#calendar'
import { dueWords, type Frame, firstName, homeWords, nameOf } from '#child-frame'
import { dutiesAhead } from '#clock'
import { type Asking, readParts } from '#database'
import { decisionsOf, type StandingDecision } from '#decisions'
import { type Duty, dutyTitle, isStillOwed, stateOn } from '#ledger'
import { Card, CardList, Columns, capital, DueMark, DutyTable, EmptyState, NotKnown, Stack } from '#look'
import { episodesOf } from '#missing'
import { placementsOf } from '#placements'
import { disputesOpen, type MidpointCheck, midpointsOf, PROGRESS, reviewsHeld, wordsOf } from '#reviewing'
import { reviewsOf } from '#reviews'
import { type StandingView, viewsOf } from '#views'
import { workersCalled } from '#workforce'
import { tabPage } from './tab-page.tsx'

type Change = { readonly on: IsoDay; readonly words: string }
type Facts = {
  readonly last: { readonly line: string; readonly held: IsoDay; readonly present: readonly string[] } | undefined
  readonly decisions: readonly StandingDecision[]
  /** That came of the last review; undefined: actions are not for the reader to see. */
  readonly actions: readonly Action[] | undefined
  readonly check: MidpointCheck | undefined
  readonly said: readonly StandingView[]
  readonly late: readonly Duty[]
  readonly next: Duty | undefined
  readonly changes: readonly Change[]
  readonly disputes: number
  readonly workers: ReadonlyMap<string, string>
}
type Props = { readonly facts: Facts; readonly frame: Frame; readonly today: IsoDay }

const PARTS: Readonly<Record<string, string>> = {
  'allocated-worker': 'social worker',
  'reviewing-officer': 'reviewing officer',
  'co-worker': 'co-worker',
}

/** Only of the parts that the reader sees. */
async function changesSince(asking: Asking, frame: Frame, held: IsoDay): Promise<readonly Change[]> {
  const homes = frame.sees.has('where') ? await placementsOf(asking, frame.id) : []
  const gone = frame.sees.has('missing') ? await episodesOf(asking, frame.id) : []
  return [
    ...homes.flatMap(({ since, kind }) =>
      since > held ? [{ on: since, words: `A new home: ${homeWords(kind)}` }] : [],
    ),
    ...gone.flatMap(({ since, until }) =>
      since > held
        ? [{ on: since, words: until === null ? 'Missing, and not back' : `Missing until ${formatDay(until)}` }]
        : [],
    ),
    ...frame.workers.flatMap(({ since, name, part }) =>
      since !== undefined && since > held ? [{ on: since, words: `${name} is their ${PARTS[part] ?? part}` }] : [],
    ),
  ].toSorted((a, b) => (a.on < b.on ? 1 : -1))
}

async function read(asking: Asking, frame: Frame, today: IsoDay): Promise<Facts> {
  const { id } = frame
  const [review] = await reviewsHeld(asking, id)
  const whole = (await reviewsOf(asking, id)).find(({ line }) => line === review?.line)
  const held = parseDay(review?.held ?? '')
  const decisions = (await decisionsOf(asking, id)).filter(({ on }) => on !== null && on.line === review?.line)
  const actions = frame.sees.has('plan') ? await actionsOf(asking, id) : undefined
  const own = actions?.filter(({ from }) => from !== null && from.line === review?.line)
  const duties = (await dutiesAhead(asking, [id], today)).get(id) ?? []
  const on = numberOf(today)
  const open = duties.filter((duty) => isStillOwed(duty, on))
  const said = (await viewsOf(asking, id)).filter(
    ({ whose, happened }) => whose === 'child' && (held === undefined || happened > held),
  )
  return {
    last: whole === undefined || held === undefined ? undefined : { line: whole.line, held, present: whole.present },
    ...{ decisions, actions: own, said: said.toReversed() },
    check: (await midpointsOf(asking, id)).find(({ review: of }) => of === review?.line),
    late: open.filter((duty) => stateOn(duty, on) === 'overdue'),
    next: open
      .filter(({ basis, due }) => basis.kind === 'review' && due !== undefined)
      .toSorted((a, b) => (a.due ?? 0) - (b.due ?? 0))[0],
    changes: held === undefined ? [] : await changesSince(asking, frame, held),
    disputes: (await disputesOpen(asking, [id])).length,
    workers: await workersCalled(
      asking,
      (own ?? []).flatMap(({ owner }) => ('worker' in owner ? [owner.worker] : [])),
    ),
  }
}

export const prepareReview = tabPage<Facts>({
  here: 'plan',
  title: 'Preparing a review',
  read: async (asking, frame, { today }) => await read(asking, frame, today),
  main: (facts, frame, today) => <Prepare facts={facts} frame={frame} today={today} />,
})

const Prepare: FC<Props> = (props) => {
  const { facts, frame, today } = props
  const { next, last, disputes } = facts
  return (
    <>
      <h2 class="govuk-heading-m">Preparing the next review</h2>
      <p>
        {next?.due === undefined ? (
          <NotKnown words="When it is due is not known" />
        ) : (
          <DueMark {...dueWords(next.due, numberOf(today))} note={next.basis.name} />
        )}{' '}
        {last === undefined ? 'No review is recorded before it.' : `The last was on ${formatDay(last.held)}.`}{' '}
        {disputes > 0 && (
          <a href={`/children/${frame.id}/reviewing`}>
            {disputes === 1 ? 'A dispute is open' : `${disputes} disputes are open`}
          </a>
        )}
      </p>
      <Columns>
        <Stack>
          <LastTime {...props} />
          <Actions {...props} />
          <Words {...props} />
        </Stack>
        <Stack>
          <Late {...props} />
          <Changes {...props} />
          <WhoComes {...props} />
        </Stack>
      </Columns>
    </>
  )
}

const LastTime: FC<Props> = ({ facts: { decisions, actions = [], workers, check, last }, today }) => (
  <Card
    title="What was decided last time"
    count={decisions.length}
    beside={check === undefined ? 'Not looked at since' : `Looked at ${dayWords(check.happened)}`}
    flush
  >
    {decisions.length === 0 ? (
      <EmptyState>
        {last === undefined ? 'No review is recorded.' : 'No decision of it is recorded that you may read.'}
      </EmptyState>
    ) : (
      <DutyTable
        caption="What was decided last time, and what came of it"
        columns={['Decided', 'How far it had come', 'Who does what for it']}
        rows={decisions.map(({ line, said }) => ({
          head: said?.decision ?? 'Taken out of sight',
          cells: [
            <CameOf found={check?.progress.find(({ decision }) => decision === line)} />,
            <Serving actions={actions.filter(({ serves }) => serves === line)} workers={workers} today={today} />,
          ],
        }))}
      />
    )}
  </Card>
)
type Found = MidpointCheck['progress'][number] | undefined
const CameOf: FC<{ readonly found: Found }> = ({ found }) =>
  found === undefined ? (
    <NotKnown words="Not known yet" />
  ) : (
    <>
      {wordsOf(PROGRESS, found.progress)}. {readParts(found.words, ['came'])?.came}
    </>
  )

type OfServing = { readonly actions: readonly Action[]; readonly today: IsoDay } & Pick<Facts, 'workers'>
const Serving: FC<OfServing> = ({ actions, workers, today }) =>
  actions.length === 0 ? (
    <>No action is tied to it</>
  ) : (
    <div>
      {actions.map((action) => (
        <p>
          {action.what ?? 'Taken out of sight'}
          <span class="kith-note">{whoWords(action, workers, today)}</span>
          <Became action={action} />
        </p>
      ))}
    </div>
  )

/** Those that are tied to a decision stand beside it. */
const Actions: FC<Props> = ({ facts: { actions: all, decisions, workers, last }, today }) => {
  const actions = all?.filter(({ serves }) => !decisions.some(({ line }) => line === serves))
  return actions === undefined || last === undefined || (actions.length === 0 && all?.length !== 0) ? null : (
    <Card
      title={all?.length === actions.length ? 'Actions from that review' : 'Other actions from that review'}
      count={actions.length}
      flush
    >
      {actions.length === 0 ? (
        <EmptyState>No action is recorded from it.</EmptyState>
      ) : (
        <DutyTable
          caption="Actions from the last review, and what became of each"
          columns={['To do', 'What became of it', 'Who, and by when']}
          rows={actions.map((action) => ({
            head: action.what ?? 'Taken out of sight',
            cells: [<Became action={action} />, whoWords(action, workers, today)],
          }))}
        />
      )}
    </Card>
  )
}
const Became: FC<{ readonly action: Action }> = ({ action: { ended } }) =>
  ended === undefined ? (
    <>Open</>
  ) : (
    <>
      <DueMark
        mark={ended.outcome === 'done' ? 'done' : 'plain'}
        words={`${capital(ended.outcome)} ${dayWords(ended.happened)}`}
      />{' '}
      {ended.said}
    </>
  )
function whoWords(action: Action, workers: ReadonlyMap<string, string>, today: IsoDay): string {
  const { owner, due } = action
  const who = 'worker' in owner ? (workers.get(owner.worker) ?? 'a colleague') : owner.service
  if (!('day' in due)) return `${who}: ${due.none}`
  return `${who}, by ${formatDay(due.day)}${isOverdueOn(action, today) ? ': the day is past' : ''}`
}

const Words: FC<Props> = ({ facts: { said, last }, frame }) => (
  <Card title={`${firstName(frame.called)}’s words since`} count={said.length} tone="good" flush>
    {said.length === 0 ? (
      <EmptyState>
        Nobody has written down what {nameOf(frame)} said{last !== undefined && ' since the last review'}. Ask before
        you meet.
      </EmptyState>
    ) : (
      <CardList
        items={said.map(({ happened, words }) => (
          <>
            <blockquote class="kith-quote">{words ?? 'Taken out of sight'}</blockquote>
            <span class="kith-note">{dayWords(happened)}</span>
          </>
        ))}
      />
    )}
  </Card>
)

const Late: FC<Props> = ({ facts: { late }, frame }) => (
  <Card title="Late" count={late.length} beside={<a href={`/children/${frame.id}/duties`}>Every duty</a>} flush>
    {late.length === 0 ? (
      <EmptyState>Nothing known is late.</EmptyState>
    ) : (
      <CardList items={late.map((duty) => dutyTitle(duty))} />
    )}
  </Card>
)

/** Only of what the reader would have been shown. */
function noneWords(sees: Frame['sees']): string {
  const home = sees.has('where') ? ['home'] : []
  const missing = sees.has('missing') ? ['missing episode'] : []
  const [first = '', ...rest] = [...home, 'worker', ...missing]
  const all =
    rest.length > 1 ? `${first}, ${rest.slice(0, -1).join(', ')} or ${rest.at(-1)}` : [first, ...rest].join(' or ')
  return `No new ${all} is recorded.`
}
const Changes: FC<Props> = ({ facts: { changes, last }, frame: { sees } }) => (
  <Card title="What changed since" count={changes.length} flush>
    {changes.length === 0 ? (
      <EmptyState>{last === undefined ? 'There is no review to count from.' : noneWords(sees)}</EmptyState>
    ) : (
      <CardList items={changes.map(({ on, words }) => `${formatDay(on)}: ${words}`)} />
    )}
  </Card>
)

const WhoComes: FC<Props> = ({ facts: { last }, frame, today }) => {
  const now = frame.workers.filter(
    ({ since, until }) => (since === undefined || since <= today) && (until === undefined || today < until),
  )
  return (
    <Card title="Whom to invite" flush>
      <CardList
        items={[
          `${nameOf(frame)}: ask how, where and with whom`,
          ...now.map(({ name, part }) => `${name}, ${PARTS[part] ?? part}`),
          last === undefined
            ? 'Who was there last time is not recorded'
            : `Last time: ${last.present.length === 0 ? 'nobody is written down' : last.present.join(', ')}`,
        ]}
      />
    </Card>
  )
}
