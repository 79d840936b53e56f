// The SQL of sign-in: sign-ins under way, whose account is whose, and what claims give; all through functions of `door`.
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Relation } from '#access'
import type { Asking, Door } from '#database'
import { hashed } from '#sessions'
import type { Account, Checks } from './provider.ts'

type Outside = Pick<Door, 'outside'>

/** The secret by which the browser that began is known again. */
export async function keepChecks(
  { outside }: Outside,
  council: number,
  { checks, backTo, through }: { readonly checks: Checks; readonly backTo: string; readonly through: string | null },
): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  await outside(
    async (database) =>
      await sql`select door.begin_signing_in(${hashed(secret)}, ${council}::smallint, ${JSON.stringify({ ...checks, through })}::jsonb, ${backTo})`.execute(
        database,
      ),
  )
  return secret
}

/** `through`: the key of the provider at which it was begun; null: the council's own. */
type Taken = Checks & { readonly backTo: string; readonly through: string | null }

/** Given out once; nothing after ten minutes. */
export async function takeChecks({ outside }: Outside, council: number, secret: string): Promise<Taken | undefined> {
  const { rows } = await outside(
    async (database) =>
      await sql<Taken>`
        select state, nonce, verifier, back_to as "backTo", through
        from door.take_signing_in(${hashed(secret)}, ${council}::smallint)`.execute(database),
  )
  return rows[0]
}

/** Whose account it is, with the parts that its claims give for as long as a session may last. */
export async function personOf(
  { outside }: Outside,
  {
    council,
    issuer,
    through,
    longestMinutes,
  }: {
    readonly council: number
    readonly issuer: string
    readonly through: string | null
    readonly longestMinutes: number
  },
  { subject, claims }: Account,
): Promise<string | undefined> {
  const said = JSON.stringify(claims)
  return await outside(async (database) => {
    const { rows } = await sql<{ person: string | null }>`
      select door.person_of_subject(${council}::smallint, ${issuer}, ${subject}, ${said}::jsonb, ${through}) as person`.execute(
      database,
    )
    const person = rows[0]?.person ?? undefined
    if (person === undefined) return undefined
    await sql`select door.take_claimed_parts(${council}::smallint, ${issuer}, ${person}::uuid, ${said}::jsonb,
      make_interval(mins => ${longestMinutes}))`.execute(database)
    return person
  })
}

/** Every session of whoever this account is here; of an account that nobody is linked to, none. */
export async function endSessionsOf(
  { outside }: Outside,
  council: number,
  { issuer, subject }: { readonly issuer: string; readonly subject: string },
): Promise<void> {
  await outside(
    async (database) =>
      await sql`select door.end_sessions_of_subject(${council}::smallint, ${issuer}, ${subject})`.execute(database),
  )
}

export async function administratorsOf({ outside }: Outside, council: number): Promise<readonly string[]> {
  const { rows } = await outside(
    async (database) =>
      await sql<{ name: string }>`select name from door.administrators(${council}::smallint)`.execute(database),
  )
  return rows.map(({ name }) => name)
}

export type LinkAnswer =
  | 'linked'
  | 'no such worker'
  | 'account linked already'
  | 'worker linked already'
  | 'not of that provider'
export type Linking = { readonly issuer: string; readonly subject: string; readonly worker: string }

export async function linkSubject({ record }: Asking, { issuer, subject, worker }: Linking): Promise<LinkAnswer> {
  const { rows } = await sql<{ answer: LinkAnswer }>`
    select door.link_subject(${issuer}, ${subject}, ${worker}::uuid) as answer`.execute(record)
  return rows[0]?.answer ?? 'no such worker'
}

export async function unlinkSubject({ record }: Asking, issuer: string, worker: string): Promise<boolean> {
  const { rows } = await sql<{ ended: boolean }>`
    select door.unlink_subject(${issuer}, ${worker}::uuid) as ended`.execute(record)
  return rows[0]?.ended === true
}

export type Linked = { readonly person: string; readonly name: string; readonly how: string; readonly linked: string }

export async function linkedPeople({ record, who }: Asking, issuer: string): Promise<readonly Linked[]> {
  const { rows } = await sql<Linked>`
    select l.person, coalesce(w.name, w.code) as name, l.how, l.linked from door.linked_people(${issuer}) l
      join kith.worker w on w.council = ${who.council} and w.id = l.person`.execute(record)
  return rows
}

export async function setMatchingClaim({ record }: Asking, issuer: string, claim: string | null): Promise<void> {
  await sql`select door.set_matching_claim(${issuer}, ${claim})`.execute(record)
}

export type PartByClaim = { readonly claim: string; readonly value: string; readonly relation: Relation }

export async function setPartByClaim(
  { record }: Asking,
  issuer: string,
  { claim, value, relation, given }: PartByClaim & { readonly given: boolean },
): Promise<void> {
  await sql`select door.set_part_by_claim(${issuer}, ${claim}, ${value}, ${relation}, ${given})`.execute(record)
}

/** A part in the whole council, from now on. */
export async function givePart(asking: Asking, person: string, relation: Relation): Promise<void> {
  const [id = ''] = await asking.newIds(1)
  const { council, person: recorded_by } = asking.who
  await asking.insert('kith.standing_relation', [
    { council, id, line: id, person, relation, reason: 'role', recorded_by },
  ])
}

/** A worker by their id, or by the code by which a source knows them. */
export async function workerNamed({ record, who }: Asking, idOrCode: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from kith.worker where council = ${who.council} and (id::text = lower(${idOrCode}) or code = ${idOrCode})`.execute(
    record,
  )
  return rows[0]?.id
}
