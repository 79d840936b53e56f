// For tests of pages in a real browser: Debian's Chromium, and what every page must stand: axe, 320 px, the tab key.
import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import axe from 'axe-core'
import { type BrowserContext, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core'

/** The same browser without its windows needs a third less of the processor. */
const CHROMIUM = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find(existsSync) ?? ''
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
export const skip = CHROMIUM === '' ? "there is no browser: install Debian's chromium to run this" : false

export type Browser = {
  readonly page: Page
  readonly said: readonly string[]
  /** Nobody is signed in there. */
  readonly newWindow: (options: BrowserContextOptions) => Promise<BrowserContext>
  readonly close: () => Promise<void>
}

/** `said`: what the browser complained of. */
export async function openBrowser(): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), 'kith-chromium-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: CHROMIUM,
    headless: true,
    args: FLAGS,
    viewport: { width: 1440, height: 900 },
  })
  const page = await context.newPage()
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  const close = async () => {
    await context.close()
    rmSync(profile, { recursive: true, force: true })
  }
  const newWindow: Browser['newWindow'] = async (options) =>
    (await context.browser()?.newContext(options)) ?? assert.fail('the browser opens no window')
  return { page, said, newWindow, close }
}

/** Presses what leads to another page, and waits for that page: a click alone ends before a slow answer has come. */
export async function follow(page: Page, pressed: Locator): Promise<void> {
  const arrived = page.waitForEvent('framenavigated')
  await pressed.click()
  await arrived
  await page.waitForLoadState()
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** Only what fails is described: selectors for whatever passes take as long as all checks together. */
const AXE = { runOnly: { type: 'tag', values: TAGS }, resultTypes: ['violations'], selectors: false }

export async function noViolations(page: Page, where: string): Promise<void> {
  await page.evaluate(axe.source)
  const found = await page.evaluate<string[]>(
    `axe.run(document, ${JSON.stringify(AXE)})
      .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))`,
  )
  assert.deepEqual(found, [], where)
}

// In-page code stands as text: the types of a browser are none of this project's.
type Stop = { readonly name: string; readonly shown: boolean; readonly covered: boolean }

/** A list of children has some 200. */
const MOST_STOPS = 400
/** Asked of the page in one go; there a stop is looked at when the next Tab comes, before the focus moves on. */
const AT_ONCE = 20
const TAB = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 }

const WALK = `(() => {
  const stops = []
  let ended = false
  const look = () => {
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
  }
  const pressed = (event) => {
    const stop = look()
    ended ||= stop === undefined
    if (ended) event.preventDefault()
    else stops.push(stop)
  }
  addEventListener('keydown', pressed, true)
  const end = () => removeEventListener('keydown', pressed, true)
  globalThis.kithWalk = { took: () => ({ stops: stops.splice(0), ended }), end }
  document.querySelector('.govuk-skip-link').focus()
})()`

async function stopsOf(page: Page): Promise<readonly Stop[]> {
  const keys = await page.context().newCDPSession(page)
  await page.evaluate(WALK)
  const stops: Stop[] = []
  for (let n = 0; n < MOST_STOPS; n += AT_ONCE) {
    await Promise.all(
      Array.from({ length: AT_ONCE }, () => ['rawKeyDown', 'keyUp'] as const)
        .flat()
        .map(async (type) => await keys.send('Input.dispatchKeyEvent', { type, ...TAB })),
    )
    const took = await page.evaluate<{ stops: Stop[]; ended: boolean }>('kithWalk.took()')
    stops.push(...took.stops)
    if (took.ended) break
  }
  await page.evaluate('kithWalk.end()')
  await keys.detach()
  return stops
}

/** Presses Tab through the page, which must run scripts: every stop can be seen, and shows that it is the one. */
export async function tabWalk(page: Page, where: string): Promise<void> {
  const stops = await stopsOf(page)
  for (const { name, shown, covered } of stops) {
    assert.ok(shown, `${where}: ${name} takes the focus and does not show it`)
    assert.ok(!covered, `${where}: ${name} is covered`)
  }
  const names = new Set(stops.map(({ name }) => name))
  assert.ok(names.size >= 5, `${where}: ${names.size} stops`)
}

export async function reflows(page: Page, where: string, widths: readonly number[] = [1440, 390, 320]): Promise<void> {
  const size = page.viewportSize()
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 })
    const beyond = await page.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    )
    assert.equal(beyond, 0, `${where} scrolls sideways at ${width} px`)
  }
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

export async function fit(page: Page, where: string): Promise<void> {
  await noViolations(page, where)
  await reflows(page, where)
  await tabWalk(page, where)
}
