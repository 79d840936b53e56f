// `npm test`: types, lint, then every test; prints `N passed, N failed, N skipped` last.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
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

/** What failed, as the reporter wrote it: said once more at the end, where a long log is still read. */
const faultsIn = (said) => said.split(/^(?=FAILED: )/m).filter((part) => part.startsWith('FAILED: '))

/** Runs the files in one process and tallies them; a run that dies without a tally is one failure. */
function runTests({ title, paths, environment }) {
  const started = Date.now()
  const run = spawn(node, [...nodeArguments(), join('tools', 'run-tests.mjs'), ...paths], {
    stdio: ['ignore', 'inherit', 'pipe'],
    env: { ...process.env, ...environment },
  })
  let said = ''
  run.stderr.setEncoding('utf8').on('data', (text) => {
    said += text
  })
  return new Promise((resolve) => {
    run.once('close', (status, signal) => {
      const last = /\n?(\d+) passed, (\d+) failed, (\d+) skipped\n?$/
      const tally = last.exec(said)
      process.stderr.write(said.replace(last, '\n'))
      const [passed, failed, skipped] = tally ? tally.slice(1).map(Number) : [0, 1, 0]
      const unexplained = status !== 0 && failed === 0 ? 1 : 0
      if (unexplained > 0)
        console.log(`FAILED  the test process ended with ${signal ?? status} although no test failed`)
      console.log(
        `${title}: ${passed} passed, ${failed + unexplained} failed, ${skipped} skipped (${((Date.now() - started) / 1000).toFixed(1)} s)`,
      )
      resolve({ passed, failed: failed + unexplained, skipped, faults: faultsIn(said) })
    })
  })
}

// What takes longest begins first and alone, so that all lanes end at about the same time.
const longest = [
  'test/journeys/journeys.test.ts',
  'test/web/fuzz.test.ts',
  'test/web/denials.test.ts',
  'test/crash/kill.test.ts',
]
const perRun = 24
const debian15 = '/usr/lib/postgresql/15/bin/postgres'
const imports = (names) => new RegExp(`^(?:import|}) .*/(?:${names})\\.ts'`, 'm')
const isFor = (pattern) => (path) => pattern.test(readFileSync(path, 'utf8'))
const needsDatabase = isFor(imports('test-database'))
// What needs alike runs together: a process makes the served council once, and one without a database starts no server.
const KINDS = [
  imports('council-served|child-told|returns-served'),
  imports('test-[a-z-]+|probe|care-served|main'),
  /^/,
].map(isFor)
const kindOf = (path) => KINDS.findIndex((fits) => fits(path))

function packsOf(paths) {
  const count = Math.ceil(paths.length / perRun)
  return Array.from({ length: count }, (_, at) => paths.filter((__, index) => index % count === at))
}

function runsOf(version, packs) {
  const environment = version === undefined ? {} : { KITH_TEST_POSTGRES: version }
  const title = `PostgreSQL ${version ?? process.env.KITH_TEST_POSTGRES ?? 18}`
  return packs.map((pack) => ({
    title: packs.length > 1 ? `${title}, ${pack.length === 1 ? pack[0] : `${pack.length} files`}` : title,
    paths: pack,
    environment,
  }))
}

const alone = longest.filter((path) => files.includes(path))
const rest = files.filter((path) => !alone.includes(path)).sort()
const together = KINDS.map((_, kind) => packsOf(rest.filter((path) => kindOf(path) === kind)))
const on15 = only.length === 0 && existsSync(debian15) ? runsOf('15', [files.filter(needsDatabase).sort()]) : []
const waiting = runsOf(undefined, [...alone.map((path) => [path]), ...together.flat()])
waiting.splice(alone.length + (together[0]?.length ?? 0), 0, ...on15)
const tallies = []
// One more than there are processors, up to three: each waits for a browser, a server or a kill a fifth of its time.
const lanes = Math.min(3, availableParallelism() + 1)
await Promise.all(
  Array.from({ length: lanes }, async () => {
    for (let run = waiting.shift(); run !== undefined; run = waiting.shift()) tallies.push(await runTests(run))
  }),
)
const sum = (of) => tallies.reduce((total, tally) => total + tally[of], 0)
const skipped = sum('skipped')
const failed = sum('failed') + broken
const sharedIsThere = existsSync(join('..', 'shared', 'README.md'))
if (skipped > 0 && sharedIsThere) console.log(`FAILED  ${skipped} tests were skipped although ../shared is there`)
if (tallies.length > 1)
  for (const fault of tallies.flatMap(({ faults }) => faults)) console.log(fault.slice(0, 1500).trimEnd())
console.log(`${sum('passed')} passed, ${failed} failed, ${skipped} skipped`)
process.exit(failed > 0 || sum('passed') === 0 || (skipped > 0 && sharedIsThere) ? 1 : 0)
