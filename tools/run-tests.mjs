// Runs test files in this one process, by `tools/check.mjs` only: `node run-tests.mjs FILE…`. Dots to the one stream, the tally to the other.
import { createHook } from 'node:async_hooks'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

// To know which test an error belongs to that nobody caught, node:test follows every promise: an await then takes 1.5 µs
// and not 0.06, and its memory must be swept. It is followed only until the suites are read, where a test finds its suite by it.
const { prototype } = createHook({}).constructor
const { enable } = prototype
const following = []
prototype.enable = function enableAndKeep() {
  following.push(this)
  return Reflect.apply(enable, this, [])
}
const { run } = await import('node:test')
const { dot } = await import('node:test/reporters')
const { default: tally } = await import('./tally.mjs')

const files = process.argv.slice(2).map((file) => resolve(file))
const running = run({ files, isolation: 'none', timeout: 180_000 })
running.once('test:dequeue', () => {
  for (const hook of following) hook.disable()
})
for (const event of ['uncaughtException', 'unhandledRejection']) process.on(event, (error) => console.error(error))

running.once('test:summary', async ({ success }) => {
  if (!success) process.exitCode = 1
  // A file that fails after its first tests is not said to have failed: asked for again, it fails again.
  for (const file of files)
    await import(pathToFileURL(file).href).catch((error) => {
      console.error(`FAILED: ${file} could not be read to its end`, error)
      process.exitCode = 1
    })
})
running.compose(dot).pipe(process.stdout)
running.compose(tally).pipe(process.stderr)
