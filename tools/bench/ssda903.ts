// How long the SSDA903 takes to check, in seconds of one processor: rules only, and a whole process from CSV to JSON.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nodeArguments, nodeBinary } from '../../bin/node.mjs'
import { givenOf } from '../../src/statutory-returns/ssda903/given.ts'
import { type NamedBytes, readReturn } from '../../src/statutory-returns/ssda903/read-return.ts'
import { rulesOfYear } from '../../src/statutory-returns/ssda903/rule.ts'
import { ssda903Rules } from '../../src/statutory-returns/ssda903/rules/index.ts'
import { runRules } from '../../src/statutory-returns/ssda903/run-rules.ts'
import { type StoredSet, storedSet } from '../../test/ssda903/stored-sets.ts'

export type Measured = {
  name: string
  /** Seconds of one processor that must not be passed. */
  target: number
  cpuSeconds: number
  megabytes?: number
  flags: number
}

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

const cpu = (since?: NodeJS.CpuUsage) => {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1e6
}

/** Indexing and every rule, the second time in one process. */
function rulesOnly(files: Files, { children, rulesOnly: target }: Size): Measured {
  const [now, before] = [readReturn(files.thisYear, year).tables, readReturn(files.lastYear, year - 1).tables]
  const set = sets[0]
  if (!set) throw new Error('There is no set to measure with.')
  const pass = () => {
    const started = process.cpuUsage()
    const outcome = runRules(
      givenOf({ ...set.files, thisYear: now, lastYear: before }),
      rulesOfYear(ssda903Rules, year),
    )
    return { seconds: cpu(started), outcome }
  }
  pass()
  const { seconds, outcome } = pass()
  let flags = 0
  for (const tables of outcome.flags.values()) for (const rows of Object.values(tables)) flags += rows.length
  return { name: `SSDA903 rules only, ${children} children`, target, cpuSeconds: seconds, flags }
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

/** A process of its own, from its first instruction to the JSON written. */
function whole(files: Files, { children, whole: target }: Size): Measured {
  const folder = mkdtempSync(join(tmpdir(), 'kith-bench-'))
  try {
    for (const [of, year] of [
      ['thisYear', 'this_year'],
      ['lastYear', 'last_year'],
    ] as const) {
      mkdirSync(join(folder, year))
      for (const { name, bytes } of files[of]) writeFileSync(join(folder, year, name), bytes)
    }
    for (const name of ['set.json', 'postcodes.json', 'providers.json'])
      writeFileSync(join(folder, name), sets[0]?.text(name) ?? '')
    const script = join(folder, 'check.mjs')
    writeFileSync(
      script,
      child
        .replaceAll("'./src", `'${process.cwd()}/src`)
        .replace("import('commander')", `import('${import.meta.resolve('commander')}')`),
    )
    const run = spawnSync(nodeBinary(), [...nodeArguments(), script, folder, join(folder, 'out.json')], {
      encoding: 'utf8',
    })
    if (run.status !== 0) throw new Error(`The measured process failed: ${run.stderr.slice(0, 500)}`)
    const measured: { cpuSeconds: number; megabytes: number } = JSON.parse(run.stdout)
    return { name: `SSDA903 whole process, ${children} children`, target, ...measured, flags: 0 }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

export async function benchSsda903(): Promise<Measured[]> {
  const measured: Measured[] = []
  for (const size of sizes) {
    const files = replicated(size.children)
    measured.push(rulesOnly(files, size), whole(files, size))
  }
  return await Promise.resolve(measured)
}
