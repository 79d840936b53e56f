// A worker's and a night worker's way through their pages in a real browser: accessible, 320 px, every stop of the tab key seen.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Listening, listen } from '#web'
import { type Served, servedCouncil } from './council-served.ts'
import { type Browser, fit, openBrowser, skip } from './in-browser.ts'

let served: Served
let listening: Listening
let browser: Browser
let late: string

before(async () => {
  if (skip !== false) return
  served = await servedCouncil('homes journey')
  const [row] = await served.query<{ child: string }>(
    `select child from kith.duty where standing = 'open' and due < '2027-03-31' and covered_until >= due and (closes is null or closes > '2027-03-31') limit 1`,
  )
  late = row?.child ?? ''
  const people = [await served.worker('allocated-worker', late), await served.worker('out-of-hours')]
  listening = await listen(served.openApp({ people }), { port: 0, host: '127.0.0.1' })
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  await listening?.close()
  await served?.close()
})

test('a worker: what to do next, the form that settles it, and a record that is closed to them', { skip }, async () => {
  const { page } = browser
  await page.goto(`${listening.address}/`)
  await page.locator('.people button').nth(0).click()
  assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), 'Your children')
  await fit(page, 'the home of a worker')
  await page.getByText('Record a visit').click()
  await page.locator('.kith-menu a').first().click()
  assert.match(page.url(), new RegExp(`/children/${late}/visits/record$`))
  for (const [place, where] of [
    ['/actions', 'actions'],
    ['/approvals', 'approvals'],
    ['/reviews', 'reviews'],
  ]) {
    await page.goto(listening.address + place)
    await fit(page, where ?? '')
  }
  const [other] = await served.query<{ id: string }>('select id from kith.child where id <> $1 limit 1', [late])
  await page.goto(`${listening.address}/children/${other?.id}`)
  await page.getByRole('link', { name: 'open it in an emergency' }).click()
  await fit(page, 'breaking the glass')
  await page.getByLabel('Why you have to see this record now').fill('She rang from the station, alone.')
  await page.getByRole('button', { name: 'Open the record' }).click()
  await page.getByText(/Open to you in an emergency until/).waitFor()
})

test('a night worker finds a child with one hand', { skip }, async () => {
  const { page } = browser
  await page.context().clearCookies()
  await page.setViewportSize({ width: 390, height: 800 })
  await page.goto(`${listening.address}/`)
  await page.locator('.people button').nth(1).click()
  assert.match(page.url(), /\/tonight$/)
  await page.getByLabel('Name, birth date or number').fill('ellis')
  await page.locator('#main').getByRole('button', { name: 'Find' }).click()
  await fit(page, 'found tonight')
  const link = page.locator('.kith-lines a').first()
  assert.ok(((await link.boundingBox())?.height ?? 0) >= 44, 'a target for a thumb')
  await link.click()
  await page.getByText('Whom to ring').waitFor()
  await fit(page, 'a child tonight')
})
