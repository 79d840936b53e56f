// Supervision of one child: how often, what was thought and decided each time and whether it is agreed, actions, and dip samples.

import type { FC } from 'hono/jsx'
import { mayDo } from '#access'
import { actionsOf, isOpen } from '#actions'
import { worksWithOn } from '#allocations'
import { dayWords, type IsoDay, numberOf } from '#calendar'
import { ChildFrame, nameOf as childName, dueWords, type Frame, frameOf } from '#child-frame'
import type { Asking } from '#database'
import { decisionsOf } from '#decisions'
import { Beside, Button, Card, CardList, Columns, Details, DueMark, EmptyState, Facts, Stack } from '#look'
import { type Answer, notFound, page, type Visit } from '#web'
import { workersCalled } from '#workforce'
import { decisionsAfter } from '../decided-store.ts'
import {
  type Caseload,
  caseloads,
  entryRows,
  intervalsOf,
  progressOf,
  samplesOf,
  usualWeeks,
  withWords,
} from '../entries-store.ts'
import { OVERSIGHT } from '../entry-store.ts'
import { childDue, isOwed } from '../frequency.ts'
import { GIVEN, RUBRIC, RUBRIC_ITEMS } from '../quality.ts'
import { signaturesOf, signDays } from '../staff-store.ts'
import { ActionLine, type ChildShown, DecisionLine, EntryCard } from './entry-card.tsx'
import { DecisionAsked } from './overview.tsx'

/** With their words; older ones are a link further. */
const MOST = 6

/** GET /children/:child/supervision */
export async function showChildSupervision({ door, who, part, query, today }: Visit): Promise<Answer> {
  const found = await door.as(who, async (asking) => {
    const frame = await frameOf(asking, part('child'), today)
    return frame === undefined
      ? undefined
      : { frame, shown: await read(asking, frame, { today, all: query('all') === 'yes' }) }
  })
  if (found === undefined) return notFound
  const { frame, shown } = found
  return page({
    title: `Supervision – ${childName(frame)}`,
    here: '/children',
    main: (
      <ChildFrame frame={frame} today={today}>
        <ChildSupervision {...shown} />
      </ChildFrame>
    ),
  })
}
/** As the list of whoever supervises has it. */
async function loadsOf(asking: Asking, child: string, today: IsoDay): Promise<readonly Caseload[]> {
  const working = await worksWithOn(asking, child, today)
  const workers = working.map(({ worker }) => worker)
  return (await caseloads(asking, workers, { on: today })).filter((one) => one.child === child)
}
async function read(
  asking: Asking,
  frame: Frame,
  { today, all }: { readonly today: IsoDay; readonly all: boolean },
): Promise<ChildShown> {
  const { id: child } = frame
  const rows = await entryRows(asking, { children: [child] })
  const entries = await withWords(asking, all ? rows : rows.slice(0, MOST))
  const decisions = (await decisionsOf(asking, child)).filter(({ kind }) => kind === OVERSIGHT)
  const actions = (await actionsOf(asking, child)).filter(({ origin }) => origin === 'supervision')
  const samples = await samplesOf(asking, child)
  const intervals = await intervalsOf(asking, child)
  const usual = await usualWeeks(asking, today)
  const signBy = await signDays(asking)
  const asked = (await decisionsAfter(asking, await loadsOf(asking, child, today), today)).filter(isOwed)
  const people = [
    ...entries.flatMap(({ worker, supervisor }) => [worker ?? supervisor, supervisor]),
    ...[
      ...decisions.map(({ decidedBy }) => decidedBy),
      ...actions.map(({ owner }) => ('worker' in owner ? owner.worker : null)),
    ].flatMap((one) => one ?? []),
    ...[...samples, ...intervals].map(({ by }) => by),
  ]
  const called = await workersCalled(asking, people)
  return {
    ...{ child, entries, decisions, actions, samples, intervals, usual, signBy, asked, today, me: asking.who.person },
    name: childName(frame),
    older: rows.length - entries.length,
    signatures: await signaturesOf(
      asking,
      entries.map(({ session }) => session),
    ),
    progress: await progressOf(asking, child),
    nameOf: (person) => called.get(person) ?? 'somebody',
    writes: await mayDo(asking, child, ['write', 'oversight']),
    audits: await mayDo(asking, child, ['write', 'audit']),
  }
}

const ChildSupervision: FC<ChildShown> = (shown) => {
  const { entries, older, child, name, writes, decisions } = shown
  const between = decisions.filter(({ on }) => on === null)
  return (
    <Columns>
      <Stack>
        {entries.length === 0 && (
          <EmptyState title="Not thought about in supervision yet">
            A manager begins a time together with {name}’s worker on the page Supervision; what they think and decide
            stands here.
          </EmptyState>
        )}
        {entries.map((entry) => (
          <EntryCard entry={entry} shown={shown} />
        ))}
        {older > 0 && (
          <p class="kith-no-print">
            <a href={`/children/${child}/supervision?all=yes`}>{older} older</a>
          </p>
        )}
      </Stack>
      <Stack>
        <HowOften {...shown} />
        <Actions {...shown} />
        <Card
          title="Decisions between"
          count={between.length}
          beside={writes && <Beside links={[{ to: `/children/${child}/oversight/record`, does: 'Decide now' }]} />}
          flush
        >
          {shown.asked.length > 0 && <CardList items={shown.asked.map((owed) => <DecisionAsked owed={owed} />)} />}
          {between.length === 0 ? (
            <EmptyState>None was taken between two times together.</EmptyState>
          ) : (
            <CardList
              items={between.toReversed().map((one) => <DecisionLine decision={one} nameOf={shown.nameOf} />)}
            />
          )}
        </Card>
        <Samples {...shown} />
      </Stack>
    </Columns>
  )
}

const Actions: FC<ChildShown> = ({ actions, nameOf, child }) => {
  const open = actions.filter(isOpen)
  return (
    <Card title="Open actions from supervision" count={open.length} flush>
      {open.length === 0 ? (
        <EmptyState>Every action has an answer.</EmptyState>
      ) : (
        <CardList
          items={open.map((action) => (
            <>
              <ActionLine action={action} nameOf={nameOf} />
              <span class="kith-note">
                <a href={`/children/${child}/actions/${action.line}/end`}>Close it</a> ·{' '}
                <a href={`/children/${child}/actions/${action.line}/carry-on`}>Carry it on</a>
              </span>
            </>
          ))}
        />
      )}
    </Card>
  )
}
const HowOften: FC<ChildShown> = ({ entries, intervals, usual, child, writes, today, nameOf }) => {
  const [decided] = intervals
  const last = entries.find(({ kind }) => kind === 'full')
  const due = childDue(decided?.weeks ?? usual, last?.held ?? null, null)
  return (
    <Card
      title="How often"
      beside={writes && <Beside links={[{ to: `/children/${child}/supervision-intervals/record`, does: 'Decide' }]} />}
    >
      <p>
        Fully thought about every {decided?.weeks ?? usual} weeks
        {decided === undefined && ', as nobody decided otherwise'}.{' '}
        {due.due === null ? (
          <DueMark mark="unknown" words="Not yet" />
        ) : (
          <DueMark {...dueWords(numberOf(due.due), numberOf(today))} note={dayWords(due.due)} />
        )}
      </p>
      {decided !== undefined && (
        <p class="kith-note">
          {decided.why} ({nameOf(decided.by)}, {dayWords(decided.decided)}){' '}
          {writes && <a href={`/children/${child}/supervision-intervals/${decided.id}/correct`}>Put right</a>}
        </p>
      )}
    </Card>
  )
}
const Samples: FC<ChildShown> = ({ samples, entries, child, nameOf, writes, audits, me }) => {
  const may =
    (writes || audits) &&
    entries.filter(
      ({ kind, line, worker, supervisor }) =>
        kind === 'full' && worker !== me && supervisor !== me && !samples.some(({ entry }) => entry === line),
    )
  const [next] = may === false ? [] : may
  return (
    <Card title="Dip samples of these records" count={samples.length} tone="quiet">
      {samples.length === 0 && <p class="kith-quiet">None was sampled, or they are not for you.</p>}
      {samples.map((one) => (
        <Details summary={`${dayWords(one.sampled)}, ${nameOf(one.by)}`}>
          <Facts
            kind="down"
            facts={RUBRIC_ITEMS.map((item) => ({
              name: RUBRIC[item],
              fact: { words: Object.entries(GIVEN).find(([mark]) => Number(mark) === one.marks[item])?.[1] ?? '' },
            }))}
          />
          <p>{one.words?.good}</p>
          <p>{one.words?.better}</p>
        </Details>
      ))}
      {next !== undefined && (
        <p class="kith-no-print">
          <Button kind="secondary" href={`/children/${child}/supervision-samples/${next.line}/record`}>
            Sample the one of {dayWords(next.held)}
          </Button>
        </p>
      )}
    </Card>
  )
}
