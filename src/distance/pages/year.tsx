// The homes of a year beside the year before: new placements and planned moves, how near, school kept, together, and how often children moved.
import type { FC } from 'hono/jsx'
import { addMonths, formatDay, formatLongDay, type IsoDay, parseDay } from '#calendar'
import { counted } from '#child-frame'
import { childrenCalled } from '#children'
import { Card, Chips, DutyTable, EmptyState, InsetText, PageHead, Pages, pageOf, Stack } from '#look'
import { type Answer, page, type Visit } from '#web'
import { milesWords } from '../far.ts'
import { yearFacts } from '../store.ts'
import { type HomeBegun, isNear, judgedWords, type YearLine, yearLine } from '../year.ts'

export const YEAR = '/distance/year'
export const shareWords = ({ of, yes, notKnown }: YearLine['near']): string =>
  `${yes} of ${of}${notKnown === 0 ? '' : ` (${notKnown} not known)`}`

const SHOW = {
  all: { words: 'All', of: () => true },
  near: { words: 'Near', of: (home: HomeBegun) => isNear(home) === true },
  far: { words: 'Far', of: (home: HomeBegun) => isNear(home) === false },
  school: { words: 'School kept', of: ({ schoolKept }: HomeBegun) => schoolKept === true },
  together: { words: 'With brothers and sisters', of: ({ together }: HomeBegun) => together === true },
} as const
type Show = keyof typeof SHOW
const isShow = (text: string): text is Show => Object.hasOwn(SHOW, text)
const SHOWS = Object.keys(SHOW).filter(isShow)

type Row = HomeBegun & { readonly name: string }
type Shown = {
  readonly today: IsoDay
  readonly now: YearLine
  readonly before: YearLine
  readonly show: Show
  readonly rows: readonly Row[]
  readonly at: { readonly page: number; readonly pages: number; readonly of: number }
}

/** GET /distance/year */
export async function showYear({ door, who, query, today }: Visit): Promise<Answer> {
  const shown = await door.as(who, async (asking): Promise<Shown> => {
    const now = yearLine(await yearFacts(asking, today))
    const before = yearLine(await yearFacts(asking, addMonths(today, -12)))
    const asked = query('show') ?? ''
    const show = isShow(asked) ? asked : 'all'
    const own = now.counted.filter(SHOW[show].of)
    const { rows, ...at } = pageOf(own, Number(query('page') ?? 1))
    const children = rows.map(({ child }) => child)
    await asking.noteEach('read how near their new home is', children)
    const names = children.length === 0 ? new Map<string, string>() : await childrenCalled(asking, children)
    const named = rows.map((row) => ({ ...row, name: names.get(row.child) ?? 'A child whose name you may not see' }))
    return { today, now, before, show, rows: named, at: { ...at, of: own.length } }
  })
  return page({ title: 'New homes and planned moves', here: '/distance', main: <Year {...shown} /> })
}

const LINES: readonly (readonly [string, (line: YearLine) => string])[] = [
  ['Near: 20 miles or less', ({ near }) => shareWords(near)],
  ['School kept', ({ schoolKept }) => shareWords(schoolKept)],
  ['With brothers and sisters', ({ together }) => shareWords(together)],
  [
    'Times with brothers and sisters that happened',
    ({ siblingTimes }) => `${siblingTimes.happened} of ${siblingTimes.of}`,
  ],
  ['Moves, planned or not', ({ moves }) => String(moves)],
  ['Children in care on any day', ({ inCare }) => String(inCare)],
]
const Year: FC<Shown> = ({ today, now, before, show, rows, at }) => (
  <>
    <PageHead
      title="New homes and planned moves"
      lead={`Twelve months to ${formatLongDay(today)}: ${counted(now.counted.length, 'home')} that could be chosen, of children whom you may see.`}
      actions={<a href="/distance">Who lives far from home</a>}
    />
    <Stack>
      <InsetText>{judgedWords(now, before)}</InsetText>
      <Card title="This year and the year before" flush>
        <DutyTable
          caption="This year and the year before"
          columns={['What', 'This year', 'The year before']}
          rows={LINES.map(([what, of]) => ({ head: what, cells: [of(now), of(before)] }))}
        />
      </Card>
      <Chips
        label="Which homes"
        chips={SHOWS.map((one) => ({
          ...{ to: one === 'all' ? YEAR : `${YEAR}?show=${one}`, words: SHOW[one].words, current: one === show },
          count: now.counted.filter(SHOW[one].of).length,
        }))}
      />
      <Card title={SHOW[show].words} count={at.of} flush>
        {rows.length === 0 ? <EmptyState>No home of this year is so.</EmptyState> : <Homes rows={rows} />}
      </Card>
      <Pages {...at} to={(number) => `${YEAR}?${show === 'all' ? '' : `show=${show}&`}page=${number}`} links />
      <p class="kith-note">
        Counted: first homes of a time in care, and moves that were planned. A move of which nobody said whether it was
        planned is not counted. Few homes differ from year to year by chance.
      </p>
    </Stack>
  </>
)
const answered = (answer: boolean | null): string => (answer === null ? 'not said' : answer ? 'yes' : 'no')
const Homes: FC<{ readonly rows: readonly Row[] }> = ({ rows }) => (
  <DutyTable
    caption="Homes, the latest first"
    columns={['Child', 'Since', 'Which', 'How far', 'School kept', 'With brothers and sisters']}
    rows={rows.map((row) => ({
      head: <a href={`/children/${row.child}/where`}>{row.name}</a>,
      cells: [
        beganWords(row.began),
        row.first ? 'First home' : 'Planned move',
        milesWords(row),
        answered(row.schoolKept),
        answered(row.together),
      ],
    }))}
  />
)
const beganWords = (text: string): string => {
  const on = parseDay(text)
  return on === undefined ? text : formatDay(on)
}
