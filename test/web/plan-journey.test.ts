// One journey in a real browser: a plan begun, written, clashed over and sent; a drawing kept for the child; and the rulebook's answer.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { documentsForms, documentsRoutes, type UploadSettings } from '#documents'
import { formRoutes } from '#forms'
import { carePlanForms, planRoutes, textsKeptApart } from '#plans'
import { rulebookForms, rulebookRoutes } from '#rulebook'
import { type Listening, listen } from '#web'
import { uploads } from '../../src/documents/test-files.ts'
import { WHOLE_PLAN } from '../../src/plans/examples.ts'
import { type Browser as Posting, type Served, servedCouncil } from './council-served.ts'
import { get, post } from './filling.ts'
import { type Browser, fit as fitPage, follow, openBrowser, skip } from './in-browser.ts'

let served: Served
let listening: Listening
let browser: Browser
let page: Page
let colleague: Posting
let child = ''
let end: () => Promise<void>
const fit = async (where: string) => await fitPage(page, where)
const go = async (path: string) => await page.goto(`${listening.address}${path}`)
/** A picture of one point, so that a browser has something to show. */
const POINT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const routes = (settings: UploadSettings) => {
  const forms = [...carePlanForms, ...documentsForms(settings), ...rulebookForms]
  return [
    ...planRoutes(),
    ...documentsRoutes(),
    ...rulebookRoutes(),
    ...formRoutes(forms, async () => new Map(), [textsKeptApart]),
  ]
}

before(async () => {
  if (skip !== false) return
  served = await servedCouncil('plan_journey')
  const folder = await uploads()
  end = folder.end
  child = (await served.query<{ id: string }>('select id from kith.child order by id limit 1'))[0]?.id ?? ''
  const worker = await served.worker('allocated-worker', child)
  colleague = served.appFor(await served.worker('cover', child), routes(folder.settings))
  listening = await listen(served.openApp({ people: [worker], routes: routes(folder.settings) }), {
    port: 0,
    host: '127.0.0.1',
  })
  browser = await openBrowser()
  page = browser.page
})
after(async () => {
  await browser?.close()
  await listening?.close()
  await served?.close()
  await end?.()
})

test('a plan: begun, written part by part, put together with a colleague’s text, sent', { skip }, async () => {
  await go(`/children/${child}/plan/read`)
  await follow(page, page.locator('.people button').first())
  await fit('no plan yet')
  await page.getByRole('link', { name: 'Begin the care plan' }).click()
  await follow(page, page.getByRole('button', { name: 'Begin the care plan' }))
  await fit('the parts of a plan')
  await follow(page, page.getByRole('link', { name: 'Family and friends' }).first())
  await fit('one part')
  const path = `/children/${child}/plan/write/family`
  const { hidden } = await get(colleague, `${path}?fresh=1`)
  await post(colleague, path, { ...hidden, family: 'Aunt Bea and Kai.', _do: 'send' })
  await page.locator('#family').fill('Mum and Kai.')
  await follow(page, page.getByRole('button', { name: 'Save this part' }))
  await fit('two texts')
  await page.locator('#_both_family').fill('Mum, Aunt Bea and Kai.')
  await follow(page, page.getByRole('button', { name: 'Save this part' }))
  await page.getByText('Written', { exact: true }).first().waitFor()
  for (const { part, text } of WHOLE_PLAN) {
    const open = await get(colleague, `/children/${child}/plan/write/${part}?fresh=1`)
    await post(colleague, `/children/${child}/plan/write/${part}`, { ...open.hidden, [part]: text, _do: 'send' })
  }
  await go(`/children/${child}/plan/write/outcome`)
  await page.locator('#outcome-1-different').fill('Sees Kai every week.')
  await fit('outcomes')
  await follow(page, page.getByRole('button', { name: 'Save this part' }))
  await follow(page, page.getByRole('button', { name: 'Send for approval' }))
  await fit('sending')
  await page.getByRole('button', { name: 'Send for approval' }).click()
  await page.getByRole('heading', { name: 'Waiting for approval' }).waitFor()
  await go(`/children/${child}/plan/history?part=family`)
  await fit('the history of a part')
})

test('on paper the plan is what the record holds, and nothing to press', { skip }, async () => {
  await go(`/children/${child}/plan/read`)
  await fit('the plan')
  await page.emulateMedia({ media: 'print' })
  const stored = await served.query<{ part: string }>('select distinct part from kith.plan_part where child = $1', [
    child,
  ])
  const shown = (await page.locator('.kith-written').allTextContents()).map((text) => text.trim())
  for (const { text, part } of WHOLE_PLAN) assert.ok(shown.includes(text), part)
  // One text more than the parts that the law asks for: the outcome.
  assert.equal(shown.length, stored.filter(({ part }) => !part.endsWith('/known') && !part.endsWith('/steps')).length)
  assert.equal(await page.locator('.kith-no-print').first().isVisible(), false)
  const paper = await page.pdf({ preferCSSPageSize: true, tagged: true })
  assert.equal(paper.subarray(0, 5).toString(), '%PDF-')
  await page.emulateMedia({ media: null })
})

test('a drawing: added, kept for the child, and seen', { skip }, async () => {
  await go(`/children/${child}/documents/all`)
  await fit('no documents')
  await go(`/children/${child}/documents/add`)
  await fit('adding a document')
  await page.getByLabel('Title').fill('Our garden')
  await page.getByLabel('What is it?').selectOption('drawing')
  await page.getByLabel('Who did it come from?').selectOption('child')
  await page.getByLabel('Given in confidence').check()
  await page.getByLabel(/Keep it for/).check()
  await page.getByLabel('Caption').fill('Bulbs, in spring.')
  await page.getByRole('button', { name: 'Add document' }).click()
  await page.locator('.govuk-error-summary').waitFor()
  await fit('a document without its file')
  assert.equal(await page.getByLabel('Title').inputValue(), 'Our garden')
  await page.locator('#file').setInputFiles({ name: 'garden.png', mimeType: 'image/png', buffer: POINT })
  await page.getByRole('button', { name: 'Add document' }).click()
  await page.getByRole('heading', { level: 1, name: 'Our garden' }).waitFor()
  await fit('a document')
  assert.equal(await page.evaluate<number>("document.querySelector('.kith-picture').naturalWidth"), 1)
  await go(`/children/${child}/documents/all`)
  await fit('documents')
  await go(`/children/${child}/documents/memories`)
  await fit('memories')
})

test('the rulebook: what would fall due, every date opened', { skip }, async () => {
  await go('/rules')
  await fit('the rulebook')
  await page.getByRole('link', { name: /What would fall due/ }).click()
  await page.getByLabel('Age in years').fill('9')
  await page.getByRole('button', { name: 'Show what would fall due' }).click()
  await page.locator('.kith-due').first().waitFor()
  for (const date of await page.locator('.kith-due summary').all()) await date.click()
  await fit('what would fall due')
  await go('/rules/ED-01')
  await fit('a rule that can be read in two ways')
  const complaints = browser.said.filter((text) => !/40[49]|422/.test(text))
  assert.deepEqual(complaints, [], 'the browser complained')
})
