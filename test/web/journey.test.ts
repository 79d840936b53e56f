// One journey in a real browser: from the list to a child, the law behind a duty, and back; accessible at each step.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { type Listening, listen } from '#web'
import { type Served, servedCouncil } from './council-served.ts'
import { type Browser, fit as fitPage, follow, openBrowser, skip } from './in-browser.ts'

let served: Served
let listening: Listening
let browser: Browser
let page: Page
const fit = async (where: string) => await fitPage(page, where)

before(async () => {
  if (skip !== false) return
  served = await servedCouncil('journey')
  const people = [served.who, await served.worker('member'), await served.worker('analyst')]
  listening = await listen(served.openApp({ people }), { port: 0, host: '127.0.0.1' })
  browser = await openBrowser()
  page = browser.page
})
after(async () => {
  await browser?.close()
  await listening?.close()
  await served?.close()
})

test('from the list to a child, to the rule behind a duty, and back', { skip }, async () => {
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  await page.goto(`${listening.address}/`)
  assert.match(page.url(), /\/sign-in\?to=%2F$/)
  await fit('whom to be')
  await follow(page, page.locator('.people button').first())
  assert.equal(page.url(), `${listening.address}/`)
  assert.equal(await page.title(), 'How our children are doing – Kith')
  await fit('the home of a director')
  const nav = page.getByRole('navigation', { name: 'Main' })
  await nav.getByRole('link', { name: 'Children' }).click()
  assert.equal(await page.title(), 'Children – Kith')
  await fit('the list')

  await page.getByText('Filter and sort').click()
  await page.getByLabel('Late').selectOption('any')
  await follow(page, page.getByRole('button', { name: 'Show' }))
  assert.match(page.url(), /late=any/)
  await fit('what is late')
  const child = page.locator('.kith-table tbody th a').first()
  const name = (await child.textContent()) ?? ''
  requests.length = 0
  await child.click()
  assert.ok(requests.length <= 8, requests.join('\n'))
  assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), name)
  await fit('a child')
  // A menu lies over what is below it while it is open.
  for (const details of await page.locator('details:not(.kith-menu)').all()) await details.locator('summary').click()
  await fit('a child, all opened')

  await page.goto(`${page.url()}/duties`)
  await page.getByText('Ask about another day').click()
  await page.getByLabel('As on day').fill('2026-11-01')
  await follow(page, page.getByRole('button', { name: 'Show' }))
  assert.match(page.url(), /\?on=2026-11-01&known=$/)
  await fit('a child on another day')
  await page.goBack()

  await follow(page, page.getByRole('link', { name: 'Second review' }).first())
  assert.match(page.url(), /\/rules\/CP-07$/)
  await fit('a rule')
  await follow(page, page.getByRole('link', { name: 'All rules' }))
  await fit('the rulebook')

  await nav.getByRole('link', { name: 'Children' }).click()
  await page.getByLabel('Find a child').fill(name)
  await follow(page, page.getByRole('button', { name: 'Search', exact: true }))
  assert.ok(!page.url().includes(name.split(' ')[0] ?? ''))
  await page.getByRole('link', { name }).first().waitFor()
  await fit('a search')

  await follow(page, page.getByRole('link', { name: 'Account' }))
  await fit('the account')
  await follow(page, page.getByRole('link', { name: 'Help' }))
  await fit('the help')
  await page.goto(`${listening.address}/nothing`)
  await fit('nothing there')
  const complaints = browser.said.filter((text) => !/404 \(Not Found\)/.test(text))
  assert.deepEqual(complaints, [], 'the browser complained')
})

test('a child on paper: no navigation, nothing cut off', { skip }, async () => {
  await page.goto(`${listening.address}/children?late=any`)
  await page.locator('.kith-table tbody th a').first().click()
  await page.emulateMedia({ media: 'print' })
  assert.equal(await page.locator('.kith-nav').isVisible(), false)
  assert.equal(await page.locator('.kith-actions').first().isVisible(), true)
  const paper = await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true })
  assert.equal(paper.subarray(0, 5).toString(), '%PDF-')
  await page.emulateMedia({ media: null })
})
