// One rule: what it says, where that stands, since when, what satisfies it, and its examples, run as the page is read.
import type { FC } from 'hono/jsx'
import { formatDay, parseDay } from '#calendar'
import { type Answer, DueMark, notFound, page, type Visit } from '#web'
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
    <p class="back">
      <a href="/rules">All rules</a>
    </p>
    <section class="who rule">
      <h1>{rule.name}</h1>
      <p class="by">
        {rule.id} · <Standing level={rule.level} verification={rule.verification} />
      </p>
      <p class="said">{rule.says}</p>
      <dl>
        <Fact name="Where it stands" words={rule.citations.join('; ')} />
        <Fact
          name="In force"
          words={`From ${dayWords(rule.inForce.from)}${rule.inForce.until === null ? '' : ` until ${dayWords(rule.inForce.until)}`}`}
        />
        <Fact name="Counts from" words={rule.trigger} />
        <Fact name="Satisfied by" words={rule.satisfiedBy} />
        <Fact name="Responsible" words={rule.responsible} />
      </dl>
    </section>
    {rule.unconfirmed && (
      <p class="as-on">
        <strong>Unconfirmed.</strong> Nobody has read the provision itself for this rule. Check it before you rely on
        it.
      </p>
    )}
    <Readings rule={rule} />
    <Examples rule={rule} />
  </>
)

const Fact: FC<{ name: string; words: string }> = ({ name, words }) => (
  <div>
    <dt>{name}</dt>
    <dd>{capital(words)}</dd>
  </div>
)

const Readings: FC<{ rule: RulePage }> = ({ rule: { interpretations, excuses } }) => {
  const reasons = Object.values(excuses)
  return (
    <>
      {interpretations.length > 0 && (
        <section class="card">
          <h2>Where the law can be read in two ways</h2>
          <div class="prose">
            {interpretations.map(({ asks, taken }) => (
              <p>
                {asks} <strong>Taken here:</strong> {taken}
              </p>
            ))}
          </div>
        </section>
      )}
      {reasons.length > 0 && (
        <section class="card">
          <h2>Lawful reasons not to</h2>
          <ul class="plain">
            {reasons.map((reason) => (
              <li>{reason}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

const Examples: FC<{ rule: RulePage }> = ({ rule: { examples } }) => (
  <section class="card">
    <h2>
      Examples <span class="count">{examples.length}</span>
    </h2>
    <table class="examples">
      <caption class="unseen">Examples, run as this page was read</caption>
      <thead>
        <tr>
          <th scope="col">Example</th>
          <th scope="col">Given</th>
          <th scope="col">Gives</th>
          <th scope="col">Run just now</th>
        </tr>
      </thead>
      <tbody>
        {examples.map(({ name, given, expected, holds }) => (
          <tr>
            <th scope="row">{capital(name)}</th>
            <td>
              <Facts value={given} />
            </td>
            <td>
              <Facts value={expected} />
            </td>
            <td>
              <DueMark mark={holds ? 'done' : 'late'} words={holds ? 'Holds' : 'Does not hold'} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)
