// `kith check ssda903` as people and programs call it: what it prints and writes, and how it refuses.
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import test from 'node:test'
import { Command, CommanderError } from 'commander'
import { storedSet } from '../../test/ssda903/stored-sets.ts'
import { checkCommand } from './commands.ts'

async function run(...args: string[]): Promise<{ out: string; aside: string; refused?: CommanderError }> {
  let out = ''
  let aside = ''
  const program = new Command('kith')
  checkCommand(program, { out: (text) => (out += text), aside: (text) => (aside += text) })
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
      /^624 {2}The date of birth of the first child is not the one given last year\.\n {4}2 rows, 2 children: Header row/m,
    )
    const byChild = await run(...of, ...places, '--by', 'child')
    assert.match(byChild.out, /^Child \w+\n {4}\w+ {2}\w+ row \d+: /m)
    const csv = join(folder, 'flags.csv')
    await run(...of, ...places, '--csv', csv)
    assert.match(readFileSync(csv, 'utf8'), /^child,rule,what is wrong,table,row,fields\r\n\w+,/)
  })
})

void test('what was not run for want of a file is said', async () => {
  await inFolder(async (folder) => {
    unpack('C-2027-clean', folder)
    const { aside } = await run('--this-year', join(folder, 'this_year'), '--year', '2027')
    assert.match(aside, /Last year: There is no file for Header/)
    assert.match(aside, /Not run, for want of provider list: 219, /)
    assert.match(aside, /Not run, for want of last Header: /)
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
      [['--this-year', folder, '--year', '2027', '--by', 'worker'], /--by is rule or child/],
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
