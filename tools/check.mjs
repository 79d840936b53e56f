// `npm test`: types, lint, then every test; prints `N passed, N failed, N skipped` last.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { nodeArguments, nodeBinary } from '../bin/node.mjs'

const only = process.argv.slice(2)
const bin = (name) => join('node_modules', '.bin', name)
const node = nodeBinary()
const steps = [
  ['types', bin('tsc'), ['--noEmit']],
  ['format and lint', bin('biome'), ['check', '--error-on-warnings']],
  ['type-aware lint', bin('oxlint'), ['--type-aware', '--quiet', 'src', 'tools', 'test']],
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
const run = spawnSync(
  node,
  [
    ...nodeArguments(),
    '--test',
    '--test-isolation=none',
    '--test-reporter=dot',
    '--test-reporter-destination=stdout',
    '--test-reporter=./tools/tally.mjs',
    '--test-reporter-destination=stderr',
    ...files.sort(),
  ],
  { stdio: ['ignore', 'inherit', 'pipe'], encoding: 'utf8', maxBuffer: 1 << 28 },
)
const tally = /(\d+) passed, (\d+) failed, (\d+) skipped/.exec(run.stderr ?? '')
process.stderr.write((run.stderr ?? '').replace(/\n?\d+ passed, \d+ failed, \d+ skipped\n?$/, '\n'))
const [passed, failed, skipped] = tally ? tally.slice(1).map(Number) : [0, 1, 0]
const unexplained = run.status !== 0 && failed === 0 ? 1 : 0
const sharedIsThere = existsSync(join('..', 'shared', 'README.md'))
if (skipped > 0 && sharedIsThere) console.log(`FAILED  ${skipped} tests were skipped although ../shared is there`)
console.log(`${passed} passed, ${failed + broken + unexplained} failed, ${skipped} skipped`)
process.exit(failed + broken + unexplained > 0 || passed === 0 || (skipped > 0 && sharedIsThere) ? 1 : 0)
