// An exported council is put into an empty Kith and exported again: the same to the byte. What is out of sight is in neither.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { createHash, randomBytes, verify } from 'node:crypto'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { Command } from 'commander'
import { agreeOutOfSight, askOutOfSight, sealLog, sealsFolder, verifyLog } from '#access'
import { type Asking, councilKeysIn, type Door, openDoor } from '#database'
import { uploadSettings } from '#documents'
import { exportCommand, restoreExport } from '#exports'
import { beginPlan, savePlan } from '#plans'
import { withClient } from '#postgres'
import { emptyTestDatabase, type TestDatabase, testDatabase } from '../../src/database/test-database.ts'
import { everythingIsOver } from '../../src/database/test-over.ts'
import { parsedLine } from '../../src/exports/lines-store.ts'
import { asOneFolder, publicKeyOf } from '../../src/exports/sinks-store.ts'
import { differing, filesIn } from './folders.ts'
import { add, bytesOf, ownFile, type People, people, STRUCK } from './keptshire.ts'

const ended: (() => unknown)[] = []
after(async () => {
  for (const end of ended.reverse()) await end()
})

const shelf = mkdtempSync(join(tmpdir(), 'kith-exports-'))
ended.push(() => rmSync(shelf, { recursive: true, force: true }))
const on = (name: string): string => join(shelf, name)

type Kith = { readonly at: TestDatabase; readonly home: string; readonly door: Door }
function kith(at: TestDatabase, name: string): Kith {
  const home = on(name)
  const door = openDoor({ connection: at.connection, keys: councilKeysIn(home), operator: 'test' })
  ended.push(at.drop, door.close)
  return { at, home, door }
}
const query = async ({ at }: Pick<Kith, 'at'>, sql: string): Promise<Record<string, unknown>[]> =>
  await withClient(at.connection, async (client) => (await client.query<Record<string, unknown>>(sql)).rows)

async function run({ at, home, door }: Kith, args: readonly string[], as?: string): Promise<string> {
  const lines: string[] = []
  const program = new Command().exitOverride()
  exportCommand(program, {
    withHouse: async (work) => {
      await everythingIsOver(at.connection)
      const opened = { connection: at.connection, version: 18, stop: async () => {} }
      return await work({ home, opened, door, sealPlaces: [sealsFolder(home)] })
    },
    person: () => as,
    print: (line) => lines.push(line),
    progress: () => {},
  })
  await program.parseAsync(['export', ...args], { from: 'user' })
  return lines.join('\n')
}
const putIn = async (at: TestDatabase, home: string, folder: string) =>
  await restoreExport({ connection: at.connection, home, seals: sealsFolder(home), folder, operator: 'test' })

const linesOf = (folder: string, file: string): Record<string, unknown>[] =>
  readFileSync(join(on(folder), file), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>)

const seen = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(1_300_000)])
/** With both separators of lines that are none to a file of lines. */
const WORDS = 'Well, in “quotes”, \\ and Zoë’s words.\u2028A line\u2029of another kind.'
const HIDDEN = 'Nobody may read this any more'
const hiddenBytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from('out of everybody’s sight '.repeat(40))])
let first: Kith
let all: People
let shown: string
let untouched: TestDatabase

before(async () => {
  untouched = await emptyTestDatabase('untouched')
  ended.push(untouched.drop)
  first = kith(await testDatabase('exported'), 'home')
  const of = {
    door: first.door,
    connection: first.at.connection,
    uploads: uploadSettings(on('arriving'), { most: undefined, check: undefined }),
  }
  all = await people(of)
  const as = async <T>(person: string, work: (asking: Asking) => Promise<T>) =>
    await first.door.as({ council: all.council, person }, work)
  const takeOut = async (record: string): Promise<void> => {
    const request = await as(
      all.manager,
      async (asking) => await askOutOfSight(asking, all.child, { record, reason: 'wrong record' }),
    )
    await as(all.officer, async (asking) => await agreeOutOfSight(asking, request))
  }
  shown = (await add(of, all, seen)).document
  await takeOut((await add(of, all, hiddenBytes)).file)
  await add(of, all, { bytes: Buffer.from('%PDF-1.7\nfrom the police'), terms: 'police' })
  await as(all.worker, async (asking) => {
    const begun = await beginPlan(asking, all.child, 'care plan')
    assert.ok('ok' in begun)
    await savePlan(asking, begun.ok.edition, [{ part: 'health', read: 0, text: WORDS }])
    await savePlan(asking, begun.ok.edition, [{ part: 'identity', read: 0, text: HIDDEN }])
  })
  const [part] = await query(first, `select id from kith.plan_part where part = 'identity'`)
  await takeOut(String(part?.id))
  const [health] = await query(first, `select id from kith.plan_part where part = 'health'`)
  await ownFile(first, all, String(health?.id))
  await run(first, [on('a'), '--council', 'KEPT'])
})

describe('a whole council', () => {
  test('comes back the same to the byte, with a log that verifies and goes on', async () => {
    const at = await testDatabase('put_in')
    const second = kith(at, 'home2')
    const { faults } = await putIn(at, second.home, on('a'))
    assert.equal(faults, 0)
    await run(second, [on('b'), '--council', 'KEPT', '--as-put-in'])
    assert.deepEqual(differing(on('a'), on('b')), [])

    const read = await bytesOf(second, all, shown)
    assert.ok(Buffer.isBuffer(read) && read.equals(seen))
    const sealing = { door: second.door, places: [sealsFolder(second.home)] }
    await everythingIsOver(at.connection)
    await sealLog(sealing)
    const [verdict] = await verifyLog(sealing)
    assert.deepEqual(verdict?.faults, [])
    const [era] = await query(
      second,
      `select max(era) as era from kith.access_entry where what like 'put the exported%'`,
    )
    assert.deepEqual(era, { era: 2 })
    // Nothing is left to the role that put it in.
    assert.deepEqual(
      await query(
        second,
        `select has_table_privilege('kith_restore', 'kith.address', 'insert') as may, (select count(*)::int from pg_policies where policyname = 'puts_in') as left`,
      ),
      [{ may: false, left: 0 }],
    )
    await assert.rejects(putIn(at, second.home, on('a')), /already holds a council/)
    // Without the flag, only what was logged since is added.
    await run(second, [on('c'), '--council', 'KEPT'])
    assert.deepEqual(differing(on('a'), on('c')), [
      'SHA256SUMS',
      'log/blocks.jsonl',
      'log/entries.jsonl',
      'manifest.json',
      'seals/KEPT.jsonl',
    ])
    for (const file of ['log/blocks.jsonl', 'log/entries.jsonl', 'seals/KEPT.jsonl'])
      assert.ok(readFileSync(join(on('c'), file), 'utf8').startsWith(readFileSync(join(on('a'), file), 'utf8')), file)
  })

  test('holds no word and no byte of what is out of sight, and says where something was', () => {
    for (const [file, bytes] of filesIn(on('a'))) {
      assert.equal(bytes.includes(HIDDEN), false, file)
      assert.equal(bytes.includes('out of everybody’s sight'), false, file)
    }
    const [part] = linesOf('a', 'tables/kith.plan_part.jsonl').filter((one) => one.part === 'identity')
    assert.deepEqual([part?.outOfSight, part?.words], [true, null])
    assert.equal(linesOf('a', 'tables/kith.plan_part.jsonl').find((one) => one.part === 'health')?.words, WORDS)
    assert.deepEqual(
      linesOf('a', 'tables/kith.file_decision.jsonl').flatMap(({ words }) => (words === null ? [] : [words])),
      [STRUCK],
    )
    assert.deepEqual(
      linesOf('a', 'tables/kith.file_made.jsonl').map(({ words }) => words),
      [{ whom: 'Nora', why: 'She asked.' }],
    )
    assert.equal(readdirSync(join(on('a'), 'documents', all.child)).length, 2)
    assert.ok(linesOf('a', 'log/entries.jsonl').length > 0)
  })

  test('is logged, and its chain is recomputed from the description alone', () => {
    const sha = (...parts: (string | Buffer)[]): Buffer =>
      parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()
    const lines = readFileSync(join(on('a'), 'log/entries.jsonl'), 'utf8')
      .split('\n')
      .filter(Boolean)
    const entries = lines.map((line) => ({
      line,
      of: JSON.parse(line) as [number, number, string, number, number, string, string, string],
    }))
    assert.ok(entries.some(({ of }) => of[7] === 'exported the whole record of the council'))
    let previous = sha('')
    const blocks = linesOf('a', 'log/blocks.jsonl')
    for (const { number, era, from_tx, below_tx, hash } of blocks) {
      const mine = entries.filter(
        ({ of }) =>
          of[1] === era && BigInt(of[2]) >= BigInt(String(from_tx)) && BigInt(of[2]) < BigInt(String(below_tx)),
      )
      previous = sha(
        previous,
        ['1', number, era, from_tx, below_tx, mine.length].map(String).join('/'),
        ...mine.map(({ line }) => sha(line)),
      )
      assert.equal(previous.toString('hex'), hash)
    }
    assert.ok(blocks.length > 0)
  })

  test('has a schema in which every column of every line stands', () => {
    const schema = JSON.parse(readFileSync(join(on('a'), 'schema.json'), 'utf8')) as {
      $defs: Record<string, { properties: object; required: string[] }>
    }
    const { tables } = JSON.parse(readFileSync(join(on('a'), 'manifest.json'), 'utf8')) as {
      tables: { name: string; file: string; rows: number }[]
    }
    assert.deepEqual(
      Object.keys(schema.$defs),
      tables.map(({ name }) => name),
    )
    for (const { name, file, rows } of tables) {
      const found = linesOf('a', file)
      assert.equal(found.length, rows, name)
      for (const row of found) {
        const of = schema.$defs[name] ?? { properties: {}, required: [] }
        assert.deepEqual(
          Object.keys(row).filter((key) => !(key in of.properties)),
          [],
          name,
        )
        assert.deepEqual(
          of.required.filter((key) => !(key in row)),
          [],
          name,
        )
      }
    }
  })
})

describe('what goes wrong is said in plain words, and nothing is half-taken', () => {
  const refused: readonly [string, readonly string[], RegExp][] = [
    ['of nobody', [], /Say of whom: --council CODE or --child ID/],
    ['of both', ['--council', 'KEPT', '--child', '01a21939-a9b5-7a57-86f5-350a11f44372'], /Say of whom/],
    ['an unknown council', ['--council', 'NONE'], /There is no council NONE/],
    ['an unknown child', ['--child', '01a21939-a9b5-7a57-86f5-350a11f44372'], /There is no child of that id/],
    ['a council that was never put in', ['--council', 'KEPT', '--as-put-in'], /was not put into this Kith/],
  ]
  for (const [name, args, words] of refused)
    test(name, async () => {
      await assert.rejects(run(first, [on('refused'), ...args]), words)
      assert.equal(existsSync(on('refused')), false)
    })

  test('a folder that holds something', async () => {
    await assert.rejects(run(first, [on('a'), '--council', 'KEPT']), /is not empty/)
  })

  test('no key: none is made, since with another one no word could be read', async () => {
    await assert.rejects(
      run({ ...first, home: on('nowhere') }, [on('refused'), '--council', 'KEPT']),
      /There is no key/,
    )
    assert.equal(existsSync(join(on('nowhere'), 'keys')), false)
  })

  test('another key', async () => {
    const home = on('other-key')
    await councilKeysIn(home).keyOf(all.council)
    await assert.rejects(
      run({ ...first, home }, [on('refused'), '--council', 'KEPT']),
      /is it the right key\? Nothing was exported/,
    )
    assert.deepEqual(
      readdirSync(shelf).filter((name) => name.startsWith('refused')),
      [],
    )
  })

  test('a full disk, and a folder where one may not write', async () => {
    const failing = (code: string) => async (draft: string) => {
      writeFileSync(join(draft, 'half'), 'half')
      throw Object.assign(new Error('x'), { code })
    }
    await assert.rejects(asOneFolder(on('full'), failing('ENOSPC')), /The disk of .*full is full: nothing was kept/)
    await assert.rejects(asOneFolder(on('full'), failing('EACCES')), /may not write/)
    assert.deepEqual(
      readdirSync(shelf).filter((name) => name.startsWith('full')),
      [],
    )
  })

  test('an export that is broken off leaves nothing; what a killed one left is named', async () => {
    const from = join(import.meta.dirname, '../../src/exports/sinks-store.ts')
    const script = `import { asOneFolder } from ${JSON.stringify(from)}
      import { writeFileSync } from 'node:fs'
      await asOneFolder(${JSON.stringify(on('broken'))}, async (draft) => {
        writeFileSync(draft + '/half', 'half')
        console.log('begun')
        await new Promise((end) => setTimeout(end, 60_000))
      })`
    const other = spawn(process.execPath, [...process.execArgv, '--input-type=module', '-e', script])
    await once(other.stdout, 'data')
    assert.equal(existsSync(on(`broken.unfinished-${other.pid}`)), true)
    other.kill('SIGTERM')
    assert.deepEqual(await once(other, 'exit'), [null, 'SIGTERM'])
    assert.equal(existsSync(on(`broken.unfinished-${other.pid}`)), false)
    mkdirSync(on('broken.unfinished-1'))
    await assert.rejects(
      asOneFolder(on('broken'), async () => {}),
      /broken.unfinished-1 was left by an export that was broken off.*delete that folder/,
    )
    rmSync(on('broken.unfinished-1'), { recursive: true })
  })

  test('a line that cannot be read is named, and what stands in it is not', () => {
    assert.throws(() => parsedLine('{"words":"Of a child', 'tables/kith.note.jsonl', 3), {
      message: 'tables/kith.note.jsonl cannot be read in line 3: nothing was restored.',
    })
  })

  const flip = (path: string): void => {
    const bytes = readFileSync(path)
    const middle = Math.floor(bytes.length / 2)
    bytes[middle] = (bytes[middle] ?? 0) ^ 1
    writeFileSync(path, bytes)
  }
  const damage: readonly [string, (copy: string) => void, RegExp][] = [
    [
      'a changed table',
      (copy) => flip(join(copy, 'tables/kith.plan_part.jsonl')),
      /tables\/kith.plan_part.jsonl is not as it was written/,
    ],
    [
      'a changed document',
      (copy) => flip(join(copy, 'documents', all.child, readdirSync(join(copy, 'documents', all.child))[0] ?? '')),
      /documents\/.*pdf is not as it was written/,
    ],
    ['a missing file', (copy) => rmSync(join(copy, 'log/entries.jsonl')), /log\/entries.jsonl is missing/],
    [
      'a file too many',
      (copy) => writeFileSync(join(copy, 'tables/more.jsonl'), ''),
      /not part of it: tables\/more.jsonl/,
    ],
  ]
  for (const [name, harm, words] of damage)
    test(`${name} is named before anything is touched`, async () => {
      const copy = on(`copy of ${name}`)
      cpSync(on('a'), copy, { recursive: true })
      harm(copy)
      await assert.rejects(putIn(untouched, on('home3'), copy), words)
      assert.deepEqual(await query({ at: untouched }, `select from pg_namespace where nspname in ('kith', 'door')`), [])
    })

  test('changed with its checksum, it is still not what Kith would export', async () => {
    const copy = on('forged')
    cpSync(on('a'), copy, { recursive: true })
    const path = join(copy, 'tables/kith.worker.jsonl')
    writeFileSync(path, readFileSync(path, 'utf8').replace('"name":', '"name" :'))
    const sums = readFileSync(join(copy, 'SHA256SUMS'), 'utf8')
    const sum = createHash('sha256').update(readFileSync(path)).digest('hex')
    writeFileSync(join(copy, 'SHA256SUMS'), sums.replace(/^.*(?= {2}tables\/kith.worker.jsonl$)/m, sum))
    const key = publicKeyOf(await councilKeysIn(first.home).keyOf(1))
    const signed = (folder: string) =>
      verify(null, readFileSync(join(folder, 'SHA256SUMS')), key, readFileSync(`${on('a')}.sig`))
    assert.deepEqual([signed(on('a')), signed(copy)], [true, false], 'found by whoever has the public key')
    const at = await testDatabase('forged')
    ended.push(at.drop)
    await assert.rejects(
      putIn(at, on('home4'), copy),
      /kith.worker.jsonl did not come back as it was: nothing was restored/,
    )
    assert.deepEqual(await query({ at }, 'select from door.council'), [])
  })

  test('broken off in the middle, nothing is there', async () => {
    const at = await testDatabase('halfway')
    ended.push(at.drop)
    await query({ at }, 'alter table kith.word_key add constraint never check (false)')
    await assert.rejects(putIn(at, on('home5'), on('a')), /never/)
    assert.deepEqual(await query({ at }, 'select from door.council union all select from kith.child'), [])
  })
})

describe('all about one child', () => {
  test('says of each thing under a condition that it is, and is logged under the child', async () => {
    const told = await run(first, [on('child'), '--child', all.child])
    assert.match(told, /rows stand under a condition .*\nNot yet fit to be handed over/)
    const held = linesOf('child', 'conditions.jsonl').map(({ table, because }) => [
      table,
      String(because).replace(/ [0-9a-f-]{36}/g, ''),
    ])
    const each = new Map(held.map((one) => [one.join(), one]))
    assert.deepEqual(
      [...each.values()],
      [
        ['kith.document', 'terms: police'],
        ['kith.document_file', 'hangs on kith.document'],
        ['kith.document_piece', 'hangs on kith.document_file'],
        ['kith.file_decision', 'says what was kept from somebody who asked for their own file'],
        ['kith.file_made', 'hangs on kith.file_decision'],
        ['kith.own_child', 'about somebody who works for the council'],
      ],
    )
    const [document] = linesOf('child', 'tables/kith.document.jsonl').filter(({ terms }) => terms === 'police')
    assert.deepEqual(document?.conditions, ['terms: police'])
    const [entry] = linesOf('child', 'log.jsonl').slice(-1)
    assert.deepEqual([entry?.what, entry?.child], ['exported all about the child', all.child])
    assert.ok(linesOf('child', 'people.jsonl').some(({ name }) => name === 'A worker'))
    for (const [file, bytes] of filesIn(on('child'))) assert.equal(bytes.includes(HIDDEN), false, file)
    await assert.rejects(putIn(untouched, on('home6'), on('child')), /is the record of a child/)
  })

  test('of a record that was joined, both; of one that is sealed, only while a named person has it open', async () => {
    const { council, child, worker, manager } = all
    const other = '01a21939-0000-7000-8000-000000000001'
    const seal = '01a21939-0000-7000-8000-000000000002'
    const shape = `council, id, line, child, recorded_by`
    await query(
      first,
      `begin; set local session_replication_role = replica;
       insert into kith.child (council, id, recorded_by) values (${council}, '${other}', '${worker}');
       insert into kith.joined_child (council, child, goes_on) values (${council}, '${other}', '${child}');
       insert into kith.child_identifier (${shape}, issuer, value) values (${council}, '${seal}', '${seal}', '${other}', '${worker}', 'ssda903', 'K1'); commit`,
    )
    assert.match(await run(first, [on('joined'), '--child', other]), /^2 records were found to be of this child/)
    assert.deepEqual(
      linesOf('joined', 'tables/kith.child.jsonl').map(({ id }) => id),
      [other, child].sort(),
    )
    await query(
      first,
      `begin; set local session_replication_role = replica;
       insert into kith.adoption_seal (${shape}, step, order_made, decided, named) values (${council}, '${seal}', '${seal}', '${child}', '${worker}', 'sealed', '2026-01-01', '2026-01-02', '{${worker},${manager}}');
       insert into kith.seal_opening (council, id, child, person, said, until, recorded_by) values (${council}, '${seal}', '${child}', '${worker}', '', now() + interval '1 hour', '${worker}'); commit`,
    )
    for (const as of [undefined, manager])
      await assert.rejects(run(first, [on('sealed'), '--child', child], as), /sealed after an adoption order/)
    assert.equal(existsSync(on('sealed')), false)
    await run(first, [on('sealed'), '--child', child], worker)
    assert.ok(linesOf('sealed', 'log.jsonl').some(({ what }) => what === 'was refused an export of a sealed record'))
  })
})
