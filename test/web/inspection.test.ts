// Inspection in the browser: the lists taken out and logged, numbers side by side that agree, the children behind a difference, and who may not.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { inspectionRoutes } from '#inspection'
import { readWorkbook } from '#spreadsheets'
import { type Browser, type Served, servedCouncil } from './council-served.ts'
import { get, send } from './form-posting.ts'

let served: Served
let analyst: Browser
let folder: string
const routes = () => inspectionRoutes({ postcodes: async () => await Promise.resolve(undefined) })

before(async () => {
  served = await servedCouncil('inspection_web')
  analyst = served.appFor(await served.worker('analyst'), routes())
  folder = mkdtempSync(join(tmpdir(), 'kith-inspection-'))
})
after(async () => {
  await served.close()
  rmSync(folder, { recursive: true })
})

test('an analyst takes the lists out, and the log names every child in them', async () => {
  const { html, status, hidden } = await get(analyst, '/inspection')
  assert.equal(status, 200)
  assert.match(html, /8\. Children in care/)
  assert.match(html, /Date of Last Dental Check/)
  const here = 'http://127.0.0.1:4444'
  const answer = await analyst.request(`${here}/inspection/lists`, {
    method: 'POST',
    headers: { host: '127.0.0.1:4444', origin: here, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ ...hidden, why: 'to get ready' }),
  })
  assert.equal(answer.status, 200)
  assert.match(answer.headers.get('content-disposition') ?? '', /annex-a-2027-03-31\.xlsx/)
  const path = join(folder, 'lists.xlsx')
  writeFileSync(path, Buffer.from(await answer.arrayBuffer()))
  const read = await readWorkbook(path)
  assert.ok('sheets' in read)
  const children = (read.sheets[7]?.rows.length ?? 0) - 1
  assert.ok(children > 150)
  const [logged] = await served.query<{ count: number }>(
    `select count(distinct child)::int as count from kith.access_entry where what = 'taken out in the lists of an inspection'`,
  )
  assert.ok((logged?.count ?? 0) >= children)
})

test('without a reason there is no file', async () => {
  const { status, html } = await send(analyst, '/inspection/lists', { why: 'because' })
  assert.equal(status, 422)
  assert.match(html, /Say why you take the lists out/)
})

test('the same child is counted the same everywhere, and each difference of definition opens its children', async () => {
  const { html } = await get(analyst, '/inspection/reconciliation')
  assert.match(html, /Every child in care is counted the same everywhere/)
  const rows = [...html.matchAll(/<tr[^>]*>[\s\S]*?<\/tr>/g)].map(([row]) =>
    [...row.matchAll(/data-column="([^"]*)"[^>]*>[\s\S]*?<span class="kith-table__cell">(\d+)/g)].map(
      ([, , number]) => number,
    ),
  )
  const inCare = rows.flatMap(([first]) => (first === undefined ? [] : [first]))
  assert.equal(inCare.length, 5)
  assert.equal(new Set(inCare).size, 1, inCare.join(' '))
  const other = await get(analyst, '/inspection/reconciliation/return?of=all')
  assert.match(other.html, /They are a care leaver of whom the return asks/)
  assert.match(other.html, /href="\/children\/[0-9a-f-]{36}"/)
  assert.match((await get(analyst, '/inspection/reconciliation/ssd?of=day')).html, /Nobody is counted otherwise/)
  assert.equal((await get(analyst, '/inspection/reconciliation/nothing')).status, 404)
})

test('a worker, a manager and an administrator get nothing of it', async () => {
  for (const relation of ['allocated-worker', 'manager-line', 'administrator', undefined]) {
    const [child] =
      relation === 'allocated-worker' || relation === 'manager-line'
        ? await served.query<{ id: string }>('select id from kith.child order by id limit 1')
        : []
    const other = served.appFor(await served.worker(relation, child?.id), routes())
    for (const path of ['/inspection', '/inspection/reconciliation', '/inspection/reconciliation/ssd'])
      assert.equal((await get(other, path)).status, 403, `${relation} ${path}`)
  }
})
