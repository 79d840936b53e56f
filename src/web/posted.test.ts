// What a form holds: repeated names in order, odd names, files where they are taken, and forms that are none.
import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { Hono } from 'hono'
import { type Posted, type PostedWithFiles, postedIn, postedWithFiles, safeName } from './posted.ts'

const folder = await mkdtemp(join(tmpdir(), 'kith-posted-'))
after(async () => await rm(folder, { recursive: true }))

type Seen = Posted | PostedWithFiles
async function posted(body: string | FormData, { takesFiles = false, type = '' } = {}): Promise<Seen | number> {
  const seen: Seen[] = []
  const app = new Hono().post('/', async (context) => {
    const files = { folder, most: 1000 }
    seen.push(takesFiles ? await postedWithFiles(context, { files, limit: 100_000 }) : await postedIn(context))
    return context.text('')
  })
  const headers: Record<string, string> = type === '' ? {} : { 'content-type': type }
  const { status } = await app.request('/', { method: 'POST', body, headers })
  return seen[0] ?? status
}
const urlencoded = 'application/x-www-form-urlencoded'

test('repeated names keep every value in order, and odd names are names like others', async () => {
  const found = await posted('who=a&on=2026-11-23&who=b&who=&constructor=c&__proto__=d', { type: urlencoded })
  assert.ok(typeof found !== 'number')
  assert.deepEqual(
    { ...found.form },
    { who: ['a', 'b', ''], on: ['2026-11-23'], constructor: ['c'], ['__proto__']: ['d'] },
  )
  assert.equal(found.form['toString'], undefined)
})

test('a file comes with name, type and bytes where the route takes files; none chosen is none', async () => {
  const form = new FormData()
  form.append('what', 'a letter')
  form.append('letter', new File([new Uint8Array([1, 2, 255])], '..\\up/letter “one”.pdf', { type: 'application/pdf' }))
  form.append('other', new File([], '', { type: 'application/octet-stream' }))
  const found = await posted(form, { takesFiles: true })
  assert.ok(typeof found !== 'number')
  const letter = found.files.get('letter')
  assert.ok(letter !== undefined && 'path' in letter && 'takeAway' in found)
  assert.deepEqual([letter.name, letter.type, letter.size], ['letter “one”.pdf', 'application/pdf', 3])
  assert.deepEqual([...(await readFile(letter.path))], [1, 2, 255])
  await found.takeAway()
  assert.deepEqual(await readdir(folder), [])
  assert.deepEqual([...found.files.keys()], ['letter'])
  assert.deepEqual(found.form['what'], ['a letter'])
  const without = await posted(form)
  assert.ok(typeof without !== 'number')
  assert.equal(without.files.size, 0)
})

test('a broken form is a bad request, and what is no form is empty', async () => {
  assert.equal(await posted('--x\r\nbroken', { type: 'multipart/form-data; boundary=y', takesFiles: true }), 400)
  assert.equal(await posted('--x\r\nbroken', { type: 'multipart/form-data; boundary=y' }), 400)
  const found = await posted('{"who":"a"}', { type: 'application/json' })
  assert.ok(typeof found !== 'number')
  assert.deepEqual({ ...found.form }, {})
})

test('a name for a file: no folder, nothing that acts on a terminal or turns around', () => {
  for (const [given, name] of [
    ['../../etc/passwd', 'passwd'],
    ['C:\\here\\letter.pdf', 'letter.pdf'],
    ['a\u202egpj.exe', 'agpj.exe'],
    ['.hidden', 'hidden'],
    ['a"\r\nb.csv', 'ab.csv'],
    ['', 'file'],
    ['x'.repeat(400), 'x'.repeat(150)],
  ] as const)
    assert.equal(safeName(given), name)
})
