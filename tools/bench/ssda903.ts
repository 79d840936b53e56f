// How long the SSDA903 takes to check, in seconds of one processor: rules only, and a whole process from CSV to JSON.

import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type NamedBytes, readReturn } from '#return-files'
import { givenOf } from '../../src/statutory-returns/ssda903/given.ts'
import { rulesOfYear } from '../../src/statutory-returns/ssda903/rule.ts'
import { ssda903Rules } from '../../src/statutory-returns/ssda903/rules/all-rules.ts'
import { runRules } from '../../src/statutory-returns/ssda903/run-rules.ts'
import { type StoredSet, storedSet } from '../../test/ssda903/stored-sets.ts'
import { bestOf, type Figure } from './measure.ts'

type Size = { children: number; rulesOnly: number; whole: number }

const sizes: readonly Size[] = [
  { children: 5_000, rulesOnly: 0.25, whole: 1.5 },
  { children: 20_000, rulesOnly: 1, whole: 5 },
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

/** Indexing and every rule, after a first pass in the same process. */
async function rulesOnly(files: Files, { children, rulesOnly: target }: Size): Promise<Figure> {
  const [now, before] = [readReturn(files.thisYear, year).tables, readReturn(files.lastYear, year - 1).tables]
  const set = sets[0]
  if (!set) throw new Error('There is no set to measure with.')
  const pass = () =>
    runRules(givenOf({ ...set.files, thisYear: now, lastYear: before }), rulesOfYear(ssda903Rules, year))
  pass()
  return { name: `SSDA903 rules only, ${children} children`, target, counts: 'cpu', best: await bestOf(pass) }
}

const child = `
const { checkCommand } = await import('./src/statutory-returns/commands.ts')
const { Command } = await import('commander')
const program = new Command()
checkCommand(program, { out: () => {}, aside: () => {} })
await program.parseAsync(['check', 'ssda903', process.argv[2], '--json', process.argv[3]], { from: 'user' })
const { user, system } = process.cpuUsage()
console.log(JSON.stringify({ cpuSeconds: (user + system) / 1e6, megabytes: process.resourceUsage().maxRSS / 1024 }))
`

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
  const script = child
    .replaceAll("'./src", `'${process.cwd()}/src`)
    .replace("import('commander')", `import('${import.meta.resolve('commander')}')`)
  writeFileSync(join(folder, 'check.mjs'), script)
}

/** A process of its own, from its first instruction to the JSON written. */
function whole(files: Files, { children, whole: target }: Size): Figure {
  const folder = mkdtempSync(join(tmpdir(), 'kith-bench-'))
  try {
    written(files, folder)
    const started = performance.now()
    const args = [...process.execArgv, join(folder, 'check.mjs'), folder, join(folder, 'out.json')]
    const run = spawnSync(process.execPath, args, { encoding: 'utf8' })
    if (run.status !== 0) throw new Error(`The measured process failed: ${run.stderr.slice(0, 500)}`)
    const { cpuSeconds, megabytes }: { cpuSeconds: number; megabytes: number } = JSON.parse(run.stdout)
    const wall = (performance.now() - started) / 1000
    const best = { node: cpuSeconds, postgres: 0, wall, peakMegabytes: megabytes }
    return { name: `SSDA903 whole process, ${children} children`, target, counts: 'cpu', best }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

export async function benchSsda903(): Promise<Figure[]> {
  const measured: Figure[] = []
  for (const size of sizes) {
    const files = replicated(size.children)
    measured.push(await rulesOnly(files, size), whole(files, size))
  }
  return measured
}
