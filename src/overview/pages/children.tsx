// The list of children with what is next for each: the most urgent first, fifty a page, filtered or searched.
import type { FC } from 'hono/jsx'
import { numberOf } from '#calendar'
import { ageWords, calledName, counted, dayWords, dueWords, homeWords, listed } from '#child-frame'
import { dutiesAhead } from '#clock'
import {
  Card,
  Chips,
  DueMark,
  type DutyRow,
  DutyTable,
  EmptyState,
  FilterForm,
  Input,
  Notice,
  PageHead,
  PersonChip,
} from '#look'
import { type Answer, page, type Visit } from '#web'
import { type Ahead, aheadOf, belongs, byUrgency, commonlyMissing, isShown, type Shown, SOON_DAYS } from '../ahead.ts'
import { type ChildRow, childrenOn, noteShown } from '../store.ts'
import { Pages, pageOf } from './pages.tsx'

interface Listed {
  readonly child: ChildRow
  readonly name: string
  readonly ahead: Ahead
}
interface List {
  readonly on: number
  readonly all: readonly Listed[]
  readonly chosen: readonly Listed[]
  readonly shown: Shown
  readonly searched: string | undefined
  readonly page: number
}

const FILTERS: Readonly<Record<Shown, string>> = {
  all: 'All children',
  late: 'Something late',
  soon: `Next due in ${SOON_DAYS} days`,
}
const EMPTY: Readonly<Record<Shown, string>> = {
  all: 'No child is in this record yet.',
  late: 'Nothing that we know of is late.',
  soon: `Nothing that we know of is due in the next ${SOON_DAYS} days.`,
}

const filterAddress = (shown: Shown, number = 1): string => {
  const fields = [shown === 'all' ? '' : `show=${shown}`, number === 1 ? '' : `page=${number}`].filter(Boolean)
  return fields.length === 0 ? '/' : `/?${fields.join('&')}`
}

export async function showChildren(visit: Visit): Promise<Answer> {
  const asked = visit.query('show')
  const shown = isShown(asked) ? asked : 'all'
  return await listPage(visit, { shown, searched: undefined, number: Number(visit.query('page') ?? 1) })
}

/** Answers in place: a redirect would put the name into an address. */
export async function findChildren(visit: Visit): Promise<Answer> {
  const searched = (visit.field('q') ?? '').trim().slice(0, 100)
  return await listPage(visit, { shown: 'all', searched: searched === '' ? undefined : searched, number: 1 })
}

type Choice = { readonly shown: Shown; readonly searched: string | undefined; readonly number: number }

async function listPage({ door, who, today }: Visit, { shown, searched, number }: Choice): Promise<Answer> {
  const on = numberOf(today)
  const list = await door.as(who, async (asking): Promise<List> => {
    const children = await childrenOn(asking, today)
    const duties = await dutiesAhead(
      asking,
      children.map(({ id }) => id),
      today,
    )
    const all = children
      .map((child) => ({ child, name: calledName(child), ahead: aheadOf(duties.get(child.id) ?? [], on) }))
      .sort((a, b) => byUrgency(a.ahead, b.ahead) || (a.name < b.name ? -1 : 1))
    const chosen = all.filter((one) => belongs(one.ahead, shown, on) && matches(one, searched))
    const at = pageOf(chosen, number).page
    await noteShown(
      asking,
      pageOf(chosen, number).rows.map(({ child }) => child.id),
    )
    return { on, all, chosen, shown, searched, page: at }
  })
  const title = searched === undefined ? `${FILTERS[shown]}${list.page > 1 ? `, page ${list.page}` : ''}` : 'Search'
  return page({
    title: shown === 'all' && searched === undefined ? 'Children' : title,
    here: '/',
    main: <ChildrenList {...list} />,
  })
}

/** Marks and case do not count, nor the order of the words. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}|['’-]/gu, '')
    .toLowerCase()

function matches({ child, name }: Listed, searched: string | undefined): boolean {
  if (searched === undefined) return true
  const heard = plain([name, child.given, child.family, child.shown, child.id].join(' '))
  return plain(searched)
    .split(/\s+/)
    .every((word) => heard.includes(word))
}

const ChildrenList: FC<List> = (list) => {
  const { all, chosen, shown, searched, on } = list
  const { rows, page: at, pages } = pageOf(chosen, list.page)
  const common = commonlyMissing(all.map(({ ahead }) => ahead))
  return (
    <>
      <PageHead title="Children" lead={<Lead all={all} />} />
      <div class="kith-choose">
        <Chips
          label="Filter"
          chips={(['all', 'late', 'soon'] as const).map((name) => ({
            to: filterAddress(name),
            words: FILTERS[name],
            count: all.filter(({ ahead }) => belongs(ahead, name, on)).length,
            current: name === shown && searched === undefined,
          }))}
        />
        {searched !== undefined && <SearchAgain searched={searched} />}
      </div>
      {searched !== undefined && <Found searched={searched} count={chosen.length} />}
      {common.length > 0 && rows.length > 0 && (
        <p class="kith-quiet kith-above">
          For many children no source holds {listed(common, 'or')}. Whether those are late cannot be known here, so none
          of them is counted as late.
        </p>
      )}
      {rows.length > 0 ? (
        <Rows rows={rows} list={list} common={common} />
      ) : (
        searched === undefined && <EmptyState>{EMPTY[shown]}</EmptyState>
      )}
      <Pages
        page={at}
        pages={pages}
        of={chosen.length}
        to={(number) => filterAddress(shown, number)}
        links={searched === undefined}
      />
    </>
  )
}

const Lead: FC<{ all: readonly Listed[] }> = ({ all }) => {
  const late = all.filter(({ ahead }) => ahead.late > 0).length
  return (
    <>
      {counted(all.length, 'child', 'children')}.{' '}
      {late === 0 ? (
        'Nothing known is late.'
      ) : (
        <>
          Something known is late for <strong>{late}</strong>.
        </>
      )}
    </>
  )
}

const SearchAgain: FC<{ searched: string }> = ({ searched }) => (
  <FilterForm action="/search" method="post" label="Search again" button="Find">
    <Input
      id="q"
      name="q"
      label="Name or id"
      type="search"
      value={searched}
      autocomplete="off"
      attributes={{ maxlength: 100 }}
    />
  </FilterForm>
)

const Found: FC<{ searched: string; count: number }> = ({ searched, count }) => (
  <Notice role="status">
    <p>
      {count === 0 ? (
        <>No child matches “{searched}”. Try fewer letters, or the id. </>
      ) : (
        <>
          {counted(count, 'child matches', 'children match')} “{searched}”.{' '}
        </>
      )}
      <a href="/">See all children</a>
    </p>
  </Notice>
)

const Rows: FC<{ rows: readonly Listed[]; list: List; common: readonly string[] }> = ({ rows, list, common }) => {
  const title = list.searched === undefined ? FILTERS[list.shown] : 'Children found'
  return (
    <Card title={title} beside="The most urgent first" flush>
      <DutyTable
        caption={`${title}, the most urgent first`}
        columns={['Child', 'Lives', 'Next', 'Not known', 'Worker']}
        rows={rows.map((row) => rowOf(row, list.on, common))}
      />
    </Card>
  )
}

function rowOf({ child, name, ahead }: Listed, on: number, common: readonly string[]): DutyRow {
  const id = name.includes(child.shown) ? '' : ` · ${child.shown}`
  return {
    head: (
      <PersonChip id={child.id} name={name} to={`/children/${child.id}`} note={`${ageWords(child.born, on)}${id}`} />
    ),
    cells: [
      <>
        {homeWords(child.place)}
        {child.placedSince !== null && <span class="kith-note">since {dayWords(child.placedSince)}</span>}
      </>,
      <Next ahead={ahead} on={on} />,
      ahead.unknown === 0 ? '' : <Unknown ahead={ahead} common={common} />,
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
