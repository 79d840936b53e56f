// What a page loads: kept for good under names that change, sent small to who can read it, and a council's colours checked.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brotliDecompressSync } from 'node:zlib'
import { Hono } from 'hono'
import { readAssets, serveAssets } from './assets.ts'

const assets = readAssets({ brand: '#5b2a6e', accent: '#0b5ea8' })
const app = new Hono()
serveAssets(app, assets)
const all = [assets.stylesheet, assets.mark, ...assets.fonts, ...(assets.theme ? [assets.theme] : [])]

test('each asset is there, may be kept for good, and is named by what it holds', async () => {
  assert.equal(all.length, 7)
  for (const { path, type, body } of all) {
    const response = await app.request(path)
    assert.equal(response.status, 200, path)
    assert.match(path, /-[0-9a-f]{12}\.(css|svg|woff2)$/)
    assert.equal(response.headers.get('content-type'), type)
    assert.equal(response.headers.get('cache-control'), 'public, max-age=31536000, immutable')
    assert.deepEqual(new Uint8Array(await response.arrayBuffer()), body)
  }
})

test('the stylesheet names the fonts by the addresses at which they are', () => {
  const styles = new TextDecoder().decode(assets.stylesheet.body)
  const named = [...styles.matchAll(/url\((\/fonts\/[^)]*)\)/g)].map(([, address]) => address)
  assert.equal(named.length, 4)
  assert.deepEqual(new Set(named), new Set(assets.fonts.map(({ path }) => path)))
})

test('text is sent with brotli to those who take it, fonts as they are', async () => {
  const ask = async (path: string) => await app.request(path, { headers: { 'accept-encoding': 'gzip, br' } })
  const styles = await ask(assets.stylesheet.path)
  assert.equal(styles.headers.get('content-encoding'), 'br')
  assert.equal(styles.headers.get('vary'), 'accept-encoding')
  const sent = Buffer.from(await styles.arrayBuffer())
  assert.ok(sent.length < 20_000)
  assert.deepEqual(new Uint8Array(brotliDecompressSync(sent)), assets.stylesheet.body)
  assert.equal((await ask(assets.firstFont.path)).headers.get('content-encoding'), null)
})

test('other colours are another theme, and another name for it', () => {
  const other = readAssets({ brand: '#14505c', accent: '#0b5ea8' })
  assert.notEqual(other.theme?.path, assets.theme?.path)
  assert.equal(other.stylesheet.path, assets.stylesheet.path)
  assert.equal(readAssets().theme, undefined)
})

test('colours that cannot be read are not served', () => {
  assert.throws(() => readAssets({ brand: '#ffff00', accent: '#0b5ea8' }), /brand colour under white words/)
})
