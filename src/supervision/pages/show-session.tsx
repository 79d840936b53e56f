// One time together: every child with what the record knows and what is still to be written, earlier actions, and both signatures.

import type { FC } from 'hono/jsx'
import { dayWords, formatDay, formatLongDay, type IsoDay } from '#calendar'
import { counted } from '#child-frame'
import { childrenCalled } from '#children'
import type { Asking } from '#database'
import { isId } from '#forms'
import {
  Card,
  Columns,
  DueMark,
  DutyTable,
  EmptyState,
  Facts,
  FoldedCard,
  InsetText,
  PageHead,
  Stack,
  Voice,
} from '#look'
import { type Answer, notFound, page, redirect, type Visit } from '#web'
import { workersCalled } from '#workforce'
import { CANCELLED, KINDS } from '../codes-data.ts'
import { type Caseload, caseloads, type EntryRow, entryRows, usualWeeks, viewsOf } from '../entries-store.ts'
import { childDue, isClosed } from '../frequency.ts'
import { happenedSince, lastSeen, ofTopic, sinceWhen } from '../known.ts'
import { knownOf } from '../known-store.ts'
import { whyNoLine } from '../one-line.ts'
import { disagreements, personalOf, type Session, sessionBy, sessionsOf, sessionWords } from '../staff-store.ts'
import { knownFacts } from './known-card.tsx'
import { type ChildRow, PersonalCard, type SessionShown, Signing, Waiting } from './session-cards.tsx'
import { unanswered } from './sign-forms.tsx'
import { ViewWords } from './view-forms.tsx'

/** GET /supervision/sessions/:about */
export async function showSession({ door, who, part, today }: Visit): Promise<Answer> {
  const about = part('about')
  if (!isId(about)) return notFound
  const shown = await door.as(who, async (asking) => await read(asking, about, today))
  if (shown === undefined) return notFound
  const { line } = shown.session
  if (line !== about) return redirect(`/supervision/sessions/${line}`)
  return page({ title: titleOf(shown), here: '/supervision', main: <SessionPage {...shown} /> })
}

/** Of a group: the children of those who were there who have an entry, and no list of all of theirs. */
async function childrenOf(
  asking: Asking,
  session: Session,
  entries: readonly EntryRow[],
): Promise<readonly Caseload[]> {
  const workers = session.worker === null ? session.people : [session.worker]
  const all = await caseloads(asking, workers, { on: session.held, before: session.line })
  const spoken = new Set(entries.map(({ child }) => child))
  const own = session.kind === 'group' ? all.filter(({ child }) => spoken.has(child)) : all
  const gone = entries.filter(({ child }) => !own.some((one) => one.child === child))
  const weeks = await usualWeeks(asking, session.held)
  const late = gone.map(({ child, held }) => ({
    child,
    worker: '',
    since: held,
    from: null,
    weeks,
    full: null,
    spoken: null,
    lastWasLine: false,
  }))
  return [...own, ...late]
}
async function read(asking: Asking, about: string, today: IsoDay): Promise<SessionShown | undefined> {
  const session = await sessionBy(asking, about)
  if (session === undefined) return undefined
  const entries = await entryRows(asking, { session: session.line })
  const loads = session.cancelled === null ? await childrenOf(asking, session, entries) : []
  const since = loads.map((load) => ({ child: load.child, since: sinceWhen(load, session.held) }))
  const ids = loads.map(({ child }) => child)
  const [known, waiting, names, views] = await Promise.all([
    knownOf(asking, since, { on: session.held }),
    session.cancelled === null ? unanswered(asking, session) : [],
    childrenCalled(asking, ids),
    viewsOf(asking, { children: ids, worker: session.worker }),
  ])
  const earlier = session.worker === null ? [] : await sessionsOf(asking, { workers: [session.worker] })
  const people = [session.worker, session.supervisor, session.inPlaceOf, ...session.people].flatMap((one) => one ?? [])
  const called = await workersCalled(asking, people)
  const children = loads.flatMap((load, at): readonly ChildRow[] => {
    const facts = known[at]
    const entry = entries.find(({ child }) => child === load.child)
    const own = views.filter(({ child, session: of }) => child === load.child && of === session.line)
    return facts === undefined
      ? []
      : [{ load, known: facts, entry, name: names.get(load.child) ?? 'A child', views: own }]
  })
  return {
    ...{ session, waiting, today, me: asking.who.person },
    about: await sessionWords(asking, session),
    before: earlier.find(
      ({ held, cancelled, line }) => cancelled === null && line !== session.line && held <= session.held,
    ),
    children: children.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB')),
    disagreed: session.signatures.some(({ answer }) => answer === 'disagreed')
      ? await disagreements(asking, session.line)
      : [],
    personal: await personalOf(asking, [session.line]),
    nameOf: (person) => called.get(person) ?? 'somebody',
    childOf: (child) => names.get(child) ?? 'a child',
  }
}

const withWhom = ({ session, nameOf }: Pick<SessionShown, 'session' | 'nameOf'>): string =>
  session.worker === null ? 'a group' : nameOf(session.worker)
const titleOf = (shown: SessionShown): string => `Supervision with ${withWhom(shown)}, ${dayWords(shown.session.held)}`
const mayWrite = ({ session, me }: SessionShown): boolean =>
  session.supervisor === me && session.cancelled === null && !isClosed(session)

const SessionPage: FC<SessionShown> = (shown) => {
  const { session, before, nameOf } = shown
  const done = shown.children.filter(({ entry }) => entry !== undefined).length
  return (
    <>
      <PageHead
        title={`Supervision with ${withWhom(shown)}`}
        lead={
          <>
            {formatLongDay(session.held)} · with {nameOf(session.supervisor)}
            {session.inPlaceOf !== null && `, who stood in for ${nameOf(session.inPlaceOf)}`} ·{' '}
            {KINDS[session.kind === 'group' ? 'group' : 'one to one'].toLowerCase()}
            {session.minutes !== null && ` · ${session.minutes} minutes`}
            {before !== undefined && ` · last met ${dayWords(before.held)}`}
          </>
        }
        actions={<a href="/supervision">All supervision</a>}
      />
      {session.cancelled === null ? (
        <Columns>
          <Stack>
            <Children {...shown} done={done} />
            <KnownAll {...shown} />
          </Stack>
          <Stack>
            <Waiting {...shown} />
            <Signing {...shown} />
            <PersonalCard {...shown} />
            {shown.about !== '' && <Card title="What you looked at">{shown.about}</Card>}
          </Stack>
        </Columns>
      ) : (
        <FellOut {...shown} />
      )}
    </>
  )
}
const FellOut: FC<SessionShown> = ({ session, about }) => (
  <InsetText>
    It fell out: {Object.entries(CANCELLED).find(([code]) => code === session.cancelled)?.[1] ?? session.cancelled}.{' '}
    {about} It counts as no supervision.
  </InsetText>
)

const sinceWords = ({ known }: ChildRow): string =>
  [
    [ofTopic(known, 'late').length, 'late'] as const,
    [ofTopic(known, 'move').length, 'moved'] as const,
    [ofTopic(known, 'missing').length, 'missing'] as const,
    [ofTopic(known, 'order').length, 'new order'] as const,
    [ofTopic(known, 'exclusion').length, 'kept out of school'] as const,
  ]
    .flatMap(([count, words]) => (count === 0 ? [] : [`${words}${count > 1 ? ` (${count})` : ''}`]))
    .join(', ') || `nothing recorded since ${dayWords(known.since)}`
const ALONE: Readonly<Record<string, string>> = {
  alone: 'alone',
  'not alone': 'not alone',
  'not said': 'alone: not said',
}

const Write: FC<{ readonly row: ChildRow; readonly shown: SessionShown }> = ({ row, shown }) => {
  const { load, entry, name, known } = row
  const at = `/children/${load.child}`
  if (entry !== undefined)
    return (
      <>
        <DueMark mark="done" words={entry.kind === 'full' ? 'Thought about' : 'One line'} />
        <span class="kith-note">
          <a href={`${at}/supervision#entry-${entry.line}`}>
            Read<span class="govuk-visually-hidden"> what was written of {name}</span>
          </a>
        </span>
      </>
    )
  if (!mayWrite(shown)) return <span class="kith-quiet">Not spoken of</span>
  const { session } = shown
  const line = whyNoLine({
    ...{ held: session.held, spoken: load.spoken, lastWasLine: load.lastWasLine },
    ...{ full: childDue(load.weeks, load.full, load.from), happened: happenedSince(known, session.held) },
  })
  return (
    <>
      <a href={`${at}/supervision/${session.line}/record`}>Think about {name}</a>
      {line.length === 0 && (
        <span class="kith-note">
          or{' '}
          <a href={`${at}/supervision/${session.line}/nothing-changed`}>
            one line<span class="govuk-visually-hidden"> for {name}</span>
          </a>
        </span>
      )}
    </>
  )
}
const Children: FC<SessionShown & { readonly done: number }> = (shown) => {
  const { children, done, session } = shown
  return (
    <Card title="Children" count={children.length} beside={`${done} spoken of`} flush>
      {children.length === 0 ? (
        <EmptyState>
          {session.kind === 'group'
            ? 'Nothing is written of a child yet. Open a child, and write what you think and decide there.'
            : 'This worker is the allocated worker of no child on that day.'}
        </EmptyState>
      ) : (
        <DutyTable
          caption="Children, with what the record knows since the last time"
          columns={['Child', 'Last seen', 'Since the last time', 'Full discussion', 'This time']}
          rows={children.map((row) => {
            const seen = lastSeen(row.known)
            const full = childDue(
              row.load.weeks,
              row.entry?.kind === 'full' ? row.entry.held : row.load.full,
              row.load.from,
            )
            return {
              head: <a href={`/children/${row.load.child}`}>{row.name}</a>,
              cells: [
                seen?.on ? (
                  <a href={`/children/${row.load.child}/visits`}>
                    {dayWords(seen.on)}, {ALONE[seen.code ?? ''] ?? ''}
                  </a>
                ) : (
                  'not known'
                ),
                sinceWords(row),
                full.due === null ? (
                  <DueMark mark="unknown" words="Not known yet" />
                ) : (
                  <DueMark
                    mark={full.due < session.held ? 'late' : full.due === session.held ? 'soon' : 'later'}
                    words={`due ${dayWords(full.due)}`}
                  />
                ),
                <Write row={row} shown={shown} />,
              ],
            }
          })}
        />
      )}
    </Card>
  )
}

const KnownAll: FC<SessionShown> = ({ children, nameOf }) => (
  <>
    {children.map(({ known, name, load, views }) => (
      <FoldedCard
        title={name}
        beside={`${views.length === 0 ? '' : 'as their worker sees it, and '}what the record knows since ${dayWords(known.since)}`}
      >
        {views.map((view) => (
          <ViewWords view={view} nameOf={nameOf} />
        ))}
        <Facts kind="across" facts={knownFacts(known)} />
        {known.words !== undefined && <Voice words={known.words.said} who={name} when={formatDay(known.words.on)} />}
        {known.plan.length > 0 && (
          <p class="kith-note">
            <a href={`/children/${load.child}/plan`}>{counted(known.plan.length, 'line')} of the plan</a>
          </p>
        )}
      </FoldedCard>
    ))}
  </>
)
