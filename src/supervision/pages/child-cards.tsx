// Cards beside supervision of one child: what was written before, how often they are thought about, and dip samples.
import type { FC } from 'hono/jsx'
import { dayWords, numberOf } from '#calendar'
import { dueWords } from '#child-frame'
import { Beside, Button, Card, Details, DueMark, Facts, RowLinks } from '#look'
import { childDue } from '../frequency.ts'
import { GIVEN, RUBRIC, RUBRIC_ITEMS } from '../quality.ts'
import type { ChildShown } from './entry-card.tsx'
import { ViewWords } from './view-forms.tsx'

/** What was written before a time together that is still to come. */
export const Ahead: FC<ChildShown> = ({ ahead, child, name, worksHere, me, nameOf }) => {
  if (ahead.length === 0 && !worksHere) return null
  return (
    <Card
      title="Before the next time together"
      beside={
        worksHere && <Beside links={[{ to: `/children/${child}/supervision-views/record`, does: 'Write your view' }]} />
      }
    >
      {ahead.length === 0 && (
        <p class="kith-quiet">Whoever works with {name} can write how they see it. It is kept as they write it.</p>
      )}
      {ahead.map((view) => (
        <>
          <ViewWords view={view} nameOf={nameOf} />
          {view.worker === me && (
            <RowLinks
              of={`your view of ${dayWords(view.written)}`}
              links={[
                { to: `/children/${child}/supervision-views/${view.id}/correct`, does: 'Put right' },
                { to: `/children/${child}/supervision-views/${view.id}/retract`, does: 'Take back' },
              ]}
            />
          )}
        </>
      ))}
    </Card>
  )
}
export const HowOften: FC<ChildShown> = ({ entries, intervals, usual, child, writes, today, nameOf }) => {
  const [decided] = intervals
  const last = entries.find(({ kind }) => kind === 'full')
  const due = childDue(decided?.weeks ?? usual, last?.held ?? null, null)
  return (
    <Card
      title="How often"
      beside={writes && <Beside links={[{ to: `/children/${child}/supervision-intervals/record`, does: 'Decide' }]} />}
    >
      <p>
        Fully thought about every {decided?.weeks ?? usual} weeks
        {decided === undefined && ', as nobody decided otherwise'}.{' '}
        {due.due === null ? (
          <DueMark mark="unknown" words="Not yet" />
        ) : (
          <DueMark {...dueWords(numberOf(due.due), numberOf(today))} note={dayWords(due.due)} />
        )}
      </p>
      {decided !== undefined && (
        <p class="kith-note">
          {decided.why} ({nameOf(decided.by)}, {dayWords(decided.decided)}){' '}
          {writes && <a href={`/children/${child}/supervision-intervals/${decided.id}/correct`}>Put right</a>}
        </p>
      )}
    </Card>
  )
}
export const Samples: FC<ChildShown> = ({ samples, entries, child, nameOf, writes, audits, me }) => {
  const may =
    (writes || audits) &&
    entries.filter(
      ({ kind, line, worker, supervisor }) =>
        kind === 'full' && worker !== me && supervisor !== me && !samples.some(({ entry }) => entry === line),
    )
  const [next] = may === false ? [] : may
  return (
    <Card title="Dip samples of these records" count={samples.length} tone="quiet">
      {samples.length === 0 && <p class="kith-quiet">None was sampled, or they are not for you.</p>}
      {samples.map((one) => (
        <Details summary={`${dayWords(one.sampled)}, ${nameOf(one.by)}`}>
          <Facts
            kind="down"
            facts={RUBRIC_ITEMS.map((item) => ({
              name: RUBRIC[item],
              fact: { words: Object.entries(GIVEN).find(([mark]) => Number(mark) === one.marks[item])?.[1] ?? '' },
            }))}
          />
          <p>{one.words?.good}</p>
          <p>{one.words?.better}</p>
        </Details>
      ))}
      {next !== undefined && (
        <p class="kith-no-print">
          <Button kind="secondary" href={`/children/${child}/supervision-samples/${next.line}/record`}>
            Sample the one of {dayWords(next.held)}
          </Button>
        </p>
      )}
    </Card>
  )
}
