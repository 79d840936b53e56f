// Health: assessments, what waits, yes and no to care, practices, the health part of the plan, and the yearly answers; "not known" is never "no".
import type { FC } from 'hono/jsx'
import { dayWords, formatDay, type IsoDay } from '#calendar'
import { type Frame, firstName } from '#child-frame'
import { assessmentsOf } from '#health'
import { type HealthCare, healthCareOf } from '#health-care'
import { type RowOnRecord, rowsOfChild } from '#health-lists'
import { FromLists, Otherwise } from '#health-lists/pages'
import { Beside, Card, Columns, DutyTable, EmptyState, Facts, NOT_KNOWN, NotKnown, RowLinks, Stack } from '#look'
import { yearAnswersOf } from '../health-store.ts'
import { planPart } from '../plan-part-store.ts'
import { shownAnswers } from '../year-answers.ts'
import { Consents, Practices, Waits } from './health-care-cards.tsx'
import { PlanPart } from './plan-part.tsx'
import { putRight } from './row-links.tsx'
import { tabPage } from './tab-page.tsx'

type Health = {
  readonly assessments: Awaited<ReturnType<typeof assessmentsOf>>
  readonly years: Awaited<ReturnType<typeof yearAnswersOf>>
  readonly care: HealthCare
  readonly plan: string | undefined
  readonly lists: readonly RowOnRecord[]
}
export const showHealth = tabPage<Health>({
  here: 'health',
  title: 'Health',
  read: async (asking, frame) => ({
    assessments: (await assessmentsOf(asking, frame.id)).toReversed(),
    years: await yearAnswersOf(asking, frame.id),
    care: await healthCareOf(asking, frame.id),
    plan: await planPart(asking, frame, 'health'),
    lists: await rowsOfChild(asking, frame.id),
  }),
  main: (facts, frame, today) => <HealthTab facts={facts} frame={frame} today={today} />,
})

/** As many as have a form. */
const MOST_YEARS = 4

type TabProps = { readonly facts: Health; readonly frame: Frame; readonly today: IsoDay }
const HealthTab: FC<TabProps> = ({ facts: { assessments, years, plan, care, lists }, frame, today }) => (
  <Columns>
    <Stack>
      <Otherwise rows={lists} child={frame.id} writes={frame.writes.has('health')} />
      <Waits care={care} frame={frame} today={today} lists={lists} />
      <Assessments assessments={assessments} lists={lists} frame={frame} />
      <Consents care={care} frame={frame} today={today} />
      {frame.plan !== undefined && <PlanPart title="What the plan says of health" words={plan} />}
    </Stack>
    <Stack>
      <Practices care={care} frame={frame} today={today} />
      {years.length === 0 ? (
        <Year year={undefined} answers={[]} />
      ) : (
        years.slice(0, MOST_YEARS).map(({ year, answers }) => <Year year={year} answers={answers} />)
      )}
    </Stack>
  </Columns>
)

const Assessments: FC<Pick<Health, 'assessments' | 'lists'> & { frame: Frame }> = ({ assessments, lists, frame }) => (
  <Card
    title="Health assessments"
    count={assessments.length}
    beside={
      frame.writes.has('health') && (
        <Beside links={[{ to: `/children/${frame.id}/health/record`, does: 'Record a health check' }]} />
      )
    }
    flush
  >
    {assessments.length === 0 ? (
      <EmptyState>No health assessment is recorded here. That does not mean that there was none.</EmptyState>
    ) : (
      <DutyTable
        caption={`Health assessments of ${firstName(frame.called)}, the latest first`}
        columns={['Assessment', 'When', 'By', 'Outcome', 'Report']}
        rows={assessments.map(({ id, line, kind, happened, by_role, outcome, reported, words }) => ({
          head: (
            <>
              {kind === 'initial' ? 'First assessment' : 'Review'}
              {words !== undefined && <span class="kith-note">{words}</span>}
              <FromLists rows={lists} line={line} />
              {frame.writes.has('health') && (
                <RowLinks
                  of={`health check of ${dayWords(happened)}`}
                  links={[
                    ...(reported === null
                      ? [{ to: `/children/${frame.id}/health/${id}/report`, does: 'The report came' }]
                      : []),
                    ...putRight(`/children/${frame.id}/health`, id),
                  ]}
                />
              )}
            </>
          ),
          cells: [
            dayWords(happened),
            by_role === 'other' ? 'Somebody else' : by_role,
            outcome === 'seen' ? 'Seen' : 'The child said no',
            reported === null ? <NotKnown words="Not here yet" /> : dayWords(reported),
          ],
        }))}
      />
    )}
  </Card>
)
const Year: FC<{ year: IsoDay | undefined; answers: Parameters<typeof shownAnswers>[0] }> = ({ year, answers }) => (
  <Card title={year === undefined ? 'What the yearly return says' : `Year to ${formatDay(year)}`}>
    <Facts
      kind="down"
      facts={shownAnswers(answers).map(({ name, words }) => ({
        name,
        fact: words === undefined ? NOT_KNOWN : { words },
      }))}
    />
  </Card>
)
