// Words come back as written; with another key, for another row, or changed by a bit they do not come back at all.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { councilKeysIn } from './keys.ts'
import { openWords, readParts, rowBytes, sealWords, writeParts } from './words.ts'

const key = randomBytes(32)
const row = '0197f0a0-0000-7000-8000-000000000001'

test('words come back as written', () => {
  for (const text of ['', 'Mum says hi', 'ẁelsh ŵ and 🎈', 'x'.repeat(100_000)])
    assert.equal(openWords(key, row, sealWords(key, row, text)), text)
})

test('words open for nobody else', () => {
  const sealed = sealWords(key, row, 'private')
  assert.ok(!sealed.said.includes('private'))
  assert.throws(() => openWords(randomBytes(32), row, sealed), 'another council key')
  assert.throws(() => openWords(key, row.replace(/1$/, '2'), sealed), 'another row')
  const changed = Buffer.from(sealed.said)
  changed.writeUInt8(changed.readUInt8(13) ^ 1, 13)
  assert.throws(() => openWords(key, row, { ...sealed, said: changed }), 'changed words')
})

test('a council has one key, also when two ask at once, and only its owner can read it', async () => {
  const home = await mkdtemp(join(tmpdir(), 'kith-keys-'))
  try {
    const asked = await Promise.all(Array.from({ length: 8 }, () => councilKeysIn(home).keyOf(7)))
    assert.equal(new Set(asked.map((made) => made.toString('hex'))).size, 1)
    assert.equal((await stat(join(home, 'keys', '7.key'))).mode & 0o777, 0o600)
    assert.equal((await readFile(join(home, 'keys', '7.key'), 'utf8')).length, 65)
    const other = await councilKeysIn(home).keyOf(8)
    assert.notDeepEqual(other, asked[0])
  } finally {
    await rm(home, { recursive: true })
  }
})

test('words in parts come back part by part; empty ones are left out; text without parts is the first', () => {
  const written = writeParts({ what: 'Swim.', why: ' ', how: '{"a": "brace"}' })
  assert.deepEqual(readParts(written, ['what', 'why', 'how']), { what: 'Swim.', why: '', how: '{"a": "brace"}' })
  assert.equal(writeParts({ what: '', why: ' ' }), undefined)
  assert.equal(readParts(undefined, ['what']), undefined)
  assert.deepEqual(readParts('{ not parts', ['what', 'why']), { what: '{ not parts', why: '' })
  assert.deepEqual(readParts('Plain.', ['what', 'why']), { what: 'Plain.', why: '' })
})

test('a piece of a row’s bytes opens in its own place, under its own row, and nowhere else', () => {
  const councilKey = randomBytes(32)
  const { wrapped } = sealWords(councilKey, 'row', 'a name')
  const bytes = rowBytes(councilKey, 'row', wrapped)
  const piece = bytes.seal({ number: 1, last: false }, Buffer.from('a piece'))
  assert.equal(bytes.open({ number: 1, last: false }, piece).toString(), 'a piece')
  for (const place of [
    { number: 0, last: false },
    { number: 1, last: true },
  ])
    assert.throws(() => bytes.open(place, piece))
  assert.throws(() => rowBytes(councilKey, 'another row', wrapped))
  const other = rowBytes(councilKey, 'other', sealWords(councilKey, 'other', 'a name').wrapped)
  assert.throws(() => other.open({ number: 1, last: false }, piece))
})
