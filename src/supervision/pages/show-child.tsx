// Supervision of one child: how often, what was thought and decided each time and whether it is agreed, actions, and dip samples.

import type { FC } from 'hono/jsx'
import { mayDo } from '#access'
import { actionsOf, isOpen } from '#actions'
import { worksWithOn } from '#allocations'
import type { IsoDay } from '#calendar'
import { ChildFrame, nameOf as childName, type Frame, frameOf } from '#child-frame'
import type { Asking } from '#database'
import { decisionsOf } from '#decisions'
import { Beside, Card, CardList, Columns, EmptyState, Stack } from '#look'
import { type Answer, notFound, page, type Visit } from '#web'
import { workersCalled } from '#workforce'
import { decisionsAfter } from '../decided-store.ts'
import {
  caseloads,
  entryRows,
  intervalsOf,
  progressOf,
  samplesOf,
  usualWeeks,
  viewsOf,
  withWords,
} from '../entries-store.ts'
import { OVERSIGHT } from '../entry-store.ts'
import { isOwed } from '../frequency.ts'
import { signaturesOf, signDays } from '../staff-store.ts'
import { Ahead, HowOften, Samples } from './child-cards.tsx'
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
async function askedOf(
  asking: Asking,
  child: string,
  { workers, today }: { readonly workers: readonly string[]; readonly today: IsoDay },
): Promise<ChildShown['asked']> {
  const own = (await caseloads(asking, workers, { on: today })).filter((one) => one.child === child)
  return (await decisionsAfter(asking, own, today)).filter(isOwed)
}
const peopleIn = ({ entries, decisions, actions }: Pick<ChildShown, 'entries' | 'decisions' | 'actions'>) => [
  ...entries.flatMap(({ worker, supervisor }) => [worker ?? supervisor, supervisor]),
  ...decisions.flatMap(({ decidedBy }) => decidedBy ?? []),
  ...actions.flatMap(({ owner }) => ('worker' in owner ? owner.worker : [])),
]
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
  const views = await viewsOf(asking, { children: [child] })
  const working = await worksWithOn(asking, child, today)
  const usual = await usualWeeks(asking, today)
  const signBy = await signDays(asking)
  const asked = await askedOf(asking, child, { workers: working.map(({ worker }) => worker), today })
  const called = await workersCalled(asking, [
    ...peopleIn({ entries, decisions, actions }),
    ...[...samples, ...intervals].map(({ by }) => by),
    ...views.map(({ worker }) => worker),
  ])
  const me = asking.who.person
  return {
    ...{ child, entries, decisions, actions, samples, intervals },
    ...{ usual, signBy, asked, views, today, me },
    ahead: views.filter(({ session }) => session === null || !rows.some((row) => row.session === session)),
    worksHere: working.some(({ worker }) => worker === me),
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
        <Ahead {...shown} />
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
              items={between
                .toReversed()
                .map((one) => (
                  <DecisionLine
                    decision={one}
                    nameOf={shown.nameOf}
                    put={
                      writes && one.decidedBy === shown.me
                        ? `/children/${child}/oversight/${one.id}/correct`
                        : undefined
                    }
                  />
                ))}
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
              <ActionLine action={action} nameOf={nameOf} puts={false} />
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
