// Keyboard shortcuts in a real browser: none unless turned on, none while somebody types, and each of the list in the help.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { type Listening, listen } from '#web'
import { type Served, servedCouncil } from './council-served.ts'
import { type Browser, fit, openBrowser, skip } from './in-browser.ts'

let served: Served
let listening: Listening
let browser: Browser
let page: Page
let child = ''

before(async () => {
  if (skip !== false) return
  served = await servedCouncil('shortcuts_journey')
  child = (await served.query<{ id: string }>('select id from kith.child order by id limit 1'))[0]?.id ?? ''
  const worker = await served.worker('allocated-worker', child)
  listening = await listen(served.openApp({ people: [worker] }), { port: 0, host: '127.0.0.1' })
  browser = await openBrowser()
  page = browser.page
  await page.goto(`${listening.address}/sign-in`)
  await page.locator('.people button').first().click()
})
after(async () => {
  await browser?.close()
  await listening?.close()
  await served?.close()
})

const at = (path: string): string => `${listening.address}${path}`
const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key)
}
const focused = async (): Promise<string> =>
  await page.evaluate<string>('document.activeElement.id || document.activeElement.textContent.trim()')
async function set(shortcuts: boolean): Promise<void> {
  await page.goto(at('/account'))
  await page.getByLabel('Keyboard shortcuts').setChecked(shortcuts)
  await page.getByRole('button', { name: 'Save' }).click()
  await page.waitForURL(/saved=1/)
}

test('nobody has them who did not turn them on', { skip }, async () => {
  await page.goto(at('/account'))
  assert.equal(await page.getByLabel('Keyboard shortcuts').isChecked(), false)
  await fit(page, 'the account')
  await page.goto(at('/rules'))
  await press('/', 'j', 'g', 'c', '?')
  assert.equal(page.url(), at('/rules'))
  assert.notEqual(await focused(), 'search')
})

test('places, search, rows, and the list of all of them', { skip }, async () => {
  await set(true)
  await press('g', 'h')
  await page.waitForURL(at('/'))
  await press('g', 'c')
  await page.waitForURL(at('/children'))
  await press('j')
  assert.match(await page.evaluate<string>('document.activeElement.href'), new RegExp(child))
  await press('Enter')
  await page.waitForURL(at(`/children/${child}`))
  await press('g', 'a')
  await page.waitForURL(at('/approvals'))
  await press('g', 'x', 'c')
  await press('/')
  assert.equal(await focused(), 'search')
  assert.equal(page.url(), at('/approvals'), 'another key in between goes nowhere')
  await page.goto(at('/rules'))
  await press('j', 'j')
  const second = await focused()
  await press('j', 'k')
  assert.equal(await focused(), second)
  await press('?')
  await page.waitForURL(at('/help#keyboard'))
  const listed = await page.locator('#keyboard').locator('xpath=ancestor::section').locator('kbd').allTextContents()
  for (const key of ['/', 'g', 'h', 'c', 'a', 'j', 'k', 'Enter', 'r', '1', 'Ctrl + Enter', 'Alt + S', 'Esc', '?'])
    assert.ok(listed.includes(key), key)
  await fit(page, 'the help')
})

test('of a child: the tabs by number, the Record menu, and Escape', { skip }, async () => {
  await page.goto(at(`/children/${child}`))
  await press('2')
  await page.waitForURL(at(`/children/${child}/story`))
  await press('1')
  await page.waitForURL(at(`/children/${child}`))
  await press('r')
  await page.waitForURL(at(`/children/${child}/record`))
  await page.goto(at('/'))
  const menu = page.locator('details.kith-menu').first()
  await press('r')
  assert.equal(await menu.getAttribute('open'), '')
  assert.equal(await focused(), (await menu.getByRole('link').first().textContent())?.trim())
  await press('Escape')
  assert.equal(await menu.getAttribute('open'), null)
  assert.equal(await focused(), (await menu.locator('summary').textContent())?.trim())
})

test('while somebody types they are letters; two keys at once keep and send', { skip }, async () => {
  await page.goto(at(`/children/${child}/visits/record?fresh=1`))
  const words = page.getByLabel(/what we did and talked about/)
  await words.pressSequentially('go 1 / r jk ?')
  assert.equal(await words.inputValue(), 'go 1 / r jk ?')
  await press('Escape')
  assert.equal(await words.inputValue(), 'go 1 / r jk ?', 'Escape throws nothing away')
  const before = await page.clock.install().then(() => page.locator('.kith-save').textContent())
  await words.press('a')
  await press('Alt+S')
  await page.clock.runFor(10)
  await page.locator('.kith-save').getByText(/^Kept/).waitFor()
  assert.doesNotMatch(before ?? '', /^Kept/)
  await press('Control+Enter')
  await page.waitForURL(/\/visits\?sent=/)
  assert.deepEqual(
    browser.said.filter((line) => !line.includes('404')),
    [],
  )
})

test('turned off again, they are gone; Escape still closes a menu', { skip }, async () => {
  await set(false)
  await page.goto(at(`/children/${child}`))
  await press('2', 'r', '/')
  assert.equal(page.url(), at(`/children/${child}`))
  await page.locator('details.kith-menu summary').first().click()
  await press('Escape')
  assert.equal(await page.locator('details.kith-menu[open]').count(), 0)
})
