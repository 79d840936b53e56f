// Who may do what with a child's record, opening one, and who has opened it: every look is logged.

import { sql } from 'kysely'
import type { IsoDay } from '#calendar'
import type { Asking } from '#database'
import type { Action, Scope } from './matrix.ts'

/** What is asked for in a part of a record; `or adviser`: whoever is the personal adviser of the child may as well. */
export type Doing = readonly [Action, Scope] | readonly [Action, Scope, 'or adviser']

const doing = (child: string, [action, scope, adviser]: Doing) => {
  const may = sql<boolean>`kith.may(${child}::uuid, ${action}, ${scope})`
  return adviser === undefined ? may : sql<boolean>`(${may} or kith.advises(${child}::uuid))`
}

/** Whether the asker may do this in this part of the child's record. */
export async function mayDo(asking: Asking, child: string, what: Doing): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select ${doing(child, what)} as may`.execute(asking.record)
  return rows[0]?.may === true
}

/** Which of these scopes of the child are open to the asker, in one question. */
export async function scopesOpen(
  asking: Asking,
  child: string,
  [action, scopes]: readonly [Action, readonly Scope[]],
): Promise<ReadonlySet<Scope>> {
  const { rows } = await sql<{ scope: Scope }>`
    select scope from unnest(${scopes}::text[]) as asked (scope) where kith.may(${child}, ${action}, scope)`.execute(
    asking.record,
  )
  return new Set(rows.map(({ scope }) => scope))
}

/** Two records of one child: whether this one is closed to writing, and the other one, to whoever sees both. */
export type Joined = { readonly closed: boolean; readonly other: string | null; readonly given?: GivenTo }
/** To which council the record was given, and on which day; it is closed then. */
export type GivenTo = { readonly to: string; readonly on: IsoDay }
/** `joined`: missing where the record stands alone. `ask` names a colleague; null where nobody works with the child. */
export type Looked =
  | { readonly kind: 'open'; readonly joined?: Joined; readonly may: boolean }
  | { readonly kind: 'closed'; readonly ask: string | null }
  | { readonly kind: 'not found' }

/** `to`: what is to be done there, answered as `may` in the same question. */
type Opening = { readonly what: string; readonly to?: Doing }
/**
 * Opens a child's record and logs it; `what` is the log's word for it, such as `opened the record`. Hidden, another
 * council's, one's own family's and unknown are the same answer, and leave the same line in the log.
 */
export async function openRecord(asking: Asking, child: string, opening: string | Opening): Promise<Looked> {
  const { what, to } = typeof opening === 'string' ? { what: opening } : opening
  type Row = {
    answer: string
    ask: string | null
    closed: boolean | null
    other: string | null
    may: boolean
    givenTo: string | null
    on: IsoDay | null
  }
  const { rows } = await sql<Row>`
    select l.answer, coalesce(w.name, w.code) as ask, j.closed, j.other, g.to_council as "givenTo", g.given_on::text as on, ${to ? doing(child, to) : sql`true`} as may
    from kith.look(${child}) l left join kith.worker w on w.council = ${asking.who.council} and w.id = l.ask
      left join kith.joined_beside(${child}) j on l.answer = 'open'
      left join kith.given_to(${child}) g on l.answer = 'open'`.execute(asking.record)
  const { answer, closed = null, other = null, may = false, givenTo = null, on = null } = rows[0] ?? {}
  if (answer === 'open') {
    await asking.note(what, child)
    if (givenTo !== null && on !== null)
      return { kind: 'open', may, joined: { closed: true, other, given: { to: givenTo, on } } }
    return closed === null ? { kind: 'open', may } : { kind: 'open', may, joined: { closed, other } }
  }
  if (answer === 'closed') {
    await asking.note('was told to ask', child, { for: what })
    return { kind: 'closed', ask: rows[0]?.ask ?? null }
  }
  await asking.note('found no record', null, { asked: child, for: what })
  return { kind: 'not found' }
}

export type AccessLine = {
  readonly at: string
  readonly person: string
  readonly what: string
  readonly subject: unknown
}

/** Who looked at or changed a child's record, newest first; empty for whoever has no oversight of it. */
export async function accessHistory(asking: Asking, child: string, most = 200): Promise<readonly AccessLine[]> {
  const { rows } =
    await sql<AccessLine>`select at, person, what, subject from kith.access_of(${child}, ${most})`.execute(
      asking.record,
    )
  await asking.note('read the access history', child)
  return rows
}
