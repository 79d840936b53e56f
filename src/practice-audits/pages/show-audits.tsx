// Quality: worries without an answer, what waits for the reader, late audits with whom they stand, every round; and the audits of one child.
import type { FC } from 'hono/jsx'
import { dayWords, type IsoDay } from '#calendar'
import { childrenCalled } from '#children'
import type { Asking } from '#database'
import { wordOf } from '#drafts'
import { Button, Card, DueMark, DutyTable, EmptyState, PageHead, Pages, pageOf, Stack } from '#look'
import { type Answer, page, type Visit } from '#web'
import { workersCalled } from '#workforce'
import { againOwed, type Owed, owedOf } from '../loop.ts'
import type { Scale } from '../questions.ts'
import { auditsStanding, councilRows, type Round, type Standing } from '../round-store.ts'
import { isGrade } from '../scale.ts'
import { auditAddress, numbersOn } from './audit-form.tsx'
import { monthWords } from './report-measures.tsx'
import { KINDS } from './round-forms.tsx'
import { Worries, type WorryShown, worriesNow } from './worries.tsx'

export type Named = { readonly children: ReadonlyMap<string, string>; readonly workers: ReadonlyMap<string, string> }
export async function namedIn(
  asking: Asking,
  audits: readonly Pick<Standing, 'child' | 'auditor' | 'moderator'>[],
): Promise<Named> {
  const children = [...new Set(audits.map(({ child }) => child))]
  const people = audits.flatMap(({ auditor, moderator }) => [auditor, ...(moderator === null ? [] : [moderator])])
  return {
    children: children.length === 0 ? new Map() : await childrenCalled(asking, children),
    workers: await workersCalled(asking, people),
  }
}
/** As the reader may know them: by name, or by their place in the sample. */
export const calledIn = ({ children }: Named, { child, place }: Pick<Standing, 'child' | 'place'>): string =>
  children.get(child) ?? (place > 0 ? `Child ${place} of the sample` : 'A child')

export function stateWords(one: Standing): string {
  if (one.closed !== null) return `Closed ${dayWords(one.closed)}`
  if (one.second_on !== null) return 'Findings and actions'
  if (one.moderator !== null && one.submitted !== null) return 'Second grade'
  if (one.submitted !== null) return 'Handed in'
  return one.themes === 0 ? 'To begin' : `${one.themes} of ${one.parts} ${one.parts === 1 ? 'part' : 'parts'}`
}
export const gradeOf = ({ words }: Scale, { first, second }: Pick<Standing, 'first' | 'second'>): string => {
  const grade = second ?? first
  return isGrade(grade) ? `${words[grade]}${second === null ? ', first grade' : ''}` : ''
}

type Shown = {
  readonly rounds: readonly Round[]
  readonly paged: { readonly page: number; readonly pages: number; readonly of: number }
  readonly mine: readonly Standing[]
  readonly late: readonly { readonly one: Standing; readonly owed: Owed }[]
  readonly worries: readonly WorryShown[]
  readonly named: Named
  readonly lead: boolean
  readonly reports: boolean
  readonly today: IsoDay
}
const MOST_LATE = 50
/** GET /audits */
export async function showAudits({ door, who, me, query, today }: Visit): Promise<Answer> {
  const lead = me.parts.includes('quality-lead')
  const reports = lead || me.parts.includes('director')
  const shown = await door.as(who, async (asking): Promise<Shown> => {
    const every = await councilRows(asking, 'kith.audit_round')
    const { rows: rounds, ...pages } = pageOf(every, Number(query('page') ?? 1))
    const paged = { ...pages, of: every.length }
    const own = await auditsStanding(asking, { person: who.person })
    const mine = own.filter(
      (one) =>
        (one.auditor === who.person && one.submitted === null) ||
        (one.moderator === who.person && one.second_on === null),
    )
    const all = reports ? await auditsStanding(asking, { open: true }) : []
    const numbers = await numbersOn(asking, today)
    const unseen = reports ? await auditsStanding(asking, { unseen: true }) : []
    const late = [
      ...all.map((one) => ({ one, owed: owedOf(one, today, numbers) })),
      ...unseen.map((one) => ({ one, owed: againOwed(one, today, numbers) })),
    ]
      .flatMap(({ one, owed }) => (owed !== undefined && owed.due < today ? [{ one, owed }] : []))
      .toSorted((a, b) => (a.owed.due < b.owed.due ? -1 : 1))
    return {
      rounds,
      paged,
      mine,
      late: late.slice(0, MOST_LATE),
      worries: await worriesNow(asking, today),
      named: await namedIn(asking, [...mine, ...late.slice(0, MOST_LATE).map(({ one }) => one)]),
      lead,
      reports,
      today,
    }
  })
  return page({ title: 'Quality', here: '/audits', main: <Quality {...shown} /> })
}

const Quality: FC<Shown> = (shown) => {
  const { lead, reports } = shown
  return (
    <>
      <PageHead
        title="Quality"
        lead="Audits of practice, done with workers. Practice is graded, never a child."
        actions={lead && <Button href="/audits/record">Plan a round</Button>}
      />
      <Stack>
        <p class="kith-no-print">
          <a href="/audits/themes">Themes and learning</a>
          {' · '}
          <a href="/audits/questions">What audits ask</a>
          {reports && (
            <>
              {' · '}
              <a href="/audits/report">Report to the board</a>
            </>
          )}
        </p>
        <Worries worries={shown.worries} />
        <Mine {...shown} />
        {reports && <Late {...shown} />}
        <Rounds {...shown} />
      </Stack>
    </>
  )
}
const Mine: FC<Shown> = ({ mine, named, today }) => (
  <Card title="Yours to do" count={mine.length} flush>
    {mine.length === 0 ? (
      <EmptyState>No audit waits for you.</EmptyState>
    ) : (
      <DutyTable
        caption="Audits that wait for you"
        columns={['Child', 'What', 'By when']}
        rows={mine.map((one) => ({
          head: (
            <a class="kith-target" href={auditAddress(one.child, one.line)}>
              {calledIn(named, one)}
            </a>
          ),
          cells: [
            one.submitted === null ? stateWords(one) : 'Second grade, blind',
            <DueMark mark={one.due < today ? 'late' : 'soon'} words={dayWords(one.due)} />,
          ],
        }))}
      />
    )}
  </Card>
)
const OWED_WORDS = {
  'to hand in': 'To hand in',
  'second grade': 'Second grade',
  'look again': 'To look at again',
} as const
const Late: FC<Shown> = ({ late, named }) => (
  <Card title="Late, and with whom it stands" count={late.length} flush>
    {late.length === 0 ? (
      <EmptyState>No audit is late.</EmptyState>
    ) : (
      <DutyTable
        caption="Audits that are late: not handed in, without their second grade, or to be looked at again"
        columns={['Child', 'What', 'Whose', 'Was due', 'Stands with']}
        rows={late.map(({ one, owed }) => ({
          head: (
            <a class="kith-target" href={auditAddress(one.child, one.line)}>
              {calledIn(named, one)}
            </a>
          ),
          cells: [
            OWED_WORDS[owed.what],
            owed.what === 'look again'
              ? 'nobody yet'
              : (named.workers.get((owed.what === 'to hand in' ? one.auditor : one.moderator) ?? '') ?? 'nobody yet'),
            <DueMark mark="late" words={dayWords(owed.due)} />,
            `The ${owed.with}`,
          ],
        }))}
      />
    )}
  </Card>
)
const Rounds: FC<Shown> = ({ rounds, paged, lead }) => (
  <>
    <Card title="Rounds" count={paged.of} flush>
      {rounds.length === 0 ? (
        <EmptyState>{lead ? 'No round is planned. Plan the first.' : 'No round is planned yet.'}</EmptyState>
      ) : (
        <DutyTable
          caption="Rounds, the latest first"
          columns={['Round', 'Kind', 'Month', 'Children', 'Handed in by']}
          rows={rounds.map((round) => ({
            head: (
              <a class="kith-target" href={`/audits/${round.line}`}>
                {round.words.title || 'A round'}
              </a>
            ),
            cells: [
              wordOf(KINDS, round.kind),
              monthWords(round.month),
              round.drawn === null ? `${round.wanted}, not drawn` : String(round.wanted),
              dayWords(round.due),
            ],
          }))}
        />
      )}
    </Card>
    <Pages {...paged} to={(number) => `/audits?page=${number}`} links />
  </>
)
