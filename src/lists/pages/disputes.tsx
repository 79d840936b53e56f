// Disputes, for reviewing officers, managers and leaders: where each stands and until when; and what changed for the child.
import type { FC } from 'hono/jsx'
import { dayOf, dayWords, type IsoDay, numberOf } from '#calendar'
import { counted, dueWords } from '#child-frame'
import { childrenCalled } from '#children'
import { type Asking, readParts } from '#database'
import { Card, DueMark, DutyTable, EmptyState, NotKnown, PageHead, PersonChip, Stack } from '#look'
import { noteShown } from '#overview'
import {
  DISPUTE_ABOUT,
  DISPUTE_OUTCOMES,
  disputesStanding,
  formalSince,
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
  readonly dispute: StandingDispute
  /** The tier at which it stands, or stood last. */
  readonly now: Step | undefined
  /** The last of the twenty working days; undefined: it has reached no manager. */
  readonly whole: number | undefined
}
/** Open ones with the highest tier first, of one tier the first due first; `children` null: of all whom the asker sees. */
export async function disputesNow(
  asking: Asking,
  children: readonly string[] | null,
  today: IsoDay,
): Promise<readonly Standing[]> {
  const [all, days] = [await disputesStanding(asking, children), await tierDays(asking, today)]
  const rank = ({ now }: Standing): number => (now === undefined ? -1 : TIERS.indexOf(now.tier))
  return all
    .map((dispute) => {
      const steps = stepsOf(dispute, numberOf(today), days)
      const since = formalSince(steps)
      return { dispute, now: steps.at(-1), whole: since === undefined ? undefined : wholeBy(since) }
    })
    .toSorted((a, b) => rank(b) - rank(a) || (a.now?.last ?? 0) - (b.now?.last ?? 0))
}
export const isOpen = ({ dispute }: Standing): boolean => dispute.end === undefined

type Shown = {
  readonly all: readonly Standing[]
  readonly names: ReadonlyMap<string, string>
  readonly today: IsoDay
}
const MOST = 100

export async function showDisputes({ door, who, today }: Visit): Promise<Answer> {
  const shown = await door.as(who, async (asking): Promise<Shown> => {
    const all = await disputesNow(asking, null, today)
    const ids = [...new Set(all.map(({ dispute }) => dispute.child))]
    await noteShown(asking, ids)
    return { all, today, names: await childrenCalled(asking, ids) }
  })
  return page({ title: 'Disputes', here: '/reviews', main: <Disputes {...shown} /> })
}

const Disputes: FC<Shown> = (shown) => {
  const { all, today } = shown
  const open = all.filter(isOpen)
  const beyond = open.filter(({ whole }) => whole !== undefined && whole < numberOf(today)).length
  return (
    <>
      <PageHead
        title="Disputes"
        lead={
          <>
            <strong>{counted(open.length, 'dispute')} open</strong>
            {open.length > 0 &&
              (beyond === 0 ? ', none beyond its twenty working days' : `, ${beyond} beyond the twenty working days`)}
            . What reviewing officers ask for children, until their lives have changed.
          </>
        }
      />
      <Stack>
        <Open {...shown} all={open} />
        <Over {...shown} all={all.filter((one) => !isOpen(one))} />
      </Stack>
    </>
  )
}

const childCell = ({ child, line }: StandingDispute, names: Shown['names']) => (
  <PersonChip id={child} name={names.get(child) ?? 'a child'} to={`/children/${child}/disputes/${line}`} />
)
const tierWords = (tier: Tier, rose: boolean): string => `${TIER_WORDS[tier]}${rose ? ', rose by itself' : ''}`

const Open: FC<Shown> = ({ all, names, today }) => (
  <Card title="Open" count={all.length} flush>
    {all.length === 0 ? (
      <EmptyState>No dispute is open.</EmptyState>
    ) : (
      <DutyTable
        caption="Open disputes"
        columns={['Child', 'About', 'Stands with', 'Answer due', 'The twenty days']}
        rows={all.slice(0, MOST).map(({ dispute, now, whole }) => ({
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

const Over: FC<Shown> = ({ all, names }) => (
  <Card title="Over: what changed for the child" count={all.length} tone="good" flush>
    {all.length === 0 ? (
      <EmptyState>No dispute has ended yet.</EmptyState>
    ) : (
      <DutyTable
        caption="Disputes that are over, with what changed for the child"
        columns={['Child', 'About', 'What changed', 'Reached', 'Over']}
        rows={all
          .toSorted((a, b) => ((a.dispute.end?.happened ?? '') < (b.dispute.end?.happened ?? '') ? 1 : -1))
          .slice(0, MOST)
          .map(({ dispute, now }) => {
            const said = readParts(dispute.end?.words, ['changed', 'why'])
            return {
              head: childCell(dispute, names),
              cells: [
                wordsOf(DISPUTE_ABOUT, dispute.about),
                said === undefined ? <NotKnown words="Taken out of sight" /> : said.changed || `Withdrawn: ${said.why}`,
                now === undefined ? 'Nobody' : TIER_WORDS[now.tier],
                `${wordsOf(DISPUTE_OUTCOMES, dispute.end?.outcome ?? '')}, ${dayWords(dispute.end?.happened ?? '')}`,
              ],
            }
          })}
      />
    )}
  </Card>
)
