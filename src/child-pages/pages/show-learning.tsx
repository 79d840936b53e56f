// Learning: the school now and before, education plans by term, attendance, exclusions, finding a school, and pupil premium.
import type { FC } from 'hono/jsx'
import { dayWords, formatDay, type IsoDay } from '#calendar'
import { type Frame, firstName, usualSchoolYear } from '#child-frame'
import { wordOf } from '#drafts'
import { plansOf, RATERS, schoolsKnown, TERMS } from '#education'
import { Beside, Card, CardList, Columns, DutyTable, EmptyState, Facts, NotKnown, RowLinks, Stack } from '#look'
import { type SchoolingRows, schoolingOf, schoolYearOf } from '#schooling'
import { planPart } from '../plan-part-store.ts'
import { type SchoolStay, schoolsOf } from '../school-store.ts'
import { PlanPart } from './plan-part.tsx'
import { putRight } from './row-links.tsx'
import { Attendance, Exclusions, Finding, PupilPremium } from './schooling-cards.tsx'
import { tabPage } from './tab-page.tsx'

type Learning = {
  readonly schools: readonly SchoolStay[]
  readonly peps: Awaited<ReturnType<typeof plansOf>>
  readonly plan: string | undefined
  readonly rows: SchoolingRows
  /** The names of schools that were asked for a place. */
  readonly asked: ReadonlyMap<string, string>
}
export const showLearning = tabPage<Learning>({
  here: 'learning',
  title: 'Learning',
  read: async (asking, frame) => ({
    schools: await schoolsOf(asking, frame.id),
    peps: (await plansOf(asking, frame.id)).toReversed(),
    plan: await planPart(asking, frame, 'education'),
    ...(await schooling(asking, frame.id)),
  }),
  main: (facts, frame, today) => <LearningTab facts={facts} frame={frame} today={today} />,
})

async function schooling(asking: Parameters<typeof schoolingOf>[0], child: string) {
  const rows = await schoolingOf(asking, child)
  // Only where one of them has to be named.
  const named = rows.applications.some(({ school }) => school !== null) ? await schoolsKnown(asking) : []
  return { rows, asked: new Map(named.map(({ id, name }) => [id, name])) }
}

const STAGES: Readonly<Record<string, string>> = { initiated: 'Begun', effective: 'In place' }
const QUALITY: Readonly<Record<string, string>> = {
  good: 'Good',
  'needs work': 'Needs work',
  'not good enough': 'Not good enough',
}

type Props = { readonly facts: Learning; readonly frame: Frame; readonly today: IsoDay }
const LearningTab: FC<Props> = (props) => (
  <Columns>
    <Stack>
      <Now frame={props.frame} today={props.today} />
      <Plans {...props} />
      <Attendance rows={props.facts.rows} frame={props.frame} />
      <Exclusions rows={props.facts.rows} frame={props.frame} />
      <Finding rows={props.facts.rows} frame={props.frame} schools={props.facts.asked} today={props.today} />
      {props.frame.plan !== undefined && <PlanPart title="What the plan says of learning" words={props.facts.plan} />}
    </Stack>
    <Stack>
      <Schools {...props} />
      <PupilPremium rows={props.facts.rows} frame={props.frame} />
    </Stack>
  </Columns>
)

const Plans: FC<Props> = ({ facts: { peps }, frame }) => {
  const [writes, at] = [frame.writes.has('learning'), `/children/${frame.id}/learning/plan`]
  return (
    <Card
      title="Personal education plans"
      count={peps.length}
      beside={writes && <Beside links={[{ to: `${at}/record`, does: 'Record a plan' }]} />}
      flush
    >
      {peps.length === 0 ? (
        <EmptyState>No personal education plan is recorded here. That does not mean that there is none.</EmptyState>
      ) : (
        <DutyTable
          caption={`Personal education plans of ${firstName(frame.called)}, the latest first`}
          columns={['Plan', 'Term', 'When', 'How good it is', 'Judged by']}
          rows={peps.map(({ id, stage, happened, quality, words, term, rated_by, rated }) => ({
            head: (
              <>
                {STAGES[stage] ?? stage}
                {words !== undefined && <span class="kith-note">{words}</span>}
                {writes && <RowLinks of={`plan of ${dayWords(happened)}`} links={putRight(at, id)} />}
              </>
            ),
            cells: [
              term === null ? <NotKnown words="Not said" /> : `${wordOf(TERMS, term)} ${schoolYearOf(happened)}`,
              dayWords(happened),
              quality === null ? <NotKnown words="Not said" /> : (QUALITY[quality] ?? quality),
              [wordOf(RATERS, rated_by), rated === null ? undefined : dayWords(rated)].filter(Boolean).join(', '),
            ],
          }))}
        />
      )}
    </Card>
  )
}

const Schools: FC<Props> = ({ facts: { schools }, frame }) => {
  const [writes, at] = [frame.writes.has('learning'), `/children/${frame.id}/learning/school`]
  return (
    <Card
      title="Schools"
      count={schools.length}
      beside={writes && <Beside links={[{ to: `${at}/record`, does: 'Record a school' }]} />}
      flush
    >
      {schools.length === 0 ? (
        <EmptyState>No school is recorded yet.</EmptyState>
      ) : (
        <CardList
          items={schools.map(({ id, name, since, until }) => (
            <>
              <strong>{name}</strong>
              <span class="kith-note">
                {since === undefined ? 'start not known' : `from ${formatDay(since)}`}
                {until === undefined ? '' : ` to ${formatDay(until)}`}
              </span>
              {writes && (
                <RowLinks
                  of={name}
                  links={[
                    ...(until === undefined ? [{ to: `${at}/${id}/leave`, does: 'They leave' }] : []),
                    ...putRight(at, id),
                  ]}
                />
              )}
            </>
          ))}
        />
      )}
    </Card>
  )
}

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
