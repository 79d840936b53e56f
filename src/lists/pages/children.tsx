// The list of children: all whom one may see, filtered and put in order by the address, fifty a page.

import type { FC } from 'hono/jsx'
import { numberOf } from '#calendar'
import { ageWords, calledName, counted, dayWords, dueWords, listed, livesIn } from '#child-frame'
import { dutiesAhead } from '#clock'
import type { Asking } from '#database'
import { itemsOf } from '#forms'
import {
  Card,
  DueMark,
  type DutyRow,
  DutyTable,
  EmptyState,
  FilterForm,
  PageHead,
  Pages,
  PersonChip,
  pageOf,
  Select,
  Tag,
} from '#look'
import { type Ahead, aheadOf, type ChildRow, childrenOn, commonlyMissing, noteShown } from '#overview'
import { type Answer, page, type Visit } from '#web'
import { addressOf, type Choices, type Filter, fieldsOf, filterIn, filterWords, SORTS } from '../filters.ts'
import { childrenChosen, choicesOf, type ListedChild } from '../list-store.ts'

interface Listed {
  readonly child: ChildRow
  readonly name: string
  readonly closed: boolean
  readonly ahead: Ahead
}
interface List {
  readonly on: number
  readonly filter: Filter
  readonly choices: Choices
  readonly of: number
  readonly at: number
  readonly pages: number
  readonly rows: readonly Listed[]
}

export async function showChildren({ door, who, today, query }: Visit): Promise<Answer> {
  const filter = filterIn(query)
  const list = await door.as(who, async (asking): Promise<List> => {
    const all = await inOrder(asking, await childrenChosen(asking, today, filter), { filter, today })
    const { page: at, pages, rows } = pageOf(all, filter.page)
    const ids = rows.map(({ id }) => id)
    const children = new Map((await childrenOn(asking, today, ids)).map((child) => [child.id, child]))
    const duties = await dutiesAhead(asking, ids, today)
    const on = numberOf(today)
    await noteShown(asking, ids)
    const shown = rows.flatMap(({ id, closed }): Listed[] => {
      const child = children.get(id)
      return child === undefined
        ? []
        : [{ child, closed, name: calledName(child), ahead: aheadOf(duties.get(id) ?? [], on) }]
    })
    return { on, filter, choices: await choicesOf(asking, today), of: all.length, at, pages, rows: shown }
  })
  const named = filterWords(filter, list.choices)
  return page({
    title: `Children${named.length > 0 ? `: ${named.join(', ')}` : ''}${list.at > 1 ? `, page ${list.at}` : ''}`,
    here: '/children',
    main: <ChildrenList {...list} />,
  })
}

/** Names lie encrypted: for an order by name they are all opened. */
async function inOrder(
  asking: Asking,
  all: readonly ListedChild[],
  { filter, today }: { readonly filter: Filter; readonly today: Visit['today'] },
): Promise<readonly ListedChild[]> {
  if (filter.sort !== 'name') return all
  const children = await childrenOn(
    asking,
    today,
    all.map(({ id }) => id),
  )
  const names = new Map(children.map((child) => [child.id, calledName(child)]))
  return all.toSorted((a, b) => (names.get(a.id) ?? '').localeCompare(names.get(b.id) ?? '', 'en-GB'))
}

const ChildrenList: FC<List> = (list) => {
  const { filter, choices, of, at, pages, rows } = list
  const named = filterWords(filter, choices)
  return (
    <>
      <PageHead
        title="Children"
        lead={
          <>
            <strong>{counted(of, 'child', 'children')}</strong>
            {named.length > 0 ? `: ${named.join('; ')}` : ' whom you may see'}. {SORTS[filter.sort]} first.
          </>
        }
      />
      <Filters filter={filter} choices={choices} />
      {rows.length === 0 ? <Nobody filtered={named.length > 0} /> : <Rows {...list} />}
      <Pages page={at} pages={pages} of={of} to={(number) => addressOf({ ...filter, page: number })} links />
    </>
  )
}

const Filters: FC<Pick<List, 'filter' | 'choices'>> = ({ filter, choices }) => (
  <details class="kith-card kith-card--folded kith-no-print" open={filterWords(filter, choices).length > 0}>
    <summary class="kith-card__head">
      <h2 class="kith-card__title">Filter and sort</h2>
    </summary>
    <div class="kith-card__body">
      <FilterForm action="/children" label="Filter and sort" reset={{ to: '/children', words: 'Show all' }}>
        {fieldsOf(choices).map(({ name, label, items }) => (
          <Select name={name} label={label} value={filter[name] ?? ''} items={[{ value: '', text: 'All' }, ...items]} />
        ))}
        <Select name="sort" label="Sort by" value={filter.sort} items={itemsOf(SORTS)} />
      </FilterForm>
    </div>
  </details>
)

const Nobody: FC<{ filtered: boolean }> = ({ filtered }) =>
  filtered ? (
    <EmptyState title="No child is like that" action={<a href="/children">Show all children</a>}>
      Choose less, and look again.
    </EmptyState>
  ) : (
    <EmptyState title="No children yet">Your manager allocates. Until then you see nobody here.</EmptyState>
  )

const Rows: FC<List> = ({ rows, on }) => {
  const common = commonlyMissing(rows.map(({ ahead }) => ahead))
  return (
    <>
      {common.length > 0 && (
        <p class="kith-quiet kith-above">
          For many children no source holds {listed(common, 'or')}. Whether those are late cannot be known here, so none
          of them is counted as late.
        </p>
      )}
      <Card title="Children" flush>
        <DutyTable
          caption="Children"
          columns={['Child', 'Lives', 'Next', 'Not known', 'Worker']}
          rows={rows.map((row) => rowOf(row, on, common))}
        />
      </Card>
    </>
  )
}

function rowOf({ child, name, ahead, closed }: Listed, on: number, common: readonly string[]): DutyRow {
  const id = name.includes(child.shown) ? '' : ` · ${child.shown}`
  return {
    head: (
      <PersonChip
        id={child.id}
        name={name}
        to={`/children/${child.id}`}
        after={closed ? <Tag classes="govuk-tag--grey">Closed record</Tag> : undefined}
        note={`${ageWords(child.born, on)}${id}`}
      />
    ),
    cells: [
      <>
        {livesIn(child)}
        {child.placedSince !== null && <span class="kith-note">since {dayWords(child.placedSince)}</span>}
      </>,
      <Next ahead={ahead} on={on} />,
      ahead.unknown === 0 ? '' : { content: <Unknown ahead={ahead} common={common} />, calm: true },
      child.worker ?? <span class="kith-quiet">nobody recorded</span>,
    ],
  }
}

const Next: FC<{ ahead: Ahead; on: number }> = ({ ahead: { next, late }, on }) => {
  if (next?.due === undefined) return <span class="kith-quiet">Nothing known is due</span>
  return (
    <>
      <DueMark {...dueWords(next.due, on)} note={next.basis.name} />
      {next.due < on && (
        <span class="kith-note">
          was due {dayWords(next.due)}
          {late > 1 && `; ${late} late in all`}
        </span>
      )}
    </>
  )
}

/** What most children lack is said above the list; here only what is missing besides. */
const Unknown: FC<{ ahead: Ahead; common: readonly string[] }> = ({ ahead: { unknown, missing }, common }) => {
  const besides = missing.filter((words) => !common.includes(words))
  return (
    <span class="kith-quiet">
      {unknown} cannot be known
      {besides.length > 0 && `; not held: ${listed(besides)}`}
    </span>
  )
}
