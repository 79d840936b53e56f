// Children suggested in a real browser: by keyboard, by mouse, heard, on a phone, and without a script as before.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { type Listening, listen } from '#web'
import { type Served, servedCouncil } from './council-served.ts'
import { type Browser, noViolations, openBrowser, reflows, skip } from './in-browser.ts'

let served: Served
let listening: Listening
let browser: Browser
let page: Page
let [given, family] = ['', '']
let child = ''
const asked: string[] = []

const box = (at = page) => at.getByLabel('Find a child')
const options = () => page.getByRole('option')
const list = () => page.getByRole('listbox', { name: 'Children who match' })
const active = async (): Promise<string> =>
  (await page.locator('[role=option][aria-selected=true]').textContent()) ?? ''

before(async () => {
  if (skip !== false) return
  served = await servedCouncil('suggestions_journey')
  const worker = await served.worker('allocated-worker', await anyChild(1))
  listening = await listen(served.openApp({ people: [served.who, worker] }), { port: 0, host: '127.0.0.1' })
  browser = await openBrowser()
  page = browser.page
  page.on('request', (request) => asked.push(`${request.method()} ${request.url()}`))
  await signInAs(served.who.person)
  child = await anyChild(0)
  await page.goto(`${listening.address}/children/${child}`)
  ;[given = '', family = ''] = ((await page.getByRole('heading', { level: 1 }).textContent()) ?? '').split(' ')
  await page.goto(`${listening.address}/rules`)
})
after(async () => {
  await browser?.close()
  await listening?.close()
  await served?.close()
})
const anyChild = async (at: number): Promise<string> =>
  (await served.query<{ id: string }>('select id from kith.child order by id offset $1 limit 1', [at]))[0]?.id ?? ''
async function signInAs(person: string): Promise<void> {
  await page.goto(`${listening.address}/sign-in`)
  await page.getByRole('button', { name: `Dawn ${person.slice(-4)}` }).click()
  await page.waitForURL(({ pathname }) => !pathname.startsWith('/sign-in'))
}

test('typed, heard, chosen with the arrow keys, opened with Enter', { skip }, async () => {
  assert.equal(await box().getAttribute('aria-expanded'), 'false')
  await box().pressSequentially(`${given} ${family}`, { delay: 20 })
  await list().waitFor()
  assert.equal(asked.filter((line) => line.includes('/suggestions')).length, 1, 'asked once, after the typing')
  assert.equal(await box().getAttribute('role'), 'combobox')
  assert.equal(await box().getAttribute('aria-expanded'), 'true')
  assert.equal(await box().getAttribute('aria-controls'), await list().getAttribute('id'))
  assert.match(
    (await page.locator('search [role=status]').textContent()) ?? '',
    /^(The surest )?\d+ child(ren)?.*Enter\.$/,
  )
  assert.equal(await page.locator('[aria-selected=true]').count(), 0, 'nothing is chosen beforehand')
  await noViolations(page, 'suggestions')
  await box().press('ArrowDown')
  assert.match(await active(), new RegExp(`^${given} ${family}`))
  assert.equal(await box().getAttribute('aria-activedescendant'), await options().first().getAttribute('id'))
  await noViolations(page, 'a suggestion, chosen')
  await box().press('ArrowUp')
  assert.equal(await active().catch(() => ''), '')
  await box().press('ArrowUp')
  assert.equal(await active(), await options().last().textContent())
  await box().press('ArrowDown')
  await box().press('ArrowDown')
  await box().press('Enter')
  await page.waitForURL(`${listening.address}/children/${child}`)
  for (const line of asked) assert.ok(!line.toLowerCase().includes(given.toLowerCase()), line)
})

test('Escape closes and keeps the text; Enter without a choice searches; a press of the mouse opens', {
  skip,
}, async () => {
  await box().fill(given)
  await list().waitFor()
  await box().press('Escape')
  assert.equal(await list().isVisible(), false)
  assert.equal(await box().inputValue(), given)
  assert.equal(await box().getAttribute('aria-expanded'), 'false')
  await box().press('Alt+ArrowDown')
  assert.equal(await list().isVisible(), true)
  await box().press('Tab')
  assert.equal(await list().isVisible(), false)
  await box().focus()
  await box().press('Enter')
  await page.getByText('Children found').first().waitFor()
  await box().fill(`${given} ${family}`)
  await options().first().click()
  await page.waitForURL(`${listening.address}/children/${child}`)
  await box().fill('wwwwbbbbdddd')
  await page.getByText('No child matches yet').waitFor({ state: 'attached' })
  assert.equal(await list().isVisible(), false)
})

test('a closed record is said as the search says it, and leads to the search', { skip }, async () => {
  await page.context().clearCookies()
  await signInAs(
    (
      await served.query<{ person: string }>('select person from kith.standing_relation where relation = $1', [
        'allocated-worker',
      ])
    )[0]?.person ?? '',
  )
  await box().fill(`${given} ${family}`)
  await options().filter({ hasText: 'A record that you may not see matches' }).click()
  await page.getByText('Closed records').waitFor()
})

test('on a phone: within the page, each line large enough for a finger', { skip }, async () => {
  await page.setViewportSize({ width: 320, height: 640 })
  await box().fill(`${given} ${family}`)
  await list().waitFor()
  const place = await list().boundingBox()
  assert.ok(place !== null && place.x >= 0 && place.x + place.width <= 320, JSON.stringify(place))
  for (const option of await options().all()) assert.ok(((await option.boundingBox())?.height ?? 0) >= 24)
  await reflows(page, 'suggestions')
  await page.setViewportSize({ width: 1440, height: 900 })
  assert.deepEqual(browser.said, [])
})

test('without a script the box posts as before', { skip }, async () => {
  const plain = await browser.newWindow({ javaScriptEnabled: false })
  await plain.addCookies(await page.context().cookies())
  const at = await plain.newPage()
  await at.goto(`${listening.address}/rules`)
  assert.equal(await box(at).getAttribute('role'), null)
  await box(at).fill(`${given} ${family}`)
  await box(at).press('Enter')
  await at.getByText('Closed records').waitFor()
  assert.match(at.url(), /\/search\?looked=\d+$/)
  await plain.close()
})
