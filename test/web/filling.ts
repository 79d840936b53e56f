// For tests of forms: a browser that opens a form, keeps its hidden fields, and posts what somebody fills in.
import { formRoutes } from '#forms'
import type { Browser } from './council-served.ts'

const HERE = 'http://127.0.0.1:4444'
const HOST = { host: '127.0.0.1:4444' }

export type Fields = Readonly<Record<string, string | readonly string[]>>
export type Opened = {
  readonly status: number
  readonly html: string
  readonly hidden: Readonly<Record<string, string>>
}

const MARKS: Readonly<Record<string, string>> = { '&quot;': '"', '&#39;': "'", '&lt;': '<', '&gt;': '>', '&amp;': '&' }
const plain = (text: string): string => text.replace(/&(?:quot|#39|lt|gt|amp);/g, (mark) => MARKS[mark] ?? mark)

/** Every hidden field of the form on a page, as a browser would send it. */
export function hiddenIn(html: string): Readonly<Record<string, string>> {
  const found = html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)
  return Object.fromEntries([...found].map(([, name = '', value = '']) => [name, plain(value)]))
}

export async function get(browser: Browser, path: string): Promise<Opened> {
  const answer = await browser.request(HERE + path, { headers: HOST })
  const html = await answer.text()
  return { status: answer.status, html, hidden: hiddenIn(html) }
}

export async function post(browser: Browser, path: string, fields: Fields): Promise<Response> {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields))
    for (const one of typeof value === 'string' ? [value] : value) body.append(name, one)
  const headers = { ...HOST, 'content-type': 'application/x-www-form-urlencoded', origin: HERE }
  return await browser.request(HERE + path, { method: 'POST', body, headers })
}

/** What stands in the form on a page, as a browser would send it when nobody fills in anything; without hidden fields. */
export function asItOpens(html: string): Readonly<Record<string, readonly string[]>> {
  const form = html.slice(html.indexOf('<form', html.indexOf('<main')))
  const found: Record<string, string[]> = {}
  const keep = (name: string, value: string) => {
    found[name] = [...(found[name] ?? []), plain(value)]
  }
  const attribute = (of: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(of)?.[1]
  const controls = form.matchAll(
    /<(input|select|textarea)\b([^>]*)>(?:(?<=<(?:select|textarea)[^>]*>)([\s\S]*?)<\/\1>)?/g,
  )
  for (const [, tag, attributes = '', inside = ''] of controls) {
    const name = attribute(attributes, 'name')
    const ticks = / type="(?:radio|checkbox)"/.test(attributes)
    if (name === undefined || / type="hidden"/.test(attributes) || (ticks && !/ checked\b/.test(attributes))) continue
    const chosen = /<option\b([^>]*\bselected\b[^>]*)>/.exec(inside)?.[1] ?? ''
    if (tag === 'select') keep(name, attribute(chosen, 'value') ?? '')
    else keep(name, tag === 'textarea' ? inside : (attribute(attributes, 'value') ?? ''))
  }
  return found
}

/** Opens a form and sends it filled in. */
export async function send(browser: Browser, path: string, fields: Fields): Promise<Opened & { readonly to: string }> {
  const { hidden } = await get(browser, `${path}?fresh=1`)
  const answer = await post(browser, path, { ...hidden, ...fields, _do: 'send' })
  const html = await answer.text()
  return { status: answer.status, html, hidden, to: answer.headers.get('location') ?? '' }
}

/** The routes of these forms; every child is called Nora. */
export const routesOf = (forms: Parameters<typeof formRoutes>[0]) =>
  formRoutes(forms, async (_, children) => new Map(children.map((id) => [id, 'Nora'])))
