// `npm test`: types, lint, then every test; prints `N passed, N failed, N skipped` last.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { nodeArguments, nodeBinary } from '../bin/node.mjs'

const only = process.argv.slice(2)
const bin = (name) => join('node_modules', '.bin', name)
const node = nodeBinary()
const steps = [
  ['types', bin('tsc'), ['--noEmit']],
  ['types of what runs in browsers', bin('tsc'), ['--noEmit', '-p', 'browser/tsconfig.json']],
  ['format and lint', bin('biome'), ['check', '--error-on-warnings']],
  ['type-aware lint', bin('oxlint'), ['--type-aware', '--quiet', 'src', 'tools', 'test', 'browser']],
  ['unused code', bin('knip'), ['--no-config-hints', '--no-progress']],
]
let broken = 0
if (only.length === 0) {
  for (const [name, command, args] of steps) {
    const started = Date.now()
    const { status } = spawnSync(command, args, { stdio: 'inherit' })
    console.log(`${status === 0 ? 'ok' : 'FAILED'}  ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
    if (status !== 0) broken += 1
  }
}

function testsUnder(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === 'node_modules' || entry.name === 'material' ? [] : testsUnder(path)
    return /\.test\.tsx?$/.test(entry.name) ? [path] : []
  })
}
const files =
  only.length > 0
    ? only.flatMap((at) => (at.includes('.test.') ? [at] : testsUnder(at)))
    : ['src', 'test', 'tools'].flatMap(testsUnder)

if (files.length === 0) {
  console.error(`no tests in ${only.join(', ')}`)
  process.exit(2)
}

/** Runs the files in one process and tallies them; a run that dies without a tally is one failure. */
function runTests(title, paths, environment) {
  const started = Date.now()
  const run = spawnSync(
    node,
    [
      ...nodeArguments(),
      '--test',
      '--test-isolation=none',
      '--test-timeout=180000',
      '--test-reporter=dot',
      '--test-reporter-destination=stdout',
      '--test-reporter=./tools/tally.mjs',
      '--test-reporter-destination=stderr',
      ...paths,
    ],
    {
      stdio: ['ignore', 'inherit', 'pipe'],
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: { ...process.env, ...environment },
    },
  )
  const last = /\n?(\d+) passed, (\d+) failed, (\d+) skipped\n?$/
  const tally = last.exec(run.stderr ?? '')
  process.stderr.write((run.stderr ?? '').replace(last, '\n'))
  const [passed, failed, skipped] = tally ? tally.slice(1).map(Number) : [0, 1, 0]
  const unexplained = run.status !== 0 && failed === 0 ? 1 : 0
  if (unexplained > 0)
    console.log(`FAILED  the test process ended with ${run.signal ?? run.status} although no test failed`)
  console.log(
    `${title}: ${passed} passed, ${failed + unexplained} failed, ${skipped} skipped (${((Date.now() - started) / 1000).toFixed(1)} s)`,
  )
  return { passed, failed: failed + unexplained, skipped }
}

const debian15 = '/usr/lib/postgresql/15/bin/postgres'
const needsDatabase = (path) => readFileSync(path, 'utf8').includes('test-database')
const tallies = [runTests(`PostgreSQL ${process.env.KITH_TEST_POSTGRES ?? 18}`, files.sort(), {})]
if (only.length === 0 && existsSync(debian15)) {
  tallies.push(runTests('PostgreSQL 15', files.filter(needsDatabase), { KITH_TEST_POSTGRES: '15' }))
}
const sum = (of) => tallies.reduce((total, tally) => total + tally[of], 0)
const skipped = sum('skipped')
const failed = sum('failed') + broken
const sharedIsThere = existsSync(join('..', 'shared', 'README.md'))
if (skipped > 0 && sharedIsThere) console.log(`FAILED  ${skipped} tests were skipped although ../shared is there`)
console.log(`${sum('passed')} passed, ${failed} failed, ${skipped} skipped`)
process.exit(failed > 0 || sum('passed') === 0 || (skipped > 0 && sharedIsThere) ? 1 : 0)
