// The dataset of a council taken from a return: every table and field as published, rows that hang together, and coverage that is true.
import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { Command } from 'commander'
import { day } from '#calendar'
import { type Asking, type Door, recordFirst } from '#database'
import { splitCsv } from '#return-files'
import { type TestCouncil, testCouncil } from '../imports/test-council.ts'
import {
  datasetCommand,
  EMPTY_FIELDS,
  EMPTY_TABLES,
  fieldsOf,
  kindOf,
  type TableName,
  tableNames,
  writeDataset,
} from './index.ts'

const spec = join(import.meta.dirname, '../../../shared/specs/ssd-data-model-tables.json')
const RETURN = join(import.meta.dirname, '../demonstration/return')
const TODAY = day('2027-03-31')

let kith: TestCouncil
let folder: string
type Row = Readonly<Record<string, string>>
const written = new Map<string, readonly Row[]>()
const rows = (table: TableName): readonly Row[] => written.get(table) ?? []

before(async () => {
  kith = await testCouncil()
  folder = mkdtempSync(join(tmpdir(), 'kith-dataset-'))
  await kith.take(join(RETURN, 'this_year'), join(RETURN, 'last_year'))
  await kith.door.asService(kith.council, 'command line', async (asking) => {
    const { child } = await asking.record
      .selectFrom('kith.placement_current')
      .select('child')
      .orderBy('child')
      .limit(1)
      .executeTakeFirstOrThrow()
    await recordFirst(asking, 'kith.child_name', { child, columns: { kind: 'given' }, words: 'Oda' })
    await recordFirst(asking, 'kith.child_name', { child, columns: { kind: 'family' }, words: '=Sum, "B"' })
    for (const [visitor_role, mode] of [
      ['representative', 'in person'],
      ['representative', 'video'],
      ['advocate', 'in person'],
    ] as const)
      await recordFirst(asking, 'kith.visit', {
        child,
        columns: { happened: '2027-03-01', visitor_role, mode, seen: true, alone: false },
      })
    await recordFirst(asking, 'kith.health_assessment', {
      child,
      columns: { kind: 'review', happened: '2027-02-01', by_role: 'nurse' },
    })
    await writeDataset(asking, join(folder, 'out'), { on: TODAY, why: 'a test', answers: true, names: true })
  })
  for (const name of readdirSync(join(folder, 'out'))) {
    const { header, columns } = splitCsv(readFileSync(join(folder, 'out', name), 'utf8').replaceAll('\r\n', '\n'))
    const own = (columns[0] ?? []).map((_, at) =>
      Object.fromEntries(header.map((field, of) => [field, columns[of]?.[at] ?? ''])),
    )
    written.set(name.replace('.csv', ''), own)
  }
})
after(async () => {
  await kith.close()
  rmSync(folder, { recursive: true })
})

test('tables and fields are those of the published model, in its order', {
  skip: existsSync(spec) ? false : `no ${spec}`,
}, () => {
  const published: { table: string; fields: { name: string }[] }[] = JSON.parse(readFileSync(spec, 'utf8'))
  assert.deepEqual(
    tableNames.map((table) => ({ table, fields: fieldsOf(table) })),
    published.map(({ table, fields }) => ({ table, fields: fields.map(({ name }) => name) })),
  )
})

test('a file for each table, and coverage that is true of what was written', () => {
  assert.deepEqual([...written.keys()].toSorted(), [...tableNames, 'coverage'].toSorted())
  const coverage = written.get('coverage') ?? []
  assert.equal(coverage.length, tableNames.flatMap((table) => [...fieldsOf(table)]).length)
  for (const { table = '', field = '', coverage: says } of coverage) {
    const given = (written.get(table) ?? []).some((row) => row[field] !== '')
    assert.ok(!given || says === 'given', `${table}.${field} is given, and said to be empty`)
  }
  for (const [table, fields] of Object.entries(EMPTY_FIELDS)) {
    assert.ok(!(table in EMPTY_TABLES), table)
    const own: readonly string[] = tableNames.filter((one) => one === table).flatMap((one) => [...fieldsOf(one)])
    for (const field of Object.keys(fields)) assert.ok(own.includes(field), field)
  }
})

test('each row names its child, its period and its placement, and days are days', () => {
  const people = new Set(rows('ssd_person').map((row) => row.pers_person_id))
  assert.equal(people.size, 300)
  const placements = new Set(rows('ssd_cla_placement').map((row) => row.clap_cla_placement_id))
  const periods = new Set(rows('ssd_cla_episodes').map((row) => row.clae_cla_id))
  for (const row of rows('ssd_cla_episodes')) {
    assert.ok(people.has(row.clae_person_id ?? '') && placements.has(row.clae_cla_placement_id ?? ''))
  }
  for (const row of rows('ssd_cla_placement')) assert.ok(periods.has(row.clap_cla_id ?? ''))
  const ids = rows('ssd_cla_episodes').map((row) => row.clae_cla_episode_id)
  assert.equal(new Set(ids).size, ids.length)
  for (const table of tableNames)
    for (const row of rows(table))
      for (const field of fieldsOf(table))
        if (kindOf(table, field) === 'day') assert.match(row[field] ?? '', /^(?:\d{4}-\d\d-\d\d)?$/, field)
})

test('visits that regulations ask for, a health assessment, and no cell that would run', () => {
  assert.deepEqual(
    rows('ssd_cla_visits').map((row) => [
      row.clav_cla_visit_date,
      row.clav_cla_visit_seen,
      row.clav_cla_visit_seen_alone,
    ]),
    [['2027-03-01', 'Y', 'N']],
  )
  assert.deepEqual(
    rows('ssd_cla_health').map((row) => [row.clah_health_check_type, row.clah_health_check_status]),
    [['Review Health Assessment', 'Completed']],
  )
  const named = rows('ssd_person').find((row) => row.pers_forename === 'Oda')
  assert.equal(named?.pers_surname, '')
})

test('a dataset that is not made to its end leaves no file', async () => {
  const into = join(folder, 'broken')
  const council = { council: 1, code: 'X', name: 'X', demonstration: true }
  const noRecord = { who: { council: 1, person: '' } } as unknown as Asking
  const door = {
    councilByCode: async () => await Promise.resolve(council),
    asService: async (_: number, __: string, work: (asking: Asking) => Promise<unknown>) => await work(noRecord),
  } as unknown as Door
  const lists = new Command()
  datasetCommand(lists, {
    withDoor: async (work) => await work(door),
    today: () => TODAY,
    person: () => undefined,
    print: assert.fail,
  })
  await assert.rejects(lists.parseAsync(['ssd', '--council', 'X', '--out', into], { from: 'user' }))
  assert.deepEqual(readdirSync(folder), ['out'])
})
