// A journey: a piece of somebody's working day. It is told once; whoever runs it goes it twice, with scripts and without.
import { after, before, describe, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { type Browser, openBrowser, skip } from '../web/in-browser.ts'
import { type Council, type Original, original } from './council.ts'
import { type Going, goingOf, type Hand, type Text } from './going.ts'
import { type Stands, standing } from './standing.ts'

export type Journey = {
  readonly name: string
  readonly hand?: Hand
  /** Ends on a page that is loaded again, left, and come back to: each time these texts stand there. */
  readonly tell: (at: Going) => Promise<readonly Text[]>
}

const WAYS = ['with scripts', 'without scripts'] as const
type Way = (typeof WAYS)[number]

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const DESK = { viewport: { width: 1440, height: 900 } }

type Scripts = (run: boolean) => Promise<void>
const scriptsOf = new WeakMap<Page, Scripts>()

/** Scripts are switched off through the browser, not for the whole window, so that axe may have them for a moment. */
async function openPage(context: BrowserContext, way: Way): Promise<Page> {
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  if (way === 'without scripts') {
    const browser = await context.newCDPSession(page)
    const scripts: Scripts = async (run) =>
      void (await browser.send('Emulation.setScriptExecutionDisabled', { value: !run }))
    await scripts(false)
    scriptsOf.set(page, scripts)
  }
  return page
}

async function withScripts(page: Page, work: () => Promise<void>): Promise<void> {
  const scripts = scriptsOf.get(page)
  await scripts?.(true)
  await work()
  await scripts?.(false)
}

/** Without scripts a browser asks before it shows a form again that was refused, and shows nothing until it is answered. */
const asksAgain = (way: Way) => (error: unknown) => {
  if (way !== 'without scripts' || !String(error).includes('ERR_CACHE_MISS')) throw error
  return false
}

type Ended = { readonly at: Going; readonly way: Way; readonly stands: Stands; readonly texts: readonly Text[] }
/** The last page is looked at whole; the texts stand there also after loading it again, and after leaving it and coming back. */
async function ends({ at, way, stands, texts }: Ended): Promise<void> {
  await at.sees(...texts)
  await stands(at.page, at.path(), true)
  await at.reload()
  await at.sees(...texts)
  const here = at.page.url()
  const left = await at.back().then(() => true, asksAgain(way))
  if (left) await at.page.goForward()
  else {
    // from the browser's own question there is no way forward
    await at.page.waitForURL(/^chrome-error:/)
    await at.page.goto(here)
  }
  await at.sees(...texts)
}

/** Every journey, each way; each way on a council of its own, so that a story meets nothing of itself. */
export function goAll(journeys: readonly Journey[]): void {
  let first: Original
  let browser: Browser
  const stands = standing(withScripts)
  before(async () => {
    if (skip !== false) return
    first = await original()
    browser = await openBrowser()
  })
  after(async () => {
    await browser?.close()
    await first?.drop()
  })
  for (const way of WAYS)
    describe(way, () => {
      let council: Council
      before(async () => {
        if (skip === false) council = await first.copy(way)
      })
      after(async () => await council?.close())
      for (const { name, hand = 'mouse', tell } of journeys)
        test(name, { skip }, async () => {
          const context = await browser.newWindow(hand === 'thumb' ? PHONE : DESK)
          const open = async () => await openPage(context, way)
          const at = goingOf(await open(), {
            ...{ address: council.address, hand, stands, open },
            scripts: way === 'with scripts',
          })
          await ends({ at, way, stands, texts: await tell(at) })
          await context.close()
        })
    })
}
