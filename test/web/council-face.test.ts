// The council's face: written by an administrator alone, on every page at once, refused in words, and an earlier one taken again.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { deflateSync } from 'node:zlib'
import type { Hono } from 'hono'
import pg from 'pg'
import { Builder } from '../access/town.ts'
import { type Served, servedCouncil } from './council-served.ts'
import { ask, HERE, type SignedIn, signIn, wholeApp } from './whole-app.ts'

let served: Served
let owner: pg.Pool
let app: Hono
let admin: SignedIn
let worker: SignedIn

before(async () => {
  served = await servedCouncil('council_face', { filled: false })
  owner = new pg.Pool(served.at.connection)
  app = wholeApp(served).app
  const builder = new Builder(owner, served.council.council, randomUUID)
  const person = await builder.worker('Dawn Listkeeper')
  await builder.relate(person, 'administrator')
  admin = await signIn(served, person)
  worker = await signIn(served, served.who.person)
})
after(async () => {
  await owner?.end()
  await served?.close()
})

const get = async (path: string, who?: SignedIn): Promise<string> =>
  await (await ask(app, { method: 'GET', path }, { secret: who?.secret })).text()
async function post(path: string, fields: Readonly<Record<string, string | readonly string[]>>, who = admin) {
  const page = path.endsWith('again') ? '' : await get(`${path}?fresh=1`, who)
  const draft = /name="_draft" value="([^"]+)"/.exec(page)?.[1] ?? ''
  const all = Object.entries({ _draft: draft, _do: 'send', ...fields, 'form-token': who.token })
  const list = all.flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((one) => [name, one] as const),
  )
  return await ask(app, { method: 'POST', path }, { secret: who.secret, fields: list })
}
const CHANGE = '/settings/council/change'
const FACE = { name: 'Südmere & Vale', brand: '#5b2a6e', accent: '#0b5ea8', ownLogo: 'as it is', svg: '' }
const DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h10v10z" fill="#fff"/></svg>'

test('before anything is chosen every page looks as Kith does, and the settings say so', async () => {
  const html = await get('/settings/council', admin)
  assert.match(html, /The logo is the mark of Kith/)
  assert.match(html, /No number yet/)
  assert.match(html, /What you change is kept here/)
  assert.doesNotMatch(html, /href="\/theme\//)
  assert.match(await get('/', admin), /href="\/settings\/council"/)
  assert.doesNotMatch(await get('/', worker), /settings\/council/)
})

describe('name, colours and logo', () => {
  test('are looked at before they are saved, and then stand on every page, also before signing in', async () => {
    const look = await post(CHANGE, { ...FACE, _do: 'add:look' })
    assert.equal(look.status, 200)
    assert.match(await look.text(), /aria-label="How it looks: Südmere &amp; Vale, #5b2a6e and #0b5ea8"/)
    assert.doesNotMatch(await get('/help'), /Südmere/)
    assert.equal((await post(CHANGE, { ...FACE, svg: DRAWING })).status, 303)
    for (const html of [await get('/help'), await get('/', worker), await get('/sign-in')]) {
      assert.match(html, /<span>Südmere &amp; Vale<\/span>/)
      assert.match(html, /href="\/theme\/5b2a6e\/0b5ea8"/)
      const logo = /<img src="(\/logo\/[0-9a-f-]{36})"/.exec(html)?.[1] ?? ''
      const picture = await app.request(HERE + logo, { headers: { host: '127.0.0.1:4444' } })
      assert.deepEqual(
        [picture.status, picture.headers.get('content-type'), await picture.text()],
        [200, 'image/svg+xml', DRAWING],
      )
      assert.match(picture.headers.get('content-security-policy') ?? '', /default-src 'none'/)
      assert.equal(picture.headers.get('x-content-type-options'), 'nosniff')
    }
  })

  test('that nobody could read, and drawings that could run, are refused in words; what was typed is there', async () => {
    const refused = await post(CHANGE, {
      ...FACE,
      name: 'Pale Council',
      brand: '#fce',
      svg: '<svg viewBox="0 0 1 1"><script>alert(1)</script></svg>',
    })
    const html = await refused.text()
    assert.equal(refused.status, 422)
    assert.match(html, /has a contrast of \d\.\d\d to 1\. It needs 4\.5 to 1\. Choose a darker colour/)
    assert.match(html, /shapes and colours only/)
    assert.ok(html.includes('Pale Council') && html.includes('&lt;script&gt;'))
    assert.doesNotMatch(html, /<script>alert/)
    assert.match(await get('/help'), /Südmere/)
  })

  test('an earlier one stands again; nothing is overwritten', async () => {
    await post(CHANGE, { ...FACE, name: 'Another Name', brand: '#14505c' })
    assert.match(await get('/help'), /Another Name/)
    const html = await get('/settings/council', admin)
    const [, earlier = ''] = /name="face" value="([^"]+)"/.exec(html) ?? []
    assert.match(html, /Dawn Listkeeper/)
    assert.equal((await post('/settings/council/again', { face: earlier })).status, 303)
    assert.match(await get('/help'), /Südmere/)
    assert.match(await get('/help'), /<img src="\/logo\//)
    assert.equal((await served.query('select from kith.council_face')).length, 3)
    for (const face of [randomUUID(), 'x', ''])
      assert.equal((await post('/settings/council/again', { face })).status, 404)
  })
})

describe('a logo as PNG', () => {
  const chunk = (type: string, data: Buffer): Buffer => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)])
  }
  const png = Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', Buffer.alloc(13, 1)),
    chunk('IDAT', deflateSync(Buffer.alloc(4))),
    chunk('IEND', Buffer.alloc(0)),
  ])
  const upload = async (bytes: Buffer, name = 'logo.png', who = admin) => {
    const form = new FormData()
    form.append('form-token', who.token)
    form.append('logo', new File([Uint8Array.from(bytes)], name))
    const headers = { host: '127.0.0.1:4444', origin: HERE, cookie: `kith-session=${who.secret}` }
    return await app.request(`${HERE}/settings/council/logo`, { method: 'POST', headers, body: form })
  }
  test('is told by what is in it, and keeps name and colours', async () => {
    assert.equal((await upload(png, 'anything.exe')).status, 303)
    const html = await get('/help')
    assert.match(html, /Südmere/)
    const logo = /<img src="(\/logo\/[0-9a-f-]{36})"/.exec(html)?.[1] ?? ''
    const picture = await app.request(HERE + logo, { headers: { host: '127.0.0.1:4444' } })
    assert.equal(picture.headers.get('content-type'), 'image/png')
    assert.ok(Buffer.from(await picture.arrayBuffer()).equals(png))
  })
  test('anything else, too much, or nothing is refused in words', async () => {
    const cases = [
      [Buffer.from('MZ program'), /This is a program/],
      [Buffer.from('%PDF-1.7'), /This is no PNG picture/],
      [Buffer.concat([png, Buffer.alloc(300 * 1024)]), /larger than 256 KB/],
      [Buffer.alloc(0), /empty|Choose a PNG/],
    ] as const
    for (const [bytes, words] of cases) {
      const answer = await upload(bytes)
      assert.equal(answer.status, 422, String(words))
      assert.match(await answer.text(), words)
    }
    assert.equal((await upload(png, 'logo.png', worker)).status, 403)
  })
})

describe('numbers to ring', () => {
  test('are in the help for everybody, in their order, and can be rung by a press', async () => {
    const numbers = {
      whom: ['Emergency duty team', 'Police', ''],
      number: ['01632 960 123', '999', ''],
      hours: ['Every night, 5pm to 9am', 'Always', ''],
    }
    assert.equal((await post('/settings/council/numbers', numbers)).status, 303)
    const help = await get('/help')
    assert.match(help, /Whom to ring out of hours[\s\S]*Emergency duty team[\s\S]*href="tel:01632960123"[\s\S]*Police/)
    const wrong = await post('/settings/council/numbers', { ...numbers, number: ['ask Dawn', '999', ''] })
    assert.equal(wrong.status, 422)
    assert.match(await wrong.text(), /Write each number in figures[\s\S]*ask Dawn/)
    assert.match(await get('/help'), /01632 960 123/)
  })
})

describe('who may not', () => {
  test('reads no settings and writes none, by no route and by no door of the database', async () => {
    for (const path of ['/settings/council', CHANGE, '/settings/council/numbers'])
      assert.equal((await ask(app, { method: 'GET', path }, { secret: worker.secret })).status, 403)
    assert.equal((await post(CHANGE, FACE, worker)).status, 403)
    const { council, person } = worker.who
    await assert.rejects(
      served.door.as(worker.who, async (asking) => {
        await asking.insert('kith.council_face', [
          {
            council,
            id: randomUUID(),
            name: 'x',
            brand: '#14505c',
            accent: '#0b5ea8',
            logo: null,
            recorded_by: person,
          },
        ])
      }),
      { kind: 'not allowed' },
    )
    for (const change of [`update kith.council_face set name = 'x'`, 'delete from kith.emergency_numbers'])
      await assert.rejects(
        served.door.as(
          admin.who,
          async ({ record }) =>
            await record.executeQuery({ sql: change, parameters: [], query: { kind: 'RawNode' } } as never),
        ),
      )
  })
  test('nothing broke', () => assert.deepEqual(served.logged, []))
})
