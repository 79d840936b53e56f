// One journey in a real browser: from the list to a child, the law behind a duty, and back; accessible at each step.
import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { AxeBuilder } from '@axe-core/playwright'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { type Listening, listen } from '#web'
import { type Served, servedCouncil } from './council-served.ts'

const CHROMIUM = '/usr/bin/chromium'
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const skip = existsSync(CHROMIUM) ? false : `there is no ${CHROMIUM}: install Debian's chromium to run this`

let served: Served
let listening: Listening
let context: BrowserContext
let page: Page
const profile = mkdtempSync(join(tmpdir(), 'kith-chromium-'))
const said: string[] = []

before(async () => {
  if (skip !== false) return
  served = await servedCouncil('journey')
  const people = [served.who, await served.worker('member'), await served.worker('analyst')]
  listening = await listen(served.openApp({ people }), { port: 0, host: '127.0.0.1' })
  context = await chromium.launchPersistentContext(profile, {
    executablePath: CHROMIUM,
    headless: true,
    args: FLAGS,
    viewport: { width: 1440, height: 900 },
  })
  page = await context.newPage()
  page.on('console', (message) => said.push(message.text()))
})
after(async () => {
  await context?.close()
  await listening?.close()
  await served?.close()
  rmSync(profile, { recursive: true, force: true })
})

async function noViolations(where: string): Promise<void> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
  assert.deepEqual(
    violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
    [],
    where,
  )
}

// In-page code stands as text: the types of a browser are none of this project's.
type Stop = { readonly name: string; readonly shown: boolean; readonly covered: boolean }

/** Presses Tab through the page: every stop can be seen, and shows that it is the one. */
async function tabWalk(where: string, most = 40): Promise<void> {
  const stops = new Set<string>()
  await page.evaluate("document.querySelector('.govuk-skip-link').focus()")
  for (let n = 0; n < most; n += 1) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate<Stop | undefined>(`(() => {
      const at = document.activeElement
      if (at === null || at === document.body) return undefined
      const { left, right, top, bottom } = at.getBoundingClientRect()
      const { outlineStyle, outlineWidth } = getComputedStyle(at)
      const middle = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
      const inSight = right > 0 && left < innerWidth && bottom > 0 && top < innerHeight
      return {
        name: [at.tagName, at.getAttribute('href') ?? at.id, at.textContent.slice(0, 30)].join(' '),
        shown: inSight && outlineStyle !== 'none' && outlineWidth !== '0px',
        covered: middle !== null && middle !== at && !at.contains(middle) && !middle.contains(at),
      }
    })()`)
    if (stop === undefined) break
    assert.ok(stop.shown, `${where}: ${stop.name} takes the focus and does not show it`)
    assert.ok(!stop.covered, `${where}: ${stop.name} is covered`)
    stops.add(stop.name)
  }
  assert.ok(stops.size >= 4, `${where}: ${stops.size} stops`)
}

async function reflows(where: string): Promise<void> {
  const size = page.viewportSize()
  for (const width of [320, 390, 1440]) {
    await page.setViewportSize({ width, height: 800 })
    const beyond = await page.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    )
    assert.equal(beyond, 0, `${where} scrolls sideways at ${width} px`)
  }
  await page.setViewportSize({ width: 320, height: 800 })
  const small = await page.evaluate<string[]>(`[...document.querySelectorAll('a, button, input, summary')]
      .filter((at) => {
        const { width, height, left } = at.getBoundingClientRect()
        const inSentence = at.tagName === 'A' && at.parentElement.textContent !== at.textContent
        return width > 0 && left >= 0 && !inSentence && (width < 24 || height < 24)
      })
      .map((at) => at.tagName + ' ' + at.textContent)`)
  assert.deepEqual(small, [], `${where}: targets below 24 px`)
  if (size !== null) await page.setViewportSize(size)
}

async function fit(where: string): Promise<void> {
  await noViolations(where)
  await reflows(where)
  await tabWalk(where)
}

test('from the list to a child, to the rule behind a duty, and back', { skip }, async () => {
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  await page.goto(`${listening.address}/`)
  assert.match(page.url(), /\/sign-in\?to=%2F$/)
  await fit('whom to be')
  await page.locator('.people button').first().click()
  assert.equal(page.url(), `${listening.address}/`)
  assert.equal(await page.title(), 'Children – Kith')
  await fit('the list')

  await page.getByRole('link', { name: /Something late/ }).click()
  assert.match(page.url(), /\?show=late$/)
  await fit('what is late')
  const child = page.locator('.kith-table tbody th a').first()
  const name = (await child.textContent()) ?? ''
  requests.length = 0
  await child.click()
  assert.ok(requests.length <= 8, requests.join('\n'))
  assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), name)
  await fit('a child')
  for (const details of await page.locator('details').all()) await details.locator('summary').click()
  await fit('a child, all opened')

  await page.getByLabel('As on day').fill('2026-11-01')
  await page.getByRole('button', { name: 'Show' }).click()
  assert.match(page.url(), /\?on=2026-11-01&known=$/)
  await fit('a child on another day')
  await page.goBack()

  await page.getByRole('link', { name: 'Second review' }).first().click()
  assert.match(page.url(), /\/rules\/CP-07$/)
  await fit('a rule')
  await page.getByRole('link', { name: 'All rules' }).click()
  await fit('the rulebook')

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Children' }).click()
  await page.getByLabel('Find a child').fill(name)
  await page.getByRole('button', { name: 'Search' }).click()
  assert.ok(!page.url().includes(name.split(' ')[0] ?? ''))
  await page.getByRole('link', { name }).first().waitFor()
  await fit('a search')

  await page.getByRole('link', { name: 'Dawn Test' }).click()
  await fit('the account')
  await page.getByRole('link', { name: 'Help' }).click()
  await fit('the help')
  await page.goto(`${listening.address}/nothing`)
  await fit('nothing there')
  const complaints = said.filter((text) => !/404 \(Not Found\)/.test(text))
  assert.deepEqual(complaints, [], 'the browser complained')
})

test('a child on paper: no navigation, nothing cut off', { skip }, async () => {
  await page.goto(`${listening.address}/?show=late`)
  await page.locator('.kith-table tbody th a').first().click()
  await page.emulateMedia({ media: 'print' })
  assert.equal(await page.locator('.kith-nav').isVisible(), false)
  assert.equal(await page.locator('.kith-actions').first().isVisible(), true)
  const paper = await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true })
  assert.equal(paper.subarray(0, 5).toString(), '%PDF-')
  await page.emulateMedia({ media: null })
})
