// What a page loads: kept for good under names that change, sent small to who can read it, and a council's colours checked.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brotliDecompressSync } from 'node:zlib'
import { Hono } from 'hono'
import { markAddress, readAssets, serveAssets, serveColours, themeAddress } from './assets.ts'

const assets = readAssets()
const colours = { brand: '#5b2a6e', accent: '#0b5ea8' }
const app = new Hono()
serveAssets(app, assets)
serveColours(app)
const all = [assets.stylesheet, assets.mark, ...assets.fonts]

test('each asset is there, may be kept for good, and is named by what it holds', async () => {
  assert.equal(all.length, 6)
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

test('other colours are another theme, at another address, to be kept for good', async () => {
  const theme = await app.request(themeAddress(colours))
  assert.equal(theme.headers.get('content-type'), 'text/css; charset=utf-8')
  assert.match(theme.headers.get('cache-control') ?? '', /immutable/)
  assert.match(await theme.text(), /--govuk-brand-colour:#5b2a6e;--govuk-link-colour:#0b5ea8/)
  assert.notEqual(themeAddress({ ...colours, brand: '#14505c' }), themeAddress(colours))
  assert.match(await (await app.request(markAddress(colours))).text(), /fill="#5b2a6e"/)
})

test('colours that cannot be read, and what is no colour, are not served', async () => {
  assert.equal((await app.request(themeAddress({ ...colours, brand: '#ffff00' }))).status, 404)
  for (const path of ['/theme/5b2a6e/0b5ea', '/theme/5b2a6e/0b5ea8;}body{', '/mark/zzzzzz', '/mark/..%2f..'])
    assert.equal((await app.request(path)).status, 404, path)
})

test('what a first page loads besides its text is far below 200 kB, and the script is small', async () => {
  const sizeOf = async (path: string) =>
    (await (await app.request(path, { headers: { 'accept-encoding': 'br' } })).arrayBuffer()).byteLength
  const script = await sizeOf(assets.script.path)
  assert.ok(script < 6000, `${script}`)
  const { stylesheet, mark, firstFont } = assets
  const first = [assets.script, stylesheet, mark, firstFont]
  const all = (await Promise.all(first.map(async ({ path }) => await sizeOf(path)))).reduce((sum, one) => sum + one)
  assert.ok(all < 80_000, `${all}`)
})
