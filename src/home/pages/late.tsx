// What is late, child by child, with what stands in the way as far as the record tells; never by worker.
import type { FC } from 'hono/jsx'
import { type IsoDay, numberOf } from '#calendar'
import { counted, dueWords, shortDay } from '#child-frame'
import type { Asking } from '#database'
import { addressOf } from '#lists'
import { type ActionRow, ActionRows, Button, Card, DueMark, DutyTable, EmptyState } from '#look'
import { IN_A_SENTENCE, IN_THE_WAY, type InTheWay, inTheWay, type Told } from '../in-the-way.ts'
import { type LateRow, lateDuties, toldOf } from '../team-store.ts'
import { namesFor } from './parts.tsx'

export type LateChild = {
  readonly child: string
  readonly name: string
  readonly duties: readonly (LateRow & { readonly way: InTheWay })[]
}
export type Late = {
  readonly today: IsoDay
  readonly count: number
  readonly shown: readonly LateChild[]
  readonly ways: Readonly<Record<InTheWay, ReadonlySet<string>>>
}
const MOST = 10

/** The child who has waited longest comes first. */
export async function lateOf(
  asking: Asking,
  { children, today }: { readonly children: readonly string[] | null; readonly today: IsoDay },
): Promise<Late> {
  const rows = await lateDuties(asking, children, today)
  const byChild = [...Map.groupBy(rows, ({ child }) => child)]
  const told = await toldOf(
    asking,
    byChild.map(([child]) => child),
    today,
  )
  const nameOf = await namesFor(
    asking,
    byChild.slice(0, MOST).map(([child]) => child),
  )
  const shown = byChild.slice(0, MOST).map(([child, own]) => ({
    child,
    name: nameOf(child),
    duties: own.map((row) => ({ ...row, way: inTheWay(row, told) })),
  }))
  return { today, count: byChild.length, shown, ways: waysOf(rows, told) }
}

function waysOf(rows: readonly LateRow[], told: Told): Late['ways'] {
  const of = (way: InTheWay): ReadonlySet<string> =>
    new Set(rows.filter((row) => inTheWay(row, told) === way).map(({ child }) => child))
  return { us: of('us'), carer: of('carer'), choice: of('choice'), service: of('service'), unknown: of('unknown') }
}

const WAYS = ['us', 'carer', 'choice', 'service', 'unknown'] as const

export const LateCard: FC<Late> = ({ today, count, shown }) => {
  const on = numberOf(today)
  if (count === 0)
    return (
      <Card title="Late, child by child" flush>
        <EmptyState title="Nothing known to be late">What cannot be known is marked at each child.</EmptyState>
      </Card>
    )
  return (
    <Card
      title="Late, child by child"
      count={count}
      beside={count > shown.length ? <a href={addressOf({ late: 'any' })}>{`All ${count}`}</a> : undefined}
      flush
    >
      <ActionRows rows={shown.map((one) => rowOf(one, on))} />
    </Card>
  )
}

export const WaysCard: FC<Late> = ({ count, ways }) =>
  count === 0 ? null : (
    <Card title="What stands in the way" beside="As far as the record tells" flush>
      <DutyTable
        caption="What stands in the way, as far as the record tells"
        columns={['What stands in the way', 'Children']}
        numbers={[0]}
        rows={WAYS.map((way) => ({
          head: IN_THE_WAY[way],
          cells: [way === 'carer' ? <span class="kith-quiet">the record does not tell yet</span> : ways[way].size],
        }))}
      />
    </Card>
  )

function rowOf({ child, name, duties }: LateChild, on: number): ActionRow {
  const [first] = duties
  const ways = [...new Set(duties.map(({ way }) => IN_A_SENTENCE[way]))]
  return {
    mark: first && <DueMark {...dueWords(first.due, on)} note={`was ${shortDay(first.due, on)}`} />,
    title: <a href={`/children/${child}`}>{name}</a>,
    why: (
      <>
        {[...new Set(duties.map(({ name: duty }) => duty))].join(', ')}
        {duties.length > 1 && ` (${counted(duties.length, 'thing')})`}. In the way: {ways.join('; ')}.
      </>
    ),
    action: (
      <Button kind="secondary" classes="kith-button--small" href={`/children/${child}`}>
        See why<span class="govuk-visually-hidden"> for {name}</span>
      </Button>
    ),
  }
}
