// The return of a year: where it stands, what could not be answered, and what is wrong: by rule, child, worker or table.
import type { FC } from 'hono/jsx'
import { formatDay, type IsoDay } from '#calendar'
import type { Asking } from '#database'
import { addJob } from '#jobs'
import { Button, Card, Chips, DutyTable, EmptyState, Notice, PageHead, Stack } from '#look'
import { type Answer, FormToken, notFound, page, redirect, type Visit } from '#web'
import { type Freshness, freshen } from '../check-store.ts'
import {
  type Choice,
  choiceQuery,
  type Group,
  groupsBy,
  isChosen,
  isPart,
  isWay,
  ruleCalled,
  type StandingFlag,
  severityNow,
  WAYS,
  type Way,
  whatIsWrong,
} from '../standing-flag.ts'
import { firstDayOf, type Standing, standingOf, yearsBegun } from '../state.ts'
import { stepsOf } from '../steps-store.ts'
import { closedFlags, flagsStanding, type Naming, namesTold, noteNamed, noteShown, type Run, runsOf } from '../store.ts'
import { flagRow } from './flag-row.tsx'
import {
  counted,
  HERE,
  momentWords,
  NotAnswered,
  PagesOf,
  pageOf,
  type ReturnDeps,
  toCheck,
  Waiting,
  yearIn,
  yearPath,
  yearWords,
} from './parts.tsx'
import { TakeOut } from './take-out.tsx'
import { WhereItStands } from './where-it-stands.tsx'

const WAY_WORDS: Readonly<Record<Way, string>> = {
  rule: 'By rule',
  child: 'By child',
  worker: 'By worker',
  table: 'By table',
}

type Shown = {
  readonly year: number
  readonly run: Run
  readonly fresh: Freshness
  readonly flags: readonly StandingFlag[]
  /** Of children whose record is closed to the asker. */
  readonly unseen: number
  readonly standing: Standing
  /** What was told to an analyst; undefined: the asker is none. */
  readonly names: ReadonlyMap<string, Naming> | undefined
  readonly way: Way
  readonly choice: Choice
  readonly page: string | undefined
}

function choiceOf(visit: Pick<Visit, 'query'>): Choice {
  const asked = WAYS.map((way) => [way, visit.query(way)] as const)
  return Object.fromEntries(asked.filter(([, value]) => value !== undefined && value !== ''))
}

export const showReturn =
  (deps: ReturnDeps) =>
  async (visit: Visit): Promise<Answer> => {
    const year = yearIn(visit)
    if (year === undefined) return notFound
    const fresh = await freshen(visit.door, toCheck(visit, year), deps.beside)
    const title = `Return of ${yearWords(year)}`
    const asked = visit.query('by')
    const choice = choiceOf(visit)
    const main = await visit.door.as(visit.who, async (asking) => {
      const run = (await runsOf(asking, year))[0]
      if (run === undefined) return <NotChecked year={year} today={visit.today} asked={visit.query('asked') === '1'} />
      const way = isWay(asked) ? asked : 'rule'
      const shown = await whatStands(asking, year)
      const names = visit.me.parts.includes('analyst') ? await namesTold(asking) : undefined
      const all = { year, run, fresh, way, choice, names, page: visit.query('page'), ...shown }
      const children = Object.keys(choice).length === 0 ? [] : chosenPage(all).rows.map(({ child }) => child)
      await noteShown(asking, children)
      await noteNamed(
        asking,
        children.filter((child) => names?.has(child)),
      )
      return <ReturnPage {...all} asked={visit.query('asked') === '1'} />
    })
    return page({ title, here: HERE, main })
  }

async function whatStands(asking: Asking, year: number): Promise<Pick<Shown, 'flags' | 'unseen' | 'standing'>> {
  const flags = await flagsStanding(asking, year, 'every')
  const unseen = await closedFlags(asking, year)
  const now = flags.map((flag) => ({ part: flag.part, found: flag.found, severity: severityNow(flag) }))
  return { flags, unseen, standing: standingOf(year, await stepsOf(asking, year), now) }
}

const chosenPage = ({ flags, choice, page: asked }: Pick<Shown, 'flags' | 'choice' | 'page'>) =>
  pageOf(
    flags.filter((flag) => isChosen(flag, choice)),
    asked,
  )

/** As a job: a council's return is made and checked as a whole. */
export async function askCheck(visit: Visit): Promise<Answer> {
  const year = yearIn(visit)
  if (year === undefined) return notFound
  await visit.door.as(visit.who, async (asking) => await addJob(asking, 'return-check'))
  return redirect(`${yearPath(year)}?asked=1`)
}

const CheckButton: FC<{ year: number; words: string }> = ({ year, words }) => (
  <form method="post" action={`${yearPath(year)}/check`}>
    <FormToken />
    <Button kind="secondary" preventDoubleClick>
      {words}
    </Button>
  </form>
)

const Asked: FC<{ asked: boolean }> = ({ asked }) =>
  asked ? (
    <Notice role="status">
      <p>The whole return is being checked. Open this page again in a minute.</p>
    </Notice>
  ) : null

const NotChecked: FC<{ year: number; today: IsoDay; asked: boolean }> = ({ year, today, asked }) => (
  <>
    <PageHead title={`Return of ${yearWords(year)}`} />
    {yearsBegun(today).includes(year) ? (
      <>
        <Asked asked={asked} />
        <EmptyState
          title="This return was not checked yet."
          action={<CheckButton year={year} words="Check the return" />}
        >
          It is checked every night, and whenever you ask.
        </EmptyState>
      </>
    ) : (
      <EmptyState title="This year has not begun.">
        The return is checked every night from {formatDay(firstDayOf(year))}.
      </EmptyState>
    )}
  </>
)

const ReturnPage: FC<Shown & { asked: boolean }> = (shown) => {
  const { year, run, fresh, flags, choice, asked } = shown
  const children = new Set(flags.map(({ child }) => child)).size
  return (
    <>
      <PageHead
        title={`Return of ${yearWords(year)}`}
        lead={`${counted(flags.length, 'flag')} on ${counted(children, 'child', 'children')}. Last checked as a whole on ${momentWords(run.made)}.`}
        actions={<CheckButton year={year} words="Check again" />}
      />
      <Asked asked={asked} />
      <Waiting waiting={fresh.kind === 'checked' ? fresh.waiting : 0} />
      <Stack>
        <WhereItStands {...shown} />
        {Object.keys(choice).length === 0 ? <Counts {...shown} /> : <Chosen {...shown} />}
      </Stack>
      {(run.waits.notRun.length > 0 || run.waits.broken.length > 0) && (
        <Card title="What this check cannot say" tone="quiet">
          <NotAnswered waits={run.waits} />
        </Card>
      )}
      <TakeOut year={year} made={undefined} />
    </>
  )
}

const GROUP_HEAD: Readonly<Record<Way, string>> = { rule: 'Rule', child: 'Child', worker: 'Worker', table: 'Table' }

function headOf(way: Way, { key, flags: [first] }: Group) {
  if (first === undefined) return key
  if (way === 'rule') return `${key}: ${whatIsWrong(first)}`
  if (way === 'child') return `Child ${first.shown}`
  if (way === 'worker') return first.ownerName ?? 'Nobody works with the child now'
  return first.part
}

const Counts: FC<Shown> = ({ year, flags, way, page: asked }) => {
  const groups = groupsBy(way, flags)
  const { rows, ...at } = pageOf(groups, asked)
  const to = (query: string) => `${yearPath(year)}${query}`
  return (
    <>
      <Chips
        label="Ways of looking"
        chips={WAYS.map((one) => ({ to: to(`?by=${one}`), words: WAY_WORDS[one], current: one === way }))}
      />
      {flags.length === 0 ? (
        <EmptyState title="No errors in this return.">What the rules that were run look for is not there.</EmptyState>
      ) : (
        <Card title={WAY_WORDS[way]} flush>
          <DutyTable
            caption={`What was found, ${WAY_WORDS[way].toLowerCase()}`}
            columns={[GROUP_HEAD[way], 'Flags', 'Children']}
            numbers={[0, 1]}
            rows={rows.map((group) => ({
              head: (
                <a href={to(choiceQuery({ [way]: group.key === '' ? 'nobody' : group.key }, { by: way }))}>
                  {headOf(way, group)}
                </a>
              ),
              cells: [group.flags.length, group.children],
            }))}
          />
        </Card>
      )}
      <PagesOf at={at} to={(number) => to(`?by=${way}&page=${number}`)} />
    </>
  )
}

/** What was chosen, in words: filters are named on the page. */
function chosenWords(choice: Choice, flags: readonly StandingFlag[]): string {
  const { rule, child, worker, table } = choice
  const of = flags.find((flag) => isChosen(flag, choice))
  return [
    rule === undefined ? '' : `rule ${ruleCalled(rule)?.code ?? 'unknown'}`,
    child === undefined ? '' : `child ${of?.shown ?? 'not found'}`,
    worker === undefined ? '' : worker === 'nobody' ? 'no worker now' : `worker ${of?.ownerName ?? 'not found'}`,
    table === undefined ? '' : `table ${isPart(table) ? table : 'unknown'}`,
  ]
    .filter(Boolean)
    .join(', ')
}

const Chosen: FC<Shown> = (shown) => {
  const { year, flags, way, choice } = shown
  const { rows, ...at } = chosenPage(shown)
  const to = (query: string) => `${yearPath(year)}${query}`
  return (
    <>
      <p class="kith-above">
        Shown: {chosenWords(choice, flags)}. <a href={to(`?by=${way}`)}>Show everything</a>
      </p>
      {rows.length === 0 ? (
        <EmptyState title="Nothing of this kind is flagged." />
      ) : (
        <Card title={counted(at.of, 'flag')} flush>
          <DutyTable
            caption="Flags"
            columns={['Child', 'What is wrong', 'Where', 'To look at', 'Worker']}
            rows={rows.map((flag) => flagRow(flag, shown.names))}
          />
        </Card>
      )}
      <PagesOf at={at} to={(number) => to(choiceQuery(choice, { by: way, page: String(number) }))} />
    </>
  )
}
