// The report to the board, on screen and on paper: grades drawn at random, agreement, the loop, what differs, before and after, activity against plan.
import type { Child, FC } from 'hono/jsx'
import { shareOf, shareWords } from '#agreement'
import { addDays, addYears, dayWords, type IsoDay } from '#calendar'
import type { Asking } from '#database'
import { Card, capital, DutyTable, EmptyState, Facts, PageHead, Stack } from '#look'
import { type Answer, page, type Visit } from '#web'
import { asked, QUESTIONS } from '../questions-data.ts'
import { beforeAndAfter, elsewhereCounts, loopCounts, reportedAudits, tagCounts, themeCounts } from '../report-store.ts'
import { councilRows, scaleNow } from '../round-store.ts'
import { GRADES, THEMES } from '../scale.ts'
import { activityOf, againOf, quartersOf } from '../trends.ts'
import { Activity, Agree, Compared, type Report } from './report-measures.tsx'
import { TagTable, tagLines } from './show-themes.tsx'

const YEARS = 2
/** What the page shows, of two years up to today. */
export async function reportOf(asking: Asking, today: IsoDay): Promise<Report> {
  const span = { since: addYears(today, -YEARS), until: today }
  const audits = await reportedAudits(asking, span)
  const middle = addDays(today, -90)
  const audited = [
    ...new Set(
      audits
        .filter(({ submitted }) => submitted !== null && submitted <= middle && submitted > addDays(middle, -90))
        .map(({ child }) => child),
    ),
  ]
  const planned = new Map<string, number>()
  for (const { month, wanted, due } of await councilRows(asking, 'kith.audit_round'))
    if (month >= span.since && due <= today)
      planned.set(month.slice(0, 7), (planned.get(month.slice(0, 7)) ?? 0) + wanted)
  return {
    ...{ ...span, audits, themes: await themeCounts(asking, span), loop: await loopCounts(asking, span) },
    compared: await beforeAndAfter(asking, { audited, from: addDays(middle, -90), middle, to: today }),
    scale: await scaleNow(asking),
    months: activityOf(
      planned,
      audits.flatMap(({ submitted, drawn }) => (submitted === null || drawn === 're-audit' ? [] : [submitted])),
      today,
    ),
    lines: tagLines(
      await tagCounts(asking, { since: addYears(today, -1) }),
      await elsewhereCounts(asking, { since: addYears(today, -1), until: today }),
    ),
  }
}

/** GET /audits/report */
export async function showReport({ door, who, today }: Visit): Promise<Answer> {
  const report = await door.as(who, async (asking) => await reportOf(asking, today))
  return page({
    title: 'Report to the board: practice audits',
    here: '/audits',
    main: (
      <>
        <ReportPage {...report} />
      </>
    ),
  })
}

const ReportPage: FC<Report> = (report) => (
  <>
    <PageHead
      title="Practice audits: report to the board"
      lead={`${dayWords(report.since)} to ${dayWords(report.until)} · ${report.audits.length} audits · intervals are of 95 %, after Wilson`}
    />
    <Stack>
      <Trend {...report} />
      <ByTheme {...report} />
      <Again {...report} />
      <Changed {...report} />
      <Compared {...report} />
      <Agree {...report} />
      <Activity {...report} />
      <Card title="Where themes come up, last twelve months" flush>
        <TagTable lines={report.lines} />
        <div class="kith-card__body kith-note">
          Audits, disputes, complaints, times missing and what children said. A complaint about two things is counted at
          both.
        </div>
      </Card>
    </Stack>
  </>
)
const CHANGE = { better: 'Better than the quarter before', worse: 'Worse than the quarter before' } as const
const Trend: FC<Report> = ({ audits, scale }) => {
  const quarters = quartersOf(audits)
  return (
    <Card title="Practice, of audits drawn at random" flush>
      {quarters.length === 0 ? (
        <EmptyState>No audit that was drawn at random is handed in yet.</EmptyState>
      ) : (
        <DutyTable
          caption="Grades of practice by quarter, of audits drawn at random"
          columns={['Quarter', 'Audits', ...GRADES.map((grade) => scale.words[grade]), 'Good or better', 'Change']}
          numbers={[0, 1, 2, 3, 4]}
          rows={quarters.map(({ quarter, n, grades, good, change }, at) => ({
            head: quarter,
            cells: [
              String(n),
              ...GRADES.map((grade) => String(grades[grade])),
              shareWords(good),
              at === 0 ? '' : change === undefined ? 'Too few to tell: intervals touch' : CHANGE[change],
            ],
          }))}
        />
      )}
      <div class="kith-card__body kith-note">
        The moderated grade is the reported one. Audits that were chosen, or look again, are not in this table.
      </div>
    </Card>
  )
}
const ByTheme: FC<Report> = ({ themes }) => (
  <Card title="By theme, of audits drawn at random" flush>
    {themes.length === 0 ? (
      <EmptyState>No theme is graded yet.</EmptyState>
    ) : (
      <DutyTable
        caption="Themes: good or better"
        columns={['Theme', 'Graded', 'Good or better', 'Not enough to tell']}
        numbers={[0]}
        rows={THEMES.map((theme) => {
          const own = themes.filter((one) => one.theme === theme)
          const n = (holds: (grade: string) => boolean) =>
            own.filter(({ grade }) => holds(grade)).reduce((sum, one) => sum + one.n, 0)
          const graded = n((grade) => grade !== 'not enough to tell')
          return {
            head: capital(asked(QUESTIONS[theme].title, 'the child')),
            cells: [
              String(graded),
              shareWords(
                shareOf(
                  n((grade) => grade === 'good' || grade === 'outstanding'),
                  graded,
                ),
              ),
              String(n((grade) => grade === 'not enough to tell')),
            ],
          }
        })}
      />
    )}
  </Card>
)
const Again: FC<Report> = ({ audits }) => {
  const { n, better, same, worse } = againOf(audits)
  return (
    <Card title="Looked at again">
      {n === 0 ? (
        <EmptyState>No record was audited again and graded.</EmptyState>
      ) : (
        <Facts
          kind="wide"
          facts={[
            {
              name: 'Better than before',
              fact: {
                words: shareWords(better),
                note: 'Some would improve by chance: they were chosen because they were low.',
              },
            },
            { name: 'The same', fact: { words: `${same} of ${n}` } },
            { name: 'Worse', fact: { words: `${worse} of ${n}` } },
          ]}
        />
      )}
    </Card>
  )
}
const fact = (name: string, words: Child, note?: string) => ({ name, fact: { words, note } })
const Changed: FC<Report> = ({ loop, audits }) => {
  const handed = audits.filter(({ submitted }) => submitted !== null).length
  const said = loop.clear + loop.some + loop.early + loop.none
  return (
    <Card title="What came of it for children">
      <Facts
        kind="wide"
        facts={[
          fact(
            'Life is clearly different',
            shareWords(shareOf(loop.clear, said)),
            `${loop.some} somewhat, ${loop.early} too early to tell, ${loop.none} not yet`,
          ),
          fact('Findings to improve', String(loop.findings)),
          fact(
            'Actions verified by somebody else',
            String(loop.verified),
            `${loop.waiting} were read again and are not done yet`,
          ),
          fact(
            'Audits closed',
            shareWords(shareOf(audits.filter(({ closed }) => closed !== null).length, handed)),
            'Nothing closes with an action that is not verified.',
          ),
          fact('The child was heard', shareWords(shareOf(loop.child, handed))),
          fact('A carer was heard', shareWords(shareOf(loop.carer, handed))),
          fact('A parent was heard', shareWords(shareOf(loop.parent, handed))),
        ]}
      />
    </Card>
  )
}
