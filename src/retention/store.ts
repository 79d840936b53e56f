// The SQL of how long a record is kept: what it follows from, legal holds, destruction by two people, and what comes due.
import { sql } from 'kysely'
import { addMonths, addYears, day, type IsoDay, parseDay } from '#calendar'
import {
  type Asking,
  changeFrom,
  correct,
  currentOf,
  historyOf,
  type RecordColumns,
  recordFirst,
  retract,
  type Superseded,
  type Version,
  type Written,
} from '#database'
import { AHEAD_MONTHS, type Kept, keptUntil, type Life, mayGoFrom } from './keeping.ts'

type LifeRow = {
  readonly child: string
  readonly born: string | null
  readonly died: string | null
  readonly adopted: string | null
  readonly planned: boolean
}
const LIFE = sql`
  select c.id as child, b.born::text, e.died::text, e.adopted::text, coalesce(e.last >= b.born + interval '16 years', false) as planned
  from kith.child c
    left join lateral (select max(born) as born from kith.birth_claim_current where council = c.council and child = c.id) b on true
    left join lateral (select greatest(max(ended) filter (where end_reason = 'E2'),
        (select max(l.since) from kith.leaving_care_end_current l where l.council = c.council and l.child = c.id and l.kind = 'died')) as died, max(ended) filter (where end_reason in ('E11', 'E12')) as adopted,
        max(coalesce(ended, current_date)) as last
      from kith.care_period_current where council = c.council and child = c.id) e on true`
const orUndefined = (text: string | null): IsoDay | undefined => parseDay(text ?? '')
const lifeOf = ({ born, died, adopted, planned }: LifeRow): Life => ({
  ...{ born: orUndefined(born), died: orUndefined(died), adopted: orUndefined(adopted), planned },
})

export async function keptOf(asking: Asking, child: string): Promise<readonly Kept[]> {
  const { rows } = await sql<LifeRow>`${LIFE} where c.council = ${asking.who.council} and c.id = ${child}`.execute(
    asking.record,
  )
  return rows[0] === undefined ? [] : keptUntil(lifeOf(rows[0]))
}

const YEARS_OF_LIFE = 75
const YEARS_AFTER_DEATH = 15
export type ComesDue = { readonly child: string; readonly last: Kept; readonly held: boolean; readonly asked: boolean }
/** Of whoever the asker may hand over: what may go within a year, the earliest first. */
export async function comesDue(asking: Asking, today: IsoDay): Promise<readonly ComesDue[]> {
  const before = addMonths(today, AHEAD_MONTHS)
  const { rows } = await sql<LifeRow & { held: boolean; asked: boolean }>`
    select k.*, exists (select from kith.retention_event_current r where r.council = ${asking.who.council} and r.child = k.child and r.kind = 'hold') as held,
      exists (select from kith.disposals_of(k.child) d where d.outcome is null) as asked
    from (${LIFE} where c.council = ${asking.who.council}) k
    where (k.born::date <= ${addYears(before, -YEARS_OF_LIFE)}::date or k.died::date <= ${addYears(before, -YEARS_AFTER_DEATH)}::date)
      and kith.may(k.child, 'takeOut', 'documents')
      and not exists (select from kith.disposals_of(k.child) d where d.outcome = 'destroyed')`.execute(asking.record)
  return rows
    .flatMap(({ child, held, asked, ...row }) => {
      const last = mayGoFrom(keptUntil(lifeOf({ child, ...row })))
      return last?.until !== undefined && last.until <= before ? [{ child, last, held, asked }] : []
    })
    .toSorted((a, b) => ((a.last.until ?? '') < (b.last.until ?? '') ? -1 : 1))
}

export type Hold = Version<'kith.retention_event'>
/** Every hold, standing and lifted, the latest first. */
export async function holdsOf(asking: Asking, child: string): Promise<readonly Hold[]> {
  const all = await currentOf(asking, 'kith.retention_event', child)
  return all
    .filter(({ kind }) => kind === 'hold' || kind === 'hold lifted')
    .toSorted((a, b) => ((a.starts ?? '') < (b.starts ?? '') ? 1 : -1))
}
export type StandingHold = { readonly child: string; readonly starts: IsoDay; readonly lookAgain: IsoDay | null }
/** Of whoever the asker may hand over: the earliest to be looked at first, without a day last. */
export async function holdsStanding({ record, who }: Asking): Promise<readonly StandingHold[]> {
  const { rows } = await sql<StandingHold>`
    select child, starts, look_again as "lookAgain" from kith.retention_event_current
    where council = ${who.council}::smallint and kind = 'hold' and kith.may(child, 'takeOut', 'documents')
    order by look_again nulls last, starts, line`.execute(record)
  return rows
}
export const isHeld = (holds: readonly Hold[]): boolean => holds.some(({ kind }) => kind === 'hold')
/** Why it was set, where it was lifted since. */
export async function whySet(asking: Asking, line: string): Promise<string | undefined> {
  return (await historyOf(asking, 'kith.retention_event', line)).findLast(({ kind }) => kind === 'hold')?.words
}

type HoldColumns = RecordColumns<'kith.retention_event'>
export type Lifting = { readonly starts: IsoDay; readonly words: string }
export type NewHold = Lifting & { readonly look_again: IsoDay }
export async function setHold(asking: Asking, child: string, { words, ...days }: NewHold | Lifting): Promise<Written> {
  const columns: HoldColumns = { kind: 'hold', about: 'record', ...days }
  return await recordFirst(asking, 'kith.retention_event', { child, columns, words })
}
export async function correctHold(
  asking: Asking,
  id: string,
  { words, ...columns }: NewHold | Lifting,
): Promise<Superseded<'kith.retention_event'>> {
  return await correct(asking, 'kith.retention_event', { id, columns, words })
}
export async function liftHold(
  asking: Asking,
  id: string,
  { starts, words }: Lifting,
): Promise<Superseded<'kith.retention_event'>> {
  return await changeFrom(asking, 'kith.retention_event', { id, columns: { kind: 'hold lifted', starts }, words })
}
export const retractHold = async (asking: Asking, id: string, reason: string) =>
  await retract(asking, 'kith.retention_event', { id, reason })

export type Outcome = 'destroyed' | 'kept' | 'taken back'
export type Disposal = {
  readonly id: string
  readonly rule: string
  readonly kept_until: string
  readonly asked_by: string
  readonly asked: string
  readonly decided_by: string | null
  readonly decided: string | null
  readonly outcome: Outcome | null
  readonly kept_because: string | null
  readonly texts: number | null
}
/** Empty for whoever may not hand the record over. */
export async function disposalsOf(asking: Asking, child: string): Promise<readonly Disposal[]> {
  const { rows } =
    await sql<Disposal>`select d.*, d.kept_until::text as kept_until from kith.disposals_of(${child}) d`.execute(
      asking.record,
    )
  return rows
}
export async function askDisposal(asking: Asking, child: string, last: Kept): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select kith.ask_disposal(${child}, ${last.rule.id}, ${last.until ?? null}::date) as id`.execute(asking.record)
  return rows[0]?.id ?? ''
}
export async function decideDisposal(
  asking: Asking,
  request: string,
  { answer, because }: { readonly answer: Outcome; readonly because: string | null },
): Promise<void> {
  await sql`select kith.decide_disposal(${request}, ${answer}, ${because})`.execute(asking.record)
}

export type Destruction = Pick<Disposal, 'id' | 'rule' | 'asked'> & {
  readonly keptUntil: IsoDay
  readonly decided: string
  readonly texts: number
}
/** undefined: there is none, or none of whom the asker may hand over. */
export async function destructionBy(asking: Asking, id: string): Promise<Destruction | undefined> {
  const { rows } = await sql<Omit<Destruction, 'keptUntil'> & { kept_until: string }>`
    select d.id, d.rule, d.kept_until::text, d.asked, d.decided, d.texts from kith.destruction(${id}) d`.execute(
    asking.record,
  )
  const [found] = rows
  return found && { ...found, keptUntil: day(found.kept_until) }
}
