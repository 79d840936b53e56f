// What every page of a journey must stand: axe, every stop of the tab key seen, 320 px. A page whose like has stood it is not looked at again.
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { noViolations, reflows, tabWalk } from '../web/in-browser.ts'

/** Checks the page that is shown; `whole`: also where its like has stood it. */
export type Stands = (page: Page, where: string, whole?: boolean) => Promise<void>
/** Axe has timers, and the walk a listener, so they need the scripts that the page goes without. */
type WithScripts = (page: Page, work: () => Promise<void>) => Promise<void>

/** Tags, classes, roles and kinds of each part of the page, without words; what repeats counts once. In-page, so it stands as text. */
const SHAPE = `[...document.body.children].map((part) => {
  const shape = (at) => {
    const own = ['role', 'type', 'aria-current', 'open', 'hidden'].map((name) => at.getAttribute(name) ?? '')
    return [at.tagName, at.className, ...own].join(' ') + '(' + [...new Set([...at.children].map(shape))].sort().join('') + ')'
  }
  return shape(part)
})`

export function standing(withScripts: WithScripts): Stands {
  const stood = new Set<string>()
  /** What was looked at last, word for word: at the end of a journey it need not be looked at again. */
  let last = ''
  return async (page, where, whole = false) => {
    assert.doesNotMatch(await page.title(), /Something went wrong/, where)
    const width = page.viewportSize()?.width
    const parts = (await page.evaluate<readonly string[]>(SHAPE)).map((part) => `${width} ${part}`)
    if (!whole && parts.every((part) => stood.has(part))) return
    const now = `${width} ${await page.content()}`
    if (now === last) return
    await withScripts(page, async () => {
      await noViolations(page, where)
      await tabWalk(page, where)
    })
    await reflows(page, where, [320])
    for (const part of parts) stood.add(part)
    last = now
  }
}
