// A changed export with changed checksums is found by whoever has the council's public key.
import assert from 'node:assert/strict'
import { verify } from 'node:crypto'
import { test } from 'node:test'
import { publicKeyOf, signatureOf } from './sinks-store.ts'

const [ours, other] = [Buffer.alloc(32, 7), Buffer.alloc(32, 8)]
const sums = `${'a'.repeat(64)}  manifest.json\n`

test('the signature holds for these checksums and this council, and for no others', () => {
  const signature = signatureOf(sums, ours)
  const holds = (text: string, key: Buffer): boolean => verify(null, Buffer.from(text), publicKeyOf(key), signature)
  assert.deepEqual([holds(sums, ours), holds(sums.replace('a', 'b'), ours), holds(sums, other)], [true, false, false])
  assert.equal(publicKeyOf(ours), publicKeyOf(Buffer.alloc(32, 7)))
  assert.ok(!publicKeyOf(ours).includes(ours.toString('base64').slice(0, 20)))
})
