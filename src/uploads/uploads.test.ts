// A form with files: held to its limits as it comes, broken off at any byte, and nothing left in the folder.
import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { type Multipart, NotRead, readMultipart, sweepArriving } from './index.ts'

const folder = await mkdtemp(join(tmpdir(), 'kith-uploads-'))
after(async () => await rm(folder, { recursive: true, force: true }))
const left = async () => await readdir(folder)

const HEADERS = new Headers({ 'content-type': 'multipart/form-data; boundary=b' })
const LIMITS = { text: 1000, all: 200_000 }
const part = (heading: string, bytes: string | Uint8Array) =>
  Buffer.concat([
    Buffer.from(`--b\r\ncontent-disposition: form-data; ${heading}\r\n\r\n`),
    Buffer.from(bytes),
    Buffer.from('\r\n'),
  ])
const field = (name: string, value: string) => part(`name="${name}"`, value)
const file = (name: string, bytes: string | Uint8Array) => part(`name="file"; filename="${name}"`, bytes)
const form = (...parts: readonly Uint8Array[]) => Buffer.concat([...parts, Buffer.from('--b--\r\n')])

/** In chunks of this size; `breaksOff`: the sender is gone after the last. */
function bodyOf(bytes: Uint8Array, { chunk = 1000, breaksOff = false } = {}): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0
  return new ReadableStream({
    pull: (controller) => {
      const next = bytes.subarray(at, at + chunk)
      at += chunk
      if (next.length > 0) controller.enqueue(new Uint8Array(next))
      else if (breaksOff) controller.error(new Error('gone'))
      else controller.close()
    },
  })
}
const read = async (
  bytes: Uint8Array,
  { most = 2000, ...how }: { most?: number; chunk?: number; breaksOff?: boolean } = {},
) => await readMultipart({ body: bodyOf(bytes, how), headers: HEADERS }, { folder, most }, LIMITS)
const told = ({ fields, files, tooMuch }: Multipart) => ({
  fields,
  files: files.map((one) => ('refused' in one ? one.refused : one.size)),
  tooMuch,
})

test('what was typed and a file, in chunks of any size, written for its owner only and taken away', async () => {
  const bytes = Buffer.from('\r\n--c \r\n--\0\xff', 'latin1')
  const body = form(field('a', 'é'), file('x “y”%22.png', bytes), field('a', ''), field('_do', 'send'))
  for (const chunk of [1, 7, 64 * 1024]) {
    const come = await read(body, { chunk })
    const [one] = come.files
    assert.ok(one !== undefined && 'path' in one)
    assert.deepEqual(come.fields, [
      ['a', 'é'],
      ['a', ''],
      ['_do', 'send'],
    ])
    assert.deepEqual([one.field, one.name, one.size], ['file', 'x “y”".png', bytes.length])
    assert.deepEqual(await readFile(one.path), bytes)
    assert.equal((await stat(one.path)).mode & 0o777, 0o600)
    await come.takeAway()
    assert.deepEqual(await left(), [])
  }
})

test('a file exactly as large as it may be is taken; by a byte larger, or ten times, it is refused and what follows is kept', async () => {
  for (const [size, found] of [
    [2000, 2000],
    [2001, 'too big'],
    [20_000, 'too big'],
  ] as const) {
    const come = await read(form(field('a', '1'), file('x', Buffer.alloc(size)), field('b', '2')))
    assert.deepEqual(told(come), {
      fields: [
        ['a', '1'],
        ['b', '2'],
      ],
      files: [found],
      tooMuch: false,
    })
    assert.deepEqual(await left(), found === 'too big' ? [] : [(await left())[0]])
    await come.takeAway()
  }
  assert.deepEqual(await left(), [])
})

test('no file chosen is none; one that is empty and has a name is a file', async () => {
  const come = await read(form(file('', ''), file('empty.txt', '')))
  assert.deepEqual(told(come).files, [0])
  await come.takeAway()
})

test('a folder that cannot be written to refuses the file, and keeps what was typed', async () => {
  const arriving = { folder: fileURLToPath(import.meta.url), most: 2000 }
  const body = bodyOf(form(file('x', Buffer.alloc(1500)), field('b', '2')))
  const come = await readMultipart({ body, headers: HEADERS }, arriving, LIMITS)
  assert.deepEqual(told(come), { fields: [['b', '2']], files: ['not written'], tooMuch: false })
})

test('too much: of text, and of everything; what was read of the text is given back', async () => {
  const text = await read(form(field('a', 'x'.repeat(1001)), file('x', '1')))
  assert.deepEqual(told(text), { fields: [['a', 'x'.repeat(1001)]], files: [], tooMuch: true })
  const all = await read(form(field('a', '1'), file('x', Buffer.alloc(300_000))))
  assert.deepEqual(told(all), { fields: [['a', '1']], files: [], tooMuch: true })
  assert.deepEqual(await left(), [])
})

test('more files or parts than a form has, and what is no form, cannot be read', async () => {
  const many = (of: Uint8Array, times: number) => form(...Array.from({ length: times }, () => of))
  for (const bytes of [
    many(file('x', '1'), 5),
    many(field('', ''), 2001),
    Buffer.from('--b\r\nbroken'),
    Buffer.alloc(0),
  ])
    await assert.rejects(read(bytes), NotRead)
  const noBoundary = { body: bodyOf(form()), headers: new Headers({ 'content-type': 'multipart/form-data' }) }
  await assert.rejects(readMultipart(noBoundary, { folder, most: 1 }, LIMITS), NotRead)
  assert.deepEqual(await left(), [])
})

test('broken off at any byte, it ends, and nothing stays behind', async () => {
  const whole = form(field('a', '1'), file('x', Buffer.alloc(300)), field('b', '2'))
  for (let length = 0; length < whole.length - 8; length += 1)
    for (const breaksOff of [true, false])
      await assert.rejects(read(whole.subarray(0, length), { chunk: 50, breaksOff }), NotRead, `${length} ${breaksOff}`)
  assert.deepEqual(await left(), [])
})

test('bytes of any kind: it is read or it is not, and nothing stays behind', async () => {
  const whole = form(field('a', '1'), file('x', Buffer.alloc(100)), field('b', '2'))
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 6 }), async (changes) => {
      const bytes = Buffer.from(whole)
      for (const [at, byte] of changes) bytes[at] = byte
      const come = await read(bytes, { chunk: 40 }).catch((error: unknown) => assert.ok(error instanceof NotRead))
      if (come) await come.takeAway()
      assert.deepEqual(await left(), [])
    }),
    { numRuns: 300 },
  )
})

test('what an earlier process left is swept, what lives is left', async () => {
  await writeFile(join(folder, `${process.pid}-0000-a`), 'left')
  await writeFile(join(folder, '999999999-0000-b'), 'left')
  await writeFile(join(folder, `${process.ppid}-0000-c`), 'lives')
  assert.equal(await sweepArriving({ folder }), 2)
  assert.deepEqual(await left(), [`${process.ppid}-0000-c`])
  await rm(join(folder, `${process.ppid}-0000-c`))
  assert.equal(await sweepArriving({ folder: join(folder, 'not there') }), 0)
})
