// Every component on invented pages in a real browser: axe, 320 px, the tab key, and nothing covered by the bar of a form.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Hono } from 'hono'
import { type Listening, listen } from '#web'
import { readAssets, serveAssets } from '../../src/web/assets.ts'
import { headers } from '../../src/web/headers.ts'
import { SPECIMENS } from '../../tools/screenshots/pages.ts'
import { specimen } from '../../tools/screenshots/specimens.tsx'
import { type Browser, fit, openBrowser, skip, tabWalk } from './in-browser.ts'

let listening: Listening
let browser: Browser
before(async () => {
  if (skip !== false) return
  const assets = readAssets()
  const app = new Hono()
  app.use(headers())
  serveAssets(app, assets)
  for (const name of SPECIMENS) app.get(`/${name}`, (context) => context.html(specimen(name, assets)))
  listening = await listen(app, { port: 0, host: '127.0.0.1' })
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  await listening?.close()
})

for (const name of SPECIMENS)
  test(`the components of the page “${name}”`, { skip }, async () => {
    const { page, said } = browser
    await page.goto(`${listening.address}/${name}`)
    await fit(page, name)
    await page.setViewportSize({ width: 390, height: 800 })
    await tabWalk(page, `${name} on a phone`)
    await page.setViewportSize({ width: 1440, height: 900 })
    for (const details of await page.locator('main details').all()) {
      await details.locator('summary').click()
      assert.equal(await details.getAttribute('open'), '')
    }
    await fit(page, `${name}, all opened`)
    assert.deepEqual(said, [], 'the browser complained')
  })

test('our own typeface is the one that is shown', { skip }, async () => {
  const { page } = browser
  await page.goto(`${listening.address}/home`)
  const loaded = await page.evaluate<string[]>(
    "document.fonts.ready.then((fonts) => [...fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family))",
  )
  assert.ok(loaded.some((family) => /Source Sans 3/.test(family)))
})

test('on paper: no navigation, the head of a table on each page, nothing to press', { skip }, async () => {
  const { page } = browser
  await page.goto(`${listening.address}/home`)
  await page.emulateMedia({ media: 'print' })
  for (const hidden of ['.kith-header', '.kith-nav', '.kith-actions__do', '.kith-page-head__actions'])
    assert.equal(await page.locator(hidden).first().isVisible(), false, hidden)
  assert.equal(await page.locator('.kith-print-head').isVisible(), true)
  const display = "getComputedStyle(document.querySelector('.kith-table thead')).display"
  assert.equal(await page.evaluate(display), 'table-header-group')
  await page.emulateMedia({ media: null })
})
