// `npm run screenshots [-- FOLDER]`: a picture of every page of the demonstration council, and of every component, wide and narrow, and on paper.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Hono } from 'hono'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { DEMONSTRATION_DAY } from '#demonstration'
import { DEFAULT_LIMITS } from '#sessions'
import { listen } from '#web'
import { openHouse, serve, surroundings } from '../../src/main.ts'
import { readAssets, serveAssets } from '../../src/web/assets.ts'
import { PAGES, type Pictured, RETURN, SPECIMENS } from './pages.ts'
import { specimen } from './specimens.tsx'

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
const WIDTHS = [1440, 390] as const
/** What A4 leaves between its margins, in CSS pixels. */
const PAPER = 680
const say = (line: string) => console.log(line)

const only = process.argv.slice(3)
const folder = resolve(process.argv[2] ?? 'screenshots')
const wanted = (name: string): boolean => only.length === 0 || only.some((part) => name.startsWith(part))
mkdirSync(folder, { recursive: true })

const home = mkdtempSync(join(tmpdir(), 'kith-screenshots-'))
// PostgreSQL may run under an account of its own, which must reach into it.
chmodSync(home, 0o711)
const profile = mkdtempSync(join(tmpdir(), 'kith-chromium-'))

/** Signs in as somebody of the demonstration; a page for anyone needs nobody. */
async function be(page: Page, address: string, name: string | undefined): Promise<void> {
  await page.context().clearCookies()
  if (name === undefined) return
  await page.goto(`${address}/sign-in`)
  await page.locator('.kith-people button', { hasText: name }).first().click()
}

async function go(
  page: Page,
  address: string,
  { at, follow, press, open, search, under, as }: Pictured,
): Promise<void> {
  await be(page, address, as)
  await page.goto(`${address}${at}`)
  if (search !== undefined) {
    await page.locator('#search').fill(search)
    await page.locator('#search').press('Enter')
  }
  if (follow !== undefined) await page.locator(follow).first().click()
  if (press !== undefined) await page.locator(press).first().click()
  if (under !== undefined && under !== '') await page.goto(`${page.url()}${under}`)
  if (open !== undefined) for (const one of await page.locator(open).all()) await one.click()
  await page.evaluate('document.fonts.ready')
}

/** Asks for a check, as the analyst would, and waits until the job has done it. */
async function checkReturn(context: BrowserContext, address: string): Promise<void> {
  const page = await context.newPage()
  await be(page, address, 'Mei Tan')
  await page.goto(`${address}${RETURN}`)
  await page.locator(`form[action="${RETURN}/check"] button`).click()
  while ((await page.locator('.kith-table').count()) === 0) {
    await page.waitForTimeout(500)
    await page.goto(`${address}${RETURN}`)
  }
  await page.close()
}

type Shot = { readonly address: string; readonly pictured: Pictured }

async function picture(context: BrowserContext, { address, pictured }: Shot): Promise<void> {
  const page = await context.newPage()
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    await go(page, address, pictured)
    // As tall as the page: a bar that sticks to the window then stands where the page ends.
    const height = await page.evaluate<number>('document.documentElement.scrollHeight')
    await page.setViewportSize({ width, height })
    await page.screenshot({ path: join(folder, `${pictured.name}-${width}.png`), fullPage: true })
  }
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: PAPER, height: 1000 })
  await page.screenshot({ path: join(folder, `${pictured.name}-paper.png`), fullPage: true })
  writeFileSync(join(folder, `${pictured.name}.pdf`), await page.pdf({ preferCSSPageSize: true, tagged: true }))
  await page.close()
  say(pictured.name)
}

async function served(): Promise<
  readonly { address: string; pages: readonly Pictured[]; close: () => Promise<void> }[]
> {
  const assets = readAssets()
  const app = new Hono()
  serveAssets(app, assets)
  for (const name of SPECIMENS) app.get(`/${name}`, (context) => context.html(specimen(name, assets)))
  const specimens = await listen(app, { port: 0, host: '127.0.0.1' })
  const invented = SPECIMENS.map((name) => ({ name: `specimen-${name}`, at: `/${name}` }))
  const pages = PAGES.filter(({ name }) => wanted(name))
  if (pages.length === 0) return [{ ...specimens, pages: invented }]
  const house = await openHouse(surroundings({ KITH_HOME: home }, home), () => DEMONSTRATION_DAY, say)
  const kith = await serve(house, () => DEMONSTRATION_DAY, {
    ...{ port: 0, host: '127.0.0.1', provider: undefined, limits: DEFAULT_LIMITS, log: say },
  })
  return [
    { ...specimens, pages: invented },
    { ...kith, pages },
  ]
}

const servers = await served()
const context = await chromium.launchPersistentContext(profile, {
  executablePath: '/usr/bin/chromium',
  headless: true,
  args: FLAGS,
})
try {
  for (const { address, pages } of servers) {
    if (pages.some(({ at, name }) => at.startsWith('/returns') && wanted(name))) await checkReturn(context, address)
    for (const pictured of pages) if (wanted(pictured.name)) await picture(context, { address, pictured })
  }
  say(`Pictures are in ${folder}.`)
} finally {
  await context.close()
  for (const { close } of servers) await close()
  for (const made of [home, profile]) rmSync(made, { recursive: true, force: true })
}
