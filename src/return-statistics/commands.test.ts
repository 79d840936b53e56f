// `kith indicators ssda903` as people and programs call it; what is for the outside names no child and shows no small count.
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import test from 'node:test'
import { Command, CommanderError } from 'commander'
import { postcodeListFrom } from '#geography'
import { storedSet } from '../../test/ssda903/stored-sets.ts'
import { indicatorsCommand } from './commands.ts'

async function run(...args: readonly string[]): Promise<{ out: string; refused?: string }> {
  let out = ''
  const program = new Command('kith')
  indicatorsCommand(program, {
    out: (text) => (out += text),
    aside: () => {},
    loadedPlaces: async () => await Promise.resolve(postcodeListFrom([])),
  })
  for (const one of program.commands.flatMap((command) => [command, ...command.commands]))
    one.exitOverride().configureOutput({ outputError: () => {} })
  try {
    await program.exitOverride().parseAsync(['indicators', 'ssda903', ...args], { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) return { out, refused: error.message }
    throw error
  }
  return { out }
}

async function withSet(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kith-indicators-'))
  const { text, files } = storedSet('C-2027-clean')
  const years = [
    ...files.thisYear.map(({ name }) => `this_year/${name}`),
    ...files.lastYear.map(({ name }) => `last_year/${name}`),
  ]
  for (const path of ['set.json', 'postcodes.json', 'providers.json', ...years]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text(path))
  }
  try {
    await work(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

type Told = {
  indicators: {
    id: string
    numerator: { count: number; children: string[] }
    denominator?: { count: number; children: string[] }
  }[]
}

void test('every figure with its numerator, its denominator and the children behind them', async () => {
  await withSet(async (folder) => {
    const { out } = await run(folder, '--json', '-')
    const { indicators }: Told = JSON.parse(out)
    const far = indicators.find(({ id }) => id === 'distance_over20_pct')
    assert.ok(far?.denominator)
    assert.equal(far.numerator.children.length, far.numerator.count)
    assert.equal(far.denominator.children.length, far.denominator.count)
    assert.ok(far.numerator.children.every((child) => far.denominator?.children.includes(child)))
    assert.match((await run(folder, '--population', '53,101')).out, /^cla_rate_10k .*: 38 \(203 of 53,101\)$/m)
  })
})

void test('for the outside: no child, no count of one to five', async () => {
  await withSet(async (folder) => {
    const { out } = await run(folder, '--json', '-', '--outward')
    const children = new Set(readFileSync(join(folder, 'this_year/header.csv'), 'utf8').match(/^\w+/gm))
    for (const child of children) if (child !== 'CHILD') assert.ok(!out.includes(child))
    const shown: { indicators: { numerator: unknown; denominator?: unknown }[] } = JSON.parse(out)
    const counts = shown.indicators.flatMap(({ numerator, denominator }) => [numerator, denominator])
    assert.ok(counts.includes('c'))
    for (const count of counts) assert.ok(typeof count !== 'number' || count === 0 || count > 5)
  })
})

void test('a workbook holds the children, so it is not made for the outside', async () => {
  await withSet(async (folder) => {
    const book = join(folder, 'figures.xlsx')
    assert.equal((await run(folder, '--xlsx', book)).refused, undefined)
    assert.equal(readFileSync(book).subarray(0, 2).toString(), 'PK')
    assert.match(
      (await run(folder, '--xlsx', join(folder, 'b.xlsx'), '--outward')).refused ?? '',
      /not for the outside/,
    )
    assert.match((await run(folder, '--xlsx', book)).refused ?? '', /is there already/)
  })
})

void test('wrong use is refused in one line', async () => {
  await withSet(async (folder) => {
    for (const [args, says] of [
      [[], /give a SET folder, or --this-year with --year/],
      [[folder, '--this-year', folder], /give either a SET or --this-year, not both/],
      [[folder, '--postcodes', join(folder, 'nowhere')], /there is no file/],
      [['--this-year', folder], /say which collection/],
      [[join(folder, 'nowhere')], /there is no folder/],
      [[folder, '--population', 'many'], /number of children under 18/],
      [['--this-year', folder, '--year', '2019/20'], /2024\/25, 2025\/26, 2026\/27/],
    ] as const)
      assert.match((await run(...args)).refused ?? '', says)
  })
})
