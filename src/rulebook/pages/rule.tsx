// One rule: what it says, where that stands, since when, what satisfies it, and its examples, run as the page is read.
import type { FC } from 'hono/jsx'
import { formatDay, parseDay } from '#calendar'
import { BackLink, Card, CardList, DueMark, DutyTable, Facts as FactList, Notice, PageHead } from '#look'
import { type Answer, notFound, page, type Visit } from '#web'
import { type RulePage, ruleById, rulePage } from '../rulebook.ts'
import { Facts } from './facts.tsx'
import { Standing } from './standing.tsx'

export async function showRule(visit: Visit): Promise<Answer> {
  const found = ruleById(visit.part('rule'))
  if (found === undefined) return notFound
  return page({ title: `${found.name} – rule`, here: '/rules', main: <RuleShown rule={rulePage(found)} /> })
}

const dayWords = (written: string): string => {
  const day = parseDay(written)
  return day === undefined ? written : formatDay(day)
}

const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1)

const RuleShown: FC<{ rule: RulePage }> = ({ rule }) => (
  <>
    <BackLink href="/rules">All rules</BackLink>
    <PageHead
      title={rule.name}
      lead={
        <>
          {rule.id} · <Standing level={rule.level} verification={rule.verification} />
        </>
      }
    />
    <Card title="What it says">
      <p class="kith-said">{rule.says}</p>
      <FactList kind="wide" facts={factsOf(rule)} />
    </Card>
    {rule.unconfirmed && (
      <Notice tone="warn">
        <p>
          <strong>Unconfirmed.</strong> Nobody has read the provision itself for this rule. Check it before you rely on
          it.
        </p>
      </Notice>
    )}
    <Readings rule={rule} />
    <Examples rule={rule} />
  </>
)

function factsOf({ citations, inForce: { from, until }, trigger, satisfiedBy, responsible }: RulePage) {
  const named: Readonly<Record<string, string>> = {
    'Where it stands': citations.join('; '),
    'In force': `From ${dayWords(from)}${until === null ? '' : ` until ${dayWords(until)}`}`,
    'Counts from': trigger,
    'Satisfied by': satisfiedBy,
    Responsible: responsible,
  }
  return Object.entries(named).map(([name, words]) => ({ name, fact: { words: capital(words) } }))
}

const Readings: FC<{ rule: RulePage }> = ({ rule: { interpretations, excuses } }) => {
  const reasons = Object.values(excuses)
  return (
    <>
      {interpretations.length > 0 && (
        <Card title="Where the law can be read in two ways" flush>
          <CardList
            items={interpretations.map(({ asks, taken }) => (
              <>
                {asks} <strong>Taken here:</strong> {taken}
              </>
            ))}
          />
        </Card>
      )}
      {reasons.length > 0 && (
        <Card title="Lawful reasons not to" flush>
          <CardList items={reasons} />
        </Card>
      )}
    </>
  )
}

const Examples: FC<{ rule: RulePage }> = ({ rule: { examples } }) => (
  <Card title="Examples" count={examples.length} flush>
    <DutyTable
      caption="Examples, run as this page was read"
      columns={['Example', 'Given', 'Gives', 'Run just now']}
      rows={examples.map(({ name, given, expected, holds }) => ({
        head: capital(name),
        cells: [
          <Facts value={given} />,
          <Facts value={expected} />,
          <DueMark mark={holds ? 'done' : 'late'} words={holds ? 'Holds' : 'Does not hold'} />,
        ],
      }))}
    />
  </Card>
)
