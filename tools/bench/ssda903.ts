// How long the SSDA903 takes to check, in seconds of one processor: rules only, and a whole process from CSV to JSON.

import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { NamedBytes } from '#return-files'
import { type StoredSet, storedSet } from '../../test/ssda903/stored-sets.ts'
import type { Figure, Measured } from './measure.ts'

type Size = {
  readonly children: number
  /** Seconds; undefined: only reported. */
  readonly rulesOnly: number | undefined
  readonly whole: number | undefined
  readonly megabytes?: number
  readonly directory?: true
}

const sizes: readonly Size[] = [
  { children: 5_000, rulesOnly: 0.25, whole: 1.5 },
  { children: 20_000, rulesOnly: 1, whole: 5, megabytes: 500, directory: true },
  { children: 200_000, rulesOnly: undefined, whole: undefined },
]

const sets: readonly StoredSet[] = [storedSet('A-2027-main'), storedSet('C-2027-clean')]
const year = 2027
const childrenInSet = 300

/** The rows of all copies of a table, the children of each copy renamed by its number. */
function copies(files: readonly (readonly NamedBytes[])[], name: string, times: number): NamedBytes {
  const bodies = files.map((year) => {
    const bytes = year.find((file) => file.name === name)?.bytes
    return new TextDecoder().decode(bytes).replaceAll('\r\n', '\n').trimEnd().split('\n')
  })
  const heading = bodies[0]?.[0] ?? ''
  const child = heading.split(',').indexOf('CHILD')
  const lines = [heading]
  for (let copy = 0; copy < times; copy += 1) {
    for (const row of bodies[copy % bodies.length]?.slice(1) ?? []) {
      const cells = row.split(',')
      if (cells[child] !== '') cells[child] = `${cells[child]}X${copy}`
      lines.push(cells.join(','))
    }
  }
  return { name, bytes: new TextEncoder().encode(`${lines.join('\n')}\n`) }
}

type Files = { thisYear: NamedBytes[]; lastYear: NamedBytes[] }

function replicated(children: number): Files {
  const times = Math.ceil(children / childrenInSet)
  const all = (of: 'thisYear' | 'lastYear') =>
    (sets[0]?.files[of] ?? []).map(({ name }) =>
      copies(
        sets.map(({ files }) => files[of]),
        name,
        times,
      ),
    )
  return { thisYear: all('thisYear'), lastYear: all('lastYear') }
}

/** What a process of its own runs; it prints one line of JSON with `cpuSeconds` and `megabytes`. */
const secondPass = `
const { readFileSync, readdirSync } = await import('node:fs')
const { readReturn } = await import('./src/return-files/index.ts')
const { givenOf } = await import('./src/statutory-returns/ssda903/given.ts')
const { rulesOfYear } = await import('./src/statutory-returns/ssda903/rule.ts')
const { ssda903Rules } = await import('./src/statutory-returns/ssda903/rules/all-rules.ts')
const { runRules } = await import('./src/statutory-returns/ssda903/run-rules.ts')
const { readPostcodes, readProviders, readSetDescription } = await import('./src/statutory-returns/ssda903/set-description.ts')
const set = process.argv[2]
const text = (name) => readFileSync(set + '/' + name, 'utf8')
const told = readSetDescription(text('set.json'))
const tables = (folder, year) =>
  readReturn(readdirSync(set + '/' + folder).map((name) => ({ name, bytes: readFileSync(set + '/' + folder + '/' + name) })), year).tables
const [thisYear, lastYear] = [tables('this_year', told.year), tables('last_year', told.year - 1)]
const beside = { postcodes: readPostcodes(text('postcodes.json')), providers: readProviders(text('providers.json')) }
const pass = () => runRules(givenOf({ ...told, ...beside, thisYear, lastYear }), rulesOfYear(ssda903Rules, told.year))
pass()
globalThis.gc?.()
const cpu = process.cpuUsage()
pass()
const { user, system } = process.cpuUsage(cpu)
console.log(JSON.stringify({ cpuSeconds: (user + system) / 1e6, megabytes: process.resourceUsage().maxRSS / 1024 }))
`

const wholeCheck = `
const { checkCommand } = await import('./src/return-findings/commands.ts')
const { Command } = await import('commander')
const program = new Command()
checkCommand(program, { out: () => {}, aside: () => {}, loadedPlaces: () => { throw new Error('no database') } })
await program.parseAsync(['check', 'ssda903', ...process.argv.slice(2)], { from: 'user' })
const { user, system } = process.cpuUsage()
console.log(JSON.stringify({ cpuSeconds: (user + system) / 1e6, megabytes: process.resourceUsage().maxRSS / 1024 }))
`

/** The copies as a set on disk, and the two scripts beside it. */
function written(files: Files, folder: string): void {
  for (const [of, name] of [
    ['thisYear', 'this_year'],
    ['lastYear', 'last_year'],
  ] as const) {
    mkdirSync(join(folder, name))
    for (const file of files[of]) writeFileSync(join(folder, name, file.name), file.bytes)
  }
  for (const name of ['set.json', 'postcodes.json', 'providers.json'])
    writeFileSync(join(folder, name), sets[0]?.text(name) ?? '')
  const placed = (script: string) =>
    script
      .replaceAll("'./src", `'${process.cwd()}/src`)
      .replace("import('commander')", `import('${import.meta.resolve('commander')}')`)
  writeFileSync(join(folder, 'check.mjs'), placed(wholeCheck))
  writeFileSync(join(folder, 'rules.mjs'), placed(secondPass))
}

/** The best of three processes, each from its first instruction. */
function bestProcess(script: string, args: readonly string[]): Measured {
  const runs = [1, 2, 3].map((): Measured => {
    const started = performance.now()
    const run = spawnSync(process.execPath, [...process.execArgv, script, ...args], { encoding: 'utf8' })
    if (run.status !== 0) throw new Error(`The measured process failed: ${run.stderr.slice(0, 500)}`)
    const { cpuSeconds, megabytes }: { cpuSeconds: number; megabytes: number } = JSON.parse(run.stdout)
    const wall = (performance.now() - started) / 1000
    return { node: cpuSeconds, postgres: 0, wall, peakMegabytes: megabytes }
  })
  return runs.reduce((best, one) => (one.node < best.node ? one : best))
}

const directory = fileURLToPath(new URL('../../../shared/geo/onspd-england-2025-11.csv.gz', import.meta.url))
/** What the whole directory may cost besides. */
const directoryTarget = 1.5

/** The same check with the 2.3 million postcodes of England instead of the set's list. */
function withDirectory(folder: string, { children }: Size, without: Measured): Figure[] {
  if (!existsSync(directory)) return []
  const of = [
    '--this-year',
    join(folder, 'this_year'),
    '--last-year',
    join(folder, 'last_year'),
    '--year',
    String(year),
  ]
  const best = bestProcess(join(folder, 'check.mjs'), [
    ...of,
    '--postcodes',
    directory,
    '--json',
    join(folder, 'd.json'),
  ])
  const more = { ...best, node: Math.max(best.node - without.node, 0) }
  const name = `SSDA903 the whole postcode directory besides, ${children} children`
  return [{ name, target: directoryTarget, counts: 'cpu', best: more }]
}

function measureSize(size: Size): Figure[] {
  const { children } = size
  const folder = mkdtempSync(join(tmpdir(), 'kith-bench-'))
  try {
    written(replicated(children), folder)
    const rules = bestProcess(join(folder, 'rules.mjs'), [folder])
    const whole = bestProcess(join(folder, 'check.mjs'), [folder, '--json', join(folder, 'out.json')])
    const figures: Figure[] = [
      {
        name: `SSDA903 rules only, second pass, ${children} children`,
        target: size.rulesOnly,
        counts: 'cpu',
        best: rules,
      },
      { name: `SSDA903 whole process, ${children} children`, target: size.whole, counts: 'cpu', best: whole },
    ]
    if (size.megabytes !== undefined)
      figures.push({
        name: `SSDA903 memory, ${children} children`,
        target: size.megabytes,
        counts: 'megabytes',
        best: whole,
      })
    return size.directory ? [...figures, ...withDirectory(folder, size, whole)] : figures
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Ten times the children may take ten times as long, and half as much again. */
function linear(figures: readonly Figure[]): Figure[] {
  const of = (children: number) =>
    figures.find(({ name }) => name === `SSDA903 rules only, second pass, ${children} children`)
  const [few, many] = [of(20_000), of(200_000)]
  if (!few || !many) return []
  const { best } = many
  return [
    { name: 'SSDA903 rules only, 200000 children against 20000', target: few.best.node * 15, counts: 'cpu', best },
  ]
}

export async function benchSsda903(): Promise<Figure[]> {
  const measured = sizes.flatMap(measureSize)
  return await Promise.resolve([...measured, ...linear(measured)])
}
