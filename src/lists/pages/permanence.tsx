// Permanence, child by child: in the order of what stands in the way, those who have waited longest first; nobody is ranked.
import type { FC } from 'hono/jsx'
import { daysBetween, formatDay, type IsoDay, parseDay } from '#calendar'
import { counted } from '#child-frame'
import { childrenCalled } from '#children'
import { Card, DutyTable, EmptyState, NotKnown, PageHead, Pages, PersonChip, pageOf, Stack } from '#look'
import { noteShown } from '#overview'
import { isOption, NO_PLAN, OPTIONS, permanenceOfAll, WAITS, type Waiting } from '#permanence'
import { type Answer, page, type Visit } from '#web'

const NONE = 'none'
const UNSEEN = 'unseen'
/** No plan at all comes first, then what lies with us. */
const WAYS: readonly { readonly key: string; readonly words: string }[] = [
  { key: NONE, words: NO_PLAN },
  ...Object.entries(WAITS).map(([key, words]) => ({ key, words })),
  { key: UNSEEN, words: 'Their plan is not for you to see' },
]
const wayOf = ({ planSeen, waitsFor }: Waiting): string => (planSeen ? (waitsFor ?? NONE) : UNSEEN)
/** Where no plan is written, a child waits from the day on which they came into care. */
const waitsSince = ({ planSeen, waitsFor, waitsSince: since, decided, inCare }: Waiting): IsoDay | undefined =>
  planSeen ? parseDay((waitsFor === null ? inCare : (since ?? decided)) ?? '') : undefined

type Shown = {
  readonly today: IsoDay
  readonly all: readonly Waiting[]
  readonly way: number
  readonly at: number
  readonly pages: number
  readonly rows: readonly Waiting[]
  readonly of: number
  readonly names: ReadonlyMap<string, string>
}

export async function showPermanence({ door, who, today, query }: Visit): Promise<Answer> {
  const shown = await door.as(who, async (asking): Promise<Shown> => {
    const all = await permanenceOfAll(asking, today)
    const filled = WAYS.findIndex(({ key }) => all.some((one) => wayOf(one) === key))
    const asked = Number(query('way') ?? filled)
    const way = WAYS[asked] === undefined ? Math.max(0, filled) : asked
    const own = all
      .filter((one) => wayOf(one) === WAYS[way]?.key)
      .toSorted((a, b) => ((waitsSince(a) ?? '9') < (waitsSince(b) ?? '9') ? -1 : 1))
    const { page: at, pages, rows } = pageOf(own, Number(query('page') ?? 1))
    const ids = rows.map(({ child }) => child)
    await noteShown(asking, ids)
    return { today, all, way, at, pages, rows, of: own.length, names: await childrenCalled(asking, ids) }
  })
  return page({ title: 'Permanence', here: '/reviews', main: <Tracker {...shown} /> })
}

const Tracker: FC<Shown> = (shown) => {
  const { all, way, at, pages, of } = shown
  const decided = all.filter(({ option }) => option !== null && option !== 'not decided').length
  const unseen = all.filter(({ planSeen }) => !planSeen).length
  return (
    <>
      <PageHead
        title="Permanence"
        lead={
          <>
            <strong>{counted(all.length, 'child', 'children')}</strong> whom you may see in care · where {decided} of
            them will grow up is decided{unseen > 0 && `; of ${unseen} it is not for you to see`}. By the second review
            the care plan has to say it (statutory guidance); of short breaks it is not asked.
          </>
        }
      />
      {all.length === 0 ? (
        <EmptyState title="No children">
          There is no child of whom you may see that they are in care now, short breaks apart.
        </EmptyState>
      ) : (
        <Stack>
          <Ways all={all} way={way} />
          <Children {...shown} />
          <Pages page={at} pages={pages} of={of} to={(number) => `/permanence?way=${way}&page=${number}`} links />
        </Stack>
      )}
    </>
  )
}

const Ways: FC<Pick<Shown, 'all' | 'way'>> = ({ all, way }) => (
  <Card title="What stands in the way" beside="Facts. No child is put before another" flush>
    <DutyTable
      caption="What stands in the way, with the children behind each"
      columns={['What stands in the way', 'Children']}
      numbers={[0]}
      rows={WAYS.flatMap(({ key, words }, number) => {
        const count = all.filter((one) => wayOf(one) === key).length
        if (count === 0) return []
        const head = number === way ? <strong>{words}</strong> : words
        return [
          {
            head,
            cells: [
              <a class="kith-target" href={`/permanence?way=${number}`}>
                {count}
                <span class="govuk-visually-hidden"> children: {words}</span>
              </a>,
            ],
          },
        ]
      })}
    />
  </Card>
)

const optionWords = (option: string): string => (isOption(option) ? OPTIONS[option] : option)

const Children: FC<Shown> = ({ rows, way, names, today, of }) => (
  <Card title={WAYS[way]?.words ?? ''} count={of} flush>
    {rows.length === 0 ? (
      <EmptyState>Nobody waits for this.</EmptyState>
    ) : (
      <DutyTable
        caption={`Children: ${WAYS[way]?.words ?? ''}`}
        columns={['Child', 'Plan', 'At the same time', 'Waiting since', 'Reviews so far']}
        rows={rows.map((row) => ({
          head: (
            <PersonChip id={row.child} name={names.get(row.child) ?? 'a child'} to={`/children/${row.child}/plan`} />
          ),
          cells: [
            <PlanOf row={row} />,
            !row.planSeen || row.option === null
              ? ''
              : row.parallel.length === 0
                ? 'Nothing else'
                : row.parallel.map(optionWords).join('; '),
            <Since row={row} today={today} />,
            row.reviews === null ? (
              <NotKnown words="Not for you to see" />
            ) : (
              reviewWords(row.reviews, row.planSeen && row.option === null)
            ),
          ],
        }))}
      />
    )}
  </Card>
)
const PlanOf: FC<{ readonly row: Waiting }> = ({ row: { planSeen, option, decided, inPlan } }) => {
  if (!planSeen) return <NotKnown words="Not for you to see" />
  const since = parseDay(decided ?? '')
  if (option === null)
    return inPlan ? <>In words in the care plan; not recorded here</> : <NotKnown words="No plan is written" />
  return (
    <>
      {optionWords(option)}
      {since !== undefined && <span class="kith-note">since {formatDay(since)}</span>}
    </>
  )
}
const Since: FC<{ readonly row: Waiting; readonly today: IsoDay }> = ({ row, today }) => {
  const since = waitsSince(row)
  if (since === undefined) return <NotKnown />
  return (
    <>
      {formatDay(since)}
      <span class="kith-note">
        {counted(Math.max(0, daysBetween(since, today)), 'day')}
        {row.waitsFor === null && ' in care'}
      </span>
    </>
  )
}
/** The plan is owed by the second: the count says where the child stands. */
const reviewWords = (reviews: number, without: boolean): string =>
  without && reviews >= 2 ? `${reviews}: the second has been` : String(reviews)
