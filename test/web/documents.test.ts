// Documents in the browser: added with a file, refused in words with everything typed kept, opened only by whoever may, and shown without harm.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { documentsForms, documentsRoutes, type UploadSettings } from '#documents'
import { formRoutes } from '#forms'
import { FILES, uploads } from '../../src/documents/test-files.ts'
import { JPEG_SECRETS, jpegOf, SCAN, SECRET } from '../../src/photographs/test-pictures.ts'
import { type Browser, type Served, servedCouncil } from './council-served.ts'
import { type Fields, get, hiddenIn, send } from './filling.ts'

const HERE = 'http://127.0.0.1:4444'
const MOST = 64 * 1024
let served: Served
let settings: UploadSettings
let end: () => Promise<void>
let child = ''
let other = ''
let at = ''
let priya: Browser

const routes = () => [...documentsRoutes(), ...formRoutes(documentsForms(settings), async () => new Map())]

before(async () => {
  served = await servedCouncil('documents_web')
  const children = await served.query<{ id: string }>('select id from kith.child order by id limit 2')
  child = children[0]?.id ?? ''
  other = children[1]?.id ?? ''
  at = `/children/${child}/documents`
  const folder = await uploads()
  settings = { ...folder.settings, most: MOST }
  end = folder.end
  priya = served.appFor(await served.worker('allocated-worker', child), routes())
})
after(async () => {
  await served.close()
  await end()
})

async function upload(
  browser: Browser,
  path: string,
  { fields, file }: { fields: Fields; file?: File },
): Promise<Response> {
  const { hidden } = await get(browser, `${path}?fresh=1`)
  return await sendFile(browser, path, {
    fields: { ...hidden, ...fields, _do: 'send' },
    ...(file === undefined ? {} : { file }),
  })
}
async function sendFile(
  browser: Browser,
  path: string,
  { fields, file }: { fields: Fields; file?: File },
): Promise<Response> {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields))
    for (const one of typeof value === 'string' ? [value] : value) body.append(name, one)
  if (file !== undefined) body.append('file', file)
  return await browser.request(HERE + path, { method: 'POST', body, headers: { host: '127.0.0.1:4444', origin: HERE } })
}
const fileOf = (bytes: Uint8Array<ArrayBuffer>, name: string): File => new File([bytes], name)
const TYPED = {
  title: 'Our garden',
  kind: 'drawing',
  made: '20 Mar',
  fromWhom: 'child',
  from: 'Jo',
  terms: 'own',
  caption: 'Bulbs & beans',
  keptForChild: 'yes',
}
const add = async (fields: Fields = {}, file = fileOf(Buffer.from(FILES.png), 'garden.png')): Promise<string> => {
  const answer = await upload(priya, `${at}/add`, { fields: { ...TYPED, ...fields }, file })
  assert.equal(answer.status, 303, await answer.text())
  return /documents\/([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''
}
const standing = async () => (await served.query('select from kith.document_current where child = $1', [child])).length

test('an empty list says what would stand here', async () => {
  assert.match((await get(priya, `${at}/all`)).html, /No documents yet/)
  assert.match((await get(priya, `${at}/memories`)).html, /Nothing kept yet/)
})

describe('adding', () => {
  test('a file with its facts; sent twice it is there once', async () => {
    const { hidden } = await get(priya, `${at}/add?fresh=1`)
    const sending = {
      fields: { ...hidden, ...TYPED, _do: 'send' },
      file: fileOf(Buffer.from(FILES.png), '../up/garden.png'),
    }
    const [first, second] = await Promise.all([
      sendFile(priya, `${at}/add`, sending),
      sendFile(priya, `${at}/add`, sending),
    ])
    assert.deepEqual([first.status, second.status], [303, 303])
    assert.equal(first.headers.get('location'), second.headers.get('location'))
    assert.equal(await standing(), 1)
  })
  test('another file under a form that was sent is not thrown away and called saved; the same one twice is', async () => {
    const { hidden } = await get(priya, `${at}/add?fresh=1`)
    const fields = { ...hidden, ...TYPED, title: 'Two of one', _do: 'send' }
    const sent = async (file?: File) =>
      await sendFile(priya, `${at}/add`, { fields, ...(file === undefined ? {} : { file }) })
    const first = await sent(fileOf(Buffer.from(FILES.png), 'garden.png'))
    const before = await standing()
    // Of the same size, so that only its bytes tell it from the first.
    const other = Buffer.from(FILES.png).fill(7, FILES.png.length - 1)
    for (const file of [fileOf(other, 'garden.png'), fileOf(Buffer.from('#!/bin/sh\n'), 'garden.png')]) {
      const answer = await sent(file)
      const html = await answer.text()
      assert.equal(answer.status, 422)
      assert.match(html, /You sent this before/)
      assert.match(html, /href="#file"/)
      assert.match(html, /Two of one/)
    }
    assert.match(await (await sent(fileOf(other, 'garden.png'))).text(), /This file was not sent/)
    // Nothing is lost where the same file comes again, or none.
    for (const again of [await sent(fileOf(Buffer.from(FILES.png), 'garden.png')), await sent()])
      assert.deepEqual([again.status, again.headers.get('location')], [303, first.headers.get('location')])
    assert.equal(await standing(), before)
  })
  const REFUSED = [
    ['a program', FILES.text, '#!/bin/sh\n', /This is a program\. You can add: PDF/],
    ['a web page', FILES.text, '<html>', /This is a web page or drawing code/],
    ['an empty file', FILES.text, '', /The file is empty/],
    ['one that is too large', FILES.text, 'x'.repeat(MOST + 1), /larger than 0\.0625 MB/],
  ] as const
  for (const [name, , text, words] of REFUSED)
    test(`${name} is refused in words, and everything typed is there again`, async () => {
      const before = await standing()
      const file = fileOf(Buffer.from(text), 'letter.pdf')
      const answer = await upload(priya, `${at}/add`, { fields: { ...TYPED, title: 'A title that stays' }, file })
      const html = await answer.text()
      assert.equal(answer.status, 422)
      assert.match(html, words)
      assert.match(html, /A title that stays/)
      assert.match(html, /Bulbs &amp; beans/)
      assert.match(html, /value="child" selected/)
      assert.equal(await standing(), before)
    })
  test('without a file, and with other faults, all is said at once', async () => {
    const answer = await upload(priya, `${at}/add`, { fields: { ...TYPED, title: '', terms: '', audience: 'legal' } })
    const html = await answer.text()
    assert.equal(answer.status, 422)
    for (const words of [/Write a title/, /Say under which terms/, /Say why only some/, /Choose a file\. You can add/])
      assert.match(html, words)
    assert.match((await get(priya, '/unfinished')).html, /a document/)
  })
  test('a form of another session is not taken', async () => {
    const { hidden } = await get(priya, `${at}/add?fresh=1`)
    const answer = await sendFile(priya, `${at}/add`, {
      fields: { ...hidden, ...TYPED, 'form-token': 'x', _do: 'send' },
    })
    assert.equal(answer.status, 403)
  })
})

test('out of a photograph the place is taken before it is kept, and the page says so', async () => {
  const photograph = jpegOf({ before: JPEG_SECRETS(6), after: 'GPS 51' })
  const document = await add({ kind: 'photograph' }, fileOf(Buffer.from(photograph), 'garden.jpg'))
  const file = await priya.request(`${HERE}${at}/${document}/file`, { headers: { host: '127.0.0.1:4444' } })
  const kept = Buffer.from(await file.arrayBuffer()).toString('latin1')
  assert.match(photograph.toString('latin1'), SECRET)
  assert.doesNotMatch(kept, SECRET)
  assert.ok(kept.includes(Buffer.from(SCAN).toString('latin1')))
  assert.match((await get(priya, `${at}/${document}`)).html, /place, time and camera were taken out before it was kept/)
  const heic = await upload(priya, `${at}/add`, { fields: TYPED, file: fileOf(Buffer.from(FILES.heic), 'a.heic') })
  assert.equal(heic.status, 422)
  assert.match(await heic.text(), /Save it as JPEG first/)
})

test('a PDF with a script is kept, saved and never shown, and the page says what it holds', async () => {
  const bytes = Buffer.from('%PDF-1.7\n<< /OpenAction << /S /JavaScript /JS (x) >> /EmbeddedFiles 3 0 R >>')
  const document = await add({ title: 'C110A' }, fileOf(bytes, 'c110a.pdf'))
  const { html } = await get(priya, `${at}/${document}`)
  assert.match(html, /holds a script: open it in a reader that runs none/)
  assert.match(html, /holds other files inside/)
  const file = await priya.request(`${HERE}${at}/${document}/file`, { headers: { host: '127.0.0.1:4444' } })
  assert.match(file.headers.get('content-disposition') ?? '', /^attachment;/)
  assert.deepEqual(Buffer.from(await file.arrayBuffer()), bytes)
  assert.equal((await get(priya, `${at}/${document}/picture`)).status, 404)
})

describe('one document', () => {
  test('its facts, its file as a download, and its picture without any power', async () => {
    const document = await add()
    const { html } = await get(priya, `${at}/${document}`)
    assert.match(html, /Our garden/)
    assert.match(html, /Bulbs &amp; beans/)
    assert.match(html, new RegExp(`src="${at}/${document}/picture"`))
    const file = await priya.request(`${HERE}${at}/${document}/file`, { headers: { host: '127.0.0.1:4444' } })
    assert.match(file.headers.get('content-disposition') ?? '', /^attachment; filename="garden\.png"/)
    assert.deepEqual(Buffer.from(await file.arrayBuffer()), FILES.png)
    const shown = await priya.request(`${HERE}${at}/${document}/picture`, { headers: { host: '127.0.0.1:4444' } })
    assert.equal(shown.headers.get('content-security-policy'), "default-src 'none'; sandbox")
    assert.equal(shown.headers.get('content-type'), 'image/png')
    assert.equal(shown.headers.get('x-content-type-options'), 'nosniff')
    await shown.arrayBuffer()
    assert.match((await get(priya, `${at}/memories`)).html, /Our garden/)
  })
  test('what is no picture is shown nowhere', async () => {
    const document = await add({ title: 'A letter', kind: 'letter' }, fileOf(Buffer.from(FILES.text), 'a.txt'))
    assert.equal((await get(priya, `${at}/${document}/picture`)).status, 404)
    assert.doesNotMatch((await get(priya, `${at}/${document}`)).html, /<img/)
  })
  test('terms are said in the list and on the page, with what they forbid', async () => {
    const document = await add({ title: 'Advice', kind: 'letter', terms: 'legal advice' })
    assert.match((await get(priya, `${at}/all`)).html, /Legal advice: ask before sharing/)
    assert.match((await get(priya, `${at}/${document}`)).html, /the advice would lose its protection/)
  })
  test('corrected, what stood before stays; a newer file, the older stays; taken back, it is gone from the pages', async () => {
    const document = await add({ title: 'Reprot' })
    const correct = await send(priya, `${at}/${document}/correct`, { ...TYPED, title: 'Report' })
    assert.equal(correct.status, 303)
    assert.equal(
      (await priya.request(HERE + correct.to, { headers: { host: '127.0.0.1:4444' } })).headers
        .get('location')
        ?.split('?')[0],
      `${at}/${document}`,
    )
    const page = await get(priya, `${at}/${document}`)
    assert.match(page.html, /Report/)
    assert.match(page.html, /Reprot/)
    const newer = await upload(priya, `${at}/${document}/new-file`, {
      fields: {},
      file: fileOf(Buffer.from(FILES.pdf), 'b.pdf'),
    })
    assert.equal(newer.status, 303)
    const both = await get(priya, `${at}/${document}`)
    assert.match(both.html, /b\.pdf[\s\S]*garden\.png[\s\S]*replaced/)
    const [version] = await served.query<{ id: string }>('select id from kith.document_current where line = $1', [
      document,
    ])
    assert.equal((await send(priya, `${at}/${version?.id}/take-back`, { reason: '' })).status, 422)
    assert.equal((await send(priya, `${at}/${version?.id}/take-back`, { reason: 'Wrong child.' })).status, 303)
    for (const path of ['', '/file', '/picture'])
      assert.equal((await get(priya, `${at}/${document}${path}`)).status, 404)
  })
  test('two newer files under one form: the second is said not to be there, and goes in when it is sent again', async () => {
    const document = await add({ title: 'One form' })
    const path = `${at}/${document}/new-file`
    const { hidden } = await get(priya, `${path}?fresh=1`)
    const sent = async (carried: Fields, name: string, bytes: Buffer) =>
      await sendFile(priya, path, { fields: { ...carried, _do: 'send' }, file: fileOf(Buffer.from(bytes), name) })
    const first = await sent(hidden, 'one.pdf', FILES.pdf)
    assert.equal(first.status, 303)
    const twice = await sent(hidden, 'one.pdf', FILES.pdf)
    assert.deepEqual([twice.status, twice.headers.get('location')], [303, first.headers.get('location')])
    const second = await sent(hidden, 'two.txt', FILES.text)
    const html = await second.text()
    assert.equal(second.status, 422)
    assert.match(html, /You sent this before/)
    assert.equal((await sent(hiddenIn(html), 'two.txt', FILES.text)).status, 303)
    const page = await get(priya, `${at}/${document}`)
    assert.match(page.html, /two\.txt[\s\S]*one\.pdf[\s\S]*garden\.png/)
  })
  test('two who add a newer file at once: both are kept', async () => {
    const document = await add({ title: 'Twice' })
    const path = `${at}/${document}/new-file`
    const [one, two] = [await get(priya, `${path}?fresh=1`), await get(priya, `${path}?fresh=1`)]
    for (const [open, name] of [
      [one, 'one.pdf'],
      [two, 'two.pdf'],
    ] as const)
      assert.equal(
        (
          await sendFile(priya, path, {
            fields: { ...open.hidden, _do: 'send' },
            file: fileOf(Buffer.from(FILES.pdf), name),
          })
        ).status,
        303,
      )
    const { html } = await get(priya, `${at}/${document}`)
    assert.ok(html.includes('one.pdf') && html.includes('two.pdf') && html.includes('garden.png'))
  })
})

test('the list: chips by kind, and a second page', async () => {
  for (let n = 0; n < 26; n += 1) await add({ title: `Letter ${n}`, kind: 'report' })
  const first = await get(priya, `${at}/all?kind=report`)
  assert.match(first.html, /Showing 1 to 25 of 26/)
  const second = await get(priya, `${at}/all?kind=report&page=2`)
  assert.match(second.html, /Letter 0/)
  assert.doesNotMatch(second.html, /Letter 25/)
  assert.match((await get(priya, `${at}/all?kind=%3Cb%3E&page=x`)).html, /Documents/)
})

describe('who may', () => {
  test('nobody without a part in this child’s life, and nothing of another child under this one', async () => {
    const document = await add()
    const stranger = served.appFor(await served.worker(undefined), routes())
    for (const path of ['all', 'memories', 'add?fresh=1', document, `${document}/file`, `${document}/picture`])
      assert.equal((await get(stranger, `${at}/${path}`)).status, 403, path)
    const theirs = served.appFor(await served.worker('allocated-worker', other), routes())
    const elsewhere = `/children/${other}/documents/${document}`
    for (const path of ['', '/file', '/picture', '/new-file?fresh=1'])
      assert.equal((await get(theirs, elsewhere + path)).status, 404, path)
    assert.equal((await get(priya, `/children/${other}/documents/all`)).status, 403)
    // Not even for somebody who sees both.
    const director = served.appFor(served.who, routes())
    assert.equal((await get(director, `${at}/${document}/file`)).status, 200)
    for (const path of ['', '/file', '/picture'])
      assert.equal((await get(director, elsewhere + path)).status, 404, path)
  })
  test('who is not of its audience finds nothing: not in the list, not its file', async () => {
    const document = await add({
      title: 'For few',
      audience: ['allocated-worker'],
      audienceBecause: 'safety of the child',
    })
    assert.match((await get(priya, `${at}/${document}`)).html, /Their social worker/)
    const manager = served.appFor(await served.worker('manager-line', child), routes())
    assert.doesNotMatch((await get(manager, `${at}/all`)).html, /For few/)
    for (const path of ['', '/file', '/picture'])
      assert.equal((await get(manager, `${at}/${document}${path}`)).status, 404, path)
  })
  test('who reads and does not write adds nothing', async () => {
    const officer = served.appFor(await served.worker('reviewing-officer', child), routes())
    assert.equal((await get(officer, `${at}/all`)).status, 200)
    assert.equal((await get(officer, `${at}/add?fresh=1`)).status, 403)
  })
})

test('out of sight: one asks, the same one cannot agree, another does, and nothing can be read', async () => {
  const document = await add({ title: 'Wrong child' })
  const path = `${at}/${document}/out-of-sight`
  assert.equal((await get(priya, `${path}?fresh=1`)).status, 403)
  const one = served.appFor(await served.worker('records-officer', child), routes())
  const two = served.appFor(await served.worker('records-officer', child), routes())
  assert.equal((await send(one, path, {})).status, 422)
  assert.equal((await send(one, path, { reason: 'wrong record' })).status, 303)
  const again = await send(one, path, { answer: 'agree' })
  assert.equal(again.status, 422)
  assert.match(again.html, /A second person has to agree/)
  assert.match((await get(two, `${path}?fresh=1`)).html, /wrong child’s record/)
  assert.equal((await send(two, path, { answer: 'agree' })).status, 303)
  const { html } = await get(priya, `${at}/${document}`)
  assert.doesNotMatch(html, /Wrong child|garden\.png/)
  assert.match(html, /taken out of sight by two people/)
  assert.equal((await get(priya, `${at}/${document}/file`)).status, 404)
})

test('nothing of it was logged as broken', () => assert.deepEqual(served.logged, []))
