// Nightly files of another system: out and in again changes nothing, a changed file is told row by row, what people wrote stands, and a kill leaves nothing half.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { annexA, writeLists } from '#annex-a'
import { day } from '#calendar'
import { correct, makeCouncil, recordFirst } from '#database'
import { writeDataset } from '#safeguarding-dataset'
import { readWorkbook } from '#spreadsheets'
import { type TestCouncil, testCouncil } from '../imports/test-council.ts'
import { importNightly } from './import-nightly.ts'
import { readAnnexA } from './read-annex-a.ts'
import { readSsd } from './read-ssd.ts'
import { type NightlyReport, told } from './report.ts'

const TODAY = day('2027-03-31')
const RETURN = join(import.meta.dirname, '../demonstration/return')
let kith: TestCouncil
let folder: string
let out: string
/** A second council, which knows nothing but these files. */
let other: number

const filesIn = (from: string) =>
  readdirSync(from)
    .filter((name) => name.startsWith('ssd_'))
    .map((name) => ({ name, text: readFileSync(join(from, name), 'utf8') }))
const take = async (council: number, from: string): Promise<NightlyReport> =>
  await importNightly(kith.door, {
    council,
    today: TODAY,
    since: day('2020-01-01'),
    file: readSsd(filesIn(from), TODAY),
  })
const write = async (council: number, into: string) =>
  await kith.door.asService(council, 'command line', async (asking) => {
    await writeDataset(asking, into, { on: TODAY, why: 'a test', answers: true, names: true })
  })
/** How many rows the record of a council has, by table. */
const versions = async (council: number): Promise<string> => {
  const names = await kith.query(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'source_key'
     where c.relnamespace = 'kith'::regnamespace and c.relkind = 'r' order by 1`,
  )
  const counts = await Promise.all(
    names.map(async ({ name }) => {
      const [row] = await kith.query(`select count(*)::int as n from kith.${String(name)} where council = $1`, [
        council,
      ])
      return `${String(name)} ${String(row?.n)}`
    }),
  )
  return counts.join('\n')
}

const told_ = (report: NightlyReport) =>
  report.rows.map(({ kind, sheet, id, says }) => `${kind} ${sheet} ${id ?? ''} ${says}`)

/** The files with one of them changed, line by line. */
function mutated(name: string, change: (lines: string[]) => string[]): string {
  const into = mkdtempSync(join(folder, 'mutated-'))
  cpSync(out, into, { recursive: true })
  const path = join(into, `${name}.csv`)
  writeFileSync(path, `${change(readFileSync(path, 'utf8').trimEnd().split('\r\n')).join('\r\n')}\r\n`)
  return into
}

before(async () => {
  kith = await testCouncil()
  folder = mkdtempSync(join(tmpdir(), 'kith-nightly-'))
  out = join(folder, 'out')
  await kith.take(join(RETURN, 'this_year'), join(RETURN, 'last_year'))
  await kith.door.asService(kith.council, 'command line', async (asking) => {
    const children = await asking.record
      .selectFrom('kith.placement_current')
      .select('child')
      .distinct()
      .orderBy('child')
      .limit(40)
      .execute()
    for (const [at, { child }] of children.entries()) {
      await recordFirst(asking, 'kith.child_name', { child, columns: { kind: 'given' }, words: `Given ${at}` })
      await recordFirst(asking, 'kith.visit', {
        child,
        columns: {
          happened: '2027-03-01',
          visitor_role: 'representative',
          mode: 'in person',
          seen: true,
          alone: at % 2 === 0,
        },
      })
      await recordFirst(asking, 'kith.health_assessment', {
        child,
        columns: { kind: 'review', happened: '2027-02-01', by_role: 'nurse' },
      })
    }
  })
  other = await makeCouncil(kith.at.connection, { code: 'E06000099', name: 'Elsewhere' })
  await write(kith.council, out)
})
after(async () => {
  await kith.close()
  rmSync(folder, { recursive: true })
})

test('out and in again changes nothing in the record that made the files', async () => {
  const first = await versions(kith.council)
  const report = await take(kith.council, out)
  assert.deepEqual(told_(report), [])
  assert.deepEqual([report.children.added, report.children.changed], [0, 0])
  assert.ok(report.same > 3000, String(report.same))
  assert.equal(await versions(kith.council), first)
})

describe('a council that knows nothing but the files', () => {
  test('takes them, says the same when it gives them out, and changes nothing the next night', async () => {
    const report = await take(other, out)
    assert.deepEqual(
      report.rows.filter(({ kind }) => kind !== 'added'),
      [],
    )
    assert.equal(
      report.children.added,
      new Set(
        filesIn(out)
          .find(({ name }) => name === 'ssd_person.csv')
          ?.text.trim()
          .split('\r\n')
          .slice(1)
          .map((row) => row.split(',')[0]),
      ).size,
    )
    const first = await versions(other)
    const again = await take(other, out)
    assert.deepEqual([again.rows, again.children.unchanged], [[], report.children.added])
    assert.equal(await versions(other), first)
    const back = join(folder, 'back')
    await write(other, back)
    // Ids of lines are the council's own; what the rows say is compared.
    const says = (from: string, table: string, fields: readonly string[]) => {
      const [heading = '', ...rows] = readFileSync(join(from, `${table}.csv`), 'utf8')
        .trimEnd()
        .split('\r\n')
      const at = fields.map((field) => heading.split(',').indexOf(field))
      return rows
        .map((row) => at.map((of) => row.split(',')[of]).join(','))

        .toSorted()
    }
    for (const [table, fields] of [
      ['ssd_cla_visits', ['clav_person_id', 'clav_cla_visit_date', 'clav_cla_visit_seen', 'clav_cla_visit_seen_alone']],
      ['ssd_cla_reviews', ['clar_cla_review_date', 'clar_cla_review_participation']],
      [
        'ssd_missing',
        [
          'miss_person_id',
          'miss_missing_episode_start_date',
          'miss_missing_episode_end_date',
          'miss_missing_episode_type',
        ],
      ],
      [
        'ssd_cla_health',
        ['clah_person_id', 'clah_health_check_type', 'clah_health_check_date', 'clah_health_check_status'],
      ],
      [
        'ssd_legal_status',
        ['lega_person_id', 'lega_legal_status', 'lega_legal_status_start_date', 'lega_legal_status_end_date'],
      ],
      ['ssd_person', ['pers_person_id', 'pers_forename', 'pers_sex', 'pers_ethnicity', 'pers_dob']],
    ] as const)
      assert.deepEqual(says(back, table, fields), says(out, table, fields), table)
  })

  test('visits become known: the source covers them from the day that was given', async () => {
    const rows = await kith.query(
      `select c.event, c.since::text, c.until::text from kith.source_coverage c join kith.source s on s.council = c.council and s.id = c.source
       where c.council = $1 and s.kind = 'ssd' order by 1`,
      [other],
    )
    assert.deepEqual(
      rows.map(({ event }) => event),
      ['care-period', 'health-assessment', 'legal-status', 'missing', 'placement', 'review', 'visit'],
    )
    assert.deepEqual([rows[6]?.since, rows[6]?.until], ['2020-01-01', '2027-04-01'])
  })

  test('a changed file is told row by row: added, changed, vanished, and what cannot be read', async () => {
    const changed = mutated('ssd_cla_visits', ([heading = '', one = '', two = '', three = '', ...rest]) => {
      const cells = one.split(',')
      const illegible = three.split(',').with(3, '2027-02-30').join(',')
      const fresh = cells.with(0, 'new-1').with(3, '2027-03-15').join(',')
      return [heading, cells.with(4, 'N').join(','), illegible, ...rest, fresh].filter((row) => row !== two)
    })
    const report = await take(other, changed)
    const kinds = report.rows.map(({ kind, row }) => `${kind} ${row === null}`).toSorted()
    assert.deepEqual(kinds, ['added false', 'changed false', 'not taken false', 'vanished true'])
    const words = told(report)
    assert.match(words, /changed: ssd_cla_visits row 2 \([0-9a-f-]{36}\), child \w+: visit: seen/)
    assert.match(words, /not taken: ssd_cla_visits row 3, child \w+: clav_cla_visit_date: This is no real day/)
    assert.match(
      words,
      /vanished: ssd_cla_visits \([0-9a-f-]{36}\), child \w+: visit: no longer in the file; it stands in the record/,
    )
    assert.match(words, /added: ssd_cla_visits row 41 \(new-1\), child \w+: visit/)
    const back = await take(other, out)
    assert.deepEqual(back.rows.map(({ kind }) => kind).toSorted(), ['changed', 'vanished'])
    const next = await take(other, out)
    assert.deepEqual(told_(next), [
      'vanished ssd_cla_visits new-1 visit: no longer in the file; it stands in the record',
    ])
    const [kept] = await kith.query(
      'select count(*)::int as n from kith.kept_row_current where council = $1 and reason <> $2',
      [other, 'blank'],
    )
    assert.equal(kept?.n, 0)
  })

  test('what somebody recorded stands, and the row that contradicts it is kept word for word', async () => {
    const visit = await kith.door.asService(other, 'command line', async (asking) => {
      const row = await asking.record
        .selectFrom('kith.visit_current')
        .select(['id', 'source_key'])
        .orderBy('id')
        .limit(1)
        .executeTakeFirstOrThrow()
      await correct(asking, 'kith.visit', { id: String(row.id), columns: { alone: null } })
      return String(row.source_key)
    })
    const report = await take(other, out)
    assert.deepEqual(told_(report), [
      'vanished ssd_cla_visits new-1 visit: no longer in the file; it stands in the record',
      `contradicts ssd_cla_visits ${visit.split('|')[1]} visit: the record says otherwise (alone), and stands`,
    ])
    const kept = await kith.query(
      'select sheet, reason, field from kith.kept_row_current where council = $1 and reason <> $2',
      [other, 'blank'],
    )
    assert.deepEqual(kept, [{ sheet: 'ssd_cla_visits', reason: 'recorded-by-a-person', field: 'alone' }])
  })

  test('a file that is missing, or has no row, or names one child only, takes nothing back: what is gone is said', async () => {
    const without = mutated('ssd_cla_visits', (lines) => lines)
    rmSync(join(without, 'ssd_cla_visits.csv'))
    const empty = mutated('ssd_cla_visits', ([heading = '']) => [heading])
    for (const from of [without, empty]) {
      const report = await take(other, from)
      assert.deepEqual(report.rows, [])
      assert.match(report.notes.join(' '), /ssd_cla_visits/)
    }
    const few = mkdtempSync(join(folder, 'few-'))
    const [heading = '', one = ''] = readFileSync(join(out, 'ssd_person.csv'), 'utf8').split('\r\n')
    writeFileSync(join(few, 'ssd_person.csv'), `${heading}\r\n${one}\r\n`)
    const first = await versions(other)
    const report = await take(other, few)
    assert.deepEqual([...new Set(report.rows.map(({ kind }) => kind))], ['vanished'])
    assert.ok(report.rows.length > 500, String(report.rows.length))
    assert.equal(await versions(other), first)
  })
})

test('killed in the middle, nothing is half-taken, and the next run goes on', async () => {
  const third = await makeCouncil(kith.at.connection, { code: 'E06000098', name: 'Third' })
  const script = join(folder, 'take.mjs')
  const root = join(import.meta.dirname, '../..')
  writeFileSync(
    script,
    `const load = async (path) => await import(${JSON.stringify(root)} + path)
    const { openDoor, councilKeysIn } = await load('/src/database/index.ts')
    const { importNightly } = await load('/src/other-systems/import-nightly.ts')
    const { readSsd } = await load('/src/other-systems/read-ssd.ts')
    const { readFileSync, readdirSync } = await import('node:fs')
    const files = readdirSync(process.argv[4]).filter((name) => name.startsWith('ssd_')).map((name) => ({ name, text: readFileSync(process.argv[4] + '/' + name, 'utf8') }))
    const door = openDoor({ connection: JSON.parse(process.argv[2]), keys: councilKeysIn(process.argv[3]) })
    await importNightly(door, { council: ${third}, today: '2027-03-31', since: '2020-01-01', file: readSsd(files, '2027-03-31'),
      progress: (done) => console.log(done) })`,
  )
  const args = [
    ...process.execArgv.filter((arg) => !arg.startsWith('--test')),
    script,
    JSON.stringify(kith.at.connection),
    kith.home,
    out,
  ]
  const running = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise<void>((ended) => {
    running.stdout.once('data', () => running.kill('SIGKILL'))
    running.once('exit', () => ended())
  })
  const [half] = await kith.query('select count(*)::int as n from kith.child where council = $1', [third])
  assert.ok(Number(half?.n) > 0 && Number(half?.n) < 300 && Number(half?.n) % 100 === 0, String(half?.n))
  const unnamed = await kith.query(
    `select c.id from kith.child c where c.council = $1 and not exists (select from kith.birth_claim b where b.council = c.council and b.child = c.id)`,
    [third],
  )
  assert.deepEqual(unnamed, [])
  await take(third, out)
  assert.deepEqual((await take(third, out)).rows, [])
  const counted = async (council: number) =>
    await kith.query('select count(*)::int as n from kith.visit where council = $1', [council])
  assert.deepEqual(await counted(third), [{ n: 40 }])
})

describe('Annex A', () => {
  test('taken by a council that knows nothing, and again; a later list adds what is later, and says so', async () => {
    const fourth = await makeCouncil(kith.at.connection, { code: 'E06000097', name: 'Fourth' })
    mkdirSync(join(folder, 'annex'))
    const path = join(folder, 'annex', 'lists.xlsx')
    const lists = await kith.door.asService(
      kith.council,
      'command line',
      async (asking) => await annexA(asking, TODAY, async () => await Promise.resolve(undefined)),
    )
    await writeLists(path, lists)
    const read = await readWorkbook(path)
    assert.ok('sheets' in read)
    const taking = async (sheets: typeof read.sheets) => {
      const file = readAnnexA(sheets, 'lists.xlsx', TODAY)
      assert.ok('children' in file)
      return await importNightly(kith.door, { council: fourth, today: TODAY, since: TODAY, file })
    }
    const first = await taking(read.sheets)
    assert.equal(first.children.added, lists.childrenIn.get(8)?.length)
    assert.deepEqual(
      first.rows.filter(({ kind }) => kind !== 'added'),
      [],
    )
    assert.deepEqual((await taking(read.sheets)).rows, [])
    const visits = await kith.query('select count(*)::int as n from kith.visit where council = $1', [fourth])
    assert.ok(Number(visits[0]?.n) > 10)
    const later = read.sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) => ({ ...row, cells: [...row.cells] })),
    }))
    const row = later[7]?.rows.find(({ number, cells }) => number > 1 && cells[13] !== null)
    row?.cells.splice(13, 1, '25/03/2027')
    const report = await taking(later)
    assert.deepEqual(told_(report), ['added List 8  visit'])
    assert.deepEqual(readAnnexA([], 'x', TODAY), { wrong: 'there is no sheet List 8 with a column Child Unique ID' })
  })
})
