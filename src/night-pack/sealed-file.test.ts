// The encrypted file of a pack: any length comes back, whatever is changed is found, and nothing half-written stays.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { sealInto, unsealed } from './sealed-file-store.ts'
import { headerBytes, nonceOf, PIECE, readHeader, TAG } from './sealed-form.ts'

const PASSPHRASE = 'a passphrase that is long enough'
const SECRET = { passphrase: PASSPHRASE, iterations: 1_000 }
const folder = mkdtempSync(join(tmpdir(), 'kith-sealed-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const on = (name: string): string => join(folder, name)

const bytesOf = (length: number): Buffer => Buffer.from(Array.from({ length }, (_, at) => (at * 7) % 251))
const read = async (path: string, passphrase = PASSPHRASE): Promise<Buffer> => {
  const pieces: Buffer[] = []
  for await (const piece of unsealed(path, passphrase)) pieces.push(piece)
  return Buffer.concat(pieces)
}
const sha = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

const whole = bytesOf(2 * PIECE + 5)
before(async () => {
  await sealInto(on('whole'), SECRET, async (write) => {
    for (let at = 0; at < whole.length; at += 700_001) await write(whole.subarray(at, at + 700_001))
  })
})

describe('an encrypted file', () => {
  test('comes back, and holds nothing readable', async () => {
    assert.equal(sha(await read(on('whole'))), sha(whole))
    assert.equal(readFileSync(on('whole')).includes(whole.subarray(100, 140)), false)
  })

  for (const length of [0, 1, PIECE - 1, PIECE, PIECE + 1])
    test(`of ${length} bytes comes back`, async () => {
      const bytes = bytesOf(length)
      const size = await sealInto(on('one'), SECRET, async (write) => await write(bytes))
      assert.equal(size, 32 + length + TAG * Math.max(1, Math.ceil(length / PIECE)))
      assert.equal(sha(await read(on('one'))), sha(bytes))
    })

  test('another passphrase does not open it, and says so', async () => {
    await assert.rejects(read(on('whole'), 'another passphrase altogether'), /the passphrase is another one/)
  })

  const piece = PIECE + TAG
  const harms: readonly [string, (path: string, bytes: Buffer) => void, RegExp][] = [
    ['a changed salt', (path, bytes) => writeFileSync(path, bytes.fill(0, 8, 12)), /does not open/],
    ['a changed first piece', (path, bytes) => writeFileSync(path, bytes.fill(0, 40, 44)), /the beginning of the file/],
    [
      'a changed later piece',
      (path, bytes) => writeFileSync(path, bytes.fill(0, piece + 40, piece + 44)),
      /its piece 2 is not/,
    ],
    ['the last piece cut off', (path) => truncateSync(path, 32 + 2 * piece), /its piece 2 is not/],
    [
      'a piece left out',
      (path, bytes) =>
        writeFileSync(path, Buffer.concat([bytes.subarray(0, 32 + piece), bytes.subarray(32 + 2 * piece)])),
      /its piece 2 is not/,
    ],
    [
      'pieces exchanged',
      (path, bytes) =>
        writeFileSync(
          path,
          Buffer.concat([
            bytes.subarray(0, 32),
            bytes.subarray(32 + piece, 32 + 2 * piece),
            bytes.subarray(32, 32 + piece),
            bytes.subarray(32 + 2 * piece),
          ]),
        ),
      /does not open/,
    ],
    ['something else', (path) => writeFileSync(path, 'no pack'), /is not a pack of Kith/],
  ]
  for (const [name, harm, words] of harms)
    test(`${name} is found`, async () => {
      copyFileSync(on('whole'), on('harmed'))
      harm(on('harmed'), readFileSync(on('harmed')))
      await assert.rejects(read(on('harmed')), words)
    })

  test('that is not finished leaves nothing, and the one of before stands', async () => {
    await sealInto(on('kept'), SECRET, async (write) => await write(bytesOf(10)))
    await assert.rejects(
      sealInto(on('kept'), SECRET, async (write) => {
        await write(bytesOf(20))
        throw new Error('broken off')
      }),
      /broken off/,
    )
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.startsWith('kept')),
      ['kept'],
    )
    assert.equal((await read(on('kept'))).length, 10)
  })
})

test('the header says what it was made with; other bytes are none', () => {
  const salt = new Uint8Array(16).fill(9)
  assert.deepEqual(readHeader(headerBytes(salt, 600_000)), { salt, iterations: 600_000, piece: PIECE })
  assert.equal(readHeader(new Uint8Array(32)), undefined)
  assert.equal(readHeader(new Uint8Array(3)), undefined)
  assert.notDeepEqual(nonceOf(1, true), nonceOf(1, false))
  assert.notDeepEqual(nonceOf(1, false), nonceOf(2, false))
})
