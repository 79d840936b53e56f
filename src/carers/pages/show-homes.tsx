// Homes as a list: for whom, where, how many places are free and why; and for one child, where they live or have a place reserved.
import type { FC } from 'hono/jsx'
import { standsAs } from '#access'
import { counted } from '#child-frame'
import { childById } from '#children'
import type { Asking } from '#database'
import { wordOf } from '#drafts'
import { isId, itemsOf } from '#forms'
import {
  Button,
  Card,
  DueMark,
  DutyTable,
  EmptyState,
  FilterForm,
  Input,
  InsetText,
  NotKnown,
  PageHead,
  Pages,
  pageOf,
  Select,
  Stack,
} from '#look'
import type { LookedFor } from '#sessions'
import { type Answer, FormToken, page, redirect, type Visit } from '#web'
import { KINDS, WRITERS } from '../home-codes-data.ts'
import { type HomeOn, homesOn } from '../homes-store.ts'
import { areaOf, type Filter, FREE, filtered, filterIn, isCalled, termsWords } from '../listing.ts'
import { type HomeWords, withWords } from '../store.ts'

type Row = HomeOn & { readonly words: HomeWords<'kith.household'> }
type ForChild = { readonly id: string; readonly name: string }
type Shown = {
  readonly filter: Filter
  /** What somebody looks for, and the number under which it is kept. */
  readonly name: string
  readonly looked: string
  readonly areas: readonly string[]
  readonly all: number
  readonly of: number
  readonly page: number
  readonly pages: number
  readonly rows: readonly Row[]
  readonly writes: boolean
  /** Of them, what leaders and those who place read besides. */
  readonly decides: boolean
  readonly leads: boolean
  readonly child: ForChild | undefined
}

/** A name stands in no address: the number of what was looked for does. POST /homes/find */
export const askForHomes =
  (looked: LookedFor<string>) =>
  async ({ field, me }: Visit): Promise<Answer> => {
    const typed = (field('name') ?? '').trim().slice(0, 100)
    const child = field('for') ?? ''
    const asked = {
      ...(typed === '' ? {} : { looked: String(looked.keep(me.session.handle, typed)) }),
      ...(isId(child) ? { for: child } : {}),
    }
    return await Promise.resolve(redirect(`/homes?${new URLSearchParams(asked).toString()}`))
  }
/** Where somebody looks for a name, words of all homes are read; else those of the page. */
async function calledSo(asking: Asking, homes: readonly HomeOn[], name: string): Promise<readonly HomeOn[]> {
  if (name === '') return homes
  const rows = await named(asking, homes)
  return rows.filter(({ home: { number }, words }) => isCalled({ ...words, number }, name))
}
/** GET /homes */
export const showHomes =
  (looked: LookedFor<string>) =>
  async ({ door, who, query, today, me }: Visit): Promise<Answer> => {
    const filter = filterIn(query)
    const number = query('looked') ?? ''
    const name = looked.find(me.session.handle, Number(number)) ?? ''
    const shown = await door.as(who, async (asking): Promise<Shown> => {
      const all = await homesOn(asking, today)
      const wanted = filtered(await calledSo(asking, all, name), { filter, today })
      const { rows, ...paged } = pageOf(wanted, Number(query('page') ?? 1))
      return {
        ...{ name, looked: name === '' ? '' : number },
        ...{ filter, ...paged, all: all.length, of: wanted.length, rows: await named(asking, rows) },
        areas: [...new Set(all.flatMap((one) => areaOf(one) ?? []))].toSorted(),
        writes: await standsAs(asking, WRITERS),
        decides: await standsAs(asking, DECIDERS),
        leads: await standsAs(asking, LEADERS),
        child: await childAsked(asking, query('for')),
      }
    })
    return page({ title: 'Homes', here: '/homes', main: <Homes {...shown} /> })
  }
async function named(asking: Asking, rows: readonly HomeOn[]): Promise<readonly Row[]> {
  const read = await withWords(
    asking,
    'kith.household',
    rows.map(({ home }) => home),
  )
  return rows.map((row, at) => ({ ...row, words: read[at]?.words ?? NO_WORDS }))
}
const NO_WORDS: HomeWords<'kith.household'> = { name: '', provider: '', phone: '', enjoy: '', hopes: '', about: '' }
async function childAsked(asking: Asking, id: string | undefined): Promise<ForChild | undefined> {
  const child = id !== undefined && isId(id) ? await childById(asking, id) : undefined
  return child && { id: child.child, name: child.name ?? 'this child' }
}

const Homes: FC<Shown> = (shown) => {
  const { rows, of, all, writes, child } = shown
  return (
    <>
      <PageHead
        title="Homes"
        lead={`${counted(all, 'home')}. Free places are worked out from approvals and from where children live.`}
        actions={writes && <Button href="/homes/record">Add a home</Button>}
      />
      <Stack>
        {child !== undefined && (
          <InsetText>
            For {child.name}: choose the home in which they live, or one in which a place is reserved.{' '}
            <a class="govuk-link" href={`/children/${child.id}/where`}>
              Back to where they live
            </a>
          </InsetText>
        )}
        <p class="kith-no-print">
          <a href="/homes/due">Reviews and visits that are due</a> ·{' '}
          <a href="/homes/not-tied">Children whose home is not said yet</a> ·{' '}
          <a href="/homes/settings">Settings of matching</a>
        </p>
        {shown.decides && <Besides leads={shown.leads} />}
        <ByName {...shown} />
        <Filters {...shown} />
        <Card title="Homes, those with free places first" count={of} flush>
          {rows.length === 0 ? (
            <EmptyState>
              {all === 0 ? NO_HOME_YET : 'No home is like this. Choose or write less, or show all.'}
            </EmptyState>
          ) : (
            <List {...shown} />
          )}
        </Card>
        <Pages {...shown} to={(number) => addressOf(shown, number)} links />
      </Stack>
    </>
  )
}
const DECIDERS = ['director', 'manager-line', 'placement-team'] as const
const LEADERS = ['director', 'manager-line'] as const
const Besides: FC<{ readonly leads: boolean }> = ({ leads }) => (
  <p class="kith-no-print">
    <a href="/homes/board">All who wait, and all places</a> · <a href="/distance">Far from home</a> ·{' '}
    <a href="/stability">Homes that ended</a> · <a href="/sufficiency">Homes enough?</a>
    {leads && (
      <>
        {' '}
        · <a href="/homes/fairness">Does matching treat alike?</a>
      </>
    )}
  </p>
)
const NO_HOME_YET = 'No home is in the record yet. Whoever supervises carers or places children adds the first.'

function addressOf({ filter, child, looked }: Shown, number: number): string {
  const asked = { ...filter, looked, for: child?.id ?? '', page: String(number) }
  return `/homes?${new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== '')).toString()}`
}
const ByName: FC<Shown> = ({ name, child }) => (
  <FilterForm action="/homes/find" method="post" label="Find a home by its name" button="Find">
    <FormToken />
    {child !== undefined && <input type="hidden" name="for" value={child.id} />}
    <Input
      id="name"
      name="name"
      label="Name, provider or number"
      type="search"
      value={name}
      autocomplete="off"
      attributes={{ maxlength: 100 }}
    />
  </FilterForm>
)
const every = (text: string) => ({ value: '', text })
const Filters: FC<Shown> = ({ filter, areas, child, looked }) => (
  <FilterForm
    action="/homes"
    label="Which homes are shown"
    reset={{ to: child === undefined ? '/homes' : `/homes?for=${child.id}`, words: 'Show all' }}
  >
    {child !== undefined && <input type="hidden" name="for" value={child.id} />}
    {looked !== '' && <input type="hidden" name="looked" value={looked} />}
    <Select id="kind" name="kind" label="Kind" value={filter.kind} items={[every('Every kind'), ...itemsOf(KINDS)]} />
    <Select id="free" name="free" label="Places" value={filter.free} items={[every('Free or not'), ...itemsOf(FREE)]} />
    <Select
      id="area"
      name="area"
      label="Area"
      value={filter.area}
      items={[every('Everywhere'), ...areas.map((one) => ({ value: one, text: one }))]}
    />
  </FilterForm>
)

export const FreeMark: FC<Pick<HomeOn, 'vacancies'>> = ({ vacancies }) => {
  if (!vacancies.known) return <DueMark mark="unknown" words="Not known" />
  if (vacancies.free > 0) return <DueMark mark="done" words={`${vacancies.free} free`} />
  return (
    <DueMark mark="plain" words={vacancies.more > 0 ? `None free, ${vacancies.more} beyond the limit` : 'None free'} />
  )
}
export const OverMarks: FC<Pick<HomeOn, 'vacancies'>> = ({ vacancies }) => (
  <>
    {vacancies.over.map((what) => (
      <DueMark mark="late" words={`More live here than ${what} takes`} />
    ))}
  </>
)
const ForWhom: FC<{ readonly row: Row }> = ({ row: { terms } }) =>
  terms === undefined ? <NotKnown words="No approval holds" /> : <span>{termsWords(terms)}</span>
const List: FC<Shown> = ({ rows, child }) => (
  <DutyTable
    caption="Homes, those with free places first"
    columns={['Home', 'Places', 'For whom', 'Area']}
    rows={rows.map((row) => ({
      head: (
        <>
          <a class="kith-target" href={`/homes/${row.home.line}`}>
            {row.words.name || 'A home without a name'}
          </a>
          <span class="kith-note">
            {[wordOf(KINDS, row.home.kind), row.words.provider, row.home.number].filter(Boolean).join(' · ')}
          </span>
          {child !== undefined && <ForThem row={row} child={child} />}
        </>
      ),
      cells: [
        <>
          <FreeMark vacancies={row.vacancies} />
          <OverMarks vacancies={row.vacancies} />
          <span class="kith-note">{row.vacancies.says}</span>
        </>,
        <ForWhom row={row} />,
        areaOf(row) ?? <span class="kith-quiet">Not recorded, or protected</span>,
      ],
    }))}
  />
)
const ForThem: FC<{ readonly row: Row; readonly child: ForChild }> = ({ row, child }) => (
  <span class="kith-note kith-row-links kith-no-print">
    <a href={`/children/${child.id}/lives-at/${row.home.line}/record`}>
      They live here<span class="govuk-visually-hidden">: {row.words.name}</span>
    </a>{' '}
    <a href={`/children/${child.id}/places-held/${row.home.line}/reserve`}>
      Reserve a place<span class="govuk-visually-hidden">: {row.words.name}</span>
    </a>
  </span>
)
