// Learning: the school now and before, personal education plans, and what the plan says of learning.
import type { FC } from 'hono/jsx'
import { formatDay, type IsoDay, parseDay } from '#calendar'
import { type Frame, firstName, usualSchoolYear } from '#child-frame'
import { plansOf } from '#education'
import { Card, CardList, Columns, DutyTable, EmptyState, Facts, NotKnown, Stack } from '#look'
import { planPart } from '../plan-part-store.ts'
import { type SchoolStay, schoolsOf } from '../school-store.ts'
import { PlanPart } from './plan-part.tsx'
import { tabPage } from './tab-page.tsx'

type Learning = {
  readonly schools: readonly SchoolStay[]
  readonly peps: Awaited<ReturnType<typeof plansOf>>
  readonly plan: string | undefined
}
export const showLearning = tabPage<Learning>({
  here: 'learning',
  title: 'Learning',
  read: async (asking, frame) => ({
    schools: await schoolsOf(asking, frame.id),
    peps: (await plansOf(asking, frame.id)).toReversed(),
    plan: await planPart(asking, frame, 'education'),
  }),
  main: (facts, frame, today) => <LearningTab facts={facts} frame={frame} today={today} />,
})

const dayText = (text: string): string => {
  const on = parseDay(text)
  return on === undefined ? text : formatDay(on)
}
const STAGES: Readonly<Record<string, string>> = { initiated: 'Begun', effective: 'In place' }
const QUALITY: Readonly<Record<string, string>> = {
  good: 'Good',
  'needs work': 'Needs work',
  'not good enough': 'Not good enough',
}

const LearningTab: FC<{ facts: Learning; frame: Frame; today: IsoDay }> = ({
  facts: { schools, peps, plan },
  frame,
  today,
}) => (
  <Columns>
    <Stack>
      <Now frame={frame} today={today} />
      <Card title="Personal education plans" count={peps.length} flush>
        {peps.length === 0 ? (
          <EmptyState>No personal education plan is recorded here. That does not mean that there is none.</EmptyState>
        ) : (
          <DutyTable
            caption={`Personal education plans of ${firstName(frame.called)}, the latest first`}
            columns={['Plan', 'When', 'How good it is']}
            rows={peps.map(({ stage, happened, quality, words }) => ({
              head: (
                <>
                  {STAGES[stage] ?? stage}
                  {words !== undefined && <span class="kith-note">{words}</span>}
                </>
              ),
              cells: [
                dayText(happened),
                quality === null ? <NotKnown words="Not said" /> : (QUALITY[quality] ?? quality),
              ],
            }))}
          />
        )}
      </Card>
      {frame.plan !== undefined && <PlanPart title="What the plan says of learning" words={plan} />}
    </Stack>
    <Card title="Schools" count={schools.length} flush>
      {schools.length === 0 ? (
        <EmptyState>No school is recorded yet.</EmptyState>
      ) : (
        <CardList
          items={schools.map(({ name, since, until }) => (
            <>
              <strong>{name}</strong>
              <span class="kith-note">
                {since === undefined ? 'start not known' : `from ${formatDay(since)}`}
                {until === undefined ? '' : ` to ${formatDay(until)}`}
              </span>
            </>
          ))}
        />
      )}
    </Card>
  </Columns>
)

const Now: FC<{ frame: Frame; today: IsoDay }> = ({ frame: { school, birth, called }, today }) => {
  const year = birth === undefined ? undefined : usualSchoolYear(birth.born, today)
  return (
    <Card title="Now">
      {school == null ? (
        <EmptyState title="No school place is recorded now.">
          {year === undefined ? '' : `${firstName(called)} would be in ${year} by age. `}If there is none, that has a
          clock of its own.
        </EmptyState>
      ) : (
        <Facts
          kind="wide"
          facts={[
            {
              name: 'School',
              fact: {
                words: school.name,
                note: school.since === undefined ? undefined : `since ${formatDay(school.since)}`,
              },
            },
            {
              name: 'Year',
              fact:
                year === undefined
                  ? { words: 'Not of school age' }
                  : { words: year, note: 'by age; they may be in another' },
            },
          ]}
        />
      )}
    </Card>
  )
}
