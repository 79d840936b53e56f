// Measures the import of 5,000 children, both years, ledger included: CPU of Node and PostgreSQL, and the memory of Node.
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { makeCouncil } from '#database'
import { testDatabase } from '../../src/database/test-database.ts'
import { type Figure, type Measured, postmasterOf, serverSeconds } from './measure.ts'

const root = join(import.meta.dirname, '../..')
const set = join(root, 'src/demonstration/return')
const CHILDREN = 5000
const IN_SET = 300
const turns = 3

/** Set C over and over, each time with other ids of children and workers, until there are as many children as asked for. */
export function replicate(into: string, children = CHILDREN): void {
  const times = Math.ceil(children / IN_SET)
  for (const year of ['this_year', 'last_year']) {
    mkdirSync(join(into, year), { recursive: true })
    for (const name of readdirSync(join(set, year))) {
      const [heading = '', ...rows] = readFileSync(join(set, year, name), 'utf8')
        .trim()
        .split(/\r?\n/)
      const worker = heading.split(',').indexOf('SW_ID')
      const copied = Array.from({ length: times }, (_, turn) =>
        rows.map((row) =>
          row
            .split(',')
            .map((cell, at) => ((at === 0 || at === worker) && cell !== '' ? `${cell}X${turn}` : cell))
            .join(','),
        ),
      )
      writeFileSync(join(into, year, name), `${[heading, ...copied.flat()].join('\n')}\n`)
    }
  }
}

type Once = Measured & { readonly children: number }

async function once(given: readonly string[], postmaster: number): Promise<Once> {
  const before = serverSeconds(postmaster)
  const script = [join(root, 'bin/run.mjs'), join(root, 'tools/bench/import-once.ts'), ...given]
  const { stdout } = await promisify(execFile)(process.execPath, script, { cwd: root })
  const cost: Omit<Once, 'postgres'> = JSON.parse(stdout)
  return { ...cost, postgres: serverSeconds(postmaster) - before }
}

export async function importFigures(): Promise<readonly Figure[]> {
  const at = await testDatabase('bench_import')
  const home = mkdtempSync(join(tmpdir(), 'kith-bench-import-'))
  try {
    replicate(home)
    const pid = postmasterOf(at.connection)
    const runs: Once[] = []
    for (let turn = 0; turn < turns; turn += 1) {
      const council = await makeCouncil(at.connection, { code: `BENCH${turn}`, name: 'Council of the measurement' })
      runs.push(await once([JSON.stringify(at.connection), home, String(council), home], pid))
    }
    const [best] = runs.sort((a, b) => a.node + a.postgres - b.node - b.postgres)
    if (best === undefined || best.children < CHILDREN) throw new Error('not every child was taken')
    const what = `import of ${best.children} children, both years, ledger included`
    return [
      { name: what, target: 30, counts: 'cpu', best },
      { name: `${what}: memory of Node`, target: 300, counts: 'megabytes', best },
    ]
  } finally {
    await at.drop()
    rmSync(home, { recursive: true })
  }
}

/** One import into a database of its own: a second one into the same would find its pages warm. */
async function alone(children: number): Promise<Once> {
  const at = await testDatabase('bench_growth')
  const home = mkdtempSync(join(tmpdir(), 'kith-bench-growth-'))
  try {
    replicate(home, children)
    const council = await makeCouncil(at.connection, { code: 'GROWTH', name: 'Council of the measurement' })
    return await once([JSON.stringify(at.connection), home, String(council), home], postmasterOf(at.connection))
  } finally {
    await at.drop()
    rmSync(home, { recursive: true })
  }
}

/** Ten times the children may take ten times the time, and half as much again for noise. One run each: the second takes minutes. */
export async function growthFigures(): Promise<readonly Figure[]> {
  const few = await alone(10_000)
  const many = await alone(100_000)
  const target = 1.5 * ((few.node + few.postgres) / few.children) * many.children
  return [
    {
      name: `growth: import of ${few.children} children, ledger included`,
      target: undefined,
      counts: 'cpu',
      best: few,
    },
    { name: `growth: import of ${many.children} children, ledger included`, target, counts: 'cpu', best: many },
  ]
}
