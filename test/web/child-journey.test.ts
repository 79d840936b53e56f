// The tabs of a child in a real browser: each reached by its link, accessible, and no wider than a phone.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { type Listening, listen } from '#web'
import { type ToldCouncil, toldCouncil } from './child-told.ts'
import { type Browser, fit as fitPage, follow, openBrowser, skip } from './in-browser.ts'

let told: ToldCouncil
let listening: Listening
let browser: Browser
let page: Page
const fit = async (where: string) => await fitPage(page, where)

before(async () => {
  if (skip !== false) return
  told = await toldCouncil('child-journey')
  listening = await listen(told.openApp({ people: [told.worksWith] }), { port: 0, host: '127.0.0.1' })
  browser = await openBrowser()
  page = browser.page
})
after(async () => {
  await browser?.close()
  await listening?.close()
  await told?.close()
})

test('a stranger goes through every tab of a child, and asks for the chronology', { skip }, async () => {
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  await page.goto(`${listening.address}/sign-in`)
  await page.locator('.people button').first().click()
  // The page after signing in still loads its own fonts and styles: they are none of this page's.
  await page.waitForURL(({ pathname }) => !pathname.startsWith('/sign-in'), { waitUntil: 'networkidle' })
  requests.length = 0
  await page.goto(`${listening.address}/children/${told.cass}`)
  assert.ok(requests.length <= 8, requests.join('\n'))
  await page.getByText('Why, and how it was counted').first().click()
  await fit('overview')
  const tabs = page.getByRole('navigation', { name: /record$/ })
  for (const tab of ['Story', 'Family and people', 'Where they live', 'Plan and reviews', 'Learning', 'Health']) {
    await tabs.getByRole('link', { name: tab }).click()
    assert.equal(await tabs.locator('[aria-current=page]').textContent(), tab)
    await fit(tab)
  }
  await tabs.getByRole('link', { name: 'Story' }).click()
  await page.getByRole('link', { name: /Everything/ }).click()
  await page.getByText('Show this as a table').click()
  await fit('everything that happened')
  await follow(page, page.getByRole('link', { name: 'Chronology to print' }).first())
  await fit('the chronology, asked for')
  await page.getByLabel('Court proceedings').check()
  await follow(page, page.getByRole('button', { name: 'Make the page to print' }))
  await fit('the chronology, with what is missing')
  await page.getByLabel('The court').check()
  await page.getByRole('button', { name: 'Make the page to print' }).click()
  assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), 'Chronology')
  await fit('the chronology, for paper')
  assert.deepEqual(
    browser.said.filter((line) => !line.includes('422')),
    [],
  )
})
