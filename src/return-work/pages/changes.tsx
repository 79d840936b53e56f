// What changed in a return since a check that was kept: what is new, what was put right, and what is still there.
import type { FC } from 'hono/jsx'
import { Card, Chips, DutyTable, EmptyState, FilterForm, PageHead, Select } from '#look'
import { type Answer, notFound, page, type Visit } from '#web'
import { freshen } from '../check-store.ts'
import type { StandingFlag } from '../standing-flag.ts'
import { changesSinceRun, noteShown, type Run, runsOf } from '../store.ts'
import { flagRow } from './flag-row.tsx'
import {
  counted,
  HERE,
  momentWords,
  PagesOf,
  pageOf,
  type ReturnDeps,
  toCheck,
  Waiting,
  yearIn,
  yearPath,
  yearWords,
} from './parts.tsx'

const HOWS = ['fresh', 'mended', 'still'] as const
type How = (typeof HOWS)[number]
const WORDS: Readonly<Record<How, string>> = { fresh: 'New', mended: 'Put right', still: 'Still there' }
const isHow = (word: string | undefined): word is How => HOWS.some((how) => how === word)

type Shown = {
  readonly year: number
  readonly runs: readonly Run[]
  readonly since: Run
  readonly how: How
  readonly changes: Readonly<Record<How, readonly StandingFlag[]>>
  readonly waiting: number
  readonly page: string | undefined
}

/** Yesterday's last check, where one was kept; else the one before the latest; else the latest. */
function checkBefore(runs: readonly Run[]): Run | undefined {
  const latest = runs[0]?.made.slice(0, 10) ?? ''
  return runs.find(({ made }) => made.slice(0, 10) < latest) ?? runs[1] ?? runs[0]
}

export const showChanges =
  (deps: ReturnDeps) =>
  async (visit: Visit): Promise<Answer> => {
    const year = yearIn(visit)
    if (year === undefined) return notFound
    const fresh = await freshen(visit.door, toCheck(visit, year), deps.beside)
    const asked = visit.query('how')
    const main = await visit.door.as(visit.who, async (asking) => {
      const runs = await runsOf(asking, year)
      const since = runs.find(({ id }) => id === visit.query('since')) ?? checkBefore(runs)
      if (since === undefined) return <None year={year} />
      const how = isHow(asked) ? asked : 'fresh'
      const changes = await changesSinceRun(asking, year, since)
      await noteShown(
        asking,
        pageOf(changes[how], visit.query('page')).rows.map(({ child }) => child),
      )
      const waiting = fresh.kind === 'checked' ? fresh.waiting : 0
      return <Changes {...{ year, runs, since, how, changes, waiting, page: visit.query('page') }} />
    })
    return page({ title: `What changed in the return of ${yearWords(year)}`, here: HERE, main })
  }

const None: FC<{ year: number }> = ({ year }) => (
  <>
    <PageHead title={`What changed in the return of ${yearWords(year)}`} />
    <EmptyState title="No check was kept yet.">
      <a href={yearPath(year)}>Check the return</a> first.
    </EmptyState>
  </>
)

const Changes: FC<Shown> = ({ year, runs, since, how, changes, waiting, page: asked }) => {
  const { rows, ...at } = pageOf(changes[how], asked)
  const to = (which: How, number = 1) =>
    `${yearPath(year)}/changes?since=${since.id}&how=${which}${number > 1 ? `&page=${number}` : ''}`
  return (
    <>
      <PageHead
        title={`What changed in the return of ${yearWords(year)}`}
        lead={`Since ${momentWords(since.made)}: ${changes.fresh.length} new, ${changes.mended.length} put right, ${changes.still.length} still there.`}
      />
      <Waiting waiting={waiting} />
      <div class="kith-choose">
        <Chips
          label="What changed"
          chips={HOWS.map((one) => ({
            to: to(one),
            words: WORDS[one],
            count: changes[one].length,
            current: one === how,
          }))}
        />
        <FilterForm action={`${yearPath(year)}/changes`} label="Since which check">
          <input type="hidden" name="how" value={how} />
          <Select
            id="since"
            name="since"
            label="Since the check of"
            value={since.id}
            items={runs.map(({ id, made }) => ({ value: id, text: momentWords(made) }))}
          />
        </FilterForm>
      </div>
      {rows.length === 0 ? (
        <EmptyState
          title={how === 'fresh' ? 'Nothing is new.' : how === 'mended' ? 'Nothing was put right.' : 'Nothing is left.'}
        />
      ) : (
        <Card title={`${WORDS[how]}: ${counted(at.of, 'flag')}`} flush>
          <DutyTable
            caption={WORDS[how]}
            columns={['Child', 'What is wrong', 'Where', 'To look at', 'Worker']}
            rows={rows.map((flag) => flagRow(flag))}
          />
        </Card>
      )}
      <PagesOf at={at} to={(number) => to(how, number)} />
    </>
  )
}
