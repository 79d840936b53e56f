// One child's record is given to another council: written whole, closed here in the same moment, read as before; and taken back.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { Command } from 'commander'
import { mayDo, openRecord, sealsFolder } from '#access'
import { day, numberOf } from '#calendar'
import { factsKnown } from '#clock'
import { councilKeysIn, type Door, makeCouncil, openDoor, recordFirst } from '#database'
import { uploadSettings } from '#documents'
import { leaverStatus } from '#leaving-care'
import { recordName } from '#people'
import { withClient } from '#postgres'
import { transferCommand } from '#transfers'
import { type TestDatabase, testDatabase } from '../../src/database/test-database.ts'
import { everythingIsOver } from '../../src/database/test-over.ts'
import { type People, people } from './keptshire.ts'

const shelf = mkdtempSync(join(tmpdir(), 'kith-transfers-'))
const on = (name: string): string => join(shelf, name)
let at: TestDatabase
let door: Door
let all: People

async function run(args: readonly string[]): Promise<string> {
  const lines: string[] = []
  const program = new Command().exitOverride().configureOutput({ writeErr: () => {} })
  transferCommand(program, {
    withHouse: async (work) => {
      await everythingIsOver(at.connection)
      const opened = { connection: at.connection, version: 18, stop: async () => {} }
      return await work({ home: shelf, opened, door, sealPlaces: [sealsFolder(shelf)] })
    },
    today: () => day('2026-11-27'),
    print: (line) => lines.push(line),
  })
  for (const command of program.commands) command.exitOverride().configureOutput({ writeErr: () => {} })
  await program.parseAsync(['transfer', ...args], { from: 'user' })
  return lines.join('\n')
}
const given = (folder: string, by = all.officer) =>
  run([
    on(folder),
    '--child',
    all.child,
    '--to',
    'Southmere County Council',
    '--reason',
    'They moved there.',
    '--by',
    by,
  ])
const owner = async (sql: string, values: readonly unknown[] = []) =>
  await withClient(at.connection, async (client) => (await client.query(sql, [...values])).rows)
const asPerson = (person: string) => ({ council: all.council, person })
const name = async (words: string) =>
  await door.as(
    asPerson(all.worker),
    async (asking) => await recordName(asking, all.child, { kind: 'known as', name: words, since: null }),
  )
const transfers = async () => await owner('select change from kith.record_transfer order by id')

before(async () => {
  at = await testDatabase()
  door = openDoor({ connection: at.connection, keys: councilKeysIn(shelf), operator: 'test' })
  all = await people({
    door,
    connection: at.connection,
    uploads: uploadSettings(shelf, { most: undefined, check: undefined }),
  })
})
after(async () => {
  await door.close()
  await at.drop()
  rmSync(shelf, { recursive: true, force: true })
})

describe('before it is given', () => {
  test('by whoever may not hand it over, in another council, or of no child: the same words', async () => {
    const elsewhere = await makeCouncil(at.connection, { code: 'ELSE', name: 'Elsewhere' })
    assert.notEqual(elsewhere, all.council)
    for (const by of [all.worker, all.child]) await assert.rejects(given('no', by), /no record of that id/)
    await assert.rejects(
      run([on('no'), '--child', all.officer, '--to', 'Southmere', '--reason', 'x', '--by', all.officer]),
      /no record of that id/,
    )
    assert.equal(existsSync(on('no')), false)
  })

  test('what is missing is asked for', async () => {
    const of = ['--child', all.child, '--by', all.officer]
    await assert.rejects(run([on('no'), ...of, '--to', 'X', '--reason', 'y']), /3 to 120/)
    await assert.rejects(run([on('no'), ...of, '--to', 'Southmere', '--reason', ' ']), /Say why/)
    await assert.rejects(run([on('no'), ...of, '--reason', 'y']), /Say where to/)
    await assert.rejects(run([...of, '--take-back', '--reason', 'y']), /given to nobody/)
  })

  test('in care, and with somebody who works with them: both are said, and nothing is written', async () => {
    await owner(
      `with p as (select kith.new_id() as id), a as (select kith.new_id() as id), said as (
         insert into kith.care_period (council, id, line, child, began, recorded_by) select $1, id, id, $2, '2025-01-01', $3 from p)
       insert into kith.allocation (council, id, line, child, worker, role, during, recorded_by)
         select $1, id, id, $2, $3, 'allocated-worker', '[2025-01-01,)', $3 from a`,
      [all.council, all.child, all.worker],
    )
    await assert.rejects(given('no'), (error: Error) => {
      assert.match(error.message, /in care here/)
      assert.match(error.message, /still works with them/)
      return true
    })
    assert.equal(existsSync(on('no')), false)
    await owner(
      `insert into kith.care_period (council, id, line, supersedes, change, child, began, ended, end_reason, recorded_by)
         select council, kith.new_id(), line, id, 'change', child, began, '2026-11-20', 'E4A', recorded_by from kith.care_period`,
    )
    await owner(
      `insert into kith.allocation (council, id, line, supersedes, change, child, worker, role, during, recorded_by)
         select council, kith.new_id(), line, id, 'change', child, worker, role, '[2025-01-01,2026-11-20)', recorded_by from kith.allocation`,
    )
  })

  test('a folder that holds something is left alone, and the record stays open', async () => {
    mkdirSync(on('full'))
    writeFileSync(join(on('full'), 'mine.txt'), 'mine')
    await assert.rejects(given('full'), /not empty/)
    assert.deepEqual([readdirSync(on('full')), await transfers()], [['mine.txt'], []])
  })

  test('where the closing is refused in the last moment, no folder stays', async () => {
    await owner(
      `create function kith.test_stop() returns trigger language plpgsql as $$ begin raise exception 'stop'; end $$`,
    )
    await owner('create trigger a_stop before insert on kith.record_transfer execute function kith.test_stop()')
    await assert.rejects(given('stopped'))
    await owner('drop trigger a_stop on kith.record_transfer; drop function kith.test_stop()')
    assert.deepEqual(
      readdirSync(shelf).filter((one) => one.startsWith('stopped')),
      [],
    )
    assert.deepEqual(await transfers(), [])
    await name('Wren')
  })
})

describe('given', () => {
  test('whole, with checksums, to whom and why; and closed', async () => {
    assert.match(await given('out'), /Written for Southmere County Council/)
    const sums = readFileSync(join(on('out'), 'SHA256SUMS'), 'utf8')
    for (const line of sums.split('\n').filter(Boolean)) {
      const file = readFileSync(join(on('out'), line.slice(66)))
      assert.equal(createHash('sha256').update(file).digest('hex'), line.slice(0, 64), line.slice(66))
    }
    const manifest = JSON.parse(readFileSync(join(on('out'), 'manifest.json'), 'utf8')) as { transfer: unknown }
    assert.deepEqual(manifest.transfer, {
      ...{ to: 'Southmere County Council', on: '2026-11-27', why: 'They moved there.', by: 'A worker' },
    })
    assert.match(readFileSync(join(on('out'), 'tables', 'kith.child_name.jsonl'), 'utf8'), /Wren/)
    const [row] = await owner('select sums from kith.record_transfer')
    assert.equal((row as { sums: string }).sums, createHash('sha256').update(sums).digest('hex'))
  })

  test('is read as before, and says who has it', async () => {
    const looked = await door.as(asPerson(all.worker), async (asking) => await openRecord(asking, all.child, 'opened'))
    const toWhom = { to: 'Southmere County Council', on: '2026-11-27' }
    assert.deepEqual(looked.kind === 'open' && looked.joined?.given, toWhom)
  })

  test('takes no writing: from no page, from no person, from no service', async () => {
    const may = await door.as(
      asPerson(all.worker),
      async (asking) => await mayDo(asking, all.child, ['write', 'header']),
    )
    assert.equal(may, false)
    await assert.rejects(name('Robin'))
    await assert.rejects(
      door.asService(
        all.council,
        'import',
        async (asking) =>
          await recordFirst(asking, 'kith.care_period', { child: all.child, columns: { began: '2026-11-27' } }),
      ),
      /not allowed/,
    )
  })

  test('is not given twice', async () => {
    await assert.rejects(given('twice'), /given to another council already/)
    assert.equal(existsSync(on('twice')), false)
  })

  test('stops what is owed after care, on that day', async () => {
    const [known] = await door.asService(
      all.council,
      'nightly refresh',
      async (asking) => await factsKnown(asking, [all.child], undefined),
    )
    assert.equal(known?.leavingCare.over, numberOf(day('2026-11-27')))
    const care = [{ from: numberOf(day('2023-01-01')), until: numberOf(day('2026-01-01')), reason: 'E4A' }]
    const born = numberOf(day('2009-06-01'))
    const over = numberOf(day('2026-11-27'))
    const kindOn = (text: string, end: number | undefined) =>
      leaverStatus(
        born,
        care.map((one) => ({ ...one, over: end })),
        numberOf(day(text)),
      ).kind
    assert.deepEqual(
      [kindOn('2026-11-26', over), kindOn('2026-11-27', over), kindOn('2026-11-27', undefined)],
      ['relevant', 'ended', 'relevant'],
    )
  })

  test('by mistake: is taken back by whoever may give it, with a reason, and is open', async () => {
    const back = (by: string) => run(['--child', all.child, '--take-back', '--reason', 'The wrong child.', '--by', by])
    await assert.rejects(back(all.worker), /no record of that id/)
    assert.match(await back(all.officer), /open again/)
    await name('Robin')
    assert.deepEqual(await transfers(), [{ change: 'first' }, { change: 'retraction' }])
    await assert.rejects(back(all.officer), /given to nobody/)
  })
})
