// Checks of bias for leaders: what must not count is turned and changes no list; whether the same homes stand first; and how groups of children live.
import type { Child, FC } from 'hono/jsx'
import { formatLongDay, type IsoDay } from '#calendar'
import { homesReader } from '#carers'
import { counted } from '#child-frame'
import { wordOf } from '#drafts'
import { type Concentration, FEW, type GroupTold } from '#fair-matching'
import { GOES, STAGES, WHY_NO } from '#home-requests'
import { Card, capital, DueMark, DutyTable, EmptyState, PageHead, Stack } from '#look'
import { type Answer, page, type Visit } from '#web'
import { BY, type By, differencesBy, fewTold, firstsOf, refusalsOf, type SwapTold, swapsOf } from '../fairness.ts'
import { boardNow, livingSo, type NosOf, nosOf } from '../store.ts'

export const FAIR = '/homes/fairness'
type Shown = {
  readonly today: IsoDay
  readonly swaps: SwapTold
  readonly firsts: Concentration
  readonly called: ReadonlyMap<string, string>
  readonly nos: NosOf
  readonly groups: readonly { readonly by: By; readonly told: readonly GroupTold[] }[]
}
const isBy = (text: string): text is By => Object.hasOwn(BY, text)

/** GET /homes/fairness */
export const showFairness =
  (code: string) =>
  async ({ door, who, today }: Visit): Promise<Answer> => {
    const shown = await door.as(who, async (asking): Promise<Shown> => {
      const board = await boardNow(asking, { today, code })
      const living = await livingSo(asking, today)
      return {
        ...{ today, swaps: swapsOf(board), firsts: firstsOf(board) },
        nos: await nosOf(asking, today),
        called: new Map([...(await homesReader(asking).words())].map(([line, { name }]) => [line, name])),
        groups: Object.keys(BY)
          .filter(isBy)
          .map((by) => ({ by, told: differencesBy(living, by) })),
      }
    })
    return page({ title: 'Does matching treat alike?', here: '/homes', main: <Fairness {...shown} /> })
  }

const Fairness: FC<Shown> = ({ today, swaps, firsts, called, nos, groups }) => (
  <>
    <PageHead
      title="Does matching treat alike?"
      lead={`Checked on ${formatLongDay(today)}, on everybody who waits and lives in care whom you may see.`}
      actions={<a href="/homes/board">All who wait, and all places</a>}
    />
    <Stack>
      <SwapCard swaps={swaps} />
      <FirstsCard firsts={firsts} called={called} />
      <NosCard nos={nos} called={called} />
      <LooksCard nos={nos} />
      {groups.map(({ by, told }) => (
        <GroupsCard by={by} told={told} />
      ))}
      <p class="kith-note">
        Groups of fewer than five are hidden, with the next that would give them away. Miles are those of distance that
        fails: who lives far because it is right for them, or is settled, is not in them. Days of waiting come with
        requests for a home. A difference is a question, not an answer: ask why.
      </p>
    </Stack>
  </>
)

const SwapCard: FC<{ readonly swaps: SwapTold }> = ({ swaps }) => (
  <Card title="What must not count">
    {swaps.lists === 0 ? (
      <EmptyState>Nobody waits, so there is no list to check.</EmptyState>
    ) : (
      <>
        <p>
          Ethnic origin, faith, nationality, disability, sexuality, gender identity, whether they came alone, and sex
          were turned one by one on {counted(swaps.lists, 'list')}: {counted(swaps.turned, 'time')}.
        </p>
        {swaps.moved.length === 0 ? (
          <p>
            <DueMark mark="done" words="No list changed" />
          </p>
        ) : (
          swaps.moved.map(({ field, lists }) => (
            <p>
              <DueMark mark="late" words={`${capital(field)} changed ${counted(lists, 'list')}`} />
            </p>
          ))
        )}
      </>
    )}
  </Card>
)

const percent = (share: number): string => `${Math.round(share * 100)} %`
const FirstsCard: FC<{ readonly firsts: Concentration; readonly called: Shown['called'] }> = ({ firsts, called }) => (
  <Card title="Who stands first" flush>
    {firsts.lists === 0 ? (
      <EmptyState>No list has a first home.</EmptyState>
    ) : (
      <>
        <p class="kith-card__note">
          The busiest tenth of homes stands first on {percent(firsts.share)} of {counted(firsts.lists, 'list')}.{' '}
          {firsts.alert ? 'That is many: look whether others are overlooked.' : 'That is no reason to look closer.'}
        </p>
        <DutyTable
          caption="Homes that stand first most often"
          columns={['Home', 'Stands first']}
          numbers={[0]}
          rows={firsts.busiest.map(({ home, firsts: count }) => ({
            head: <a href={`/homes/${home}`}>{called.get(home) ?? 'A home'}</a>,
            cells: [count],
          }))}
        />
      </>
    )}
  </Card>
)

type NosShown = { readonly nos: NosOf; readonly called: Shown['called'] }
const NosCard: FC<NosShown> = ({ nos, called }) => {
  const { told: homes, few } = refusalsOf(nos.homes)
  return (
    <Card title="Who says no, and why" flush>
      <p class="kith-card__note">
        Asked in a year: {count(nos.asked)}. Answered with a no: {count(nos.no)}. It says what homes lack, and what to
        recruit for; it counts in no list, and against nobody.
        {few > 0 && ` ${counted(few, 'home')} asked fewer than five times ${few === 1 ? 'is' : 'are'} in no line.`}
      </p>
      {nos.reasons.length > 0 && (
        <DutyTable
          caption="Why homes said no"
          columns={['Why', 'Times']}
          numbers={[0]}
          rows={nos.reasons.map(({ reason, times }) => ({
            head: wordOf(WHY_NO, reason) ?? reason,
            cells: [count(times)],
          }))}
        />
      )}
      {homes.length > 0 && (
        <DutyTable
          caption="Homes that were asked five times or more"
          columns={['Home', 'Asked', 'Said no']}
          numbers={[0, 1]}
          rows={homes.map(({ home, asked, no }) => ({
            head: <a href={`/homes/${home}`}>{called.get(home) || 'A home'}</a>,
            cells: [asked, count(no)],
          }))}
        />
      )}
    </Card>
  )
}
const count = (of: number): string => {
  const told = fewTold(of)
  return told === FEW ? 'fewer than five' : String(told)
}
const LooksCard: FC<Pick<NosShown, 'nos'>> = ({ nos: { looks } }) => (
  <Card title="Did the reasons hold?" flush>
    {looks.length === 0 ? (
      <EmptyState>Nobody has looked again at a new home within a year.</EmptyState>
    ) : (
      <DutyTable
        caption="What followed when a new home was looked at again, within a year"
        columns={['Which look', ...Object.values(GOES)]}
        numbers={Object.keys(GOES).map((_, at) => at)}
        rows={Object.entries(STAGES).map(([stage, words]) => ({
          head: words,
          cells: Object.keys(GOES).map((goes) =>
            count(looks.find((one) => one.stage === stage && one.goes === goes)?.times ?? 0),
          ),
        }))}
      />
    )}
  </Card>
)
function told(value: GroupTold['over20'], words: (known: number) => string): Child {
  if (value === undefined) return <span class="kith-quiet">not known</span>
  return value === FEW ? 'too few to say' : words(value)
}
const GroupsCard: FC<{ readonly by: By; readonly told: readonly GroupTold[] }> = ({ by, told: groups }) => (
  <Card title={BY[by]} flush>
    {groups.length === 0 ? (
      <EmptyState>No child whom you may see is in care.</EmptyState>
    ) : (
      <DutyTable
        caption={`How children live, by ${BY[by].toLowerCase()}`}
        columns={['Group', 'Children', 'Miles, in the middle', 'Over 20 miles', 'With brothers and sisters']}
        numbers={[0, 1, 2, 3]}
        rows={groups.map((group) => ({
          head: capital(group.group),
          cells: [
            told(group.children, String),
            told(group.medianMiles, (miles) => miles.toFixed(1)),
            told(group.over20, percent),
            told(group.together, percent),
          ],
        }))}
      />
    )}
  </Card>
)
