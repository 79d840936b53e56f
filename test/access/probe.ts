// What people see, may write and may do, asked of the live database through the door, and compared with a line of the matrix.
import { sql } from 'kysely'
import pg from 'pg'
import { type Asking, type Door, openDoor } from '../../src/database/index.ts'
import type { TestDatabase } from '../../src/database/test-database.ts'
import { actions, type MatrixLine, scopes } from './matrix.ts'
import { rowIn, type Town } from './town.ts'
import { type WalledTable, walledTables } from './walled-tables.ts'

export type Probe = {
  readonly at: TestDatabase
  /** The superuser. */
  readonly owner: pg.Pool
  readonly door: Door
  readonly tables: readonly WalledTable[]
  /** Does the work as somebody, and undoes it. */
  readonly tryAs: <T>(council: number, person: string, work: (asking: Asking) => Promise<T>) => Promise<T>
  readonly seen: (asking: Asking, town: Town) => Promise<ReadonlyMap<string, number>>
  readonly inserted: (asking: Asking, town: Town) => Promise<ReadonlyMap<string, string>>
  /** Every cell in which what happens is not what the line of the matrix says. */
  readonly differences: (line: MatrixLine, person: string, town: Town) => Promise<readonly string[]>
  readonly close: () => Promise<void>
}
export const nothing: MatrixLine = { relation: 'none', see: [], write: [], approve: [], takeOut: [] }

export async function openProbe(at: TestDatabase): Promise<Probe> {
  const owner = new pg.Pool({ ...at.connection, max: 4 })
  owner.on('connect', (client) => void client.on('error', () => {})) // ended by the drop while it closes
  const door = openDoor({ connection: at.connection, keys: { keyOf: async () => Buffer.alloc(32, 7) }, connections: 4 })
  const tables = await walledTables(owner)
  const tryAs: Probe['tryAs'] = async (council, person, work) => await undone(door, { council, person }, work)
  return {
    at,
    owner,
    door,
    tables,
    tryAs,
    seen: async (asking, town) => await seen(asking, town, tables),
    inserted: async (asking, town) => await inserted(asking, town, tables),
    differences: async (line, person, town) =>
      differences(
        line,
        tables,
        await tryAs(town.council, person, async (asking) => ({
          seen: await seen(asking, town, tables),
          inserted: await inserted(asking, town, tables),
          may: await may(asking, town.child),
        })),
      ),
    close: async () => {
      await door.close()
      await owner.end()
      await at.drop()
    },
  }
}

/** A door of its own stands before these: nobody inserts into them. */
const ownDoor = new Set([
  'kith.break_glass_use',
  'kith.return_naming',
  'kith.record_join',
  'kith.record_transfer',
  'kith.seal_opening',
  'kith.adoption_seal',
  'kith.adoption_tie',
  'kith.source_gap', // imports alone
  'kith.supervision_entry', // of those who write there, whoever led that time alone
  'kith.supervision_view', // whoever works with the child, in their own name alone
  'kith.audit_invitation_answer', // whoever is asked, and nobody else
  ...['kith.audit_theme', 'kith.audit_grade'], // whoever audits or moderates this one: nobody of the town
])
/** Written by who approves in a scope, not by who writes there. */
const approversWrite: ReadonlyMap<string, string> = new Map([
  ['kith.approval_answer', 'plan'],
  ['kith.view_opening', 'oversight'],
])

/** Written by who may hand that part of the record over. */
const handersWrite: ReadonlyMap<string, string> = new Map([
  ['kith.retention_event', 'documents'],
  ['kith.file_request', 'documents'],
  ['kith.file_decision', 'documents'],
  ['kith.file_made', 'documents'],
])
/** What goes out of a file is read by nobody else either. */
const handersRead = new Set(['kith.file_decision', 'kith.file_made'])

/** Whoever writes any part decides who may know what they write there. */
const anyWriterWrites = new Set(['kith.audience_decision'])

/** Who leads quality alone says who audits and who moderates. */
const leadWrites = new Set(['kith.practice_audit', 'kith.audit_moderation'])
/** Written beside the writers of the scope (decision 0196). */
const alsoWritten: ReadonlyMap<string, (line: MatrixLine) => boolean> = new Map([
  ['kith.practice_concern', ({ see, write }: MatrixLine) => see.includes('header') || write.includes('audit')],
  ['kith.concern_answer', ({ see, approve }: MatrixLine) => see.includes('missing') && approve.includes('plan')],
  ['kith.action_verification', ({ see, approve }: MatrixLine) => see.includes('audit') && approve.includes('plan')],
  // decision 0233
  ...['kith.complaint', 'kith.complaint_stage'].map((table): [string, (line: MatrixLine) => boolean] => [
    table,
    ({ see, write, approve }) => see.includes('audit') && (write.includes('story') || approve.includes('plan')),
  ]),
])

function maySee(line: MatrixLine, table: WalledTable): boolean {
  if (table.scope === 'any' || table.name === 'kith.child') return line.see.length > 0 // that the child is there: the ledger names ids
  if (table.name === 'kith.adoption_tie') return false // but who is named in a seal that stands
  if (table.name === 'kith.duty_reason') return line.see.includes('duties') && line.see.includes('health')
  // heard by whoever hears the decision, which is of the plan
  if (table.name === 'kith.midpoint_progress') return line.see.includes('reviews') && line.see.includes('plan')
  if (handersRead.has(table.name) && !line.takeOut.includes(table.scope)) return false
  return line.see.includes(table.scope)
}
function mayWrite(line: MatrixLine, table: WalledTable): boolean {
  if (table.derived || ownDoor.has(table.name)) return false
  if (table.name === 'kith.person' && line.relation === 'administrator') return true // adds workers
  if (leadWrites.has(table.name)) return line.relation === 'quality-lead'
  if (alsoWritten.get(table.name)?.(line) === true) return true
  const approved = approversWrite.get(table.name)
  if (approved !== undefined) return line.approve.includes(approved)
  const handed = handersWrite.get(table.name)
  if (handed !== undefined) return line.takeOut.includes(handed)
  return table.scope === 'any' || anyWriterWrites.has(table.name)
    ? line.write.length > 0
    : line.write.includes(table.scope)
}

class Undone extends Error {}
async function undone<T>(
  door: Door,
  who: { council: number; person: string },
  work: (asking: Asking) => Promise<T>,
): Promise<T> {
  let result: { is: T } | undefined
  const thrown = await door
    .as(who, async (asking) => {
      result = { is: await work(asking) }
      throw new Undone()
    })
    .catch((error: unknown) => error)
  if (!(thrown instanceof Undone) || result === undefined) throw thrown
  return result.is
}

/** How many rows about the town's child each table and view shows. */
async function seen(asking: Asking, town: Town, tables: readonly WalledTable[]): Promise<ReadonlyMap<string, number>> {
  const one = (name: string, subject: string) =>
    `select '${name}' as name, count(*)::int as n from ${name} where council = ${town.council} and ${subject} = '${town.child}'`
  const parts = tables.flatMap(({ name, subject, current }) => [
    one(name, subject),
    ...(current === null ? [] : [one(current, subject)]),
  ])
  const { rows } = await sql.raw<{ name: string; n: number }>(parts.join(' union all ')).execute(asking.record)
  return new Map(rows.map(({ name, n }) => [name, n]))
}

export const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error)
/** Whether the database lets this row in: `yes`, `no`, or another error's code. A row that is there already, or of days that are, was let in. */
async function tryInsert(asking: Asking, table: string, row: Readonly<Record<string, unknown>>): Promise<string> {
  await sql`savepoint before`.execute(asking.record)
  const answer = await asking.insert(table as 'kith.visit', [row]).then(() => 'yes', codeOf)
  await sql`rollback to savepoint before`.execute(asking.record)
  // let in by the wall, and refused while something is undecided
  if (table === 'kith.file_made' && answer === '23514') return 'yes'
  return answer === '42501' ? 'no' : answer === '23505' || answer === '23P01' ? 'yes' : answer
}
async function inserted(
  asking: Asking,
  town: Town,
  tables: readonly WalledTable[],
): Promise<ReadonlyMap<string, string>> {
  const answers = new Map<string, string>()
  for (const table of tables) {
    const id = table.subject === 'id' ? { id: town.child } : {}
    answers.set(
      table.name,
      await tryInsert(asking, table.name, rowIn(town, table, { recorded_by: asking.who.person, ...id })),
    )
  }
  return answers
}
export async function may(asking: Asking, child: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ cell: string }>`
    select action || ' ' || scope as cell from unnest(${[...actions]}::text[]) action, unnest(${scopes}::text[]) scope
    where kith.may(${child}, action, scope)`.execute(asking.record)
  return new Set(rows.map(({ cell }) => cell))
}

type Found = {
  readonly seen: ReadonlyMap<string, number>
  readonly inserted: ReadonlyMap<string, string>
  readonly may: ReadonlySet<string>
}
function differences(line: MatrixLine, tables: readonly WalledTable[], found: Found): string[] {
  const ofTables = tables.flatMap((table) => {
    const see = maySee(line, table)
    const looked = [table.name, ...(table.current === null ? [] : [table.current])]
    return [
      ...looked.filter((name) => (found.seen.get(name) ?? 0) > 0 !== see).map((name) => `see ${name}: expected ${see}`),
      ...(found.inserted.get(table.name) === (mayWrite(line, table) ? 'yes' : 'no')
        ? []
        : [`write ${table.name}: expected ${mayWrite(line, table)}, got ${found.inserted.get(table.name)}`]),
    ]
  })
  const ofScopes = actions.flatMap((action) =>
    scopes
      .filter((scope) => found.may.has(`${action} ${scope}`) !== line[action].includes(scope))
      .map((scope) => `may ${action} ${scope}: expected ${line[action].includes(scope)}`),
  )
  return [...ofTables, ...ofScopes]
}
