// The SQL of permanence: the plans of a child, and the one that stands for each of many.
import { sql } from 'kysely'
import { type Asking, currentOf, readParts, type Version } from '#database'

export type PermanencePlan = Version<'kith.permanence_plan'> & {
  /** undefined: nothing was written, or it was taken out of sight. */
  readonly said: Readonly<Record<'why' | 'next', string>> | undefined
}

/** The one that stands first. */
export async function permanenceOf(asking: Asking, child: string): Promise<readonly PermanencePlan[]> {
  const plans = await currentOf(asking, 'kith.permanence_plan', child)
  return plans
    .map((plan) => ({ ...plan, said: readParts(plan.words, ['why', 'next']) }))
    .toSorted((a, b) => (`${a.decided} ${a.line}` < `${b.decided} ${b.line}` ? 1 : -1))
}

export type Waiting = {
  readonly child: string
  /** null: no plan for permanence is written. */
  readonly option: string | null
  readonly parallel: readonly string[]
  readonly decided: string | null
  readonly waitsFor: string | null
  readonly waitsSince: string | null
  /** The first day of this time in care. */
  readonly inCare: string | null
  /** Reviews of this time in care that were completed. */
  readonly reviews: number
  /** The long-term part of the care plan has words. */
  readonly inPlan: boolean
}
/** Children in care whom the asker sees, each with the plan that stands. */
export async function permanenceOfAll({ record, who }: Asking): Promise<readonly Waiting[]> {
  const { rows } = await sql<Waiting>`
    select c.child, p.option, coalesce(p.parallel, '{}') as parallel, p.decided, p.waits_for as "waitsFor", p.waits_since as "waitsSince",
      coalesce(c.began, c.began_by) as "inCare",
      (select count(*)::int from kith.review_current r where r.council = c.council and r.child = c.child and not r.adjourned
        and r.held >= coalesce(c.began, c.began_by)) as reviews,
      exists (select from kith.plan_part w join kith.plan k on k.council = w.council and k.id = w.plan
        where w.council = c.council and w.child = c.child and w.part = 'permanence' and k.kind = 'care plan') as "inPlan"
    from kith.care_period_current c
      left join lateral (select * from kith.permanence_plan_current q where q.council = c.council and q.child = c.child
        order by q.decided desc, q.line desc limit 1) p on true
    where c.council = ${who.council}::smallint and c.ended is null
    order by c.child`.execute(record)
  return rows
}
