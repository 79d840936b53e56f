// Actions: one's own and those of the children whom one sees, what is past its day first.
import type { FC } from 'hono/jsx'
import {
  type Action,
  actionsOfOwner,
  furtherOn,
  isDrift,
  isOpen,
  openActionsOf,
  openFirstDue,
  type RisesAfter,
  risesAfter,
  takenFurther,
  timesCarried,
} from '#actions'
import { formatDay, numberOf } from '#calendar'
import { counted, dueWords } from '#child-frame'
import { childrenCalled } from '#children'
import type { Asking } from '#database'
import { Card, Chips, DueMark, type DutyRow, DutyTable, EmptyState, PageHead, Pages, pageOf } from '#look'
import { noteShown } from '#overview'
import { type Answer, page, type Visit } from '#web'
import { workersCalled } from '#workforce'

const WHOSE = ['mine', 'all', 'further'] as const
type Whose = (typeof WHOSE)[number]
async function chosen(asking: Asking, whose: Whose, me: string): Promise<readonly Action[]> {
  if (whose === 'further') return await takenFurther(asking, null)
  if (whose === 'all') return await openActionsOf(asking, null)
  return openFirstDue((await actionsOfOwner(asking, me)).filter(isOpen))
}

type Shown = {
  readonly today: Visit['today']
  readonly whose: Whose
  readonly of: number
  readonly past: number
  readonly at: number
  readonly pages: number
  readonly rows: readonly Action[]
  readonly childOf: (child: string) => string
  readonly ownerOf: (action: Action) => string
  readonly me: string
  readonly after: RisesAfter
}

export async function showActions({ door, who, today, query }: Visit): Promise<Answer> {
  const whose = WHOSE.find((one) => one === query('whose')) ?? 'mine'
  const shown = await door.as(who, async (asking): Promise<Shown> => {
    const all = await chosen(asking, whose, who.person)
    const { page: at, pages, rows } = pageOf(all, Number(query('page') ?? 1))
    const children = [...new Set(rows.map(({ child }) => child))]
    const names = await childrenCalled(asking, children)
    const workers = await workersCalled(
      asking,
      rows.flatMap(({ owner }) => ('worker' in owner ? [owner.worker] : [])),
    )
    await noteShown(asking, children)
    return {
      ...{ today, whose, of: all.length, at, pages, rows, me: who.person, after: await risesAfter(asking) },
      past: all.filter(({ due }) => 'day' in due && due.day < today).length,
      childOf: (child) => names.get(child) ?? 'a child',
      ownerOf: ({ owner }) => ('worker' in owner ? (workers.get(owner.worker) ?? 'somebody') : owner.service),
    }
  })
  return page({
    title: `Actions${shown.at > 1 ? `, page ${shown.at}` : ''}`,
    here: '/actions',
    main: <Actions {...shown} />,
  })
}

const addressOf = (whose: Shown['whose'], number = 1): string => {
  const fields = [whose === 'mine' ? '' : `whose=${whose}`, number === 1 ? '' : `page=${number}`].filter(Boolean)
  return fields.length === 0 ? '/actions' : `/actions?${fields.join('&')}`
}

const NONE: Readonly<Record<Whose, string>> = {
  mine: 'No open action is yours.',
  all: 'No action is open for the children whom you see.',
  further: 'Nobody took an open action of these children further.',
}
const TITLES: Readonly<Record<Whose, string>> = { mine: 'Yours', all: 'All', further: 'Taken further' }

const Actions: FC<Shown> = (shown) => {
  const { whose, of, past, at, pages, rows } = shown
  return (
    <>
      <PageHead
        title="Actions"
        lead={
          <>
            {counted(of, 'open action')}, {past === 0 ? 'none past its day' : <strong>{past} past the day</strong>}.
            What somebody said they would do; not a duty of law.
          </>
        }
      />
      <div class="kith-choose">
        <Chips
          label="Whose actions"
          chips={[
            { to: addressOf('mine'), words: 'Yours', current: whose === 'mine' },
            { to: addressOf('all'), words: 'All of the children you see', current: whose === 'all' },
            { to: addressOf('further'), words: 'Taken further', current: whose === 'further' },
          ]}
        />
      </div>
      {rows.length === 0 ? (
        <EmptyState title="Nothing waiting">{NONE[whose]}</EmptyState>
      ) : (
        <Card title={TITLES[whose]} beside="Past their day first" flush>
          <DutyTable
            caption="Open actions, past their day first"
            columns={['For', 'What, and what it is meant to change', 'By', 'Whose', 'Close it']}
            rows={rows.map((action) => rowOf(action, shown))}
          />
        </Card>
      )}
      <Pages page={at} pages={pages} of={of} to={(number) => addressOf(whose, number)} links />
    </>
  )
}

function rowOf(action: Action, { today, childOf, ownerOf, me, after }: Shown): DutyRow {
  const { child, line, what, intended, due } = action
  const carried = timesCarried(action)
  const risen = furtherOn(action, today, after)
  const at = `/children/${child}/actions/${line}`
  const name = childOf(child)
  const theirs = 'worker' in action.owner && action.owner.worker === me
  return {
    head: (
      <a class="kith-target" href={`/children/${child}`}>
        {name}
      </a>
    ),
    cells: [
      <>
        {what ?? 'Taken out of sight'}
        {intended && <span class="kith-note">So that: {intended}</span>}
        {carried > 0 && (
          <span class="kith-note">
            Carried on {counted(carried, 'time')}
            {isDrift(action) && ': it drifts'}
          </span>
        )}
        {risen && (
          <span class="kith-note">
            Taken further: with the {risen.tier} since {formatDay(risen.since)}.{' '}
            {risen.why ?? 'The reason is out of sight.'}
          </span>
        )}
      </>,
      'day' in due ? (
        <DueMark {...dueWords(numberOf(due.day), numberOf(today))} />
      ) : (
        <span class="kith-quiet">No day: {due.none}</span>
      ),
      theirs ? 'You' : ownerOf(action),
      <>
        <a class="kith-target" href={`${at}/end`}>
          Close<span class="govuk-visually-hidden"> for {name}</span>
        </a>{' '}
        <a class="kith-target" href={`${at}/carry-on`}>
          Carry on<span class="govuk-visually-hidden"> for {name}</span>
        </a>{' '}
        {risen === undefined && (
          <a class="kith-target" href={`${at}/take-further`}>
            Take further<span class="govuk-visually-hidden"> for {name}</span>
          </a>
        )}
      </>,
    ],
  }
}
