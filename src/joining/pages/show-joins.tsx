// Which records are one: the list of the council, the list of one record, and one join with the two records beside each other.
import type { FC } from 'hono/jsx'
import { childrenCalled } from '#children'
import type { Asking } from '#database'
import { BackLink, Button, Card, CardList, capital, EmptyState, PageHead, Pages, pageOf, Stack } from '#look'
import { type Answer, notFound, page, type Visit } from '#web'
import { workersCalled } from '#workforce'
import { answersTo, mayBeParted, type Side, STEP_WORDS } from '../join.ts'
import { type Join, joinsOf, sideOf, stepsOf } from '../store.ts'
import { Contradicts, dayOf, SideBySide, StepsTaken, WhatItMeans } from './side-by-side.tsx'

export const JOINED = '/joined-records'
export const joinsAt = (child: string): string => `/children/${child}/joins`

type Listed = {
  readonly page: number
  readonly pages: number
  readonly of: number
  readonly joins: readonly Join[]
  readonly nameOf: (child: string) => string
}
type Which = { readonly child?: string; readonly asked?: string | undefined }
async function listed(asking: Asking, { child, asked }: Which): Promise<Listed> {
  const all = await joinsOf(asking, child)
  const { rows: joins, ...at } = pageOf(all, Number(asked ?? 1))
  const names = await childrenCalled(
    asking,
    joins.flatMap((join) => [join.child, join.goesOn]),
  )
  for (const join of joins) await asking.note('read which records are one', join.child, { line: join.line })
  return { ...at, of: all.length, joins, nameOf: (one) => names.get(one) ?? 'a child without a name' }
}

const Joins: FC<Listed> = ({ of, joins, nameOf }) => (
  <Card title="Two records, one child" count={of} flush>
    {of === 0 ? (
      <EmptyState title="No two records are said to be of one child">
        Whoever sees both proposes it, on the page of who looked of either record.
      </EmptyState>
    ) : (
      <CardList
        items={joins.map(({ line, child, goesOn, step, at }) => (
          <>
            <a href={`${joinsAt(child)}/${line}`}>{capital(`${nameOf(child)} goes on in ${nameOf(goesOn)}`)}</a>
            <span class="kith-note">
              {STEP_WORDS[step]}, {dayOf(at)}
            </span>
          </>
        ))}
      />
    )}
  </Card>
)

/** GET /joined-records. */
export async function showJoinedRecords({ door, who, query }: Visit): Promise<Answer> {
  const found = await door.as(who, async (asking) => await listed(asking, { asked: query('page') }))
  const main = (
    <>
      <PageHead
        title="Joined records"
        lead="Two records that are of one child: proposed by one person, confirmed by another."
      />
      <Joins {...found} />
      <Pages {...found} to={(number) => `${JOINED}?page=${number}`} links />
    </>
  )
  return page({ title: 'Joined records', here: JOINED, main })
}

/** GET /children/:child/joins. */
export async function showJoins({ door, who, part, query }: Visit): Promise<Answer> {
  const child = part('child')
  const { name, ...found } = await door.as(who, async (asking) => ({
    ...(await listed(asking, { child, asked: query('page') })),
    name: (await childrenCalled(asking, [child])).get(child) ?? 'a child without a name',
  }))
  const main = (
    <>
      <BackLink href={`/children/${child}`}>{capital(name)}</BackLink>
      <PageHead title={`Is there a second record of ${name}?`} />
      <Stack>
        <Joins {...found} />
        <Pages {...found} to={(number) => `${joinsAt(child)}?page=${number}`} links />
        <p>
          <a href={`${joinsAt(child)}/record`}>Say that another record is of the same child</a>
        </p>
      </Stack>
    </>
  )
  return page({ title: `Joined records – ${name}`, here: '/children', main })
}

type Shown = {
  readonly steps: readonly Join[]
  readonly latest: Join
  readonly closes: Side
  readonly goesOn: Side
  readonly nameOf: (person: string) => string
  readonly me: string
}

const Next: FC<Pick<Shown, 'latest' | 'me'>> = ({ latest: { child, line, step, by }, me }) => {
  const at = `${joinsAt(child)}/${line}`
  if (answersTo(step) !== undefined)
    return (
      <>
        {by === me && <p>You proposed it, so somebody else confirms it. You may still say no.</p>}
        <Button href={`${at}/decide`}>Decide</Button>
      </>
    )
  if (!mayBeParted(step)) return <p>Nothing waits. It can be proposed anew.</p>
  return (
    <Button kind="secondary" href={`${at}/part`}>
      Propose to part them again
    </Button>
  )
}

const OneJoin: FC<Shown> = ({ steps, latest, closes, goesOn, nameOf, me }) => (
  <>
    <BackLink href={joinsAt(latest.child)}>Joined records</BackLink>
    <PageHead title={`Are ${closes.name} and ${goesOn.name} one child?`} lead={STEP_WORDS[latest.step]} />
    <Stack>
      <SideBySide closes={closes} goesOn={goesOn} />
      <Contradicts closes={closes} goesOn={goesOn} />
      <WhatItMeans />
      <StepsTaken steps={steps} nameOf={nameOf} />
      <Next latest={latest} me={me} />
    </Stack>
  </>
)

/** GET /children/:child/joins/:line; of either record. */
export async function showJoin({ door, who, part }: Visit): Promise<Answer> {
  const [child, line] = [part('child'), part('line')]
  const shown = await door.as(who, async (asking): Promise<Shown | undefined> => {
    const steps = await stepsOf(asking, line)
    const [latest] = steps
    if (latest === undefined || ![latest.child, latest.goesOn].includes(child)) return undefined
    await asking.note('read two records beside each other', latest.goesOn, { line })
    const names = await workersCalled(
      asking,
      steps.map(({ by }) => by),
    )
    const [closes, goesOn] = [await sideOf(asking, latest.child), await sideOf(asking, latest.goesOn)]
    return { steps, latest, closes, goesOn, me: who.person, nameOf: (person) => names.get(person) ?? 'somebody' }
  })
  if (shown === undefined) return notFound
  return page({ title: 'Two records beside each other', here: '/children', main: <OneJoin {...shown} /> })
}
