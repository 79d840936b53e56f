// Whether who asks is a worker of their council, in which relations they stand now, and whether they may take a file out of it.
import { sql } from 'kysely'
import type { Asking } from '#database'
import type { Relation } from './matrix.ts'

export async function isWorker({ who, record }: Asking): Promise<boolean> {
  const { rows } = await sql`select from kith.worker where council = ${who.council} and id = ${who.person}`.execute(
    record,
  )
  return rows.length > 0
}

/**
 * Whether the asker stands in one of these relations now, to any child or to the whole council: as the policies of the tables ask it, so
 * that no page opens whose rows stay shut. People of an organisation stand so in counts for members alone.
 */
export async function standsAs({ record }: Asking, relations: readonly Relation[]): Promise<boolean> {
  const { rows } = await sql<{ stands: boolean }>`select kith.stands_as(${relations}::text[]) as stands`.execute(record)
  return rows[0]?.stands === true
}

/** Whether one of these children is the asker themselves or of their family: a file is no way round the wall. */
export async function holdsTheirOwn({ record }: Asking, children: readonly string[]): Promise<boolean> {
  const { rows } = await sql<{ holds: boolean }>`
    select exists (select from kith.mine_to_leave() m (child) where m.child = any (${children}::uuid[])) as holds`.execute(
    record,
  )
  return rows[0]?.holds === true
}

/** Whether the asker may take duties out of the whole council. */
export async function mayTakeOut({ record }: Asking): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select (kith.council_scopes('takeOut') & s.bit) <> 0 as may from reference.scope s where s.name = 'duties'`.execute(
    record,
  )
  return rows[0]?.may === true
}

type Taken = {
  readonly children: readonly string[]
  /** 'taken out in the return' */
  readonly what: string
  readonly subject: Readonly<Record<string, string | number>>
}

/** One line of the access log for each child whose rows somebody takes out, whether they may see the child or not; in one statement, however many. */
export async function noteTakenOut({ record, who }: Asking, { children, what, subject }: Taken): Promise<void> {
  await sql`
    insert into kith.access_entry (council, person, child, what, subject)
    select ${who.council}::smallint, ${who.person}::uuid, c.child, ${what}, ${JSON.stringify(subject)}::jsonb
    from unnest(${children}::uuid[]) as c (child)`.execute(record)
}
