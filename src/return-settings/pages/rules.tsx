// Every rule of a collection as the council reads it: its code, what it finds wrong, in which fields, how grave, and where we differ from the shared validator.
import type { FC } from 'hono/jsx'
import { BackLink, Card, Chips, DutyTable, PageHead, Paging } from '#look'
import { deviationOf, type Rule, rulesOfYear, ssda903Rules, yearsWithRules } from '#statutory-returns'
import { type Answer, page, type Visit } from '#web'
import { SEVERITIES, type Severity } from '../entered-lists.ts'
import { severitiesEntered } from '../store.ts'

export const RULES = '/returns/rules'
const ROWS = 50
const yearWords = (year: number): string => `${year - 1}/${String(year).slice(2)}`
const byCode = (a: Rule, b: Rule): number => a.code.localeCompare(b.code, 'en', { numeric: true })

/** The year asked for, else the latest; a page that is none is the nearest. */
function askedOf({ query }: Pick<Visit, 'query'>): { readonly year: number; readonly at: number } {
  const year = yearsWithRules.find((one) => String(one) === query('year')) ?? Math.max(...yearsWithRules)
  const at = Number(query('page') ?? 1)
  return { year, at: Number.isInteger(at) ? at : 1 }
}

export async function showRules(visit: Visit): Promise<Answer> {
  const { year, at: asked } = askedOf(visit)
  const rules = rulesOfYear(ssda903Rules, year).toSorted(byCode)
  const entered = await visit.door.as(visit.who, severitiesEntered)
  const grave = new Map(entered.map(({ rule, severity }) => [rule, severity]))
  const pages = Math.ceil(rules.length / ROWS)
  const at = Math.min(Math.max(1, asked), pages)
  const main = (
    <>
      <BackLink href="/returns">Returns</BackLink>
      <PageHead
        title="Rules of the return"
        lead={`${rules.length} rules of ${yearWords(year)}, in our own words. Where we differ from the validator that councils share, both are said.`}
      />
      <Chips
        label="Years"
        chips={yearsWithRules.toReversed().map((one) => ({
          to: `${RULES}?year=${one}`,
          words: yearWords(one),
          current: one === year,
        }))}
      />
      <Card title={yearWords(year)} count={rules.length} flush>
        <DutyTable
          caption={`Rules of ${yearWords(year)}, by code`}
          columns={['Rule', 'What is wrong', 'Fields', 'How grave']}
          rows={rules.slice((at - 1) * ROWS, at * ROWS).map((rule) => ({
            head: rule.code,
            cells: [<Says rule={rule} />, rule.fields.join(', '), graveWords(grave.get(rule.code))],
          }))}
        />
      </Card>
      <Paging
        page={at}
        pages={pages}
        from={(at - 1) * ROWS + 1}
        to={Math.min(at * ROWS, rules.length)}
        of={rules.length}
        address={(number) => `${RULES}?year=${year}&page=${number}`}
      />
    </>
  )
  return page({ title: `Rules of the return of ${yearWords(year)}`, here: '/returns', main })
}

const Says: FC<{ rule: Rule }> = ({ rule: { code, says } }) => {
  const deviation = deviationOf(code)
  return (
    <>
      {says}
      {deviation !== undefined && (
        <span class="kith-note">
          The shared validator: {deviation.reference} We: {deviation.ours}
        </span>
      )}
    </>
  )
}

const graveWords = (severity: Severity | undefined) =>
  severity === undefined || severity === 'unknown' ? <span class="kith-quiet">not known</span> : SEVERITIES[severity]
