// The rulebook: every rule that the clock applies, by area, and every duty of the catalogue that no rule is built for.
import type { FC } from 'hono/jsx'
import { EVERY_RULE, type ListedRule } from '#duties'
import { citationText } from '#law'
import { FoldedCard, PageHead } from '#look'
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
    <PageHead
      title="Rulebook"
      lead={`${rules.length} rules are built. ${missing.length} duties of the catalogue are not built yet.`}
    />
    {byArea(rules).map(({ area, letters, items }) => (
      <section class="kith-area" aria-labelledby={letters}>
        <h2 id={letters}>{area}</h2>
        <ul class="kith-index">
          {items.map((rule) => (
            <RuleItem rule={rule} />
          ))}
        </ul>
      </section>
    ))}
    <FoldedCard title="Not built yet" count={missing.length} flush>
      <p class="kith-quiet kith-card__note">
        The catalogue lists these duties and Kith has no rule for them yet. They never show as due here: keep watching
        them as you do now.
      </p>
      {byArea(missing).map(({ area, items }) => (
        <div class="kith-card__part">
          <h3>{area}</h3>
          <ul class="kith-bullets">
            {items.map(({ id, name, level, verification }) => (
              <li>
                {name} ({id}). <Standing level={level} verification={verification} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </FoldedCard>
  </>
)

const RuleItem: FC<{ rule: ListedRule }> = ({ rule: { id, name, level, verification, cites } }) => (
  <li>
    <a href={`/rules/${id}`}>{name}</a>
    <span class="kith-quiet">
      {id} · <Standing level={level} verification={verification} />
    </span>
    <span class="kith-quiet">{citationText(cites[0])}</span>
  </li>
)
