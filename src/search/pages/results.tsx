// Search: one box, and the children found by it with why each matched; closed records with whom to ask.
import type { FC } from 'hono/jsx'
import { type IsoDay, numberOf } from '#calendar'
import { ageWords, calledName, counted, livesIn } from '#child-frame'
import {
  Card,
  CardList,
  type DutyRow,
  DutyTable,
  EmptyState,
  FilterForm,
  Input,
  Notice,
  PageHead,
  PersonChip,
} from '#look'
import { type ChildRow, childrenOn, noteShown } from '#overview'
import type { LookedFor } from '#sessions'
import { type Answer, FormToken, page, redirect, type Visit } from '#web'
import { type Finder, type Finding, MOST } from '../find-store.ts'
import { whyWords } from '../why-words.ts'

type Shown = Finding & { readonly typed: string; readonly listed: readonly ChildRow[]; readonly today: IsoDay }

type Found = Finding & Pick<Shown, 'typed' | 'listed'>
type Asked = { readonly typed: string; readonly most?: number }
export const typedIn = ({ field }: Visit): string => (field('q') ?? '').trim().slice(0, 100)
/** What was typed into the box, found, and each child shown and each "ask" noted in the access log. */
export async function foundBy(
  finder: Finder,
  { door, who, today }: Visit,
  { typed, most = MOST }: Asked,
): Promise<Found> {
  const found = await finder.find(door, who, { typed, today, most })
  const listed = await door.as(who, async (asking) => {
    const ids = found.matches.map(({ child }) => child)
    await noteShown(asking, ids)
    for (const { child } of found.closed) await asking.note('was told to ask', child, { for: 'searched' })
    return ids.length === 0 ? [] : await childrenOn(asking, today, ids)
  })
  return { ...found, typed, listed }
}

const NOTHING = {
  question: { words: [], born: [], codes: [], postcode: undefined },
  matches: [],
  closed: [],
  more: false,
}

/** Whom somebody looks for stands in no address: the number of the search does, so that Back leads to it and not to a warning. */
export const askForChildren =
  (looked: LookedFor<string>) =>
  async (visit: Visit): Promise<Answer> => {
    const typed = typedIn(visit)
    return redirect(typed === '' ? '/search' : `/search?looked=${looked.keep(visit.me.session.handle, typed)}`)
  }

/** Without a search, or with one that is forgotten, the empty page. */
export const showSearch =
  (finder: Finder, looked: LookedFor<string>) =>
  async (visit: Visit): Promise<Answer> => {
    const typed = looked.find(visit.me.session.handle, Number(visit.query('looked'))) ?? ''
    const found = typed === '' ? { ...NOTHING, typed, listed: [] } : await foundBy(finder, visit, { typed })
    return answer({ ...found, today: visit.today })
  }

/** Beside a name: the age, and the number where it is no part of the name. */
export function besideName(child: ChildRow, today: IsoDay): string {
  const number = calledName(child).includes(child.shown) ? '' : ` · ${child.shown}`
  return `${ageWords(child.born, numberOf(today))}${number}`
}

const answer = (shown: Shown): Answer => page({ title: 'Search', here: '/children', main: <Search {...shown} /> })

const Search: FC<Shown> = (shown) => {
  const { typed, matches, closed, more } = shown
  return (
    <>
      <PageHead
        title="Search"
        lead="A name in any spelling, initials, a worker, a birth date, a record, pupil or NHS number, or part of a postcode."
      />
      <FilterForm action="/search" method="post" label="Search" button="Find">
        <FormToken />
        <Input
          id="q"
          name="q"
          label="Whom are you looking for?"
          type="search"
          value={typed}
          autocomplete="off"
          attributes={{ maxlength: 100 }}
        />
      </FilterForm>
      {typed !== '' && <Outcome typed={typed} found={matches.length} closed={closed.length} more={more} />}
      {matches.length > 0 && <FoundTable {...shown} />}
      {closed.length > 0 && <Closed {...shown} />}
    </>
  )
}

type Counts = { readonly typed: string; readonly found: number; readonly closed: number; readonly more: boolean }
const Outcome: FC<Counts> = ({ typed, found, closed, more }) => {
  if (found + closed === 0)
    return (
      <EmptyState title={`No child matches “${typed}”`}>
        Try fewer letters, a birth date, or part of the postcode. <a href="/children">See all children</a>
      </EmptyState>
    )
  return (
    <Notice role="status">
      <p>
        {more ? (
          <>
            More than {MOST} children match “{typed}”. The surest {MOST} are shown: narrow it with another name or a
            birth date.
          </>
        ) : (
          <>
            {counted(found, 'child matches', 'children match')} “{typed}”. <a href="/children">See all children</a>
          </>
        )}
      </p>
    </Notice>
  )
}

const FoundTable: FC<Shown> = ({ matches, listed, today }) => {
  const rows = matches.flatMap((match): DutyRow[] => {
    const child = listed.find(({ id }) => id === match.child)
    if (child === undefined) return []
    return [
      {
        head: (
          <PersonChip
            id={child.id}
            name={calledName(child)}
            to={`/children/${child.id}`}
            note={besideName(child, today)}
          />
        ),
        cells: [whyWords(match), livesIn(child), child.worker ?? <span class="kith-quiet">nobody recorded</span>],
      },
    ]
  })
  return (
    <Card title="Children found" beside="The surest first" flush>
      <DutyTable
        caption="Children found, the surest first"
        columns={['Child', 'Why it matched', 'Lives', 'Worker']}
        rows={rows}
      />
    </Card>
  )
}

/** Nothing of the child is said: neither the name nor which part of it matched. */
const Closed: FC<Shown> = ({ closed }) => (
  <Card title="Closed records" count={closed.length} tone="quiet" flush>
    <CardList
      items={closed.map(({ child, ask }) => (
        <>
          A record that you may not see matches this. {ask === null ? 'Ask your manager.' : `Ask ${ask}.`}{' '}
          <a href={`/break-glass/${child}`}>
            Open it in an emergency<span class="govuk-visually-hidden"> (ask {ask ?? 'your manager'} first)</span>
          </a>
        </>
      ))}
    />
  </Card>
)
