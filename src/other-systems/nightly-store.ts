// The SQL of a night: who is master of what, what is gone from a file and came again, and of which child an event was not read.
import { sql } from 'kysely'
import type { Asking } from '#database'
import { roomOf } from '#masters'
import { mastersNow } from '#sources'
import type { Line, Masters } from './compare.ts'
import type { ChildSays } from './facts.ts'
import type { Kind } from './store.ts'

/** Of the tables of the record, as the council has said it. */
export async function mastersOf(asking: Asking, kind: Kind): Promise<Masters> {
  const all = [...(await mastersNow(asking)).values()]
  const tables = (of: typeof all) => new Set(of.flatMap(({ room }) => roomOf(room).tables))
  return {
    kith: tables(all.filter(({ master }) => master === 'kith')),
    theirs: tables(all.filter(({ brings }) => brings === kind)),
  }
}

type Gone = { readonly kind: Kind; readonly child: string; readonly of_table: string; readonly of_line: string }
type State = 'gone' | 'seen' | 'back' | 'taken back'
/** By line, what was said last of it: only of what was gone. */
export async function goneBefore(
  { record, who }: Asking,
  kind: Kind,
  children: readonly string[],
): Promise<ReadonlyMap<string, State>> {
  const { rows } = await sql<{ line: string; state: State }>`
    select distinct on (of_line) of_line as line, state from kith.nightly_gone
    where council = ${who.council} and kind = ${kind} and child = any (${children}::uuid[]) order by of_line, recorded desc, id desc`.execute(
    record,
  )
  return new Map(rows.map(({ line, state }) => [line, state]))
}

export type OfChild = {
  readonly child: string
  readonly says: ChildSays
  readonly lines: readonly Line[]
  readonly vanished: readonly Line[]
}
const stillGone = (state: State | undefined): boolean => state === 'gone' || state === 'seen'
const KNOWN_AS = /^[A-Za-z0-9_./:-]{1,80}$/

/** What is gone tonight, once; and that what was gone is in the file again, or was taken back here since. */
export async function noteGone(
  asking: Asking,
  kind: Kind,
  { of, before }: { readonly of: readonly OfChild[]; readonly before: ReadonlyMap<string, State> },
): Promise<void> {
  const { council, person: recorded_by } = asking.who
  const row = (child: string, { table, line, key }: Line, state: State): Gone & Record<string, unknown> => {
    const id = key?.split('|').slice(1).join('|') ?? ''
    return {
      ...{ council, kind, child, of_table: table, of_line: line, state, because: null, recorded_by },
      known_as: key?.startsWith('ssd_') === true && KNOWN_AS.test(id) ? id : null,
    }
  }
  const rows = of.flatMap(({ child, says, lines, vanished }) => {
    const keys = new Set(says.facts.map(({ table, key }) => `${table} ${key}`))
    return [
      ...vanished.filter(({ line }) => !stillGone(before.get(line))).map((line) => row(child, line, 'gone')),
      ...lines
        .filter(({ line, closed }) => closed !== true && stillGone(before.get(line)))
        .flatMap((line) => {
          if (line.retracted) return [row(child, line, 'taken back')]
          return keys.has(`${line.table} ${line.key ?? ''}`) ? [row(child, line, 'back')] : []
        }),
    ]
  })
  const ids = await asking.newIds(rows.length)
  await asking.insert(
    'kith.nightly_gone',
    rows.map((one, at) => ({ ...one, id: ids[at] ?? '' })),
  )
}

/** Of these children tonight's coverage of these events does not speak: a row of theirs was not understood. */
export async function noteUnread(
  { record, who }: Asking,
  source: string,
  { unread, today }: { readonly unread: readonly { child: string; event: string }[]; readonly today: string },
): Promise<void> {
  if (unread.length === 0) return
  await sql`
    insert into kith.source_gap (council, child, coverage, recorded_by)
    select ${who.council}, u.child, v.id, ${who.person}
    from json_to_recordset(${JSON.stringify(unread)}::json) u (child uuid, event text)
    join kith.source_coverage v on v.council = ${who.council} and v.source = ${source} and v.event = u.event and v.until > ${today}::date
    where not exists (select from kith.source_gap g where g.council = v.council and g.child = u.child and g.coverage = v.id)`.execute(
    record,
  )
}

/** When this transaction began: what is taken from now on is as of then. */
export async function nowAt({ record }: Asking): Promise<string> {
  const { rows } = await sql<{ now: string }>`select now()::text as now`.execute(record)
  return rows[0]?.now ?? ''
}
