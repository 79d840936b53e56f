// That no page is without a picture: each GET route has a way to one, or stands here with its reason.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { composedAlone } from '../../test/web/whole-app.ts'
import { everyPage, NO_PICTURE, plainPath } from './every-route.ts'
import { PAGES } from './pages.ts'

const { routes } = composedAlone()
const paths = new Set(routes.filter(({ method }) => method === 'GET').map(({ path }) => plainPath(path)))
const SOMEBODY = { children: ['child'], ids: ['row'] }

test('every page of the route table has an address of which a picture is taken', () => {
  const pages = everyPage(routes)
  assert.ok(pages.length > 150, `${pages.length}`)
  assert.deepEqual(new Set([...pages.map(({ path }) => path), ...Object.keys(NO_PICTURE)]), paths)
  for (const { path, addresses } of pages) {
    const found = addresses(SOMEBODY)
    assert.ok(found.length > 0 && found.every((one) => !one.includes(':')), path)
  }
})

test('a new kind of part in a path has to be said', () => {
  const [route] = routes
  assert.ok(route)
  const [page] = everyPage([{ ...route, method: 'GET', path: '/children/:child/:nobodysaid' }])
  assert.throws(() => page?.addresses(SOMEBODY), /every-route\.ts/)
})

test('what has no picture is there, and says why; no two pictures have one name', () => {
  for (const [path, why] of Object.entries(NO_PICTURE)) assert.ok(paths.has(path) && why.length > 5, path)
  const names = [...PAGES, ...everyPage(routes)].map(({ name }) => name)
  assert.deepEqual(
    names.filter((name, at) => names.indexOf(name) !== at),
    [],
  )
})
