// The cards beside the children of one time together: earlier actions, both signatures, and the part that is the worker's own.
import type { FC } from 'hono/jsx'
import { type Action, isDrift, timesCarried } from '#actions'
import { dayWords, type IsoDay } from '#calendar'
import { savedAt } from '#forms'
import { Button, Card, CardList, Details, DueMark, EmptyState, InsetText } from '#look'
import type { Caseload, EntryRow, OwnView } from '../entries-store.ts'
import { isClosed, owing } from '../frequency.ts'
import type { Known } from '../known.ts'
import type { Disagreement, Personal, Session } from '../staff-store.ts'
import { Agreed, type NameOf } from './agreed.tsx'

export type ChildRow = {
  readonly load: Caseload
  readonly known: Known
  readonly entry: EntryRow | undefined
  readonly name: string
  /** What their worker wrote before. */
  readonly views: readonly OwnView[]
}
export type SessionShown = {
  readonly session: Session
  readonly about: string
  readonly before: Session | undefined
  readonly children: readonly ChildRow[]
  readonly waiting: readonly Action[]
  readonly disagreed: readonly Disagreement[]
  readonly personal: readonly Personal[]
  readonly nameOf: NameOf
  readonly childOf: (child: string) => string
  readonly me: string
  readonly today: IsoDay
}

export const Waiting: FC<SessionShown> = ({ waiting, childOf, nameOf }) => (
  <Card title="Earlier actions without an answer" count={waiting.length} flush>
    {waiting.length === 0 ? (
      <EmptyState>Every earlier action has an answer, or its day lies ahead.</EmptyState>
    ) : (
      <CardList
        items={waiting.map((action) => (
          <>
            {action.what ?? 'Taken out of sight'}{' '}
            {isDrift(action) && (
              <DueMark mark="late" words="It drifts" note={`carried ${timesCarried(action)} times`} />
            )}
            <span class="kith-note">
              {childOf(action.child)} · {'worker' in action.owner ? nameOf(action.owner.worker) : action.owner.service}{' '}
              · {'day' in action.due ? `promised for ${dayWords(action.due.day)}` : action.due.none} ·{' '}
              <a href={`/children/${action.child}/actions/${action.line}/end`}>
                Answer<span class="govuk-visually-hidden"> for {childOf(action.child)}</span>
              </a>
            </span>
          </>
        ))}
      />
    )}
  </Card>
)
export const Signing: FC<SessionShown> = ({ session, nameOf, today, me, waiting, disagreed }) => {
  const mine = owing(session).some((part) => me === (part === 'worker' ? session.worker : session.supervisor))
  return (
    <Card title="Agree and sign">
      <p>
        <Agreed of={session} nameOf={nameOf} today={today} />
      </p>
      {disagreed.map(({ signer, words }) => (
        <InsetText>
          <strong>{nameOf(signer)} disagrees:</strong> {words}
        </InsetText>
      ))}
      {mine && waiting.length > 0 && (
        <p class="kith-quiet">It can be signed once every earlier action has an answer.</p>
      )}
      {mine && (
        <p class="kith-no-print">
          <Button
            kind={waiting.length > 0 ? 'secondary' : undefined}
            href={`/supervision/sessions/${session.line}/sign`}
          >
            Sign
          </Button>
        </p>
      )}
      {!isClosed(session) && session.supervisor === me && (
        <p class="kith-note kith-no-print">
          <a href={`/supervision/sessions/${session.line}/retract`}>It never was: take it back</a>
        </p>
      )}
    </Card>
  )
}
export const PersonalCard: FC<SessionShown> = ({ session, personal, nameOf, me }) =>
  session.kind === 'group' || (me !== session.worker && me !== session.supervisor) ? null : (
    <Card title="How you are, and what you learn" tone="quiet" beside="For the two of you only">
      {personal.length === 0 ? (
        <p class="kith-quiet">Nothing is written yet.</p>
      ) : (
        personal.map((one) => (
          <Details summary={`${nameOf(one.by)}, ${savedAt(one.recorded)}`}>
            {one.words === undefined
              ? 'Taken out of sight'
              : [one.words.being, one.words.learning, one.words.work].filter(Boolean).map((text) => <p>{text}</p>)}
          </Details>
        ))
      )}
      {!isClosed(session) && (
        <p class="kith-no-print">
          <a href={`/supervision/sessions/${session.line}/personal`}>Write your part</a>
        </p>
      )}
    </Card>
  )
