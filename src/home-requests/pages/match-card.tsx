// Cards of how it went on: homes that were looked at and asked, what was decided, what follows, and how the home is afterwards.
import type { Child, FC } from 'hono/jsx'
import type { Action } from '#actions'
import { day, dayWords, formatDay } from '#calendar'
import type { Frame } from '#child-frame'
import { wordOf } from '#drafts'
import { Card, CardList, DueMark, EmptyState, RowLinks } from '#look'
import { begunBy } from '../move-store.ts'
import { owedWhile, type ReviewDue, reviewsOf } from '../request.ts'
import { GOES, STAGES, STEPS, WHY_NO } from '../request-codes-data.ts'
import type { Match, MatchReview } from '../store.ts'
import { HeardView, isTakenBack } from './heard-view.tsx'
import { NextSteps } from './next-steps.tsx'
import type { Known } from './request-props.tsx'

export const Steps: FC<Known> = ({ steps, frame }) => (
  <Card title="Homes that were looked at and asked" count={steps.length} flush>
    {steps.length === 0 ? (
      <EmptyState>No home was asked yet.</EmptyState>
    ) : (
      <CardList
        items={steps.toReversed().map((one) => (
          <>
            <strong>{one.called}</strong>: {wordOf(STEPS, one.kind)}
            {one.reason !== null && `: ${wordOf(WHY_NO, one.reason)?.toLowerCase()}`}
            <span class="kith-note kith-written">{one.said}</span>
            <span class="kith-note">
              {dayWords(one.happened)}
              {one.settings !== null && ` · by settings ${one.settings}`}
              {one.kind === 'asked' && (
                <>
                  {' · '}
                  <a href={`/children/${frame.id}/home-request/shared/${one.id}`}>
                    What was shared<span class="govuk-visually-hidden"> with {one.called}</span>
                  </a>
                  , until {dayWords(one.until)}
                </>
              )}
            </span>
            {frame.writes.has('matching') && (
              <RowLinks
                of={one.called}
                links={[{ to: `/children/${frame.id}/home-steps/${one.id}/retract`, does: 'Take back' }]}
              />
            )}
          </>
        ))}
      />
    )}
  </Card>
)

const MARKS = { done: 'done', late: 'late', due: 'later' } as const
const actionWords = ({ what, due, ended }: Action): string =>
  `${what ?? 'An action'}: ${ended !== undefined ? ended.outcome : 'day' in due ? `by ${formatDay(due.day)}` : due.none}`
type HeldProps = { readonly held: MatchReview; readonly frame: Frame; readonly actions: readonly Action[] }
const Held: FC<HeldProps> = ({ held, frame, actions }) => (
  <>
    <span class="kith-note kith-written">“{held.words.own}”</span>
    {held.words.promised !== '' && <span class="kith-note">Promised and not come: {held.words.promised}</span>}
    {held.words.todo !== '' && <span class="kith-note">Done about it: {held.words.todo}</span>}
    <span class="kith-note">{wordOf(GOES, held.goes)}</span>
    {actions
      .filter(({ from }) => from?.line === held.line)
      .map((one) => (
        <span class="kith-note">{actionWords(one)}</span>
      ))}
    {frame.writes.has('plan') && (
      <span class="kith-note kith-no-print">
        <a href={`/children/${frame.id}/match-reviews/${held.id}/action`}>
          Write what is to be done<span class="govuk-visually-hidden"> after this look</span>
        </a>
      </span>
    )}
    {frame.writes.has('matching') && (
      <RowLinks
        of={wordOf(STAGES, held.stage)}
        links={[
          { to: `/children/${frame.id}/match-reviews/${held.id}/correct`, does: 'Put right' },
          { to: `/children/${frame.id}/match-reviews/${held.id}/retract`, does: 'Take back' },
        ]}
      />
    )}
  </>
)
type LookProps = Omit<HeldProps, 'held'> & { readonly due: ReviewDue; readonly held: MatchReview | undefined }
const Look: FC<LookProps> = ({ due, held, frame, actions }) => {
  const by = `${due.state === 'late' ? 'was due' : 'due'} ${formatDay(due.due)}`
  return (
    <>
      <strong>{STAGES[due.stage]}</strong>{' '}
      <DueMark mark={MARKS[due.state]} words={held === undefined ? by : dayWords(held.happened)} />
      {held !== undefined && <Held held={held} frame={frame} actions={actions} />}
      {held === undefined && frame.writes.has('matching') && (
        <span class="kith-note kith-no-print">
          <a href={`/children/${frame.id}/match-reviews/record`}>
            Record how it is<span class="govuk-visually-hidden"> {STAGES[due.stage].toLowerCase()}</span>
          </a>
        </span>
      )}
    </>
  )
}
const SAID = {
  child: 'What the child says',
  not_there: 'What was not to be had',
  not_first: 'Why not the first of the list',
} as const
const saidOf = ({ words }: Match): readonly Child[] =>
  (['child', 'not_there', 'not_first'] as const)
    .filter((name) => words[name] !== '')
    .map((name) => (
      <>
        <strong>{SAID[name]}</strong>
        <span class="kith-note kith-written">{words[name]}</span>
      </>
    ))
/** Views are of the story: whoever does not see it hears none. */
const hears = ({ sees, writes }: Frame): boolean => sees.has('story') && writes.has('matching')
const MatchCard: FC<Known & { readonly match: Match }> = (props) => {
  const { match, reviews, frame, today } = props
  const held = reviews.filter(({ decision }) => decision === match.line)
  const moved = begunBy(match, props.begun)
  const looks = owedWhile(
    reviewsOf(
      moved?.since ?? day(match.starts),
      held.map(({ stage }) => stage),
      today,
    ),
    moved?.until ?? null,
  )
  return (
    <Card title={`Decided: ${match.words.called}`} flush>
      <CardList
        items={[
          <>
            <strong>From {dayWords(match.starts)}</strong>, decided {dayWords(match.decided)}
            <span class="kith-note kith-written">{match.words.why}</span>
            <span class="kith-note">
              Listed by <a href="/homes/settings">settings {match.settings}</a>; of all that the list was made of a mark
              is kept: {match.list_hash.slice(0, 12)}
            </span>
          </>,
          match.view !== null && <HeardView heard={props.heard} line={match.view} />,
          (match.view === null || isTakenBack(props.heard, match.view)) && hears(frame) && (
            <a class="kith-no-print" href={`/children/${frame.id}/match-decisions/${match.id}/view`}>
              Choose what they have said already
            </a>
          ),
          ...saidOf(match),
          match.needed.length > 0 && (
            <>
              <strong>Needs a decision first</strong>
              <span class="kith-note kith-written">{match.words.how}</span>
            </>
          ),
          ...NextSteps(props),
          ...looks.map((due) => (
            <Look
              due={due}
              frame={frame}
              actions={props.actions}
              held={held.find(({ stage }) => stage === due.stage)}
            />
          )),
        ].filter(Boolean)}
      />
    </Card>
  )
}
export const Matches: FC<Known> = (props) => (
  <>
    {props.matches.map((match) => (
      <MatchCard {...props} match={match} />
    ))}
  </>
)
