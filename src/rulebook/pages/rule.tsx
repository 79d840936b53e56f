// One rule: what it says, where that stands, since when, what satisfies it, and its examples, run as the page is read.
import type { FC } from 'hono/jsx'
import { formatDay, type IsoDay, parseDay } from '#calendar'
import { choicesRecorded, type RecordedChoice } from '#clock'
import { BackLink, Card, CardList, capital, DueMark, DutyTable, Facts as FactList, Notice, PageHead } from '#look'
import { type Answer, notFound, page, type Visit } from '#web'
import { type RulePage, ruleById, rulePage } from '../rulebook.ts'
import { tablesInWords } from '../rulebook-words.ts'
import { ChoiceHistory, choiceWords, slugOf, switchOf } from './choose-reading.tsx'
import { Facts } from './facts.tsx'
import { Standing } from './standing.tsx'

export async function showRule(visit: Visit): Promise<Answer> {
  const found = ruleById(visit.part('rule'))
  if (found === undefined) return notFound
  const choices = await visit.door.as(visit.who, async (asking) => await choicesRecorded(asking))
  const chooses = visit.me.parts.some((part) => part === 'administrator' || part === 'director')
  const main = <RuleShown rule={rulePage(found)} choices={choices} chooses={chooses} today={visit.today} />
  return page({ title: `${found.name} – rule`, here: '/rules', main })
}

const dayWords = (written: string): string => {
  const day = parseDay(written)
  return day === undefined ? written : formatDay(day)
}

type Shown = {
  readonly rule: RulePage
  readonly choices: readonly RecordedChoice[]
  readonly chooses: boolean
  readonly today: IsoDay
}

const RuleShown: FC<Shown> = ({ rule, ...shown }) => (
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
    <NotCounted rule={rule} />
    {rule.beside && (
      <p class="kith-quiet">
        Owed to a worker, of a council’s own audits, or to whoever complains or asks for their file: counted on pages of
        its own, in no child’s list.
      </p>
    )}
    {rule.unconfirmed && (
      <Notice tone="warn">
        <p>
          <strong>Unconfirmed.</strong> Nobody has read the provision itself for this rule. Check it before you rely on
          it.
        </p>
      </Notice>
    )}
    <Readings rule={rule} {...shown} />
    <Examples rule={rule} />
  </>
)

const NotCounted: FC<{ readonly rule: RulePage }> = ({ rule: { applied, inForce, waitsFor } }) => {
  if (applied) return null
  return (
    <Notice tone="warn">
      <p>
        <strong>{inForce.notYet === null ? 'The clock does not count this yet.' : 'Not in force.'}</strong>{' '}
        {inForce.notYet ?? `The record does not hold this: ${tablesInWords(waitsFor ?? '')}`}
      </p>
    </Notice>
  )
}

function factsOf(rule: RulePage) {
  const { citations, inForce, trigger, satisfiedBy, responsible, applied, waitsFor } = rule
  const { from, until, notYet } = inForce
  const named: Readonly<Record<string, string>> = {
    'Where it stands': citations.join('; '),
    'In force': notYet !== null ? 'No' : `From ${dayWords(from)}${until === null ? '' : ` until ${dayWords(until)}`}`,
    'Counts from': trigger,
    'Satisfied by': satisfiedBy,
    Responsible: responsible,
    ...(applied && waitsFor !== null ? { 'Not in the record yet': tablesInWords(waitsFor) } : {}),
  }
  return Object.entries(named).map(([name, words]) => ({ name, fact: { words: capital(words) } }))
}

const Interpreted: FC<Shown & { readonly of: RulePage['interpretations'][number] }> = ({
  of,
  choices,
  chooses,
  today,
}) => {
  const name = switchOf(of)
  const own = name === undefined ? [] : choices.filter(({ switch: one }) => one === name)
  const standing = own.find(({ from }) => from <= today)
  return (
    <>
      {of.asks} <strong>{standing === undefined ? 'Taken here:' : 'Chosen by this council:'}</strong>{' '}
      {standing === undefined || name === undefined ? of.taken : choiceWords(name, standing.choice)}
      {name === undefined && <span class="kith-quiet"> A council cannot choose this yet.</span>}
      {name !== undefined && own.length > 0 && <ChoiceHistory name={name} history={own} />}
      {name !== undefined && chooses && (
        <p class="kith-no-print kith-alone">
          <a href={`/rules/choose/${slugOf(name)}`}>Choose how this is read</a>
        </p>
      )}
    </>
  )
}

const Readings: FC<Shown> = (shown) => {
  const { rule } = shown
  const { interpretations, excuses } = rule
  const reasons = Object.values(excuses)
  return (
    <>
      {interpretations.length > 0 && (
        <Card title={rule.isLaw ? 'Where the law can be read in two ways' : 'What a council may choose'} flush>
          <CardList items={interpretations.map((one) => <Interpreted {...shown} of={one} />)} />
        </Card>
      )}
      {interpretations.length === 0 && rule.isLaw && (
        <p class="kith-quiet">Its days are law: no council can change them, and they cannot be changed here.</p>
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
