// Disputes, for reviewing officers, managers and leaders: where each stands and until when; and what changed for the child.
import type { FC } from 'hono/jsx'
import { day, dayOf, dayWords, type IsoDay, numberOf } from '#calendar'
import { counted, dueWords } from '#child-frame'
import { childrenCalled } from '#children'
import { type Asking, readParts } from '#database'
import { Card, DueMark, DutyTable, EmptyState, NotKnown, PageHead, Pages, PersonChip, pageOf, Stack } from '#look'
import { noteShown } from '#overview'
import {
  DISPUTE_ABOUT,
  DISPUTE_OUTCOMES,
  disputesOpen,
  disputesOver,
  disputesStanding,
  formalSince,
  NOT_TOLD_YET,
  type OpenDispute,
  owedTelling,
  type StandingDispute,
  type Step,
  stepsOf,
  TIER_WORDS,
  TIERS,
  type Tier,
  tierDays,
  wholeBy,
  wordsOf,
} from '#reviewing'
import { type Answer, page, type Visit } from '#web'

export type Standing = {
  readonly dispute: OpenDispute
  /** The tier at which it stands. */
  readonly now: Step | undefined
  /** The last of the twenty working days; undefined: it has reached no manager. */
  readonly whole: number | undefined
}
/** With the highest tier first, of one tier the first due first; `children` null: of all whom the asker sees. */
export async function disputesNow(
  asking: Asking,
  children: readonly string[] | null,
  today: IsoDay,
): Promise<readonly Standing[]> {
  const [all, days] = [await disputesOpen(asking, children), await tierDays(asking, today)]
  const rank = ({ now }: Standing): number => (now === undefined ? -1 : TIERS.indexOf(now.tier))
  return all
    .map((dispute) => {
      const steps = stepsOf(dispute, numberOf(today), days)
      const since = formalSince(steps)
      return { dispute, now: steps.at(-1), whole: since === undefined ? undefined : wholeBy(since) }
    })
    .toSorted((a, b) => rank(b) - rank(a) || (a.now?.last ?? 0) - (b.now?.last ?? 0))
}

type Ended = { readonly dispute: StandingDispute; readonly reached: Tier | undefined }
/** Of one page: only their words are read. */
async function endedOf(
  asking: Asking,
  rows: Awaited<ReturnType<typeof disputesOver>>,
  today: IsoDay,
): Promise<readonly Ended[]> {
  if (rows.length === 0) return []
  const whole = await disputesStanding(asking, [...new Set(rows.map(({ child }) => child))])
  const days = await tierDays(asking, today)
  return rows.flatMap(({ line }) => {
    const dispute = whole.find((one) => one.line === line)
    const reached = dispute && stepsOf(dispute, numberOf(today), days).at(-1)?.tier
    return dispute === undefined ? [] : [{ dispute, reached }]
  })
}

type Listed<Row> = {
  readonly page: number
  readonly pages: number
  readonly of: number
  readonly rows: readonly Row[]
}
type Shown = {
  readonly open: Listed<Standing>
  readonly over: Listed<Ended>
  readonly beyond: number
  readonly names: ReadonlyMap<string, string>
  readonly today: IsoDay
}

export async function showDisputes({ door, who, today, query }: Visit): Promise<Answer> {
  const shown = await door.as(who, async (asking): Promise<Shown> => {
    const [open, over] = [await disputesNow(asking, null, today), await disputesOver(asking)]
    const first = pageOf(open, Number(query('page') ?? 1))
    const second = pageOf(over, Number(query('over') ?? 1))
    const ids = [
      ...new Set([...first.rows.map(({ dispute }) => dispute.child), ...second.rows.map(({ child }) => child)]),
    ]
    await noteShown(asking, ids)
    return {
      open: { ...first, of: open.length },
      over: { ...second, of: over.length, rows: await endedOf(asking, second.rows, today) },
      beyond: open.filter(({ whole }) => whole !== undefined && whole < numberOf(today)).length,
      ...{ today, names: await childrenCalled(asking, ids) },
    }
  })
  return page({ title: 'Disputes', here: '/reviews', main: <Disputes {...shown} /> })
}

const Disputes: FC<Shown> = (shown) => {
  const { open, over, beyond } = shown
  return (
    <>
      <PageHead
        title="Disputes"
        lead={
          <>
            <strong>{counted(open.of, 'dispute')} open</strong>
            {open.of > 0 &&
              (beyond === 0 ? ', none beyond its twenty working days' : `, ${beyond} beyond the twenty working days`)}
            . What reviewing officers ask for children, until their lives have changed.
          </>
        }
      />
      <Stack>
        <Open {...shown} />
        <Pages {...open} to={(number) => `/disputes?page=${number}&over=${over.page}`} links />
        <Over {...shown} />
        <Pages {...over} to={(number) => `/disputes?page=${open.page}&over=${number}`} links />
      </Stack>
    </>
  )
}

const childCell = ({ child, line }: Pick<OpenDispute, 'child' | 'line'>, names: Shown['names']) => (
  <PersonChip id={child} name={names.get(child) ?? 'a child'} to={`/children/${child}/disputes/${line}`} />
)
const tierWords = (tier: Tier, rose: boolean): string => `${TIER_WORDS[tier]}${rose ? ', rose by itself' : ''}`

const Open: FC<Shown> = ({ open: { rows, of }, names, today }) => (
  <Card title="Open" count={of} flush>
    {of === 0 ? (
      <EmptyState>No dispute is open.</EmptyState>
    ) : (
      <DutyTable
        caption="Open disputes"
        columns={['Child', 'About', 'Stands with', 'Answer due', 'The twenty days']}
        rows={rows.map(({ dispute, now, whole }) => ({
          head: childCell(dispute, names),
          cells: [
            wordsOf(DISPUTE_ABOUT, dispute.about),
            now === undefined ? 'Nobody yet' : tierWords(now.tier, now.stage === undefined),
            now?.last === undefined ? (
              <NotKnown />
            ) : (
              <DueMark
                {...dueWords(now.last, numberOf(today))}
                note={now.last < numberOf(today) ? `was ${dayWords(dayOf(now.last))}` : undefined}
              />
            ),
            whole === undefined ? 'Not begun: it is informal' : `End ${dayWords(dayOf(whole))}`,
          ],
        }))}
      />
    )}
  </Card>
)

const toldWords = ({ end, tellings }: StandingDispute): string => {
  const owed = end && owedTelling(day(end.happened), tellings)
  if (owed !== undefined)
    return owed.notYet === undefined ? 'Not yet' : `Not yet: ${wordsOf(NOT_TOLD_YET, owed.notYet.why).toLowerCase()}`
  const told = tellings.find(
    (one) => one.told && one.about === 'what came of it' && one.happened >= (end?.happened ?? ''),
  )
  return dayWords(told?.happened ?? '')
}

const Over: FC<Shown> = ({ over: { rows, of }, names }) => (
  <Card title="Over: what changed for the child" count={of} tone="good" flush>
    {of === 0 ? (
      <EmptyState>No dispute has ended yet.</EmptyState>
    ) : (
      <DutyTable
        caption="Disputes that are over, with what changed for the child"
        columns={['Child', 'About', 'What changed', 'Reached', 'Over', 'The child is told']}
        rows={rows.map(({ dispute, reached }) => {
          const said = readParts(dispute.end?.words, ['changed', 'why'])
          return {
            head: childCell(dispute, names),
            cells: [
              wordsOf(DISPUTE_ABOUT, dispute.about),
              said === undefined ? <NotKnown words="Taken out of sight" /> : said.changed || `Withdrawn: ${said.why}`,
              reached === undefined ? 'Nobody' : TIER_WORDS[reached],
              `${wordsOf(DISPUTE_OUTCOMES, dispute.end?.outcome ?? '')}, ${dayWords(dispute.end?.happened ?? '')}`,
              toldWords(dispute),
            ],
          }
        })}
      />
    )}
  </Card>
)
