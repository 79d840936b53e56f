// Wrong use of the command line: one clear line on the standard error, nothing on the standard output, and exit 2.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'

const kith = fileURLToPath(new URL('../../bin/kith.mjs', import.meta.url))
const home = mkdtempSync(join(tmpdir(), 'kith-wrong-use-'))
after(() => rmSync(home, { recursive: true, force: true }))

type Ended = { readonly code: unknown; readonly out: string; readonly wrong: string }
const run = async (words: readonly string[]): Promise<Ended> =>
  await new Promise((ended) => {
    const env = { PATH: process.env.PATH, HOME: process.env.HOME, KITH_HOME: join(home, 'kith') }
    execFile(process.execPath, [kith, ...words], { env }, (error, out, wrong) =>
      ended({ code: error === null ? 0 : error.code, out, wrong }),
    )
  })

const cases: [readonly string[], RegExp][] = [
  [[], /name a command/],
  [['council'], /name a command/],
  [['nothing'], /unknown command 'nothing'/],
  [['duties'], /required option '--council <code>'/],
  [['duties', '--council', 'E06000031', '--today', '2026-02-30'], /Give a day/],
  [['duties', '--council', 'E06000031', '--as', 'nobody'], /Give the id of a person/],
  [['council', 'create'], /missing required argument/],
  [['serve', '--port', 'x'], /Give a port/],
  [['serve', '--host', '0.0.0.0'], /Without a provider to sign in at, Kith is served at 127\.0\.0\.1 only/],
  [['people'], /name a command/],
  [['pack'], /name a command/],
  [['export'], /missing required argument/],
  [['export-key'], /required option/],
  [['export', 'folder'], /Say of whom: --council CODE or --child ID/],
  [['export', 'folder', '--child', 'Juniper'], /Give the id of a child/],
  [['people', 'link', '--council', 'E06000031', '--issuer', 'login'], /Give the address of the provider/],
  [['simulate', '--comes-into-care', '2026-10-01', '--age', '18'], /Give whole years/],
]

for (const [words, says] of cases)
  test(`kith ${words.join(' ')}`, async () => {
    const { code, out, wrong } = await run(words)
    assert.equal(code, 2)
    assert.equal(out, '')
    assert.match(wrong, says)
    assert.match(wrong, /^kith: [^\n]+\n$/)
  })

test('a port that is taken is said before a database is made', async () => {
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  assert.ok(typeof address === 'object' && address !== null)
  const { code, wrong } = await run(['serve', '--port', `${address.port}`])
  server.close()
  assert.equal(code, 1)
  assert.equal(wrong, `kith: Port ${address.port} is taken: name another with --port.\n`)
  assert.equal(existsSync(join(home, 'kith')), false)
})
