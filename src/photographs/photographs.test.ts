// What a camera wrote is gone, no pixel is touched, the way up stays; and what cannot be followed to its end is refused.
import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import fc from 'fast-check'
import { type CleanedType, isCleaned, writeCleaned } from './index.ts'
import { orientationAlone, orientationIn } from './orientation.ts'
import {
  ADOBE,
  chunk,
  exifOf,
  FRAME,
  ICC,
  JFIF,
  JPEG_SECRETS,
  jpegOf,
  PIXEL,
  PNG_SECRETS,
  pngOf,
  riff,
  SCAN,
  SECRET,
  segment,
  vp8x,
  WEBP_PIXELS,
  WEBP_SECRETS,
  webpOf,
} from './test-pictures.ts'

const folder = await mkdtemp(join(tmpdir(), 'kith-photographs-'))
after(async () => await rm(folder, { recursive: true }))
const [from, to] = [join(folder, 'from'), join(folder, 'to')]

async function cleaned(type: CleanedType, bytes: Uint8Array): Promise<Buffer | 'damaged'> {
  await writeFile(from, bytes)
  await rm(to, { force: true })
  const told = await writeCleaned({ from, to, type, mode: 0o600 })
  if (told === 'damaged') return told
  const made = await readFile(to)
  assert.equal(told.size, made.length)
  return made
}
async function clean(type: CleanedType, bytes: Uint8Array): Promise<Buffer> {
  const made = await cleaned(type, bytes)
  assert.ok(made !== 'damaged')
  return made
}
const EXIF_6 = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), orientationAlone(6)])

type Kind = {
  readonly type: CleanedType
  readonly plain: Buffer
  readonly secret: (way: number) => Buffer
  readonly left: Buffer
}
const KINDS: readonly Kind[] = [
  {
    type: 'image/jpeg',
    plain: jpegOf({ before: [JFIF, ICC, ADOBE] }),
    secret: (way) => jpegOf({ before: JPEG_SECRETS(way), after: 'a film: GPS 51' }),
    left: jpegOf({ before: [JFIF, segment(0xe1, EXIF_6), ICC, ADOBE] }),
  },
  {
    type: 'image/png',
    plain: pngOf(PIXEL, { before: PNG_SECRETS(1).slice(0, 1) }),
    secret: (way) => pngOf(PIXEL, { before: PNG_SECRETS(way), after: 'GPS 51' }),
    left: pngOf(PIXEL, { before: [...PNG_SECRETS(1).slice(0, 1), chunk('eXIf', orientationAlone(6))] }),
  },
  {
    type: 'image/webp',
    plain: webpOf([vp8x(0x20), riff('ICCP', Buffer.from('profile')), WEBP_PIXELS]),
    secret: (way) => webpOf(WEBP_SECRETS(way), 'GPS 51'),
    left: webpOf([vp8x(0x28), riff('ICCP', Buffer.from('profile')), WEBP_PIXELS, riff('EXIF', orientationAlone(6))]),
  },
]

for (const { type, plain, secret, left } of KINDS)
  describe(type, () => {
    test('nothing that a camera wrote is left but the way up; every other byte is as it was', async () => {
      assert.match(secret(6).toString('latin1'), SECRET)
      assert.deepEqual(await clean(type, secret(6)), left)
      assert.deepEqual(await clean(type, secret(1)), plain)
      assert.deepEqual(await clean(type, secret(99)), plain)
      assert.doesNotMatch(left.toString('latin1'), SECRET)
    })
    test('one that holds nothing stays as it is, and so does one that was cleaned', async () => {
      assert.deepEqual(await clean(type, plain), plain)
      assert.deepEqual(await clean(type, left), left)
      await clean(type, plain)
      assert.equal((await stat(to)).mode & 0o777, 0o600)
    })
    test('cut short anywhere it is refused', async () => {
      const whole = secret(6).subarray(0, secret(6).length - 20)
      const shown = await clean(type, secret(6))
      for (let length = 0; length < whole.length; length += 1) {
        const made = await cleaned(type, whole.subarray(0, length))
        // Only what stood behind the end may be missing.
        assert.ok(made === 'damaged' || made.equals(shown), `${length}`)
      }
    })
    test('changed at random it is refused, or what comes out can be followed and holds nothing more to take out', async () => {
      const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 5 })
      await fc.assert(
        fc.asyncProperty(changes, async (all) => {
          const bytes = Buffer.from(secret(6))
          for (const [at, byte] of all) bytes[at % bytes.length] = byte
          const made = await cleaned(type, bytes)
          if (made !== 'damaged') assert.deepEqual(await clean(type, made), made)
        }),
        { numRuns: 300 },
      )
    })
    test('bytes of any kind never break it', async () => {
      await fc.assert(
        fc.asyncProperty(fc.nat(60), fc.uint8Array({ maxLength: 200 }), async (kept, bytes) => {
          await cleaned(type, Buffer.concat([plain.subarray(0, kept), bytes]))
        }),
        { numRuns: 200 },
      )
    })
  })

test('a large one: markers that fall between two pieces that are read are found', async () => {
  for (const size of [64 * 1024 - 1, 64 * 1024, 200_000]) {
    const scan = Buffer.concat([Buffer.alloc(size, 0x11), Buffer.from([0xff, 0])])
    for (const more of [0, 1, 2, 3]) {
      const picture = jpegOf({ scan: Buffer.concat([Buffer.alloc(more, 0x22), scan, SCAN]), before: [JFIF] })
      assert.deepEqual(await clean('image/jpeg', picture), picture)
    }
  }
})

test('what nobody can follow is refused: no end, no pixels, a part that shows and is not known, too many parts', async () => {
  const frame = segment(0xc0, Buffer.from([8, 0, 1, 0, 1, 1, 1, 0x11, 0]))
  const jpeg = (...parts: readonly Uint8Array[]) => Buffer.concat([Buffer.from([0xff, 0xd8]), ...parts])
  const end = Buffer.from([0xff, 0xd9])
  const cases: readonly (readonly [CleanedType, Uint8Array])[] = [
    ['image/jpeg', jpeg(end)],
    ['image/jpeg', jpeg(frame, end)],
    ['image/jpeg', jpeg(segment(0xda, Buffer.from([1])), Buffer.from('x'), end)],
    ['image/jpeg', jpegOf({ before: [frame] })],
    ['image/jpeg', jpegOf({ before: [segment(0xf0, Buffer.from('x'))] })],
    ['image/jpeg', jpegOf({ before: [Buffer.from('x')] })],
    ['image/jpeg', jpegOf({ before: Array.from({ length: 20_001 }, () => segment(0xfe, Buffer.alloc(0))) })],
    ['image/png', pngOf(PIXEL, { before: [chunk('SHOW', Buffer.from('x'))] })],
    ['image/png', pngOf(PIXEL, { before: [chunk('IHDR', Buffer.alloc(13))] })],
    ['image/webp', webpOf([])],
    ['image/webp', webpOf([riff('EXIF', exifOf(6)), WEBP_PIXELS])],
    ['image/webp', webpOf([vp8x(2), riff('ANMF', Buffer.concat([Buffer.alloc(16), riff('XMP ', Buffer.from('x'))]))])],
  ]
  for (const [type, bytes] of cases) assert.equal(await cleaned(type, bytes), 'damaged')
  const moving = webpOf([vp8x(2), riff('ANIM', Buffer.alloc(6)), FRAME, FRAME])
  assert.deepEqual(await clean('image/webp', moving), moving)
  assert.deepEqual([isCleaned('image/png'), isCleaned('image/heic'), isCleaned('toString')], [true, false, false])
})

test('the way up, in both orders of bytes; what is none is as it lies', () => {
  for (const way of [2, 3, 4, 5, 6, 7, 8]) {
    for (const little of [true, false]) assert.equal(orientationIn(exifOf(way, { little })), way)
    assert.equal(orientationIn(orientationAlone(way)), way)
  }
  for (const way of [0, 1, 9]) assert.equal(orientationIn(exifOf(way)), undefined)
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) =>
      assert.equal(typeof (orientationIn(bytes) ?? 2), 'number'),
    ),
  )
})
