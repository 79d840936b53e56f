// The children behind a number, page by page, as far as the person may see them; and the workers behind one that counts workers.
import type { Child, FC } from 'hono/jsx'
import { formatLongDay, type IsoDay, parseDay } from '#calendar'
import { counted } from '#child-frame'
import { childrenCalled } from '#children'
import type { Asking } from '#database'
import { Card, Chips, DutyTable, EmptyState, PageHead, Pages, pageOf } from '#look'
import { type Behind, childrenBehind, lastNight, missingFacts, type WorkerBehind, workersBehind } from '#record-figures'
import { type Answer, notFound, page, type Visit } from '#web'
import { type Measure, measureOf } from '../measure.ts'
import { type FactsOfOwner, factsByOwner, type MissingOf, missingOf } from '../missing-facts.ts'
import { noteShown, workersOfChildren } from '../work-store.ts'
import { HERE, keptBehind, measurePath } from './parts.tsx'
import { stepOf, stepsOf } from './work.tsx'

const AUDITS: readonly string[] = ['director', 'quality-lead']
type How = 'a' | 'b' | 'u'
const HOW: Readonly<Record<How, string>> = { a: 'Counted', b: 'The others', u: 'Not known' }
const isHow = (word: string | undefined): word is How => word !== undefined && Object.hasOwn(HOW, word)
const isOf = (how: How, stands: string): boolean => (how === 'u' ? stands !== 'a' && stands !== 'b' : stands === how)

type Named = { readonly child: string; readonly name: string; readonly lacks: string | undefined }
/** Names as far as the person may know them; each child who is shown is noted in the log. */
async function named(asking: Asking, rows: readonly Behind[], indicator: string): Promise<readonly Named[]> {
  const children = rows.map(({ child }) => child)
  await noteShown(asking, children, indicator)
  const names = await childrenCalled(asking, children)
  return rows.map(({ child, how }) => ({
    ...{ child, name: names.get(child) ?? 'A child whose name you may not see' },
    lacks: how === 'a' || how === 'b' || how === '' ? undefined : how,
  }))
}

const Children: FC<{ readonly rows: readonly Named[] }> = ({ rows }) => (
  <ul class="kith-index">
    {rows.map(({ child, name, lacks }) => (
      <li>
        <a href={`/children/${child}`}>{name}</a>
        {lacks !== undefined && <span class="kith-note">Not known: {lacks}</span>}
      </li>
    ))}
  </ul>
)

export async function showBehind(visit: Visit): Promise<Answer> {
  const { door, who, part, query } = visit
  const measure = measureOf(part('measure'))
  if (measure === undefined) return notFound
  if (measure.ofAudits && !visit.me.parts.some((part) => AUDITS.includes(part))) return keptBehind(measure)
  const asked = query('how')
  const how = isHow(asked) ? asked : 'a'
  const main = await door.as(who, async (asking) => {
    const day = parseDay(query('day') ?? '') ?? (await lastNight(asking))
    if (day === undefined) return undefined
    const shown = { measure, how, day }
    const number = Number(query('page') ?? 1)
    if (measure.of === 'workers')
      return <Workers {...shown} number={number} all={await workersBehind(asking, measure.id, day)} />
    const all = await childrenBehind(asking, measure, day)
    const own = all.filter((one) => isOf(how, one.how))
    const at = pageOf(own, number)
    const rows = await named(asking, at.rows, measure.id)
    return <BehindPage {...shown} {...{ all, rows }} at={{ page: at.page, pages: at.pages, of: own.length }} />
  })
  return main === undefined ? notFound : page({ title: `${measure.name}: who is behind it`, here: HERE, main })
}

type Shown = { readonly measure: Measure; readonly how: How; readonly day: IsoDay }
const address = ({ measure, day }: Shown, how: How) => `${measurePath(measure.id)}/children?how=${how}&day=${day}`

const Head: FC<Shown & { readonly counts: (how: How) => number }> = ({ counts, ...shown }) => {
  const { measure, how, day } = shown
  return (
    <>
      <PageHead
        title={measure.name}
        lead={
          <>
            To the end of {formatLongDay(day)}. Counted: {measure.numerator}.{' '}
            <a href={measurePath(measure.id)}>The figure</a>
          </>
        }
      />
      <Chips
        label="Who"
        chips={(['a', 'b', 'u'] as const).flatMap((one) => {
          const chip = { to: address(shown, one), words: HOW[one], count: counts(one), current: one === how }
          return one === 'b' && chip.count === 0 && !chip.current ? [] : [chip]
        })}
      />
    </>
  )
}

type BehindShown = Shown & {
  readonly all: readonly Behind[]
  readonly rows: readonly Named[]
  readonly at: { readonly page: number; readonly pages: number; readonly of: number }
}
const BehindPage: FC<BehindShown> = ({ all, rows, at, ...shown }) => (
  <>
    <Head {...shown} counts={(how) => all.filter((one) => isOf(how, one.how)).length} />
    {rows.length === 0 ? (
      <EmptyState title="No child whom you may see." />
    ) : (
      <Card title={`${HOW[shown.how]}: ${counted(at.of, 'child', 'children')}`} beside="Of those whom you may see">
        <Children rows={rows} />
      </Card>
    )}
    <Pages {...at} to={(number) => `${address(shown, shown.how)}&page=${number}`} links />
  </>
)

type WorkersShown = Shown & { readonly all: readonly WorkerBehind[]; readonly number: number }
const Workers: FC<WorkersShown> = ({ all, number, ...shown }) => {
  const own = all.filter((one) => isOf(shown.how, one.how))
  const { rows, ...at } = pageOf(own, number)
  return (
    <>
      <Head {...shown} counts={(how) => all.filter((one) => isOf(how, one.how)).length} />
      {own.length === 0 ? (
        <EmptyState title="Nobody." />
      ) : (
        <Card title={`${HOW[shown.how]}: ${counted(own.length, 'worker')}`} flush>
          <DutyTable
            caption={`${shown.measure.name}: workers`}
            columns={['Worker', 'Of a full post', 'Children']}
            numbers={[0, 1]}
            rows={rows.map(({ name, posts, children, worker }) => ({
              head: name,
              cells: [posts ?? 'not known', children === 0 ? 0 : <a href={`/children?worker=${worker}`}>{children}</a>],
            }))}
          />
        </Card>
      )}
      <Pages {...at} of={own.length} to={(one) => `${address(shown, shown.how)}&page=${one}`} links />
    </>
  )
}

/** Children by how many workers they have had. */
export async function showChanges(visit: Visit): Promise<Answer> {
  const { door, who, part, query, today } = visit
  const step = stepOf(Number(part('workers')))
  if (step === undefined) return notFound
  const title = `Workers in twelve months: ${step.words.toLowerCase()}`
  const main = await door.as(who, async (asking) => {
    const day = (await lastNight(asking)) ?? today
    const steps = stepsOf(await workersOfChildren(asking, day))
    const own = steps.find(({ least }) => least === step.least)?.children ?? []
    const at = pageOf(
      own.map((child): Behind => ({ child, how: '' })),
      Number(query('page') ?? 1),
    )
    const rows = await named(asking, at.rows, 'workers in twelve months')
    return (
      <>
        <PageHead title={title} lead={`Children in care on ${formatLongDay(day)} whom you may see.`} />
        <Chips
          label="How many workers"
          chips={steps.map(({ least, words, children }) => ({
            ...{ to: `${HERE}/changes/${least}`, words, count: children.length, current: least === step.least },
          }))}
        />
        {rows.length === 0 ? <EmptyState title="No child whom you may see." /> : <Plain rows={rows} of={own.length} />}
        <Pages {...{ page: at.page, pages: at.pages, of: own.length }} to={(number) => `?page=${number}`} links />
      </>
    )
  })
  return page({ title, here: HERE, main })
}
const Plain: FC<{ readonly rows: readonly Named[]; readonly of: number }> = ({ rows, of }) => (
  <Card title={counted(of, 'child', 'children')}>
    <Children rows={rows} />
  </Card>
)

/** What is not known, with who can put it right; of one worker, each child by name. */
export async function showMissingFacts(visit: Visit): Promise<Answer> {
  const { door, who, query } = visit
  const chosen = query('owner')
  const main = await door.as(who, async (asking) => {
    const day = await lastNight(asking)
    if (day === undefined) return <NoFacts />
    const all = factsByOwner(await missingFacts(asking, day))
    const own = all.find(({ owner }) => (owner ?? 'nobody') === chosen)
    const number = Number(query('page') ?? 1)
    if (own === undefined) return <Owners all={all} day={day} number={number} />
    const { rows, ...at } = pageOf(missingOf(own), number)
    return <Owner {...{ own, rows, at }} children={await childLinks(asking, rows)} />
  })
  return page({ title: 'What is not known', here: HERE, main })
}

const NoFacts: FC = () => (
  <>
    <PageHead title="What is not known" />
    <EmptyState title="The first night has not run yet." />
  </>
)

const MOST = 3
const MostOfAll: FC<Pick<FactsOfOwner, 'facts'>> = ({ facts }) => (
  <>
    {facts
      .slice(0, MOST)
      .map(({ fact, children }) => `${fact} (${children.length})`)
      .join('; ')}
    {facts.length > MOST && <span class="kith-note">and {counted(facts.length - MOST, 'other fact')}</span>}
  </>
)

type OwnersShown = { readonly all: readonly FactsOfOwner[]; readonly day: IsoDay; readonly number: number }
const Owners: FC<OwnersShown> = ({ all, day, number }) => {
  const { rows, ...at } = pageOf(all, number)
  return (
    <>
      <PageHead
        title="What is not known"
        lead={`Facts that figures to the end of ${formatLongDay(day)} lack, with who works with the child and can put them right.`}
      />
      {all.length === 0 ? (
        <EmptyState>Nothing is missing of a child whom you may see.</EmptyState>
      ) : (
        <Card title="By who can put it right" flush>
          <DutyTable
            caption="Missing facts by worker"
            columns={['Worker', 'Children', 'What is missing most, of how many']}
            numbers={[0]}
            rows={rows.map(({ owner, name, children, facts }) => ({
              head: <a href={`${HERE}/missing-facts?owner=${owner ?? 'nobody'}`}>{name}</a>,
              cells: [children.length, <MostOfAll facts={facts} />],
            }))}
          />
        </Card>
      )}
      <Pages {...at} of={all.length} to={(one) => `${HERE}/missing-facts?page=${one}`} links />
    </>
  )
}

async function childLinks(asking: Asking, rows: readonly MissingOf[]): Promise<ReadonlyMap<string, Child>> {
  const children = [...new Set(rows.map(({ child }) => child))]
  const known = await named(
    asking,
    children.map((child): Behind => ({ child, how: '' })),
    'missing facts',
  )
  return new Map(known.map(({ child, name }) => [child, <a href={`/children/${child}`}>{name}</a>]))
}

type OwnerShown = {
  readonly own: FactsOfOwner
  readonly rows: readonly MissingOf[]
  readonly at: { readonly page: number; readonly pages: number }
  readonly children: ReadonlyMap<string, Child>
}
/** A fact that goes on from the page before has its heading again. */
const Owner: FC<OwnerShown> = ({ own, rows, at, children }) => (
  <>
    <PageHead
      title={`What is not known: ${own.name}`}
      lead={
        <>
          {counted(own.children.length, 'child', 'children')} whom you may see.{' '}
          <a href={`${HERE}/missing-facts`}>Everybody</a>
        </>
      }
    />
    {[...Map.groupBy(rows, ({ fact }) => fact)].map(([fact, some]) => (
      <Card title={`Not known: ${fact}`} count={some[0]?.of}>
        <ul class="kith-index">
          {some.map(({ child }) => (
            <li>{children.get(child)}</li>
          ))}
        </ul>
      </Card>
    ))}
    <Pages
      {...at}
      of={missingOf(own).length}
      to={(one) => `${HERE}/missing-facts?owner=${own.owner ?? 'nobody'}&page=${one}`}
      links
    />
  </>
)
