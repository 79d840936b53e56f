// Who is behind one number: each child, audit, action or home, with the page on which it stands; as far as the person may see them.
import type { FC } from 'hono/jsx'
import { formatLongDay, type IsoDay } from '#calendar'
import { childrenCalled } from '#children'
import type { Asking } from '#database'
import { Card, Chips, DutyTable, EmptyState, PageHead, Pages, pageOf, Stack } from '#look'
import { type Answer, notFound, page, type Visit } from '#web'
import {
  figureWords,
  groupsOf,
  type Item,
  isStands,
  itemsShown,
  type Measure,
  ofStands,
  STANDS,
  type Stands,
} from '../measure.ts'
import { HERE, maySeeBehind, measureOf } from './measures-read.tsx'
import { behind } from './standing.tsx'

type Row = Item & { readonly name: string }
type Shown = {
  readonly today: IsoDay
  readonly measure: Measure
  /** Of this year, or of the year before. */
  readonly items: readonly Item[]
  readonly year: 'before' | undefined
  readonly show: Stands | undefined
  readonly group: string | undefined
  readonly rows: readonly Row[]
  readonly whole: boolean
  readonly at: { readonly page: number; readonly pages: number; readonly of: number }
}
/** Names as far as the person may know them; each child who is shown is noted in the log. */
async function named(asking: Asking, items: readonly Item[]): Promise<readonly Row[]> {
  const children = items.flatMap(({ child }) => (child === null ? [] : [child]))
  await asking.noteEach('read where we stand with them', children)
  const names = children.length === 0 ? new Map<string, string>() : await childrenCalled(asking, children)
  return items.map((item) => ({
    ...item,
    name: item.child === null ? item.label : (names.get(item.child) ?? 'A child whose name you may not see'),
  }))
}

/** GET /improvement/:counted */
export async function showBehind({ door, who, me, part, query, today }: Visit): Promise<Answer> {
  if (!maySeeBehind(me, part('counted'))) return notFound
  const shown = await door.as(who, async (asking): Promise<Shown | undefined> => {
    const measure = await measureOf(asking, part('counted'), today)
    if (measure === undefined) return undefined
    const year = query('year') === 'before' && measure.before !== undefined ? 'before' : undefined
    const items = (year === 'before' ? measure.before : measure.items) ?? []
    const asked = query('show') ?? ''
    const show = isStands(asked) ? asked : undefined
    const group = groupsOf(items).find(([one]) => one === query('group'))?.[0]
    const whole = query('all') === '1'
    const own = itemsShown(items, { stands: show, group })
    const { rows, ...at } = pageOf(own, Number(query('page') ?? 1))
    return {
      ...{ today, measure, items, year, show, group, whole, at: { ...at, of: own.length } },
      rows: await named(asking, whole ? own : rows),
    }
  })
  if (shown === undefined) return notFound
  return page({ title: `${shown.measure.says}: who is behind it`, here: HERE, main: <Behind {...shown} /> })
}

const WORDS: Readonly<Record<Stands, string>> = { yes: 'So', no: 'Not so', unknown: 'Not known' }
const Behind: FC<Shown> = (shown) => {
  const { today, measure, items, year, show, group, whole, at, rows } = shown
  const { says, of, no, note } = measure
  const to = toOf(shown)
  return (
    <>
      <PageHead
        title={says}
        lead={
          <>
            <strong>{figureWords(measure, items)}</strong> · of {of}
            {year === 'before' ? ', the year before' : ''}, on {formatLongDay(today)}
          </>
        }
        actions={<a href={HERE}>Where we stand</a>}
      />
      <Stack>
        <Which {...shown} />
        <Card
          title={group ?? (show === undefined ? 'All' : show === 'no' ? no : WORDS[show])}
          count={at.of}
          beside={
            !whole &&
            at.pages > 1 && (
              <a href={to({ show, ...(group === undefined ? {} : { group }), all: true })}>All on one page, to print</a>
            )
          }
          flush
        >
          {rows.length === 0 ? (
            <EmptyState>Nobody stands so. Choose another.</EmptyState>
          ) : (
            <Table rows={rows} says={says} />
          )}
        </Card>
        {!whole && (
          <Pages {...at} to={(number) => to({ show, ...(group === undefined ? {} : { group }), page: number })} links />
        )}
        {note !== undefined && <p class="kith-note">{note}</p>}
      </Stack>
    </>
  )
}
const toOf =
  ({ measure, year }: Pick<Shown, 'measure' | 'year'>) =>
  (more: Parameters<typeof behind>[1]): string =>
    behind(measure.id, { ...(year === undefined ? {} : { year }), ...more })
const Which: FC<Shown> = ({ measure, items, year, show, group }) => {
  const to = toOf({ measure, year })
  const groups = groupsOf(items)
  return (
    <>
      <Chips
        label="Which"
        chips={[
          { to: to({}), words: 'All', count: items.length, current: show === undefined && group === undefined },
          ...STANDS.map((one) => ({
            ...{ to: to({ show: one }), words: one === 'no' ? measure.no : WORDS[one], current: one === show },
            count: ofStands(items, one).length,
          })),
        ]}
      />
      {groups.length > 0 && (
        <Chips
          label="By what is said"
          chips={groups.map(([one, count]) => ({
            ...{ to: to({ group: one }), words: one, count, current: one === group },
          }))}
        />
      )}
    </>
  )
}
const Table: FC<{ readonly rows: readonly Row[]; readonly says: string }> = ({ rows, says }) => (
  <DutyTable
    caption={says}
    columns={['Who', 'How it stands', 'On the record']}
    rows={rows.map(({ name, to, stands, note, group }) => ({
      head: (
        <a class="kith-target" href={to}>
          {name}
        </a>
      ),
      cells: [WORDS[stands], group === undefined ? note : `${group}: ${note}`],
    }))}
  />
)
