// `kith check ssda903` as people and programs call it: what it prints and writes, and how it refuses.
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import test from 'node:test'
import { Command, CommanderError } from 'commander'
import { postcodeListFrom } from '#geography'
import { storedSet } from '../../test/ssda903/stored-sets.ts'
import { checkCommand } from './commands.ts'

async function run(...args: string[]): Promise<{ out: string; aside: string; refused?: CommanderError }> {
  let out = ''
  let aside = ''
  const program = new Command('kith')
  checkCommand(program, {
    out: (text) => (out += text),
    aside: (text) => (aside += text),
    loadedPlaces: async () => await Promise.resolve(postcodeListFrom([])),
  })
  for (const one of program.commands.flatMap((command) => [command, ...command.commands]))
    one.exitOverride().configureOutput({ outputError: () => {} })
  try {
    await program.exitOverride().parseAsync(['check', 'ssda903', ...args], { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) return { out, aside, refused: error }
    throw error
  }
  return { out, aside }
}

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kith-ssda903-'))
  try {
    await work(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function unpack(name: 'A-2027-main' | 'C-2027-clean', folder: string): void {
  const { text, files } = storedSet(name)
  const paths = ['set.json', 'postcodes.json', 'providers.json']
  const years = [
    ...files.thisYear.map((file) => `this_year/${file.name}`),
    ...files.lastYear.map((file) => `last_year/${file.name}`),
  ]
  for (const path of [...paths, ...years]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text(path))
  }
}

void test('a set becomes flags as JSON, whatever they are', async () => {
  await inFolder(async (folder) => {
    unpack('A-2027-main', folder)
    const out = join(folder, 'out.json')
    const { refused, aside } = await run(folder, '--json', out)
    assert.equal(refused, undefined)
    assert.match(aside, /flags on \d+ children, by \d+ of 323 rules\.\n$/)
    const { flags, broken, notRun } = JSON.parse(readFileSync(out, 'utf8'))
    assert.deepEqual([broken, notRun], [undefined, undefined])
    assert.deepEqual(flags['102'], storedSet('A-2027-main').expected.flags['102'])
  })
})

void test('two folders become lines by rule or by child, and a CSV file', async () => {
  await inFolder(async (folder) => {
    unpack('C-2027-clean', folder)
    const of = ['--this-year', join(folder, 'this_year'), '--last-year', join(folder, 'last_year'), '--year', '2026/27']
    const places = [
      '--postcodes',
      join(folder, 'postcodes.json'),
      '--providers',
      join(folder, 'providers.json'),
      '--authority',
      'E06000053',
    ]
    const byRule = await run(...of, ...places)
    assert.match(
      byRule.out,
      /^624 {2}The date of birth of the first child is not the one given last year\.\n {4}2 rows, 2 children: Header line/m,
    )
    const byChild = await run(...of, ...places, '--by', 'child')
    assert.match(byChild.out, /^Child \w+\n {4}\w+ {2}\w+ line \d+: /m)
    const csv = join(folder, 'flags.csv')
    await run(...of, ...places, '--csv', csv)
    assert.match(
      readFileSync(csv, 'utf8'),
      /^worker,child,rule,severity,what is wrong,table,line,fields,to look at in the record\r\n\w*,\w+,/,
    )
  })
})

void test('what was not run for want of a file is said', async () => {
  await inFolder(async (folder) => {
    unpack('C-2027-clean', folder)
    const { aside } = await run('--this-year', join(folder, 'this_year'), '--year', '2027')
    assert.match(aside, /Last year: There is no file for Header/)
    assert.match(aside, /Not run, for want of provider list: 219, /)
    assert.match(aside, /Not run, for want of last Header: /)
    assert.match(aside, /Not run, for want of postcode directory: 164, /)
    assert.match(aside, /Not run, for want of postcode directory and code of the council: 179, /)
  })
})

void test('wrong use is refused in one line, with status 2', async () => {
  await inFolder(async (folder) => {
    const cases: [string[], RegExp][] = [
      [[], /give a SET folder/],
      [[join(folder, 'nowhere')], /there is no folder/],
      [[folder], /is no set: it has no set\.json/],
      [[folder, '--this-year', folder], /not both/],
      [['--this-year', folder], /say which collection/],
      [['--this-year', folder, '--year', '2019/20'], /There are rules for 2024\/25, 2025\/26, 2026\/27/],
      [['--this-year', folder, '--year', '2027', '--by', 'team'], /--by is rule, child or worker/],
      [['--this-year', folder, '--year', '2027', '--postcodes', join(folder, 'none.csv')], /there is no file/],
      [['--nonsense'], /unknown option/],
    ]
    for (const [args, message] of cases) {
      const { refused, out } = await run(...args)
      assert.ok(refused, args.join(' '))
      assert.match(refused.message, message)
      assert.equal(out, '')
    }
  })
})

void test('a set that cannot be read is a failure in words', async () => {
  await inFolder(async (folder) => {
    unpack('C-2027-clean', folder)
    writeFileSync(join(folder, 'set.json'), '{')
    await assert.rejects(run(folder), /set\.json is not valid JSON/)
  })
})

void test('a workbook, and a run that the next one is compared with', async () => {
  await inFolder(async (folder) => {
    unpack('C-2027-clean', folder)
    const [book, kept] = [join(folder, 'found.xlsx'), join(folder, 'run.json')]
    const first = await run(folder, '--xlsx', book, '--keep', kept)
    assert.equal(first.refused, undefined)
    assert.equal(readFileSync(book).subarray(0, 2).toString(), 'PK')
    writeFileSync(
      join(folder, 'this_year/dolo.csv'),
      readFileSync(join(folder, 'this_year/dolo.csv'), 'utf8').split('\n').slice(0, 4).join('\n'),
    )
    const second = await run(folder, '--by', 'worker', '--since', kept)
    assert.match(second.out, /\nSince then: 0 flags new, 2 put right, 4 still there\.\n$/)
    const again = await run(folder, '--xlsx', book)
    assert.match(again.refused?.message ?? '', /found\.xlsx is there already: it is not written over/)
    await assert.rejects(run(folder, '--since', join(folder, 'set.json')), /set\.json is no kept run/)
  })
})

void test('a council says how grave a rule is; a table that cannot be right is refused by its line', async () => {
  await inFolder(async (folder) => {
    unpack('C-2027-clean', folder)
    const table = join(folder, 'severities.csv')
    writeFileSync(table, 'rule,severity\n709,error\n624,query\n')
    const { out } = await run(folder, '--severities', table)
    assert.match(out, /^709 .*\(error\)$/m)
    for (const [text, says] of [
      ['rule\n709\n', /columns rule and severity/],
      ['rule,severity\n709,grave\n', /line 2: a severity is error, query or unknown/],
      ['rule,severity\nnone,error\n', /line 2: there is no rule none/],
    ] as const) {
      writeFileSync(table, text)
      await assert.rejects(run(folder, '--severities', table), says)
    }
  })
})

void test('postcodes that were loaded are asked of the database, those that the return names alone', async () => {
  await inFolder(async (folder) => {
    unpack('C-2027-clean', folder)
    const asked: string[] = []
    const program = new Command('kith')
    checkCommand(program, {
      out: () => {},
      aside: () => {},
      loadedPlaces: async (postcodes) => {
        asked.push(...postcodes)
        return await Promise.resolve(postcodeListFrom([]))
      },
    })
    const of = ['--this-year', join(folder, 'this_year'), '--last-year', join(folder, 'last_year'), '--year', '2026/27']
    await program.parseAsync(['check', 'ssda903', ...of, '--postcodes', 'loaded'], { from: 'user' })
    assert.ok(asked.length > 100)
    assert.equal(new Set(asked).size, asked.length)
  })
})
