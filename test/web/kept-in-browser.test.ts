// What is typed is kept, in a real browser: a session that ends, a tab that closes, two tabs, no network, a server that is killed.
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import type { Who } from '#database'
import { unfinished } from '#drafts'
import { type Served, servedCouncil } from './council-served.ts'
import { type Browser, fit, openBrowser, skip } from './in-browser.ts'

let served: Served
let browser: Browser
let page: Page
let child = ''
let me: Who
let other: Who
let admin: Who
let server: ChildProcess
let address = ''

async function startServer(port: number): Promise<void> {
  const people = [me, other, admin].map(({ person }, at) => ({ person, name: `Dawn ${at + 1}`, part: 'a test' }))
  const given = { connection: served.at.connection, home: served.home, council: served.council, port, people }
  const file = join(import.meta.dirname, 'serving.ts')
  const options = process.execArgv.filter((word) => !word.startsWith('--test'))
  server = spawn(process.execPath, [...options, file, JSON.stringify(given)], { stdio: ['ignore', 'pipe', 'inherit'] })
  assert.ok(server.stdout)
  const [said] = await once(server.stdout, 'data')
  address = String(said).trim()
}
async function killServer(): Promise<void> {
  const gone = once(server, 'exit')
  server.kill('SIGKILL')
  await gone
}

before(async () => {
  if (skip !== false) return
  served = await servedCouncil('kept_in_browser')
  child = (await served.query<{ id: string }>('select id from kith.child order by id limit 1'))[0]?.id ?? ''
  me = await served.worker('allocated-worker', child)
  other = await served.worker('allocated-worker', child)
  admin = await served.worker('administrator')
  await startServer(0)
  browser = await openBrowser()
  page = browser.page
  await signInAs(page, 'Dawn 1')
})
after(async () => {
  await browser?.close()
  if (server !== undefined && server.exitCode === null && server.signalCode === null) await killServer()
  await served?.close()
})

async function signInAs(at: Page, name: string): Promise<void> {
  await at.goto(`${address}/sign-in`)
  await at.getByRole('button', { name }).click()
}
const formAt = (): string => `${address}/children/${child}/visits/record?fresh=1`
const words = (at = page) => at.getByLabel(/what we did and talked about/)
const said = (at = page) => at.locator('.kith-save')
async function drafts(who = me): Promise<readonly string[]> {
  return await served.door.as(who, async (asking) =>
    (await unfinished(asking)).map(({ values }) => values?.['what']?.[0] ?? ''),
  )
}
/** The server’s own clock cannot be moved: the session is made older instead. */
const sessionIs = async (minutes: number): Promise<void> => {
  await served.query(`update door.session set seen = now() - make_interval(mins => $1) where person = $2`, [
    minutes,
    me.person,
  ])
}

test('whoever only reads is warned, can stay, and is told when it has ended', { skip }, async () => {
  const reader = await page.context().newPage()
  await reader.clock.install()
  await reader.goto(`${address}/rules`)
  const notice = reader.locator('.kith-session-ending')
  await reader.clock.fastForward(50 * 60_000)
  assert.equal(await notice.count(), 0)
  await sessionIs(58)
  await reader.clock.fastForward(8 * 60_000 + 20_000)
  await notice.getByText('You will soon be signed out').waitFor()
  assert.equal(await notice.getAttribute('role'), 'status')
  await notice.getByRole('button', { name: 'Stay signed in' }).click()
  await notice.waitFor({ state: 'detached' })
  const [left] = await served.query<{ recent: boolean }>(
    `select max(seen) > now() - interval '1 minute' as recent from door.session where person = $1`,
    [me.person],
  )
  assert.equal(left?.recent, true)
  await reader.clock.fastForward(50 * 60_000)
  assert.equal(await notice.count(), 0)
  const ended = notice.getByText('You are signed out. What you typed is kept.')
  // What was asked a moment before may be answered after the session was made older, and makes it young again.
  for (const minutes of [11, 61, 61, 61]) {
    if (await ended.isVisible()) break
    await sessionIs(61)
    await reader.clock.fastForward(minutes * 60_000)
    await ended.waitFor({ timeout: 8_000 }).catch(() => {})
  }
  await ended.waitFor()
  assert.equal(await notice.getByRole('link').getAttribute('target'), '_blank')
  await signInAs(page, 'Dawn 1')
  await reader.mouse.click(5, 300)
  await notice.waitFor({ state: 'detached' })
  await reader.close()
})

test('Back to a form that was refused, and loading it again: what was typed stands there', { skip }, async () => {
  const refused = await page.context().newPage()
  await refused.goto(formAt())
  await words(refused).fill('Refused, and kept')
  await refused.getByLabel('When was it?').fill('31 Feb')
  await refused.getByRole('button', { name: 'Save visit' }).click()
  await refused.getByText('There is something to put right').waitFor()
  assert.match((await refused.locator('.govuk-error-summary').textContent()) ?? '', /for example 23 Nov 2026/)
  await refused.goto(`${address}/rules`)
  await refused.goBack()
  assert.equal(await words(refused).inputValue(), 'Refused, and kept')
  await refused.reload()
  assert.equal(await refused.getByLabel('When was it?').inputValue(), '31 Feb')
  await refused.close()
  await served.query(`update kith.draft set ended = 'withdrawn', ended_at = now() where author = $1`, [me.person])
})

test('typed after the session has ended: still there, and kept by itself after signing in in another window', {
  skip,
}, async () => {
  await page.goto(formAt())
  await words().fill('Before the end')
  await said()
    .getByText(/^Kept \d/)
    .waitFor()
  await served.query('update door.session set ends = now() where person = $1', [me.person])
  await words().fill('Before the end, and after it')
  await said().getByText('You are signed out').waitFor()
  assert.equal(await words().inputValue(), 'Before the end, and after it')
  assert.deepEqual(await drafts(), ['Before the end'])

  const second = await page.context().newPage()
  await signInAs(second, 'Dawn 2')
  await said().getByText('Somebody else is signed in here now').waitFor()
  assert.deepEqual(await drafts(other), [], 'never in the name of somebody else')
  await signInAs(second, 'Dawn 1')
  await said()
    .getByText(/^Kept \d/)
    .waitFor()
  assert.deepEqual(await drafts(), ['Before the end, and after it'])
  await second.close()
  await page.getByRole('button', { name: 'Keep and carry on later' }).click()
  assert.match(page.url(), /\/unfinished\?kept=/, 'the form of this page is taken, with the token of the new session')
})

test('typed, and the tab closed a moment later: it is there', { skip }, async () => {
  const tab = await page.context().newPage()
  await tab.goto(formAt())
  await words(tab).fill('Closed a moment later')
  await tab.close({ runBeforeUnload: true })
  await until(async () => (await drafts()).includes('Closed a moment later'))
})

test('sent while an older text is still on its way to be kept: nothing is left behind unfinished', {
  skip,
}, async () => {
  const before = (await drafts()).length
  const slow = await page.context().newPage()
  await slow.route('**/drafts/*/save', async (route) => {
    await slow.waitForTimeout(400)
    await route.continue()
  })
  await slow.goto(formAt())
  const asked = slow.waitForRequest('**/drafts/*/save')
  await slow.getByLabel(/on their own/).check()
  await asked
  await words(slow).fill('Typed and sent before the network answered')
  await slow.getByRole('button', { name: 'Save visit' }).click()
  await slow.waitForURL(/\/visits\?sent=/)
  assert.equal((await drafts()).length, before)
  await slow.close()
})

test('one draft in two tabs: both texts are kept, and both are told', { skip }, async () => {
  await page.goto(formAt())
  await words().fill('In the first tab')
  await said()
    .getByText(/^Kept \d/)
    .waitFor()
  const draft = await page.locator('input[name="_draft"]').getAttribute('value')
  const tab = await page.context().newPage()
  await tab.goto(`${address}/children/${child}/visits/record?draft=${draft}`)
  await words().fill('In the first tab, longer')
  await until(async () => (await drafts()).includes('In the first tab, longer'))
  await words(tab).fill('In the second tab')
  await said(tab).getByText('open in another window too').waitFor()
  const kept = await drafts()
  assert.ok(kept.includes('In the first tab, longer') && kept.includes('In the second tab'), kept.join('; '))
  await tab.close()
})

test('without a network it says so; back again, it is kept by itself', { skip }, async () => {
  await page.goto(formAt())
  await page.context().setOffline(true)
  await words().fill('On the train')
  await said().getByText('Not kept yet').waitFor()
  await page.context().setOffline(false)
  await said()
    .getByText(/^Kept \d/)
    .waitFor()
  assert.ok((await drafts()).includes('On the train'))
})

test('the server is killed while somebody types: what was kept is there, and the rest is kept when it is back', {
  skip,
}, async () => {
  await page.goto(formAt())
  await words().fill('Kept before the server died')
  await said()
    .getByText(/^Kept \d/)
    .waitFor()
  const port = Number(new URL(address).port)
  await killServer()
  assert.ok((await drafts()).includes('Kept before the server died'))
  await words().fill('Kept before the server died, and typed after')
  await said().getByText('Not kept yet').waitFor()
  await page.getByRole('button', { name: 'Save visit' }).click()
  await said().getByText('Not sent: nobody answers').waitFor()
  assert.equal(await words().inputValue(), 'Kept before the server died, and typed after', 'it stays on the page')
  assert.ok((await drafts()).includes('Kept before the server died'), 'to the last that was kept')
  await startServer(port)
  await said()
    .getByText(/^Kept \d/)
    .waitFor()
  assert.ok((await drafts()).includes('Kept before the server died, and typed after'))
  const again = await page.context().newPage()
  await again.goto(`${address}/unfinished`)
  assert.ok((await again.getByRole('link', { name: /a visit/ }).count()) > 0)
  await again.close()
})

test('the settings of the council, and a form that came too late, stand what every page must', { skip }, async () => {
  await page.goto(formAt())
  await words().fill('A text that is long enough to be read again before it is sent')
  await served.query('update door.session set ends = now() where person = $1', [me.person])
  await page.getByRole('button', { name: 'Save visit' }).click()
  await page.waitForURL(/\/visits\/record$/)
  assert.equal(await page.title(), 'You are signed out – Kith')
  await fit(page, 'signed out')
  const second = await page.context().newPage()
  await signInAs(second, 'Dawn 1')
  await page.getByRole('button', { name: 'Send again' }).click()
  assert.equal(
    await page.getByLabel('What you wrote').inputValue(),
    'A text that is long enough to be read again before it is sent',
  )
  await fit(page, 'read and send')
  await page.getByRole('button', { name: 'Send it now' }).click()
  assert.match(page.url(), /\/visits/)
  await signInAs(second, 'Dawn 3')
  for (const path of ['/settings/council', '/settings/council/change', '/settings/council/numbers']) {
    await second.goto(`${address}${path}`)
    await fit(second, path)
  }
  await second.close()
})

/** Asks until it is so; the test runner ends what never is. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 400; turn += 1) {
    if (await holds()) return
    await page.waitForTimeout(25)
  }
  assert.fail('it never came')
}
