// Measures the walls: a council of 20,000 children, one address in twenty with an audience, read as a caseload and as the whole council.
import { sql } from 'kysely'
import pg from 'pg'
import { type Asking, openDoor } from '../../src/database/index.ts'
import { testDatabase } from '../../src/database/test-database.ts'

export type SightFigure = { readonly name: string; readonly medianMs: number }

const children = 20_000
const caseload = 50
const rounds = 15
const id = (kind: number) => `('00000000-0000-7000-8000-' || lpad('${kind}', 2, '0') || lpad(n::text, 10, '0'))::uuid`
const worker = '00000000-0000-7000-8000-900000000001'
const analyst = '00000000-0000-7000-8000-900000000002'

/** Triggers are left out while filling: what is measured is reading. */
const fill = `
  select door.make_council('BENCH', 'Council of the measurement', true);
  set session_replication_role = replica;
  insert into kith.person (council, id, recorded_by) select 1, ${id(1)}, '${worker}'::uuid from generate_series(1, ${children}) n
    union all select 1, p::uuid, '${worker}'::uuid from unnest(array['${worker}', '${analyst}']) p;
  insert into kith.worker (council, id, name, recorded_by) values (1, '${worker}', 'Worker', '${worker}'), (1, '${analyst}', 'Night', '${worker}');
  insert into kith.child (council, id, recorded_by) select 1, ${id(1)}, '${worker}' from generate_series(1, ${children}) n;
  insert into kith.address (council, id, line, child, kind, postcode, recorded_by, audience, audience_decision)
    select 1, ${id(2)}, ${id(2)}, ${id(1)}, 'placement', 'ZZ1 1ZZ', '${worker}', case when n % 20 = 0 then array['allocated-worker'] end, case when n % 20 = 0 then ${id(1)} end
    from generate_series(1, ${children}) n;
  insert into kith.placement (council, id, line, child, during, kind, place, recorded_by)
    select 1, ${id(3)}, ${id(3)}, ${id(1)}, '[2026-01-01,)', 'U1', ${id(2)}, '${worker}' from generate_series(1, ${children}) n;
  insert into kith.placement_distance (council, placement, child, metres, miles, recorded_by)
    select 1, ${id(3)}, ${id(1)}, 1609, 1.0, '${worker}' from generate_series(1, ${children}) n;
  insert into kith.missing_episode (council, id, line, child, kind, since, recorded_by)
    select 1, ${id(4)}, ${id(4)}, ${id(1)}, 'missing', '2026-01-05', '${worker}' from generate_series(1, ${children}) n;
  insert into kith.visible_child (council, person, child, relation, sees, writes, approves, takes_out)
    select 1, '${worker}', ${id(1)}, 'allocated-worker', 131071, 0, 0, 0 from generate_series(1, ${caseload}) n;
  insert into kith.sees_council (council, person, relation, sees, writes, approves, takes_out) values (1, '${analyst}', 'out-of-hours', 131071, 0, 0, 0);
  set session_replication_role = origin;
  analyze`

const queries: Readonly<Record<string, string>> = {
  'page of one child (five tables)': [
    'child where id',
    'address where child',
    'placement where child',
    'placement_distance where child',
    'missing_episode where child',
  ]
    .map((of) => `select count(*) from kith.${of} = '00000000-0000-7000-8000-010000000020'`)
    .join(' union all '),
  'list of fifty with place and distance': `select a.postcode, d.miles from kith.placement p left join kith.address a on a.council = p.council and a.id = p.place
    left join kith.placement_distance d on d.council = p.council and d.placement = p.id order by p.id limit 50`,
  'count of addresses': 'select count(*) from kith.address',
  'count of placements (no audience)': 'select count(*) from kith.placement',
  'placements with their distance':
    'select count(d.miles) from kith.placement p join kith.placement_distance d on d.council = p.council and d.placement = p.id',
}

const median = (of: readonly number[]): number => [...of].sort((a, b) => a - b)[Math.floor(of.length / 2)] ?? 0

async function timed(asking: Asking, query: string): Promise<number> {
  const took: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now()
    await sql.raw(query).execute(asking.record)
    took.push(performance.now() - started)
  }
  return median(took)
}

/** Medians of a person with fifty children and of one who sees the whole council. */
export async function benchSight(): Promise<readonly SightFigure[]> {
  const at = await testDatabase('sight')
  const owner = new pg.Client(at.connection)
  await owner.connect()
  const door = openDoor({ connection: at.connection, keys: { keyOf: async () => Buffer.alloc(32) }, connections: 1 })
  const figures: SightFigure[] = []
  try {
    await owner.query(fill)
    for (const [who, person] of Object.entries({ 'caseload of 50': worker, 'whole council': analyst }))
      await door.as({ council: 1, person }, async (asking) => {
        for (const [name, query] of Object.entries(queries))
          figures.push({ name: `${who}: ${name}`, medianMs: await timed(asking, query) })
      })
    return figures
  } finally {
    await door.close()
    await owner.end()
    await at.drop()
  }
}

if (process.argv[1]?.endsWith('sight.ts'))
  for (const { name, medianMs } of await benchSight()) console.log(`${name}: ${medianMs.toFixed(1)} ms`)
