// One journey in a real browser through the return: the analyst's page, a worker's part, signing by two, figures; accessible at each step.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { checkWhole, returnPlaces } from '#return-work'
import { type Listening, listen } from '#web'
import type { Served } from './council-served.ts'
import { type Browser, fit as fitPage, openBrowser, skip } from './in-browser.ts'
import { beside, councilWithReturn, routesWithReturns, TODAY } from './returns-served.ts'

const YEAR = '/returns/ssda903/2027'
let served: Served
let listening: Listening
let browser: Browser
let page: Page
/** A folder for pictures: for whoever wants to look at them. */
const pictures = process.env.KITH_PICTURES
const fit = async (where: string) => {
  await fitPage(page, where)
  if (pictures === undefined) return
  await page.screenshot({ path: `${pictures}/${where.replaceAll(' ', '-')}.png`, fullPage: true })
  await page.setViewportSize({ width: 320, height: 800 })
  await page.screenshot({ path: `${pictures}/${where.replaceAll(' ', '-')}-320.png` })
  await page.setViewportSize({ width: 1440, height: 900 })
}

before(async () => {
  if (skip !== false) return
  served = await councilWithReturn('returns journey')
  await checkWhole(served.door, { council: served.council.council, year: 2027, today: TODAY }, beside)
  const [busy] = await served.query<{ owner: string }>(
    'select owner from kith.return_flag where owner is not null and gone is null group by owner order by count(*) desc, owner limit 1',
  )
  const worker = { council: served.council.council, person: busy?.owner ?? '' }
  const people = [
    await served.worker('analyst'),
    served.who,
    worker,
    await served.worker('member'),
    await served.worker('administrator'),
  ]
  const app = served.openApp({ people, routes: routesWithReturns(served.home), places: returnPlaces })
  listening = await listen(app, { port: 0, host: '127.0.0.1' })
  browser = await openBrowser()
  page = browser.page
})
after(async () => {
  await browser?.close()
  await listening?.close()
  await served?.close()
})

/** What leads on: the page that comes is there before it is looked at, however busy the machine. */
async function press(at: Locator): Promise<void> {
  await Promise.all([page.waitForEvent('framenavigated'), at.click()])
  await page.waitForLoadState('load')
}
/** Signs in as the one of the people who stands there. */
async function be(place: number): Promise<void> {
  await page.context().clearCookies()
  await page.goto(`${listening.address}/`)
  await press(page.locator('.people button').nth(place))
}
const main = () => page.getByRole('main')

test('the analyst: from the list of returns to a flag of a child, and what changed', { skip }, async () => {
  await be(0)
  await press(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Return' }))
  await fit('returns')
  await press(page.getByRole('link', { name: 'The whole return of 2026/27' }))
  await fit('the whole return')
  await press(page.getByRole('link', { name: 'By worker' }))
  await fit('by worker')
  await press(page.getByRole('link', { name: 'By rule' }))
  await press(main().locator('.kith-table tbody th a').first())
  assert.match(page.url(), /\?rule=/)
  await fit('one rule')
  await press(page.getByRole('link', { name: 'Show everything' }))
  await press(page.getByRole('link', { name: 'What changed' }))
  await fit('what changed')
})

test('the analyst: a child named with a reason, and all rules', { skip }, async () => {
  await be(0)
  await page.goto(`${listening.address}${YEAR}?by=child`)
  await press(main().locator('.kith-table tbody th a').first())
  await press(main().getByRole('link', { name: 'Ask for the name of child' }).first())
  await fit('asking for a name')
  await press(page.getByRole('button', { name: 'Show the name' }))
  await fit('no reason given')
  await page.getByLabel('I ask their worker to put it right').check()
  await press(page.getByRole('button', { name: 'Show the name' }))
  assert.match(page.url(), /\/returns\/names/)
  await fit('children named')
  await page.goto(`${listening.address}/returns/rules`)
  await fit('all rules')
})

test('the administrator: what is entered for the return, each fault beside its field', { skip }, async () => {
  await be(4)
  await page.goto(`${listening.address}/settings/return`)
  await fit('rules and providers')
  await page.getByText('Enter one rule').click()
  await page.getByLabel('Rule', { exact: true }).fill('999')
  await press(page.getByRole('button', { name: 'Save this rule' }))
  await fit('a rule that there is not')
  await press(page.getByRole('link', { name: 'Workers’ numbers' }))
  await fit('numbers of workers')
  await press(main().locator('.kith-table tbody th a').first())
  await page.getByLabel('Number in the return').fill('12')
  await press(page.getByRole('button', { name: 'Save number' }))
  await fit('a number that is none')
})

test('a worker: their own part, each thing with a way to the child', { skip }, async () => {
  await be(2)
  await page.goto(`${listening.address}/returns`)
  await press(page.getByRole('link', { name: 'Your part of 2026/27' }))
  await fit('your part')
  const link = main().locator('.kith-card a').first()
  const name = await link.textContent()
  await press(link)
  assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), name)
})

test('two people: one prepares, another signs, and it is ready to send', { skip }, async () => {
  const open = async () => {
    await page.goto(`${listening.address}${YEAR}`)
    await press(page.getByRole('link', { name: 'Preparing and signing' }))
  }
  const fill = async (what: string, why: string) => {
    await press(page.getByRole('button', { name: 'Prepare, sign or send' }))
    await page.getByLabel(what).check()
    await page.getByLabel('Why, where flags remain').fill(why)
    await fit(`the form, ${what}`)
    await press(page.getByRole('button', { name: 'Save', exact: true }))
  }
  await be(0)
  await open()
  await fit('signing, nothing yet')
  await fill('I have prepared it', '')
  await press(page.getByRole('button', { name: 'Make the files' }))
  await fit('signing, files made')
  await be(1)
  await open()
  await fill('I sign it', 'We know, because the code is being asked of the school.')
  await fit('signing, signed')
  await page.goto(`${listening.address}${YEAR}`)
  assert.equal(await page.getByRole('heading', { name: 'Ready to send' }).count(), 1)
  await fit('ready to send')
})

test('figures: for us with their children, for a councillor without', { skip }, async () => {
  await be(0)
  await page.goto(`${listening.address}${YEAR}/figures`)
  await fit('figures')
  await press(main().locator('.kith-table tbody th a').first())
  await fit('children behind a figure')
  await be(3)
  await page.goto(`${listening.address}${YEAR}/figures`)
  await fit('figures outward')
  assert.equal(await main().locator('a[href^="/children/"]').count(), 0)
})

test('on paper: the list, and none of the ways to choose', { skip }, async () => {
  await be(2)
  await page.goto(`${listening.address}${YEAR}/mine`)
  await page.emulateMedia({ media: 'print' })
  assert.equal(await page.locator('.kith-nav').isVisible(), false)
  assert.equal(await main().locator('.kith-card').first().isVisible(), true)
  if (pictures !== undefined) await page.screenshot({ path: `${pictures}/paper.png` })
  await page.emulateMedia({ media: null })
})

test('the browser had nothing to complain of, but the three refusals that were asked for', { skip }, () => {
  const refused = browser.said.filter((one) => /status of 422/.test(one))
  assert.deepEqual(
    browser.said.filter((one) => !refused.includes(one)),
    [],
  )
  assert.equal(refused.length, 3)
})
