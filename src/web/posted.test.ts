// What a form holds: repeated names in order, odd names, files where they are taken, and forms that are none.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Hono } from 'hono'
import { type Posted, postedIn, safeName } from './posted.ts'

async function posted(body: string | FormData, { takesFiles = false, type = '' } = {}): Promise<Posted | number> {
  const seen: Posted[] = []
  const app = new Hono().post('/', async (context) => {
    seen.push(await postedIn(context, takesFiles))
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
  assert.deepEqual(
    [letter?.name, letter?.type, [...(letter?.bytes ?? [])]],
    ['letter “one”.pdf', 'application/pdf', [1, 2, 255]],
  )
  assert.deepEqual([...found.files.keys()], ['letter'])
  assert.deepEqual(found.form['what'], ['a letter'])
  const without = await posted(form)
  assert.ok(typeof without !== 'number')
  assert.equal(without.files.size, 0)
})

test('a broken form is a bad request, and what is no form is empty', async () => {
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
