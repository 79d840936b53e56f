// A return taken into a real record: whole sets, repeats, corrections, retractions, rows kept, and a kill in the middle.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { keptRowsOf } from './kept-store.ts'
import { folderOf, type TestCouncil, testCouncil } from './test-council.ts'
import { asJson, told } from './told.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const setC = join(root, 'src/demonstration/return')
const shared = join(root, '../shared/returns/ssda903/sets')
const S = 'A,01/05/2026,S,V2,N1,U6,PR1,,,,QD19 3FZ,VD4 1QZ'
const header = 'A,F,03/10/2012,BCRB,UN1'

type Everything = Awaited<ReturnType<TestCouncil['everything']>>
/** Tables that do not hold the very same rows. */
function changedTables(one: Everything, other: Everything): string[] {
  return Object.keys(one).filter((table) => one[table]?.join('\n') !== other[table]?.join('\n'))
}

const open: TestCouncil[] = []
const council = async (): Promise<TestCouncil> => {
  const one = await testCouncil()
  open.push(one)
  return one
}
after(async () => {
  for (const one of open) await one.close()
})

describe('set C', () => {
  let kith: TestCouncil
  before(async () => {
    kith = await council()
  })

  test('is taken whole', async () => {
    const report = await kith.take(`${setC}/this_year`, `${setC}/last_year`)
    assert.deepEqual(report.children, { added: 300, changed: 0, unchanged: 0 })
    assert.deepEqual([report.year, report.rows.notTaken, report.rows.takenInPart], [2027, 0, 0])
    const [counts] = await kith.query(
      `select (select count(*) from kith.child)::int as children, (select count(*) from kith.review)::int as reviews,
         (select count(*) from kith.birth_claim)::int as births, (select count(*) from kith.child_name)::int as names,
         (select count(*) from kith.health_assessment)::int as assessments`,
    )
    assert.equal(counts?.children, 300)
    assert.deepEqual([counts?.names, counts?.assessments], [0, 0])
    assert.ok(Number(counts?.reviews) > 575)
  })

  test('twice gives the same record, row for row', async () => {
    const first = await kith.everything()
    const report = await kith.take(`${setC}/this_year`, `${setC}/last_year`)
    assert.deepEqual(report.children, { added: 0, changed: 0, unchanged: 300 })
    assert.deepEqual(changedTables(first, await kith.everything()), [])
  })

  test('this year alone afterwards takes nothing away', async () => {
    const first = await kith.everything()
    await kith.take(`${setC}/this_year`)
    assert.deepEqual(changedTables(first, await kith.everything()), [])
  })

  test('covers reviews, and says nothing of visits', async () => {
    const rows = await kith.query(
      'select distinct event, min(since)::text as since, max(until)::text as until from kith.source_coverage group by 1 order by 1',
    )
    assert.deepEqual(
      rows.map(({ event }) => event),
      ['care-period', 'health-year', 'legal-status', 'missing', 'placement', 'review'],
    )
    assert.deepEqual([rows[0]?.since, rows[0]?.until], ['2025-04-01', '2027-04-01'])
  })
})

describe('sets with planted faults', () => {
  for (const set of ['A-2027-main', 'A-2027-baddates', 'A-2027-dupes'])
    test(`${set} is taken, and what cannot be is listed and kept`, {
      skip: existsSync(shared) ? false : `no ${shared}`,
    }, async () => {
      const kith = await council()
      const folder = join(shared, set)
      const report = await kith.take(`${folder}/this_year`, `${folder}/last_year`)
      assert.ok(report.rows.notTaken > 100)
      const [kept] = await kith.query(
        'select (select count(*) from kith.kept_row)::int + (select count(*) from kith.stray_row)::int as count',
      )
      assert.equal(kept?.count, report.kept.length)
      const first = await kith.everything()
      await kith.take(`${folder}/this_year`, `${folder}/last_year`)
      assert.deepEqual(changedTables(first, await kith.everything()), [])
    })
})

describe('a later return', () => {
  test('corrects by superseding, retracts what is gone and says so, and leaves the rest', async () => {
    const kith = await council()
    const reviews = ['A,,05/06/2026,PN1', 'A,,05/09/2026,PN1']
    await kith.take(folderOf({ Header: [header], Episodes: [S], Reviews: reviews }))
    const report = await kith.take(folderOf({ Header: [header], Episodes: [S], Reviews: ['A,,05/06/2026,PN2'] }))
    assert.deepEqual(report.lines, { added: 0, corrected: 1, retracted: 1 })
    const rows = await kith.query(
      `select held::text, participation, change, supersedes is not null as later, said from kith.review order by held, recorded`,
    )
    assert.deepEqual(
      rows.map(({ held, participation, change, later }) => [held, participation, change, later]),
      [
        ['2026-06-05', 'PN1', 'first', false],
        ['2026-06-05', 'PN2', 'correction', true],
        ['2026-09-05', 'PN1', 'first', false],
        ['2026-09-05', 'PN1', 'retraction', true],
      ],
    )
    const because = await kith.door.asService(kith.council, 'import', async (asking) => {
      const found = await asking.record
        .selectFrom('kith.review')
        .select(['id', 'said'])
        .where('change', '=', 'retraction')
        .execute()
      return [...(await asking.readWords(found)).values()]
    })
    assert.deepEqual(because, ['No longer in the SSDA903 return of 2026/27.'])
  })

  test('takes nothing back where a row of that child was refused: it is there, and cannot be read', async () => {
    const kith = await council()
    const both = { Header: [header], Episodes: [S], Reviews: ['A,,05/06/2026,PN1', 'A,,05/09/2026,PN1'] }
    await kith.take(folderOf(both))
    const illegible = await kith.take(folderOf({ ...both, Reviews: ['A,,05/06/2026,PN1', 'A,,31/09/2026,PN1'] }))
    assert.deepEqual(illegible.lines, { added: 0, corrected: 0, retracted: 0 })
    assert.equal(illegible.rows.notTaken, 1)
    const asIfEarlier = await kith.take(folderOf(both), undefined, '2026-08-01')
    assert.equal(asIfEarlier.lines.retracted, 0)
    assert.ok(asIfEarlier.kept.length > 0, 'the day to come is refused and listed')
  })

  test('without a table takes nothing of it back, and covers nothing of it', async () => {
    const kith = await council()
    const whole = { Header: [header], Episodes: [S], Reviews: ['A,,05/06/2026,PN1'] }
    await kith.take(folderOf(whole))
    const report = await kith.take(folderOf({ Header: [header], Episodes: [S] }))
    assert.deepEqual(report.lines, { added: 0, corrected: 0, retracted: 0 })
    assert.match(told(report), /no file for Reviews \(.*\)\. What the record holds of it stays as it is\./)
    const other = await council()
    await other.take(folderOf({ Header: [header], Episodes: [S] }))
    assert.deepEqual(await other.query('select event from kith.source_coverage order by event'), [
      { event: 'care-period' },
      { event: 'legal-status' },
      { event: 'placement' },
    ])
  })

  test('without one episode is a mistake: nothing is taken back', async () => {
    const kith = await council()
    await kith.take(folderOf({ Header: [header], Episodes: [S] }))
    assert.equal((await kith.take(folderOf({ Header: [header], Episodes: [] }))).lines.retracted, 0)
  })

  test('is read past a folder that is called like a file', async () => {
    const kith = await council()
    const folder = folderOf({ Header: [header], Episodes: [S] })
    mkdirSync(join(folder, 'old.csv'))
    assert.equal((await kith.take(folder)).children.added, 1)
  })

  test('retracts what was said of a child who is gone from it', async () => {
    const kith = await council()
    await kith.take(folderOf({ Header: [header, 'B,M,01/01/2015,WBRI,UN1'], Reviews: ['A,,05/06/2026,PN1'] }))
    const report = await kith.take(folderOf({ Header: [header], Reviews: ['A,,05/06/2026,PN1'] }))
    assert.deepEqual(report.children, { added: 0, changed: 1, unchanged: 1 })
    assert.deepEqual(await kith.query('select born::text from kith.birth_claim_current'), [{ born: '2012-10-03' }])
  })

  test('in another order, with other names and line endings, is the same return', async () => {
    const kith = await council()
    const reviews = ['A,,05/06/2026,PN1', 'A,,05/09/2026,PN1', ',,05/09/2026,PN1', 'A,,x,PN1']
    await kith.take(folderOf({ Header: [header], Episodes: [S], Reviews: reviews }))
    const first = await kith.everything()
    await kith.take(folderOf({ Reviews: reviews.toReversed(), Episodes: [S], Header: [header] }, '\r\n'))
    assert.deepEqual(changedTables(first, await kith.everything()), [])
  })
})

describe('rows that cannot be taken', () => {
  test('are kept word for word under the child, or apart where they name none; and let go when they are mended', async () => {
    const kith = await council()
    const folder = folderOf({ Header: [header], Reviews: ['A,,31/06/2026,pn1', ',,05/06/2026,PN1'] })
    const report = await kith.take(folder)
    assert.deepEqual(
      report.kept.map(({ child, row, field, reason }) => [child, row, field, reason]),
      [
        ['A', 2, 'REVIEW', 'not-a-day'],
        [null, 3, 'CHILD', 'no-child'],
      ],
    )
    const words = await kith.door.asService(kith.council, 'import', async (asking) => {
      const kept = await asking.record.selectFrom('kith.kept_row').select(['id', 'said']).execute()
      const strays = await asking.record.selectFrom('kith.stray_row').select(['id', 'said']).execute()
      return [...(await asking.readWords([...kept, ...strays])).values()]
    })
    assert.deepEqual(words, ['A,,31/06/2026,pn1', ',,05/06/2026,PN1'])
    const shown = await kith.door.asService(kith.council, 'import', async (asking) => {
      const [child] = await asking.record.selectFrom('kith.child').select('id').execute()
      return await keptRowsOf(asking, child?.id ?? '')
    })
    assert.deepEqual(
      shown.map(({ year, sheet, row, field, reason, said }) => [year, sheet, row, field, reason, said]),
      [[2027, 'Reviews', 2, 'REVIEW', 'not-a-day', 'A,,31/06/2026,pn1']],
    )
    await kith.take(folderOf({ Header: [header], Reviews: ['A,,30/06/2026,PN1'] }))
    assert.deepEqual(await kith.query('select id from kith.kept_row_current'), [])
  })

  test('are told without what they hold', async () => {
    const kith = await council()
    const report = await kith.take(folderOf({ Header: [header, header], Reviews: ['A,,31/06/2026,PN1'] }))
    for (const words of [told(report), asJson(report)]) {
      assert.match(words, /not a day|no real day/)
      assert.doesNotMatch(words, /31\/06|03\/10/)
    }
  })

  test('a stray row is seen by administrators and analysts, and by nobody else of the council', async () => {
    const kith = await council()
    await kith.take(folderOf({ Reviews: [',,05/06/2026,PN1'], SWEpisodes: ['A,,SW1,01/05/2026'] }))
    const [worker] = await kith.query(`select id from kith.worker where code = 'SW1'`)
    const person = String(worker?.id)
    const seen = async () =>
      await kith.door.as(
        { council: kith.council, person },
        async ({ record }) => (await record.selectFrom('kith.stray_row').select('id').execute()).length,
      )
    assert.equal(await seen(), 0)
    await kith.door.asService(kith.council, 'command line', async (asking) => {
      const [id = ''] = await asking.newIds(1)
      const given = { relation: 'analyst', reason: 'role', recorded_by: asking.who.person }
      await asking.insert('kith.standing_relation', [{ council: kith.council, id, line: id, person, ...given }])
    })
    assert.equal(await seen(), 1)
  })

  test('a child without an address beside one who has one', async () => {
    const kith = await council()
    const report = await kith.take(folderOf({ Episodes: ['A,01/05/2026,S,V4,N1,U6,PR1', S.replace('A', 'B')] }))
    assert.equal(report.children.added, 2)
  })
})

describe('a child with two records that were joined', () => {
  const early = 'A,05/01/2025,S,V2,N1,U6,PR1,01/06/2025,E8,,QD19 3FZ,VD4 1QZ'
  const later = S.replace('A', 'B')
  const other = 'C,F,01/01/2014,WBRI,UN1'
  const both = { Header: [header, 'B,F,03/10/2012,BCRB,UN1', other], Episodes: [early, later] }
  const idOf = async (kith: TestCouncil, code: string) =>
    String((await kith.query('select child from kith.child_identifier where value = $1', [code]))[0]?.child)
  const join = async (kith: TestCouncil) => {
    const of = [kith.council, await idOf(kith, 'A'), await idOf(kith, 'B')]
    await kith.query('insert into kith.joined_child (council, child, goes_on) values ($1, $2, $3)', of)
  }
  const held = async (kith: TestCouncil, table: string) =>
    (
      await kith.query(
        `select i.value, count(*)::int as n from kith.${table}_current r
           join kith.child_identifier i on i.council = r.council and i.child = r.child and i.issuer = 'ssda903' group by 1 order by 1`,
      )
    ).map(({ value, n }) => `${String(value)} ${String(n)}`)

  test('the same files again change nothing; a header under the earlier number is refused with the number to use; others are taken', async () => {
    const kith = await council()
    await kith.take(folderOf(both), undefined, '2026-06-01')
    await join(kith)
    const again = await kith.take(folderOf({ ...both, Reviews: ['C,,05/05/2026,PN1'] }), undefined, '2026-06-01')
    assert.deepEqual(again.lines, { added: 1, corrected: 0, retracted: 0 })
    assert.deepEqual(again.rejoined, [{ child: 'A', goesOn: 'B', rows: 2 }])
    assert.deepEqual(
      again.kept.map(({ child, goesOn, sheet, reason, taken }) => [child, goesOn, sheet, reason, taken]),
      [['A', 'B', 'Header', 'two-numbers', 'not']],
    )
    assert.match(told(again), /child A goes on under B: 2 rows. Use B from now on/)
    assert.match(
      told(again),
      /\(child A, whose record goes on under B\): The child stands in this return under a second/,
    )
    assert.deepEqual(await held(kith, 'placement'), ['A 1', 'B 1'])
    assert.deepEqual(await held(kith, 'kept_row'), ['B 1'])
  })

  test('files under the earlier number alone go to the record that goes on; what is closed is neither changed nor contradicted', async () => {
    const kith = await council()
    await kith.take(folderOf(both), undefined, '2026-06-01')
    await join(kith)
    const under = (line: string) => line.replace(/^B/, 'A')
    const report = await kith.take(
      folderOf({
        Header: ['A,F,04/10/2012,BCRB,UN1', other],
        Episodes: [early.replace('01/06/2025', '01/08/2025'), under(later)],
        Reviews: ['A,,20/05/2026,PN1'],
      }),
      undefined,
      '2026-06-01',
    )
    assert.deepEqual(report.lines, { added: 1, corrected: 0, retracted: 0 })
    assert.deepEqual([await held(kith, 'review'), await held(kith, 'placement')], [['B 1'], ['A 1', 'B 1']])
    const why = new Set(report.kept.map(({ child, sheet, reason }) => `${child} ${sheet} ${reason}`))
    assert.deepEqual(why, new Set(['A Header two-numbers', 'A Episodes in-the-closed-record']))
    const [birth] = await kith.query(`select born::text from kith.birth_claim_current where child = $1`, [
      await idOf(kith, 'B'),
    ])
    assert.equal(birth?.born, '2012-10-03')
  })

  test('a record that goes on without a number takes the one that its rows have', async () => {
    const kith = await council()
    await kith.take(folderOf({ Header: [header], Episodes: [early] }), undefined, '2025-07-01')
    const [made] = await kith.query(
      'insert into kith.person (council, recorded_by) values ($1, kith.new_id()) returning id',
      [kith.council],
    )
    const of = [kith.council, await idOf(kith, 'A'), made?.id]
    await kith.query('insert into kith.child (council, id, recorded_by) values ($1, $2, $2)', [of[0], of[2]])
    await kith.query('insert into kith.joined_child (council, child, goes_on) values ($1, $2, $3)', of)
    const report = await kith.take(folderOf({ Header: [header], Episodes: [S] }), undefined, '2026-06-01')
    assert.deepEqual([report.children.added, report.rejoined, report.kept], [0, [], []])
    assert.deepEqual(
      await kith.query('select child from kith.placement_current where lower(during) > $1', ['2026-01-01']),
      [{ child: of[2] }],
    )
  })
})

describe('a folder', () => {
  const wrong: [string, () => Promise<string>, RegExp][] = [
    ['that is not there', async () => '/nowhere/at/all', /There is no folder/],
    ['without a CSV file', async () => join(root, 'test/material/ssda903'), /There is no CSV file/],
    [
      'without a table of the return',
      async () => {
        const folder = folderOf({ Header: [header] })
        writeFileSync(join(folder, 'file 0.CSV'), 'one,two\n1,2\n')
        return folder
      },
      /None of the files/,
    ],
  ]
  for (const [name, folder, refusal] of wrong)
    test(name, async () => {
      const kith = open[0] ?? (await council())
      await assert.rejects(kith.take(await folder()), refusal)
    })
})

test('killed in the middle: all or nothing of each child, and the rest when it is run again', async () => {
  const kith = await council()
  const script = join(kith.home, 'take.ts')
  const from = (path: string) => JSON.stringify(join(root, 'src', path))
  writeFileSync(
    script,
    `import { councilKeysIn, openDoor } from ${from('database/index.ts')}
import { importSsda903 } from ${from('imports/index.ts')}
const door = openDoor({ connection: ${JSON.stringify(kith.at.connection)}, keys: councilKeysIn(${JSON.stringify(kith.home)}) })
const progress = () => process.stdout.write('batch ')
await importSsda903(door, { folder: ${JSON.stringify(`${setC}/this_year`)}, lastYear: ${JSON.stringify(`${setC}/last_year`)}, council: ${kith.council}, today: '2027-04-01', progress })`,
  )
  const child = spawn(process.execPath, [join(root, 'bin/run.mjs'), script], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  await new Promise<void>((resolve) => child.stdout.once('data', () => resolve()))
  process.kill(-(child.pid ?? 0), 'SIGKILL')
  await new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const codes = readFileSync(`${setC}/this_year/reviews.csv`, 'utf8').split(/\r?\n/).slice(1)
  const reviews = await kith.query(
    `select i.value as child, count(r.id)::int as count from kith.child_identifier i
       left join kith.review r on r.council = i.council and r.child = i.child and r.held >= '2026-04-01'
     where i.issuer = 'ssda903' group by 1`,
  )
  assert.ok(reviews.length >= 100 && reviews.length < 300, `${reviews.length} children`)
  for (const { child: code, count } of reviews)
    assert.equal(count, codes.filter((line) => line.startsWith(`${String(code)},`)).length, String(code))
  const report = await kith.take(`${setC}/this_year`, `${setC}/last_year`)
  assert.equal(report.children.added, 300 - reviews.length)
  const whole = open[0]
  const count = async (of: TestCouncil | undefined) =>
    await of?.query(
      'select (select count(*) from kith.review) as reviews, (select count(*) from kith.placement) as placements, (select count(*) from kith.source) as sources',
    )
  assert.deepEqual(await count(kith), await count(whole))
})
