// A file of school terms in the browser: read, looked at row by row, taken; again without adding; and who may not.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { schoolsForms, schoolsRoutes } from '#education/pages'
import { schoolTermForms, schoolTermRoutes } from '#school-terms'
import { uploads } from '../../src/documents/test-files.ts'
import { type Browser, type Served, servedCouncil } from './council-served.ts'
import { get, routesOf, send } from './filling.ts'

const HERE = 'http://127.0.0.1:4444'
const PATH = '/settings/schools/file'
let served: Served
let end: () => Promise<void>
let administrator: Browser
let nobody: Browser

before(async () => {
  served = await servedCouncil('school_terms')
  const folder = await uploads()
  end = folder.end
  const routes = [
    ...routesOf([...schoolsForms, ...schoolTermForms(folder.settings)]),
    ...schoolsRoutes(),
    ...schoolTermRoutes(),
  ]
  administrator = served.appFor(await served.worker('administrator'), routes)
  nobody = served.appFor(await served.worker('director'), routes)
  for (const school of [{ name: 'Hill School', urn: '100001' }, { name: 'Vale School' }])
    assert.equal((await send(administrator, '/settings/schools/add', school)).status, 303)
})
after(async () => {
  await served?.close()
  await end?.()
})

async function sendFile(lines: readonly string[], browser = administrator) {
  const { hidden } = await get(browser, `${PATH}?fresh=1`)
  const body = new FormData()
  for (const [name, value] of Object.entries({ ...hidden, _do: 'send' })) body.append(name, value)
  body.append('file', new File([lines.join('\n')], 'terms.csv'))
  const headers = { host: '127.0.0.1:4444', origin: HERE }
  const answer = await browser.request(`${HERE}${PATH}`, { method: 'POST', body, headers })
  const to = (answer.headers.get('location') ?? '').split('?')[0] ?? ''
  return { status: answer.status, to, html: await answer.text() }
}
const HEADING = 'school,urn,term,first day,last day,half-term from,half-term to'
const standing = async () =>
  (
    await served.query<{ term: string }>(
      `select s.name || ', ' || t.name || ', ' || t.first_day || ', ' || t.last_day as term
       from kith.school_term t join kith.school s on s.council = t.council and s.id = t.school
       where not exists (select from kith.school_term n where n.council = t.council and n.supersedes = t.id) order by 1`,
    )
  ).map(({ term }) => term)
const ROWS = [
  'Hill School,,spring 2027,5 Jan 2027,25 Mar 2027,15 Feb 2027,19 Feb 2027',
  ',100001,summer 2027,12 Apr 2027,soon,,',
  'Vale School,,spring 2027,4 Jan 2027,24 Mar 2027,,',
  'Other School,,spring 2027,5 Jan 2027,25 Mar 2027,,',
] as const

test('rows are shown before anything is taken, each with what is wrong; then the good ones are taken', async () => {
  const { status, to, html } = await sendFile([HEADING, ...ROWS])
  assert.equal(status, 303, html)
  const page = (await get(administrator, to)).html
  for (const says of ['2 new, 0 changed, 0 stand already, 2 not taken', 'This is no day', 'No school of this name'])
    assert.ok(page.includes(says), says)
  assert.deepEqual(await standing(), [])
  assert.match((await send(administrator, `${to}/take`, { what: '' })).html, /Choose what is taken/)
  assert.equal((await send(administrator, `${to}/take`, { what: 'all' })).status, 303)
  const taken = ['Hill School, spring 2027, 2027-01-05, 2027-03-25', 'Vale School, spring 2027, 2027-01-04, 2027-03-24']
  assert.deepEqual(await standing(), taken)
  // The same file again is the same list: nothing of it is new.
  const again = await sendFile([HEADING, ...ROWS])
  assert.equal(again.to, to)
  assert.match((await get(administrator, to)).html, /0 new, 0 changed, 2 stand already, 2 not taken/)
  assert.match((await send(administrator, `${to}/take`, { what: 'all' })).html, /Nothing of this is left to take/)
  assert.deepEqual(await standing(), taken)
})

test('a row with another day is a change, which is taken where somebody says so', async () => {
  const moved = [
    HEADING,
    'Vale School,,spring 2027,4 Jan 2027,26 Mar 2027,,',
    'Vale School,,summer 2027,12 Apr 2027,23 Jul 2027,,',
  ]
  const { to } = await sendFile(moved)
  assert.match((await get(administrator, to)).html, /It stands as Mon 4 Jan 2027 to Wed 24 Mar 2027/)
  assert.equal((await send(administrator, `${to}/take`, { what: 'new' })).status, 303)
  assert.ok((await standing()).includes('Vale School, spring 2027, 2027-01-04, 2027-03-24'))
  assert.equal((await send(administrator, `${to}/take`, { what: 'all' })).status, 303)
  assert.ok((await standing()).includes('Vale School, spring 2027, 2027-01-04, 2027-03-26'))
  const [{ n } = { n: '' }] = await served.query<{ n: string }>('select count(*) as n from kith.school_term')
  assert.equal(n, '4', 'the version before stays')
})

test('a file that is none is refused; others neither send nor read one, nor write one past the page', async () => {
  assert.match((await sendFile(['child,kind', '1,2'])).html, /The first line has to name the columns/)
  assert.equal((await get(nobody, PATH)).status, 403)
  const { to } = await sendFile([HEADING, ...ROWS])
  for (const path of [to, `${to}/take`]) assert.equal((await get(nobody, path)).status, 403)
  const director = await served.worker('director')
  const read = await served.door.as(
    director,
    async ({ record }) => await record.selectFrom('kith.term_list').select('id').execute(),
  )
  assert.deepEqual(read, [])
  await assert.rejects(
    served.door.as(director, async (asking) => {
      const row = { rows_read: 0, terms: [], faults: [], recorded_by: director.person }
      await asking.insert('kith.term_list', [{ council: director.council, ...row, fingerprint: 'a'.repeat(64) }])
    }),
    { kind: 'not allowed' },
  )
})
