// The SQL of sealing: what a named person may know without opening, the look itself, and the steps of two people.
import { sql } from 'kysely'
import { type IsoDay, parseDay } from '#calendar'
import { type Asking, changeFrom, currentOf, recordFirst } from '#database'
import { isStep, type NewSeal, type Reason, type Step } from './seal.ts'

export type Sealed = {
  readonly child: string
  readonly number: string
  readonly born: IsoDay | null
  readonly orderMade: IsoDay
  readonly decided: IsoDay
  readonly step: Step
  /** Until when it is open to the asker now. */
  readonly openUntil: string | null
}
type Row = Omit<Sealed, 'step'> & { readonly step: string }

/** The sealed records for which the asker is named; their names are not among it. */
export async function sealedForMe({ record }: Asking): Promise<readonly Sealed[]> {
  const { rows } = await sql<Row>`
    select child, number, born::text as born, order_made::text as "orderMade", decided::text as decided, step, open_until as "openUntil"
    from kith.sealed_for_me()`.execute(record)
  return rows.flatMap(({ step, ...row }) => (isStep(step) ? [{ ...row, step }] : []))
}

/** The days on which care ended with an adoption order. */
export async function adoptedOn({ record, who }: Asking, child: string): Promise<readonly IsoDay[]> {
  const { rows } = await sql<{ day: IsoDay }>`
    select p.ended::text as day from kith.care_period_current p
    where p.council = ${who.council}::smallint and p.child = ${child} and p.end_reason in ('E11', 'E12') and p.ended is not null
    order by p.ended desc`.execute(record)
  return rows.map(({ day }) => day)
}

/** The seal as it stands; undefined: it was never sealed, or is not theirs to see. */
export async function sealOf(asking: Asking, child: string) {
  const [seal] = await currentOf(asking, 'kith.adoption_seal', child)
  if (seal === undefined || !isStep(seal.step)) return undefined
  const [orderMade, decided] = [parseDay(seal.order_made), parseDay(seal.decided)]
  if (orderMade === undefined || decided === undefined) return undefined
  return { ...seal, step: seal.step, orderMade, decided }
}

/** From here on nobody finds the record, whoever decided it among them: they open it like the others who are named. */
export async function seal(
  asking: Asking,
  child: string,
  { orderMade, decided, named, why }: NewSeal,
): Promise<string> {
  const columns = { step: 'sealed', order_made: orderMade, decided, named: [...named] }
  const standing = await sealOf(asking, child)
  if (standing === undefined)
    return (await recordFirst(asking, 'kith.adoption_seal', { child, columns, words: why })).id
  const done = await changeFrom(asking, 'kith.adoption_seal', { id: standing.id, columns, words: why })
  return 'ok' in done ? done.ok.id : ''
}

/** False: somebody took a step since the asker read it. */
export async function stepSeal(asking: Asking, { version, step, why }: { version: string; step: Step; why: string }) {
  return 'ok' in (await changeFrom(asking, 'kith.adoption_seal', { id: version, columns: { step }, words: why }))
}

/** Opens a sealed record for hours, and logs it with the reason; false: there is none for which they are named. */
export async function openSealed(
  asking: Asking,
  child: string,
  { reason, hours }: Reason,
): Promise<string | undefined> {
  const use = (await asking.newIds(1))[0] ?? ''
  const { said, wrapped } = await asking.sealFor(use, reason)
  const { rows } = await sql<{ answer: string }>`
    select kith.open_sealed(${child}, ${use}, ${wrapped}::bytea, ${said}::bytea, ${hours}) as answer`.execute(
    asking.record,
  )
  return rows[0]?.answer === 'opened' ? use : undefined
}

export type Look = {
  readonly person: string
  readonly at: string
  readonly until: string
  readonly why: string | undefined
}
/** Every look into a sealed record, the latest first. */
export async function looksInto(asking: Asking, child: string): Promise<readonly Look[]> {
  const { rows } = await sql<{ id: string; person: string; at: string; until: string; said: Buffer | null }>`
    select id, person, recorded as at, until, said from kith.seal_opening
    where council = ${asking.who.council}::smallint and child = ${child} order by recorded desc`.execute(asking.record)
  const words = await asking.readWords(rows)
  return rows.map(({ id, person, at, until }) => ({ person, at, until, why: words.get(id) }))
}
