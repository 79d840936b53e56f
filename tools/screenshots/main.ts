// `npm run screenshots [-- FOLDER]`: a picture of every page of the demonstration council, and of every component, wide and narrow, and on paper.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Hono } from 'hono'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { DEMONSTRATION_DAY, demonstration, THE_RETURN } from '#demonstration'
import { DEFAULT_LIMITS } from '#sessions'
import { listen } from '#web'
import { type House, openHouse, serve, surroundings } from '../../src/main.ts'
import { readAssets, serveAssets } from '../../src/web/assets.ts'
import { composedAlone } from '../../test/web/whole-app.ts'
import { type EveryPage, everyPage } from './every-route.ts'
import { OTHER_FACE, PAGES, type Pictured, RETURN, SPECIMENS } from './pages.ts'
import { specimen } from './specimens.tsx'
import { type WholeRecord, wholeRecord } from './whole-record.ts'

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

async function go(page: Page, address: string, pictured: Pictured): Promise<void> {
  const { at, follow, press, open, search, under, as, secret } = pictured
  await be(page, address, as)
  if (secret !== undefined) await page.context().addCookies([{ name: 'kith-session', value: secret, url: address }])
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

/** A name, colours and a logo, as an administrator would give them. */
async function wearAnotherFace(context: BrowserContext, address: string): Promise<void> {
  const page = await context.newPage()
  await be(page, address, 'Robert Enfield')
  await page.goto(`${address}/settings/council/change?fresh=1`)
  const logo =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M12 2 22 20H2z" fill="#fff"/></svg>'
  for (const [name, value] of Object.entries({
    name: 'Südmere & Vale',
    brand: '#5b2a6e',
    accent: '#0b5ea8',
    svg: logo,
  }))
    await page.locator(`[name="${name}"]`).fill(value)
  await page.locator('button[value="send"]').click()
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
  if (pictured.paper !== false) await onPaper(page, pictured.name)
  await page.close()
  say(pictured.name)
}

async function onPaper(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: PAPER, height: 1000 })
  await page.screenshot({ path: join(folder, `${name}-paper.png`), fullPage: true })
  writeFileSync(join(folder, `${name}.pdf`), await page.pdf({ preferCSSPageSize: true, tagged: true }))
}

type Of = { readonly address: string; readonly record: WholeRecord }
/** By the beginning of a path, which row opened another page of the same: it is tried first. */
const openedBy = new Map<string, string>()

/** The first address that answers with a page, and as a form with something to fill in; undefined where none does. */
async function opens({ request }: BrowserContext, { address, record }: Of, { path, addresses }: EveryPage) {
  const { child, gone, old, ids, secret } = record
  const beginning = path.slice(0, path.lastIndexOf('/:about') + 1)
  const known = openedBy.get(beginning)
  const tried = addresses({ children: [child, gone, old], ids: known === undefined ? ids : [known, ...ids] })
  for (const at of tried) {
    const answer = await request.get(`${address}${at}`, {
      headers: { cookie: `kith-session=${secret}` },
      maxRedirects: 0,
    })
    if (answer.status() !== 200) continue
    const asks = !at.endsWith('?fresh=1') || /<(textarea|select|input)[^>]* name="[a-z]/.test(await answer.text())
    if (!asks) continue
    const row = ids.find((id) => at.includes(id))
    if (row !== undefined) openedBy.set(beginning, row)
    return at
  }
  return undefined
}

/** A picture of each page of the route table; what nobody could open is said, and ends the tool with a failure. */
async function everyRoute(context: BrowserContext, address: string, house: House): Promise<readonly string[]> {
  const pages = everyPage(composedAlone().routes).filter(({ name }) => wanted(name))
  if (pages.length === 0) return []
  const record = await wholeRecord(house)
  const closed: string[] = []
  for (const one of pages) {
    const at = await opens(context, { address, record }, one)
    if (at === undefined) closed.push(one.path)
    else await picture(context, { address, pictured: { name: one.name, at, secret: record.secret, paper: false } })
  }
  return closed
}

type Serving = {
  readonly address: string
  readonly pages: readonly Pictured[]
  readonly close: () => Promise<void>
  readonly house?: House
}
async function served(): Promise<readonly Serving[]> {
  const assets = readAssets()
  const app = new Hono()
  serveAssets(app, assets)
  for (const name of SPECIMENS) app.get(`/${name}`, (context) => context.html(specimen(name, assets)))
  const specimens = await listen(app, { port: 0, host: '127.0.0.1' })
  const invented = SPECIMENS.map((name) => ({ name: `specimen-${name}`, at: `/${name}` }))
  const pages = PAGES.filter(({ name }) => wanted(name))
  const some =
    [...pages, ...OTHER_FACE.filter(({ name }) => wanted(name))].length > 0 ||
    everyPage(composedAlone().routes).some(({ name }) => wanted(name))
  if (!some) return [{ ...specimens, pages: invented }]
  const house = await openHouse(surroundings({ KITH_HOME: home }, home), () => DEMONSTRATION_DAY, say)
  await demonstration(house, say, THE_RETURN)
  const kith = await serve(house, () => DEMONSTRATION_DAY, {
    ...{ port: 0, host: '127.0.0.1', provider: undefined, limits: DEFAULT_LIMITS, log: say },
  })
  return [
    { ...specimens, pages: invented },
    { ...kith, pages, house },
  ]
}

const servers = await served()
const context = await chromium.launchPersistentContext(profile, {
  executablePath: '/usr/bin/chromium',
  headless: true,
  args: FLAGS,
})
try {
  for (const { address, pages, house } of servers) {
    if (pages.some(({ at, name }) => at.startsWith('/returns') && wanted(name))) await checkReturn(context, address)
    for (const pictured of pages) if (wanted(pictured.name)) await picture(context, { address, pictured })
    for (const path of house === undefined ? [] : await everyRoute(context, address, house)) {
      say(`Nobody could open ${path}: record in test/web/fuzz-rows.ts what it is about.`)
      process.exitCode = 1
    }
    if (house !== undefined && OTHER_FACE.some(({ name }) => wanted(name))) {
      await wearAnotherFace(context, address)
      for (const pictured of OTHER_FACE) if (wanted(pictured.name)) await picture(context, { address, pictured })
    }
  }
  say(`Pictures are in ${folder}.`)
} finally {
  await context.close()
  for (const { close } of servers) await close()
  for (const made of [home, profile]) rmSync(made, { recursive: true, force: true })
}
