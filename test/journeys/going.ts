// How a journey is gone: by mouse, by keyboard or by thumb; every page that it comes to is looked at, whatever the story asks.
import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'
import type { Stands } from './standing.ts'

export type Hand = 'mouse' | 'keyboard' | 'thumb'
export type Text = string | RegExp

export type Going = {
  readonly page: Page
  /** Whether pages run theirs. */
  readonly scripts: boolean
  /** Signs in as one of the invented people of the demonstration, on their home. */
  readonly be: (name: string) => Promise<void>
  /** By an address that somebody was given or has kept. */
  readonly go: (path: string) => Promise<void>
  /** What leads on: a link or a button, whichever it is. */
  readonly press: (name: Text, within?: Locator) => Promise<void>
  /** By the main navigation. */
  readonly to: (place: string) => Promise<void>
  /** In the search box of the header. */
  readonly search: (words: string) => Promise<void>
  /** Opens what is folded. */
  readonly open: (summary: Text, within?: Locator) => Promise<void>
  readonly write: (label: Text, words: string) => Promise<void>
  /** A radio button or a tick box. */
  readonly tick: (label: Text, within?: Locator) => Promise<void>
  readonly pick: (label: Text, option: string) => Promise<void>
  readonly attach: (label: Text, file: { name: string; mimeType: string; buffer: Buffer }) => Promise<void>
  /** A second window of the same browser. */
  readonly another: () => Promise<Going>
  readonly back: () => Promise<void>
  readonly reload: () => Promise<void>
  /** Asks again until it is so. */
  readonly until: (holds: () => Promise<boolean>) => Promise<void>
  readonly sees: (...texts: readonly Text[]) => Promise<void>
  readonly seesNot: (...texts: readonly Text[]) => Promise<void>
  /** The last word of the address, or what follows `/children/`. */
  readonly path: () => string
}

type Touch = {
  /** What comes before the press itself. */
  readonly reach: (at: Locator) => Promise<void>
  readonly press: (at: Locator) => Promise<void>
  readonly write: (at: Locator, words: string) => Promise<void>
  readonly pick: (at: Locator, option: string) => Promise<void>
}

const TOUCHES: Readonly<Record<Hand, (page: Page) => Touch>> = {
  mouse: () => ({
    reach: async (at) => await at.waitFor(),
    press: async (at) => await at.click(),
    write: async (at, words) => await at.fill(words),
    pick: async (at, option) => void (await at.selectOption({ label: option })),
  }),
  thumb: () => ({
    reach: async (at) => await at.waitFor(),
    press: async (at) => await at.tap(),
    write: async (at, words) => {
      await at.tap()
      await at.fill(words)
    },
    pick: async (at, option) => void (await at.selectOption({ label: option })),
  }),
  keyboard: (page) => ({
    reach: async (at) => await reach(page, at),
    press: async (at) => {
      await reach(page, at)
      await page.keyboard.press((await isTicked(at)) ? 'Space' : 'Enter')
    },
    write: async (at, words) => {
      await reach(page, at)
      await page.keyboard.press('Control+A')
      await page.keyboard.insertText(words)
    },
    pick: async (at, option) => {
      await reach(page, at)
      await page.keyboard.type(option)
    },
  }),
}

const isTicked = async (at: Locator): Promise<boolean> =>
  ['checkbox', 'radio'].includes((await at.getAttribute('type')) ?? '')

/** With the tab key alone; within a group of radio buttons with the arrow, as browsers have it. */
async function reach(page: Page, at: Locator): Promise<void> {
  const focused = page.locator(':focus')
  const on = async () => (await at.and(focused).count()) > 0
  const group = (await at.getAttribute('type')) === 'radio' ? await at.getAttribute('name') : undefined
  const beside = async () => group !== undefined && (await focused.and(page.locator(`[name="${group}"]`)).count()) > 0
  for (let n = 0; n < 300; n += 1) {
    if (await on()) return
    await page.keyboard.press((await beside()) ? 'ArrowDown' : 'Tab')
  }
  assert.fail(`the keyboard does not reach ${String(at)}`)
}

const pathOf = (page: Page): string => new URL(page.url()).pathname

type Moves = 'be' | 'go' | 'press' | 'to' | 'search' | 'back' | 'reload'
/** Each of them ends on a page, which is then looked at. */
function moving(page: Page, { address, hand, stands }: Way): Pick<Going, Moves> {
  const touch = TOUCHES[hand](page)
  const arrived = async () => {
    await page.waitForLoadState('load')
    await stands(page, pathOf(page))
  }
  const leading = async (at: Locator) => {
    await touch.reach(at)
    await Promise.all([page.waitForEvent('framenavigated'), touch.press(at)])
    await arrived()
  }
  const asking = (move: () => Promise<unknown>) => async () => {
    await move()
    await arrived()
  }
  const go: Going['go'] = async (to) => await asking(async () => await page.goto(`${address}${to}`))()
  return {
    go,
    be: async (name) => {
      await page.context().clearCookies()
      await go('/sign-in')
      await leading(page.getByRole('button', { name }))
    },
    press: async (name, within = page.locator('main')) =>
      await leading(within.getByRole('link', { name }).or(within.getByRole('button', { name })).first()),
    to: async (place) =>
      await leading(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: place, exact: true })),
    search: async (words) => {
      await touch.write(page.getByLabel('Find a child'), words)
      await leading(page.getByRole('search').getByRole('button', { name: 'Search' }))
    },
    back: asking(async () => await page.goBack()),
    reload: asking(async () => await page.reload()),
  }
}

type Filling = 'open' | 'write' | 'tick' | 'pick' | 'attach'
function filling(page: Page, { hand }: Way): Pick<Going, Filling> {
  const touch = TOUCHES[hand](page)
  const main = page.locator('main')
  const field = (label: Text) => main.getByLabel(label).first()
  return {
    open: async (summary, within = main) =>
      await touch.press(within.locator('summary').filter({ hasText: summary }).first()),
    write: async (label, words) => await touch.write(field(label), words),
    tick: async (label, within = main) => {
      const box = within.getByLabel(label).first()
      await touch.press(box)
      assert.ok(await box.isChecked(), `${String(label)} was ticked already, and is not any more`)
    },
    pick: async (label, option) => await touch.pick(field(label), option),
    attach: async (label, file) => await field(label).setInputFiles(file),
  }
}

type Seeing = 'until' | 'sees' | 'seesNot'
function seeing(page: Page): Pick<Going, Seeing> {
  const main = page.locator('main')
  return {
    until: async (holds) => {
      for (let turn = 0; turn < 100; turn += 1) {
        if (await holds()) return
        await page.waitForTimeout(50)
      }
      assert.fail(`${pathOf(page)}: it never came`)
    },
    sees: async (...texts) => {
      for (const text of texts) await main.getByText(text).filter({ visible: true }).first().waitFor()
    },
    seesNot: async (...texts) => {
      for (const text of texts)
        assert.equal(await main.getByText(text).count(), 0, `${pathOf(page)} says ${String(text)}`)
    },
  }
}

export function goingOf(page: Page, way: Way): Going {
  const another = async () => goingOf(await way.open(), way)
  return {
    page,
    scripts: way.scripts,
    path: () => pathOf(page),
    another,
    ...moving(page, way),
    ...filling(page, way),
    ...seeing(page),
  }
}

export type Way = {
  readonly address: string
  readonly scripts: boolean
  readonly hand: Hand
  readonly stands: Stands
  /** Another page of the same window's browser. */
  readonly open: () => Promise<Page>
}
