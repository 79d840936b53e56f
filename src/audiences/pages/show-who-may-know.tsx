// What is kept from some people, with the decision behind each; and what is said of the child that everybody with sight of it reads.
import type { FC } from 'hono/jsx'
import { scopesOpen } from '#access'
import { dayWords, type IsoDay, parseDay } from '#calendar'
import type { Asking } from '#database'
import { namesOfWorkers } from '#forms'
import { Card, CardList, capital, EmptyState, Facts, PageHead, Stack, Tag } from '#look'
import { namesOf, shownName } from '#people'
import { type Answer, page, type Visit } from '#web'
import { relationWords } from '../limiting.ts'
import { beginningOf, isKept, STATEMENTS } from '../statement.ts'
import { type Decision, decisionsOf, ordersOf, peopleAround, type Statement, statementsOf } from '../store.ts'

type Shown = {
  readonly child: string
  readonly called: string
  readonly statements: readonly Statement[]
  readonly decisions: ReadonlyMap<string, Decision>
  readonly workers: ReadonlyMap<string, string>
  /** People around the child and orders, in words, by their lines. */
  readonly named: ReadonlyMap<string, string>
  readonly writes: ReadonlySet<string>
  readonly today: IsoDay
}
const SCOPES = [...new Set(Object.values(STATEMENTS).map(({ scope }) => scope))]

async function shownTo(asking: Asking, child: string, today: IsoDay): Promise<Shown> {
  const statements = await statementsOf(asking, child)
  const decisions = await decisionsOf(asking, child)
  const people = [
    ...statements.flatMap(({ must_not_know: barred }) => barred ?? []),
    ...[...decisions.values()].flatMap(({ decided_by: by, recorded_by: wrote }) => [wrote, ...(by ? [by] : [])]),
  ]
  const around = (await peopleAround(asking, child)).map(
    ({ line, relation, words }) => [line, words ?? relation] as const,
  )
  const orders = (await ordersOf(asking, child)).map(({ line, kind, made }) => {
    const when = made === null ? '' : ` of ${dayWords(made)}`
    return [line, `${kind}${when}`] as const
  })
  return {
    ...{ child, called: shownName(await namesOf(asking, child)) ?? 'this child', statements, decisions, today },
    workers: await namesOfWorkers(asking, people),
    named: new Map([...around, ...orders]),
    writes: await scopesOpen(asking, child, ['write', SCOPES]),
  }
}

/** A side and a day, or a day, of what is written in parts: 'Faith, Fri 20 Mar 2026'. */
const inWords = (part: string): string => (parseDay(part) === undefined ? capital(part) : dayWords(part))
/** A document keeps title and sender as one text, of which the title is told here. */
function titleOf({ table, words, code }: Statement): string {
  if (table === 'kith.birth_claim') return `born ${dayWords(code)}`
  if (table === 'kith.identity_talk' || table === 'kith.exploitation_assessment')
    return (code ?? '').split(', ').map(inWords).join(', ')
  if (table === 'kith.document') return words === undefined ? 'taken out of sight' : beginningOf(documentTitle(words))
  if (words === undefined) return code ?? 'taken out of sight'
  return code === null ? beginningOf(words.split('\n')[0]) : `${beginningOf(words.split('\n')[0])} (${code})`
}
function documentTitle(words: string): string {
  const read: unknown = JSON.parse(words)
  const title: unknown = typeof read === 'object' && read !== null ? Reflect.get(read, 'title') : undefined
  return typeof title === 'string' ? title : 'a document'
}

const named = (ids: readonly string[], names: ReadonlyMap<string, string>): string =>
  ids.map((id) => names.get(id) ?? 'somebody').join(', ')

function decisionFacts(decision: Decision, { workers, named: around }: Shown) {
  const { power, decided, decided_by: by, legal_basis: order, withheld_from: withheld, because } = decision
  const who =
    by === null
      ? power === 'court order'
        ? 'A court'
        : (workers.get(decision.recorded_by) ?? 'Somebody')
      : workers.get(by)
  return [
    ['Must not be told', withheld === null ? undefined : named(withheld, around)],
    ['It rests on', `${capital(power)}${order === null ? '' : `: ${around.get(order) ?? 'an order that has ended'}`}`],
    ['Decided', `${dayWords(decided)} by ${who ?? 'somebody'}`],
    ['Why', because === '' ? 'No reason is written' : (because ?? 'Taken out of sight')],
  ] as const
}

const One: FC<{ readonly of: Statement; readonly shown: Shown }> = ({ of, shown }) => {
  const decision = of.audience_decision === null ? undefined : shown.decisions.get(of.audience_decision)
  const relations = of.audience?.map(relationWords)
  const facts = [
    ['Who may know', relations === undefined ? 'Whoever sees that part of the record' : capital(relations.join(', '))],
    ['Who must not know', of.must_not_know === null ? undefined : named(of.must_not_know, shown.workers)],
    ...(decision === undefined
      ? [['Decided', 'The reason stands beside it; no decision is recorded'] as const]
      : decisionFacts(decision, shown)),
  ].flatMap(([name, words]) => (words === undefined ? [] : [{ name: name ?? '', fact: { words } }]))
  const until = decision?.until ?? null
  return (
    <Card
      title={`${STATEMENTS[of.table].called}: ${titleOf(of)}`}
      {...(shown.writes.has(STATEMENTS[of.table].scope)
        ? { beside: <Change of={of} child={shown.child} words="Change" /> }
        : {})}
    >
      <Facts kind="wide" facts={facts} />
      {until !== null && (
        <p>
          Looked at again: {dayWords(until)}{' '}
          {until <= shown.today && <Tag classes="govuk-tag--orange">To be looked at now</Tag>}
        </p>
      )}
    </Card>
  )
}
const Change: FC<{ readonly of: Statement; readonly child: string; readonly words: string }> = ({
  of,
  child,
  words,
}) => (
  <a href={`/children/${child}/${STATEMENTS[of.table].path}/${of.id}/who-may-know`}>
    {words}
    <span class="govuk-visually-hidden">: {titleOf(of)}</span>
  </a>
)

/** GET /children/:child/who-may-know */
export async function showWhoMayKnow(visit: Visit): Promise<Answer> {
  const child = visit.part('child')
  const shown = await visit.door.as(visit.who, async (asking) => await shownTo(asking, child, visit.today))
  const { called, statements } = shown
  const limited = statements.filter(isKept)
  const open = statements.filter((one) => !isKept(one))
  const title = `Who may know what about ${called}`
  const main = (
    <>
      <PageHead
        title={title}
        lead="You see here what you may know yourself. Something that is kept from you is not on this page."
        actions={<a href={`/children/${child}`}>The record of {called}</a>}
      />
      <Stack>
        {limited.length === 0 && (
          <EmptyState title="Nothing that you may know is kept from anybody">
            Who may know an address, somebody in the family, a document or a paragraph is said where it stands.
          </EmptyState>
        )}
        {limited.map((one) => (
          <One of={one} shown={shown} />
        ))}
        {open.length > 0 && (
          <Card title="Read by everybody who may open this record" count={open.length} flush>
            <CardList
              items={open.map((one) => (
                <>
                  {STATEMENTS[one.table].called}: {titleOf(one)}{' '}
                  {shown.writes.has(STATEMENTS[one.table].scope) && (
                    <Change of={one} child={child} words="Say who may know" />
                  )}
                </>
              ))}
            />
          </Card>
        )}
      </Stack>
    </>
  )
  return page({ title: `${title} – Kith`, here: '/children', main, about: child })
}
