// What was thought of a child at one time together, as a card; a decision and an action, as lines.
import type { FC } from 'hono/jsx'
import { type Action, isDrift, timesCarried } from '#actions'
import { dayWords, formatDay, type IsoDay } from '#calendar'
import type { StandingDecision } from '#decisions'
import { Card, CardList, Details, DueMark, Facts, InsetText, RowLinks, Stack } from '#look'
import { nameOfKey } from '#plan-kinds'
import { ASKED_BY, PERMANENCE, PROGRESS } from '../codes-data.ts'
import type { Entry, Interval, OwnView, Progressed, Sampled } from '../entries-store.ts'
import { ENTRY } from '../entry-store.ts'
import { type DecisionOwed, isClosed } from '../frequency.ts'
import type { Signature } from '../staff-store.ts'
import { Agreed, type NameOf } from './agreed.tsx'
import { ViewWords } from './view-forms.tsx'

export type ChildShown = {
  readonly child: string
  readonly name: string
  readonly entries: readonly Entry[]
  readonly older: number
  readonly signatures: ReadonlyMap<string, readonly Signature[]>
  readonly progress: readonly Progressed[]
  readonly decisions: readonly StandingDecision[]
  readonly actions: readonly Action[]
  readonly intervals: readonly Interval[]
  /** The council’s own weeks, where nobody decided otherwise. */
  readonly usual: number
  /** After what happened lately, whether a manager has decided. */
  readonly asked: readonly DecisionOwed[]
  /** By when both sign what was held on that day. */
  readonly signBy: (held: IsoDay) => IsoDay | undefined
  readonly samples: readonly Sampled[]
  /** What workers wrote before a time together. */
  readonly views: readonly OwnView[]
  /** Those of which no time together has spoken yet. */
  readonly ahead: readonly OwnView[]
  readonly nameOf: NameOf
  readonly writes: boolean
  readonly audits: boolean
  /** The asker works with this child today. */
  readonly worksHere: boolean
  readonly me: string
  readonly today: IsoDay
}
/** `put`: where the reader may put it right. */
export const DecisionLine: FC<{
  readonly decision: StandingDecision
  readonly nameOf: NameOf
  readonly put: string | undefined
}> = ({ decision, nameOf, put }) => (
  <>
    {decision.said?.decision ?? 'Taken out of sight'}
    <span class="kith-note">
      {Object.entries(ASKED_BY).find(([code]) => code === decision.said?.question)?.[1] ?? decision.said?.question} ·{' '}
      {decision.said?.reasons}
    </span>
    <span class="kith-note">
      {decision.decidedBy !== null && `${nameOf(decision.decidedBy)}, `}
      {dayWords(decision.decided)}
    </span>
    {decision.said !== undefined && decision.said.because !== '' && (
      <span class="kith-note">Put right: {decision.said.because}</span>
    )}
    {put !== undefined && (
      <span class="kith-note kith-no-print">
        <a href={put}>
          Put right<span class="govuk-visually-hidden">: {decision.said?.decision}</span>
        </a>
      </span>
    )}
  </>
)

/** Whoever leads the child's oversight does, and whose action it is. */
const putsOutcome = ({ owner }: Action, { writes, me }: ChildShown): boolean =>
  writes || ('worker' in owner && owner.worker === me)

type OfEntry = { readonly entry: Entry; readonly shown: ChildShown }
const wordOf = (words: Readonly<Record<string, string>>, code: string | null): string =>
  code === null ? '' : (words[code] ?? code)
export const EntryCard: FC<OfEntry> = ({ entry, shown }) => {
  const signatures = shown.signatures.get(entry.session) ?? []
  const session = {
    ...{ kind: entry.worker === null ? 'group' : 'one to one', cancelled: null, signatures },
    ...{ signBy: shown.signBy(entry.held), supervisor: entry.supervisor, worker: entry.worker },
  }
  const put = shown.writes && entry.supervisor === shown.me && !isClosed(session)
  const at = `/children/${shown.child}/supervision-entries/${entry.id}`
  return (
    <Card
      id={`entry-${entry.line}`}
      title={entry.kind === 'full' ? formatDay(entry.held) : `${formatDay(entry.held)}: one line`}
      beside={<Agreed of={session} nameOf={shown.nameOf} today={shown.today} />}
    >
      {entry.kind === 'full' ? (
        <FullEntry entry={entry} shown={shown} />
      ) : (
        <p>
          Nothing has changed, because {entry.words?.why ?? 'the words were taken out of sight'}.{' '}
          <em>It does not count as supervision.</em>
        </p>
      )}
      {shown.views.some((view) => view.session === entry.session) && (
        <Details summary={`As ${entry.worker === null ? 'their worker' : shown.nameOf(entry.worker)} saw it before`}>
          {shown.views
            .filter((view) => view.session === entry.session && view.worker === entry.worker)
            .map((view) => (
              <ViewWords view={view} nameOf={shown.nameOf} />
            ))}
        </Details>
      )}
      <p class="kith-note">
        {shown.nameOf(entry.supervisor)} with {entry.worker === null ? 'a group' : shown.nameOf(entry.worker)}
      </p>
      {put && (
        <RowLinks
          of={`supervision of ${dayWords(entry.held)}`}
          links={[
            ...(entry.kind === 'full' ? [{ to: `${at}/correct`, does: 'Put right' }] : []),
            { to: `${at}/retract`, does: 'Take back' },
          ]}
        />
      )}
    </Card>
  )
}
/** Side by side where there is room; what is empty is left out. */
const Parts: FC<{ readonly parts: readonly (readonly [string, string | undefined])[] }> = ({ parts }) => (
  <Facts kind="wide" facts={parts.flatMap(([name, words = '']) => (words === '' ? [] : [{ name, fact: { words } }]))} />
)
const FullEntry: FC<OfEntry> = ({ entry, shown }) => {
  const { words } = entry
  if (words === undefined) return <p>The words were taken out of sight.</p>
  const progress = shown.progress.filter((one) => one.entry === entry.line)
  const decision = shown.decisions.find(({ on }) => on?.table === ENTRY && on.line === entry.line)
  const actions = shown.actions.filter(({ from }) => from?.line === entry.line)
  const name = shown.name.split(' ')[0]
  const nearer = words.nearer === '' ? '' : ` What would bring it nearer: ${words.nearer}`
  return (
    <Stack>
      <Parts
        parts={[
          [`What life is like for ${name}`, words.life],
          [`What ${name} said or showed`, words.theirs],
        ]}
      />
      {progress.length > 0 && (
        <>
          <h3 class="govuk-heading-s">How far the plan has come</h3>
          <Facts
            kind="down"
            facts={progress.map((one) => ({
              name: nameOfKey('care plan', one.part),
              fact: { words: wordOf(PROGRESS, one.progress), note: one.shows },
            }))}
          />
        </>
      )}
      <Parts
        parts={[
          ['Permanence', `${wordOf(PERMANENCE, entry.permanence)}.${nearer}`],
          ['Going well', words.well],
          ['What worries us', words.worries],
          ['Our thinking (staff only)', words.thinking],
        ]}
      />
      {decision !== undefined && (
        <InsetText>
          <strong>Decided:</strong> {decision.said?.decision ?? 'Taken out of sight'} <strong>Because:</strong>{' '}
          {decision.said?.reasons}
        </InsetText>
      )}
      {actions.length > 0 && (
        <CardList
          items={actions.map((action) => (
            <ActionLine action={action} nameOf={shown.nameOf} puts={putsOutcome(action, shown)} />
          ))}
        />
      )}
    </Stack>
  )
}

/** `puts`: the reader may put right what became of it. */
export const ActionLine: FC<{ readonly action: Action; readonly nameOf: NameOf; readonly puts: boolean }> = ({
  action,
  nameOf,
  puts,
}) => (
  <>
    {action.what ?? 'Taken out of sight'}{' '}
    {action.ended !== undefined && <DueMark mark="done" words={action.ended.outcome} />}{' '}
    {isDrift(action) && <DueMark mark="late" words="It drifts" note={`carried ${timesCarried(action)} times`} />}
    <span class="kith-note">Meant to change: {action.intended ?? 'taken out of sight'}</span>
    <span class="kith-note">
      {'worker' in action.owner ? nameOf(action.owner.worker) : action.owner.service} ·{' '}
      {'day' in action.due ? dayWords(action.due.day) : action.due.none}
      {action.ended?.said !== undefined && ` · ${action.ended.said}`}
      {action.ended !== undefined && puts && (
        <>
          {' '}
          ·{' '}
          <a class="kith-no-print" href={`/children/${action.child}/action-outcomes/${action.ended.id}/correct`}>
            Put right<span class="govuk-visually-hidden"> what became of: {action.what}</span>
          </a>
        </>
      )}
    </span>
  </>
)
