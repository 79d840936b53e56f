// What a PDF can do beside being read: found in the clear, written in numbers, and packed away; and what cannot be looked into.
import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { pdfHolds } from './index.ts'

const folder = await mkdtemp(join(tmpdir(), 'kith-pdf-'))
after(async () => await rm(folder, { recursive: true }))
async function holds(...parts: readonly (string | Uint8Array)[]): Promise<readonly string[]> {
  const path = join(folder, 'a.pdf')
  await writeFile(
    path,
    Buffer.concat(
      ['%PDF-1.7\n', ...parts].map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)),
    ),
  )
  return await pdfHolds(path)
}
const packed = (text: string, how = '/Type /ObjStm /Filter /FlateDecode', bytes: Uint8Array = deflateSync(text)) =>
  Buffer.concat([Buffer.from(`7 0 obj\n<< ${how} /N 1 >>\nstream\r\n`), bytes, Buffer.from('\nendstream\nendobj\n')])

test('what is there is found', async () => {
  const cases: readonly (readonly [string, readonly (string | Uint8Array)[], readonly string[]])[] = [
    ['a letter', ['1 0 obj << /Type /Catalog /OpenAction [3 0 R /Fit] >>'], []],
    ['longer names', ['/JavaScripts /Launcher /EmbeddedFilesX /EncryptMetadata'], []],
    ['a script as it opens', ['<< /OpenAction << /S/JavaScript/JS (app.alert(1)) >> >>'], ['script']],
    ['a script in numbers', ['<< /S /J#61vaScr#69pt >>'], ['script']],
    ['a program', ['<< /A << /S /Launch /F (cmd.exe) >> >>'], ['program']],
    ['a file inside', ['<< /Names << /EmbeddedFiles 4 0 R >> >>'], ['file']],
    ['one with a password', ['trailer << /Encrypt 9 0 R >>'], ['locked']],
    ['a script packed away', [packed('<< /S /JavaScript >>')], ['script']],
    ['a letter packed away, twice', [packed('<< /Type /Page >>'), packed('<< >>')], []],
    ['a program far back in what is packed', [packed(`${' '.repeat(300_000)}<</S/Launch>>`)], ['program']],
    ['packed in another way', [packed('x', '/Type /ObjStm /Filter /LZWDecode')], ['locked']],
    ['packed, and broken', [packed('', '/Type /ObjStm /Filter /FlateDecode', Buffer.from('no'))], ['locked']],
    ['packed under a name in numbers', [packed('<< >>', '/Type /Obj#53tm /Filter /FlateDecode')], ['locked']],
    ['packed without end', [packed('x'.repeat(70 * 1024 * 1024))], ['locked']],
  ]
  for (const [name, parts, found] of cases) assert.deepEqual(await holds(...parts), found, name)
})

test('a name that falls between two pieces that are read is found, packed parts too', async () => {
  for (let more = 0; more < 90; more += 3) {
    const filled = ' '.repeat(64 * 1024 - 9 - more)
    assert.deepEqual(await holds(filled, '/S /Launch '), ['program'])
    assert.deepEqual(await holds(filled, packed('<</S/JavaScript>>')), ['script'])
  }
})

test('bytes of any kind never break it', async () => {
  const part = fc.oneof(
    fc.uint8Array({ maxLength: 100 }),
    fc.constantFrom('/ObjStm', '/FlateDecode', 'stream\n', ' obj', '/#4', '<<'),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 8 }), async (parts) =>
      assert.ok(Array.isArray(await holds(...parts))),
    ),
    { numRuns: 150 },
  )
})
