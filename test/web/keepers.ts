// For tests of who keeps a record and hands it over: its records officer, a manager above it, its worker and somebody who is nothing to it, each in a browser.
import assert from 'node:assert/strict'
import type { Who } from '#database'
import type { Route } from '#web'
import type { Browser, Served } from './council-served.ts'
import { type Fields, get, send } from './filling.ts'

export type Keepers = {
  readonly child: string
  /** Another child's record. */
  readonly other: string
  readonly base: string
  readonly people: Readonly<Record<'officer' | 'manager' | 'worker', Who>>
  readonly as: Readonly<Record<'officer' | 'manager' | 'worker' | 'stranger', Browser>>
}
export async function keepersIn(served: Served, routes: () => Route[]): Promise<Keepers> {
  const found = await served.query<{ id: string }>('select id from kith.child order by id limit 2')
  const [child = '', other = ''] = found.map(({ id }) => id)
  const people = {
    officer: await served.worker('records-officer', child),
    manager: await served.worker('manager-line', child),
    worker: await served.worker('allocated-worker', child),
  }
  const as = {
    officer: served.appFor(people.officer, routes()),
    manager: served.appFor(people.manager, routes()),
    worker: served.appFor(people.worker, routes()),
    stranger: served.appFor(await served.worker(undefined), routes()),
  }
  return { child, other, base: `/children/${child}`, people, as }
}

/** Sent to a form of the child at `base`, and taken. */
export async function taken(who: Browser, path: string, fields: Fields): Promise<void> {
  const { status, html } = await send(who, path, fields)
  assert.equal(status, 303, html.replaceAll(/<[^>]*>/g, ' ').slice(0, 3000))
}
/** Not taken, and said so. */
export async function notTaken(who: Browser, path: string, { fields, says }: { fields: Fields; says: RegExp }) {
  const { status, html } = await send(who, path, fields)
  assert.equal(status, 422)
  assert.match(html, says)
}
export const mainOf = async (who: Browser, path: string): Promise<string> =>
  (await get(who, path)).html.replace(/^[\s\S]*<main/, '')
