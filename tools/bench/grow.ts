// Grows a council by copies of its children, with everything that is recorded of them, so that one page is read among many.
import type pg from 'pg'
import { sealWords } from '../../src/database/words.ts'

/** What belongs to one child alone, to whoever reads, or to the log. */
const LEFT_OUT = ['access_entry', 'child_changed', 'child_identifier', 'draft', 'plan_state', 'standing_relation']
/** Ids that are copied as they are: of people who work there, schools and sources. */
const KEPT = ['source', 'recorded_by', 'worker', 'visitor', 'school', 'chaired_by', 'owner', 'virtual_approved_by']
const KEPT_TOO = ['done_by', 'decided_by', 'decider', 'told_to', 'opened_by', 'team', 'author', 'recipient', 'asked_by']

type Table = { readonly name: string; readonly columns: readonly { readonly name: string; readonly id: boolean }[] }

async function tablesOfChildren(owner: pg.Client): Promise<readonly Table[]> {
  const { rows } = await owner.query<{ table: string; name: string; id: boolean; has: boolean }>(`
    select c.relname as table, a.attname as name, a.atttypid = 'uuid'::regtype as id
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relnamespace = 'kith'::regnamespace and c.relkind = 'r' and not c.relispartition
      and 2 = (select count(*) from pg_attribute b where b.attrelid = c.oid and b.attname in ('child', 'council'))
    order by c.relname, a.attnum`)
  return [...Map.groupBy(rows, ({ table }) => table)]
    .filter(([name]) => !LEFT_OUT.includes(name))
    .map(([name, columns]) => ({ name, columns }))
}

/** Nobody is complained of sixty times: copies are of somebody whom nobody knows. */
const COPIED_TOO = ['complaint.worker']

const copied = (column: string): string => `md5(r.${column}::text || n)::uuid`
function copy({ name, columns }: Table): string {
  const values = columns.map((column) =>
    column.id &&
    (!(KEPT.includes(column.name) || KEPT_TOO.includes(column.name)) || COPIED_TOO.includes(`${name}.${column.name}`))
      ? copied(column.name)
      : `r.${column.name}`,
  )
  const names = columns.map((column) => column.name).join(', ')
  return `insert into kith.${name} (${names}) select ${values.join(', ')} from kith.${name} r, generate_series(1, $1::int) n`
}

const BATCH = 5000

/** Words are sealed to their row: of a copy only the names can be opened, which every list reads. `key`: the council's, under which the copies' names are sealed. */
async function copyNames(owner: pg.Client, key: Buffer): Promise<void> {
  const { rows } = await owner.query<{ id: string }>(
    'select n.id from kith.child_name n where not exists (select from kith.word_key w where w.council = n.council and w.record = n.id)',
  )
  for (let at = 0; at < rows.length; at += BATCH) {
    const ids = rows.slice(at, at + BATCH).map(({ id }) => id)
    const sealed = ids.map((id) => sealWords(key, id, `Copy ${id.slice(0, 6)}`))
    await owner.query(
      `create temporary table sealed on commit drop as select * from unnest($1::uuid[], $2::bytea[], $3::bytea[]) s (id, said, wrapped)`,
      [ids, sealed.map(({ said }) => said), sealed.map(({ wrapped }) => wrapped)],
    )
    await owner.query(`update kith.child_name c set said = s.said from sealed s where c.id = s.id`)
    await owner.query(
      `insert into kith.word_key (council, record, child, wrapped) select c.council, c.id, c.child, s.wrapped from kith.child_name c join sealed s using (id)`,
    )
    await owner.query('drop table sealed')
  }
}

/** `times`: how many copies of each child. Nobody who works there sees a copy but whoever sees the whole council. */
export async function growCouncil(
  owner: pg.Client,
  { times, key }: { readonly times: number; readonly key: Buffer },
): Promise<void> {
  await owner.query('begin')
  // What is measured is reading: no trigger is asked, and what a copy refers to is copied with it.
  await owner.query('set local session_replication_role = replica')
  const tables = await tablesOfChildren(owner)
  for (const table of tables) if (table.name !== 'word_key') await owner.query(copy(table), [times])
  for (const table of ['person', 'child'])
    await owner.query(
      `insert into kith.${table} (council, id, recorded_by)
       select r.council, ${copied('id')}, r.recorded_by from kith.${table} r, generate_series(1, $1::int) n
       where exists (select from kith.child c where c.council = r.council and c.id = r.id)`,
      [times],
    )
  await copyNames(owner, key)
  await owner.query('commit')
  await owner.query('vacuum analyze')
  // What the growth left to be written is not counted for a page.
  await owner.query('checkpoint')
}
