// Measures the lists of an inspection of 5,000 children, visits and health assessments among what is read: seconds and memory.
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { day } from '#calendar'
import { councilKeysIn, makeCouncil, openDoor, withClient } from '#database'
import { importSsda903 } from '#imports'
import { testDatabase } from '../../src/database/test-database.ts'
import { replicate } from './import.ts'
import { type Figure, type Measured, postmasterOf, serverSeconds } from './measure.ts'

const root = join(import.meta.dirname, '../..')
const CHILDREN = 5000

/** A visit a month for two years, a health assessment each year and a name of each child: what a return does not hold. */
const BESIDES = `
  set session_replication_role = replica;
  insert into kith.visit (council, id, line, child, happened, visitor_role, mode, seen, alone, recorded_by)
    select c.council, i.id, i.id, c.id, '2027-03-20'::date - 30 * n, 'representative', 'in person', true, true, c.recorded_by
    from kith.child c, generate_series(0, 23) n, lateral (select md5(c.id::text || n)::uuid as id) i;
  insert into kith.health_assessment (council, id, line, child, kind, happened, by_role, recorded_by)
    select c.council, i.id, i.id, c.id, 'review', '2027-01-20'::date - 365 * n, 'nurse', c.recorded_by
    from kith.child c, generate_series(0, 2) n, lateral (select md5(c.id::text || 'h' || n)::uuid as id) i;
  reset session_replication_role;
  analyze;`

type Once = Measured & { readonly children: number }

async function once(given: readonly string[], postmaster: number): Promise<Once> {
  const before = serverSeconds(postmaster)
  const script = [join(root, 'bin/run.mjs'), join(root, 'tools/bench/lists-once.ts'), ...given]
  const { stdout } = await promisify(execFile)(process.execPath, script, { cwd: root })
  const cost: Omit<Once, 'postgres'> = JSON.parse(stdout)
  return { ...cost, postgres: serverSeconds(postmaster) - before }
}

export async function listsFigures(): Promise<readonly Figure[]> {
  const at = await testDatabase('bench_lists')
  const home = mkdtempSync(join(tmpdir(), 'kith-bench-lists-'))
  try {
    replicate(home, CHILDREN)
    const council = await makeCouncil(at.connection, { code: 'BENCH0', name: 'Council of the measurement' })
    const door = openDoor({ connection: at.connection, keys: councilKeysIn(home) })
    const folders = { folder: join(home, 'this_year'), lastYear: join(home, 'last_year') }
    await importSsda903(door, { ...folders, council, today: day('2027-04-01') })
    await door.close()
    await withClient(at.connection, async (client) => await client.query(BESIDES))
    const runs: Once[] = []
    for (let turn = 0; turn < 3; turn += 1) {
      const given = [JSON.stringify(at.connection), home, String(council), join(home, 'lists.xlsx')]
      runs.push(await once(given, postmasterOf(at.connection)))
    }
    const best = runs.reduce((one, other) => (other.node + other.postgres < one.node + one.postgres ? other : one))
    const name = `Annex A of ${best.children} children in its lists, of ${CHILDREN}`
    return [
      { name, target: 5, counts: 'cpu', best },
      { name: `${name}: memory`, target: 300, counts: 'megabytes', best },
    ]
  } finally {
    await at.drop()
    rmSync(home, { recursive: true })
  }
}
