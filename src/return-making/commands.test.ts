// `kith return ssda903` as people call it: what it writes and for whom, what it says, and how it refuses.
import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, before, beforeEach, describe, test } from 'node:test'
import { Command, CommanderError } from 'commander'
import { day } from '#calendar'
import { recordFirst } from '#database'
import { postcodeListFrom } from '#geography'
import { folderOf, type TestCouncil, testCouncil } from '../imports/test-council.ts'
import { returnCommand } from './commands.ts'

const CODE = 'E06000053'
const YEAR = ['--council', CODE, '--year', '2026/27'] as const

describe('the command', () => {
  let kith: TestCouncil
  let folder: string
  before(async () => {
    kith = await testCouncil()
    await kith.take(
      folderOf({
        Header: ['A,F,03/10/2012,BCRB,UN1,0'],
        Episodes: ['A,01/05/2026,S,V2,N1,U6,PR1,,,,QD19 3FZ,VD4 1QZ'],
        SWEpisodes: ['A,03/10/2012,SW1,01/05/2026,,MANAGE'],
      }),
    )
  })
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kith-return-making-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))
  after(async () => await kith.close())

  async function run(args: readonly string[], { today = '2027-04-01', person = undefined as string | undefined } = {}) {
    const printed: string[] = []
    const program = new Command('kith').exitOverride()
    returnCommand(program, {
      withDoor: async (work) => await work(kith.door, async () => await Promise.resolve(postcodeListFrom([]))),
      today: () => day(today),
      person: () => person,
      print: (line) => void printed.push(line),
    })
    for (const one of program.commands.flatMap((command) => [command, ...command.commands]))
      one.exitOverride().configureOutput({ outputError: () => {} })
    await program.parseAsync(['return', 'ssda903', ...args], { from: 'user' })
    return printed
  }
  const out = () => join(folder, 'out')

  test('checks what was made on request, for the worker whom the record names', async () => {
    const printed = await run([...YEAR, '--out', out(), '--check', 'worker'])
    assert.ok(printed.some((line) => /^Worker SW1: \d+ rows, 1 child$/.test(line)))
    assert.match(printed.at(-1) ?? '', /^\d+ flags on 1 child, by \d+ of 323 rules\.$/)
    await assert.rejects(
      run([...YEAR, '--out', join(folder, 'b'), '--check', 'team']),
      /--check is rule, child or worker/,
    )
  })

  test('writes twelve files, the XML form and the origins, for their owner only', async () => {
    const [xml, origins] = [join(folder, 'return.xml'), join(folder, 'origins.csv')]
    const printed = await run([...YEAR, '--out', out(), '--xml', xml, '--provenance', origins])
    assert.deepEqual(printed, [
      `SSDA903 return of 2026/27: 1 child, written to ${out()}.`,
      'XML: SWEpisodes has no known place in the XML form; send it as CSV. Its one row was left out.',
    ])
    assert.equal(readdirSync(out()).length, 12)
    assert.equal(readFileSync(join(out(), 'DoLo.csv'), 'utf8'), 'CHILD,DOB,DOLO_START,DOLO_END\r\n')
    assert.match(
      readFileSync(join(out(), 'Episodes.csv'), 'utf8'),
      /\nA,01\/05\/2026,S,V2,N1,U6,PR1,,,,QD19 3FZ,VD4 1QZ,\r\n$/,
    )
    assert.match(readFileSync(xml, 'utf8'), /<CHILDID>A<\/CHILDID>/)
    const lines = readFileSync(origins, 'utf8').split('\r\n')
    assert.equal(lines[0], 'table,row,column,record,line,version,source,recorded_by,recorded')
    assert.ok(lines.some((line) => line.startsWith('Episodes,2,PL_POST,placement,')))
    for (const path of [xml, origins, join(out(), 'Header.csv')]) assert.equal(statSync(path).mode & 0o777, 0o600)
    assert.equal(statSync(out()).mode & 0o777, 0o700)
  })

  test('an older collection has the tables of its year', async () => {
    await run(['--council', CODE, '--year', '2022/23', '--out', out()])
    assert.deepEqual(
      ['SWEpisodes.csv', 'DoLo.csv', 'Header.csv'].map((name) => existsSync(join(out(), name))),
      [false, false, true],
    )
  })

  test('a child without an id for the return is in it all the same, and said to be', async () => {
    const child = await kith.door.asService(kith.council, 'command line', async (asking) => {
      const [id = ''] = await asking.newIds(1)
      const { council, person } = asking.who
      await asking.insert('kith.person', [{ council, id, recorded_by: person }])
      await asking.insert('kith.child', [{ council, id, recorded_by: person }])
      await recordFirst(asking, 'kith.care_period', { child: id, columns: { began: '2026-06-01', need: 'N3' } })
      return id
    })
    const origins = join(folder, 'origins.csv')
    const printed = await run([...YEAR, '--out', out(), '--provenance', origins])
    assert.equal(printed[1], '1 of them have no id for the return yet: the record’s own id stands in CHILD.')
    assert.ok(!printed.join().includes(child))
    assert.ok(readFileSync(join(out(), 'Episodes.csv'), 'utf8').includes(`${child},01/06/2026,S,,N3,`))
    // What a person recorded names them and no source.
    const began = readFileSync(origins, 'utf8')
      .split('\r\n')
      .find((line) => /^Episodes,\d+,CIN,care_period,.*,,/.test(line))
    assert.match(began ?? '', /,,[0-9a-f-]{36},20\d\d-/)
  })

  test('an id that may not go out is said, and stops nobody: neither its own child nor another', async () => {
    const ids = ['=HYPERLINK(1)', '+1', '-1', '@A', '\tA', 'A|B', 'A\u0001', 'A"B', ' A', '12/AB-3_4.5 C']
    const children = await kith.door.asService(kith.council, 'command line', async (asking) => {
      const { council, person } = asking.who
      const own = await asking.newIds(ids.length)
      for (const [at, id] of own.entries()) {
        await asking.insert('kith.person', [{ council, id, recorded_by: person }])
        await asking.insert('kith.child', [{ council, id, recorded_by: person }])
        await recordFirst(asking, 'kith.care_period', { child: id, columns: { began: '2026-06-01', need: 'N3' } })
        const columns = { issuer: 'ssda903', value: ids[at] ?? '' }
        await recordFirst(asking, 'kith.child_identifier', { child: id, columns })
      }
      return own
    })
    const [first = ''] = children
    await kith.door.asService(kith.council, 'command line', async (asking) => {
      await recordFirst(asking, 'kith.child_identifier', { child: first, columns: { issuer: 'upn', value: '=1+1' } })
    })
    const [xml, origins] = [join(folder, 'return.xml'), join(folder, 'origins.csv')]
    const printed = await run([...YEAR, '--out', out(), '--xml', xml, '--provenance', origins])
    const header = readFileSync(join(out(), 'Header.csv'), 'utf8')
    const inFile = header
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(',')[0])
    for (const [at, child] of children.entries())
      assert.ok(inFile.includes(at === ids.length - 1 ? '12/AB-3_4.5 C' : child), ids[at])
    assert.ok(inFile.includes('A'))
    for (const text of [header, readFileSync(join(out(), 'Episodes.csv'), 'utf8'), readFileSync(xml, 'utf8')])
      assert.doesNotMatch(text, /HYPERLINK|1\+1|[|]|[^\P{Cc}\r\n]|(?:^|,)[=+@-]/mu)
    const line = (child: string) => inFile.indexOf(child) + 2
    const lines = children.slice(0, -1).map(line)
    assert.ok(
      printed.includes(
        `Header, lines ${lines.toSorted((one, other) => one - other).join(', ')}: what the record gives for CHILD may not go out. The record’s own id stands there instead.`,
      ),
    )
    assert.ok(
      printed.includes(`Header, line ${line(first)}: what the record gives for UPN may not go out. It is left blank.`),
    )
    assert.ok(printed.some((words) => words.startsWith('An id begins with a letter or digit')))
    assert.ok(!printed.join().includes('HYPERLINK'))
    // Where it has to be put right.
    assert.match(readFileSync(origins, 'utf8'), new RegExp(`Header,${line(first)},CHILD,child_identifier,`))
  })

  const refusals: readonly (readonly [name: string, args: () => readonly string[], says: RegExp, code: number])[] = [
    ['no council named', () => ['--year', '2026/27', '--out', out()], /--council/, 1],
    ['no folder named', () => [...YEAR], /--out/, 1],
    ['a year that is none', () => ['--council', CODE, '--year', '2026/28', '--out', out()], /as in 2026\/27/, 1],
    ['a year before the tables', () => ['--council', CODE, '--year', '2019/20', '--out', out()], /from 2022\/23 on/, 1],
    ['a year that has not begun', () => ['--council', CODE, '--year', '2027/28', '--out', out()], /has not begun/, 2],
  ]
  for (const [name, args, says, exitCode] of refusals)
    test(`refuses ${name}, and writes nothing`, async () => {
      await assert.rejects(run(args(), { today: '2027-03-31' }), (error) => {
        assert.ok(error instanceof CommanderError)
        assert.match(error.message, says)
        assert.equal(error.exitCode, exitCode)
        return true
      })
      assert.equal(existsSync(out()), false)
    })

  test('refuses what is there already, and leaves it as it was', async () => {
    const file = join(folder, 'file')
    writeFileSync(file, 'kept')
    mkdirSync(out())
    for (const [args, says] of [
      [['--out', folder], /is not empty/],
      [['--out', file], /is no folder/],
      [['--out', out(), '--xml', file], /is there already/],
      [['--out', out(), '--provenance', file], /is there already/],
    ] as const)
      await assert.rejects(run([...YEAR, ...args]), says)
    assert.equal(readFileSync(file, 'utf8'), 'kept')
    assert.deepEqual(readdirSync(out()), [])
  })

  test('refuses one person’s sight', async () => {
    await assert.rejects(run([...YEAR, '--out', out()], { person: 'somebody' }), /leave --as out/)
    assert.equal(existsSync(out()), false)
  })

  test('a council that is not there is a failure', async () => {
    await assert.rejects(
      run(['--council', 'X99', '--year', '2026/27', '--out', out()]),
      /^Error: There is no council X99\.$/,
    )
    assert.equal(existsSync(out()), false)
  })
})
