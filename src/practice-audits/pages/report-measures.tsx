// Measures of the report: duties before and after an audit, agreement of two auditors, and what was handed in against plan.
import type { FC } from 'hono/jsx'
import { apart, shareOf, shareWords } from '#agreement'
import { day, formatLongDay, type IsoDay } from '#calendar'
import { Card, DutyTable, EmptyState } from '#look'
import type { Scale } from '../questions.ts'
import type { BeforeAfter, Loop, ThemeCount } from '../report-store.ts'
import { GRADES } from '../scale.ts'
import { agreementOf, type Month, type ReportedAudit } from '../trends.ts'
import type { TagLine } from './show-themes.tsx'

export type Report = {
  readonly since: IsoDay
  readonly until: IsoDay
  readonly audits: readonly ReportedAudit[]
  readonly themes: readonly ThemeCount[]
  readonly loop: Loop
  readonly compared: readonly BeforeAfter[]
  readonly months: readonly Month[]
  readonly lines: readonly TagLine[]
  /** As the council says it today. */
  readonly scale: Scale
}
/** 'November 2026' */
export const monthWords = (month: string): string =>
  formatLongDay(day(`${month.slice(0, 7)}-01`)).replace(/^\D*\d+ /, '')

const NONE = { of: 0, n: 0 }
export const Compared: FC<Report> = ({ compared }) => {
  const share = (whose: BeforeAfter['whose'], when: BeforeAfter['when']) => {
    const { of, n } = compared.find((one) => one.whose === whose && one.when === when) ?? NONE
    return shareOf(of, n)
  }
  const [before, after] = [share('audited', 'before'), share('audited', 'after')]
  const [then, now] = [share('rest', 'before'), share('rest', 'after')]
  return (
    <Card title="Duties met in time, before and after an audit" flush>
      <DutyTable
        caption="Duties met in time in the 90 days before and after, of children audited 90 to 180 days ago and of the rest"
        columns={['Children', 'Before', 'After', 'Change']}
        rows={[
          {
            head: 'Audited 90 to 180 days ago',
            cells: [
              shareWords(before),
              shareWords(after),
              apart(before, after) ? 'Changed' : 'Too few to tell: intervals touch',
            ],
          },
          {
            head: 'The rest',
            cells: [
              shareWords(then),
              shareWords(now),
              apart(then, now) ? 'Changed' : 'Too few to tell: intervals touch',
            ],
          },
        ]}
      />
      <div class="kith-card__body kith-note">
        A difference beside the rest does not say that the audit caused it. Duties that the record cannot know are in no
        number.
      </div>
    </Card>
  )
}
export const Agree: FC<Report> = ({ audits, scale }) => {
  const { n, same, lower, higher, kappa, table } = agreementOf(audits)
  return (
    <Card title="Do two auditors agree?" flush>
      {n === 0 ? (
        <EmptyState>No audit has a second grade yet.</EmptyState>
      ) : (
        <>
          <DutyTable
            caption="First grade by row, second grade, given blind, by column"
            columns={['First grade', ...GRADES.map((grade) => scale.words[grade])]}
            numbers={[0, 1, 2, 3]}
            rows={GRADES.map((grade, at) => ({ head: scale.words[grade], cells: (table[at] ?? []).map(String) }))}
          />
          <div class="kith-card__body">
            The same grade: {shareWords(same)}. The second was lower {lower} times, higher {higher} times.{' '}
            {kappa === undefined
              ? 'Agreement beyond chance cannot be reckoned from these.'
              : `Agreement beyond chance (kappa, linear weights): ${kappa.kappa.toFixed(2)} (${kappa.low.toFixed(2)} to ${kappa.high.toFixed(2)}), of ${kappa.n}. We ask for 0.60: our own number.`}
          </div>
        </>
      )}
    </Card>
  )
}
export const Activity: FC<Report> = ({ months }) => (
  <Card title="Audits handed in against plan" flush>
    {months.length === 0 ? (
      <EmptyState>No round was planned in this time.</EmptyState>
    ) : (
      <DutyTable
        caption="Audits handed in against plan, by month"
        columns={['Month', 'Planned', 'Handed in', 'Against plan']}
        numbers={[0, 1]}
        rows={months.map(({ month, planned, done, dip }) => ({
          head: monthWords(month),
          cells: [
            String(planned),
            String(done),
            dip
              ? 'Less than half of the plan'
              : planned === 0
                ? 'Nothing was planned'
                : done >= planned
                  ? 'As planned'
                  : 'Less than planned',
          ],
        }))}
      />
    )}
  </Card>
)
