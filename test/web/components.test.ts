// Every component on invented pages in a real browser: axe, 320 px, the tab key, and nothing covered by the bar of a form.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Hono } from 'hono'
import { type Listening, listen } from '#web'
import { readAssets, serveAssets } from '../../src/web/assets.ts'
import { headers } from '../../src/web/headers.ts'
import { SPECIMENS } from '../../tools/screenshots/pages.ts'
import { specimen } from '../../tools/screenshots/specimens.tsx'
import { type Browser, fit, noViolations, openBrowser, skip, tabWalk } from './in-browser.ts'

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
      if ((await details.getAttribute('open')) === null) await details.locator('summary').click()
      assert.equal(await details.getAttribute('open'), '')
    }
    await fit(page, `${name}, all opened`)
    assert.deepEqual(said, [], 'the browser complained')
  })

test('a page with a fault does not stand: planted ones', { skip }, async () => {
  const { page } = browser
  const planted = async (css: string, html = '') => {
    await page.goto(`${listening.address}/home`)
    await page.evaluate(`document.adoptedStyleSheets = [new CSSStyleSheet()]
      document.adoptedStyleSheets[0].replaceSync('${css}')
      document.querySelector('main').insertAdjacentHTML('beforeend', '${html}')`)
  }
  await planted('', '<a href="/last" id="last">The very last stop</a>')
  await tabWalk(page, 'no fault')
  await planted('#last { outline: none !important }', '<a href="/last" id="last">The very last stop</a>')
  await assert.rejects(tabWalk(page, 'no outline'), /The very last stop takes the focus and does not show it/)
  await planted('#last { position: absolute; left: -9999px }', '<a href="/last" id="last">The very last stop</a>')
  await assert.rejects(tabWalk(page, 'out of sight'), /The very last stop takes the focus and does not show it/)
  await planted('#over { position: fixed; inset: 0; z-index: 99 }', '<p id="over">Over everything</p>')
  await assert.rejects(tabWalk(page, 'something over it'), /is covered/)
  await planted('', '<img src="/nothing.png">')
  await assert.rejects(noViolations(page, 'no words for a picture'), /image-alt: <img/)
  await planted('main p { color: #eeeeee !important }')
  await assert.rejects(noViolations(page, 'pale'), /color-contrast/)
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
