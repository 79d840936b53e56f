// The SQL of permanence: the plans of a child, and the one that stands for each of many.
import { sql } from 'kysely'
import type { IsoDay } from '#calendar'
import { type Asking, currentOf, readParts, type Version } from '#database'
import { onShortBreaks } from './permanence.ts'

export type PermanencePlan = Version<'kith.permanence_plan'> & {
  /** undefined: nothing was written, or it was taken out of sight. */
  readonly said: Readonly<Record<'why' | 'next', string>> | undefined
}
export type Permanence = {
  /** Decided last in this time in care; undefined: none was, or they are not in care. */
  readonly standing: PermanencePlan | undefined
  /** The last decided first. */
  readonly before: readonly PermanencePlan[]
  /** false: the asker may not see when this time in care began, so the last decided is given as the one that stands. */
  readonly timeSeen: boolean
}

/** From when a plan may be of this time in care. Where its first day is not known, from the end of the time before. */
const TIME_BEGAN = sql`coalesce(c.began, (select max(e.ended) from kith.care_period_current e
  where e.council = c.council and e.child = c.child and e.ended is not null), '-infinity')`

export async function permanenceOf(asking: Asking, child: string): Promise<Permanence> {
  const plans = (await currentOf(asking, 'kith.permanence_plan', child))
    .map((plan) => ({ ...plan, said: readParts(plan.words, ['why', 'next']) }))
    .toSorted((a, b) => (`${a.decided} ${a.line}` < `${b.decided} ${b.line}` ? 1 : -1))
  if (plans.length === 0) return { standing: undefined, before: [], timeSeen: true }
  const { rows } = await sql<{ seen: boolean; began: string | null }>`
    select kith.may(${child}::uuid, 'see', 'legal') as seen, (
      select ${TIME_BEGAN}::text from kith.care_period_current c
      where c.council = ${asking.who.council}::smallint and c.child = ${child}::uuid and c.ended is null
      order by c.began desc limit 1) as began`.execute(asking.record)
  const [{ seen, began } = { seen: false, began: null }] = rows
  const isNow = ({ decided }: PermanencePlan): boolean => !seen || (began !== null && decided >= began)
  const standing = plans.find(isNow)
  return { standing, before: plans.filter((plan) => plan !== standing), timeSeen: seen }
}

export type Waiting = {
  readonly child: string
  /** false: their plans are not for the asker to see, so nothing is known of one. */
  readonly planSeen: boolean
  /** null: no plan for permanence is written in this time in care. */
  readonly option: string | null
  readonly parallel: readonly string[]
  readonly decided: string | null
  readonly waitsFor: string | null
  readonly waitsSince: string | null
  /** The first day of this time in care. */
  readonly inCare: string | null
  /** Reviews of this time in care that were completed; null: not for the asker to see. */
  readonly reviews: number | null
  /** The long-term part of the care plan has words. */
  readonly inPlan: boolean
  /** Kinds of the orders and agreements that stand. */
  readonly orders: readonly string[]
}
/** Children whom the asker sees in care, each with the plan that stands; of short breaks no plan is asked. */
export async function permanenceOfAll({ record, who }: Asking, today: IsoDay): Promise<readonly Waiting[]> {
  const { rows } = await sql<Waiting>`
    select c.child, kith.may(c.child, 'see', 'plan') as "planSeen",
      p.option, coalesce(p.parallel, '{}') as parallel, p.decided, p.waits_for as "waitsFor", p.waits_since as "waitsSince",
      coalesce(c.began, c.began_by) as "inCare",
      case when kith.may(c.child, 'see', 'reviews') then (
        select count(*)::int from kith.review_current r where r.council = c.council and r.child = c.child and not r.adjourned
          and r.held >= coalesce(c.began, c.began_by)) end as reviews,
      exists (select from kith.plan_part w join kith.plan k on k.council = w.council and k.id = w.plan
        where w.council = c.council and w.child = c.child and w.part = 'permanence' and k.kind = 'care plan') as "inPlan",
      array(select b.kind from kith.legal_basis_current b where b.council = c.council and b.child = c.child
        and coalesce(b.made, b.made_by) <= ${today}::date and (b.ended is null or b.ended > ${today}::date)
        and (b.until is null or b.until > ${today}::date) and b.suspended_by is null) as orders
    from kith.care_period_current c
      left join lateral (select * from kith.permanence_plan_current q where q.council = c.council and q.child = c.child
        and q.decided >= ${TIME_BEGAN} order by q.decided desc, q.line desc limit 1) p on true
    where c.council = ${who.council}::smallint and c.ended is null
    order by c.child`.execute(record)
  return rows.filter(({ orders }) => !onShortBreaks(orders))
}
