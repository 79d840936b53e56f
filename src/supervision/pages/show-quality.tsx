// How good records of supervision are, by team and quarter: counts of dip samples, with how few they are; and records to sample next.
import type { FC } from 'hono/jsx'
import { addMonths, dayWords } from '#calendar'
import { childrenCalled } from '#children'
import { Card, CardList, Columns, DutyTable, EmptyState, InsetText, PageHead, Stack } from '#look'
import { type Answer, page, type Visit } from '#web'
import { everySample, toSample } from '../entries-store.ts'
import {
  FEW,
  GIVEN,
  PERIODS,
  type Period,
  quartersIn,
  quarterWords,
  RUBRIC,
  RUBRIC_ITEMS,
  type Tally,
  type Trend,
  tallies,
  trendsOf,
} from '../quality.ts'
import { QualityTrend } from './quality-trend.tsx'

type Shown = {
  readonly found: readonly Tally[]
  readonly trends: readonly Trend[]
  readonly period: Period
  readonly next: readonly {
    readonly line: string
    readonly child: string
    readonly held: string
    readonly name: string
  }[]
}

/** GET /supervision/quality */
export async function showQuality({ door, who, query, today }: Visit): Promise<Answer> {
  const asked = query('period')
  const period = isPeriod(asked) ? asked : 'year'
  const shown = await door.as(who, async (asking): Promise<Shown> => {
    const rows = await toSample(asking, addMonths(today, -3))
    const names = await childrenCalled(
      asking,
      rows.map(({ child }) => child),
    )
    const samples = await everySample(asking)
    const quarters = quartersIn(period, samples, today)
    return {
      ...{ period, trends: trendsOf(samples, quarters) },
      found: tallies(samples.filter(({ quarter }) => quarters.includes(quarter))),
      next: rows.map((row) => ({ ...row, name: names.get(row.child) ?? 'A child' })),
    }
  })
  return page({ title: 'How good supervision records are', here: '/supervision', main: <Quality {...shown} /> })
}

const isPeriod = (asked: string | undefined): asked is Period => asked !== undefined && Object.hasOwn(PERIODS, asked)

const Quality: FC<Shown> = ({ found, next, trends, period }) => (
  <>
    <PageHead
      title="How good supervision records are"
      lead="Dip samples: eight questions about a record, asked by somebody who was not there. Never a score of a child or a worker."
      actions={<a href="/supervision">Supervision</a>}
    />
    <Columns>
      <Stack>
        {found.length === 0 && (
          <EmptyState title="No samples of this time">
            Choose one of the records beside this, and answer eight questions.
          </EmptyState>
        )}
        <QualityTrend trends={trends} period={period} />
        {found.map((tally) => (
          <TallyCard {...tally} />
        ))}
      </Stack>
      <Stack>
        <Card title="To sample next" beside="In no order that says anything" flush>
          {next.length === 0 ? (
            <EmptyState>No record of the last three months is left to sample.</EmptyState>
          ) : (
            <CardList
              items={next.map(({ line, child, held, name }) => (
                <>
                  <a href={`/children/${child}/supervision-samples/${line}/record`}>{name}</a>
                  <span class="kith-note">{dayWords(held)}</span>
                </>
              ))}
            />
          )}
        </Card>
      </Stack>
    </Columns>
  </>
)
const TallyCard: FC<Tally> = ({ team, quarter, samples, counts }) => (
  <Card title={`${team}, ${quarterWords(quarter)}`} count={samples} flush>
    {samples < FEW && (
      <InsetText>Fewer than {FEW} records: nothing can be read from so few but what each of them says.</InsetText>
    )}
    <DutyTable
      caption={`Dip samples of ${team}, ${quarterWords(quarter)}: of how many records each was said`}
      columns={['Question', GIVEN[2], GIVEN[1], GIVEN[0]]}
      numbers={[0, 1, 2]}
      rows={RUBRIC_ITEMS.map((item) => {
        const [none, told, through] = counts[item]
        return { head: RUBRIC[item], cells: [through, told, none] }
      })}
    />
  </Card>
)
