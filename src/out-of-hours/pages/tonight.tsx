// The out-of-hours page: find a child, and the council's numbers to ring. For one hand.
import type { FC } from 'hono/jsx'
import { formatDay, type IsoDay, numberOf } from '#calendar'
import { ageWords, calledName } from '#child-frame'
import { Card, CardList, EmptyState, FilterForm, Input, Notice, PageHead, PersonChip } from '#look'
import { type ChildRow, childrenOn, noteShown } from '#overview'
import { Worries, type WorryShown, worriesNow } from '#practice-audits/pages'
import { type Finder, type Finding, whyWords } from '#search'
import type { LookedFor } from '#sessions'
import { type Answer, FormToken, page, redirect, type Visit } from '#web'
import { type Numbers, NumbersCard, numbersNow } from './numbers.tsx'

type Found = {
  readonly typed: string
  readonly finding: Finding | undefined
  readonly listed: readonly ChildRow[]
  readonly today: IsoDay
  readonly numbers: Numbers
  readonly worries: readonly WorryShown[]
}

/** The name that is looked for stands in no address. */
export const askTonight =
  (looked: LookedFor<string>) =>
  async ({ me, field }: Visit): Promise<Answer> => {
    const typed = (field('q') ?? '').trim().slice(0, 100)
    return redirect(typed === '' ? '/tonight' : `/tonight?looked=${looked.keep(me.session.handle, typed)}`)
  }

export const showTonight =
  (finder: Finder, looked: LookedFor<string>) =>
  async (visit: Visit): Promise<Answer> => {
    const { door, who, today, me, query } = visit
    const numbers = await numbersNow(visit)
    const worries = await door.as(who, async (asking) => {
      const open = await worriesNow(asking, today)
      if (open.length > 0) await noteShown(asking, [...new Set(open.map(({ child }) => child))])
      return open
    })
    const typed = looked.find(me.session.handle, Number(query('looked')))
    if (typed === undefined) return tonightPage({ typed: '', finding: undefined, listed: [], today, numbers, worries })
    const finding = await finder.find(door, who, { typed, today })
    const ids = finding.matches.slice(0, MOST).map(({ child }) => child)
    const listed = await door.as(who, async (asking) => {
      await noteShown(asking, ids)
      return ids.length === 0 ? [] : await childrenOn(asking, today, ids)
    })
    return tonightPage({ typed, finding, listed, today, numbers, worries })
  }

/** What a thumb can look through. */
const MOST = 10
const tonightPage = (found: Found): Answer =>
  page({ title: 'Tonight', here: '/tonight', main: <FindTonight {...found} /> })

const FindTonight: FC<Found> = ({ typed, finding, listed, today, numbers, worries }) => (
  <div class="kith-tonight">
    <PageHead title="Tonight" lead={`${formatDay(today)}. Find the child first.`} />
    <Worries worries={worries} />
    <FilterForm action="/tonight" method="post" label="Find a child" button="Find">
      <FormToken />
      <Input
        id="q"
        name="q"
        label="Name, birth date or number"
        type="search"
        value={typed}
        autocomplete="off"
        attributes={{ maxlength: 100 }}
      />
    </FilterForm>
    {finding !== undefined && (
      <Card title="Found" count={finding.matches.length} flush>
        {listed.length === 0 ? (
          <EmptyState title="No child matches">Try fewer letters, another spelling, or the birth date.</EmptyState>
        ) : (
          <CardList
            items={finding.matches.flatMap((match) => {
              const child = listed.find(({ id }) => id === match.child)
              if (child === undefined) return []
              return [
                <PersonChip
                  id={child.id}
                  name={calledName(child)}
                  to={`/children/${child.id}/tonight`}
                  after={ageWords(child.born, numberOf(today))}
                  note={whyWords(match)}
                />,
              ]
            })}
          />
        )}
      </Card>
    )}
    {finding !== undefined && finding.closed.length > 0 && (
      <Notice>
        {finding.closed.map(({ ask }) => (
          <p>A closed record matches. {ask === null ? 'Ask your manager.' : `Ask ${ask}.`}</p>
        ))}
      </Notice>
    )}
    <NumbersCard {...numbers} />
  </div>
)
