// The rulebook: every rule that the clock applies, by area, and every duty of the catalogue that no rule is built for.
import type { FC } from 'hono/jsx'
import { EVERY_RULE, type ListedRule } from '#duties'
import { citationText } from '#law'
import { type Answer, page } from '#web'
import { byArea } from '../areas.ts'
import { type ListedDuty, notBuilt } from '../rulebook.ts'
import { Standing } from './standing.tsx'

export async function showRules(): Promise<Answer> {
  return page({ title: 'Rulebook', here: '/rules', main: <Rulebook rules={EVERY_RULE} missing={notBuilt()} /> })
}

type Lists = { readonly rules: readonly ListedRule[]; readonly missing: readonly ListedDuty[] }

const Rulebook: FC<Lists> = ({ rules, missing }) => (
  <>
    <h1>Rulebook</h1>
    <p class="lead">
      {rules.length} rules are built. {missing.length} duties of the catalogue are not built yet.
    </p>
    {byArea(rules).map(({ area, letters, items }) => (
      <section class="area" aria-labelledby={letters}>
        <h2 id={letters}>{area}</h2>
        <ul class="rules">
          {items.map((rule) => (
            <RuleItem rule={rule} />
          ))}
        </ul>
      </section>
    ))}
    <details class="card">
      <summary>
        <h2>
          Not built yet <span class="count">{missing.length}</span>
        </h2>
      </summary>
      <p class="by">
        The catalogue lists these duties and Kith has no rule for them yet. They never show as due here: keep watching
        them as you do now.
      </p>
      {byArea(missing).map(({ area, items }) => (
        <div class="missing">
          <h3>{area}</h3>
          <ul>
            {items.map(({ id, name, level, verification }) => (
              <li>
                {name} ({id}). <Standing level={level} verification={verification} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </details>
  </>
)

const RuleItem: FC<{ rule: ListedRule }> = ({ rule: { id, name, level, verification, cites } }) => (
  <li>
    <a href={`/rules/${id}`}>{name}</a>
    <span class="by">
      {id} · <Standing level={level} verification={verification} />
    </span>
    <span class="by">{citationText(cites[0])}</span>
  </li>
)
