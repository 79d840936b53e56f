// What a page loads: stylesheet, fonts, the mark, a council's colours; each under a name that changes with what it holds, so that a browser may keep it for good.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { buildSync } from 'esbuild'
import type { Context, Hono } from 'hono'
import { type CouncilColours, councilTheme, markFile } from '#look'

export type Asset = {
  readonly path: string
  readonly type: string
  readonly body: Uint8Array<ArrayBuffer>
  /** Fonts are compressed already. */
  readonly compressed: (() => Uint8Array<ArrayBuffer>) | undefined
}

export type Assets = {
  readonly stylesheet: Asset
  readonly mark: Asset
  /** What runs in the browser: no page needs it. */
  readonly script: Asset
  readonly fonts: readonly Asset[]
  /** The one that every page shows at once. */
  readonly firstFont: Asset
}

const KEEP = 'public, max-age=31536000, immutable'
const STYLES = join(import.meta.dirname, '../look/kith.css')
const FONTS = ['latin-wght-normal', 'latin-wght-italic', 'latin-ext-wght-normal', 'latin-ext-wght-italic'] as const

function asset(name: string, type: string, content: Uint8Array<ArrayBuffer> | string): Asset {
  const body = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12)
  let kept: Uint8Array<ArrayBuffer> | undefined
  const compressed = () => (kept ??= Uint8Array.from(brotliCompressSync(body)))
  return {
    path: `/${name.replace(/(?=\.[a-z0-9]+$)/, `-${hash}`)}`,
    type,
    body,
    compressed: typeof content === 'string' ? compressed : undefined,
  }
}

const find = createRequire(import.meta.url)
const fontNamed = (name: string): Asset => {
  const file = `source-sans-3-${name}.woff2`
  const at = find.resolve(`@fontsource-variable/source-sans-3/files/${file}`)
  return asset(`fonts/${file}`, 'font/woff2', Uint8Array.from(readFileSync(at)))
}

/** The islands, as one small file. */
function scriptText(): string {
  const { outputFiles } = buildSync({
    entryPoints: [join(import.meta.dirname, '../../browser/kith.ts')],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  })
  return outputFiles.map(({ text }) => text).join('')
}

/** What is the same for every council; its colours and logo have addresses of their own. */
export function readAssets(): Assets {
  const fonts = FONTS.map(fontNamed)
  const [firstFont] = fonts
  if (firstFont === undefined) throw new Error('there are no fonts')
  const styles = fonts.reduce(
    (text, { path }) => text.replace(path.replace(/-[0-9a-f]{12}(?=\.)/, ''), path),
    readFileSync(STYLES, 'utf8'),
  )
  return {
    stylesheet: asset('styles.css', 'text/css; charset=utf-8', styles),
    mark: asset('mark.svg', 'image/svg+xml', markFile()),
    script: asset('kith.js', 'text/javascript; charset=utf-8', scriptText()),
    fonts,
    firstFont,
  }
}

function sent(context: Context, { type, body, compressed }: Asset): Response {
  const headers = { 'content-type': type, 'cache-control': KEEP }
  if (compressed === undefined) return context.body(body, 200, headers)
  const brotli = /\bbr\b/.test(context.req.header('accept-encoding') ?? '')
  return brotli
    ? context.body(compressed(), 200, { ...headers, vary: 'accept-encoding', 'content-encoding': 'br' })
    : context.body(body, 200, { ...headers, vary: 'accept-encoding' })
}

/** The council's two colours stand in the address: another choice is another address, and each may be kept for good. */
export const themeAddress = ({ brand, accent }: CouncilColours): string => `/theme/${brand.slice(1)}/${accent.slice(1)}`
export const markAddress = ({ brand }: CouncilColours): string => `/mark/${brand.slice(1)}`

/** Colours that cannot be read are not there. */
export function serveColours(app: Hono): void {
  app.get('/theme/:brand{[0-9a-f]{6}}/:accent{[0-9a-f]{6}}', (context) => {
    const { brand, accent } = context.req.param()
    const theme = councilTheme({ brand: `#${brand}`, accent: `#${accent}` })
    if (theme.kind === 'refused') return context.notFound()
    return context.body(theme.css, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': KEEP })
  })
  app.get('/mark/:brand{[0-9a-f]{6}}', (context) =>
    context.body(markFile(`#${context.req.param('brand')}`), 200, {
      'content-type': 'image/svg+xml',
      'cache-control': KEEP,
    }),
  )
}

type LogoOf = (id: string) => Promise<{ readonly type: string; readonly picture: Uint8Array } | undefined>
/** A drawing in an address of its own may load nothing and run nothing: the policy of every answer says so. */
export function serveLogos(app: Hono, logoOf: LogoOf): void {
  app.get('/logo/:id{[0-9a-f-]{36}}', async (context) => {
    const logo = await logoOf(context.req.param('id'))
    if (logo === undefined) return context.notFound()
    return context.body(Uint8Array.from(logo.picture), 200, { 'content-type': logo.type, 'cache-control': KEEP })
  })
}

export function serveAssets(app: Hono, { stylesheet, mark, script, fonts }: Assets): void {
  for (const one of [stylesheet, mark, script, ...fonts]) app.get(one.path, (context) => sent(context, one))
}
