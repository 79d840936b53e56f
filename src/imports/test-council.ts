// A council of its own for a test of imports, and what its record holds.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { day } from '#calendar'
import { councilKeysIn, type Door, makeCouncil, openDoor, withClient } from '#database'
import { type TableName, tables } from '#statutory-returns'
import { type TestDatabase, testDatabase } from '../database/test-database.ts'
import { importSsda903 } from './import-ssda903.ts'
import type { ImportReport } from './report.ts'

export type TestCouncil = {
  readonly at: TestDatabase
  readonly door: Door
  readonly council: number
  readonly home: string
  readonly query: (sql: string, values?: unknown[]) => Promise<Record<string, unknown>[]>
  readonly take: (folder: string, lastYear?: string, today?: string) => Promise<ImportReport>
  /** Every row of every table of the record, as text, by table. */
  readonly everything: () => Promise<Record<string, string[]>>
  readonly close: () => Promise<void>
}

export async function testCouncil(): Promise<TestCouncil> {
  const at = await testDatabase('imports')
  const home = mkdtempSync(join(tmpdir(), 'kith-imports-'))
  const council = await makeCouncil(at.connection, { code: 'E06000053', name: 'Island of Scilla' })
  const door = openDoor({ connection: at.connection, keys: councilKeysIn(home) })
  const query: TestCouncil['query'] = async (sql, values) =>
    await withClient(at.connection, async (client) => (await client.query(sql, values)).rows)
  return {
    ...{ at, door, council, home, query },
    take: async (folder, lastYear, today = '2027-04-01') =>
      await importSsda903(door, { folder, lastYear, council, today: day(today) }),
    everything: async () => {
      const names = await query(
        `select relname as name from pg_class where relnamespace = 'kith'::regnamespace and relkind in ('r', 'p') and not relispartition
           and relname not in ('access_entry', 'access_block', 'child_changed') order by 1`,
      )
      const rows: [string, string[]][] = []
      for (const { name } of names) {
        const found = await query(`select t::text as row from kith.${String(name)} t order by 1`)
        rows.push([String(name), found.map(({ row }) => String(row))])
      }
      return Object.fromEntries(rows)
    },
    close: async () => {
      await door.close()
      await at.drop()
      rmSync(home, { recursive: true })
    },
  }
}

/** A folder with one CSV file for each table, named so that only the columns tell what it is. */
export function folderOf(written: { readonly [T in TableName]?: readonly string[] }, ending = '\n'): string {
  const folder = mkdtempSync(join(tmpdir(), 'kith-return-'))
  for (const [index, [name, { columns }]] of Object.entries(tables).entries()) {
    const rows = Object.entries(written).find(([own]) => own === name)?.[1]
    if (rows === undefined) continue
    const names = Object.keys(columns)
    const lines = rows.map((row) => row.concat(','.repeat(Math.max(0, names.length - row.split(',').length))))
    writeFileSync(join(folder, `file ${index}.CSV`), [names.join(','), ...lines, ''].join(ending))
  }
  return folder
}
