// The SQL of sessions: the named functions of the schema `door`, and the secrets of which they know the hashes.
import { createHash, createHmac, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { isRelation, type Relation } from '#access'
import type { IsoDay } from '#calendar'
import type { Door, Who } from '#database'
import { type Elsewhere, type ElsewhereRow, elsewhereIn } from '#masters'

export type SessionLimits = {
  /** Minutes without a request. */
  readonly idleMinutes: number
  /** Minutes whatever happens. */
  readonly longestMinutes: number
}
export const DEFAULT_LIMITS: SessionLimits = { idleMinutes: 60, longestMinutes: 12 * 60 }

export type Density = 'compact' | 'comfortable'
export type Preferences = { readonly density: Density; readonly shortcuts: boolean }
/** The organisation for which somebody works, where that is not the council, and what was agreed with it. */
export type TheirOrganisation = {
  readonly name: string
  /** The key of its provider in the settings. */
  readonly provider: string
  readonly purposes: readonly string[]
  readonly lastDay: IsoDay
}
export type Session = {
  readonly who: Who
  readonly name: string
  /** The relations in which the person stands now. */
  readonly parts: readonly Relation[]
  /** Names the session among the person's own, and opens nothing. */
  readonly handle: string
  /** Seconds until it ends if nothing more is asked. */
  readonly idleLeft: number
  /** Seconds until it ends whatever happens. */
  readonly longestLeft: number
  readonly preferences: Preferences
  /** What this council records in another system. */
  readonly elsewhere: readonly Elsewhere[]
  /** null: they work for the council. */
  readonly organisation: TheirOrganisation | null
  /** What this session's forms carry. From it the secret cannot be told. */
  readonly token: string
}
export type OpenSession = {
  readonly handle: string
  /** Instants, in UTC. */
  readonly began: string
  readonly seen: string
  readonly device: string
}

export type Sessions = {
  readonly limits: SessionLimits
  /** The secret for the cookie; undefined where the council has no such worker. */
  readonly begin: (who: Who, device: string) => Promise<string | undefined>
  /** Whose this is. Asking counts as being there. Undefined where it is none, ran out, or is another council's. */
  readonly of: (secret: string, council: number) => Promise<Session | undefined>
  readonly end: (secret: string) => Promise<void>
  /** All of this person, or the one with this handle; returns how many ended. */
  readonly endAll: (who: Who, handle?: string) => Promise<number>
  readonly list: (who: Who) => Promise<readonly OpenSession[]>
  readonly prefer: (who: Who, preferences: Preferences) => Promise<void>
}

export const hashed = (secret: string): Buffer => createHash('sha256').update(secret).digest()
const tokenOf = (secret: string): string => createHmac('sha256', secret).update('form token').digest('base64url')

const SECRET = /^[A-Za-z0-9_-]{43}$/

type Row = {
  readonly person: string
  readonly name: string
  readonly parts: readonly string[]
  readonly handle: string
  readonly idle_left: number
  readonly longest_left: number
  readonly density: Density
  readonly shortcuts: boolean
  readonly elsewhere: readonly ElsewhereRow[]
  readonly organisation: TheirOrganisation | null
}

export function sessionsThrough({ outside }: Door, limits: SessionLimits = DEFAULT_LIMITS): Sessions {
  const minutes = (count: number) => sql`make_interval(mins => ${count})`
  return {
    limits,
    begin: async ({ council, person }, device) => {
      const secret = randomBytes(32).toString('base64url')
      const { rows } = await outside(
        async (database) =>
          await sql<{ begun: boolean }>`
            select door.begin_session(${hashed(secret)}, ${council}::smallint, ${person}::uuid, ${minutes(limits.idleMinutes)},
              ${minutes(limits.longestMinutes)}, ${device}) as begun`.execute(database),
      )
      return rows[0]?.begun === true ? secret : undefined
    },
    of: async (secret, council) => {
      if (!SECRET.test(secret)) return undefined
      const { rows } = await outside(
        async (database) =>
          await sql<Row>`select * from door.session_of(${hashed(secret)}, ${council}::smallint)`.execute(database),
      )
      return rows[0] === undefined ? undefined : sessionFrom(rows[0], { secret, council })
    },
    end: async (secret) => {
      await outside(async (database) => await sql`select door.end_session(${hashed(secret)})`.execute(database))
    },
    ...ofPerson({ outside }),
  }
}

function sessionFrom(row: Row, { secret, council }: { readonly secret: string; readonly council: number }): Session {
  const { person, name, parts, handle, density, shortcuts } = row
  return {
    who: { council, person },
    name,
    parts: parts.filter(isRelation),
    handle,
    idleLeft: row.idle_left,
    longestLeft: row.longest_left,
    preferences: { density, shortcuts },
    elsewhere: elsewhereIn(row.elsewhere),
    organisation: row.organisation,
    token: tokenOf(secret),
  }
}

function ofPerson({ outside }: Pick<Door, 'outside'>): Pick<Sessions, 'endAll' | 'list' | 'prefer'> {
  return {
    endAll: async ({ council, person }, handle) => {
      const { rows } = await outside(
        async (database) =>
          await sql<{ ended: number }>`
            select door.end_sessions(${council}::smallint, ${person}::uuid, ${handle ?? null}::uuid) as ended`.execute(
            database,
          ),
      )
      return rows[0]?.ended ?? 0
    },
    list: async ({ council, person }) => {
      const { rows } = await outside(
        async (database) =>
          await sql<OpenSession>`select * from door.sessions_of(${council}::smallint, ${person}::uuid)`.execute(
            database,
          ),
      )
      return rows
    },
    prefer: async ({ council, person }, { density, shortcuts }) => {
      await outside(
        async (database) =>
          await sql`select door.prefer(${council}::smallint, ${person}::uuid, ${density}, ${shortcuts})`.execute(
            database,
          ),
      )
    },
  }
}
