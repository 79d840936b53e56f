// The home of whoever works with children: what to do next, everything due child by child, and beside it what children said.
import type { FC } from 'hono/jsx'
import { formatLongDay, numberOf } from '#calendar'
import { calledName, counted, dueWords, shortDay } from '#child-frame'
import { LooksCard, type LooksWaiting, looksWaiting } from '#finding-homes/pages'
import type { Duty } from '#ledger'
import { fieldOf, inField, SOON, settling, type ToDo, toDo } from '#lists'
import {
  type ActionRow,
  ActionRows,
  Button,
  Card,
  Columns,
  DueMark,
  DutyTable,
  EmptyState,
  FoldedCard,
  Menu,
  PageHead,
  Stack,
} from '#look'
import { type ChildRow, childrenOn, noteShown } from '#overview'
import { AuditsCard, type AuditsWaiting, auditsWaiting } from '#practice-audits/pages'
import { childrenAs, dutiesForGrid, keyOf, triggersOf } from '../store.ts'
import { Aside, type AsideShown, asideOf } from './aside.tsx'
import { MeetingDays, meetingDaysOf } from './meeting-days.tsx'
import { type NoAnswer, NoAnswerCard, noAnswerYet } from './no-answer.tsx'
import { becauseOf, ChildHead, fieldCell, fieldWords, type Made, type Making, relationsOf } from './parts.tsx'
import { type YourActions, YourActionsCard, yourActions } from './supervision-cards.tsx'

const GRID = ['visits', 'reviews', 'learning', 'health', 'plan'] as const
const MOST_NEXT = 8

type Shown = {
  readonly making: Making
  readonly own: readonly ChildRow[]
  readonly duties: ReadonlyMap<string, readonly Duty[]>
  readonly next: readonly ToDo[]
  readonly beside: AsideShown
  readonly meetings: Awaited<ReturnType<typeof meetingDaysOf>>
  readonly yours: YourActions
  readonly noAnswer: NoAnswer
  readonly audits: AuditsWaiting
  readonly looks: LooksWaiting
}

export async function workerHome(making: Making): Promise<Made> {
  const { asking, today } = making
  const on = numberOf(today)
  const ids = await childrenAs(asking, relationsOf(making))
  const [found, duties] = await Promise.all([
    ids.length === 0 ? [] : childrenOn(asking, today, ids),
    dutiesForGrid(asking, ids, today),
  ])
  const children = found.toSorted((a, b) => calledName(a).localeCompare(calledName(b), 'en-GB'))
  const all = toDo(duties, on)
  const [triggers, meetings, beside, yours, noAnswer, audits, looks] = await Promise.all([
    triggersOf(asking, all.slice(0, MOST_NEXT)),
    meetingDaysOf(making, ids),
    asideOf(making, children),
    yourActions(asking, today),
    noAnswerYet(asking, ids, today),
    auditsWaiting(asking, today),
    looksWaiting(asking, today),
    noteShown(asking, ids),
  ])
  const next = all.map((one) => ({ ...one, duty: { ...one.duty, trigger: triggers.get(keyOf(one)) } }))
  return {
    title: 'Your children',
    main: <WorkerHome own={children} {...{ making, duties, next, beside, meetings, yours, noAnswer, audits, looks }} />,
  }
}

const WorkerHome: FC<Shown> = (shown) => {
  const { making, own, next, beside } = shown
  const on = numberOf(making.today)
  if (own.length === 0)
    return (
      <>
        <PageHead title="Your children" lead={formatLongDay(making.today)} />
        <EmptyState title="No children yet">
          Your manager allocates. As soon as you work with a child, this page shows what is due for them.
        </EmptyState>
      </>
    )
  const late = next.filter(({ due }) => due < on).length
  return (
    <>
      <PageHead
        title="Your children"
        lead={
          <>
            {formatLongDay(making.today)} · {counted(own.length, 'child', 'children')} ·{' '}
            {late === 0 ? 'nothing known is late' : <strong>{counted(late, 'thing')} late</strong>},{' '}
            {next.length === late ? 'nothing more' : next.length - late} due in the next {SOON} days
          </>
        }
        actions={<Record making={making} own={own} />}
      />
      <Columns>
        <Stack>
          <DoNext {...shown} />
          <LooksCard {...shown.looks} />
          <AuditsCard {...shown.audits} />
          <NoAnswerCard {...shown.noAnswer} />
          <YourActionsCard {...shown.yours} />
          <MeetingDays meetings={shown.meetings} today={making.today} />
          <Grid {...shown} />
        </Stack>
        <Aside {...beside} />
      </Columns>
    </>
  )
}

/** Choosing the child comes first; more than fifteen are found by the box above. */
const Record: FC<Pick<Shown, 'making' | 'own'>> = ({ making: { forms }, own }) => {
  const visit = forms.find(({ name }) => name === 'visit')
  if (visit === undefined || own.length > 15) return null
  const items = own.map((child) => ({
    to: visit.addressOf({ child: child.id, about: null }),
    words: calledName(child),
  }))
  return <Menu words="Record a visit" items={items} />
}

const DoNext: FC<Shown> = ({ making, own, next, duties }) => {
  const on = numberOf(making.today)
  const unknown = own.flatMap(({ id }) =>
    GRID.filter((field) => inField(duties.get(id) ?? [], field, on).kind === 'unknown'),
  ).length
  const names = new Map(own.map((child) => [child.id, calledName(child)]))
  const rows = next.slice(0, MOST_NEXT).map((one): ActionRow => {
    const { to, verb } = settling(one, making.forms)
    const name = names.get(one.child) ?? 'a child'
    const { mark, words } = dueWords(one.due, on)
    return {
      mark: <DueMark mark={mark} words={words} note={mark === 'late' ? `was ${shortDay(one.due, on)}` : undefined} />,
      title: <a href={`/children/${one.child}`}>{titleOf(one, name)}</a>,
      why: becauseOf(one.duty),
      who: name,
      action: (
        <Button kind="secondary" classes="kith-button--small" href={to}>
          {verb}
          <span class="govuk-visually-hidden"> for {name}</span>
        </Button>
      ),
    }
  })
  return (
    <Card title="Do next" beside={next.length > MOST_NEXT ? <a href="/children">All, by child</a> : undefined} flush>
      {rows.length > 0 ? (
        <ActionRows rows={rows} />
      ) : (
        <EmptyState title={`Nothing known to be due in the next ${SOON} days`}>
          {unknown === 0
            ? 'Every duty of your children is on time.'
            : `Of ${counted(unknown, 'thing')} nobody can tell yet when they are due: open the child to see what is missing.`}
        </EmptyState>
      )}
    </Card>
  )
}

const titleOf = ({ duty }: ToDo, name: string): string =>
  fieldOf(duty) === 'visits' ? `Visit ${name}` : `${duty.basis.name}: ${name}`

/** Those in care first; the others are folded away, and still theirs. */
const Grid: FC<Shown> = ({ making, own, duties }) => {
  const on = numberOf(making.today)
  const [here, left] = [own.filter(({ inCare }) => inCare !== false), own.filter(({ inCare }) => inCare === false)]
  const table = (children: readonly ChildRow[], caption: string) => (
    <DutyTable
      caption={caption}
      columns={['Child', ...GRID.map((field) => fieldWords(field, true))]}
      rows={children.map((child) => ({
        head: <ChildHead child={child} on={on} />,
        cells: GRID.map((field) => fieldCell(duties.get(child.id) ?? [], field, on)),
      }))}
    />
  )
  return (
    <>
      <Card title="Everything due, child by child" beside={<a href="/children">As a list</a>} flush>
        {here.length === 0 ? (
          <EmptyState>None of your children is in care now.</EmptyState>
        ) : (
          table(here, 'Everything due, child by child')
        )}
      </Card>
      {left.length > 0 && (
        <FoldedCard title="Not in care now" count={left.length} flush>
          {table(left, 'Children not in care now')}
        </FoldedCard>
      )}
    </>
  )
}
